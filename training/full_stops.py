"""The table of what stands before and behind full stops, counted in openly licensed running text.

After Punkt (Kiss & Strunk 2006, https://aclanthology.org/J06-4003): an abbreviation is a word that hardly ever stands
without its full stop, and a word that is written in lower case elsewhere shows by its capital that a sentence begins.
An abbreviation that was not counted is recognised by being no word, and the beginning of one: words are cut behind a
consonant and before a vowel (*Verl-ag*). So the table also lists short whole words, and such beginnings. Nothing but
words and the class of each is kept, no text.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

LONGEST = 8
"""Letters of a listed word: abbreviations that no list has are hardly longer."""
LONGEST_STEM = 12
ENDING = 2
"""Letters of an inflectional ending: *streikten* does not make *streikt* an abbreviation."""
BASE = 10
"""How often a word is seen whose beginning may be an abbreviation."""
USUAL = 50
"""How often a word is seen that may be meant where it is spelled like an abbreviation."""
VOWELS = frozenset("aeiouyäöüé")
MARKS = "„“”\"»«›‹()[]‚‘’',;:!?–…"
FINAL_CONSONANTS = re.compile(r"[^aeiouyäöüéáóàèêôíúøåæœ\W\d_]{2,}$")
BREAKS = re.compile(r"[-/(]")


@dataclass
class Counts:
    """How often each word stands where."""

    with_stop: Counter[str] = field(default_factory=Counter)
    """Inside a line, with a full stop."""
    plain: Counter[str] = field(default_factory=Counter)
    """Inside a line, without one."""
    first: Counter[str] = field(default_factory=Counter)
    """At the beginning of a line, without one."""

    def add(self, line: str) -> None:
        """Count the words of a line, which is a sentence."""
        chunks = line.split()
        for index, chunk in enumerate(chunks):
            bare = BREAKS.split(chunk.strip(MARKS))[-1]
            word = bare.rstrip(".")
            if word.replace(".", "").isalpha():
                if bare != word:
                    self.with_stop[word] += index < len(chunks) - 1
                elif index:
                    self.plain[word] += 1
                else:
                    self.first[word] += 1


def classes(counts: Counts, *, every: bool = False) -> Iterator[tuple[str, str]]:
    """Each word with its class: `abbreviation`, `opener`, `usual`, `word` or `stem`; then what words end in.

    `every`: whole words of any length, which a language without long compounds can list.
    """
    stems = set(stems_of(counts))
    for word in sorted({*counts.with_stop, *counts.plain, *counts.first, *stems}):
        if is_abbreviation(word, counts):
            yield word, "abbreviation"
        elif is_opener(word, counts):
            yield word, "opener"
        elif is_whole(word, counts):
            if every or (len(word) <= LONGEST and (len(word) <= 4 or not is_vowel(word[-1]))):
                yield word, "usual" if counts.plain[word] >= USUAL else "word"
        elif word in stems:
            yield word, "stem"
    yield from endings(counts)


def endings(counts: Counts) -> Iterator[tuple[str, str]]:
    """The consonants that whole words end in, two or more: `ending` of words in lower case, `name_ending` of others."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word in {*counts.plain, *counts.first}:
        found = FINAL_CONSONANTS.search(word.lower())
        if found and found.start() and is_whole(word, counts) and not word.isupper():
            (small if word.islower() else capital)[found.group()] += 1
    yield from ((ending, "ending") for ending in sorted(small) if small[ending] >= 3)
    yield from ((ending, "name_ending") for ending in sorted(capital) if capital[ending] >= 8)


def is_abbreviation(word: str, counts: Counts) -> bool:
    """Seen several times with a full stop inside a sentence, and hardly without one; initials are none."""
    stops, plain = counts.with_stop[word], counts.plain[word] + counts.first[word]
    return 1 < len(word) <= LONGEST and stops >= 5 and stops > 5 * plain and not word.isupper()


def is_opener(word: str, counts: Counts) -> bool:
    """A word that begins many sentences and is otherwise written in lower case: *Der, Dabei, Zahlreiche*."""
    small, capital = counts.plain[word.lower()], counts.plain[word]
    return word.istitle() and counts.first[word] >= 20 and small > 10 * max(1, capital)


def is_whole(word: str, counts: Counts) -> bool:
    """Seen twice without a full stop, and more often so than with one."""
    plain = counts.plain[word] + counts.first[word]
    return len(word) > 1 and "." not in word and plain >= 2 and plain > counts.with_stop[word]


def stems_of(counts: Counts) -> Iterator[str]:
    """What usual words begin with: up to a consonant before a vowel, and more than an ending shorter than the word."""
    for word in {*counts.plain, *counts.first}:
        if word.isalpha() and not word.isupper() and counts.plain[word] + counts.first[word] >= BASE:
            for length in range(3, min(LONGEST_STEM, len(word) - ENDING - 1) + 1):
                stem = word[:length]
                if is_vowel(word[length]) and not is_vowel(stem[-1]) and not is_verb_form(stem, counts):
                    yield stem


def is_verb_form(word: str, counts: Counts) -> bool:
    """*wintert*, *mehrt*: what the infinitive, as it was seen, has in the third person."""
    return word.islower() and word.endswith("t") and any(counts.plain[word[:-1] + end] for end in ("en", "n"))


def is_vowel(letter: str) -> bool:
    """Whether a letter is a vowel, with or without a mark on it."""
    return letter.lower() in VOWELS


def count_lines(lines: Iterable[str]) -> Counts:
    """The counts of a text."""
    counts = Counts()
    for line in lines:
        counts.add(line)
    return counts


def write_full_stops(lines: Iterable[str], target: Path, *, every: bool = False) -> int:
    """Write the table `word, class` (gzipped, tab-separated) of lines that are sentences; return its length."""
    rows = list(classes(count_lines(lines), every=every))
    target.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{word}\t{kind}\n" for word, kind in rows)
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write(text.encode("utf-8"))
    return len(rows)
