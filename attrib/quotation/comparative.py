"""Frames in a clause of comparison: *wie X mitteilte*."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib.quotation.cues import Cue
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.speaking_place import place_that_speaks
from attrib.text.analysis import Word
from attrib.text.view import View, merge_words, text_span


def comparative_clauses(view: View, cues: tuple[Cue, ...]) -> Iterator[Quotation]:
    """*Wie X mitteilte, p* · *p, wie X mitteilte* · *p, wie es heißt, p*."""
    for cue in cues:
        index = _opening_field(view, view.clause_of(cue.verb).number)
        words = [word for word in view.clauses[index].words if word.upos != "PUNCT"]
        openers = view.language.words.comparative
        place = next((i for i, word in enumerate(words[:2]) if word.form in openers), None)
        if place is None or cue.finite is None or "clause" not in cue.forms:
            continue
        if words[min(place + 1, len(words) - 1)].is_finite and words[-1] is not cue.verb:
            continue
        if words[0].is_finite or _compares(view, words, place, index):
            continue
        found = _comparative(view, cue, index, words[place], cues)
        if found is not None:
            yield found


def _compares(view: View, words: Sequence[Word], place: int, index: int) -> bool:
    """*wie sehr sie das bemerkten* · *für wie wahrscheinlich halten Sie das* · *so laut, wie man es erwartet hatte*."""
    degree = view.language.words.degree_words
    opens = place == 0 and index == 0  # *Wie mehrfach berichtet, …*
    behind = words[place + 1 : place + 2]
    if any(word.form in degree or (word.upos == "ADJ" and word.text.islower()) for word in behind) and not opens:
        return True
    before = view.clauses[index - 1].words if index > 0 else ()
    return any(
        word.form in view.language.words.equatives and following.upos in {"ADJ", "ADV"}
        for word, following in pairwise(before)
    )


def _opening_field(view: View, index: int) -> int:
    """*Wie der Direktor, Smith Dharmmasaroj, mitteilte*: the clause that opens the clause, before its appositions."""
    for number in range(index, max(-1, index - 4), -1):
        words = [word for word in view.clauses[number].words if word.upos != "PUNCT"]
        if number < index and view.clauses[number].kind not in {"fragment", "relative"}:
            break
        if any(word.form in view.language.words.comparative for word in words[:2]):
            return number
    return index


def _governs(view: View, other: Cue, index: int) -> bool:
    """Whether a finite cue right before the comma may have the clause as its content."""
    return view.clause_of(other.verb).number == index - 1 and (
        other.finite is not None or other.verb.has("VerbForm=Part")
    )


def _comparative(view: View, cue: Cue, index: int, opener: Word, cues: tuple[Cue, ...]) -> Quotation | None:
    clause = view.clauses[index]
    if index > 0 and any(_governs(view, other, index) for other in cues if other is not cue):
        return None  # *Er beschrieb, wie er gestanden hatte* is a complement of the verb before.
    last = max(clause.last, view.clause_of(cue.verb).last)
    before = view.span(1, clause.first - 1) if index > 0 else None
    behind = view.span(last + 1, view.last_content) if last < view.last_content else None
    stretches = tuple(span for span in (before, behind) if span is not None)
    if not stretches:
        return None
    head = subject(view, cue)
    impersonal = head is None or head.form in view.language.words.impersonal_subjects
    speaker = place_that_speaks(view, cue, None) if impersonal or head is None else speaker_span(view, head)
    return Quotation(
        type="indirect",
        marker="comparative_clause",
        medium=cue.medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule="comparative_clause",
        detail=f"{opener.text} … {cue.verb.text}",
        cue=merge_words((opener, *cue.words)),
        frame=(text_span(view.words(clause.first, last)),),
        speaker=(speaker,) if speaker is not None else (),
        impersonal=speaker is None,
        certainty=cue.certainty,
        lemma=cue.lemma,
    )
