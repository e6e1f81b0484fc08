"""Lemmas for words that no treebank has, from the company they keep in raw text.

*Haftstrafen* is *Haft* and the known *Strafen*; *Chiracs* is a genitive if *Chirac* is more frequent; *planmäßiger* is
an adjective form if *planmäßig* and *planmäßige* occur; *Befehle* belongs to *Befehl* if *Befehls* occurs too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
UMLAUTS = str.maketrans("äöüÄÖÜ", "aouAOU")
FEMININE = {"ionen": 2, "ungen": 2, "heiten": 2, "keiten": 2, "schaften": 2, "täten": 2, "uren": 2, "innen": 3}
"""Endings of plurals, and how many letters the singular lacks."""
SMALL = ("ADJ", "ADV", "NUM", "DET", "PRON", "ADP", "SCONJ", "CCONJ", "PART")


def count_words(lines: Iterable[str]) -> Counter[str]:
    """How often each word occurs; the first word of a line is left out, because its capital says nothing."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(WORD.findall(line)[1:])
    return counts


def further_entries(
    counts: Counter[str], known: Mapping[str, Mapping[str, str]], *, least: int = 2
) -> dict[str, dict[str, str]]:
    """Tag → form → lemma for words that occur at least `least` times and that `known` does not have."""
    nouns = {form: lemma for form, lemma in known["NOUN"].items() if len(form) > 3 and lemma[:1].isupper()}
    found: dict[str, dict[str, str]] = {"NOUN": {}, "PROPN": {}, "ADJ": {}}
    for word, count in counts.items():
        if count < least or len(word) < 4:
            continue
        if word[0].isupper() and word not in known["NOUN"]:
            lemma = compound(word, nouns) or singular(word, counts)
            if lemma is not None:
                found["NOUN"][word] = lemma
        if word[0].isupper() and word not in known["PROPN"] and counts[word[:-1]] > 2 * count and word.endswith("s"):
            found["PROPN"][word] = word[:-1]
        if word[0].islower() and word not in known["ADJ"]:
            base = adjective(word, counts)
            if base is not None:
                found["ADJ"][word] = base
    for tag in SMALL:
        new = {form.capitalize(): lemma for form, lemma in known[tag].items() if form.islower()}
        found[tag] = found.get(tag, {}) | {form: lemma for form, lemma in new.items() if form not in known[tag]}
    return found


def compound(word: str, nouns: Mapping[str, str]) -> str | None:
    """The lemma by the longest known noun at the end: prefix and that noun's lemma."""
    for cut in range(3, len(word) - 3):
        lemma = nouns.get(word[cut:].capitalize())
        if lemma is not None:
            return word[:cut] + lemma.lower()
    return None


def singular(word: str, counts: Counter[str]) -> str | None:
    """The singular or nominative of a noun, if the text vouches for it."""
    for ending, missing in FEMININE.items():
        if word.endswith(ending) and counts[word[:-missing]]:
            return word[:-missing]
    if counts[word + "s"]:  # Bäckers, Fischens: the word is a singular itself
        return None
    for base in _bases(word):
        if 2 * counts[base] >= counts[word] and counts[base] > 1 and _declines(base, word, counts):
            return base
    return None


def _bases(word: str) -> Iterator[str]:
    for ending in ("ern", "es", "en", "er", "n", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            yield base.removesuffix("se") if base.endswith("nisse") else base
            if ending in {"ern", "er", "en", "e"} and base.translate(UMLAUTS) != base:
                yield base.translate(UMLAUTS)


def _declines(base: str, word: str, counts: Counter[str]) -> bool:
    """Whether the base is a masculine or neuter noun with a genitive, or one in -e with a plural in -n."""
    if word == base + "n":
        return base.endswith(("e", "er", "el")) and counts[base] > 1
    return counts[base + "s"] + counts[base + "es"] > 0


def adjective(word: str, counts: Counter[str]) -> str | None:
    """The base of an inflected adjective whose other forms occur."""
    for ending in ("er", "es", "em", "en", "e"):
        base = word.removesuffix(ending)
        if base != word and counts[base] > 1 and counts[base + "e"] and counts[base + "en"] and len(base) > 3:
            return base
    return None
