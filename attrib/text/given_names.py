"""The gender that a given name tells: *Annalena*, *Jens*; most names of other languages, and *Kim*, tell none.

The names are `attrib/languages/<language>/given_names.yml`, counted from lists of people; nearly all who bear a name
there are of one sex.
"""

from importlib.resources.abc import Traversable

from attrib.records import Record
from attrib.resources import load_record
from attrib.text.nouns import Gender


class _Listed(Record):
    """The word list of one language; names with spaces between them."""

    feminine: str = ""
    masculine: str = ""


class GivenNames:
    """The given names of one language's list."""

    def __init__(self, listed: _Listed) -> None:
        self._feminine = frozenset(listed.feminine.split())
        self._masculine = frozenset(listed.masculine.split())
        self._listed = self._feminine | self._masculine

    def gender(self, name: str) -> Gender | None:
        """The gender of whoever has a full name, by its first word, or the first part of that (*Hans-Peter*)."""
        first, *rest = name.split() or [""]
        for given in (first, first.partition("-")[0]) if rest else ():
            if given in self._feminine:
                return "f"
            if given in self._masculine:
                return "m"
        return None

    def is_listed(self, word: str) -> bool:
        """Whether a word, or the first part of it (*Hans-Peter*), is a given name that tells a gender."""
        return not {word, word.partition("-")[0]}.isdisjoint(self._listed)


def load_given_names(folder: Traversable) -> GivenNames:
    """The names of a language's `given_names.yml`; none where it has no such list."""
    file = folder / "given_names.yml"
    return GivenNames(load_record(file, _Listed) if file.is_file() else _Listed())
