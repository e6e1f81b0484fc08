"""Whose a report or a statement is that names nobody: *einem Medienbericht zufolge*, *hieß es in einer Mitteilung*.

A report of the media is the outlet's that the text names with it, before or right behind; a statement is that of
whoever has just spoken. One candidate or none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib.records import SourceKind
from attrib.source.fitting import FAR, spoke_last
from attrib.source.kinds import OUTLETS, WITHOUT_SPEAKERS
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.source.spoken_of import last_spoken_of, only_one_before
from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.words import NOUNS


def teller(question: Question, sentence: Sentence, words: Sequence[Word], head: Word) -> Party | None:
    """The outlet of a report, or the party of a statement; None if the text does not tell which it is."""
    listed = question.language.words
    form = head.lemma.lower()
    behind = next((word for word in words if word.number > head.number), NO_WORD)
    # *heißt es in einer Mitteilung*; *wie eine Mitteilung zeigt* is a document
    stands_in = "ADP" in {words[0].upos, word_at(sentence.words, words[0].number - 2).upos}
    told = not head.is_plural and (not behind or behind.upos == "ADP")
    if form in listed.utterance_nouns and told and (stands_in or not behind):
        return _who_spoke(question, sentence, head, stands_in=stands_in)
    if (head.is_plural and not question.is_heading(sentence)) or words[-1] is not head:
        return None
    if form.endswith(tuple(listed.report_nouns)) and listed.report_nouns:
        return _outlet(question, sentence, words, head)
    of_media = any(stem in form for stem in listed.media_stems)
    return _outlet(question, sentence, words, head) if head.is_plural and of_media else None


def _outlet(question: Question, sentence: Sentence, words: Sequence[Word], head: Word) -> Party | None:
    """*dem Bericht*: the outlet that spoke last; *einem Medienbericht*, *Bericht* in a heading: the only one that the
    next sentences name as the subject."""
    heading = question.is_heading(sentence)
    definite = words[0].form in question.language.words.definite_articles and not heading
    if definite:
        last = [party for place, party in question.known.history if _is_near(question, sentence, place)][-1:]
        return last[0] if last and _kind(question, last[0]) in OUTLETS else None
    of_media = any(stem in head.lemma.lower() for stem in question.language.words.media_stems)
    if not (of_media or heading):
        return None
    found = {party.source: party for party in _outlets_ahead(question, sentence)}
    return next(iter(found.values())) if len(found) == 1 else None


def _outlets_ahead(question: Question, sentence: Sentence) -> Iterator[Party]:
    """The outlets that are the subject of a verb in a sentence or right behind it; a report is none, whose it is, is
    what is asked here."""
    reports = tuple(question.language.words.report_nouns)
    for later in question.text.sentences[sentence.number : sentence.number + FAR + 1]:
        for noun in later.words:
            phrase = question.language.grammar.phrase(later, noun) if noun.upos in {*NOUNS, "X"} else []
            report = noun.lemma.lower().endswith(reports)
            owned = report and later is not sentence and any(word.number > noun.number for word in phrase)
            bare = question.nouns.institution(noun) is not None and phrase[-1:] == [noun]
            if owned or (noun.relation == "nsubj" and phrase and not report and not bare):
                known = question.known
                parties = question.parties(later, phrase)
                marked = later.before(noun).text in DOUBLE_MARKS or (
                    owned and any(word.text in DOUBLE_MARKS for word in phrase)
                )
                if len(parties) == 1 and _is_named_outlet(question, parties[0], marked=marked):
                    yield parties[0]
                else:
                    question.known = known


def _is_named_outlet(question: Question, party: Party, *, marked: bool) -> bool:
    """*die „Rundschau“*: a name in quotation marks that speaks may be an outlet's that nothing else tells."""
    kind = _kind(question, party)
    return party.disclosure == "named" and (kind in OUTLETS or (marked and kind == "other"))


def _who_spoke(question: Question, sentence: Sentence, head: Word, *, stands_in: bool) -> Party | None:
    """*Der Verband widersprach. p, hieß es in einer Mitteilung*: the only institution that the sentence tells of before
    a colon, who spoke last, in the sentence before, or else whom that is about."""
    here = _before_colon(question, sentence, head)
    if here is not None:
        return here
    last = spoke_last(question, sentence, head)
    if len(last) != 1 or _kind(question, last[0]) in WITHOUT_SPEAKERS:
        if last or not stands_in:
            return None
        known, about = question.known, last_spoken_of(question, sentence, head)
        question.known = known if about is None else question.known
        return about
    name = question.known.sources[last[0].source].name
    return replace(last[0], rule="document_in_context", detail=f"{head.text}: {name}, who spoke last")


def _before_colon(question: Question, sentence: Sentence, head: Word) -> Party | None:
    """*Im Ministerium sieht man das anders: p, heißt es in einer Stellungnahme*."""
    colon = next((word for word in sentence.words if word.text == ":" and word.start < head.start), NO_WORD)
    return only_one_before(question, sentence, colon) if colon else None


def _is_near(question: Question, sentence: Sentence, place: int) -> bool:
    return 0 <= sentence.number - question.number_at(place) <= FAR


def _kind(question: Question, party: Party) -> SourceKind:
    return question.known.sources[party.source].kind
