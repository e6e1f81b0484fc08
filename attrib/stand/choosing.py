"""Which of the statements beside it a stand is about: one decision for each kind of pointer, all that fit or none.

The codebook's *What a stand is about*, point by point. Every choice gives its reason, which the database keeps.
"""

from collections.abc import Callable, Mapping

from attrib.stand.choice import Choice
from attrib.stand.chosen_before import about_taker, by_pronoun, case, details
from attrib.stand.chosen_saying import accusation, all_here, both_sides, denial, of_named, saying, with_repetitions
from attrib.stand.chosen_thing import involvement, thing
from attrib.stand.pointer import Kind
from attrib.stand.search import Search

_BY_KIND: Mapping[Kind, Callable[[Search], Choice]] = {
    "accusation": accusation,
    "saying": saying,
    "pronoun": by_pronoun,
    "thing": thing,
    "details": details,
    "case": case,
    "involvement": involvement,
    "nothing": about_taker,
}


def choose(search: Search) -> Choice:
    """What a stand without a clause of its own is about. What an article is about is not asked here."""
    pointer = search.pointer
    if pointer.kind == "denial":
        return denial(search)
    search = search.where(lambda item: not (item.wording.is_bare or item.wording.disclaims))
    if pointer.both:
        return both_sides(search)
    if pointer.is_of_all and pointer.is_plain:
        return all_here(search)
    if pointer.is_of_words and not pointer.is_left_open:
        # *warf ihm vor, p, und forderte ihn auf zu gehen. Er wies die Vorwürfe zurück.*
        search = search.where(lambda item: not item.wording.is_plan)
    decide = of_named if pointer.names_author else _BY_KIND[pointer.kind]
    return with_repetitions(decide(search), search)
