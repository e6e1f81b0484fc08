"""XML, as far as a stranger's file may be trusted: nothing is fetched, no entity is resolved, no depth is endless.

What is not well-formed is read as far as it goes, as readers of feeds do: ampersands that stand for themselves, and the
named letters of HTML (`&uuml;`) that XML does not know.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from html.entities import html5
from typing import Any, Final

from attrib.errors import InputError

_ENTITY = re.compile(r"&(?:(#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)?")
_OF_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def parse_xml(text: str, *, name: str) -> Any:
    """The root element (of lxml); InputError if there is none. Comments and instructions are left out."""
    from lxml.etree import LxmlError, XMLParser, fromstring

    parser = XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    content = _ENTITY.sub(_known, _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)).encode("utf-8", "replace")
    try:
        root = fromstring(content, parser)
    except (LxmlError, ValueError) as error:
        raise InputError(f"{name}: is no XML ({error}).", seen=str(error), kind="malformed") from error
    if root is None:
        raise InputError(f"{name}: is no XML: there is no element in it.", kind="malformed")
    return root


def _known(entity: re.Match[str]) -> str:
    """An entity that XML knows as it is, one of HTML as its letter, anything else as the ampersand that it is."""
    name = entity[1] or ""
    if name in _OF_XML:
        return entity[0]
    if name.startswith("#"):  # also half a character, which lxml would hand on
        return escape(unescape(entity[0]))
    return html5.get(f"{name};") or f"&amp;{entity[0][1:]}"


def local_name(element: Any) -> str:
    """The name of an element without its namespace or prefix; empty for what is no element."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children of these names, whatever their namespaces."""
    return (child for child in element if local_name(child) in names)


def text_in(element: Any) -> str:
    """All text in an element."""
    return "".join(element.itertext())
