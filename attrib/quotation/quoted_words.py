"""Quoted words inside a clause: *bezeichnete p als „A“*, *rief „A“*, *sagte, „A“*."""

from collections.abc import Sequence

from attrib.quotation.frame import Frame
from attrib.quotation.passage import Passage, is_name, is_sentential, word_behind, words_within
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.speaker import subject
from attrib.quotation.speaking_place import place_that_speaks
from attrib.quotation.stretch import FULL_STOPS
from attrib.quotation.syntax import content_start
from attrib.quotation.verbatim import goes_on_speaking, inside_numbers, verbatim
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.marks import MARKS, Quoted
from attrib.text.view import text_span
from attrib.text.words import any_clause_finite, any_finite, any_form, ends_in

_FARTHEST = 12
"""How many words after the verb the quoted words may begin."""
_OPENING = frozenset({"PUNCT", "ADP", "DET", "ADJ", "SCONJ"})
_GOING_ON = frozenset({"VERB", "AUX", "PART", "NOUN", "PROPN"})
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "–"})


def fragment_frame(
    passage: Passage, frames: Sequence[Frame], quoted: Quoted, before: Sequence[Word]
) -> Quotation | None:
    """*X bezeichnete p als „A“* and *X sagte, „A“*: the quoted words are all that is said.

    `before` are the sentence's words before the opening mark.
    """
    for frame in reversed([item for item in frames if not passage.holds(item)]):
        if _is_said_by_context(frame, quoted):
            continue
        naming = frame.cue.lemma in frame.view.language.words.naming_verbs
        if _is_behind_comma(passage, frame, quoted, before):
            framing = text_span(frame.view.words(frame.first, before[-1].number))
            return verbatim(frame, quoted, subject(frame), framing=framing, rule="verb_then_quote")
        head = subject(frame, outside=inside_numbers(frame.view, quoted))
        if not naming and (_is_object(frame, before) or _is_all_that_is_said(passage, frame, quoted, before)):
            framing = text_span(frame.view.words(frame.first, before[-1].number))
            found = verbatim(frame, quoted, head, framing=framing, rule="quoted_object")
            return found.with_(listed=True)
        if naming and _may_name(frame, quoted, before):
            if _is_proper(passage, frame, quoted, before):
                return None  # *nannte die Modelle „Tiger“ und „Luchs“*, *nennt sich „Sonne 12“*
            if _is_in_its_clause(frame, before[-1]):
                return None if _is_usual_name(frame, head) else _named(frame, quoted, head, before[-1])
    return None


def _is_said_by_context(frame: Frame, quoted: Quoted) -> bool:
    """*Er sei „entsetzt“*, *Es drohe „A“*: a main clause that goes on with what somebody says and has no speaker of its
    own; the quoted words are a part of it."""
    outside = inside_numbers(frame.view, quoted)
    head = subject(frame, outside=outside)
    placed = place_that_speaks(frame, outside) is not None
    return frame.clause.kind == "main" and head.upos != "PROPN" and not placed and goes_on_speaking(frame, head)


def _is_behind_comma(passage: Passage, frame: Frame, quoted: Quoted, before: Sequence[Word]) -> bool:
    """*X sagte, „A“*: behind the comma that ends the clause of a verb of saying."""
    cue, last = frame.cue, before[-1]
    if last.text != "," or not {"quote", "clause"} <= set(cue.forms):
        return False
    # *sagte, dass, „wenn es regnet, …“*: the words are part of the clause.
    if any_form(before[-2:-1], frame.view.language.words.complementizers):
        return False
    # *die Kundgebung, zu der X aufgerufen hatte, „ruhig“ verlaufen*: the comma closes the cue's own clause
    if not is_sentential(passage, quoted) and (frame.clause.kind == "relative" or _goes_on(frame, quoted)):
        return False
    if _is_attribute(passage, quoted):
        return False  # *den spröden, „preußischen“ Beamten*
    near = last.number - max(cue.verb.number, cue.anchor.number) <= _FARTHEST
    return near and cue.anchor.number < last.number and _is_same_clause(frame, last)


def _is_attribute(passage: Passage, quoted: Quoted) -> bool:
    """Whether the words end with an adjective whose noun stands behind the marks."""
    words = words_within(passage, quoted.inner)
    return bool(words) and words[-1].upos == "ADJ" and word_behind(passage, quoted.span.end).upos == "NOUN"


def _goes_on(frame: Frame, quoted: Quoted) -> bool:
    """*sagte, „No-Go-Areas“ dürfe es nicht geben* · *schlug vor, „A“ zu ändern*: the words are part of a clause."""
    markers = frame.view.language.words.infinitive_markers
    for word in frame.view.sentence.words:
        if word.start < quoted.span.end or word.text in MARKS:
            continue
        if word.text in _ENDS:
            return False
        infinitive = word.upos == "PART" and word.form in markers
        if infinitive or (word.is_finite and word is not frame.cue.anchor):
            return True
    return False


