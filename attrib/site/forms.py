"""Parts of the form above a table that are the same for every page: made once for each language and selection."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from attrib.site.wording import Words, reader

_KEPT = 500
"""Parts that are kept, a few kilobytes each."""


def column_options(columns: Iterable[str], selected: str | None = None) -> Markup:
    """The columns to choose from."""
    listed = tuple(columns)
    return _column_options(reader.get(), listed, selected if selected in listed else None)


@lru_cache(_KEPT)
def _column_options(words: Words, columns: tuple[str, ...], selected: str | None) -> Markup:
    return _joined(_option(name, words.column(name), is_selected=name == selected) for name in columns)


def comparison_options(lookups: Iterable[tuple[str, str, bool]], selected: str | None = None) -> Markup:
    """The ways to compare the values of a column; those that need no value have it in their own."""
    return _comparison_options(reader.get(), tuple(lookups), selected)


@lru_cache(_KEPT)
def _comparison_options(words: Words, lookups: tuple[tuple[str, str, bool], ...], selected: str | None) -> Markup:
    return _joined(
        _option(f"{key}__1" if has_no_value else key, words.text(shown), is_selected=key == selected)
        for key, shown, has_no_value in lookups
    )


def _option(value: str, shown: Any, *, is_selected: bool) -> str:
    mark = " selected" if is_selected else ""
    return f'<option value="{escape(value)}"{mark}>{escape(shown)}</option>'


def column_descriptions(columns: Mapping[str, str]) -> Markup:
    """What the columns of a table mean."""
    return _column_descriptions(reader.get(), tuple(columns.items()))


@lru_cache(_KEPT)
def _column_descriptions(words: Words, columns: tuple[tuple[str, str], ...]) -> Markup:
    return _joined(
        f"\n        <dt>{escape(name)}</dt><dd>{escape(words.text(meaning))}</dd>\n    " for name, meaning in columns
    )


def _joined(pieces: Iterable[str]) -> Markup:
    return Markup("".join(pieces))
