"""Lines of a paragraph → one line, words put together that were broken at the end of a line."""

import re
from collections.abc import Sequence

from attrib.text.hyphen import HYPHENS, joint

HYPHEN = "\u00ad"
"""What ends a line that breaks off inside a word, whichever hyphen was printed there."""
_BROKEN = re.compile(rf"\w[{HYPHENS}]$")


def joined(lines: Sequence[str], coordinators: frozenset[str]) -> str:
    """One line. A hyphen at the end goes if a small letter follows, unless it is that of one of the `coordinators`.

    *Bundes-⏎und Landesregierung* keeps its hyphen and gets a blank, *E-⏎Mail* and *5-⏎mal* keep it without one.
    """
    text = ""
    for line in lines:
        if not text:
            text = line
        elif not _BROKEN.search(text):
            text = f"{_ending(text)} {line}"
        else:
            text = _put_together(text[:-1], line, coordinators)
    return _ending(text)


def _ending(text: str) -> str:
    """The text with a hyphen at its end that is one."""
    return f"{text[:-1]}-" if text.endswith(HYPHEN) else text


def _put_together(head: str, line: str, coordinators: frozenset[str]) -> str:
    keeps_hyphen, blank = joint(head, line, coordinators)
    return f"{head}{'-' * keeps_hyphen}{blank}{line}"
