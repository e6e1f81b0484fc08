"""What a language knows of the words before and behind full stops: its abbreviations, and a table counted in text."""

import gzip
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from attrib.errors import ResourceError
from attrib.text.abbreviation import Abbreviations
from attrib.text.entries import AbbreviationKind, Words

WordClass = Literal["abbreviation", "opener", "usual", "word", "stem", "ending", "name_ending"]
CLASSES: tuple[WordClass, ...] = get_args(WordClass)


@dataclass(frozen=True)
class FullStops:
    """Which words keep their full stop, which are whole, and which show by their capital that a sentence begins."""

    kinds: Mapping[str, AbbreviationKind] = field(default_factory=dict)
    """Listed abbreviation, without its last full stop and without blanks → kind."""
    endings: Mapping[str, AbbreviationKind] = field(default_factory=dict)
    """The same in lower case for those that end compounds."""
    counted: frozenset[str] = frozenset()
    """Abbreviations that no list has, found by counting."""
    whole: frozenset[str] = frozenset()
    """Short words that stand without a full stop."""
    usual: frozenset[str] = frozenset()
    """Those of them that are meant as often as an abbreviation that is spelled like them."""
    stems: frozenset[str] = frozenset()
    """What longer words begin with, up to a consonant before a vowel, if it is no word itself."""
    endings_of_words: frozenset[str] = frozenset()
    """The consonants, two or more, that words in lower case end in."""
    endings_of_names: frozenset[str] = frozenset()
    """The same of words with a capital; lower-cased."""
    openers: frozenset[str] = frozenset()
    """Words that are written in lower case unless they begin a sentence, with their capital."""
    strict_openers: frozenset[str] = frozenset()
    """Those that are no family name either: articles and pronouns."""
    ordinal_openers: frozenset[str] = frozenset()
    """Lower-cased words between which and a noun a number is an ordinal."""
    months: frozenset[str] = frozenset()
    """Lower-cased."""


def full_stops(abbreviations: Abbreviations, words: Words, table: Path | None) -> FullStops:
    """A language's knowledge; `table` has a word and its class in each line (gzipped, tab-separated)."""
    counted = _by_class(table) if table is not None else {}
    usual = frozenset(counted.get("usual", ()))
    whole = usual | frozenset(counted.get("word", ()))
    strict = words.articles | words.pronouns_personal | words.pronominal_adverbs
    return FullStops(
        kinds=_kinds(abbreviations, whole),
        endings=abbreviations.endings,
        counted=frozenset(counted.get("abbreviation", ())),
        whole=whole | frozenset(word.lower() for word in counted.get("opener", ())),
        usual=usual,
        stems=frozenset(counted.get("stem", ())),
        endings_of_words=frozenset(counted.get("ending", ())),
        endings_of_names=frozenset(counted.get("name_ending", ())),
        openers=frozenset(counted.get("opener", ())) - {word.capitalize() for word in words.foreign_particles}
        | {word.capitalize() for word in strict | words.subordinators},
        strict_openers=frozenset(word.capitalize() for word in strict),
        ordinal_openers=words.articles | words.ordinal_prepositions,
        months=words.months,
    )


def _kinds(abbreviations: Abbreviations, whole: frozenset[str]) -> dict[str, AbbreviationKind]:
    """Each form as it is looked up; what is written in lower case may begin a sentence: *Vgl.*, not *Israel*."""
    capital = {key[:1].upper() + key[1:]: kind for key, kind in abbreviations.kinds.items()}
    return {key: kind for key, kind in capital.items() if key not in whole} | dict(abbreviations.kinds)


def _by_class(table: Path) -> dict[str, list[str]]:
    """The words of each class; ResourceError names a malformed line."""
    with gzip.open(table, "rt", encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    found: dict[str, list[str]] = defaultdict(list)
    for number, line in enumerate(lines, start=1):
        word, _, kind = line.partition("\t")
        if kind not in CLASSES:
            raise ResourceError(
                f"{table}, line {number}: {line.strip()!r} should be a word and one of {', '.join(CLASSES)}. "
                "Restore the file from the package.",
                seen=line,
                allowed=CLASSES,
            )
        found[kind].append(word)
    return found
