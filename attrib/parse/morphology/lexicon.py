"""What a word form can be, whatever the tagger thinks: by full forms, by the last part of a compound, by paradigms."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from attrib.parse.morphology.cells import BARE, CELLS, nominal_mask
from attrib.parse.morphology.table import INVARIABLE, Table
from attrib.text.entries import Paradigm

SHORTEST_NOUN = 3
"""Letters of the last part by which a compound is known."""
SHORTEST_OTHER = 4
"""The same for verbs and adjectives."""
ALL = (1 << len(CELLS)) - 1
GENITIVE = sum(1 << place for place, (case, _, _) in enumerate(CELLS) if case == "Gen")


class Entry(NamedTuple):
    """What a form can be."""

    cells: int = 0
    """The bits of its cells; 0 if the form is not known."""
    sure: bool = True
    """Whether it can be nothing else; names are those of persons too (*Essen*), and unknown words are guessed at."""
    feats: str | None = None
    """Features that every reading has; None if nothing is known of them."""
    exactly: bool = False
    """Whether it has no others besides case, gender and number."""


UNKNOWN = Entry()


class Lexicon:
    """The table that came with the models, and the paradigms of the language."""

    def __init__(self, table: Table, paradigms: Sequence[Paradigm]) -> None:
        self._table = table
        self._declensions = {form: p.declension for p in paradigms if "DET" in p.tags for form in _forms(p)}
        self.endings = {
            declension: {ending: nominal_mask(cells) for p in group for ending, cells in p.endings.items()}
            for declension, group in _by_declension(paradigms).items()
        }
        """Declension → ending of an adjective → cells."""
        self._closed: dict[tuple[str, str], Entry] = {}
        for paradigm in paradigms:
            self._close(paradigm)
        self._any_ending: dict[str, int] = {}
        for endings in self.endings.values():
            for ending, cells in endings.items():
                self._any_ending[ending] = self._any_ending.get(ending, 0) | cells
        self._longest_first = sorted(self._any_ending, key=len, reverse=True)
        self._found: dict[tuple[str, str], Entry] = {}

    def _close(self, paradigm: Paradigm) -> None:
        for tag in set(paradigm.tags) - {"ADJ"}:
            for stem in paradigm.stems:
                for ending, cells in paradigm.endings.items():
                    before = self._closed.get((stem + ending, tag), UNKNOWN)
                    feats = paradigm.feats or None
                    same = before is UNKNOWN or before.feats == feats
                    both = before.cells | nominal_mask(cells)
                    self._closed[stem + ending, tag] = Entry(both, feats=feats if same else None)

    def entry(self, form: str, tag: str) -> Entry:
        """What a word with that tag can be."""
        key = (form, tag)
        found = self._found.get(key)
        if found is None:
            if len(self._found) > 50_000:
                self._found.clear()
            found = self._found[key] = self._look_up(form, tag)
        return found

    def _look_up(self, form: str, tag: str) -> Entry:
        match tag:
            case "NOUN":
                return self._noun(form)
            case "PROPN":
                return self._name(form)
            case "VERB" | "AUX":
                return self._verb(form.lower())
            case "ADJ":
                return self._adjective(form.lower())
        entry = self._closed.get((form.lower(), tag), UNKNOWN)
        fixed = self._table.fixed.get((tag, form.lower()))
        return entry if fixed is None else entry._replace(feats=fixed, exactly=True)

    def _noun(self, form: str) -> Entry:
        cells = self._table.nouns.get(form, 0) | self._table.names.get(form, 0)
        if cells:
            return Entry(cells | BARE)
        return next((Entry(cells | BARE) for cells in self._by_ending(form)), UNKNOWN)

    def _by_ending(self, form: str) -> Iterator[int]:
        for start in range(1, len(form) - SHORTEST_NOUN + 1):
            cells = self._table.nouns.get(form[start].upper() + form[start + 1 :])
            if cells is not None:
                yield cells

    def _name(self, form: str) -> Entry:
        cells = self._table.names.get(form)
        if cells is None:
            cells = self._table.nouns.get(form)
        if cells is None:
            return UNKNOWN
        if not cells & ~GENITIVE:
            return Entry(cells)
        return Entry(cells | BARE, sure=False)

    def is_genitive_name(self, form: str) -> bool:
        """Whether a name can be nothing but a genitive: *Norwegens*."""
        cells = self._table.names.get(form, 0)
        return bool(cells) and not cells & ~GENITIVE

    def _verb(self, form: str) -> Entry:
        for start in range(max(1, len(form) - SHORTEST_OTHER + 1)):
            cells = self._table.verbs.get(form[start:])
            if cells is not None:
                return Entry(cells)
        return UNKNOWN

    def _adjective(self, form: str) -> Entry:
        """Cells by the ending behind a known stem, or by the ending alone."""
        bare = self._degree(form)
        if bare == INVARIABLE:
            return Entry(ALL | BARE)
        found = Entry(BARE, feats=_degree_feats(bare)) if bare else UNKNOWN
        for ending in self._longest_first:
            if not form.endswith(ending):
                continue
            degree = self._degree(form.removesuffix(ending))
            if degree not in {None, INVARIABLE}:
                feats = _degree_feats(degree) if bare in {None, degree} else None
                return Entry(found.cells | self._any_ending[ending], feats=feats)
            return found if bare else Entry(self._any_ending[ending] | BARE, sure=False)
        return found if bare else Entry(BARE, sure=False)

    def _degree(self, stem: str) -> str | None:
        """The degree of an adjective's stem, also of a compound's; None if there is no such adjective."""
        for start in range(max(1, len(stem) - SHORTEST_OTHER + 1)):
            degree = self._table.degrees.get(stem[start:])
            if degree is not None:
                return degree
        return None

    def declension(self, determiner: str | None) -> str | None:
        """The declension of adjectives behind a determiner, or behind none; None if that is not known."""
        return "strong" if determiner is None else self._declensions.get(determiner)

    def ending(self, form: str) -> str | None:
        """The ending of an inflected adjective."""
        return next((ending for ending in self._longest_first if form.endswith(ending)), None)


def _degree_feats(degree: str) -> str:
    return f"Degree={degree}"


def _forms(paradigm: Paradigm) -> Iterator[str]:
    for stem in paradigm.stems:
        yield from (stem + ending for ending in paradigm.endings)


def _by_declension(paradigms: Sequence[Paradigm]) -> Mapping[str, list[Paradigm]]:
    found: dict[str, list[Paradigm]] = {}
    for paradigm in paradigms:
        if "ADJ" in paradigm.tags and paradigm.declension is not None:
            found.setdefault(paradigm.declension, []).append(paradigm)
    return found
