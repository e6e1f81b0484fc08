"""Clauses with *wie* that say who put the rest of the sentence forward: *Wie X mitteilte, p* · *p, wie es heißt, p*."""

from collections.abc import Iterator
from itertools import pairwise

from attrib.quotation.frame import Frame
from attrib.quotation.nameless import stands_for_nobody
from attrib.quotation.parenthesis import parenthetical
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.speaking_place import place_that_speaks
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View, merge_words, text_span
from attrib.text.words import any_form, first_form

_FARTHEST = 4
"""How many clauses before its verb the opener of a clause may stand."""


def comparative_clauses(scope: Scope) -> Iterator[Quotation]:
    """*Wie X mitteilte, p* · *p, wie X mitteilte* · *p, wie es heißt, p*."""
    for frame in scope.frames:
        clause = _opening_clause(frame)
        opener = first_form(clause.content[:2], scope.view.language.words.comparative)
        if not opener or not _may_report(frame, clause, opener) or _is_complement(frame, clause, scope):
            continue
        last = max(clause.last, scope.view.clause_of(frame.cue.verb).last)
        stretches = _around(scope.view, clause, last)
        if stretches:
            yield _comparative(frame, opener, stretches, text_span(scope.view.words(clause.first, last)))


def _opening_clause(frame: Frame) -> Clause:
    """*Wie der Direktor, Smith Dharmmasaroj, mitteilte*: what opens the verb's clause, before its appositions."""
    view = frame.view
    own = view.clause_of(frame.cue.verb)
    if own.opening.is_finite and own.finite[-1] is not own.content[-1]:
        return own  # *von Rednern, wie etwa von Weber, | wurde p betont*: the verb of the sentence
    for clause in reversed(view.clauses[max(0, own.number - _FARTHEST + 1) : own.number + 1]):
        if clause is not own and clause.kind not in {"fragment", "relative"}:
            break
        if any_form(clause.content[:2], view.language.words.comparative):
            return clause
    return own


def _may_report(frame: Frame, clause: Clause, opener: Word) -> bool:
    """Whether the clause has its verb late and says who reports, not how something is."""
    cue, words = frame.cue, clause.content
    place = words.index(opener)
    verb_first = words[min(place + 1, len(words) - 1)].is_finite and words[-1] is not cue.verb
    reports = cue.finite is not None and "clause" in cue.forms
    return reports and not verb_first and not words[0].is_finite and not _compares(frame.view, clause, opener)


def _compares(view: View, clause: Clause, opener: Word) -> bool:
    """*wie sehr sie das bemerkten* · *für wie wahrscheinlich halten Sie das* · *so laut, wie man es erwartet hatte*."""
    words = view.language.words
    opens = clause.number == 0 and opener is clause.content[0]  # *Wie mehrfach berichtet, …*
    behind = next((word for word in clause.content if word.number > opener.number), opener)
    degree = behind.form in words.degree_words or (behind.upos == "ADJ" and behind.text.islower())
    return (degree and behind is not opener and not opens) or any(
        word.form in words.equatives and following.upos in {"ADJ", "ADV"}
        for word, following in pairwise(view.previous(clause).words)
    )


def _is_complement(frame: Frame, clause: Clause, scope: Scope) -> bool:
    """*Er beschrieb, wie er gestanden hatte*: a complement of the verb before the comma."""
    others = (other for other in scope.frames if other is not frame)
    return any(_governs(other, scope.view.previous(clause)) for other in others)


def _governs(frame: Frame, clause: Clause) -> bool:
    """Whether a finite cue in the clause may have the next one as its content; not *p, sagte X, wie Y meldete*."""
    verb = frame.cue.verb
    if parenthetical(frame) is not None:
        return False
    return bool(clause) and clause.holds(verb) and (frame.cue.finite is not None or verb.has("VerbForm=Part"))


def _around(view: View, clause: Clause, last: int) -> tuple[Span, ...]:
    """The sentence around the clause; *der Fahrer, der, wie X mitteilte, geflohen ist*: the dependent clause alone."""
    dependent = view.around_aside(clause, last) if clause.last == last else None
    start, end = dependent or (view.behind_colon(clause).first, view.last_content)
    before = view.span(start, clause.first - 1) if clause.number > 0 else None
    behind = view.span(last + 1, end) if last < end else None
    return tuple(span for span in (before, behind) if span is not None)


def _comparative(frame: Frame, opener: Word, stretches: tuple[Span, ...], framing: Span) -> Quotation:
    view, cue, head = frame.view, frame.cue, subject(frame)
    impersonal = not head or stands_for_nobody(frame, head)
    speaker = place_that_speaks(frame, None) if impersonal else speaker_span(view, head)
    return Quotation(
        type="indirect",
        marker="comparative_clause",
        medium=cue.medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule="comparative_clause",
        detail=f"{opener.text} … {cue.verb.text}",
        cue=merge_words((opener, *cue.words)),
        frame=(framing,),
        speaker=(speaker,) if speaker is not None else (),
        impersonal=speaker is None,
        certainty=cue.certainty,
        lemma=cue.lemma,
    )
