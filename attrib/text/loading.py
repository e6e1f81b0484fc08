"""Languages by their codes: each a folder of `attrib/languages`, loaded when it is first asked for.

Nothing outside a folder mentions that language's words, and nobody imports it; what a folder has to hold is
`attrib.text.language`.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from attrib.errors import ResourceError
from attrib.text.language import Language
from attrib.text.nationality import Countries, load_countries


def languages() -> Sequence[str]:
    """The codes of the languages that can be annotated."""
    return sorted(entry.name for entry in files("attrib.languages").iterdir() if entry.joinpath("words.yml").is_file())


@cache
def load_language(code: str) -> Language:
    """The lists of one language, read once; raises ResourceError for a language that has none."""
    if code not in languages():
        raise ResourceError(
            f"There are no word lists for language {code!r}; there are some for {', '.join(languages())}. "
            "docs/languages.md says how to add a language.",
            seen=code,
            allowed=languages(),
        )
    return Language(code, files("attrib.languages") / code, f"attrib.languages.{code}")


@cache
def leading_articles() -> frozenset[str]:
    """The articles, of any language, that may stand before a name and are no part of it."""
    return frozenset(article for code in languages() for article in load_language(code).countries.articles)


@cache
def is_country(name: str) -> bool:
    """Whether any language calls a country so, in any form; reads no other list of the languages."""
    return any(countries.of_name(name) is not None for countries in _countries())


@cache
def _countries() -> Sequence[Countries]:
    return [load_countries(files("attrib.languages") / code) for code in languages()]


@cache
def offers() -> re.Pattern[str]:
    """A line, of any language, that offers the rest of an article for money or a login."""
    entries = (entry for code in languages() for entry in load_language(code).boilerplate if entry.offer)
    return re.compile("|".join(f"(?:{entry.pattern})" for entry in entries), re.IGNORECASE)
