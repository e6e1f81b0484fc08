"""Content by the tree: what a language gets for nothing, for functions that its own `content.py` does not define.

*Boru said that p* · *Boru said p* · *Boru promised to do p*: the clause behind the verb that the tree gives it.
"""

from collections.abc import Sequence

from attrib.quotation.frame import ContentKind, ContentStart, Frame
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import content, first

_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})


def content_start(frame: Frame) -> ContentStart | None:
    """The first word of the verb's content behind it, where the verb may have content of that kind."""
    view, cue = frame.view, frame.cue
    behind = max(cue.verb.number, cue.anchor.number)
    clauses = (child for child in view.sentence.children(cue.verb) if child.relation in _CONTENT)
    openings = (_opening(view.sentence, child) for child in clauses)
    opening = first(openings, lambda word: word.number > behind)
    kind = _kind(view.clause_of(opening)) if opening else "complement"
    wanted = "infinitive" if kind == "infinitive" else "clause"
    return (opening.number, kind) if opening and wanted in cue.forms else None


def _kind(clause: Clause) -> ContentKind:
    if clause.kind == "complement" or clause.kind == "infinitive":
        return clause.kind
    return "verb_second"


def _opening(sentence: Sentence, head: Word) -> Word:
    """The first word below a word, marks left aside."""
    return next(iter(content(sentence.subtree(head))), NO_WORD)


def content_end(view: View, first: int, kind: ContentKind) -> int:
    """The last word below the verb of the clause that begins at word `first`."""
    word = view.word(first)
    for head in _heads(view.sentence, word):
        if _opening(view.sentence, head).number < first:
            break
        word = head
    return min(view.sentence.subtree(word)[-1].number, view.last_content)


def _heads(sentence: Sentence, word: Word) -> Sequence[Word]:
    """The words above a word, from the nearest on."""
    found: list[Word] = []
    while (head := sentence.word(word.head)) and head not in found:
        found.append(head)
        word = head
    return found


def before_matrix(view: View, first: int, last: int) -> int:
    """The content ends where the tree says."""
    return last


def noun_content(view: View, number: int) -> ContentKind | None:
    """*the claim that p, the promise to do p*: a clause with a word that opens it."""
    kind = view.clause(number).kind
    return kind if kind == "complement" or kind == "infinitive" else None


def governor_of_content(view: View, number: int) -> Word:
    """Order alone decides."""
    return NO_WORD
