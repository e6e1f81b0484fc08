"""Hyphens at the end of a line: which of them are part of the word, and which only parted it."""

import re
from typing import NamedTuple

HYPHENS = "-\u2010\u2011\u00ad"
_FIRST = re.compile(r"[^\W\d_]+")
_FRAGMENT = re.compile(r"\w+$")


class Joint(NamedTuple):
    """How the two halves of a word are put together: with the hyphen or without it, and what stands between them."""

    keeps_hyphen: bool
    blank: str


def joint(head: str, rest: str, coordinators: frozenset[str]) -> Joint:
    """How to join `head`, the text before the hyphen, and `rest`, the line below.

    *Bundes-⏎und Landesregierung* keeps its hyphen and gets a blank; *Ost-⏎West*, *EU-⏎weit*, *3D-⏎fähig*, *20-⏎jährig*
    keep it without one; *Verhand-⏎lung* loses it. `coordinators` are written with small letters.
    """
    first, fragment = _FIRST.match(rest), _FRAGMENT.search(head)
    if first is not None and first[0].lower() in coordinators:
        return Joint(keeps_hyphen=True, blank=" ")
    word = fragment[0] if fragment is not None else ""
    is_short = (len(word) > 1 and word.isupper()) or word[-1:].isdigit()
    return Joint(keeps_hyphen=not word or not rest[:1].islower() or is_short, blank="")
