"""What somebody says that nothing shows: *sagte, es gebe keine Beweise dafür, dass p*. What there is no evidence for is
a statement inside his own, on which he takes a stand."""

from collections.abc import Iterator

from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.syntax import syntax
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import any_form, tagged

_REPORTED = frozenset({"indirect", "indirect_free_indirect"})


def unproven_contents(scope: Scope) -> Iterator[Quotation]:
    """The clauses inside a reported statement that complete a noun for evidence that there is none of."""
    about = scope.about
    if about is None or about.type not in _REPORTED:
        return
    for view in scope.passage.views:
        for clause in view.clauses if view.sentence.number == about.sentence else ():
            noun = _missing_evidence(view, clause)
            if noun and about.covers(noun) and about.covers(clause.opening.span):
                yield about.with_(
                    type="indirect",
                    marker="complement_clause",
                    spans=(Span(clause.opening.start, _end(view, clause, about)),),
                    cue=(noun.span,),
                    frame=(),
                    rule="unproven",
                    detail=f"no {noun.lemma} that",
                    certainty=None,
                    states="topic",
                )


def _missing_evidence(view: View, clause: Clause) -> Word:
    """*keine Beweise dafür, | dass p*: the noun in the clause before; NO_WORD if there is none, or it is not denied."""
    before, words = view.previous(clause), view.language.words
    if clause.kind != "complement" or clause.opening.form not in words.noun_complementizers or not before:
        return NO_WORD
    for noun in tagged(before.words, {"NOUN"}):
        entries = view.language.lexicon.stands(noun)
        shows = any(entry.pos == "noun" and entry.negated == "no_evidence" for entry in entries)
        if shows and any_form(view.phrase(noun), words.negations):
            return noun
    return NO_WORD


def _end(view: View, clause: Clause, about: Quotation) -> int:
    """Where the clause and what it governs ends, inside the statement."""
    last = syntax(view.language).content_end(view, clause.first, "complement")
    return min(view.word(last).end, about.end)
