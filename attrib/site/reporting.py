"""What readers say of a statement, prepared as an e-mail or an issue form: the site itself takes nothing.

`attrib serve --contact` is either `mailto:you@example.org`, or the address of a form with places to fill in:

    https://example.org/issues/new?title={title}&body={body}      also {id}, {verdict} and {address}

Any other address is a link without words.
"""

import re
from typing import NamedTuple
from urllib.parse import quote

from attrib.errors import DatabaseError
from attrib.site.wording import reader

VERDICTS = {
    "right": "Right",
    "source": "Wrong source",
    "status": "Wrong status",
    "none": "Not a statement",
}
"""What can be said of a statement, in the words of the links."""
_PLACE = re.compile(r"\{(\w*)\}")
_KNOWN = ("title", "body", "id", "verdict", "address")


class Report(NamedTuple):
    """A link that prepares a report."""

    words: str
    address: str


def check_contact(contact: str | None) -> str | None:
    """The address if it can be used; raises DatabaseError for another kind, and for places that nobody fills in."""
    if contact is None:
        return None
    if not contact.startswith(("https://", "http://", "mailto:")):
        raise DatabaseError(
            f"{contact!r} is no address to report errors to. Give one that begins with https:// or mailto:.",
            seen=contact,
        )
    strange = [name for name in _PLACE.findall(contact) if name not in _KNOWN]
    if strange:
        raise DatabaseError(
            f"{contact!r} has a place {{{strange[0]}}} that is not filled in; known are "
            f"{', '.join(f'{{{name}}}' for name in _KNOWN)}.",
            seen=strange[0],
            allowed=_KNOWN,
        )
    return contact


def reports(contact: str | None, *, key: str, address: str) -> list[Report]:
    """One link for each thing that can be said of the statement `key`; none if the contact takes no words."""
    if contact is None or not (contact.startswith("mailto:") or _PLACE.search(contact)):
        return []
    words = reader.get()
    return [
        Report(words.text(said), _prepared(contact, verdict=verdict, said=words.text(said), key=key, address=address))
        for verdict, said in VERDICTS.items()
    ]


def _prepared(contact: str, *, verdict: str, said: str, key: str, address: str) -> str:
    title = f"attrib {key}: {said}"
    body = f"{address}\n{said}\n\n{reader.get().text('What would a reader say, and why?')}\n"
    values = {"title": title, "body": body, "id": key, "verdict": verdict, "address": address}
    if contact.startswith("mailto:") and not _PLACE.search(contact):
        contact += ("&" if "?" in contact else "?") + "subject={title}&body={body}"
    return _PLACE.sub(lambda found: quote(values[found[1]], safe=""), contact)
