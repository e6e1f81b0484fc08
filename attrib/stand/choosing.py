"""Which of the statements beside it a stand is about: one decision for each kind of pointer, all that fit or none.

The codebook's *What a stand is about*, point by point. Every choice gives its reason, which the database keeps.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from attrib.stand.candidate import Candidate
from attrib.stand.pointer import Pointer
from attrib.stand.reason import Reason
from attrib.statement.told import Told

_REACH = 3
"""Sentences back in which the statement is looked for that a pronoun or a noun points to."""
_PARTS = 2
"""Paragraphs from a stand to what its object names; of those further away one in seven was right, on 135 articles."""
_ASIDE = 2
"""Sentences back in which the one stands that an answer takes up by a pronoun: an aside may lie between."""
_NEXT = 1
"""Sentences behind a refusal in which begins what it leaves open."""
_HALF = 0.5
_LONG = 5
"""Letters of a word that may be the last part of a compound."""
_OF_WORDS = frozenset({"saying", "accusation"})
"""What points to something said, by a noun for it."""
_WITHOUT_FRAME = frozenset({"free_indirect", "indirect_free_indirect"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The statements that a stand is about, the rule that chose them, and why they and no others."""

    about: tuple[Told, ...]
    rule: str
    reason: Reason


NONE = Choice((), "none", Reason.NOTHING)


def choose(pointer: Pointer, candidates: Sequence[Candidate], wanted: frozenset[str]) -> Choice:
    """What a stand without a clause of its own is about.

    `wanted` are the keys of the object's other nouns. What an article is about is not asked here.
    """
    if pointer.kind == "denial":
        return _denial(pointer, candidates)
    candidates = [item for item in candidates if not (item.wording.is_bare or item.wording.disclaims)]
    plain = pointer.kind == "saying" and not (pointer.near or pointer.content or pointer.said_by or pointer.country)
    if pointer.both:
        return _both(candidates)
    if pointer.is_of_all and plain:
        return _all_here(candidates)
    if pointer.kind in _OF_WORDS and not pointer.is_left_open:
        # *warf ihm vor, p, und forderte ihn auf zu gehen. Er wies die Vorwürfe zurück.*
        candidates = [item for item in candidates if not item.wording.is_plan]
    if pointer.said_by is not None or pointer.country is not None:
        return _with_repetitions(_of_named(pointer, candidates, wanted), pointer, candidates)
    return _with_repetitions(_BY_KIND[pointer.kind](pointer, candidates, wanted), pointer, candidates)


def _with_repetitions(choice: Choice, pointer: Pointer, candidates: Sequence[Candidate]) -> Choice:
    """*nannte den Bericht falsch* … *bekräftigte den Bericht*: also where whoever told it, or somebody who speaks for
    them, upholds it."""
    if pointer.kind not in _OF_WORDS or pointer.near or not choice.about:
        return choice
    parties = {party for item in choice.about for party in item.parties} | (pointer.said_by or frozenset())
    again = (
        item.told
        for item in candidates
        if item.wording.upholds and item.is_by(parties) and item.told not in choice.about
    )
    about = sorted((*choice.about, *again), key=lambda item: item.row.number)
    return replace(choice, about=tuple(about))


def choose_authored(pointer: Pointer, candidates: Sequence[Candidate], wanted: frozenset[str]) -> Choice:
    """What the publisher put forward itself, where nothing fits that somebody is credited with.

    *Die Zeitung hatte Hinweise auf p veröffentlicht. Der Verein nannte den Bericht der Zeitung falsch.* The candidates
    tell whether they name the party whose saying it is, or else the one who takes the stand.
    """
    if pointer.both or pointer.kind == "denial":
        return NONE
    if pointer.said_by is not None:
        told = [
            item
            for item in candidates
            if item.wording.tells and item.about_taker and pointer.noun.lemma.lower() not in item.keys
        ]
        return _choice(told[-1:], "named_party", Reason.LAST_OF_NAMED)
    if pointer.kind in {"accusation", "involvement"}:
        found = [item for item in candidates if item.wording.accuses and item.about_taker and not pointer.near]
        return _choice(found, "accusation", Reason.ACCUSES)
    if pointer.kind == "thing":
        found = [item for item in candidates if item.wording.accuses and item.about_taker and _common(item, wanted)]
        return _choice(found, "same_matter", Reason.SAME_MATTER)
    takes_up = pointer.kind == "pronoun" and not pointer.is_confirmed
    last = [item for item in candidates if takes_up and item.distance <= 1][-1:]
    return _choice(last, "anaphor", Reason.SENTENCE_BEFORE)


