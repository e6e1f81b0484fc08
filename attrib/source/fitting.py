"""Whether a noun may take up a party named before, and who of several was named last."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from attrib.records import SourceKind
from attrib.source.cast import Referent
from attrib.source.kinds import PEOPLE
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import InstitutionNoun

FAR = 3
"""How many sentences back somebody was named at most whom a pronoun or *beide* takes up."""
NEAR = (0, 1, FAR)
"""How many sentences back is looked in turn; the first distance at which somebody fits decides."""
_OF_STATES: frozenset[SourceKind] = frozenset(
    {"government", "head_of_state", "ministry", "official", "military", "intelligence_service"}
)
"""Kinds of parties who speak for a state."""
_SHORTEST_NOUN = 4
_SHORTEST_INSTITUTION = 3
"""*das Amt, der Rat*; of people short words end many others by chance: *Demokrat*."""


def fits(question: Question, referent: Referent, noun: Word) -> bool:
    """Whether a noun may take a party up: it is (the last part of) a noun for it, or a general one for its kind."""
    forms = {noun.lemma.lower(), noun.form}
    if is_called(referent, noun):
        return True
    if referent.is_person and (
        _is_same_office(question, forms, referent.nouns) or _is_member(question, referent, noun)
    ):
        return True
    return _is_general(question, referent, noun)


def is_called(referent: Referent, noun: Word) -> bool:
    """Whether the noun is one for the party that the text or the registry has, or the last part of one.

    *Die Parteien* are not *die größte Partei*.
    """
    forms = (noun.form,) if noun.is_plural and not referent.is_person else (noun.lemma.lower(), noun.form)
    least = _SHORTEST_NOUN if referent.is_person else _SHORTEST_INSTITUTION
    long = tuple(form for form in forms if len(form) >= least)
    return any(known.endswith(long) for known in referent.nouns | referent.predicates)


def _is_same_office(question: Question, forms: set[str], nouns: frozenset[str]) -> bool:
    """*Premierminister* and *Ministerpräsident*, *Staatschef* and *Präsident* are names of one office, *Anwalt* and
    *Verteidiger* of one part in a case; *der Behördenchef* is whoever leads something, under whatever title."""
    words = question.language.words
    if forms & words.general_leaders:
        return any(noun.endswith(tuple(words.leaders)) for noun in nouns)
    groups = (words.heads_of_government, words.heads_of_state, words.lawyers, words.monarchs, words.popes)
    return any(forms & group and nouns & group for group in groups)


def _is_member(question: Question, referent: Referent, noun: Word) -> bool:
    """*die Grünen-Politikerin*, *der Sozialdemokrat*: a noun that holds what stands beside the name, or is for it."""
    entry = question.nouns.person(noun)
    stem = question.language.grammar.stem
    if entry is not None and not referent.beside.isdisjoint(map(stem, entry.of)):
        return True
    if entry is None or not entry.takes_up or entry.lemma.lower() == noun.lemma.lower():
        return False
    before = noun.text[: noun.form.rfind(entry.lemma.lower())].rstrip("-")
    return len(before) > 1 and question.language.grammar.stem(before) in referent.beside


def _is_general(question: Question, referent: Referent, noun: Word) -> bool:
    """*der Experte*, *die Agentur*: a noun that takes up anybody of its kind, and is no compound."""
    nouns = question.nouns
    entry = nouns.person(noun) if referent.is_person else nouns.institution(noun)
    if entry is None or entry.lemma.lower() not in {noun.lemma.lower(), noun.form}:
        return False
    covers: tuple[SourceKind, ...] = ()
    if _is_other_sort(question, referent, noun):
        return False
    if isinstance(entry, InstitutionNoun):
        several = noun.is_plural and not entry.plural  # *die Behörden* are not one of them
        if referent.source.origin == "unnamed" and entry.kind == "military":
            return False  # *die Miliz … die Armee*: two that fight each other, for all the text tells
        if several or _is_territory(question, referent) or _is_prosecutor(question, referent, entry):
            return False
        covers = entry.covers
    return entry.takes_up and referent.source.kind in {entry.kind, *covers}


def _is_other_sort(question: Question, referent: Referent, noun: Word) -> bool:
    """*der Sender … die Zeitung*, *die Miliz … die Armee*: two sorts of one kind, of which one never is the other."""
    words = question.language.words
    sorts = (
        (words.papers, words.broadcasters),
        (words.broadcasters, words.papers),
        (words.regular_forces, words.irregular_forces),
    )
    return any(_is_of(sort, (noun.form,)) and _is_of(other, referent.nouns) for sort, other in sorts)


def _is_of(sort: frozenset[str], nouns: Iterable[str]) -> bool:
    return any(noun.endswith(tuple(sort)) for noun in nouns)


def _is_territory(question: Question, referent: Referent) -> bool:
    """*die Stadt, die Bundesregierung*: who governs is no authority among others, and is not called one."""
    words = question.language.words
    governing = tuple(words.governments | words.territories)
    return any(noun.endswith(governing) and noun not in words.district_offices for noun in referent.nouns)


def _is_prosecutor(question: Question, referent: Referent, entry: InstitutionNoun) -> bool:
    """*das Gericht* is never the public prosecutor, who is an authority like others."""
    endings = tuple(question.language.words.prosecutors)
    return not entry.covers and bool(endings) and any(noun.endswith(endings) for noun in referent.nouns)


def both(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*beide, die beiden Minister*: the two who were named last and fit; nobody if they are not two."""
    place = next((n for n, word in enumerate(words) if word.form in question.language.words.both), None)
    if place is None:
        return None
    several = next((word for word in words[:place] if word.upos == "NOUN" and word.is_plural), NO_WORD)
    if several:
        return _of_both(question, sentence, words, several)
    if any(word.lemma.lower() in question.language.words.side_nouns for word in words[place + 1 :]):
        return _both_sides(question, sentence, words[0])
    joint = _joint(question, sentence, words[0])
    if len(joint) == 2:
        return tuple(
            replace(party, rule="both", detail=f"{words[0].text}: the two who spoke together") for party in joint
        )
    pair = named_last(_who_fit(question, words, place + 1), sentence, words[0])
    detail = f"{words[0].text}: one of the two named last"
    return tuple(question.adopt(item, "named", "both", detail) for item in pair) if len(pair) == 2 else ()


