"""Where the content of a frame begins and ends: asked of the language, whose word order decides."""

from functools import cache
from importlib import import_module
from typing import Literal, Protocol, cast

from attrib.quotation.frame import Frame
from attrib.text.language import Language
from attrib.text.view import View

ContentKind = Literal["complement", "verb_second", "infinitive"]
"""`complement` (opened by a word such as *that* or *whether*), `verb_second` (nothing opens it), `infinitive`."""
ContentStart = tuple[int, ContentKind]
"""The number of the first word of some content, and its kind."""


class Syntax(Protocol):
    """The module `content.py` of a language's folder."""

    def content_start(self, frame: Frame) -> ContentStart | None:
        """The first word of the clause that a cue introduces behind it, and its kind; None if there is none."""

    def content_end(self, view: View, first: int, kind: ContentKind) -> int:
        """The number of the last word of content that begins at word `first`."""

    def before_matrix(self, view: View, first: int, last: int) -> int:
        """The last word of content inside a clause that goes on behind it; `last` if none does."""

    def noun_content(self, view: View, number: int) -> ContentKind | None:
        """What clause `number` is behind a noun of saying: its content, or None if it is none."""


@cache
def syntax(language: Language) -> Syntax:
    """The word order of a language."""
    return cast(Syntax, import_module(f"{language.package}.content"))


def content_start(frame: Frame) -> ContentStart | None:
    """The first word of the clause that a cue introduces behind it, and its kind; None if there is none."""
    return frame.kept("content", lambda: syntax(frame.view.language).content_start(frame))
