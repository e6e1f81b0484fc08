"""Small stories, each told by several short articles, and which of their statements a reader takes for one claim.

`tests/claim/stories/build` holds the stories that the grouping was mended on, `score` those that are scored only. In
the text of an article `[name|words]` says that the statement with these words puts the claim of that name forward; all
other statements stand alone. A copy is another article's text with a sentence behind it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from attrib.resources import load_yaml

FOLDER = Path(__file__).parent / "claim" / "stories"
Half = Literal["build", "score"]
HALVES: tuple[Half, ...] = ("build", "score")
_MARKED = re.compile(r"\[(\w+)\|([^\]]*)\]")


class Article(BaseModel):
    """An article with its marks, or the copy of an earlier one of its story."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publisher: str
    published: str
    text: str = ""
    copy_of: int | None = None
    adds: str = ""


class Story(BaseModel):
    """What happened, the claims by name, and the articles in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    claims: Mapping[str, str]
    articles: tuple[Article, ...]


class Mark(NamedTuple):
    """Where in the text of an article the words of a claim stand."""

    claim: str
    start: int
    end: int


@cache
def stories(half: Half) -> Mapping[str, Story]:
    """The stories of one half by name."""
    paths = sorted((FOLDER / half).glob("*.yml"))
    return {path.stem: Story.model_validate(load_yaml(path)) for path in paths}


def marked_text(story: Story, article: Article) -> tuple[str, tuple[Mark, ...]]:
    """The text of an article without its marks, and the marks."""
    given = article.text if article.copy_of is None else f"{story.articles[article.copy_of].text} {article.adds}"
    text, marks, place = "", [], 0
    for found in _MARKED.finditer(given):
        text += given[place : found.start()]
        marks.append(Mark(found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        place = found.end()
        assert found[1] in story.claims, found[0]
    return text + given[place:], tuple(marks)


def story_texts() -> Iterator[str]:
    """The texts of all articles."""
    for half in HALVES:
        for story in stories(half).values():
            yield from (marked_text(story, article)[0] for article in story.articles)
