"""Where a quotation ends whose closing mark was forgotten: before its frame, if that follows in the same sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.marks import Quoted

_BEFORE_FRAMES = frozenset({",", "!", "?", "–"})


def ended(quoted: Quoted, frames: Iterable[Sequence[Frame]]) -> Quoted:
    """*„Der Pass ist offen, sagte der Wirt. …*: without the frame and what follows it; else as it was.

    A closed quotation stays as it is, and so does one that goes on over sentences: in these the verb may be any.
    """
    if quoted.closed:
        return quoted
    inside = (frame for sentence in frames for frame in sentence if _is_beside(quoted, frame))
    ends = (end for frame in inside if (end := _end(frame)) is not None)
    return replace(quoted, span=Span(quoted.span.start, next(ends, quoted.span.end)))


def _is_beside(quoted: Quoted, frame: Frame) -> bool:
    """Whether the frame stands in the sentence in which the quotation begins."""
    sentence = frame.view.sentence
    return sentence.start <= quoted.span.start and quoted.span.contains(frame.cue.anchor.span)


def _end(frame: Frame) -> int | None:
    """Where the words end, if the frame follows them: its verb first, then who speaks."""
    view, verb = frame.view, frame.cue.anchor
    mark, last = view.before(verb), view.before(verb, 2)
    follows = "quote" in frame.cue.forms and frame.clause.opening is verb and mark.text in _BEFORE_FRAMES
    if not follows or not _is_named(frame):
        return None
    return last.end if mark.text in {",", "–"} else mark.end


def _is_named(frame: Frame) -> bool:
    head: Word = subject(frame) or NO_WORD
    return head.number > frame.cue.anchor.number
