"""What a stand is about: the clause it introduces, what it points back to, what it names, or the discourse.

A rule is a plain function that yields statements of the document; the first that finds any decides. What cannot be
decided has no target, and is a stand at all only if its words leave no doubt that somebody takes one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from attrib.quotation.parenthesis import is_object
from attrib.quotation.quotation import Quotation
from attrib.records import Span
from attrib.source import Party
from attrib.stand.find import StandFound
from attrib.statement.told import Statements, Told
from attrib.text.analysis import NO_WORD, Word
from attrib.text.entries import Words
from attrib.text.text import Text
from attrib.text.view import text_span
from attrib.text.words import NOUNS

_HEARSAY = frozenset({"adverb", "reportative_modal", "impersonal"})
_REACH = 3
"""Sentences back in which the statement is looked for that a pronoun or a noun points to."""
Resolve = Callable[[Span], tuple[Party, ...]]
"""Says who is meant by the words that name somebody."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a stand is about, and the rule that found it."""

    about: tuple[Told, ...]
    rule: str
    is_open: bool = False
    """Nothing that the stand points to was found: what it names may be its target."""
    is_stand: bool = True
    """Whether the words leave no doubt that somebody takes a stand, whatever it is about."""
    is_discourse: bool = False
    """The stand is about what the article is about."""
    holder: Told | None = None
    """The statement whose words report the stand on the others."""


def target(stand: StandFound, statements: Statements, text: Text, resolve: Resolve) -> Target:
    """What the stand is about, as far as it points there."""
    own = _own_content(stand, statements)
    if own:
        return Target(own, "complement")
    named = _named_party(stand, resolve)
    if named is not None:
        # *widersprach den Angaben Hubers*: what Huber said, however far back; if nothing, nothing else.
        return Target(_last_of(named, stand, statements), "named_party")
    before = _before(stand, statements)
    if before and _both_sides(stand):
        return Target(_last_of_each(before), "plural")
    if stand.stand.target == "none" or _is_bare(stand):
        return Target((), "discourse", is_discourse=True)
    if _points_back(stand):
        return Target(before[:1], "anaphor")
    shared = _same_matter(stand, before, text)
    if shared:
        return Target(shared, "same_matter")
    return Target((), "none", is_open=True, is_stand=_is_clear(stand))


def _words(stand: StandFound) -> Words:
    return stand.view.language.words


def _own_content(stand: StandFound, statements: Statements) -> tuple[Told, ...]:
    """The statement that the stand's verb introduces, or whose words hold the stand (*Beweise, dass p*)."""
    place = stand.word.span
    beside = statements.near(place)
    by_cue = [
        item
        for item in beside
        if item.quotation.type != "author" and any(span.contains(place) for span in item.quotation.cue)
    ]
    if by_cue:
        return tuple(by_cue[:1]) if _is_introduced(by_cue[0].quotation, stand) else _said_so(by_cue, stand)
    return _around_clause(stand, beside)


def _is_introduced(said: Quotation, stand: StandFound) -> bool:
    # *Die Gewerkschaft widersprach: Zwölf Läden stünden vor dem Aus*: that is the counter-claim.
    counter = stand.verdict in {"denies", "doubts"} and said.marker in {"verb_second", "parenthetical"}
    return said.type == "indirect" and not counter


def _said_so(by_cue: Sequence[Told], stand: StandFound) -> tuple[Told, ...]:
    """*„p“, gab X zu*: in so many words; not *bestätigte den Fund: „Wir sind froh“*, nor what is said behind it."""
    act = any(item.quotation.type != "direct" for item in by_cue)
    if stand.verdict != "confirms" or act or any(is_object(stand.view, word) for word in _object_words(stand)):
        return ()
    sentence = stand.view.sentence
    announced = sentence.words[-1].text == ":"
    return tuple(item for item in by_cue if announced or item.quotation.start < sentence.end)


def _around_clause(stand: StandFound, beside: Sequence[Told]) -> tuple[Told, ...]:
    """The shortest statement around the stand's noun and the clause that completes it (*Beweise, dass p*)."""
    clauses = (item for item in stand.view.clauses if item.kind == "complement")
    opening = next((item.opening for item in clauses if item.first > stand.word.number), NO_WORD)
    # The statement that holds the clause too: in *hat „Beweise“, dass p* not the quoted word alone.
    inside = [item for item in beside if item.quotation.covers(stand.word.span) and item.quotation.covers(opening.span)]
    if opening is NO_WORD or not inside:
        return ()
    best = min(inside, key=lambda item: item.quotation.length)
    # *sagte, es sei unwahrscheinlich, dass p*: the source's own wording, no stand on somebody else's statement.
    vouched = best.quotation.type == "author" and stand.verdict == "confirms"
    return (best,) if stand.stand.pos == "noun" or vouched else ()


def _object_words(stand: StandFound) -> list[Word]:
    """The words of the stand's clause without the stand itself and without who takes it."""
    return [
        word
        for word in stand.near
        if word is not stand.word and not (stand.speaker is not None and stand.speaker.contains(word.span))
    ]


def _is_bare(stand: StandFound) -> bool:
    """No object at all: *Russland dementiert*, *das Amt lehnte einen Kommentar ab*."""
    if stand.stand.pos != "verb" or stand.speaker is None:
        return False
    others = (word for word in _object_words(stand) if word.form not in stand.stand.words)
    return not any(_may_be_object(word, stand) for word in others) and not _goes_on(stand)


def _may_be_object(word: Word, stand: StandFound) -> bool:
    pointing = word.form in _words(stand).claim_pronouns and word.relation != "det"
    return pointing or word.upos in {"NOUN", "PROPN", "PRON", "VERB"}


