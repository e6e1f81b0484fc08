"""The words of the site in the reader's language: English in the templates, German in `words/de/*.yml`.

A reader's language is asked for in the address (`?_lang=de`) or by the browser (`Accept-Language`); without either it
is English. The texts of articles are shown as they are.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from markupsafe import Markup

from attrib.errors import ResourceError
from attrib.resources import load_yaml
from attrib.stand.reason import Reason
from attrib.taxonomy import Term, load_taxonomy, taxonomies

LANGUAGES = ("en", "de")
_MONTHS = {
    "en": str.split("January February March April May June July August September October November December"),
    "de": str.split("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
}
_WEEKDAYS = {
    "en": tuple(str.split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")),
    "de": tuple(str.split("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")),
}
_SHORTEST_MONTH = 3
_FIELDS = {
    **{name: name for name in taxonomies()},
    "status_in_document": "status",
    "kind": "source_kind",
    "origin": "source_origin",
}
"""The vocabulary of a column, by the name it has in every table."""
_TEXTS = frozenset({"finds"})
"""Columns that hold words of ours."""
_VALUES = {
    ("found", "in_text"): "said in a text",
    ("found", "by_comparison"): "found by comparison",
    ("date_is", "said"): "said",
    ("date_is", "published"): "published",
    ("date_is", "undated"): "undated",
}
"""Values that views make, in words."""


class Words(NamedTuple):
    """What templates call `_`: texts, values of vocabularies, numbers and dates in one language."""

    language: str
    is_chosen: bool = False
    """Whether the address asks for the language: links then keep it."""

    def __call__(self, text: str, **values: object) -> Markup:
        """The text, with each `{name}` replaced by the value, escaped unless it is markup; the text itself is ours."""
        template = text if self.language == "en" else translations().get(text, text)
        return Markup(template).format(**values) if values else Markup(template)

    @property
    def other(self) -> str:
        """The other language."""
        return next(language for language in LANGUAGES if language != self.language)

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The days of the week from Monday on."""
        return _WEEKDAYS[self.language]

    def term(self, field: str, code: str | None) -> str:
        """The label of a value, such as `bestritten` for the status `disputed`; of an unknown one, its code."""
        found = _terms(field).get(code or "")
        if found is None:
            return code or ""
        return found.label_de if self.language == "de" else found.label

    def label(self, column: str, value: Any) -> str:
        """What a cell or filter shows for a value of a column: its label if the column has a vocabulary."""
        field = _FIELDS.get(column)
        if column in _TEXTS:
            return self.text(str(value))
        if column == "country":
            return self.country(str(value))
        if field is None:
            known = _VALUES.get((column, value))
            return str(value) if known is None else self.text(known)
        return self.term(field, str(value))

    def has_terms(self, column: str) -> bool:
        """Whether the values of a column are a vocabulary."""
        return column in _FIELDS or column == "country" or any(column == known for known, _ in _VALUES)

    def meaning(self, field: str, code: str | None) -> str:
        """The codebook's definition of a value; in English where no translation is at hand."""
        found = _terms(field).get(code or "")
        return "" if found is None else self.keyed(f"{field}.{code}", found.description)

    def keyed(self, key: str, english: str) -> str:
        """A text that is known by what it describes, such as `status.disputed` or `title.statements`."""
        return english if self.language == "en" else translations().get(key, english)

    def text(self, english: str | None) -> str:
        """A text of the data dictionary or of a module by its English words; plain, so that templates escape it."""
        return (english or "") if self.language == "en" else translations().get(english or "", english or "")

    def reason(self, detail: str) -> tuple[str, str]:
        """The word that takes a stand, and why it is about the statement, in the reader's language.

        A stand that lies in another statement, which puts the same or the opposite forward, has no such word.
        """
        word, _, reason = detail.rpartition(": ")
        if reason in _REASONS:
            return word.partition(" (")[0], self.text(reason)
        through = re.fullmatch(r"(puts the (?:same|opposite) forward, from another origin) \(.*\)", detail)
        return "", detail if through is None else self.text(through[1])

    def column(self, name: str) -> str:
        """What a column of a table or view is called, such as *Said on* for `said_on`."""
        return self.keyed(f"column.{name}", "Row" if name == "pk" else name.replace("_", " ").capitalize())

    def country(self, code: str | None) -> str:
        """What a country is called, by its ISO 3166-1 code; an unknown one is called by the code."""
        found = countries().get(code or "")
        return (code or "") if found is None else found[LANGUAGES.index(self.language)]

    def number(self, value: float | None, *, digits: int = 0) -> str:
        """A number with the separators of the language."""
        if value is None:
            return "–"
        text = f"{value:,.{digits}f}"
        return text if self.language == "en" else text.translate(str.maketrans(",.", ".,"))

    def share(self, value: float | None) -> str:
        """A share between 0 and 1 as a whole percentage."""
        return "–" if value is None else f"{value:.0%}".replace("%", "\N{NARROW NO-BREAK SPACE}%")

    def date(self, iso: str | None) -> str:
        """A date, month or year in words, as precise as it is known; what is no date is left as it is."""
        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso or "")
        if match is None:
            return iso or ""
        year, month, day = match.groups()
        if month is None or not 1 <= int(month) <= 12:
            return iso or ""
        name = _MONTHS[self.language][int(month) - 1]
        if day is None:
            return f"{name} {year}"
        return f"{int(day)}. {name} {year}" if self.language == "de" else f"{int(day)} {name} {year}"


