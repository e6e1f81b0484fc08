"""Headings: short lines that stand over others and are no sentences."""

import re

from attrib.text.line import CLOSERS, EMPHASIS, OPENERS, Line

MOST_WORDS = 16
"""Longer lines without a full stop are paragraphs that lost it."""
_OPENING, _CLOSING = '„“”"«»‚‘‹›', '“”"«»‘’‹›'
_FRAMED = re.compile(rf"[{_OPENING}][^\n]*[{_CLOSING}],\s*(?![{_OPENING}\s])[^\n]")
"""*„Wir warten“, sagte X*: somebody speaks in a sentence, whether its full stop is there or not."""
_INNER_END = re.compile(rf"[^\W\d_]{{3}}(?:[^\W\d_]{{2}}[.!?…][{_CLOSING}]?\s+\w|[.!?…][{_CLOSING}]?\s+[^\w\s])")
"""*Das Boot sank. Dann schwieg der Funk*: a sentence ends inside of the line; *Prof. Weber* is no end of one."""


def is_question(line: Line) -> bool:
    """Whether the line is one question and nothing else."""
    return line.last == "?" and "." not in line.body.rstrip(CLOSERS + " ") and not _is_quoted(line.body)


def heads_items(line: Line, following: Line | None) -> bool:
    """*1. Vorteile:* over items."""
    return following is not None and following.is_item and line.body.rstrip(EMPHASIS).endswith(":")


def asks_over(line: Line, following: Line | None) -> bool:
    """Whether a question is short and stands over what follows, set off from what is above."""
    return following is not None and len(line.text.split()) <= MOST_WORDS and line.blank_before


def is_heading(line: Line, following: Line | None) -> bool:
    """Whether a line stands over the one that follows, and is no sentence. The last line of a text heads nothing."""
    if following is None or len(line.body.split()) > MOST_WORDS or not _starts_high(line.body):
        return False
    if line.last == "?":
        # „Kims strategisches Risiko: Was steht auf dem Spiel?“ alone on a line, with running text below it.
        return _is_quoted(line.body) and not _is_quoted(following.text)
    return (
        not line.ends_sentence
        and line.last not in ",;"
        and not (_FRAMED.search(line.body) or holds_sentence(line.body))
    )


def holds_sentence(body: str) -> bool:
    """Whether a sentence ends inside of a line."""
    return _INNER_END.search(body) is not None


def _is_quoted(body: str) -> bool:
    """Whether one pair of quotation marks encloses the whole line."""
    return len(body) > 2 and body[0] in '„“"»«‚' and body[-1] in '“”"»«‘' and body.count(body[0], 1, -1) == 0


def _starts_high(body: str) -> bool:
    first = body.lstrip(OPENERS + " ")[:1]
    return not first.islower()
