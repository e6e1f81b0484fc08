"""Whose words a noun for something said are: *Angaben der Polizei*, *Geheimdienstberichte*, *russische Medien*."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise

from attrib.quotation.reporting_noun import is_work, noun_entry
from attrib.records import Source
from attrib.source.discovery import outlet_words
from attrib.source.display import display_name
from attrib.source.fitting import is_called, nearest
from attrib.source.institutions import by_role
from attrib.source.known import Known, Party
from attrib.source.pronoun import owner
from attrib.source.publisher import hearsay
from attrib.source.resolver import Question
from attrib.source.told_by import teller
from attrib.source.unnamed_row import unnamed_group, unnamed_row
from attrib.source.whose import is_of_party
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import InstitutionNoun
from attrib.text.kebab import kebab
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.words import NOUNS

_OPENING = frozenset({"ADP", "PUNCT", "CCONJ"})
_LONGEST_ID = 60
_NEAR = 3
"""How many words behind the noun whoever said it begins."""
_SHORTEST_REST = 4
"""How long what is said is at least, as the last part of a compound."""


def reporting_noun_owner(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """*Angaben der Polizei* → the police; *Faktenblatt des Pentagon* → the Pentagon."""
    before = _owning(question, words)
    head = next((word for word in words[len(before) :] if word.upos in {"NOUN", "PROPN"}), NO_WORD)
    if _is_circle(question, words, head):
        return (unnamed_row(question, words, "other", "unnamed_party"),)
    if not _is_said(question, words, head):
        return None
    behind = _behind(question, words, head)
    if behind:
        found = question.parties(sentence, behind)
        return (
            (_work_of(question, words, head, found[0]),)
            if len(found) == 1 and is_work(head, question.language)
            else found
        )
    if before:
        return question.parties(sentence, before)
    behind_it = owner(question, sentence, words[0])
    if behind_it is not None:
        return behind_it
    earlier = _taken_up(question, sentence, words, head)
    if earlier is not None:
        return (earlier,)
    told = teller(question, sentence, words, head)
    if told is not None:
        return (told,)
    entry = noun_entry(head, question.language)
    if (entry is not None and entry.rumour) or _is_anybodys(question, words, head):
        return (question.new(hearsay(), "impersonal", "hearsay", head.text),)  # *Gerüchte, nach denen p*
    # *Die Frage*, *dieser Vorwurf*: whose it is, nobody says, and it does not speak itself.
    mute = _is_nobodys(question, words, head) and question.language.countries.first_of(words) is None
    return () if mute else (_of_words(question, sentence, words, head),)


def _work_of(question: Question, words: Sequence[Word], head: Word, author: Party) -> Party:
    """The document that speaks for whoever the text says it is by."""
    source = question.known.sources[author.source]
    name = display_name(
        question.text, _up_to_addressee(question, [word for word in words if word.number >= head.number])
    )
    id_ = f"{kebab(name)[:_LONGEST_ID]}-{question.text.document.id[:6]}"
    group = unnamed_group("document", source.country, None)
    row = Source(
        id=id_,
        name=name,
        kind="document",
        origin="unnamed",
        country=source.country,
        speaks_for=source.id,
        grouped_under=group.id,
    )
    return question.new(row, "named", "document", name, related=(group,))


def _is_circle(question: Question, words: Sequence[Word], head: Word) -> bool:
    """*libanesische Sicherheitskreise*, *Kreise der Feuerwehr*, *das Umfeld des Ministers*: some who know, and nobody
    can say who, whosesoever they are."""
    circle = head.form.endswith(tuple(question.language.words.anonymous_circles))
    first = next((word for word in words if word.upos in NOUNS), NO_WORD)
    known = question.nouns.institution(head) is not None or question.nouns.person(head) is not None
    listed = head.form in question.language.words.anonymous_circles and head.is_plural
    return circle and first is head and (listed or not known) and head.upos == "NOUN"


def _is_anybodys(question: Question, words: Sequence[Word], head: Word) -> bool:
    """*Schätzungen*, *ersten Angaben*, *den vorliegenden Informationen*: of whomever; no more is told of them than how
    new or how certain they are."""
    listed = question.language.words
    behind = [word for word in words if word.number > head.number]
    # *ersten Angaben | vom gestrigen Mittwoch*
    tentative = any(word.lemma.lower() in listed.tentative_attributes for word in words)
    # *nach erster Einschätzung*, and not *dieser Einschätzung zufolge*
    if head.lemma.lower() not in (listed.anybodys_words | listed.views if tentative else listed.anybodys_words):
        return False
    dated = tentative and all(question.language.grammar.is_time(word) for word in behind if word.upos in NOUNS)
    told = words[: words.index(head)] if dated else words
    others = [word for word in told if word is not head and word.upos not in {"DET", "NUM"}]
    return all(word.upos == "ADJ" and word.lemma.lower() in listed.tentative_attributes for word in others)


def _taken_up(question: Question, sentence: Sentence, words: Sequence[Word], head: Word) -> Party | None:
    """*die Studie*: the work of that kind that the text brought in last; None if it brought in none, or two at once."""
    if words == [head] and question.is_heading(sentence):
        return _brought_in_below(question, head)
    definite = question.language.words.definite_articles | question.language.words.demonstratives
    if words[0].form not in definite or words[-1] is not head or head.is_plural:
        return None
    works = [item for item in question.cast.before(words[0].start) if item.source.kind == "document"]
    found = nearest([item for item in works if is_called(item, head)], sentence, head)
    detail = f"{head.text}: the one brought in before"
    return question.adopt(found[0], "named", "document_in_context", detail) if len(found) == 1 else None


def _brought_in_below(question: Question, head: Word) -> Party | None:
    """*Studie: Jugend schläft zu wenig*: the only work of that kind that the article brings in below its heading."""
    works = [item for item in question.cast.referents.values() if item.source.kind == "document"]
    called = [item for item in works if is_called(item, head) and item.phrase is not None]
    detail = f"{head.text}: the one brought in below"
    return question.adopt(called[0], "named", "document_in_context", detail) if len(called) == 1 else None


def _is_nobodys(question: Question, words: Sequence[Word], head: Word) -> bool:
    """A noun that is no document, one of thinking whose owner cannot speak or is not told: *Ansicht der Wissenschaft*,
    *die Meinung*, *unsere Einschätzung*; not *erste Erkenntnisse*."""
    entry = noun_entry(head, question.language)
    thought = entry is not None and entry.medium == "speech_thought" and not entry.document
    owned = any(word.upos in {"NOUN", "PROPN"} and word.number > head.number for word in words)
    listed = question.language.words
    definite = words[0].form in listed.definite_articles | listed.pronouns_first_person
    return question.language.lexicon.voice(head) == "none" or (thought and (owned or definite))


def _is_said(question: Question, words: Sequence[Word], head: Word) -> bool:
    """Whether the noun is for something said, and neither an outlet nor an institution."""
    if noun_entry(head, question.language) is None:
        return False
    if head in outlet_words(question, words)[-1:]:
        return False  # *die Salzburger Nachrichten*: an outlet and nothing that was said
    return question.nouns.institution(head) is None or not _is_placed(question, words, head)


def _is_placed(question: Question, words: Sequence[Word], head: Word) -> bool:
    """*die US-Botschaft*, *die britische Botschaft*, *die Botschaft | in Riad*: whose it is or where it stands is
    told by a country or place, so that an institution's noun is no message."""
    countries, behind = question.language.countries, [word for word in words if word.number > head.number]
    before = [word for word in words if word.number < head.number]
    listed = question.language.words.speaking_place_prepositions
    stands = any(word.form in listed and place.upos == "PROPN" for word, place in pairwise(behind))
    return stands or countries.of_prefix(head.text) is not None or countries.first_of(before) is not None


