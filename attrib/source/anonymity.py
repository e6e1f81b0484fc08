"""Why a party stays anonymous, if the text says so: *die anonym bleiben wollten*, *weil er nicht befugt war*."""

from collections.abc import Sequence

from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View


def anonymity(view: View, mention: Span) -> Span | None:
    """The clause behind a mention, or before it, that speaks of anonymity, with the reason that follows it.

    None if no clause of the sentence does. The words of the mention itself (*ein anonymer Beamter*) are no clause.
    """
    for clause in view.clauses:
        words = _words(view, clause, mention)
        if words:
            return Span(words[0].start, _reason(view, clause) or words[-1].end)
    return None


def _words(view: View, clause: Clause, mention: Span) -> Sequence[Word]:
    """The words of the clause that speak of anonymity; none where it does not."""
    says = [word for word in clause.words if word.form in view.language.words.anonymity_reasons]
    if all(mention.contains(word) for word in says):
        return ()
    # *unter der Bedingung der Anonymität* stands in the mention's own clause: the phrase alone.
    own = any(mention.contains(word) for word in clause.words)
    return _phrase(clause.words, mention, says[-1]) if own else clause.words


def _reason(view: View, clause: Clause) -> int | None:
    """The end of the clause behind that says why."""
    following = view.next(clause)
    return following.words[-1].end if following.opening.form in view.language.words.reason_subordinators else None


def _phrase(words: Sequence[Word], mention: Span, said: Word) -> Sequence[Word]:
    """From its preposition on, behind the mention or before it, up to the word that says it."""
    upto = [word for word in words if word.start <= said.start]
    behind = [word for word in upto if word.start >= mention.end]
    stretch = behind or [word for word in upto if word.end <= mention.start]
    first = next((place for place, word in enumerate(stretch) if word.upos == "ADP"), 0)
    return stretch[first:]
