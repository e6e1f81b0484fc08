"""What puts the same forward as something that a stand is about: again, as its heading, quoted in it, or passed on."""

from collections.abc import Iterator, Sequence

from attrib.quotation.stand_found import StandFound
from attrib.stand.candidates import Candidates
from attrib.stand.headed import is_headed
from attrib.stand.repetition import repeated
from attrib.statement.told import Told
from attrib.text.text import Text
from attrib.text.words import any_form

_WHOLE = 0.9
"""How much of a statement that passes something on is what it passes on, with who says so."""


def said_again(
    text: Text, candidates: Candidates, about: Sequence[Told], stand: StandFound, takers: Sequence[str]
) -> tuple[Told, ...]:
    """What puts the same forward as something the stand is about, in the publisher's own words too."""
    near = candidates.near(stand.evidence)
    others = (item for item in near if not item.quotation.overlaps(stand.evidence) and not item.row.level)
    found = repeated(about, others, takers)
    heads = (item for item in near if item not in (*about, *found) and set(item.parties).isdisjoint(takers))
    found = (*found, *(item for item in heads if any(is_headed(text, candidates, item, one) for one in about)))
    passed = (item for item in _passed_on(text, (*about, *found), near, stand) if set(item.parties).isdisjoint(takers))
    earlier = _told_earlier(text, about, near, stand)
    found = (*found, *(item for item in earlier if item not in found and set(item.parties).isdisjoint(takers)))
    quoted = _quoted_in((*about, *found), near, stand)
    return (*found, *(item for item in quoted if set(item.parties).isdisjoint(takers)), *passed)


def _quoted_in(about: Sequence[Told], near: Sequence[Told], stand: StandFound) -> Iterator[Told]:
    """*sprach von einem „Massaker“*: of an act that is summed up, the words that it quotes say what is put forward."""
    acts = {item.row.id for item in about if item.row.type == "reported"}
    inside = (item for item in near if item.row.parent in acts and item.row.type == "direct" and item not in about)
    yield from (item for item in inside if not item.quotation.overlaps(stand.evidence))


def _told_earlier(text: Text, about: Sequence[Told], near: Sequence[Told], stand: StandFound) -> Iterator[Told]:
    """*Das bestätigte das Amt. Zuvor hatte der Sender über den Befund berichtet.*: an act of telling, beside the stand
    and its target, that says itself that the news was out before."""
    own = stand.view.sentence.number
    if not any(abs(item.quotation.sentence - own) <= 1 for item in about):
        return
    for item in near:
        beside = 0 < abs(item.quotation.sentence - own) <= 1 and item.row.part == stand.view.sentence.part
        if beside and item.row.type in {"reported", "author"} and item not in about and _is_told_earlier(text, item):
            yield item


def _is_told_earlier(text: Text, item: Told) -> bool:
    listed, words = text.language.words, text.words_in(item.quotation.spans)
    told = any(word.upos == "VERB" and word.is_participle and word.lemma in listed.reporting_of_verbs for word in words)
    return told and any_form(words, listed.earlier_words) and any_form(words, listed.past_auxiliaries)


def _passed_on(text: Text, about: Sequence[Told], near: Sequence[Told], stand: StandFound) -> Iterator[Told]:
    """*Der Sender berichtete unter Berufung auf Beamte, dass p*; *die Behörde glaube, dass p*: who says only that
    somebody else says p puts p forward, and so does that one; not *bestritt, dass er bat zu gehen*."""
    outer = {item.row.id: item.quotation for item in about}
    for item in near:
        whole = outer.get(item.row.parent or "")
        if whole is None or item in about or item.row.type != "indirect" or item.quotation.overlaps(stand.evidence):
            continue
        framing = sum(span.end - span.start for span in item.quotation.frame if whole.covers(span))
        if not any(word.is_finite for word in text.words_in(item.quotation.spans)):
            continue
        if item.quotation.length + framing >= whole.length * _WHOLE:
            yield item