reader: ContextVar[Words] = ContextVar("reader", default=Words("en"))  # noqa: B039
"""The words for whoever asked for the page at hand; set once for every request."""


@contextmanager
def as_stored() -> Iterator[None]:
    """Names as the tables have them, whoever reads: for data."""
    before = reader.set(Words("de"))
    try:
        yield
    finally:
        reader.reset(before)


class ReadersWords:
    """The words for whoever reads: what templates call `_`, on error pages too."""

    def __call__(self, text: str, **values: object) -> Markup:
        """As `Words`."""
        return reader.get()(text, **values)

    def __getattr__(self, name: str) -> Any:
        return getattr(reader.get(), name)


def month_named(name: str) -> int | None:
    """The number of a month by its name in either language, or by the beginning of it: *Oktober*, *Oct*, *Mär*."""
    typed = name.casefold()
    found = {
        number
        for names in _MONTHS.values()
        for number, known in enumerate(names, start=1)
        if len(typed) >= _SHORTEST_MONTH and known.casefold().startswith(typed)
    }
    return found.pop() if len(found) == 1 else None


def words_for(scope: Mapping[str, Any]) -> Words:
    """The words for a request as ASGI describes it."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("_lang", [None])[0]
    accepted = b",".join(value for name, value in scope["headers"] if name.lower() == b"accept-language")
    return wording(asked, accepted.decode("latin-1"))


def wording(asked: str | None, accepted: str | None) -> Words:
    """The words for a request: `asked` is its `_lang`, `accepted` its header `Accept-Language`."""
    if asked in LANGUAGES:
        return Words(asked, is_chosen=True)
    weights = {language: _weight(language, accepted or "") for language in LANGUAGES}
    return Words("de" if weights["de"] > weights["en"] else "en")


def _weight(language: str, accepted: str) -> float:
    """How much a browser wants a language (RFC 9110, 12.5.4); a region counts for its language."""
    found = re.findall(r"([A-Za-z*]+)(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?", accepted)
    return max((float(quality or 1) for name, quality in found if name.lower() == language), default=0.0)


_REASONS = frozenset(reason.value for reason in Reason)


@cache
def translations() -> Mapping[str, str]:
    """The German words by the English ones, of all files in `words/de/`."""
    found: dict[str, str] = {}
    for file in sorted((files("attrib") / "site" / "words" / "de").iterdir(), key=lambda file: file.name):
        found |= _listed(file)
    return found


@cache
def countries() -> Mapping[str, list[str]]:
    """The names of countries in English and German, by their codes."""
    found = load_yaml(files("attrib") / "site" / "words" / "countries.yml")
    if not isinstance(found, dict) or not all(isinstance(names, list) and len(names) == 2 for names in found.values()):
        raise ResourceError("words/countries.yml should map codes to an English and a German name", seen=None)
    return found


def _listed(file: Traversable) -> dict[str, str]:
    content = load_yaml(file)
    if not isinstance(content, dict) or not all(isinstance(german, str) for german in content.values()):
        raise ResourceError(f"{file} should map English texts to German ones", seen=type(content).__name__)
    return content


@cache
def _terms(field: str) -> Mapping[str, Term]:
    return {term.code: term for term in load_taxonomy(field)}