def _denial(pointer: Pointer, candidates: Sequence[Candidate]) -> Choice:
    """*bezweifelten das Dementi der Regierung*: what she said in denying it, or the last denial."""
    denials = [item for item in candidates if item.wording.in_stand or item.is_negative]
    if pointer.said_by is not None or pointer.country is not None:
        return _choice([item for item in denials if _is_by(item, pointer)], "named_party", Reason.DENIAL_OF_NAMED)
    before = [item for item in denials if item.is_before]
    return _choice(_nearest_first(before)[:1], "anaphor", Reason.LAST_DENIAL)


def _both(candidates: Sequence[Candidate]) -> Choice:
    """*Die Angaben beider Seiten*: all that others said so far of the matter, in the lead and hereabouts.

    One side has many mouths: army, ministry, governor.
    """
    told = [item for item in candidates if item.is_before and item.parties]
    found = [item for item in told if item.is_lead or item.parts <= _PARTS]
    parties = {item.parties for item in found}
    return _choice(found, "plural", Reason.EACH_SIDE if len(parties) > 1 else Reason.BOTH_SIDES)


def _all_here(candidates: Sequence[Candidate]) -> Choice:
    """*Die Angaben ließen sich nicht überprüfen*: all that was put forward in this paragraph; in the first one, over it
    too."""
    told = [item for item in candidates if item.is_before and item.parties]
    here = [item for item in told if not item.parts]
    first = bool(here) and here[0].is_lead
    return _choice([item for item in told if not item.parts or (first and item.is_lead)], "plural", Reason.EACH_SIDE)


def _of_named(pointer: Pointer, candidates: Sequence[Candidate], wanted: frozenset[str]) -> Choice:
    """*die Vorwürfe der Ermittler*: what they said, further on too; of a report only what it may be about."""
    said = [item for item in candidates if _is_by(item, pointer)]
    if pointer.kind == "accusation":
        return _choice(said, "named_party", Reason.ACCUSATIONS_OF_NAMED)
    alike = [item for item in said if item.keys & wanted]
    if alike:
        return _choice(alike, "named_party", Reason.NAMED_ON_MATTER)
    if any(item.is_before for item in said):
        return _choice(_passage(said, _same_paragraph), "named_party", Reason.LAST_OF_NAMED)
    return _choice(_run(said), "named_party", Reason.FIRST_OF_NAMED)


def _is_by(item: Candidate, pointer: Pointer) -> bool:
    if pointer.said_by is not None:
        return item.is_by(pointer.said_by)
    return pointer.country in item.countries


def _accusation(pointer: Pointer, candidates: Sequence[Candidate], wanted: frozenset[str]) -> Choice:
    """*die Vorwürfe*: every statement that accuses, or reports on, the one who takes the stand."""
    if pointer.near or pointer.is_confirmed:
        return _saying(pointer, candidates, wanted)
    if pointer.is_one:
        # *the allegation*: one, made before and not far away
        candidates = [item for item in candidates if item.is_before and item.parts <= _PARTS]
    alike = [item for item in candidates if _is_alike(item, pointer, wanted)]
    if alike:
        return _choice(alike, "same_matter", Reason.SAME_MATTER)
    if pointer.is_spelled_out:
        return NONE
    found = [item for item in candidates if item.is_before and (item.wording.accuses or item.about_taker)]
    if found:
        # *warfen ihm Demütigungen vor. „Ich hatte Angst“, sagte eine von ihnen.*
        last = _near_passage(candidates, _same_paragraph)
        quoted = any(item.distance <= 1 and item.type == "direct" for item in last)
        answered = [item for item in last if quoted and item not in found]
        # *machte die Armee verantwortlich. Auch die Miliz sprach von einem „Massaker“.*
        parts = {item.told.row.part for item in found if item.wording.accuses}
        joined = (item for item in candidates if item.is_before and item.quotes and item.type == "reported")
        answered += [item for item in joined if item.told.row.part in parts and item not in (*found, *answered)]
        return _choice(_with_passages([*found, *answered], candidates), "accusation", Reason.ACCUSES)
    return _saying(pointer, candidates, wanted)


