"""Articles that are cut off because the rest is sold: what a page says of that, and where the offer begins.

A page may state it: `isAccessibleForFree` of schema.org (https://schema.org/isAccessibleForFree, in JSON-LD or as
microdata), with the part that is sold as `hasPart.cssSelector`, or `article:content_tier`. Any text may show it, by a
line that offers to read on; which lines do is said by the lists of the languages.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from attrib.intake.reading.found import Note
from attrib.intake.reading.markup import text_of_element
from attrib.intake.reading.text import excerpt
from attrib.text.loading import offers

_FREE: Final = "isAccessibleForFree"
_NO: Final = frozenset({"false", "http://schema.org/false", "https://schema.org/false"})
_TIERS: Final = frozenset({"locked", "metered"})
_IN_BROKEN_JSON = re.compile(rf'"{_FREE}"\s*:\s*"?(?:https?://schema\.org/)?false\b', re.IGNORECASE)
_SIMPLE = re.compile(r"([A-Za-z][\w-]*)?(?:([.#])([\w-]+))?")
"""Selectors as publishers name the part that is sold by them: a class, an id, an element."""
_OF_OTHERS: Final = frozenset({"itemListElement", "mentions", "citation", "isPartOf", "publisher", "relatedLink"})
"""Fields of schema.org that lead away from the article."""
_DEEPEST: Final = 12
_SHORTEST: Final = 80
"""Letters; what is shorter is no part of an article but a word about it."""
_LONGEST_OFFER: Final = 300
"""Characters of a line."""
_LONGEST_END: Final = 800
"""Characters; what follows an offer to read on belongs to it if it is no longer."""


class Access(NamedTuple):
    """What a page says of who may read it."""

    is_sold: bool
    paid: str
    """The part that is sold, if it is on the page, and not an offer in its place."""


_FREELY: Final = Access(False, "")


class Offers(NamedTuple):
    """The lines of a text that offer to read on, and where the text is cut off for such an offer."""

    lines: tuple[int, ...]
    cut: int | None
    """The first of them, behind which no more of the article follows; None if the article goes on behind each."""


class Kept(NamedTuple):
    """A text without offers, and the offers for which it is cut off."""

    text: str
    offers: tuple[str, ...]


def stated_access(html: str) -> Access:
    """What the head and the marks of a page say."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except LxmlError:  # an empty page, for example
        return _FREELY
    sold, selectors = _in_json_ld(tree)
    is_sold = sold or _in_marks(tree)
    parts = [text_of_element(each) for selector in selectors for each in _selected(tree, selector)]
    has_offer = any(_is_offer(line) for part in parts for line in part.split("\n"))
    return Access(is_sold, "" if has_offer or not is_sold else "\n".join(parts))


def without_offers(text: str, access: Access) -> Kept:
    """The text without lines that offer to read on, and without what stands between two where it is cut off.

    Of a page that is sold nothing is kept that follows, unless it is the part that is sold.
    """
    lines = text.split("\n")
    found = _offers(lines)
    if _is_there(access.paid, text):
        found = found._replace(cut=None)
    if not found.lines:
        return Kept(text, ())
    left_out = set(found.lines)
    if found.cut is not None:
        left_out |= set(range(found.cut, len(lines) if access.is_sold else found.lines[-1] + 1))
    kept = "\n".join(line for number, line in enumerate(lines) if number not in left_out)
    return Kept(kept.strip("\n"), _shown_from(lines, found))


def paywall_notes(text: str, offered: tuple[str, ...], access: Access, *, name: str) -> tuple[Note, ...]:
    """Whether the article is cut off, or is whole although it is sold; nothing for one that is free."""
    if access.is_sold and _is_there(access.paid, text):
        told = "the page says that part of the article is sold; that part is on the page and was read"
    elif access.is_sold:
        told = "the page says that the article is sold; what was read may be its beginning alone"
    elif offered:
        told = "the article may be cut off: its rest is offered for money or a login"
    else:
        return ()
    return (Note("paywall", f"{name}: {told}{_shown(offered)}."),)


