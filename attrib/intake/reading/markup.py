"""A piece of HTML that is all article (a feed's entry, a field of a record, a chapter) → its text.

A page needs somebody to find the article on it (`page`); here nothing is looked for, and nothing is left out but what
is no text: scripts, forms, pictures with what stands below them.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from attrib.intake.reading.quotes import is_quoting, with_marks
from attrib.intake.reading.xml import local_name

_BLOCKS: Final = frozenset(
    str.split(
        "address article aside blockquote body center dd details dir div dl dt fieldset footer h1 h2 h3 h4 h5 h6 "
        "header hgroup hr li main menu ol p pre section summary table tbody td tfoot th thead tr ul"
    )
)
_NO_TEXT: Final = frozenset(
    str.split(
        "applet area audio base button canvas datalist embed figure form frame frameset head iframe img input link map "
        "math meta nav noscript object option param picture script select source style svg template textarea title "
        "track video"
    )
)
_TAGS = re.compile(rf"<(?:br|{'|'.join(sorted(_BLOCKS))})(?:\s[^<>]*)?/?>|</(?:a|b|em|i|q|span|strong)>", re.IGNORECASE)
_PARAGRAPH: Final = "\x01"
_BREAK: Final = "\x00"
"""What tags do to a text; the line breaks in the source are blanks."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAKS = re.compile(rf" ?{_BREAK} ?")


def is_markup(text: str) -> bool:
    """Whether a text is written in HTML."""
    return "<" in text and _TAGS.search(text) is not None


def text_of(html: str) -> str:
    """The text, a blank line between two paragraphs, list items with a dash; empty if there is none."""
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    content = html.replace(_BREAK, "").encode("utf-8", "replace")
    if not content.strip():
        return ""
    tree = document_fromstring(b"<body>" + content, parser=parser, ensure_head_body=True)
    return text_of_element(with_marks(tree) if is_quoting(html) else tree)


def text_of_element(tree: Any) -> str:
    """The text of an element of HTML or XHTML, in any namespace."""
    paragraphs = (_laid_out(piece) for piece in "".join(_pieces(tree)).split(_PARAGRAPH))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph not in {"", "-"})


def _pieces(tree: Any) -> Iterator[str]:
    """The text between the tags, and marks for what the tags do to it."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = local_name(element)
        if event == "start" and tag in _NO_TEXT:
            walk.skip_subtree()
        elif event == "start":
            yield _PARAGRAPH * (tag in _BLOCKS) + "- " * (tag == "li")
            yield _plain(element.text)
        else:
            yield _BREAK * (tag == "br") + _PARAGRAPH * (tag in _BLOCKS)
            yield _plain(element.tail) if element is not tree else ""


def _plain(text: str | None) -> str:
    return (text or "").replace(_PARAGRAPH, "")


def _laid_out(piece: str) -> str:
    return _AROUND_BREAKS.sub("\n", _BLANKS.sub(" ", piece)).strip(" \n")
