"""What somebody quotes others with in his own words: *“The Crown says | that both knew,” the lawyer argued.* · *Claims
| that the gates were open | were false, the guard said.*"""

from collections.abc import Iterator
from dataclasses import replace

from attrib.quotation.complement import complements
from attrib.quotation.frame import Frame
from attrib.quotation.noun import noun_contents
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.stand_found import StandFound, find_stands
from attrib.text.analysis import NO_WORD


def quoted_inside(scope: Scope) -> Iterator[Quotation]:
    """Indirect statements in a verbatim one whose frame names another party than the one who is quoted."""
    about = scope.about
    if about is None or about.type != "direct":
        return
    passage = scope.passage
    for view, frames in zip(passage.views, passage.frames, strict=True):
        inside = tuple(frame for frame in frames if about.covers(frame.cue.verb.span) and _names_other(frame))
        for item in complements(replace(scope, view=view, frames=inside)) if inside else ():
            if item.speaker and all(map(about.covers, (*item.spans, *item.speaker))) and not _is_known(scope, item):
                yield item.with_(rule="quoted_inside")


def claims_inside(scope: Scope) -> Iterator[Quotation]:
    """What a noun of saying introduces in somebody's statement, where a stand on it is taken in the same words."""
    about = scope.about
    if about is None or about.type not in {"direct", "indirect"} or about.rule == "noun_content":
        return
    for view in scope.passage.views:
        stands = [item for item in find_stands(view) if about.covers(item.word.span)]
        for item in noun_contents(replace(scope, view=view)) if stands else ():
            inside = all(map(about.covers, (*item.spans, *item.cue))) and not _is_known(scope, item)
            if inside and any(_is_on(stand, item) for stand in stands):
                yield item.with_(rule="claim_inside")


def _is_on(stand: StandFound, item: Quotation) -> bool:
    """Whether the noun of what is said is the subject or the object of the stand."""
    view = stand.view
    noun = next((word for word in view.sentence.words if any(span.contains(word) for span in item.cue)), NO_WORD)
    apart = not any(span.contains(stand.word.span) for span in (*item.spans, *item.cue))
    near = view.word(noun.head)
    return apart and (near is stand.word or stand.word in view.sentence.children(near))


def _names_other(frame: Frame) -> bool:
    """A party that says something, and is no pronoun: whom *he* means is seldom clear in what somebody else says, and
    what others think (*people believe that p*) is only how he puts it."""
    head, view = subject(frame), frame.view
    thinks = frame.cue.medium in {"thought", "speech_thought"}
    return head.upos in {"NOUN", "PROPN"} and view.is_party(head) and not thinks and not frame.cue.needs_document


def _is_known(scope: Scope, item: Quotation) -> bool:
    return any(other.cue == item.cue or other.spans == item.spans for other in scope.found)
