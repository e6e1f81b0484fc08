"""What a stand is about that names the matter itself: *jede Schuld*, *den Tod*, *die Echtheit des Bildes*."""

from collections.abc import Collection, Sequence

from attrib.stand.candidate import Candidate
from attrib.stand.choice import Choice, choice
from attrib.stand.chosen_before import by_pronoun
from attrib.stand.passage import is_here, is_here_or_lead, near, passage, with_passages
from attrib.stand.reason import Reason
from attrib.stand.search import Search, common_keys


def involvement(search: Search) -> Choice:
    """*jede Schuld*, *die Tat*: what accuses whoever takes the stand, on the matter that is named if one is."""
    accusing = [item for item in search.before if _accuses_taker(item)]
    if not accusing:
        beside = passage(item for item in near(search.candidates) if not item.parts)
        return choice(beside, "anaphor", Reason.PASSAGE_BEFORE)
    others = search.wanted - {search.pointer.noun.lemma.lower()}
    alike = [item for item in accusing if common_keys(item, others)]
    return choice(with_passages(alike or accusing, search.candidates), "accusation", Reason.ACCUSES)


def _accuses_taker(item: Candidate) -> bool:
    """Whether it accuses somebody, but what an advocate says of others; or somebody is credited with what it says of
    the taker."""
    if item.about_taker:
        return item.wording.accuses or item.type != "author"
    return item.wording.accuses and not item.wording.is_by_advocate


def thing(search: Search) -> Choice:
    """*den Zusammenhang mit den Morden, die Echtheit des Bildes*: what is about most of it."""
    pointer = search.pointer
    if pointer.near:
        return by_pronoun(search)
    alike = _of_validity(search) if pointer.of_validity else _alike_here(search)
    if not alike and pointer.is_known:
        return by_pronoun(search.where(lambda item: not item.parts))
    if not alike and pointer.is_in_other_words:
        return _in_other_words(search)
    return choice(alike, "same_matter", Reason.SAME_MATTER)


def _of_validity(search: Search) -> Sequence[Candidate]:
    """*über einen Zusammenhang spekuliert* … *bestätigte den Zusammenhang*; else what names half of it."""
    noun = search.pointer.noun.lemma.lower()
    return [item for item in search.before if noun in item.keys] or search.alike_by_half


def _alike_here(search: Search) -> Sequence[Candidate]:
    """What is not far away and names what the object is, and most of it."""
    alike = search.where(is_here).alike
    return [item for item in alike if common_keys(item, {search.pointer.head})]


def _in_other_words(search: Search) -> Choice:
    """*Von Täuschung könne keine Rede sein*: what accuses somebody before it."""
    accusing = [item for item in search.before if item.wording.accuses]
    return choice(accusing[-1:], "accusation", Reason.ACCUSES)


def of_deed(deeds: Collection[str], candidates: Sequence[Candidate]) -> Choice:
    """*wollte die Bestellung nicht bestätigen*: what tells that somebody has ordered it."""
    here = (item for item in candidates if item.is_before and is_here_or_lead(item))
    return choice((item for item in here if item.matter.deeds & set(deeds)), "same_matter", Reason.SAME_MATTER)