def offer_notes(text: str, *, name: str) -> tuple[Note, ...]:
    """The same of a text of which nobody states anything: by the lines in it that offer to read on."""
    lines = text.splitlines()
    return paywall_notes(text, _shown_from(lines, _offers(lines)), _FREELY, name=name)


def _offers(lines: Sequence[str]) -> Offers:
    """A cut is where a paragraph stands before the offer, and hardly any behind it: a login may also be offered above.

    What follows a cut are headings of other articles, which are short, and what is in the offer.
    """
    found = tuple(number for number, line in enumerate(lines) if _is_offer(line))
    paragraphs = [len(line) if len(line) >= _SHORTEST and not _is_offer(line) else 0 for line in lines]
    cuts = (each for each in found if any(paragraphs[:each]) and sum(paragraphs[each:]) <= _LONGEST_END)
    return Offers(found, next(cuts, None))


def _shown_from(lines: Sequence[str], found: Offers) -> tuple[str, ...]:
    return () if found.cut is None else tuple(lines[each].strip() for each in found.lines if each >= found.cut)


def _is_offer(line: str) -> bool:
    shown = line.strip(" \t\r-*•")
    return 0 < len(shown) <= _LONGEST_OFFER and offers().fullmatch(shown) is not None


def _shown(offered: tuple[str, ...]) -> str:
    return f" ({', '.join(map(excerpt, offered[:3]))})" if offered else ""


def _is_there(paid: str, text: str) -> bool:
    """Whether a paragraph of the part that is sold is in the text."""
    return any(each.strip() in text for each in paid.split("\n") if len(each) >= _SHORTEST)


def _in_json_ld(tree: Any) -> tuple[bool, list[str]]:
    """Whether the article, or a part of it, is said not to be free, and the selectors of such parts."""
    is_sold, selectors = False, []
    for script in tree.iter("script"):
        content = (script.text or "") if "ld+json" in script.get("type", "") else "{}"
        try:
            things = list(_things(json.loads(content, strict=False)))
        except (ValueError, RecursionError):
            is_sold = is_sold or _IN_BROKEN_JSON.search(content) is not None
            continue
        for thing in things:
            if str(thing.get(_FREE)).lower() in _NO:
                is_sold = True
                selectors += _texts(thing.get("cssSelector"))
    return is_sold, selectors


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object in a value that is the article or a part of it, and not another article."""
    if isinstance(value, dict):
        yield value
        value = [below for name, below in value.items() if name not in _OF_OTHERS]
    if isinstance(value, list) and depth < _DEEPEST:
        for below in value:
            yield from _things(below, depth + 1)


def _texts(value: Any) -> list[str]:
    given = value if isinstance(value, list) else [value]
    return [part.strip() for each in given if isinstance(each, str) for part in each.split(",")]


def _in_marks(tree: Any) -> bool:
    """Microdata and the tags of the head."""
    marked = (each.get("content") or text_of_element(each) for each in tree.iterfind(f".//*[@itemprop='{_FREE}']"))
    tiers = (each.get("content") for each in tree.iterfind(".//meta[@property='article:content_tier']"))
    return any(str(each).lower() in _NO for each in marked) or any(str(each).lower() in _TIERS for each in tiers)


def _selected(tree: Any, selector: str) -> Iterator[Any]:
    """The elements for a selector; of a row of selectors those for the last one, of an odd one none."""
    found = _SIMPLE.fullmatch(re.split(r"[\s>+~]+", selector.strip())[-1])
    if found is None or not found[0]:
        return
    tag, mark, name = found.groups()
    for element in tree.iter(tag or "*"):
        given = element.get({".": "class", "#": "id", None: "class"}[mark]) or ""
        if not mark or (name in given.split()):
            yield element
