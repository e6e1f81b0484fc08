"""The words of a stand's object: what its clause, or one that belongs to it, names beside the stand and its taker."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrib.quotation.speaker_phrase import antecedent
from attrib.quotation.stand_found import StandFound
from attrib.quotation.stand_place import excuse
from attrib.text.analysis import Word
from attrib.text.words import NOUNS, any_clause_finite, any_tag, ends_in, formed, tagged

_GROUP = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})


def object_words(stand: StandFound) -> list[Word]:
    """The words of the stand's clause without the stand itself and without who takes it.

    With what stands before it where a clause lies between (*Zu der Frage, wer das war, | äußerte er sich nicht*), and
    with the clause that says what the evidence is for (*keine Hinweise, | die den Verdacht stützen*).
    """
    apart = {stand.word, *excuse(stand.view, stand.near), *_by_saying_so(stand)}
    words = (*_fronted(stand), *_own_part(stand), *_of_evidence(stand))
    return [word for word in words if word not in apart and not stand.is_of_speaker(word)]


def _by_saying_so(stand: StandFound) -> Sequence[Word]:
    """*Damit widersprach er einem Bericht*: by what has just been said, where the object is named."""
    if stand.stand.lemma not in stand.listed.contradicting_verbs:
        return ()
    nouns = (word for word in tagged(stand.near, NOUNS) if not stand.view.is_governed(word))
    others = [word for word in nouns if not stand.is_of_speaker(word)]
    return formed(stand.near, stand.listed.contradicting_means) if others else ()


def _own_part(stand: StandFound) -> Sequence[Word]:
    """*acknowledged the rating | but rejected the suggestion*: of a clause with two verbs what belongs to the stand's;
    all of it where that names nothing (*confirmed and welcomed the report*)."""
    joints = list(_joints(stand))
    first = max((number for number in joints if number < stand.word.number), default=0)
    last = min((number for number in joints if number > stand.word.number), default=len(stand.view.sentence.words) + 1)
    own = [word for word in stand.near if first <= word.number < last]
    return own if any_tag((word for word in own if word is not stand.word), NOUNS) else stand.near


def _joints(stand: StandFound) -> Iterator[int]:
    """The numbers of the conjunctions that join verbs of the stand's clause."""
    sentence = stand.view.sentence
    for word in tagged(stand.near, {"VERB"}):
        if word.relation == "conj" and sentence.word(word.head) in stand.near:
            before = (child for child in sentence.children(word) if child.number < word.number)
            yield from (child.number for child in before if child.relation == "cc")


def _fronted(stand: StandFound) -> Iterator[Word]:
    """*Zu der Frage, wer das war, | …*; *hat Berichte vom Montag, dem 3. Mai, | zurückgewiesen*."""
    own = stand.clause
    before = [item for item in stand.view.clauses if item.last < own.first and not item.is_dependent]
    if own.opening.is_finite:
        yield from (word for item in before if not item.finite for word in item.words)
    elif not own.finite and own.kind != "infinitive":
        begun = next((place for place in reversed(range(len(before))) if before[place].finite), len(before))
        yield from (word for item in before[begun:] for word in item.words)


def _of_evidence(stand: StandFound) -> Sequence[Word]:
    following = stand.following
    is_own = stand.stand.pos == "noun" and following.kind == "relative"
    return following.words if is_own and antecedent(stand.view, following.opening) is stand.word else ()


def is_told_in_front(stand: StandFound) -> bool:
    """*Gerüchte, p, | nannte X Unsinn* · *Dass p, wie es heißt, | sei falsch*: a clause before the stand's says what it
    is about."""
    own = stand.clause
    before = [item for item in stand.view.clauses if item.last < own.first]
    if not own.opening.is_finite or not before:
        return False
    first, last = before[0], before[0].content[-1:]
    noun = bool(last) and ends_in(last[0], stand.listed.claim_nouns)
    return first.kind == "complement" or (noun and not first.finite and any_clause_finite(before[1:]))


def crediting(stand: StandFound) -> Iterator[Word]:
    """*nach Angaben der Agentur*, *laut dem Zeugen*: where the report is from; *als Märchen*: what it is called."""
    for place, word in enumerate(stand.near):
        if word.form in stand.listed.comparison_particles:
            yield from takewhile(lambda item: item.upos in _GROUP | {"PUNCT"}, stand.near[place + 1 :])
        credits = word.form in stand.listed.crediting_prepositions
        group = stand.view.governed_group(word) or () if credits else ()
        yield from group
        if group:
            yield from takewhile(lambda item: item.has("Case=Gen"), genitive_behind(stand, group[-1]))


def genitive_behind(stand: StandFound, noun: Word) -> list[Word]:
    """The words right behind the noun that say whose it is: *Hubers*, *des Ministers Huber*, *beider Seiten*."""
    behind = (word for word in stand.near if word.number > noun.number and word.upos != "PUNCT")
    return list(takewhile(lambda word: word.upos in _GROUP, behind))
