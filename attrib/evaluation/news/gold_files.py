"""Gold files → gold articles: strictly read, and checked against the text they are about.

Whatever is wrong is told with the file, the field, what was seen there, what is allowed and what to do.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from attrib.errors import InputError
from attrib.evaluation.news.gold_article import OTHERS, GoldArticle, GoldParty, GoldStand, GoldStatement

_SHOWN_ERRORS = 5
"""How many wrong fields one message lists."""


def read_gold_articles(folder: Path) -> dict[str, GoldArticle]:
    """The gold files (*.json) of a folder by file name, in order.

    InputError if there are none, or if one is not of the form or names a party that its article does not list.
    """
    found = {file.name: _read(file) for file in sorted(folder.glob("*.json"))}
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder. Name an existing one.", seen=str(folder))
    if not found:
        raise InputError(
            f"{folder}: holds no *.json file of gold, one for each article; name the folder they are in.",
            seen=str(folder),
        )
    return found


def _read(file: Path) -> GoldArticle:
    try:
        content = file.read_text(encoding="utf-8")
        json.loads(content)
    except ValueError as error:
        raise InputError(f"{file}: not JSON in UTF-8 ({error}); mend the file.", seen=str(file)) from error
    try:
        article = GoldArticle.model_validate_json(content)
    except ValidationError as error:
        details = error.errors(include_url=False)
        lines = [f"{file}, {_explained(detail)}" for detail in details[:_SHOWN_ERRORS]]
        lines += [f"… and {len(details) - _SHOWN_ERRORS} more"] * (len(details) > _SHOWN_ERRORS)
        raise InputError("\n".join(lines), seen=details[0]["input"]) from error
    _raise_first(file, _strange_ids(article))
    return article


def check_against_text(file: str, article: GoldArticle, text: str) -> None:
    """InputError if a place of the gold is not one of the text, which is likely to be another version then."""
    _raise_first(file, _strange_places(article, len(text)))


def _explained(detail: ErrorDetails) -> str:
    """A finding of pydantic in a sentence: the field, what was seen, what is allowed, what to do."""
    place = detail["loc"]
    where = f"field {'.'.join(str(part) for part in place)!r}" if place else "as a whole"
    if detail["type"] == "missing":
        return f"{where}: missing; add it."
    if detail["type"] == "extra_forbidden":
        allowed = ", ".join(_owner(place).model_fields)
        return f"{where}: unknown field; allowed are {allowed}. Remove it or mend its spelling."
    return f"{where}: seen {detail['input']!r}; {detail['msg'][:1].lower()}{detail['msg'][1:]}. Mend the value."


def _owner(place: tuple[int | str, ...]) -> type[BaseModel]:
    """Of which record the field at a place is one."""
    for name, record in (("assessments", GoldStand), ("statements", GoldStatement), ("parties", GoldParty)):
        if name in place[:-1]:
            return record
    return GoldArticle


def _raise_first(file: Path | str, problems: Iterator[str]) -> None:
    problem = next(problems, None)
    if problem is not None:
        raise InputError(f"{file}, {problem}", seen=problem)


def _strange_ids(article: GoldArticle) -> Iterator[str]:
    """What is wrong with the ids of an article that lists its parties."""
    if article.parties is None:
        return
    listed = [party.id for party in article.parties]
    for twice in sorted({each for each in listed if listed.count(each) > 1}):
        yield f"field 'parties': {twice!r} is there twice; every party once: merge the two or rename one."
    allowed = (*listed, *OTHERS)
    for where, named in _ids(article):
        if named not in allowed:
            yield (
                f"field {where!r}: {named!r} is no party of the article; there are {', '.join(allowed)}. "
                "List it under `parties` or mend the id."
            )


def _ids(article: GoldArticle) -> Iterator[tuple[str, str]]:
    """Every source id in the statements, with its place."""
    for number, statement in enumerate(article.statements):
        yield from ((f"statements.{number}.sources", each) for each in statement.sources)
        for place, stand in enumerate(statement.assessments):
            yield f"statements.{number}.assessments.{place}.by", stand.by


def _strange_places(article: GoldArticle, length: int) -> Iterator[str]:
    """What is wrong with the offsets of an article whose text has that many code points."""
    for number, statement in enumerate(article.statements):
        where = f"statements.{number}"
        if not statement.spans:
            yield f"field '{where}.spans': empty; a statement has at least one span [start, end]."
        places = [("spans", each) for each in statement.spans]
        places += [("cue_spans", each) for each in statement.cue_spans or ()]
        places += [("speaker_spans", each) for each in statement.speaker_spans or ()]
        places += [(f"assessments.{place}.span", each.span) for place, each in enumerate(statement.assessments)]
        for name, (start, end) in places:
            if not 0 <= start < end <= length:
                yield (
                    f"field '{where}.{name}': seen [{start}, {end}]; allowed is 0 <= start < end <= {length}, the "
                    f"length of {article.document}. Mend the span, or name the folder of the text it was made for."
                )
