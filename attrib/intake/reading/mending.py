"""An article as it was read → the article as it is kept: mojibake is mended, and what stands in the text is noted.

What was mended is the text from here on: identity, offsets and search count its characters.
"""

from attrib.errors import InputError
from attrib.intake.reading.found import Article, Found, Note
from attrib.intake.reading.mojibake import Mended, mended
from attrib.intake.reading.paywall import offer_notes
from attrib.intake.reading.text import checked, control_notes, excerpt

_MENDED_FIELDS = ("title", "author", "publisher")
_SHOWN = 8


def mend(found: Found) -> Found:
    """The article with its text and its fields mended, each change in a note; a problem as it is."""
    if found.article is None:
        return found
    text, told = _mended_text(found.article.text, place=found.place)
    fields, noted = _mended_fields(found.article, place=found.place)
    seen = (*control_notes(text, name=found.place), *offer_notes(text, name=found.place))
    notes = (*found.article.notes, *told, *noted, *seen)
    return found._replace(article=fields._replace(text=text, notes=notes))


def _mended_text(text: str, *, place: str) -> tuple[str, tuple[Note, ...]]:
    made = mended(text)
    try:
        return checked(made.text, name=place), _notes(made, f"{place}: the text")
    except InputError as error:  # what comes out is no text; what went in was
        return text, (Note("mojibake", f"{place}: may be mojibake, but mended it is no text ({error})."),)


def _mended_fields(article: Article, *, place: str) -> tuple[Article, tuple[Note, ...]]:
    given = {field: value for field in _MENDED_FIELDS if (value := getattr(article.metadata, field)) is not None}
    made = {field: mended(value) for field, value in given.items()}
    changed = {field: each.text for field, each in made.items() if each.changes}
    notes = tuple(note for field, each in made.items() for note in _notes(each, f"{place}: the field {field!r}"))
    return (article._replace(metadata=article.metadata.model_copy(update=changed)) if changed else article), notes


def _notes(made: Mended, subject: str) -> tuple[Note, ...]:
    doubts = f" Doubtful: {'; '.join(made.doubts[:_SHOWN])}. Compare it with the original." if made.doubts else ""
    if made.changes:
        distinct = dict.fromkeys(made.changes)
        shown = ", ".join(f"{excerpt(seen)} → {excerpt(became)}" for seen, became in list(distinct)[:_SHOWN])
        more = f" and {len(distinct) - _SHOWN} more" if len(distinct) > _SHOWN else ""
        return (
            Note("mojibake", f"{subject} had been read in a wrong encoding and was mended: {shown}{more}.{doubts}"),
        )
    return (Note("mojibake", f"{subject} may be damaged and was left as it is.{doubts}"),) if doubts else ()