def _both_sides(question: Question, sentence: Sentence, word: Word) -> tuple[Party, ...]:
    """*beide Seiten*: the governments of the two states that had the word last; nobody where others spoke there too."""
    history = ((place, party) for place, party in question.known.history if place < word.start)
    near = [party for place, party in history if sentence.number - question.number_at(place) <= FAR]
    armed = [party for party in near if question.known.sources[party.source].kind in _OF_STATES]
    last = list(dict.fromkeys(party.source for party in armed))
    if len(last) == 2 and len({question.known.sources[source].country for source in last}) == 1:
        # *Die Miliz widersprach. Die Armee dementierte. Beide Seiten …*: two of one country
        return tuple(replace(party, rule="both", detail=word.text) for party in _firsts(armed))
    spoke = [question.known.sources[party.source] for party in near]
    states = {source.country for source in spoke if source.kind in _OF_STATES}
    noun = question.nouns.government
    found = [] if noun is None else [question.registry.by_role(noun, state) for state in sorted(filter(None, states))]
    if len(states) != 2 or len(found) != 2 or any(len(entries) != 1 for entries in found):
        return ()
    return tuple(question.registered(entries[0], "named", "both", word.text) for entries in found)


def _firsts(parties: Sequence[Party]) -> Iterator[Party]:
    """Each party once."""
    yield from {party.source: party for party in reversed(parties)}.values()


def _joint(question: Question, sentence: Sentence, word: Word) -> list[Party]:
    """*Verdi und Komba riefen auf. Beide …*: those who spoke together last; nobody where somebody spoke alone since."""
    before = [(place, party) for place, party in question.known.history if place < word.start]
    near = [(place, party) for place, party in before if sentence.number - question.number_at(place) <= FAR]
    return list(_firsts([party for place, party in near if place == near[-1][0]]))


