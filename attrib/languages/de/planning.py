"""Who plans what a sentence with *sollen* goes on to tell: *Die Stadt baut ein Bad. Es soll im Mai öffnen.*"""

from collections.abc import Iterator

from attrib.languages.de.lists import WORDS
from attrib.quotation.context import topic
from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import NOUNS, ends_in, first, tagged


def planner(view: View) -> Word:
    """The party of a sentence that plans, decides, builds something, or whose aim it tells; NO_WORD if none does."""
    return first((*_deciding(view), *_aiming(view)), lambda head: bool(head) and view.is_party(head))


def _deciding(view: View) -> Iterator[Word]:
    """*Die Stadt baut ein Bad*, *will bauen*, *Das Bad wird von der Stadt gebaut*: who does so."""
    for verb in tagged(view.sentence.words, {"VERB"}):
        clause = view.clause_of(verb)
        if clause.kind != "main" or not (_plans(view, verb) or _wants(view, verb)):
            continue
        yield subject(Frame.of_verb(view, verb))


def _plans(view: View, verb: Word) -> bool:
    particles = (word.form for word in view.sentence.children(verb) if word.relation == "compound")
    lemma = next(particles, "") + verb.lemma
    return lemma in WORDS.planning_verbs


def _wants(view: View, verb: Word) -> bool:
    """*will … bauen*; *wollte* is told of what was wanted."""
    finite = view.language.grammar.finite_verb(view.sentence, verb)
    return finite is not None and finite is not verb and finite.form in WORDS.volition_modals


def _aiming(view: View) -> Iterator[Word]:
    """*Ziel der Stiftung ist es, p*, *nach den Plänen des Vereins*: whose aim it is; the subject's in *Der Rat tagt mit
    dem Ziel, p*."""
    for noun in tagged(view.sentence.words, {"NOUN"}):
        if ends_in(noun, WORDS.aim_nouns):
            owners = (word for word in tagged(view.phrase(noun), NOUNS) if word.number > noun.number)
            yield first(owners, view.is_party) or NO_WORD
            if view.before(view.phrase(noun)[0]).form in WORDS.instrument_prepositions:
                yield topic(view)
