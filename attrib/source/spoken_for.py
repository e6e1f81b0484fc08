"""For whom somebody with a name speaks whose row does not say it: *Bahnsprecherin Moll*, *Ina Moor von der Werft*.

Asked of everybody who is credited and whom the registry does not know: what stands behind an office or behind the name,
what a compound begins with, and, for an office alone, whom the text just spoke of. Experts, employees and whoever held
an office before speak for themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from attrib.records import Source, SourceKind
from attrib.source.apposition import Apposition, appositions, in_brackets
from attrib.source.cast import Referent
from attrib.source.description import taken_up
from attrib.source.kinds import WITHOUT_SPEAKERS
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.source.said_by import first_part
from attrib.source.spoken_of import has_voice, last_spoken_of
from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.view import View
from attrib.text.words import NOUNS

_PLACES = 2
"""At how many places where somebody is named it is looked for."""
_SHORTEST_PREFIX = 2
_LONGEST_JOINT = 2
"""How many letters may join the two parts of a compound: *Vereins-*, *Bundes-*."""
_PUBLIC: frozenset[SourceKind] = frozenset({"official", "head_of_state", "military", "government"})
"""Kinds of offices whose country is its government."""


def spoken_for(question: Question, referent: Referent) -> Source | None:
    """The institution for which a person speaks; None if the text tells of none."""
    before = question.known
    for party in _told(question, referent):
        source = question.known.sources.get(party.source)
        if source is not None and source.id != referent.source.id and _may_have_voice(question, party, source):
            return source
        question.known = before
    question.known = before
    return None


def is_past_holder(question: Question, referent: Referent) -> bool:
    """Whether the text says of somebody that the office is over, or not yet begun."""
    return any(item.is_over(_past(question)) for _, _, beside in _named_at(question, referent) for item in beside)


def _may_have_voice(question: Question, party: Party, source: Source) -> bool:
    return source.kind not in WITHOUT_SPEAKERS and has_voice(question, party)


def _told(question: Question, referent: Referent) -> Iterator[Party]:
    """Whom the words beside a name tell of, the surest first."""
    for view, last, beside in _named_at(question, referent):
        if any(item.is_over(_past(question)) for item in beside):
            return
        own = any(_speaks_as_oneself(question, item.noun) for item in beside)
        for item in () if own else beside:
            yield from _of_office(question, view, item)
        yield from _behind_name(question, view, last)
        for item in () if own else beside:
            yield from _by_office_alone(question, view.sentence, item)


def _named_at(question: Question, referent: Referent) -> Iterator[tuple[View, int, Sequence[Apposition]]]:
    """The first places where somebody is named: the sentence, the place of the name's last word, and what stands
    beside it."""
    for place, _ in referent.places[:_PLACES]:
        view = question.text.sentence_at(place)
        named = next(iter(question.names.between(place, place + 1)), None)
        inside = [n for n, word in enumerate(view.joined) if named is not None and named.span.contains(word)]
        if inside:
            bracketed = frozenset(word.start for word in in_brackets(view.joined, inside[-1]))  # *Hanke (Freie Wähler)*
            beside = appositions(view, inside[0], inside[-1])
            yield view, inside[-1], [item for item in beside if item.noun.start not in bracketed]


def _past(question: Question) -> frozenset[str]:
    return question.language.words.past_attributes


def _speaks_as_oneself(question: Question, noun: Word) -> bool:
    """*die Ökonomin*, *ein Mitarbeiter*."""
    entry = question.nouns.person(noun)
    return entry is not None and entry.unnamed


def _of_office(question: Question, view: View, item: Apposition) -> Iterator[Party]:
    """*Kanzler | der Universität*, *Direktorin | der Kunsthalle Emden*, *Verdi-Chefin*, *Feuerwehrsprecher*."""
    rest = [*dropwhile(lambda word: word.upos in {"ADP", "PUNCT"}, item.rest)]
    if any(word.upos in NOUNS for word in rest):
        entry = question.nouns.person(item.noun)
        public = entry is not None and entry.kind in _PUBLIC
        # *Trainer Ghanas*, *Leiter des Einsatzes*: neither speaks for a government or for nobody
        told = _one(question.parties(view.sentence, rest))
        yield from (party for party in told if party.rule != "unnamed_party" and (public or party.rule != "metonym"))
    else:
        yield from _of_compound(question, view.sentence, item.noun)


def _behind_name(question: Question, view: View, last: int) -> Iterator[Party]:
    """*Ina Moor | von der Werft*, *General Holm | vom Generalstab*."""
    words = view.joined
    opening, listed = word_at(words, last + 1), question.language.words
    if opening.form not in listed.member_prepositions or opening.upos != "ADP":
        return
    noun = next((word for word in words[last + 2 :] if word.upos in NOUNS), NO_WORD)
    phrase = [word for word in view.phrase(noun) if word.start > opening.start and word.upos != "ADP"] if noun else []
    for party in _one(question.parties(view.sentence, phrase)) if phrase else ():
        # *Ina Moor | vom Institut für Seen*: a scholar belongs to it, and speaks for herself
        if question.known.sources[party.source].kind != "academic":
            yield party


def _of_compound(question: Question, sentence: Sentence, noun: Word) -> Iterator[Party]:
    """*NABU-Chefin*, *Feuerwehrsprecher*, *Vereinspräsident*, *Finanzministerin*: whom an office tells by its parts."""
    listed = question.language.words
    first, hyphen, office = noun.text.rpartition("-")
    offices = tuple(listed.leaders | listed.spokespersons | listed.representatives)
    if hyphen and office.lower().endswith(offices) and len(first) >= _SHORTEST_PREFIX:
        named = replace(noun, text=first, lemma=first, upos="PROPN", feats="", end=noun.start + len(first))
        yield from _one(question.parties(sentence, [named]))
    yield from _headed(question, sentence, noun)
    entry = first_part(question, noun.form) if _is_of_two(question, noun) else None
    if entry is not None and entry.organ_of:
        yield from _just_spoken_of(question, sentence, noun, entry.organ_of)
    elif entry is not None:
        yield from _called(question, sentence, noun, entry.lemma)
        yield from _just_spoken_of(question, sentence, noun, (entry.kind, *entry.covers))
        if not entry.takes_up:
            yield from _one(question.parties(sentence, [_as_noun(noun, entry.lemma)]))


def _is_of_two(question: Question, noun: Word) -> bool:
    """*Vereins|präsident*, *Feuerwehr|sprecher*: an institution and an office, and nothing between but a letter or two;
    not *Verwaltungs|rats|präsident*, nor whoever heads a state or its government."""
    listed, entry = question.language.words, first_part(question, noun.form)
    if entry is None or noun.form in listed.heads_of_state | listed.heads_of_government:
        return False
    office = noun.form[len(entry.lemma) :]
    offices = listed.leaders | listed.spokespersons | listed.representatives
    return any(office[joint:] in offices for joint in range(_LONGEST_JOINT + 1))


def _headed(question: Question, sentence: Sentence, noun: Word) -> Iterator[Party]:
    """*Finanzministerin* → *Finanzministerium*, *Bürgermeister* → the town that the text has."""
    entry = question.nouns.person(noun)
    of = () if entry is None else entry.office_of
    for institution in of:
        prefix = noun.form.removesuffix("" if entry is None else entry.lemma.lower())
        if prefix and prefix != noun.form:
            compound = _as_noun(noun, noun.text[: len(prefix)] + institution.lower())
            known = question.nouns.institution(compound)
            yield from _called(question, sentence, noun, compound.text)
            if known is not None and known.kind == "ministry":  # there is no *Oberstaatsanwaltschaft*
                yield from _one(question.parties(sentence, [compound]))
        yield from _called(question, sentence, noun, institution)


def _called(question: Question, sentence: Sentence, noun: Word, lemma: str) -> Iterator[Party]:
    """Whom an institution's noun would take up, before the sentence or inside it."""
    for place in (noun, replace(noun, start=sentence.start, end=sentence.start)):
        yield from _one(taken_up(question, sentence, place, lemma) or ())


def _as_noun(noun: Word, lemma: str) -> Word:
    return replace(noun, text=lemma, lemma=lemma, upos="NOUN", feats="Number=Sing")


def _just_spoken_of(question: Question, sentence: Sentence, noun: Word, kinds: Sequence[SourceKind]) -> Iterator[Party]:
    """*Vorstandschef Ohm*: of whom the text just spoke, if it is of such a kind."""
    found = last_spoken_of(question, sentence, noun)
    if found is not None and question.known.sources[found.source].kind in kinds:
        yield found


def _by_office_alone(question: Question, sentence: Sentence, item: Apposition) -> Iterator[Party]:
    """*Sprecherin Moll*: whoever speaks for somebody speaks for whom the text just spoke of; *Direktor Ohm* may lead
    another house."""
    noun = item.noun
    alone = noun.form in question.language.words.spokespersons
    if alone and not any(word.upos in NOUNS for word in item.rest):
        found = last_spoken_of(question, sentence, noun)
        if found is not None:
            yield found


def _one(parties: Sequence[Party]) -> Iterator[Party]:
    if len(parties) == 1:
        yield parties[0]