def _behind(question: Question, words: Sequence[Word], head: Word) -> Sequence[Word]:
    """The words behind the noun that say whose it is; none if they hold no noun, or too far away, or say what else it
    is: *Gesetz | mit schweren Mängeln*, *Angaben | vom Dienstag*."""
    behind = [word for word in words if word.number > head.number]
    opening = next((word for word in behind if word.upos == "ADP"), NO_WORD)
    nouns = [word for word in behind if word.upos in {"NOUN", "PROPN"}]
    if opening and nouns and opening.number < nouns[0].number and not _is_owning(question, head, opening):
        return ()
    if nouns and question.language.lexicon.voice(nouns[0]) == "none":
        return ()
    if behind and behind[0].text in DOUBLE_MARKS:
        return ()  # *die Studie „Rost am Fluss“*: a title
    owner = [*dropwhile(lambda word: word.upos in _OPENING, behind)]
    named = any(word.upos in {"NOUN", "PROPN"} for word in owner)
    return owner if named and len(behind) - len(owner) < _NEAR else ()


def _owning(question: Question, words: Sequence[Word]) -> Sequence[Word]:
    """*Anna Reid's | claim*: the words of who owns it, where that stands before the noun; none if nobody does."""
    if not question.language.grammar.HEAD_LAST:
        return ()
    last = next((place for place, word in enumerate(words) if word.upos == "PART" and word.relation == "case"), 0)
    return words[:last] if any(word.deprel == "nmod:poss" for word in words[:last]) else ()


def _is_owning(question: Question, head: Word, preposition: Word) -> bool:
    """*Angaben von*, *Bericht in*, *Interview mit*: whether who says it may stand behind a preposition."""
    words = question.language.words
    partner = head.form in words.interview_words and preposition.form in words.partner_prepositions
    owning = words.speaking_place_prepositions | words.agent_prepositions
    return partner or preposition.form in owning or preposition.form not in words.prepositions