def _involvement(pointer: Pointer, candidates: Sequence[Candidate], wanted: frozenset[str]) -> Choice:
    """*jede Schuld*, *die Tat*: what accuses whoever takes the stand, on the matter that is named if one is."""
    before = [item for item in candidates if item.is_before]
    accusing = [item for item in before if item.wording.accuses or (item.about_taker and item.type != "author")]
    accusing = [item for item in accusing if item.about_taker or not item.wording.is_by_advocate]
    alike = [item for item in accusing if _common(item, wanted - {pointer.noun.lemma.lower()})]
    if not accusing:
        beside = [item for item in _near(candidates) if not item.parts]
        return _choice(_passage(beside, _same_paragraph), "anaphor", Reason.PASSAGE_BEFORE)
    return _choice(_with_passages(alike or accusing, candidates), "accusation", Reason.ACCUSES)


def _saying(pointer: Pointer, candidates: Sequence[Candidate], wanted: frozenset[str]) -> Choice:
    """*die Berichte, die Angaben*: what was said on the matter that is named, else the passage before."""
    alike = [] if pointer.near else [item for item in candidates if _is_alike(item, pointer, wanted)]
    if alike:
        return _choice(alike, "same_matter", Reason.SAME_MATTER)
    if pointer.is_spelled_out and not pointer.near:
        return NONE
    if pointer.near and not pointer.noun.has("Number=Plur"):
        return _pronoun(pointer, candidates, wanted)
    reported = _reported(candidates) if pointer.of_report and not pointer.near else []
    if reported:
        return _choice(reported, "anaphor", Reason.PASSAGE_BEFORE)
    # *those accounts*, *die Kritik*: of several parties
    several = pointer.kind == "accusation" if not pointer.near else pointer.kind == "saying"
    joins = _one_part if several and not pointer.is_one else _same_paragraph
    before = _near_passage(candidates, joins)
    if pointer.is_left_open and any(item.is_lead for item in before):
        # *Ein Sprecher wollte die Informationen nicht kommentieren*: the news, not its last sentence.
        before = [item for item in candidates if item.is_before and item.is_lead]
    if before or pointer.near or pointer.kind != "saying":
        return _choice(before, "anaphor", Reason.PASSAGE_BEFORE)
    behind = [item for item in candidates if not item.is_before and item.distance >= -_REACH and item.about_taker]
    return _choice(_run(behind), "anaphor", Reason.PASSAGE_BEHIND)


def _reported(candidates: Sequence[Candidate]) -> list[Candidate]:
    """*die Berichte*: all that the medium told that was quoted last, in the lead and up to here."""
    near = [item for item in candidates if item.is_before and (item.parts <= _PARTS or item.is_lead)]
    told = [item for item in near if item.is_by_medium]
    last = _nearest_first(told)[:1]
    return [item for item in told if set(item.parties) & set(last[0].parties)] if last else []