def _goes_on(stand: StandFound) -> bool:
    """Whether a clause follows that may say what the stand is about."""
    behind = (item for item in stand.view.clauses if item.first > stand.word.number and item.opener != ":")
    return any(item.finite or item.kind == "infinitive" for item in behind)


def _points_back(stand: StandFound) -> bool:
    """Whether the stand's clause takes up what was said: *diese Meldung, dafür, das, die Angaben, diesen Termin*."""
    # *sprach von einer Falschmeldung*: the word itself takes it up.
    itself = stand.stand.pos == "noun" and stand.verdict == "denies"
    return itself or any(_takes_up(word, stand) for word in _object_words(stand))


def _takes_up(word: Word, stand: StandFound) -> bool:
    words = _words(stand)
    if word.form in words.claim_pronouns and word.upos in {"PRON", "ADV", "DET"} and word.relation != "det":
        return not _announces(stand, word)
    if word.upos != "NOUN":
        return False
    determiners = {child.form for child in stand.view.sentence.children(word) if child.upos == "DET"}
    if stand.verdict != "confirms" and determiners & words.pointing_determiners:
        return True
    return _is_claim_noun(stand, word) and (not determiners or bool(determiners & words.demonstratives))


def _announces(stand: StandFound, word: Word) -> bool:
    """*weisen darauf hin, dass p*: the adverb stands for the clause that follows, not for what was said."""
    return word.upos == "ADV" and stand.view.next(stand.view.clause_of(word)).kind == "complement"


def _before(stand: StandFound, statements: Statements) -> tuple[Told, ...]:
    """The statements before the stand, the nearest first, in this sentence or the three before; not the stand's own."""
    number = stand.view.sentence.number
    found = [
        item
        for item in statements.ended_before(stand.evidence)
        if (item.quotation.type not in {"author", "reported"} or item.quotation.marker in _HEARSAY)
        and number - _REACH <= item.quotation.sentence <= number
        and not item.quotation.covers(stand.word.span)
    ]
    return tuple(sorted(found, key=_ending, reverse=True))


def _ending(item: Told) -> tuple[int, int]:
    """By which statements are ordered as one reaches their ends."""
    return item.quotation.end, item.row.number


def _claim_noun(stand: StandFound) -> Word | None:
    """*die Angaben* of somebody: the noun for what was said."""
    return next((word for word in _object_words(stand) if _is_claim_noun(stand, word)), None)


def _is_claim_noun(stand: StandFound, word: Word) -> bool:
    """A noun for what was said; in *bestritt nach Angaben der Agentur* it only says where the report is from."""
    before, words = stand.view.before(word), _words(stand)
    if word.upos != "NOUN" or (before.upos == "ADP" and before.form in words.crediting_prepositions):
        return False
    return word.lemma.lower().endswith(tuple(words.claim_nouns))


def _genitive(stand: StandFound, noun: Word) -> list[Word]:
    """The words right behind the noun that say whose it is: *Hubers*, *des Ministers Huber*, *beider Seiten*."""
    behind = (word for word in stand.near if word.number > noun.number)
    return list(takewhile(lambda word: word.upos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}, behind))


def _named_party(stand: StandFound, resolve: Resolve) -> frozenset[str] | None:
    """The parties whose statement the stand names; None if it names nobody."""
    noun = _claim_noun(stand)
    if noun is None or _both_sides(stand):
        return None
    words = _genitive(stand, noun)
    if not any(word.upos == "PROPN" for word in words):
        return None
    if not words[0].has("Case=Gen") and words[0].upos != "PROPN":
        return None
    parties = resolve(text_span(words))
    return frozenset(party.source for party in parties) or None


def _both_sides(stand: StandFound) -> bool:
    """*Die Angaben beider Seiten*."""
    noun = _claim_noun(stand)
    if noun is None:
        return False
    beside = (*_genitive(stand, noun)[:2], stand.view.before(noun))
    return any(word.form in _words(stand).both for word in beside)


def _last_of(parties: frozenset[str], stand: StandFound, statements: Statements) -> tuple[Told, ...]:
    """The last statement of these parties before the stand."""
    found = [item for item in statements.ended_before(stand.evidence) if not parties.isdisjoint(item.parties)]
    return (max(found, key=_ending),) if found else ()


def _last_of_each(before: Sequence[Told]) -> tuple[Told, ...]:
    """The last statement of each of the two parties that spoke last."""
    found: list[Told] = []
    for item in before:
        spoke = {party for other in found for party in other.parties}
        if len(found) < 2 and spoke.isdisjoint(item.parties):
            found.append(item)
    return tuple(sorted(found, key=lambda item: item.row.number))


def _same_matter(stand: StandFound, before: Sequence[Told], text: Text) -> tuple[Told, ...]:
    """*stellte die Echtheit des Bildes infrage*: the nearest statement with half of the object's nouns."""
    wanted = _nouns(_object_words(stand)) - set(stand.stand.words)
    if stand.verdict == "confirms" or not wanted:
        return ()
    for item in before:
        said = item.quotation
        words = [word for word in text.sentences[said.sentence].words if said.covers(word.span)]
        if 2 * len(wanted & _nouns(words)) >= len(wanted):
            return (item,)
    return ()


def _nouns(words: Sequence[Word]) -> set[str]:
    return {word.lemma.lower() for word in words if word.upos in NOUNS}


def _is_clear(stand: StandFound) -> bool:
    """Whether somebody surely takes a stand, on whatever it may be: *konnte den Tod nicht bestätigen*."""
    return stand.verdict == "withholds" and stand.speaker is not None and stand.stand.pos == "verb"
