"""A feed in Atom (RFC 4287), for feed readers, and as a schema.org `DataFeed` of `Quotation` and `Claim`."""

import hashlib
import json
import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from markupsafe import Markup

from attrib import __version__
from attrib.publish.description import head
from attrib.review.correction.uima_types import xml_text
from attrib.site.appearance import marked_context, with_visible_controls
from attrib.site.bibliography import quoted
from attrib.site.linked_data import linked_statement, without_blanks
from attrib.site.queries import Row
from attrib.site.wording import reader

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_LONGEST_TITLE = 160
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Feed(NamedTuple):
    """A feed before it is written."""

    title: str
    address: str
    """Its own, whole where the site knows its own address."""
    page: str
    """The page that shows the same to people."""
    base: str
    """The site's address, without a slash at its end."""
    entries: Sequence[Row]
    """Statements with `updated`, the newest first, each with the stands against it as `stands`."""
    of: str
    """What an entry is: a statement, or a dispute about one."""
    now: str
    """When the database was made: the date of what has none."""


def moment(iso: str | None, otherwise: str) -> str:
    """The beginning of a day, month or year in RFC 3339."""
    match = _DAY.fullmatch(iso or "")
    if match is None:
        return otherwise
    year, month, day = match.groups()
    return f"{year}-{month or '01'}-{day or '01'}T00:00:00Z"


def atom(feed: Feed) -> bytes:
    """The feed in Atom."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": reader.get().language})
    _text(root, "id", f"urn:attrib:feed:{_digest(feed.address.removeprefix(feed.base))}")
    _text(root, "title", feed.title)
    _text(root, "updated", max((moment(each["updated"], feed.now) for each in feed.entries), default=feed.now))
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    _text(_under(root, "author"), "name", "attrib")
    _text(root, "rights", head().license)
    _under(root, "generator", version=__version__).text = "attrib"
    for each in feed.entries:
        _add(root, each, feed)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _digest(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:20]


def _add(root: ElementTree.Element, row: Row, feed: Feed) -> None:
    words = reader.get()
    entry = _under(root, "entry")
    _text(entry, "id", f"urn:attrib:{feed.of}:{row['id']}")
    _text(entry, "title", _title(row))
    _text(entry, "updated", moment(row["updated"], feed.now))
    if row["updated"]:
        _text(entry, "published", moment(row["updated"], feed.now))
    _link(entry, "alternate", f"{feed.base}/statement/{row['id']}", "text/html")
    names = [each["name"] for each in row["stating"]] or [row["publisher"] or words.text("Unresolved source")]
    for name in names:
        _text(_under(entry, "author"), "name", name)
    _under(entry, "category", term=row["status"], label=words.term("status", row["status"]))
    content = _under(entry, "content", type="html")
    content.text = xml_text(str(with_visible_controls(str(_content(row, feed)))))


def _title(row: Row) -> str:
    """Who says what, short enough for a list."""
    words = reader.get()
    name = row["source_name"] or words.text("Unresolved source")
    said = " ".join((quoted(row["exact"], words.language) or words.text("The words may not be shown.")).split())
    title = f"{name}: {said}"
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _content(row: Row, feed: Feed) -> Markup:
    """The statement in its sentence, how it stands, who disputes it in which words, and where it is from."""
    words = reader.get()
    status = words.term("status", row["status"])
    parts = [
        Markup("<blockquote>{}</blockquote>").format(_sentence(row) or words.text("The words may not be shown.")),
        Markup("<p>{}: <b>{}</b></p>").format(words.text("Status"), status),
    ]
    for stand in row["stands"] if row["disputed_by"] else ():
        verdict = words.term("verdict", stand["verdict"])
        said = Markup("<blockquote>{}</blockquote>").format(stand["exact"]) if stand["exact"] else ""
        parts.append(Markup("<p>{}: {} ({})</p>{}").format(verdict, stand["name"], stand["label"], said))
    address = f"{feed.base}/article/{row['document_id']}"
    where = ", ".join(each for each in (row["publisher"], words.date(row["published"])) if each)
    parts.append(Markup('<p><a href="{}">{}</a> {}</p>').format(address, row["document_label"], where))
    return Markup("").join(parts)


def _sentence(row: Row) -> Markup | None:
    """The sentence with the statement in bold: feed readers take marks away."""
    found = marked_context(row)
    return found and Markup(found.replace(Markup("<mark>"), Markup("<b>")).replace(Markup("</mark>"), Markup("</b>")))


def _under(parent: ElementTree.Element, name: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    _under(parent, name).text = xml_text(str(with_visible_controls(text)))


def _link(parent: ElementTree.Element, rel: str, address: str, kind: str) -> None:
    _under(parent, "link", rel=rel, href=address, type=kind)


def linked_feed(feed: Feed) -> str:
    """The feed in the words of schema.org, empty values left out."""
    content = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "@id": feed.address,
        "name": feed.title,
        "url": feed.page,
        "license": head().license_url,
        "dataFeedElement": [
            {
                "@type": "DataFeedItem",
                "dateCreated": each["updated"],
                "item": linked_statement(each, each["stating"], feed.base),
            }
            for each in feed.entries
        ],
    }
    return json.dumps(without_blanks(content), ensure_ascii=False, indent=1) + "\n"
