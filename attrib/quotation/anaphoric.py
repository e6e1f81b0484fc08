"""Adverbs that point back to what was just named: *demnach*, *wonach*."""

from collections.abc import Iterator

from attrib.quotation.according_to import rest_of_clause
from attrib.quotation.content import before_matrix
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.records import Medium, Span
from attrib.text.analysis import Word
from attrib.text.view import View, text_span


def anaphoric_adverbs(view: View, previous: View | None) -> Iterator[Quotation]:
    """*Demnach p* · *…, wonach p*: cue and speaker at once, resolved to what was named before.

    `previous` is the sentence before, None at the beginning.
    """
    entries = {entry.form: entry for entry in view.language.anaphoric_adverbs}
    for word in view.sentence.words:
        entry = entries.get(word.form)
        if entry is None or word.upos == "ADP":
            continue
        clause = view.clause_of(word)
        if entry.relative:
            last = before_matrix(view, word.number, view.last_content)
            span = view.span(word.number + 1, last) if word.number == clause.first else None
            stretches: tuple[Span, ...] = () if span is None else (span,)
        elif word.form in view.language.words.ambiguous_anaphors and not _points_to_words(view, word, previous):
            continue
        else:
            stretches = rest_of_clause(view, word.number, word.number, parenthesis=False)
        if stretches:
            yield _anaphor(view, word, stretches, refers_to=_noun_before(view, word) if entry.relative else ())


def _points_to_words(view: View, word: Word, previous: View | None) -> bool:
    """*Danach sei p*, and *Das Amt legte eine Studie vor. Danach steigt p*; not *Danach stieg er ein*: later."""
    clause = view.clause_of(word)
    if any(item.lemma in view.language.words.striving_verbs for item in view.words(clause.first, clause.last)):
        return False  # *wurde danach gefragt*
    if any(view.language.grammar.is_reported_mood(item) for item in view.sentence.words):
        return True
    if word.number == clause.first and any(item.is_subjunctive for item in clause.finite):
        return previous is not None and _names_words(previous, written=False)
    before = view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    if before and before[0].upos == "CCONJ":
        return False
    present = bool(clause.finite) and clause.finite[0].has("Tense=Pres")
    return present and previous is not None and _names_words(previous, written=True)


def _names_words(view: View, *, written: bool) -> bool:
    """Whether something said, or only something written, is mentioned: *eine Studie, neue Zahlen, der Entwurf*."""
    entries = (noun_entry(word, view.language) for word in view.sentence.words if word.upos == "NOUN")
    return any(entry is not None and (entry.document or not written) for entry in entries)


def _noun_before(view: View, word: Word) -> tuple[Span, ...]:
    """*wies einen Bericht der Behörde zurück, wonach p*: the noun of saying in the clause before."""
    index = view.clause_of(word).number
    for before in reversed(view.clauses[index - 1].words if index > 0 else ()):
        if before.upos == "NOUN" and noun_entry(before, view.language) is not None:
            return (text_span(view.phrase(before)),)
    return ()


def _anaphor(view: View, word: Word, stretches: tuple[Span, ...], *, refers_to: tuple[Span, ...]) -> Quotation:
    medium: Medium = "speech_writing"
    return Quotation(
        type="indirect",
        marker="anaphoric_adverb",
        medium=medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule="anaphoric_adverb",
        detail=word.text,
        cue=(word.span,),
        frame=(word.span,),
        speaker=(word.span,),
        anaphoric=True,
        refers_to=refers_to,
        lemma=word.form,
    )