def _of_words(question: Question, sentence: Sentence, words: Sequence[Word], head: Word) -> Party:
    """Who says it by the noun's own parts and its adjective: an institution, media, a government, else a document."""
    country = question.language.countries.first_of(words)
    if _is_of_media(question, head):
        return unnamed_row(question, words, "media", "document")
    institution = _compound_institution(question, sentence, head, country)
    if institution is not None:
        return institution
    noun = question.nouns.government
    # *russische Angaben* are the government's, *eine russische Quelle* is anybody
    one = words[0].form in question.language.words.indefinite_articles
    entries = () if country is None or noun is None or one else question.registry.by_role(noun, country)
    if len(entries) == 1:
        return question.registered(entries[0], "role", "nationality", " ".join(word.text for word in words))
    party = unnamed_row(question, words, "document", "document")
    return replace(party, disclosure="named") if _is_titled(question, words, head) else party


def _is_titled(question: Question, words: Sequence[Word], head: Word) -> bool:
    """*die Studie „Rost am Fluss“*, *die Verfassung*: a document whose title or issuer is told, or the only one."""
    marked = any(word.text in DOUBLE_MARKS for word in words)
    definite = words[0].form in question.language.words.definite_articles
    unique = definite and head.lemma.lower() in question.language.words.constitutions
    return marked or unique or is_of_party(question, _up_to_addressee(question, words), head)


def _up_to_addressee(question: Question, words: Sequence[Word]) -> Sequence[Word]:
    """*eine Mail des Chefs | an die Belegschaft*: what stands before a preposition that names no author."""
    other = (word.upos == "ADP" and word.form not in question.language.words.agent_prepositions for word in words)
    return words[: next((place for place, found in enumerate(other) if found and place), len(words))]


def _is_of_media(question: Question, head: Word) -> bool:
    """*russische Medien, Staatsmedien, Presseberichte*: a country's media are not its government."""
    form = head.lemma.lower()
    return any(stem in form for stem in question.language.words.media_stems)


def _compound_institution(question: Question, sentence: Sentence, head: Word, country: str | None) -> Party | None:
    """*Geheimdienstberichte*, *Polizeiangaben*, *NASA-Angaben*: the first part of the compound is who says it."""
    prefixed = question.language.countries.of_prefix(head.text)
    first, hyphen, _ = head.text.partition("-")
    if prefixed is None and hyphen and len(first) > 1 and first[:1].isupper():
        return _prefixed(question, sentence, head, first)
    country, form = prefixed or (country, head.lemma)
    return _institution_in(question, sentence, head, country, form)


def _prefixed(question: Question, sentence: Sentence, head: Word, first: str) -> Party | None:
    """*NASA-Angaben*: who says it; *eine DNA-Analyse* is of something, unless the text knows a party of that name."""
    before = question.known
    found = question.parties(sentence, [replace(head, text=first, lemma=first, upos="PROPN")])
    entry = noun_entry(head, question.language)
    work = entry is not None and entry.document
    if len(found) != 1 or (work and not is_known(question, before, found[0].source)):
        question.known = before
        return None
    return found[0]


def is_known(question: Question, known: Known, party: str) -> bool:
    """Whether a party was there before: it has spoken, the registry has it, or the text names it in full."""
    return party in known.sources or party in question.registry.by_id or party in question.cast.referents


def _institution_in(question: Question, sentence: Sentence, head: Word, country: str | None, form: str) -> Party | None:
    """The institution that a compound begins with: of a country, or the one of this text."""
    entry = first_part(question, form.lower())
    if entry is None:
        return None
    party = None if country is None else by_role(question, entry.lemma, country, detail=head.text)
    said = noun_entry(head, question.language)
    if party is not None or said is None or said.document:
        return party  # *Geheimdienstberichte* without a country may be anybody's
    return next(iter(first_institution(question, sentence, head)), None)


def first_institution(question: Question, sentence: Sentence, noun: Word) -> tuple[Party, ...]:
    """*Polizeiangaben* are those of the police, *Behördenangaben* of some authorities; none if the compound begins with
    no institution."""
    entry = first_part(question, noun.lemma.lower())
    if entry is None:
        return ()
    several = question.language.grammar.begins_with_plural(noun.lemma.lower(), entry.lemma.lower())
    alone = replace(noun, text=entry.lemma, lemma=entry.lemma, feats="Number=Plur" if several else "Number=Sing")
    return question.parties(sentence, [alone])


def first_part(question: Question, form: str) -> InstitutionNoun | None:
    """The noun for an institution that a compound begins with; None if it begins with none."""
    nouns = question.language.institution_nouns
    long = (entry for entry in nouns if len(form) >= len(entry.lemma) + _SHORTEST_REST)
    return next((entry for entry in long if form.startswith(entry.lemma.lower())), None)
