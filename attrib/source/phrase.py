"""The phrase of a mention as a whole: a coordination of several, one person with two offices, one registered name."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from attrib.registry.registry import RegistrySource
from attrib.source.name_index import Index, longest_name
from attrib.text.analysis import NO_WORD, Word
from attrib.text.entries import Words
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.nouns import Nouns
from attrib.text.words import NAMES, NOUNS, SPEAKERS, all_tags

_NOT_IN_NAMES = frozenset({"DET", "PUNCT", "ADP"})
_ADVERBS = frozenset({"ADV", "PART"})
_ATTRIBUTES = frozenset({"ADJ", "ADV"})
_CUT_OFF = "-"
"""*Such- und Rettungsdienst*: the end of the first half of a compound."""


@dataclass(frozen=True, slots=True)
class WholeName:
    """A registered name that ends the phrase, and its words."""

    entry: RegistrySource
    words: str


def whole_name(words: Sequence[Word], index: Index) -> WholeName | None:
    """The phrase is a registered name and nothing else, articles and attributes of nationality aside."""
    before = NO_WORD
    for word in (word for word in words if word.upos not in _NOT_IN_NAMES):
        if before is not NO_WORD and before.upos not in _ATTRIBUTES:
            break
        run = [item for item in words if item.number >= word.number]
        entry = _only_name(run, index)
        if entry is not None:
            return WholeName(entry, " ".join(item.text for item in run))
        before = word
    return None


def _only_name(words: Sequence[Word], index: Index) -> RegistrySource | None:
    """Whose registered name all the words are, marks aside."""
    known = longest_name(words, 0, index)
    length = sum(word.upos != "PUNCT" for word in words)
    return None if known is None or known.length < length else known.only


def kind_of_several(words: Sequence[Word], listed: Words, nouns: Nouns) -> Word:
    """*die Verbände | A, B und C*, *Verbände | wie A und B*: the plural that says what several are, who are named
    behind it; NO_WORD if there is none."""
    plain = next((place for place, word in enumerate(words) if word.upos not in {"DET", "ADJ", "NUM"}), len(words))
    noun, behind = (words[plain], words[plain + 1 :]) if plain < len(words) else (NO_WORD, ())
    if noun.upos != "NOUN" or not noun.is_plural or nouns.institution(noun) is None or not behind:
        return NO_WORD
    example = behind[0].form in listed.example_words
    names = [word for word in behind if word.upos in NOUNS]
    named = bool(names) and (example or (behind[0] is names[0] and names[0].upos in NAMES))
    joined = any(word.form in listed.joining_conjunctions for word in behind)
    return noun if named and joined else NO_WORD


def _behind_kind(words: Sequence[Word], listed: Words, nouns: Nouns) -> Sequence[Word]:
    """The names of several, without what they are."""
    noun = kind_of_several(words, listed, nouns)
    behind = [word for word in words if word.number > noun.number] if noun else list(words)
    while noun and (behind[0].form in listed.example_words or behind[0].upos == "DET"):
        behind.pop(0)
    return behind


def members(phrase: Sequence[Word], listed: Words, index: Index, nouns: Nouns) -> Sequence[Sequence[Word]]:
    """*Washington und Seoul*, *der Wirt als auch die Gäste*: the members of a coordination at the top of the phrase,
    without the adverbs before them, and without what all of them are; else the phrase alone."""
    words = _behind_kind(phrase, listed, nouns)
    pieces: list[list[Word]] = [[]]
    inside = _in_marks(words)
    for place, word in enumerate(words):
        joins = 0 < place < len(words) - 1 and place not in inside and _joins(word, words[place + 1], listed)
        attribute = _is_attribute(words, place)
        if (
            joins
            and not attribute
            and not words[place - 1].text.endswith(_CUT_OFF)
            and not _is_inside(pieces[-1], words[place + 1 :])
            and not _is_whose(pieces[-1], words[place + 1 :], nouns)
        ):
            pieces.append([])
        elif pieces[-1] or len(pieces) == 1 or word.upos not in _ADVERBS:
            pieces[-1].append(word)
    pieces[1:] = [_behind_particle(piece, listed) for piece in pieces[1:]]
    if len(pieces) == 2 and len(pieces[0]) > 1 and pieces[0][-1].text == ",":
        pieces[0].pop()  # *nicht nur das Amt, | sondern auch der Verband*
    if len(pieces) > 1 and any(word.text == "," for word in pieces[0]) and pieces[0][-1].text != ",":
        before = _listed(pieces[0], pieces[-1]) or _named_behind(pieces[0], pieces[-1])
        if not before:
            return [phrase]
        pieces[:1] = before
    named = all(_is_nominal(piece) or _is_pronoun(piece, listed) for piece in pieces)
    several = len(pieces) > 1 and named and not _is_one_person(pieces, nouns)
    return pieces if several and not _is_one_name(words, index) else [phrase]


def _is_attribute(words: Sequence[Word], place: int) -> bool:
    """*US | and NATO officials*: what is joined are words before one noun."""
    before = words[place - 1]
    return before.upos in NOUNS and before.deprel == "compound" and before.head > words[place].number


def _is_inside(before: Sequence[Word], behind: Sequence[Word]) -> bool:
    """*der Verband der Hersteller aus Stahl | und Beton*: a noun joined to another behind a preposition in the phrase,
    where nothing but it follows."""
    bare = len(behind) == 1 and behind[0].upos == "NOUN"
    nouns = [place for place, word in enumerate(before) if word.upos in NOUNS]
    last = nouns[-1] if len(nouns) > 1 else 0
    return bare and last > 0 and before[last - 1].upos == "ADP" and before[last].upos == "NOUN"


def _is_whose(before: Sequence[Word], behind: Sequence[Word], nouns: Nouns) -> bool:
    """*Vertreter der SPD | und der Grünen*: several people, and another for whom they stand; the case tells it from
    somebody else (*Vertreter der SPD und die Grünen*)."""
    people = next((word for word in before if word.upos in NOUNS), NO_WORD)
    name = next((word for word in behind if word.upos in NOUNS), NO_WORD)
    owner = next((word for word in before if word.number == name.head and word is not people), NO_WORD)
    oblique = any(owner.has(case) and name.has(case) for case in ("Case=Gen", "Case=Dat"))
    several = people.is_plural and nouns.person(people) is not None
    return several and name.relation == "conj" and owner.relation == "nmod" and oblique


def _listed(words: Sequence[Word], last: Sequence[Word]) -> list[list[Word]]:
    """*Anna Berger, Karl Ohm | und Ina Moor*: what commas part before the last member, if all are alike: with an
    article, or names; nothing in *Anna Berger, Chefin | und Gründerin*, which is one person."""
    commas = [place for place, word in enumerate(words) if word.text == ","]
    pieces = [list(words[first + 1 : last]) for first, last in pairwise([-1, *commas, len(words)])]
    kinds = {_kind(piece) for piece in (*pieces, last)}
    return pieces if len(kinds) == 1 and kinds <= {"name", "Def", "Ind"} else []


def _named_behind(words: Sequence[Word], last: Sequence[Word]) -> list[list[Word]]:
    """*Two runners from Kenya, | Amos Tanui | and Felix Rotich*: the first of several names behind what they are."""
    comma = next(place for place, word in enumerate(words) if word.text == ",")
    what, name = words[:comma], list(words[comma + 1 :])
    several = next((word for word in what if word.upos == "NOUN"), NO_WORD).is_plural
    return [name] if several and _kind(name) == _kind(last) == "name" else []


def _kind(words: Sequence[Word]) -> str:
    """Whether a member is a name with its title, or opens with an article, and with which."""
    if words and words[0].upos == "DET":
        return words[0].feature("Definite") or "Def"
    return "name" if words and all_tags(words, NOUNS) and words[-1].upos in NAMES else ""


def _behind_particle(words: list[Word], listed: Words) -> list[Word]:
    """*am Abend auch | die Gäste*."""
    places = (place for place, word in enumerate(words[:-1], start=1) if word.form in listed.additive_particles)
    return words[next(places, 0) :]


def _joins(word: Word, behind: Word, listed: Words) -> bool:
    openers = listed.joint_pairs | listed.correcting_conjunctions
    pair = word.form in openers and behind.form in listed.additive_particles
    return pair or word.form in listed.joining_conjunctions


def without_apposition(words: Sequence[Word]) -> Sequence[Word]:
    """*Die Ministerin | , Mitglied des Rates*: the phrase without what only describes it behind a comma.

    All of it where the name stands there: *die Vorsitzende, Mona Klee*; *der Geheimdienst, der NIS*.
    """
    inside = _in_marks(words)
    commas = [place for place, word in enumerate(words) if word.text == "," and place and place not in inside]
    pieces = [words[first + 1 : last] for first, last in pairwise([-1, *commas, len(words)])]
    named = any(_is_nothing_but_name(piece) for piece in pieces[1:])
    return words if named or not _is_nominal(pieces[0]) else pieces[0]


def without_adjuncts(words: Sequence[Word], listed: Words) -> Sequence[Word]:
    """*die Stiftung | zum Beispiel*, *die Zeugin | mit Sicherheit*: the phrase without what says how the verb holds."""
    forms = [word.form for word in words]
    for length in (3, 2):
        if " ".join(forms[-length:]) in listed.adjuncts and _is_nominal(words[:-length]):
            return words[:-length]
    return words


def own_words(words: Sequence[Word]) -> Sequence[Word]:
    """*Gouverneur | der Region Belgorod*, *Gericht | in Lyon*: the phrase without what its noun is of or where it is.

    All of it where no noun stands before that.
    """
    kept: list[Word] = []
    skips = False
    for word in _behind_possessor(words):
        if word.text == ",":
            skips = False
        attribute = word.upos == "ADP" or (word.upos == "DET" and kept[-1:] and kept[-1].upos in SPEAKERS)
        skips = skips or bool(attribute and _is_nominal(kept))
        if not skips:
            kept.append(word)
    return kept if _is_nominal(kept) else words


def _behind_possessor(words: Sequence[Word]) -> Sequence[Word]:
    """*Putin's | spokesman*: what somebody's is, where the ending of the possessive is a word of its own."""
    places = [place for place, word in enumerate(words) if word.upos == "PART" and word.relation == "case"]
    inner = [place for place in places if not any(word.upos == "ADP" for word in words[:place])]
    return words[inner[-1] + 1 :] if inner and words[inner[-1] + 1 :] else words


def _is_nothing_but_name(words: Sequence[Word]) -> bool:
    return bool(words) and all_tags(words[words[0].upos == "DET" :], NAMES)


def _in_marks(words: Sequence[Word]) -> set[int]:
    """*„Rost und Rauch“*: the places of the words that stand in quotation marks, each pair counted from the left."""
    marks = [place for place, word in enumerate(words) if word.text in DOUBLE_MARKS]
    return {place for first, last in zip(marks[::2], marks[1::2], strict=False) for place in range(first, last)}


def _is_nominal(words: Sequence[Word]) -> bool:
    return any(word.upos in SPEAKERS for word in words)


def _is_pronoun(words: Sequence[Word], listed: Words) -> bool:
    """*Er* | *und der Bürgermeister*"""
    return len(words) == 1 and words[0].upos == "PRON" and words[0].form in listed.personal_subjects


def _is_one_person(pieces: Sequence[Sequence[Word]], nouns: Nouns) -> bool:
    """*Die Abgeordnete und Bürgermeisterin Hartmann*: two offices of one person under one article, and one name;
    *academic and professor Ann Reid*: under none, where nouns are small, for then nobody is one without an article."""
    first, last = pieces[0], pieces[-1]
    heads = [_head(piece, nouns) for piece in pieces]
    if any(word.upos in NAMES for word in last if word.number < heads[-1].number):
        return False  # *Der Förster und Anna Berg, Mitglied des Rates*
    articles = [piece[0].upos == "DET" for piece in pieces]
    named = any(word.upos in NAMES for word in first if word.number > heads[0].number)
    single = all(heads) and not any(word.is_plural or nouns.institution(word) is not None for word in heads)
    somebody = any(nouns.person(word) is not None for word in heads)
    bare = articles == [False, False] and heads[0].text.islower() and heads[1].text.islower()
    return (articles == [True, False] or bare) and single and somebody and not named


def _head(words: Sequence[Word], nouns: Nouns) -> Word:
    """The first noun for a person, whatever the tagger takes it for, else the first noun."""
    listed = (word for word in words if nouns.person(word) is not None)
    return next(listed, None) or next((word for word in words if word.upos == "NOUN"), NO_WORD)


def _is_one_name(words: Sequence[Word], index: Index) -> bool:
    """Whether a registered name holds the conjunction: *die USA und ihre Verbündeten*."""
    for place in range(len(words)):
        known = longest_name(words, place, index)
        if known is not None and any(word.upos == "CCONJ" for word in words[place : place + known.length]):
            return True
    return False
