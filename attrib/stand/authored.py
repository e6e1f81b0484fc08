"""What a stand is about that the publisher put forward itself, where nothing fits that somebody is credited with."""

from attrib.stand.choice import NONE, Choice, choice
from attrib.stand.reason import Reason
from attrib.stand.search import Search, common_keys


def choose_authored(search: Search) -> Choice:
    """*Die Zeitung hatte Hinweise auf p veröffentlicht. Der Verein nannte den Bericht der Zeitung falsch.*

    The candidates tell whether they name the party whose saying it is, or else the one who takes the stand.
    """
    pointer = search.pointer
    if pointer.both or pointer.kind == "denial":
        return NONE
    if pointer.said_by is not None:
        return _told_of_named(search)
    accusing = [item for item in search.candidates if item.wording.accuses and item.about_taker]
    if pointer.kind in {"accusation", "involvement"}:
        return choice([] if pointer.near else accusing, "accusation", Reason.ACCUSES)
    if pointer.kind == "thing":
        found = [item for item in accusing if common_keys(item, search.wanted)]
        return choice(found, "same_matter", Reason.SAME_MATTER)
    takes_up = pointer.kind == "pronoun" and not pointer.is_confirmed
    last = [item for item in search.candidates if takes_up and item.distance <= 1]
    return choice(last[-1:], "anaphor", Reason.SENTENCE_BEFORE)


def _told_of_named(search: Search) -> Choice:
    """The last that tells of the named party's saying, and does not name that itself (*wies den Bericht zurück*)."""
    noun = search.pointer.noun.lemma.lower()
    telling = (item for item in search.candidates if item.wording.tells and item.about_taker)
    told = [item for item in telling if noun not in item.keys]
    return choice(told[-1:], "named_party", Reason.LAST_OF_NAMED)
