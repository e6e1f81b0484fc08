"""The words that perturbations put into texts: one file for each language, `words/<code>.yml`.

They stand here and not with the language's lists, because they decide nothing of what is found: a list of the language
is part of the annotator's version, and a new dateline in it would have every database annotated again.
"""

from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from attrib.errors import ResourceError
from attrib.resources import load_record

Gender = Literal["Masc", "Fem", "Neut"]
"""As Universal Dependencies write it."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Marks(_Entry):
    """A style of quotation marks: the outer pair, and the pair within it."""

    name: str
    outer: tuple[str, str]
    inner: tuple[str, str]
    apostrophe: bool = False
    """Whether the mark is an apostrophe as well: one is put into the quotation then."""


class Vocabulary(_Entry):
    """The words of one language."""

    datelines: tuple[str, ...]
    """What stands before the first sentence, with the blank behind it."""
    signs: tuple[str, ...]
    """What stands behind the last sentence and says whose text it is, with what parts it from it."""
    junk: tuple[str, ...]
    """The same for what copying leaves there."""
    picture_credits: tuple[str, ...]
    sentences: tuple[str, ...]
    """Sentences with which nobody is credited and which name nobody."""
    headings: tuple[str, ...]
    marks: tuple[Marks, ...]
    apostrophes: tuple[str, ...]
    """Adverbials with an apostrophe in them."""


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """The words of one language; ResourceError if it has none."""
    folder = files("attrib.evaluation.invariance") / "words"
    file = folder / f"{language}.yml"
    if not file.is_file():
        there = sorted(each.name.removesuffix(".yml") for each in folder.iterdir() if each.name.endswith(".yml"))
        raise ResourceError(
            f"There are no words to rewrite texts of language {language!r} with, but for {', '.join(there)}; "
            "attrib/evaluation/invariance/words needs a file of them.",
            seen=language,
            allowed=there,
        )
    return load_record(file, Vocabulary)