def _pronoun(pointer: Pointer, candidates: Sequence[Candidate], __: frozenset[str]) -> Choice:
    """*das, diese Angaben*: what the sentence before puts forward, and what that goes on with.

    An act that is summed up (*nannte das unglaubwürdig*) puts nothing forward: only if nothing else is there.
    """
    near = _near(candidates)
    if pointer.is_clause_before:
        beside = [item for item in _nearest_first(near) if not item.distance]
        return _choice(beside[:1] or _nearest_first(near)[:1], "anaphor", Reason.SENTENCE_BEFORE)
    if pointer.kind == "pronoun" and not pointer.is_open:
        near = near if any(item.distance <= (_ASIDE if pointer.is_answered else 1) for item in near) else []
    if pointer.is_open and not any(item.is_before and not item.parts for item in candidates):
        return _news_of_one(candidates)
    last = _nearest_first(near)[:1]
    if last and last[0].quotes and last[0].type == "reported":
        return _choice(last, "anaphor", Reason.SENTENCE_BEFORE)  # *sprach von einem „Massaker“*
    # *machten X für den Angriff verantwortlich. Die Reederei bestätigte den Treffer.*: not that it was X
    acts = [] if pointer.is_thing else [item for item in last if _puts_forward(item)]
    open_ = [item for item in near if item.type != "reported" or item in acts]
    return _choice(_passage(open_ or near, _same_paragraph), "anaphor", Reason.SENTENCE_BEFORE)


def _puts_forward(item: Candidate) -> bool:
    """Whether an act is summed up with what it says to be so: *nannte Kosten von 28 Millionen Euro*, *vermutet eine
    Bande hinter der Tat*; not *forderte Aufklärung*."""
    return item.told.row.polarity != "underspecified"


def _news_of_one(candidates: Sequence[Candidate]) -> Choice:
    """*Andere Forscher sind skeptisch*, where a paragraph begins: of the news that one party has, and what it has just
    said of it."""
    before = [item for item in candidates if item.is_before and item.type != "reported"]
    lead = [item for item in before if item.is_lead]
    last = [item for item in _passage(before, _same_paragraph) if item.parts <= 1]
    first = lead[0] if lead else None
    news = [item for item in lead if first is not None and _is_of_one(item, first)]
    goes_on = not news or any(_is_of_one(item, news[0]) for item in last)
    return _choice([*news, *(item for item in last if goes_on and item not in news)], "anaphor", Reason.PASSAGE_BEFORE)


def _is_of_one(item: Candidate, other: Candidate) -> bool:
    return bool(item.parties) and (set(item.parties) == set(other.parties) or _is_one_side(item, other))


def _thing(pointer: Pointer, candidates: Sequence[Candidate], wanted: frozenset[str]) -> Choice:
    """*den Zusammenhang mit den Morden, die Echtheit des Bildes*: what is about most of it."""
    if pointer.near:
        return _pronoun(pointer, candidates, wanted)
    named = [item for item in candidates if item.is_before and pointer.noun.lemma.lower() in item.keys]
    if pointer.of_validity and named:
        alike = named  # *über einen Zusammenhang spekuliert* … *bestätigte den Zusammenhang*
    elif pointer.of_validity:
        alike = [item for item in candidates if wanted and len(_common(item, wanted)) >= len(wanted) * _HALF]
    else:
        near = [item for item in candidates if item.parts <= _PARTS]
        alike = [item for item in near if _common(item, {pointer.head}) and _is_alike(item, pointer, wanted)]
    if not alike and pointer.is_known:
        return _pronoun(pointer, [item for item in candidates if not item.parts], wanted)
    if not alike and pointer.is_in_other_words:
        return _in_other_words(candidates)
    return _choice(alike, "same_matter", Reason.SAME_MATTER)


def of_deed(deeds: Collection[str], candidates: Sequence[Candidate]) -> Choice:
    """*wollte die Bestellung nicht bestätigen*: what tells that somebody has ordered it."""
    near = [item for item in candidates if item.is_before and (item.parts <= _PARTS or item.is_lead)]
    return _choice([item for item in near if item.matter.deeds & set(deeds)], "same_matter", Reason.SAME_MATTER)


def _in_other_words(candidates: Sequence[Candidate]) -> Choice:
    """*Von Täuschung könne keine Rede sein*: what accuses somebody before it."""
    accusing = [item for item in candidates if item.is_before and item.wording.accuses]
    return _choice(accusing[-1:], "accusation", Reason.ACCUSES)


