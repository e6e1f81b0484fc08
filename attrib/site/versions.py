"""The versions of a claim side by side: which words of each are not those of the version it is held against."""

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

_WORD = re.compile(r"\w+(?:[.,]\d+)*|\W+")
_ALIKE = 0.5
"""Share of words in common from which on single differences tell something."""


def differences(words: str | None, reference: str | None) -> Markup | None:
    """The words with those in <mark> that the reference does not have at that place.

    None where the two have so little in common that everything would be marked.
    """
    if words is None or reference is None:
        return None
    own, other = _WORD.findall(words), _WORD.findall(reference)
    if SequenceMatcher(None, _bare(other), _bare(own), autojunk=False).ratio() < _ALIKE:
        return None
    matcher = SequenceMatcher(None, _keys(other), _keys(own), autojunk=False)
    found = []
    for kind, _, _, start, end in matcher.get_opcodes():
        piece = "".join(own[start:end])
        is_new = kind in ("replace", "insert") and any(map(str.isalnum, piece))
        found.append(_marked(piece) if is_new else escape(piece))
    return Markup("").join(found)


def _bare(pieces: list[str]) -> list[str]:
    """The words without what stands between them."""
    return [key for key in _keys(pieces) if key != " "]


def _keys(pieces: list[str]) -> list[str]:
    """Capitals tell nothing, and signs between words are all one."""
    return [piece.casefold() if any(map(str.isalnum, piece)) else " " for piece in pieces]


def _marked(piece: str) -> Markup:
    """The piece in a mark, without the spaces around it."""
    inner = piece.strip()
    before, after = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
    return Markup("{}<mark>{}</mark>{}").format(before, inner, after)
