"""What a stand is about that points to a saying: *die Vorwürfe der Ermittler*, *die Berichte*, *das Dementi*."""

from collections.abc import Sequence
from dataclasses import replace

from attrib.stand.candidate import Candidate
from attrib.stand.choice import NONE, Choice, choice
from attrib.stand.chosen_before import by_pronoun
from attrib.stand.passage import (
    is_behind,
    is_here,
    is_here_or_lead,
    near_passage,
    nearest_first,
    passage,
    run,
    same_part,
    same_party,
    with_passages,
)
from attrib.stand.pointer import Pointer
from attrib.stand.reason import Reason
from attrib.stand.search import Search


def denial(search: Search) -> Choice:
    """*bezweifelten das Dementi der Regierung*: what she said in denying it, or the last denial."""
    denials = [item for item in search.candidates if item.wording.in_stand or item.is_negative]
    if search.pointer.names_author:
        return choice((item for item in denials if _is_by(item, search.pointer)), "named_party", Reason.DENIAL_OF_NAMED)
    return choice(nearest_first(denials)[:1], "anaphor", Reason.LAST_DENIAL)


def both_sides(search: Search) -> Choice:
    """*Die Angaben beider Seiten*: all that others said so far of the matter, in the lead and hereabouts.

    One side has many mouths: army, ministry, governor.
    """
    found = [item for item in search.before if item.parties and is_here_or_lead(item)]
    parties = {item.parties for item in found}
    return choice(found, "plural", Reason.EACH_SIDE if len(parties) > 1 else Reason.BOTH_SIDES)


def all_here(search: Search) -> Choice:
    """*Die Angaben ließen sich nicht überprüfen*: all that was put forward in this paragraph; in the first one, over it
    too."""
    told = [item for item in search.before if item.parties]
    here = [item for item in told if not item.parts]
    first = bool(here) and here[0].is_lead
    return choice((item for item in told if not item.parts or (first and item.is_lead)), "plural", Reason.EACH_SIDE)


def of_named(search: Search) -> Choice:
    """*die Vorwürfe der Ermittler*: what they said, further on too; of a report only what it may be about."""
    said = [item for item in search.candidates if _is_by(item, search.pointer)]
    if search.pointer.kind == "accusation":
        return choice(said, "named_party", Reason.ACCUSATIONS_OF_NAMED)
    alike = [item for item in said if item.keys & search.wanted]
    if alike:
        return choice(alike, "named_party", Reason.NAMED_ON_MATTER)
    if any(item.is_before for item in said):
        return choice(passage(said), "named_party", Reason.LAST_OF_NAMED)
    return choice(run(said), "named_party", Reason.FIRST_OF_NAMED)


def _is_by(item: Candidate, pointer: Pointer) -> bool:
    if pointer.said_by is not None:
        return item.is_by(pointer.said_by)
    return pointer.country in item.countries


def accusation(search: Search) -> Choice:
    """*die Vorwürfe*: every statement that accuses, or reports on, the one who takes the stand."""
    pointer = search.pointer
    if pointer.near or pointer.is_confirmed:
        return saying(search)
    if pointer.is_one:
        # *the allegation*: one, made before and not far away
        search = search.where(lambda item: item.is_before and is_here(item))
    alike = search.alike
    if alike:
        return choice(alike, "same_matter", Reason.SAME_MATTER)
    if pointer.is_spelled_out:
        return NONE
    found = [item for item in search.before if item.wording.accuses or item.about_taker]
    if not found:
        return saying(search)
    found += _quoted_last(search, found)
    found += _quoted_beside(search, found)
    return choice(with_passages(found, search.candidates), "accusation", Reason.ACCUSES)


def _quoted_last(search: Search, found: Sequence[Candidate]) -> list[Candidate]:
    """*warfen ihm Demütigungen vor. „Ich hatte Angst“, sagte eine von ihnen.*"""
    last = near_passage(search.candidates)
    quoted = any(item.distance <= 1 and item.type == "direct" for item in last)
    return [item for item in last if quoted and item not in found]


def _quoted_beside(search: Search, found: Sequence[Candidate]) -> list[Candidate]:
    """*machte die Armee verantwortlich. Auch die Miliz sprach von einem „Massaker“.*"""
    parts = {item.told.row.part for item in found if item.wording.accuses}
    quoting = (item for item in search.before if item.quotes and item.type == "reported")
    return [item for item in quoting if item.told.row.part in parts and item not in found]


def saying(search: Search) -> Choice:
    """*die Berichte, die Angaben*: what was said on the matter that is named, else the passage before."""
    pointer = search.pointer
    alike = [] if pointer.near else search.alike
    if alike:
        return choice(alike, "same_matter", Reason.SAME_MATTER)
    if pointer.is_spelled_out and not pointer.near:
        return NONE
    if pointer.near and not pointer.noun.has("Number=Plur"):
        return by_pronoun(search)
    reported = _reported(search) if pointer.of_report and not pointer.near else []
    before = reported or _said_before(search)
    if before or pointer.near or pointer.kind != "saying":
        return choice(before, "anaphor", Reason.PASSAGE_BEFORE)
    behind = [item for item in search.candidates if is_behind(item) and item.about_taker]
    return choice(run(behind), "anaphor", Reason.PASSAGE_BEHIND)


def _reported(search: Search) -> list[Candidate]:
    """*die Berichte*: all that the medium told that was quoted last, in the lead and up to here."""
    told = [item for item in search.before if is_here_or_lead(item) and item.is_by_medium]
    last = nearest_first(told)[:1]
    return [item for item in told if set(item.parties) & set(last[0].parties)] if last else []


def _said_before(search: Search) -> list[Candidate]:
    """The passage before; *Ein Sprecher wollte die Berichte nicht kommentieren*: the news, not its last sentence."""
    pointer = search.pointer
    # *those accounts*, *die Kritik*: of several parties
    several = pointer.kind == ("saying" if pointer.near else "accusation")
    before = near_passage(search.candidates, same_part if several and not pointer.is_one else same_party)
    if pointer.is_left_open and any(item.is_lead for item in before):
        return [item for item in search.before if item.is_lead]
    return before


def with_repetitions(found: Choice, search: Search) -> Choice:
    """*nannte den Bericht falsch* … *bekräftigte den Bericht*: also where whoever told it, or somebody who speaks for
    them, upholds it."""
    pointer = search.pointer
    if not pointer.is_of_words or pointer.near or not found.about:
        return found
    parties = {party for item in found.about for party in item.parties} | (pointer.said_by or frozenset())
    upholding = (item for item in search.candidates if item.wording.upholds and item.is_by(parties))
    again = (item.told for item in upholding if item.told not in found.about)
    about = sorted((*found.about, *again), key=lambda item: item.row.number)
    return replace(found, about=tuple(about))