def _details(_: Pointer, candidates: Sequence[Candidate], __: frozenset[str]) -> Choice:
    """*Zu Einzelheiten*: of what is told in this paragraph, else of the news."""
    beside = _passage([item for item in _near(candidates) if not item.parts], _same_paragraph)
    return _choice(beside, "anaphor", Reason.PASSAGE_BEFORE) if beside else _case(_, candidates, __)


def _case(_: Pointer, candidates: Sequence[Candidate], __: frozenset[str]) -> Choice:
    """*zu dem Fall*, *zu laufenden Verfahren*: the news, as heading and lead tell it."""
    lead = [item for item in candidates if item.is_before and item.is_lead and not item.is_negative]
    return _choice(lead, "discourse", Reason.THE_NEWS)


def _nothing(_: Pointer, candidates: Sequence[Candidate], __: frozenset[str]) -> Choice:
    """*Kiew dementierte*: what is said of who takes the stand, in this paragraph or the one before."""
    near = [item for item in candidates if item.is_before and item.parts <= 1]
    about = [item for item in near if item.about_taker]
    # What one party goes on with there: *Die Armee habe p, meldete der Sender. Auch q sei geschehen.*
    more = [item for item in near if item not in about and any(_same_paragraph(one, item) for one in about)]
    while grown := [
        item for item in near if item not in (*about, *more) and any(_same_paragraph(x, item) for x in more)
    ]:
        more += grown
    return _choice([*about, *more], "discourse", Reason.ABOUT_TAKER)


_BY_KIND: dict[str, Callable[[Pointer, Sequence[Candidate], frozenset[str]], Choice]] = {
    "accusation": _accusation,
    "saying": _saying,
    "pronoun": _pronoun,
    "thing": _thing,
    "details": _details,
    "case": _case,
    "involvement": _involvement,
    "nothing": _nothing,
}


def _is_alike(item: Candidate, pointer: Pointer, wanted: frozenset[str]) -> bool:
    """Whether it names more than half of what the object names; half will do if that is what the object is."""
    common = _common(item, wanted)
    return bool(common) and (len(common) > len(wanted) * _HALF or (len(wanted) == 2 and pointer.head in common))


def _common(item: Candidate, wanted: Collection[str]) -> set[str]:
    """Those of the wanted keys that a statement has; a compound has its last part (*Wahlbetrug*: *Betrug*)."""
    return {key for key in wanted if key in item.keys or any(_is_compound(key, other) for other in item.keys)}


