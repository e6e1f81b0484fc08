"""Paragraphs put together across columns and pages, each as one line of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from attrib.intake.reading.printed.columns import Reading
from attrib.intake.reading.printed.hyphens import joined
from attrib.intake.reading.printed.paragraphs import Paragraph, paragraphs
from attrib.intake.reading.printed.seam import begins_sentence, goes_on, is_open
from attrib.intake.reading.printed.word import usual_size

_LOOK_AHEAD = 4
"""Columns that may stand between the two halves of a paragraph: captions, boxes."""
_MOST = 0.6
"""Of the paragraphs or lines: a habit has so many at least."""
_FULL = 0.6
"""Of the height of a line: one that is full ends so close to the edge, and a blank is no wider."""
_SENTENCE = 8
"""Words: what is shorter and has no full stop may be a heading or a name."""


class Passages(NamedTuple):
    """The paragraphs of a document in the order in which they are read."""

    texts: tuple[str, ...]
    doubtful: tuple[int, ...] = ()
    """The numbers of the pages on which the order could not be told: another one is as likely, or a sentence breaks off
    at the foot of a column and goes on nowhere."""


def passages(pages: Sequence[Reading], small: frozenset[str], coordinators: frozenset[str]) -> Passages:
    """The paragraphs of the pages; `small` are the words that occur with small letters, `coordinators` those before
    which half a word keeps its hyphen."""
    lines = [line for page in pages for block in page.blocks for line in block]
    size = usual_size([word for line in lines for word in line.words])
    cut = [
        paragraph
        for number, page in enumerate(pages, start=1)
        for block in page.blocks
        for paragraph in paragraphs(block, size=size, page=number)
    ]
    whole = list(_put_together(cut, _habits(cut, size, small)))
    doubtful = {number for number, page in enumerate(pages, start=1) if page.is_doubtful}
    doubtful |= {before.page for before, *after in _tails(whole) if _is_broken(before, after, size)}
    texts = tuple(joined([line.text for line in each.lines], coordinators) for each in whole)
    return Passages(texts, tuple(sorted(doubtful)))


def _tails(whole: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """Every paragraph with the next ones."""
    for number in range(len(whole)):
        yield whole[number : number + 2 * _LOOK_AHEAD]


@dataclass(frozen=True)
class _Habits:
    """How a document is set."""

    size: float
    """The height of most lines."""
    small: frozenset[str]
    """Words that occur with small letters."""
    is_indented: bool
    """Whether paragraphs begin with an indent."""
    is_justified: bool
    """Whether all lines of a column are of one length."""


def _habits(cut: Sequence[Paragraph], size: float, small: frozenset[str]) -> _Habits:
    body = [each for each in cut if each.is_set_in(size)]
    inner = [each.is_indented for each in body if not each.opens]
    rooms = [max(line.right for line in each.lines) - line.right for each in body for line in each.lines[:-1]]
    return _Habits(
        size,
        small,
        is_indented=bool(inner) and sum(inner) >= _MOST * len(inner),
        is_justified=bool(rooms) and sum(room < _FULL * size for room in rooms) >= _MOST * len(rooms),
    )


def _put_together(waiting: Sequence[Paragraph], habits: _Habits) -> Iterator[Paragraph]:
    """The paragraphs, each with what goes on with it in other columns."""
    queue = list(waiting)
    while queue:
        paragraph = queue.pop(0)
        while paragraph.closes and (rest := _rest(paragraph, queue, habits)) is not None:
            more = queue.pop(rest)
            lines = paragraph.lines + more.lines
            paragraph = replace(paragraph, lines=lines, closes=more.closes, room=more.room, page=more.page)
        yield paragraph


def _rest(paragraph: Paragraph, queue: Sequence[Paragraph], habits: _Habits) -> int | None:
    """The place of the paragraph at the head of a column that goes on with one at the foot of another."""
    heads = [number for number, each in enumerate(queue[: 10 * _LOOK_AHEAD]) if each.opens][:_LOOK_AHEAD]
    heads = [number for number in heads if queue[number].is_like(paragraph)]
    if not heads or not _is_full(paragraph, queue[heads[0]], habits):
        return None
    nearest = queue[heads[0]]
    if not is_open(paragraph.lines[-1].text):
        is_body = paragraph.is_set_in(habits.size)
        return heads[0] if is_body and habits.is_indented and not nearest.is_indented else None
    if paragraph.is_set_in(habits.size) and not _is_new(nearest, habits):
        return heads[0]
    return next((number for number in heads if goes_on(queue[number].lines[0].text)), None)


def _is_new(paragraph: Paragraph, habits: _Habits) -> bool:
    """Whether a paragraph at the head of a column begins there."""
    return paragraph.is_indented or begins_sentence(paragraph.lines[0].text, habits.small)


def _is_full(paragraph: Paragraph, rest: Paragraph, habits: _Habits) -> bool:
    """Whether the first word of the rest would not have fitted into the last line."""
    last, first = paragraph.lines[-1], rest.lines[0]
    word = 0.0 if habits.is_justified else first.words[0].right - first.left
    room = paragraph.room
    if paragraph.opens and len(paragraph.lines) == 1:  # alone in its column, it does not show how wide that is
        room = max(room, (first.right - first.left) - (last.right - last.left))
    return room < word + _FULL * paragraph.size


def _is_broken(paragraph: Paragraph, following: Sequence[Paragraph], size: float) -> bool:
    """Whether a sentence breaks off at the foot of a column although running text follows."""
    is_sentence = sum(len(line.words) for line in paragraph.lines) >= _SENTENCE and paragraph.is_set_in(size)
    follows = any(each.is_set_in(size) and len(each.lines) > 1 for each in following)
    is_full = paragraph.room < _FULL * paragraph.size
    return paragraph.closes and is_sentence and is_full and is_open(paragraph.lines[-1].text) and follows
