"""Where the content of a frame begins and ends: asked of the language, whose word order decides."""

from functools import cache
from typing import Protocol

from attrib.quotation import plain
from attrib.quotation.frame import ContentKind, ContentStart, Frame
from attrib.text.analysis import Word
from attrib.text.language import Language
from attrib.text.modules import implementation, language_module
from attrib.text.view import View


class Syntax(Protocol):
    """The module `content.py` of a language's folder; what it does not define is that of `attrib.quotation.plain`."""

    def content_start(self, frame: Frame) -> ContentStart | None:
        """The first word of the clause that a cue introduces behind it, and its kind; None if there is none."""

    def content_end(self, view: View, first: int, kind: ContentKind) -> int:
        """The number of the last word of content that begins at word `first`."""

    def before_matrix(self, view: View, first: int, last: int) -> int:
        """The last word of content inside a clause that goes on behind it; `last` if none does."""

    def noun_content(self, view: View, number: int) -> ContentKind | None:
        """What clause `number` is behind a noun of saying: its content, or None if it is none."""

    def governor_of_content(self, view: View, number: int) -> Word:
        """The noun that the tree gives clause `number` to, where that decides; NO_WORD if order alone does."""


PLAIN: Syntax = plain
"""Content by the tree."""


@cache
def syntax(language: Language) -> Syntax:
    """The word order of a language."""
    return implementation(language_module(language.package, "content"), Syntax, plain=PLAIN)


def content_start(frame: Frame) -> ContentStart | None:
    """The first word of the clause that a cue introduces behind it, and its kind; None if there is none."""
    return frame.kept("content", lambda: syntax(frame.view.language).content_start(frame))
