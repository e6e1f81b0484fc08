"""Documents of word processors: .docx (Office Open XML, ECMA-376) and .odt (OpenDocument, ISO/IEC 26300).

The text is that of the paragraphs in their order, those of tables too; what was deleted, hidden or noted in the margin
is none, and neither are footnotes, fields' instructions and boxes of drawings.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from attrib.errors import InputError
from attrib.intake.reading.fields import known_of
from attrib.intake.reading.found import Article, Blob, Found
from attrib.intake.reading.package import Package, beside, opened
from attrib.intake.reading.text import checked
from attrib.intake.reading.xml import children, local_name, text_in

_PARAGRAPH: Final = "\x00"
_LISTED: Final = "- "
_BLANKS = re.compile(r"[ \t\r\n]+")

_LIST_STYLE: Final = "List"
"""What the names of styles for lists begin with: *ListParagraph*, *ListBullet*."""
_WORD_MAIN: Final = "word/document.xml"
_WORD_SKIPPED: Final = frozenset(
    str.split("del moveFrom pPr rPr sectPr instrText delText drawing pict object Fallback tblPr trPr tcPr")
)
_WORD_SIGNS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}

_ODF_SKIPPED: Final = frozenset(
    str.split("tracked-changes annotation note forms sequence-decls table-of-content alphabetical-index frame")
)
_ODF_SIGNS: Final = {"tab": " ", "s": " ", "line-break": "\n"}
_ODF_PARAGRAPHS: Final = frozenset({"p", "h"})


def read_docx(blob: Blob) -> Iterator[Found]:
    """The text of the document, with title and author as the file names them."""
    with opened(blob) as package:
        text = _laid_out(_word_pieces(package.xml(_main_part(package))))
        yield _found(blob, text, _fields(package, "docProps/core.xml"))


def read_odt(blob: Blob) -> Iterator[Found]:
    """The same of an OpenDocument text."""
    with opened(blob) as package:
        text = _laid_out(_odf_pieces(package.xml("content.xml")))
        yield _found(blob, text, _fields(package, "meta.xml"))


def _found(blob: Blob, text: str, fields: dict[str, object]) -> Found:
    if not text:
        raise InputError(f"{blob.place}: there is no text in the document.", kind="no_text")
    known, notes = known_of(fields, blob._replace(columns={}), where="the document")
    return Found(blob.place, blob.name, Article(checked(text, name=blob.place), known, notes))


def _main_part(package: Package) -> str:
    """Where the document itself is: programs may put it anywhere."""
    if not package.has("_rels/.rels"):
        return _WORD_MAIN
    for relation in children(package.xml("_rels/.rels"), "Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return beside("", relation.get("Target", _WORD_MAIN))
    return _WORD_MAIN


def _word_pieces(root: Any) -> Iterator[str]:
    from lxml.etree import iterwalk

    walk = iterwalk(root, events=("start",))
    for _, element in walk:
        name = local_name(element)
        if name in _WORD_SKIPPED or (name == "r" and _is_hidden(element)):
            walk.skip_subtree()
        elif name == "p":
            yield _PARAGRAPH + _LISTED * _is_listed(element)
        elif name == "t":
            yield element.text or ""
        else:
            yield _WORD_SIGNS.get(name, "")


def _is_hidden(run: Any) -> bool:
    return any(True for properties in children(run, "rPr") for _ in children(properties, "vanish"))


def _is_listed(paragraph: Any) -> bool:
    """Whether it has a number or a bullet, by itself or by its style."""
    return any(
        local_name(each) == "numPr" or any(value.startswith(_LIST_STYLE) for value in each.attrib.values())
        for properties in children(paragraph, "pPr")
        for each in children(properties, "numPr", "pStyle")
    )


def _odf_pieces(root: Any) -> Iterator[str]:
    from lxml.etree import iterwalk

    is_in_paragraph, is_listed = 0, False
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local_name(element)
        if event == "start" and name in _ODF_SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            is_listed = is_listed or name == "list-item"
            if name in _ODF_PARAGRAPHS:
                yield _PARAGRAPH + _LISTED * is_listed
                is_in_paragraph, is_listed = is_in_paragraph + 1, False
            yield _ODF_SIGNS.get(name, "") + (_blanks_as_one(element.text) if is_in_paragraph else "")
        else:
            is_in_paragraph -= name in _ODF_PARAGRAPHS
            yield _blanks_as_one(element.tail) if is_in_paragraph else ""


def _blanks_as_one(text: str | None) -> str:
    """The text as OpenDocument means it: line breaks and rows of blanks in the file are one blank."""
    return _BLANKS.sub(" ", text or "")


def _laid_out(pieces: Iterator[str]) -> str:
    paragraphs = (each.strip() for each in "".join(pieces).split(_PARAGRAPH))
    return "\n\n".join(each for each in paragraphs if each not in {"", _LISTED.strip()})


def _fields(package: Package, part: str) -> dict[str, object]:
    """Title and author, where a part says them that can be read."""
    if not package.has(part):
        return {}
    try:
        said = {local_name(element): text_in(element).strip() for element in package.xml(part).iter()}
    except InputError:  # the text is good all the same
        return {}
    author = said.get("initial-creator") or said.get("creator")
    return {name: value for name, value in (("title", said.get("title")), ("author", author)) if value}
