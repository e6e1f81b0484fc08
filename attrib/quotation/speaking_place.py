"""Documents and media that speak from a phrase of place: *heißt es in dem Bericht*, *in russischen Blogs*."""

from attrib.quotation.frame import Frame, Stretch, outside_of
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, any_form, ends_in, formed, tagged

_REACH = 12
"""How many words a document may stand before the relative clause that says what is in it."""


def place_that_speaks(frame: Frame, outside: Stretch | None) -> Span | None:
    """*heißt es in dem Bericht*, *in russischen Blogs wird spekuliert*: the document or medium in a phrase of place."""
    view, words = frame.view, frame.view.language.words
    clause = view.sentence.outside_attributes(view.words(frame.first, frame.clause.last))
    near = [word for word in tagged(outside_of(clause, outside), {"ADP"}) if _is_of_frame(frame, word)]
    places = words.reading_place_prepositions if frame.cue.placed else words.speaking_place_prepositions
    for word in formed(near, places):
        relative = _is_relative_place(view, word)
        phrase = _document_before(view, word) if relative else _document(frame, word)
        if phrase:
            return text_span(phrase)
    return _opening_document(frame, outside) if frame.cue.placed or _is_to_be_found(frame) else None


def _is_of_frame(frame: Frame, word: Word) -> bool:
    """Not *um in dem Brief p zu fordern, | wird deutlich, dass q*, where the verb has its place in its own clause."""
    clause = frame.view.clause_of(word)
    return not frame.cue.placed or clause is frame.clause or clause.kind == "fragment"


def _is_to_be_found(frame: Frame) -> bool:
    """*ist zu hören, war zu erfahren, ist zu entnehmen*: it stands or sounds somewhere, and nobody says it."""
    cue, words = frame.cue, frame.view.language.words
    talk = any_form(cue.words, words.talk_nouns)  # *war von Verletzten die Rede*
    return cue.phrase and cue.lemma in words.state_auxiliaries and not talk


def _opening_document(frame: Frame, outside: Stretch | None) -> Span | None:
    """*Dem Protokoll ist zu entnehmen, dass p*: the document that opens the clause without a preposition."""
    view = frame.view
    for noun in filter(
        view.is_medium, tagged(outside_of(view.words(frame.first, frame.cue.anchor.number), outside), NOUNS)
    ):
        phrase = view.phrase(noun)
        if phrase and phrase[0].number == frame.first:
            return text_span(phrase)
    return None


def _is_relative_place(view: View, preposition: Word) -> bool:
    """*…, in dem es heißt*: the pronoun that opens a relative clause, whatever the tagger takes it for."""
    clause, word = view.clause_of(preposition), view.behind(preposition)
    opens = clause.kind == "relative" and clause.opening is preposition
    return word.is_relative or (opens and word.form in view.language.words.relative_pronouns)


def _document_before(view: View, preposition: Word) -> list[Word]:
    """*Er las den Bericht des Amtes, in dem es heißt, …*"""
    nouns = tagged(view.words(preposition.number - _REACH, preposition.number - 1), {"NOUN"})
    media = list(filter(view.is_medium, nouns))
    return view.phrase(media[-1]) if media else []


def _document(frame: Frame, preposition: Word) -> list[Word]:
    """*in dem Bericht* · *aus Paris hieß es, bei Radio Nord hieß es*: what is named behind the preposition."""
    view, words = frame.view, frame.view.language.words
    group = view.governed_group(preposition) or []
    # *in einer auf Telegram verbreiteten Erklärung*: where the statement was spread is no source
    heads = tagged(view.sentence.outside_attributes(group), NOUNS)
    if not heads or heads[0].form in words.channels:
        return []
    speaks = frame.cue.lemma in words.continuing_verbs or _is_to_be_found(frame)
    voice = preposition.form in words.voice_prepositions and speaks
    if voice and _is_voice(view, heads[0]):
        whole = view.phrase(heads[0])  # *aus dem Präsidialamt | in Kiew*
        return whole if whole[: len(group)] == group else group
    # *im weiteren Verlauf | der Mitteilung*
    parts = tagged(view.phrase(heads[0]), NOUNS) if ends_in(heads[0], words.stretch_nouns) else ()
    return view.phrase(heads[0]) if any(map(view.is_medium, (heads[0], heads[-1], *parts))) else []


def _is_voice(view: View, noun: Word) -> bool:
    """A party, or *von ukrainischer Seite*, *von Gewerkschaftsseite*."""
    side = ends_in(noun, view.language.words.side_nouns)
    return side or view.is_party(noun)