def _is_compound(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LONG and (one.endswith(other) or other.endswith(one))


def _near(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that a pronoun or a noun may point back to."""
    return [item for item in candidates if item.is_before and item.distance <= _REACH]


def _nearest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    before = (item for item in candidates if item.is_before)
    return sorted(before, key=lambda item: (item.told.quotation.end, item.told.row.number), reverse=True)


def _passage(said: Sequence[Candidate], joins: Callable[[Candidate, Candidate], bool]) -> list[Candidate]:
    """The last statement before the stand, and those before it that it goes on with."""
    found: list[Candidate] = []
    for item in _nearest_first(said):
        if found and not joins(item, found[-1]):
            break
        found.append(item)
    return found


def _near_passage(said: Sequence[Candidate], joins: Callable[[Candidate, Candidate], bool]) -> list[Candidate]:
    """A passage whose end is near the stand."""
    return _passage(said, joins) if _near(said) else []


def _run(said: Sequence[Candidate]) -> list[Candidate]:
    """The first statement behind the stand, and those that follow it in its paragraph."""
    found: list[Candidate] = list(said[:1])
    for item in said[1:]:
        if not _same_paragraph(found[-1], item):
            break
        found.append(item)
    return found


def _same_paragraph(item: Candidate, later: Candidate) -> bool:
    """Whether the same party goes on in the same paragraph, or who speaks for it."""
    return _is_of_one(item, later) and item.told.row.part == later.told.row.part and item.distance - later.distance <= 1


def _is_one_side(item: Candidate, later: Candidate) -> bool:
    """*Das Ministerium bestritt, dass p*, and its speaker goes on."""
    sides = [frozenset(one.parties) | one.spoken_for for one in (item, later)]
    return bool(item.spoken_for & sides[1] or later.spoken_for & sides[0])


def _one_part(item: Candidate, later: Candidate) -> bool:
    """Whether two statements stand in the same paragraph, one right behind the other."""
    return item.told.row.part == later.told.row.part and item.distance - later.distance <= 1


def _goes_on(item: Candidate, later: Candidate) -> bool:
    """Whether the later one has no frame of its own, or stands in the same sentence."""
    is_next = item.distance == later.distance or later.type in _WITHOUT_FRAME
    return is_next and _same_paragraph(item, later)


def _with_passages(found: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """With what goes on with them, sentence by sentence: without a frame, or of whom a pronoun takes up."""
    kept = list(found)
    for item in candidates:
        if item not in kept and any(_follows(other, item) for other in kept):
            kept.append(item)
    return kept


def _follows(item: Candidate, later: Candidate) -> bool:
    frameless = later.type in _WITHOUT_FRAME and _goes_on(item, later)
    taken_up = later.wording.takes_up and later.type != "reported"
    return frameless or (taken_up and _same_paragraph(item, later))


def _choice(found: Sequence[Candidate], rule: str, reason: Reason) -> Choice:
    told = sorted((item.told for item in found), key=lambda item: item.row.number)
    return Choice(tuple(told), rule, reason) if told else NONE


def last_matter(candidates: Sequence[Candidate]) -> Choice:
    """The last resort for a stand without an object: what stands before it in its sentence, else what was said last in
    its paragraph, by one party, and by others on the same matter.

    A demand that is summed up (*forderte eine Sondersitzung*) puts nothing forward, if anything else is there.
    """
    near = [item for item in _near(candidates) if not item.wording.is_bare]
    before = [item for item in near if not item.parts]
    beside = [item for item in before if not item.distance]
    # *„p“, sagte A. ¶ B widersprach.*: a paragraph that begins so answers the one before.
    answered = [] if before else [item for item in near if item.parts == 1]
    found = beside or _passage(before or answered, _same_paragraph)
    keys = frozenset(key for item in found for key in item.keys)
    found += [item for item in before or answered if item.keys & keys and item not in found]
    # *warf Kambodscha vor, p. Die Granaten seien von dort gekommen, sagte ein Oberst.*
    found += [item for item in before or answered if item.wording.accuses and item.about_taker and item not in found]
    told = [item for item in found if item.quotes or item.type != "reported"]
    return _choice(told or found, "discourse", Reason.LAST_MATTER)


def only_matter(candidates: Sequence[Candidate]) -> Choice:
    """*Von Einschüchterung könne keine Rede sein*: where one party alone has put something forward so far, its news and
    what it said last."""
    before = [item for item in candidates if item.is_before and (item.parts <= _PARTS or item.is_lead)]
    told = [item for item in before if not item.is_negative and not item.wording.denies]
    first = next((item for item in told if item.parties), None)
    if first is None or not first.is_lead or not all(_is_of_one(item, first) for item in told if item.parties):
        return NONE
    last = [item for item in _passage(told, _same_paragraph) if item.parts <= 1]
    lead = [item for item in told if item.is_lead and item not in last]
    return _choice([*lead, *last], "discourse", Reason.ONLY_MATTER)


def left_open_behind(candidates: Sequence[Candidate]) -> Choice:
    """*¶ Die Werft wollte sich nicht äußern. Die Zeitung hatte berichtet, p*: what is said next, where a paragraph
    begins with a refusal that names nothing."""
    behind = [item for item in candidates if not item.is_before and not item.parts]
    behind = [item for item in behind if not (item.wording.is_bare or item.wording.denies)]
    return _choice(_run([item for item in behind if item.distance >= -_NEXT]), "discourse", Reason.PASSAGE_BEHIND)
