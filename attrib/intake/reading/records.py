"""A record (a line, an element, a row of a table) → the article in it: which field is the text, and what it is called.

The text is in the field `text`, or in the one that the user names, or in the only one with a usual name for it: *body*,
*content* … Where two could be meant nobody guesses. A text in HTML is read as what it shows.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from attrib.errors import InputError
from attrib.intake.reading.fields import NAME, TEXT, known_of, squeezed, value_at
from attrib.intake.reading.found import Article, Blob, Found, Note, printable
from attrib.intake.reading.markup import is_markup, text_of
from attrib.intake.reading.text import checked

_PLAIN: Final = frozenset(
    str.split(
        "text body content article textcontent contenttext articlebody articletext articlecontent bodytext fulltext "
        "maintext plaintext"
    )
)
"""Usual names for the text of an article, squeezed."""
_MARKED: Final = frozenset(str.split("contenthtml bodyhtml html"))
"""The same for its HTML, which is the text if there is no other."""
_INSIDE: Final = frozenset(str.split("rendered value plain raw html cdata"))
"""What the only text is called in a field that is a record of one: *content.rendered*."""
_DEEPEST: Final = 3
_SHOWN: Final = 20


_Nested = tuple[Mapping[str, object], ChainMap[str, object]]
"""A record, and those that it stands in."""


class _Place(NamedTuple):
    """A field with a text: its name, and the record that it stands in, laid over those around it."""

    name: str
    text: object
    record: Mapping[str, object]


def found_in(row: Mapping[str, object], blob: Blob, *, number: int, place: str, notes: tuple[Note, ...] = ()) -> Found:
    """What a record holds, the article or the reason why there is none; `notes` are those of its reading."""
    name = _name_of(row, blob, number=number)
    try:
        article = article_of(row, blob, place=place, where=blob.name)
    except InputError as error:
        return Found(place, f"{blob.name}:{number}", problem=error)
    except RecursionError as error:
        problem = InputError(f"{place}: its fields are nested too deeply ({error}).", kind="malformed")
        return Found(place, f"{blob.name}:{number}", problem=problem)
    return Found(place, name, article._replace(notes=(*notes, *article.notes)))


def article_of(row: Mapping[str, object], blob: Blob, *, place: str, where: str) -> Article:
    """The article that a record holds; InputError if it holds no text, or if two fields could be it.

    `where` says for people what kind of thing the fields stand in.
    """
    found = _text_place(row, blob, place=place)
    if not isinstance(found.text, str):
        raise _no_text(row, blob, found, place=place)
    known, notes = known_of(found.record, blob, where=where, place=place)
    text = text_of(found.text) if is_markup(found.text) else found.text
    return Article(checked(text, name=place), known, notes)


def text_column(names: Iterable[object], blob: Blob, *, place: str) -> str | None:
    """The column of a table that holds the text, None if there is none; InputError if two could be it."""
    given = [str(name) for name in names]
    named = blob.columns.get(TEXT, TEXT)
    return named if named in given else None if TEXT in blob.columns else _only_usual(given, place=place)


def has_text(value: object, blob: Blob) -> bool:
    """Whether a value is a record with a field that is, or could be, its text."""
    if not isinstance(value, Mapping):
        return False
    if TEXT in blob.columns:
        return isinstance(value_at(value, blob.columns[TEXT]), str)
    return any(squeezed(name) in _PLAIN | _MARKED for name in _texts(value))


def has_text_below(value: object, blob: Blob) -> bool:
    """Whether a record in it, or one in that, has such a field."""
    try:
        return isinstance(value, Mapping) and isinstance(_text_place(value, blob, place="").text, str)
    except InputError:  # more than one has
        return True


def _name_of(row: Mapping[str, object], blob: Blob, *, number: int) -> str:
    """What the article of a record is called: by its own name, or by file and number."""
    name = value_at(row, blob.columns.get(NAME, NAME))
    return printable(name) if isinstance(name, str) and name.strip() else f"{blob.name}:{number}"


def _text_place(row: Mapping[str, object], blob: Blob, *, place: str) -> _Place:
    named = blob.columns.get(TEXT, TEXT)
    if TEXT in blob.columns or TEXT in row:
        return _Place(named, value_at(row, named), row)
    level: list[_Nested] = [(row, ChainMap())]
    for _ in range(_DEEPEST):
        found = [(name, each) for each in level if (name := _only_usual(_texts(each[0]), place=place)) is not None]
        if len(found) > 1:
            raise _ambiguous([name for name, _ in found], place=place)
        if found:
            ((name, (record, around)),) = found
            return _Place(name, _texts(record)[name], {**around, **record})
        level = [
            (below, around.new_child(dict(record)))
            for record, around in level
            for below in record.values()
            if isinstance(below, Mapping)
        ]
    return _Place(TEXT, None, row)


def _texts(record: Mapping[str, object]) -> Mapping[str, str]:
    """The fields with a text, those with nothing else in them too."""
    texts = {name: _inside(value) if squeezed(name) in _PLAIN else value for name, value in record.items()}
    return {name: text for name, text in texts.items() if isinstance(text, str) and text.strip()}


def _inside(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    texts = [text for name, text in value.items() if squeezed(name) in _INSIDE and isinstance(text, str)]
    return texts[0] if len(texts) == 1 else None


def _only_usual(names: Iterable[str], *, place: str) -> str | None:
    """The one name that is usual for a text, or for its HTML; None if there is none."""
    given = list(names)
    for usual in (_PLAIN, _MARKED):
        found = [name for name in given if squeezed(name) in usual]
        if len(found) > 1:
            raise _ambiguous(found, place=place)
        if found:
            return found[0]
    return None


def _ambiguous(names: list[str], *, place: str) -> InputError:
    shown = ", ".join(repr(printable(name)) for name in names)
    return InputError(
        f"{place}: {shown} may each be the text. Name the field that holds it: --text-field {printable(names[0])}",
        seen=names,
        kind="no_text",
    )


def _no_text(row: Mapping[str, object], blob: Blob, found: _Place, *, place: str) -> InputError:
    names = list(_all_names(row))
    shown = ", ".join(printable(name) for name in names[:_SHOWN]) + ", …" * (len(names) > _SHOWN)
    return InputError(
        f"{place}: there is no text in the field {found.name!r} (there are: {shown or 'none'}). Name the field that "
        f"holds it: --text-field NAME, or --column {TEXT}=NAME",
        seen=type(found.text).__name__,
        kind="no_text",
    )


def _all_names(row: Mapping[str, object], *, above: str = "", depth: int = 0) -> Iterator[str]:
    """The fields, and those of records in them, as they can be named."""
    for name, value in row.items():
        yield f"{above}{name}"
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from _all_names(value, above=f"{above}{name}.", depth=depth + 1)
