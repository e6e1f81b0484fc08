"""Quotations that a page marks with its tags alone: `<q>`, `<blockquote>`, and who is named below one.

A document is plain text, so what the tags say is put into it: quotation marks around the words, unless they have some,
and a line with a dash for `<cite>`, `<footer>` and `<figcaption>` (https://html.spec.whatwg.org/#the-blockquote-element).
A quotation of several paragraphs has an opening mark before each and a closing one behind the last.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrib.text.marks import DOUBLE_MARKS

_MARKS: Final = {"en": ("“", "”", "‘", "’")}
_USUAL: Final = ("„", "“", "‚", "‘")
"""Opening and closing, outside and inside of others, by the language that the page states, and otherwise."""
_SIGNING: Final = frozenset({"cite", "footer", "figcaption"})
_BLOCKS: Final = frozenset(str.split("address blockquote dd div dl dt figure footer h1 h2 h3 h4 h5 h6 li ol p pre ul"))
_DASHES: Final = "–—―- "
_DASHED: Final = re.compile(r"[–—―]\s*\S|--?\s+\S")
_ENDS: Final = " .)"
_PARAGRAPH: Final = "\x01"
_BREAK: Final = "\x00"
"""What tags do to a text; the line breaks in the source are blanks."""


def is_quoting(html: str) -> bool:
    """Whether a page has such tags."""
    return re.search(r"<(?:q|blockquote)[\s>]", html, re.IGNORECASE) is not None


def with_marks(tree: Any) -> Any:
    """The tree of a page with quotation marks and signatures in its text in place of the tags; it is changed."""
    opening, closing, *inner = _MARKS.get(str(tree.get("lang") or "")[:2].lower(), _USUAL)
    for element in reversed(list(tree.iter("q"))):
        is_inner = any(above.tag == "q" for above in element.iterancestors())
        _mark_inline(element, *(inner if is_inner else (opening, closing)))
    for element in list(tree.iter("blockquote")):
        if not any(above.tag == "blockquote" for above in element.iterancestors()):
            _replace_block(element, opening, closing)
    return tree


def _mark_inline(element: Any, opening: str, closing: str) -> None:
    before = element.getprevious()
    text_before = (element.getparent().text if before is None else before.tail) or ""
    inside = element.text_content().strip()
    if inside and text_before[-1:] not in DOUBLE_MARKS and not _has_marks([inside]):
        element.text = opening + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + closing
        else:
            element.text += closing
    element.drop_tag()


def _has_marks(paragraphs: Sequence[str]) -> bool:
    """Whether a quotation begins and ends with marks of its own."""
    return bool(paragraphs) and paragraphs[0][:1] in DOUBLE_MARKS and paragraphs[-1].rstrip(".")[-1:] in DOUBLE_MARKS


def _replace_block(element: Any, opening: str, closing: str) -> None:
    """Plain paragraphs in place of a block, its signature behind them."""
    from lxml.html import Element

    figure = element.getparent()
    outer = figure if figure is not None and figure.tag == "figure" else element
    signature = _signature(outer) or _signature_below(outer)
    paragraphs = [item for item in _paragraphs(element) if item.strip(_DASHES)]
    if not signature and len(paragraphs) > 1 and _DASHED.match(paragraphs[-1]):
        signature = paragraphs.pop().strip(_DASHES)
    shown = _quoted(paragraphs, opening, closing)
    dash = "– " if shown else ""
    block = Element("div")
    for text in [*shown, *([dash + signature] if signature else [])]:
        paragraph = Element("p")
        paragraph.text = text
        block.append(paragraph)
    block.tail = outer.tail
    parent = outer.getparent()
    if parent is not None:
        parent.replace(outer, block)


def _signature(block: Any) -> str:
    """Who is named below a quotation; what names him is taken out of it.

    A `<cite>` that more words follow is none: it names a work.
    """
    whole = _flat(block).rstrip(_ENDS)
    named = []
    for item in block.iter(*_SIGNING):
        inside = any(above.tag in _SIGNING for above in item.iterancestors())
        if not inside and (item.tag != "cite" or whole.endswith(_flat(item).rstrip(_ENDS))):
            named.append(item)
    texts = [_flat(item).strip(_DASHES) for item in named]
    for item in named:
        item.drop_tree()
    return next(filter(None, texts), "")


def _signature_below(block: Any) -> str:
    """Who is named right behind a quotation's tags: `</blockquote><cite>Vogt</cite>`, alone in a paragraph or with
    nothing behind it; what names him is taken out."""
    below = block.getnext()
    if below is None or (block.tail or "").strip():
        return ""
    inner = below[0] if below.tag == "p" and len(below) == 1 and not (below.text or "").strip() else below
    goes_on = ((inner.tail or "") + (below.tail or "") if inner is not below else below.tail or "").strip()
    if inner.tag not in _SIGNING or goes_on:
        return ""
    text = _flat(inner).strip(_DASHES)
    below.drop_tree()
    return text


def _flat(element: Any) -> str:
    return " ".join(element.text_content().split())


def _paragraphs(element: Any) -> Iterator[str]:
    """The text of a block, paragraph by paragraph; a line break is a blank, but before a dash."""
    for paragraph in "".join(_pieces(element)).split(_PARAGRAPH):
        lines = (" ".join(line.split()) for line in paragraph.split(_BREAK))
        run: list[str] = []
        for line in filter(None, lines):
            if run and _DASHED.match(line):
                yield " ".join(run)
                run = []
            run.append(line)
        if run:
            yield " ".join(run)


def _pieces(element: Any) -> Iterator[str]:
    """The text between the tags, and marks for what the tags do to it."""
    from lxml.etree import iterwalk

    for event, item in iterwalk(element, events=("start", "end")):
        bound = _PARAGRAPH if item.tag in _BLOCKS else ""
        if event == "start":
            yield bound + (item.text or "")
        else:
            yield bound + (_BREAK if item.tag == "br" else "") + ((item.tail or "") if item is not element else "")


def _quoted(paragraphs: Sequence[str], opening: str, closing: str) -> list[str]:
    """The paragraphs of one quotation with its marks."""
    if not paragraphs:
        return []
    if _has_marks(paragraphs):
        mark = paragraphs[0][0]
        return [text if text[:1] in DOUBLE_MARKS else mark + text for text in paragraphs]
    first = [opening + text for text in paragraphs]
    return [*first[:-1], first[-1] + closing]
