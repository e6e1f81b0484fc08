"""What an evaluation needs to know of a language: a file `words/<code>.yml` beside it."""

from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel

from attrib.errors import ResourceError
from attrib.resources import load_record

T = TypeVar("T", bound=BaseModel)


def load_words(package: str, language: str, model: type[T], *, lacking: str) -> T:
    """The words of one language for an evaluation; ResourceError if it has none.

    `lacking` is the sentence that says what cannot be done then, with `{language}` and `{there}`, the languages that
    have a file.
    """
    folder = files(package) / "words"
    file = folder / f"{language}.yml"
    if not file.is_file():
        there = sorted(each.name.removesuffix(".yml") for each in folder.iterdir() if each.name.endswith(".yml"))
        raise ResourceError(
            lacking.format(language=repr(language), there=", ".join(there)), seen=language, allowed=there
        )
    return load_record(file, model)
