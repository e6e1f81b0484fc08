"""What a stand is about that points to whatever stands before it: *das*, *zu Einzelheiten*, *zu dem Fall*, nothing."""

from collections.abc import Sequence
from itertools import chain

from attrib.stand.candidate import Candidate
from attrib.stand.choice import Choice, choice
from attrib.stand.passage import is_of_one, near, nearest_first, passage, same_party
from attrib.stand.reason import Reason
from attrib.stand.search import Search

_ASIDE = 2
"""Sentences back in which the one stands that an answer takes up by a pronoun: an aside may lie between."""


def by_pronoun(search: Search) -> Choice:
    """*das, diese Angaben*: what the sentence before puts forward, and what that goes on with."""
    pointer, beside = search.pointer, near(search.candidates)
    if pointer.is_clause_before:
        last = nearest_first(beside)
        here = [item for item in last if not item.distance]
        return choice((here or last)[:1], "anaphor", Reason.SENTENCE_BEFORE)
    if pointer.kind == "pronoun" and not pointer.is_open:
        reach = _ASIDE if pointer.is_answered else 1
        beside = beside if any(item.distance <= reach for item in beside) else []
    if pointer.is_open and all(item.parts for item in search.before):
        return _news_of_one(search)
    return choice(_put_forward(search, beside), "anaphor", Reason.SENTENCE_BEFORE)


def _put_forward(search: Search, beside: Sequence[Candidate]) -> Sequence[Candidate]:
    """An act that is summed up (*nannte das unglaubwürdig*) puts nothing forward: only if nothing else is there."""
    last = nearest_first(beside)[:1]
    if last and last[0].quotes and last[0].type == "reported":
        return last  # *sprach von einem „Massaker“*
    # *machten X für den Angriff verantwortlich. Die Reederei bestätigte den Treffer.*: not that it was X
    acts = [] if search.pointer.is_thing else [item for item in last if _says_what_is_so(item)]
    open_ = [item for item in beside if item.type != "reported" or item in acts]
    return passage(open_ or beside)


def _says_what_is_so(item: Candidate) -> bool:
    """Whether an act is summed up with what it says to be so: *nannte Kosten von 28 Millionen Euro*, *vermutet eine
    Bande hinter der Tat*; not *forderte Aufklärung*."""
    return item.told.row.polarity != "underspecified"


def _news_of_one(search: Search) -> Choice:
    """*Andere Forscher sind skeptisch*, where a paragraph begins: of the news that one party has, and what it has just
    said of it."""
    before = [item for item in search.before if item.type != "reported"]
    last = [item for item in passage(before) if item.parts <= 1]
    lead = [item for item in before if item.is_lead]
    news = [item for item in lead if is_of_one(item, lead[0])]
    goes_on = not news or any(is_of_one(item, news[0]) for item in last)
    more = (item for item in last if goes_on and item not in news)
    return choice(chain(news, more), "anaphor", Reason.PASSAGE_BEFORE)


def details(search: Search) -> Choice:
    """*Zu Einzelheiten*: of what is told in this paragraph, else of the news."""
    beside = passage(item for item in near(search.candidates) if not item.parts)
    return choice(beside, "anaphor", Reason.PASSAGE_BEFORE) if beside else case(search)


def case(search: Search) -> Choice:
    """*zu dem Fall*, *zu laufenden Verfahren*: the news, as heading and lead tell it."""
    lead = [item for item in search.before if item.is_lead and not item.is_negative]
    return choice(lead, "discourse", Reason.THE_NEWS)


def about_taker(search: Search) -> Choice:
    """*Kiew dementierte*: what is said of who takes the stand, in this paragraph or the one before.

    With what one party goes on with there: *Die Armee habe p, meldete der Sender. Auch q sei geschehen.*
    """
    beside = [item for item in search.before if item.parts <= 1]
    about = [item for item in beside if item.about_taker]
    grown = about
    while grown:
        grown = [item for item in beside if item not in about and any(same_party(one, item) for one in grown)]
        about = [*about, *grown]
    return choice(about, "discourse", Reason.ABOUT_TAKER)
