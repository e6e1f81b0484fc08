"""A statement as it is cited: with its words, for people and for programs that keep references.

/statement/<id>.bib        BibTeX, for LaTeX (http://www.bibtex.org/Format/)
/statement/<id>.ris        RIS, for EndNote, Zotero, Citavi (https://en.wikipedia.org/wiki/RIS_(file_format))
/statement/<id>.csl.json   CSL-JSON, for Zotero, pandoc (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)

What is cited is the article, which is what a reader of the citation looks up; who says what in it stands in the note.
The address is the lasting one of the statement.
"""

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urlsplit

from attrib.publish.citation import PROGRAM
from attrib.site.appearance import web_address, with_visible_controls
from attrib.site.linked_data import without_blanks
from attrib.site.queries import Row
from attrib.site.wording import reader

_MARKS = {"de": ("„", "“"), "en": ("“", "”")}
_IS_QUOTED = re.compile(r"""^[„“”"»«‚‘'›‹].*["“”»«‘’'›‹][.,!?…]*$""", re.DOTALL)
_TEX: Mapping[int, str] = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "{}%&$#_"},
    }
)
_PAPER = "article-newspaper"


class Cited(NamedTuple):
    """What a citation of a statement is made from; each text is on one line."""

    id: str
    title: str
    """Of the article."""
    author: str | None
    """As the byline says; else the publisher."""
    publisher: str | None
    date: tuple[str, ...]
    """Year, month and day of publication, as far as they are known."""
    language: str
    address: str
    """The lasting address of the statement."""
    note: str
    """Who says what, in which words, and where the article was published."""


def is_local(address: str) -> bool:
    """Whether an address leads nowhere on other computers: that of a site without `--public-url` on one's own."""
    host = urlsplit(address).hostname or ""
    return host == "localhost" or host.endswith(".localhost") or host == "::1" or host.startswith("127.")


def quoted(words: str | None, language: str) -> str | None:
    """The words in quotation marks, unless they have some already; None where they may not be shown."""
    if words is None or _IS_QUOTED.match(words.strip()):
        return words
    opening, closing = _MARKS[language]
    return f"{opening}{words}{closing}"


def cited(page: Row, *, address: str, version: str) -> Cited:
    """The citation of the statement of a page, its note in the reader's language."""
    statement, words = page["statement"], reader.get()
    names = ", ".join(each["name"] for each in page["sources"] if each["relation"] == "states")
    said = quoted(statement["exact"], words.language)
    known = [
        f"{names or words.text('Unresolved source')}{f': {said}' if said else ''}",
        f"{words.text('Statement')} {statement['id']}, {words.text('annotated by')} attrib {version}",
        web_address(statement["document_url"]),
        words.text("The address is one of this computer alone") if is_local(address) else None,
    ]
    return Cited(
        id=statement["id"],
        title=_line(statement["document_label"]),
        author=_line(statement["author"] or statement["publisher"]) or None,
        publisher=_line(statement["publisher"]) or None,
        date=tuple((statement["published"] or "").split("-")) if statement["published"] else (),
        language=statement["language"],
        address=address,
        note=_line(". ".join(each for each in known if each)),
    )


def _line(text: str | None) -> str:
    return " ".join(str(with_visible_controls(text or "")).split())


def bibtex(found: Cited) -> str:
    """One entry; letters are UTF-8, what TeX would read as a command is not one."""
    fields = {
        "author": found.author and f"{{{_tex(found.author)}}}",
        "title": f"{{{_tex(found.title)}}}",
        "howpublished": found.publisher and _tex(found.publisher),
        **dict(zip(("year", "month", "day"), found.date, strict=False)),
        "note": _tex(found.note),
        "url": found.address,
        "language": found.language,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{attrib-{found.id},", *lines, "}"]) + "\n"


def _tex(text: str) -> str:
    return text.translate(_TEX)


def ris(found: Cited) -> str:
    """One record."""
    tags = (
        ("TY", "NEWS"),
        ("AU", found.author),
        ("TI", found.title),
        ("T2", found.publisher),
        ("PY", found.date[0] if found.date else None),
        ("DA", "/".join(found.date)),
        ("LA", found.language),
        ("AN", found.id),
        ("UR", found.address),
        ("N1", found.note),
        ("DP", PROGRAM),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def csl_json(found: Cited) -> str:
    """A list of one item."""
    item = {
        "id": f"attrib-{found.id}",
        "type": _PAPER,
        "title": found.title,
        "author": [{"literal": found.author}] if found.author else None,
        "container-title": found.publisher,
        "issued": {"date-parts": [[int(part) for part in found.date]]} if found.date else None,
        "language": found.language,
        "URL": found.address,
        "note": found.note,
        "source": PROGRAM,
    }
    return json.dumps([without_blanks(item)], ensure_ascii=False, indent=1) + "\n"


class Reference(NamedTuple):
    """A format of references."""

    title: str
    kind: str
    write: Callable[[Cited], str]


REFERENCES = MappingProxyType(
    {
        "bib": Reference("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
        "ris": Reference("RIS", "application/x-research-info-systems; charset=utf-8", ris),
        "csl.json": Reference("CSL-JSON", "application/vnd.citationstyles.csl+json; charset=utf-8", csl_json),
    }
)
"""By the end of the address."""
