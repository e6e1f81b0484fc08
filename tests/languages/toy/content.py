"""Where the content of a frame ends in the toy language: `attrib.quotation.plain` has the rest."""

from attrib.quotation import plain
from attrib.quotation.frame import ContentKind
from attrib.text.view import View
from attrib.text.words import first_form


def content_end(view: View, first: int, kind: ContentKind) -> int:
    """Where the tree says; but *but* goes on with what the author says: *Boru said that p, but q*."""
    last = plain.content_end(view, first, kind)
    contrast = first_form(view.words(first + 1, last), view.language.words.contrast_openers)
    return contrast.number - 2 if view.before(contrast).text == "," else last
