"""What other languages call the offices and institutions whose nouns the entries list in German: *defence minister*."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrib.records import Record
from attrib.resources import load_records

_FILE = Path(__file__).parent / "names/roles.yml"


class RoleName(Record):
    """One entry of `names/roles.yml`."""

    called: tuple[str, ...]
    """In lower case, so that no German noun is among them."""
    nouns: tuple[str, ...]


@cache
def role_names() -> Mapping[str, tuple[str, ...]]:
    """The nouns of roles that each name in lower case stands for."""
    return {name: entry.nouns for entry in load_records(_FILE, RoleName) for name in entry.called}
