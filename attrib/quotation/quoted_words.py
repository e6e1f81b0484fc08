"""Quoted words inside a clause: *bezeichnete p als „A“*, *rief „A“*, *sagte, „A“*."""

from collections.abc import Sequence

from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_start
from attrib.quotation.marks import Quoted
from attrib.quotation.passage import MARKS, Passage, is_name, is_sentential
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.speaker import subject
from attrib.quotation.verbatim import inside_numbers, verbatim
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.view import View, text_span


def fragment_frame(
    passage: Passage, view: View, cues: Sequence[Cue], quoted: Quoted, before: Sequence[Word]
) -> Quotation | None:
    """*X bezeichnete p als „A“* and *X sagte, „A“*: the quoted words are all that is said."""
    for cue in reversed([cue for cue in cues if not passage.is_quoted(cue.anchor)]):
        naming = cue.lemma in view.language.words.naming_verbs
        comma = before[-1].text == "," and "quote" in cue.forms and "clause" in cue.forms
        # *sagte, dass, „wenn es regnet, …“*: the words are part of the clause.
        comma = comma and (len(before) < 2 or before[-2].form not in view.language.words.complementizers)
        comma = comma and (is_sentential(passage, quoted) or not _goes_on(view, cue, quoted))
        # *die Kundgebung, zu der X aufgerufen hatte, „ruhig“ verlaufen*: the comma closes the cue's own clause
        described = view.clause_of(cue.anchor).kind == "relative" and not is_sentential(passage, quoted)
        comma = comma and not described
        near = cue.anchor.number < before[-1].number and _same_clause(view, cue, before[-1])
        if near and comma and before[-1].number - max(cue.verb.number, cue.anchor.number) <= 12:
            return verbatim(
                view,
                quoted,
                cue,
                subject(view, cue),
                frame=text_span(view.words(frame_start(view, cue), before[-1].number)),
                rule="verb_then_quote",
            )
        if not naming and _is_object(view, cue, before):
            return verbatim(
                view,
                quoted,
                cue,
                subject(view, cue, outside=inside_numbers(view, quoted)),
                frame=text_span(view.words(frame_start(view, cue), before[-1].number)),
                rule="quoted_object",
            )
        as_word = any(word.form in view.language.words.comparison_particles for word in before[-4:])
        verb_late = cue.verb.start > quoted.span.end or cue.anchor.number <= before[-1].number
        if naming and (as_word or cue.lemma in view.language.words.naming_without_particle) and verb_late:
            outside = inside_numbers(view, quoted)
            if cue.lemma in view.language.words.naming_without_particle and _is_proper(passage, view, quoted, before):
                return None  # *nannte die Modelle „Tiger“ und „Luchs“*, *nennt sich „Sonne 12“*
            index = view.clause_of(before[-1]).number
            if index in {view.clause_of(cue.verb).number, view.clause_of(cue.anchor).number}:
                head = subject(view, cue, outside=outside)
                start = view.words(frame_start(view, cue), frame_start(view, cue))[0].start
                frame = Span(start, before[-1].end) if start < before[-1].end else None
                if cue.finite is None and not cue.verb.has("VerbForm=Inf"):
                    return None  # *der Bär, auch „Bruno“ genannt*: its usual name, nobody's words
                if head is None and cue.passive and cue.lemma in view.language.words.naming_without_particle:
                    return None  # *wird „Political Action Committee“ genannt*: its usual name, nobody's words
                return verbatim(view, quoted, cue, head, frame=frame, rule="named_as_quote")
    return None


def _is_proper(passage: Passage, view: View, quoted: Quoted, before: Sequence[Word]) -> bool:
    """Whether the words name a thing that the noun before them says it is, or what somebody calls himself."""
    reflexive = any(word.form == "sich" for word in before[-2:])
    return reflexive or (before[-1].upos in {"NOUN", "CCONJ"} and is_name(passage, quoted))


def _goes_on(view: View, cue: Cue, quoted: Quoted) -> bool:
    """*sagte, „No-Go-Areas“ dürfe es nicht geben* · *schlug vor, „A“ zu ändern*: the words are part of a clause."""
    for word in view.sentence.words:
        if word.start < quoted.span.end or word.text in MARKS:
            continue
        if word.text in {",", ".", ";", ":", "!", "?", "–"}:
            return False
        infinitive = word.upos == "PART" and word.form == "zu"
        if (word.is_finite and word is not cue.anchor) or infinitive:
            return True
    return False


def _is_object(view: View, cue: Cue, before: Sequence[Word]) -> bool:
    """*rief „Hurra“*, *riefen Parolen wie „A“*, *antwortete mit den Worten „B“*: the words are the verb's object."""
    last = before[-1]
    if "quote" not in cue.forms or not _same_clause(view, cue, last):
        return False
    if last is cue.anchor:
        return len(cue.words) == 1 and cue.medium == "speech" and cue.lemma not in view.language.words.citing_verbs
    examples = view.language.words.example_words
    words = [word for word in before if word.form not in examples]
    if words and len(words) < len(before):
        last = words[-1]  # *Parolen wie zum Beispiel „A“*
    return last.upos == "NOUN" and noun_entry(last, view.language) is not None and last.number > cue.anchor.number


def _same_clause(view: View, cue: Cue, word: Word) -> bool:
    first, last = view.clause_of(cue.anchor).number, view.clause_of(word).number
    return all(not view.clauses[number].finite for number in range(first + 1, last + 1))
