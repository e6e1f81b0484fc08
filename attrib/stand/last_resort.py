"""What a stand is about where nothing fits its words: the last that was said, the only matter, what comes next."""

from collections.abc import Sequence
from itertools import chain

from attrib.stand.candidate import Candidate
from attrib.stand.choice import NONE, Choice, choice
from attrib.stand.passage import is_here_or_lead, is_of_one, near, passage, run
from attrib.stand.reason import Reason

_NEXT = 1
"""Sentences behind a refusal in which begins what it leaves open."""


def last_matter(candidates: Sequence[Candidate]) -> Choice:
    """The last resort for a stand without an object: what stands before it in its sentence, else what was said last in
    its paragraph, by one party, and by others on the same matter.

    A demand that is summed up (*forderte eine Sondersitzung*) puts nothing forward, if anything else is there.
    """
    beside = [item for item in near(candidates) if not item.wording.is_bare]
    # *„p“, sagte A. ¶ B widersprach.*: a paragraph that begins so answers the one before.
    here = [item for item in beside if not item.parts] or [item for item in beside if item.parts == 1]
    found = [item for item in here if not (item.distance or item.parts)] or passage(here)
    keys = frozenset(key for item in found for key in item.keys)
    found += [item for item in here if item.keys & keys and item not in found]
    # *warf Kambodscha vor, p. Die Granaten seien von dort gekommen, sagte ein Oberst.*
    found += [item for item in here if item.wording.accuses and item.about_taker and item not in found]
    told = [item for item in found if item.quotes or item.type != "reported"]
    return choice(told or found, "discourse", Reason.LAST_MATTER)


def only_matter(candidates: Sequence[Candidate]) -> Choice:
    """*Von Einschüchterung könne keine Rede sein*: where one party alone has put something forward so far, its news and
    what it said last."""
    before = (item for item in candidates if item.is_before and is_here_or_lead(item))
    told = [item for item in before if not item.is_negative and not item.wording.denies]
    first = next((item for item in told if item.parties), None)
    if first is None or not first.is_lead or not all(is_of_one(item, first) for item in told if item.parties):
        return NONE
    last = [item for item in passage(told) if item.parts <= 1]
    lead = (item for item in told if item.is_lead and item not in last)
    return choice(chain(lead, last), "discourse", Reason.ONLY_MATTER)


def left_open_behind(candidates: Sequence[Candidate]) -> Choice:
    """*¶ Die Werft wollte sich nicht äußern. Die Zeitung hatte berichtet, p*: what is said next, where a paragraph
    begins with a refusal that names nothing."""
    behind = (item for item in candidates if -_NEXT <= item.distance < 0 and not item.parts)
    told = [item for item in behind if not (item.wording.is_bare or item.wording.denies)]
    return choice(run(told), "discourse", Reason.PASSAGE_BEHIND)
