"""Media that only pass on what somebody else says: *Laut Reuters sagte der Minister, p* is the minister's p,
with Reuters as a link of its chain.

Whoever else reports it (*Laut Polizei sagte der Fahrer, p*) puts forward that it was said.
"""

from collections.abc import Mapping, Sequence

from attrib.quotation.passing import PASSING, passed
from attrib.quotation.settle import holds
from attrib.records import Source, SourceKind
from attrib.source.crediting import Credited
from attrib.text.text import Text

MEDIA: frozenset[SourceKind] = frozenset({"media", "news_agency", "publisher"})


def without_passing_media(
    text: Text, credited: Sequence[Credited], sources: Mapping[str, Source]
) -> tuple[Credited, ...]:
    """The statements without those of a medium that hold nothing but others and their frames; these name the medium."""
    kept = tuple(credited)
    for item in credited:
        if not _is_medium(item, sources):
            continue
        inside = [other for other in kept if holds(item.quotation, other.quotation)]
        if inside and _is_whole(text, item, inside):
            kept = tuple(_raised(other, item) if other in inside else other for other in kept if other is not item)
    return kept


def _is_medium(item: Credited, sources: Mapping[str, Source]) -> bool:
    media = [sources[link.source].kind in MEDIA for link in item.stating]
    return item.quotation.marker in PASSING and bool(media) and all(media)


def _is_whole(text: Text, item: Credited, inside: Sequence[Credited]) -> bool:
    """Whether every word belongs to one of the statements inside, or to its frame."""
    quoted = [other.quotation for other in inside if other.quotation.level == item.quotation.level + 1]
    places = [span for other in quoted for span in (*other.spans, *other.frame)]
    words = (word for word in text.words_in(item.quotation.spans) if word.upos != "PUNCT")
    return all(any(place.contains(word) for place in places) for word in words)


def _raised(other: Credited, medium: Credited) -> Credited:
    """A statement inside the medium's, one level up; those directly in it with who passed them on."""
    quotation, level = other.quotation, other.quotation.level - 1
    if level == medium.quotation.level:
        quotation = passed(quotation, medium.quotation)
    return Credited(quotation.with_(level=level), other.sources)
