"""Things that have one name in all languages, so that statements in different ones can be compared.

`languages/<code>/things.yml` lists them: `name` is the same in every language (in English, hyphens for blanks), `words`
are the base forms in this one, in lower case. A place or a party whose name is another one there (*München*) is listed
likewise.
"""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from attrib.errors import ResourceError
from attrib.records import Record
from attrib.resources import load_records


class Thing(Record):
    """One entry of `things.yml`."""

    name: str
    words: tuple[str, ...]


def load_things(folder: Traversable) -> Mapping[str, str]:
    """The name of each base form of a language's list; nothing where it has no such list.

    ResourceError for a base form that is listed twice.
    """
    file = folder / "things.yml"
    found: dict[str, str] = {}
    for entry in load_records(file, Thing) if file.is_file() else ():
        for word in entry.words:
            if found.setdefault(word, entry.name) != entry.name:
                raise ResourceError(
                    f"{file}: {word!r} is listed as {found[word]} and as {entry.name}; a word is one thing: remove it "
                    "from one of them.",
                    seen=word,
                )
    return found
