"""*die Armee dementierte das*: the only office of the kind in the only country that a text speaks of."""

from collections.abc import Sequence

from attrib.registry.registry import RegistrySource
from attrib.source.country import places_told
from attrib.source.known import Party
from attrib.source.publisher import publisher
from attrib.source.resolver import Question
from attrib.text.analysis import Word


def only_office(question: Question, noun: Word, *, elsewhere: bool) -> tuple[Party, ...] | None:
    """Who holds the office in the only country the text spoke of, or at home where it spoke of none; nobody if
    several countries have one, None if none has, or if the words say that it is `elsewhere`."""
    spoken = _countries(question, noun)
    countries = spoken or _home(question)
    dated = question.text.document.published is not None
    there = [] if elsewhere else [item for item in _offices(question, noun) if item.country in countries]
    offices = [item for item in there if spoken or dated or not item.person]
    if len(offices) == 1 and len(countries) == 1:
        detail = f"{noun.text}: no other country is spoken of"
        return (question.registered(offices[0], "role", "only_country", detail),)
    return () if len(offices) > 1 else None


def _home(question: Question) -> set[str]:
    """The country of the language, where the text says that it is from there: by its date, its outlet, or a place.

    *Die Armee dementierte das* alone may be about any.
    """
    text, home = question.text, question.language.countries.home
    outlet = publisher(text.document, question.registry).country
    at_home = text.document.published is not None or outlet == home or home in places_told(text)
    return {home} if home is not None and at_home else set()


def _countries(question: Question, noun: Word) -> set[str]:
    """The countries that the text spoke of before."""
    return {code for code, place in question.cast.countries.items() if place < noun.start}


def _offices(question: Question, noun: Word) -> Sequence[RegistrySource]:
    registry, on = question.registry, question.text.document.published
    found = (registry.by_role(form, None, on=on) for form in (noun.lemma, noun.text))
    return next(filter(None, found), ())
