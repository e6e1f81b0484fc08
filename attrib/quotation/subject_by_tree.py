"""The subject by the tree: the nominative joined to the verb, or to one that lends it its subject."""

from collections.abc import Iterator, Sequence

from attrib.quotation.nominative import (
    disagrees,
    is_adverbial,
    is_behind_genitive,
    is_genitive_before,
    stands_alone,
)
from attrib.quotation.subject_by_order import certain_opening, name_beside, party_beside
from attrib.quotation.subject_site import Site
from attrib.text.analysis import NO_WORD, NOMINAL, Sentence, Word
from attrib.text.view import View

_MOST_CONJUNCTS = 4


def subject_of_tree(site: Site) -> Word:
    """The nominative that the tree joins to the verb or to one it is coordinated with."""
    for verb in (site.cue.verb, *_lenders(site.view, site.cue.verb)):
        found = site.free(_subjects(site, verb))
        if found:
            return _best(site, found)
    return NO_WORD


def _best(site: Site, found: Sequence[Word]) -> Word:
    """*Gestern hat eine Sprecherin mitgeteilt*: of two such arcs the one to somebody who can speak."""
    found = [child for child in found if child is found[-1] or not is_genitive_before(site.view, child)]
    opening = certain_opening(site, found[0])
    if opening:
        return opening
    # *Die Mönche, die p, beschrieb die Agentur als …*
    agreeing = [child for child in found if not disagrees(child, site.frame)]
    beside = NO_WORD if agreeing else party_beside(site)
    if beside and not disagrees(beside, site.frame):
        return beside
    found = agreeing or found
    return _party(site.view, found) or _beside_thing(site, found[0]) or found[0]


def _party(view: View, found: Sequence[Word]) -> Word:
    """*die Austin als „…“ bezeichnete*: both are nominatives by the tree, and who has a name speaks."""
    parties = [child for child in found if view.is_party(child)]
    return next(iter((*(child for child in parties if not child.is_relative), *parties)), NO_WORD)


def _beside_thing(site: Site, found: Word) -> Word:
    """*Der Intendant Weber hat die Ernennung bestätigt*: who can speak, where the tree has joined what cannot."""
    if not site.view.language.grammar.VERB_SECOND:
        return NO_WORD
    return party_beside(site) or name_beside(site, found)


def _subjects(site: Site, verb: Word) -> Iterator[Word]:
    """The nominatives that the tree joins to the verb."""
    view = site.view
    lent = view.language.grammar.lender(view.sentence, site.cue.verb) is verb  # *was quoted | as saying p*
    for child in view.sentence.children(verb):
        nominal = child.relation in {"nsubj", "csubj"} and (child.upos in NOMINAL or stands_alone(view, child))
        if nominal and not _is_elsewhere(site, child, lent=lent) and _is_nominative(view, child):
            yield child


def _is_elsewhere(site: Site, child: Word, *, lent: bool) -> bool:
    """*Steuern: Die Partei sagt, …* · *Das Haus, von dem der Makler sagt, …* · *Der Fahrer, der, wie die Polizei
    mitteilte, …*: not in the frame's clause, though the tree joins it."""
    announced = site.view.clause_of(child).closer == ":" and child.number <= site.anchor.number
    return announced or (site.clause.is_dependent and child.number < site.clause.first and not lent)


def _is_nominative(view: View, child: Word) -> bool:
    return not (is_behind_genitive(view, child) or is_adverbial(view, child)) and view.may_be_nominative(child)


def _lenders(view: View, verb: Word) -> list[Word]:
    """The verbs whose subject a verb without one has: those it is coordinated with, and what the language says."""
    found = conjunction_heads(view.sentence, verb)
    while len(found) < _MOST_CONJUNCTS:
        lender = view.language.grammar.lender(view.sentence, found[-1] if found else verb)
        if not lender or lender in found or lender is verb:
            break
        found += [lender, *conjunction_heads(view.sentence, lender)]
    return found


def conjunction_heads(sentence: Sentence, verb: Word) -> list[Word]:
    """What a word is coordinated with, the nearest first: verbs share their subject."""
    found: list[Word] = []
    word = verb
    while word.relation == "conj" and len(found) < _MOST_CONJUNCTS:
        word = sentence.word(word.head)
        if not word or word in found:
            break
        found.append(word)
    return found