def _is_object(frame: Frame, before: Sequence[Word]) -> bool:
    """*rief „Hurra“*, *riefen Parolen wie „A“*, *antwortete mit den Worten „B“*: the words are the verb's object."""
    view, cue, last = frame.view, frame.cue, before[-1]
    if "quote" not in cue.forms or not _is_same_clause(frame, last):
        return False
    if last is cue.anchor:
        return len(cue.words) == 1 and cue.medium == "speech" and cue.lemma not in view.language.words.citing_verbs
    # *Parolen wie zum Beispiel „A“*
    examples = view.language.words.example_words
    noun = next((word for word in reversed(before) if word.form not in examples), last)
    if ends_in(noun, view.language.words.named_things):
        return False  # *kündigte an, das Buch „A“ zu drucken*: its title
    return noun.upos == "NOUN" and noun_entry(noun, view.language) is not None and noun.number > cue.anchor.number


def _is_all_that_is_said(passage: Passage, frame: Frame, quoted: Quoted, before: Sequence[Word]) -> bool:
    """*stated "we are ready"*, *told the paper "it is over"*: a clause in marks behind a verb of saying, where a
    language puts no comma there; not *said that "it is over"*, nor *said the "plan is dead"*."""
    view, last = frame.view, before[-1]
    if view.language.grammar.VERB_SECOND or "quote" not in frame.cue.forms or not _is_clause(passage, quoted):
        return False
    start = content_start(frame)
    inside = start is None or view.word(start[0]).start >= quoted.span.start
    opens = last.upos not in _OPENING and last.form not in view.language.words.complementizers
    closes = word_behind(passage, quoted.span.end).upos not in _GOING_ON
    return inside and opens and closes and frame.cue.anchor.number <= last.number and _is_same_clause(frame, last)


def _is_clause(passage: Passage, quoted: Quoted) -> bool:
    words = words_within(passage, quoted.inner)
    return any_finite(words) and any(word.relation == "nsubj" for word in words)


def _is_same_clause(frame: Frame, word: Word) -> bool:
    """Whether no other finite verb begins a clause between the cue and the word."""
    last = frame.view.clause_of(word).number
    return not any_clause_finite(frame.view.clauses[frame.clause.number + 1 : last + 1])


def _is_in_its_clause(frame: Frame, word: Word) -> bool:
    """Whether the word stands in the clause of the verb or of its finite form."""
    number = frame.view.clause_of(word).number
    return number in {frame.clause.number, frame.view.clause_of(frame.cue.verb).number}


def _may_name(frame: Frame, quoted: Quoted, before: Sequence[Word]) -> bool:
    """*bezeichnete p als „A“*, *nannte p „A“*; with the verb before the words, or closing their clause."""
    cue, words = frame.cue, frame.view.language.words
    particle = any_form(before[-4:], words.comparison_particles) or cue.lemma in words.naming_without_particle
    # *nannte den Plan einen Fehler. | „Wir wollen ihn nicht.“*
    own = before[-1].text not in FULL_STOPS
    return own and particle and (cue.verb.start > quoted.span.end or cue.anchor.number <= before[-1].number)


def _is_proper(passage: Passage, frame: Frame, quoted: Quoted, before: Sequence[Word]) -> bool:
    """Whether the words name a thing, or what somebody calls himself, or are all that is mentioned."""
    words = frame.view.language.words
    if frame.cue.lemma not in words.naming_without_particle:
        return False
    return is_name(passage, quoted) or any_form(before[-2:], words.third_reflexives) or _is_mentioned(frame, before)


def _is_mentioned(frame: Frame, before: Sequence[Word]) -> bool:
    """*nennt „Twitter“ und „Facebook“*: nothing is called so, the verb has no other object."""
    head = subject(frame)
    own = set(frame.view.phrase(head)) if head else set()
    clause = [word for word in before if frame.view.clause_of(word).number == frame.clause.number]
    return not any(word.upos in {"NOUN", "PROPN", "PRON"} and word not in own for word in clause)


def _is_usual_name(frame: Frame, head: Word) -> bool:
    """*der Bär, auch „Bruno“ genannt* · *wird „Political Action Committee“ genannt*: nobody's words."""
    cue = frame.cue
    participle = cue.finite is None and not cue.verb.has("VerbForm=Inf")
    nameless = not head and cue.passive and cue.lemma in frame.view.language.words.naming_without_particle
    return participle or nameless


def _named(frame: Frame, quoted: Quoted, head: Word, last: Word) -> Quotation:
    start = frame.view.word(frame.first).start
    framing = Span(start, last.end) if start < last.end else None
    return verbatim(frame, quoted, head, framing=framing, rule="named_as_quote")
