"""The verdict of a stand where it stands: negated, refused, not real, or yet to come."""

from attrib.quotation.stand_place import Place
from attrib.records import Verdict
from attrib.text.analysis import Word
from attrib.text.entries import Stand
from attrib.text.words import any_form

_SOON = 3
"""Words from what limits to what it limits: *nur zu dem Teil*."""


def verdict_of(place: Place, stand: Stand) -> Verdict | None:
    """What the word says, or what its negation says; *ein nicht genannter Zeuge bestätigte …* negates nothing."""
    if stand.pos == "answer":
        return stand.verdict
    if _is_negated(place) or lacks(place, stand):
        return stand.negated
    return "doubts" if stand.verdict == "confirms" and stand.of_saying and _is_partial(place) else stand.verdict


def _is_partial(place: Place) -> bool:
    """*hält den Einwand nur teilweise für berechtigt*, *nur zum Teil*: who grants no more than that doubts the rest."""
    behind = (item for word in place.near if word.form in place.words.limiting_words for item in _soon(place, word))
    return any_form(behind, place.words.partial_words)


def _soon(place: Place, word: Word) -> tuple[Word, ...]:
    return place.view.words(word.number + 1, word.number + _SOON)


def _is_negated(place: Place) -> bool:
    return any_form(place.view.sentence.outside_attributes(place.clause.words), place.words.negations)


def lacks(place: Place, stand: Stand) -> bool:
    """*ohne Beweise vorzulegen*: the clause says that what the noun names is not there."""
    return stand.pos == "noun" and place.clause.opening.form in place.words.excluding_adjuncts


def is_unreal(place: Place, stand: Stand) -> bool:
    """*Sollte sich das bewahrheiten*, *ob das stimmt*, *wird bestätigen müssen*: nobody takes a stand; but *kam, um
    sich gegen den Vorwurf zu wehren*."""
    words, kind = place.words, place.clause.kind
    opening = next((word.form for word in place.clause.content), "")  # *„Wenn das stimmt“*
    if opening in words.conditional_openers or place.view.sentence.words[-1].text == "?":
        return True
    if kind in {"complement", "subordinate"} and opening in words.undecided_openers:
        return True
    # *Hätte er das eingeräumt, …*, *bat den Verein, die Meldung zu dementieren*
    says = stand.verdict is None and _is_negated(place)  # *erklärte, damit nichts zu tun zu haben*
    real = says or (stand.against and _is_purpose(place)) or lacks(place, stand) or _is_refused(place)
    wanted = kind == "infinitive" and not real
    # *Claims that he fled | were denied*: a clause that goes on opens no condition.
    opens = not place.clause.number or bool(place.clause.opener)
    return (opens and opening in words.condition_verbs) or wanted or _is_possible_only(place)


def _is_refused(place: Place) -> bool:
    """*teilte mit, das nicht bestätigen zu können*."""
    modal = any(word.upos == "AUX" and word.lemma in place.words.refusing_modals for word in place.near)
    return modal and _is_negated(place)


def _is_purpose(place: Place) -> bool:
    return place.clause.opening.form in place.words.infinitive_adjuncts - place.words.excluding_adjuncts


def _is_possible_only(place: Place) -> bool:
    """*man könnte bezweifeln*, *wird bestätigen müssen*, *könne bewiesen werden*, *wird bestätigt werden*."""
    words = place.words
    if not _is_negated(place) and _is_yet_to_come(place):
        return True
    if place.forms & words.impersonal_subjects and place.forms & words.wondering_modals:
        return True
    others = (item for item in place.near if item is not place.word and item.upos == "AUX")
    wanted = words.future_modals - (words.refusing_modals if _is_negated(place) else frozenset())  # *mochte nicht*
    return any(item.lemma in wanted and not _is_forced(place, item) for item in others)


def _is_forced(place: Place, modal: Word) -> bool:
    """*musste einräumen*: what somebody had to do was done."""
    return modal.lemma in place.words.forced_modals and modal.has("Tense=Past")


def _is_yet_to_come(place: Place) -> bool:
    finite = [word for word in place.clause.finite if word.upos == "AUX"]
    if any(word.lemma in place.words.ability_modals and word.form in place.words.wondering_modals for word in finite):
        return any(word.has("Mood=Sub") for word in finite)
    done = any(word.lemma in place.words.passive_auxiliaries and word not in finite for word in place.near)
    able = any(word.lemma in place.words.ability_modals and not word.has("Tense=Past") for word in finite)
    future = any(word.lemma in place.words.passive_auxiliaries for word in finite)
    return done and (able or future)
