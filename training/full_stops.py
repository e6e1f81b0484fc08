"""The table of what stands before and behind full stops, counted in openly licensed running text.

After Punkt (Kiss & Strunk 2006, https://aclanthology.org/J06-4003): an abbreviation is a word that hardly ever stands
without its full stop, and a word that is written in lower case elsewhere shows by its capital that a sentence begins.
What is short, unknown and looks cut off is then an abbreviation too, so the table also lists the short words that are
whole: nothing but words and the class of each is kept, no text.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.vectors import encyclopaedia_and_news

LONGEST = 8
"""Letters of a listed word: abbreviations that no list has are hardly longer."""
VOWELS = frozenset("aeiouyäöü")
MARKS = "„“”\"»«›‹()[]‚‘’',;:!?–…"
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
        """Count the words of a line, which is a sentence or a paragraph."""
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


def classes(counts: Counts) -> Iterator[tuple[str, str]]:
    """Each word with its class: `abbreviation`, `opener` or `word`."""
    for word in sorted({*counts.with_stop, *counts.plain, *counts.first}):
        if is_abbreviation(word, counts):
            yield word, "abbreviation"
        elif is_opener(word, counts):
            yield word, "opener"
        elif is_short_word(word, counts):
            yield word, "word"


def is_abbreviation(word: str, counts: Counts) -> bool:
    """Seen several times with a full stop inside a sentence, and hardly without one; initials are none."""
    stops, plain = counts.with_stop[word], counts.plain[word] + counts.first[word]
    return 1 < len(word) <= LONGEST and stops >= 5 and stops > 5 * plain and not word.isupper()


def is_opener(word: str, counts: Counts) -> bool:
    """A word that begins many sentences and is otherwise written in lower case: *Der, Dabei, Zahlreiche*."""
    small, capital = counts.plain[word.lower()], counts.plain[word]
    return word.istitle() and counts.first[word] >= 20 and small > 10 * max(1, capital)


def is_short_word(word: str, counts: Counts) -> bool:
    """Seen twice without a full stop; of longer words those that end like an abbreviation."""
    if not 1 < len(word) <= LONGEST or "." in word or counts.plain[word] + counts.first[word] < 2:
        return False
    return len(word) <= 4 or word[-1].lower() not in VOWELS


def count_lines(lines: Iterable[str]) -> Counts:
    """The counts of a text."""
    counts = Counts()
    for line in lines:
        counts.add(line)
    return counts


def write_full_stops(data: Path, target: Path) -> int:
    """Write the table `word, class` (gzipped, tab-separated) and return its length."""
    rows = list(classes(count_lines(encyclopaedia_and_news(data))))
    target.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{word}\t{kind}\n" for word, kind in rows)
    target.write_bytes(gzip.compress(text.encode(), mtime=0))
    return len(rows)
