"""What something is for somebody, in quotation marks: *Für die Gewerkschaft ist das Angebot eine „Provokation“*."""

from collections.abc import Iterator

from attrib.quotation.passage import Passage, is_name
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.marks import MARKS, Quoted
from attrib.text.view import View
from attrib.text.words import NOUNS, any_lemma, first_tag, formed, tagged


def valued_as_quotes(scope: Scope) -> Iterator[Quotation]:
    """The quoted predicates of the paragraph that no frame claims, beside whom they are true for."""
    passage = scope.passage
    for quoted in passage.quoted:
        taken = quoted.depth > 0 or any(item.overlaps(quoted.span) for item in scope.found)
        found = None if taken or is_name(passage, quoted) else _valued(passage, quoted)
        if found is not None:
            yield found


def _valued(passage: Passage, quoted: Quoted) -> Quotation | None:
    view = passage.views[max(0, passage.view_at(quoted.span.start))]
    inner = [word for word in view.sentence.words if quoted.inner.contains(word)]
    clause = view.clause_of(inner[0]) if inner else view.clause(0)
    whole = all(map(clause.holds, inner)) and not any(word.is_finite for word in inner)
    if not whole or not any_lemma(clause.finite, view.language.words.state_auxiliaries):
        return None
    speaker = _for_whom(view, clause) if _is_predicate(view, clause, inner, quoted) else NO_WORD
    span = speaker_span(view, speaker) if speaker else None
    return None if span is None else _statement(view, clause, quoted, span)


def _is_predicate(view: View, clause: Clause, inner: list[Word], quoted: Quoted) -> bool:
    """*eine „Provokation“*, *„unfair“*: what the copula says of its subject; not *in der „Krone“*."""
    before = view.before(next(word for word in view.sentence.words if word.start >= quoted.span.start))
    behind = next((word for word in clause.words if word.start >= quoted.span.end and word.text not in MARKS), NO_WORD)
    article = before.form in view.language.words.indefinite_articles or before.upos in {"ADV", "PART", "AUX", "NOUN"}
    open_ = article or before.is_finite or before.upos == "PROPN"
    participle = any(word.is_participle for word in clause.words if word not in inner)
    return open_ and not participle and behind.upos not in {"NOUN", "ADJ"}


def _for_whom(view: View, clause: Clause) -> Word:
    """*für die Gewerkschaft*: the party behind a preposition of this class; NO_WORD if there is none."""
    words = view.language.words
    for preposition in formed(tagged(clause.words, {"ADP"}), words.valuing_prepositions):
        head = first_tag(view.governed_group(preposition) or (), NOUNS)
        if head and view.is_party(head) and view.language.lexicon.noun(head).reporting is None:
            return head
    return NO_WORD


def _statement(view: View, clause: Clause, quoted: Quoted, speaker: Span) -> Quotation:
    return Quotation(
        type="direct",
        marker="quotation_marks",
        medium="speech_writing",
        spans=(quoted.span,),
        sentence=view.sentence.number,
        rule="valued_as_quote",
        detail="what it is for somebody",
        speaker=(speaker,),
        lemma=clause.finite[0].lemma,
    )
