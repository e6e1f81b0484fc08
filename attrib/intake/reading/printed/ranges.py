"""Along a white strip: from which line to which there are columns beside it."""

from collections.abc import Iterator, Sequence

from attrib.intake.reading.printed.strips import Strip, common, is_between_columns, sides
from attrib.intake.reading.printed.word import LARGE, Line, usual_size

Range = tuple[int, int]
"""Lines from one number up to another, which is no longer meant."""

NEAR = 0.7
"""Of the height of a line: what is further below it does not go on with a column."""
BLANK = 2.5
"""Of the height of a line: a white band over all columns that may end them."""


def longest(found: Sequence[Strip], lines: Sequence[Line]) -> tuple[Strip, Sequence[Range]]:
    """The longest strip, as far as others go on with it above and below, and where there are columns beside it."""
    best, *others = sorted(found, key=lambda strip: (strip.first - strip.last, strip.left))
    chain, whole = [best], best
    for other in others:
        is_apart = all(other.first > each.last or other.last < each.first for each in chain)
        left, right = max(whole.left, other.left), min(whole.right, other.right)
        if is_apart and left < right:
            chain.append(other)
            whole = whole._replace(left=left, right=right)
    in_order = sorted(chain, key=lambda strip: strip.first)
    return whole, [each for strip in in_order for each in _ranges(strip, lines)]


def _ranges(strip: Strip, lines: Sequence[Line]) -> list[Range]:
    """The lines in which there are columns on both sides, cut where a white band or a heading may end them."""
    start, end = _extent(strip, lines)
    ranges: list[Range] = []
    for first, last in _cuts(strip, lines, start, end):
        if first >= start and all(
            is_between_columns(strip, lines[slice(*each)]) for each in ((start, first), (last, end))
        ):
            ranges.append((start, first))
            start = last
    return [*ranges, (start, end)]


def _extent(strip: Strip, lines: Sequence[Line]) -> Range:
    """From where to where: what stands on one side alone belongs there if nothing follows, or if it goes on nearby."""
    top, bottom = common(*sides(strip, lines[strip.first : strip.last + 1]))
    both = [number for number in range(strip.first, strip.last + 1) if lines[number].is_between(top, bottom)]
    start, end = both[0], both[-1] + 1
    while start > strip.first and (
        strip.first == 0 or _goes_on(strip, lines[start - 1], lines[start : strip.last + 1])
    ):
        start -= 1
    is_last = strip.last == len(lines) - 1
    while end <= strip.last and (is_last or _goes_on(strip, lines[end], lines[strip.first : end][::-1])):
        end += 1
    return start, end


def _goes_on(strip: Strip, line: Line, others: Sequence[Line]) -> bool:
    """Whether a line is close to the nearest one of its side, and set like that."""
    side = next(at for at, words in enumerate(sides(strip, [line])) if words)
    beside = next((words[0] for other in others if (words := sides(strip, [other])[side])), None)
    if beside is None:
        return False
    distance = max(beside.top - line.bottom, line.top - beside.bottom)
    return distance <= NEAR * line.size and beside.is_like(line.size)


def _cuts(strip: Strip, lines: Sequence[Line], start: int, end: int) -> Iterator[Range]:
    """Where columns may end although the strip goes on: the lines of a heading, or none below a white band."""
    size = usual_size([word for line in lines[start:end] for word in line.words])
    bottom, number = lines[start].bottom, start
    while number < end:
        heading = number
        while heading < end and _is_alone(strip, lines, heading, size):
            heading += 1
        if heading > number or lines[number].top - bottom > BLANK * size:
            yield number, heading
        bottom = max(bottom, *(line.bottom for line in lines[number : heading + 1]))
        number = heading + 1


def _is_alone(strip: Strip, lines: Sequence[Line], number: int, size: float) -> bool:
    """Whether a line is a heading on one side and nothing stands beside it on the other."""
    line = lines[number]
    found = {strip.side(word) for word in line.words}
    if line.size <= LARGE * size or len(found) > 1 or found == {0}:
        return False
    top, bottom = line.top - size / 2, line.bottom + size / 2
    around = (
        word for each in lines[max(0, number - 3) : number + 4] if each.is_between(top, bottom) for word in each.words
    )
    return all(strip.side(word) in found for word in around)