def who_spoke_together(question: Question, sentence: Sentence, words: Sequence[Word]) -> Sequence[Party]:
    """*NABU und BUND klagten. Die Verbände …*: the institutions that had the word together last, if the plural may take
    up all of them; nobody where it may not."""
    noun, joint = words[-1], _joint(question, sentence, words[0])
    entry = question.nouns.institution(noun)
    if entry is None or entry.plural or len(joint) < 2:
        return ()
    kinds = {question.known.sources[party.source].kind for party in joint}
    general = noun.form in question.language.words.general_plurals and not kinds & PEOPLE
    return joint if general or kinds <= {entry.kind, *entry.covers} else ()


def _of_both(question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> tuple[Party, ...]:
    """*Die Außenminister beider Länder*: the two who were named last and are that; *Behörden beider Staaten*: several
    without a name, as one party."""
    joint = _joint(question, sentence, words[0])
    if len(joint) == 2 and noun.form in question.language.words.general_plurals:
        return tuple(replace(party, rule="both", detail=f"{noun.text}: who spoke together") for party in joint)
    named = (item for item in question.cast.before(words[0].start) if item.phrase is None)
    pair = named_last([item for item in named if fits(question, item, noun)], sentence, words[0])
    if len(pair) == 2:
        detail = f"{noun.text}: the two of them named last"
        return tuple(question.adopt(item, "named", "both", detail) for item in pair)
    entry = question.nouns.institution(noun) or question.nouns.person(noun)
    return (unnamed_row(question, words, "other" if entry is None else entry.kind, "unnamed_party"),)


def _who_fit(question: Question, words: Sequence[Word], behind: int) -> list[Referent]:
    """Those named before whom the first noun from a place on may take up; all of them if there is no noun."""
    named = [item for item in question.cast.before(words[0].start) if item.phrase is None]
    for noun in (word for word in words[behind:] if word.upos in {"NOUN", "PROPN"}):
        return [item for item in named if fits(question, item, noun)]
    return named


def last_speaker(question: Question, sentence: Sentence, word: Word, *, reach: int = 1) -> Party | None:
    """Who alone spoke last before a word, at most so many sentences back; None if several did, or nobody."""
    last = spoke_last(question, sentence, word, reach=reach)
    return last[0] if len(last) == 1 else None


def spoke_last(question: Question, sentence: Sentence, word: Word, *, reach: int = 1) -> Sequence[Party]:
    """Who had the word last before a word, at most so many sentences back: several if they had it together."""
    before = [(place, party) for place, party in question.known.history if place < word.start]
    near = bool(before) and sentence.number - question.number_at(before[-1][0]) <= reach
    return [party for place, party in before if near and place == before[-1][0]]


def nearest(candidates: Sequence[Referent], sentence: Sentence, word: Word) -> list[Referent]:
    """Those within the shortest distance at which anybody is."""
    for reach in NEAR:
        near = [item for item in candidates if item.is_within(reach, word.start, sentence.number)]
        if near:
            return near
    return []


def named_last(candidates: Iterable[Referent], sentence: Sentence, word: Word) -> list[Referent]:
    """Those named in the nearest sentence before in which more than one is, in text order; people before others."""
    near = [item for item in candidates if item.is_within(FAR, word.start, sentence.number)]
    for number in range(sentence.number, sentence.number - FAR - 1, -1):
        found = _named_in(near, number, word)
        if len(found) > 1:
            people = [item for item in found if item.is_person]
            return people if len(people) > 1 else found
    return []


def _named_in(candidates: Iterable[Referent], number: int, word: Word) -> list[Referent]:
    """Those named in a sentence before a word, in text order."""
    places = [(item.first_in(number), item) for item in candidates]
    before = [(place, item) for place, item in places if place is not None and place < word.start]
    return [item for _, item in sorted(before, key=lambda pair: pair[0])]
