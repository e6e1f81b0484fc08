"""What is said to a reader whose address asks for something that is not there or cannot be meant."""

from collections.abc import Collection, Iterable
from typing import Any

from datasette.utils.asgi import BadRequest

from attrib.site.wording import reader

TWICE = "{name} was asked for twice. Write it once."
NO_CHOICE = "“{value}” is no value of {name}. Write one of these: {allowed}."
NO_DATE = "“{value}” is no date. Write a year, month or day: 2024, 2024-10, 22.10.2024 or 22 October 2024."
NO_NUMBER = "“{value}” is no number. Write digits, with points or commas as you are used to: 10.000 or 10,000."


def refused(sentence: str, **values: str) -> BadRequest:
    """The sentence, known by its English words, in the reader's language; plain text, which the page escapes."""
    words = reader.get().text(sentence)
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", value)
    return BadRequest(words)


def check_once(args: Any, names: Iterable[str]) -> None:
    """Raise BadRequest for a parameter of several values, all but one of which would be passed over."""
    for name in names:
        if len(set(args.getlist(name))) > 1:
            raise refused(TWICE, name=name)


def unheeded(args: Any, heeds: Collection[str]) -> list[str]:
    """The parameters that are asked for besides those that are heeded, and the language."""
    return [name for name in args if name not in heeds and name != "_lang"]


def check_heeded(args: Any, heeds: Collection[str] = ()) -> None:
    """Raise BadRequest for a parameter that data do not heed, where no page could say so."""
    check_once(args, heeds)
    for name in unheeded(args, heeds):
        raise refused("“{value}” is no parameter of this address.", value=name)
