"""Adverbs that point back to what was just named: *demnach*, *wonach*."""

from collections.abc import Iterator

from attrib.quotation.according_to import rest_of_clause
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.syntax import syntax
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import NO_CLAUSE
from attrib.text.view import View, text_span
from attrib.text.words import any_lemma, any_subjunctive, tagged


def anaphoric_adverbs(scope: Scope) -> Iterator[Quotation]:
    """*Demnach p* · *…, wonach p*: cue and speaker at once, resolved to what was named before."""
    view = scope.view
    entries = {entry.form: entry for entry in view.language.anaphoric_adverbs}
    for word in view.sentence.words:
        entry = entries.get(word.form)
        if entry is not None and word.upos != "ADP":
            relative = entry.relative or _opens_relative(view, word)
            stretches = _content(scope, word, relative=relative)
            found = _anaphor(view, word, stretches) if stretches else None
            if found is not None:
                yield _with_antecedent(scope, found, word) if relative else found


def _opens_relative(view: View, word: Word) -> bool:
    """*ein Bericht der Agentur, demzufolge p*: an adverb behind a comma whose clause has its verb last."""
    clause = view.clause_of(word)
    late = bool(clause.finite) and clause.finite[-1] is clause.content[-1]
    return word is clause.opening and clause.opener == "," and late and not view.behind(word).is_finite


def _content(scope: Scope, word: Word, *, relative: bool) -> tuple[Span, ...]:
    view = scope.view
    if relative:
        last = syntax(view.language).before_matrix(view, word.number, view.last_content)
        span = view.span(word.number + 1, last) if word is view.clause_of(word).opening else None
        return () if span is None else (span,)
    ambiguous = word.form in view.language.words.ambiguous_anaphors
    if ambiguous and not _points_to_words(scope, word):
        return ()
    return rest_of_clause(view, word.number, word.number, parenthesis=False)


def _points_to_words(scope: Scope, word: Word) -> bool:
    """*Das Gericht begründete das Urteil. Danach sei p*, *Das Amt legte eine Studie vor. Danach steigt p*; not *Danach
    stieg er ein*, nor *Er habe gewartet. Danach sei er gegangen*: later."""
    view, clause = scope.view, scope.view.clause_of(word)
    if view.before(word).upos == "CCONJ" and view.behind(word).form in view.language.words.additive_particles:
        return False  # *die Ärztin und danach auch der Pfleger*
    if any_lemma(clause.words, view.language.words.striving_verbs):
        return False  # *wurde danach gefragt*
    reported = any(map(view.language.grammar.is_reported_mood, view.sentence.words))
    if reported or (word is clause.opening and any_subjunctive(clause.finite)):
        return not _is_reported(scope.previous) and _names_words(scope.previous, written=False)
    present = bool(clause.finite) and clause.finite[0].has("Tense=Pres")
    return present and view.before(word).upos != "CCONJ" and _names_words(scope.previous, written=True)


def _is_reported(view: View | None) -> bool:
    """*Er habe gewartet.*: whether a sentence is itself what somebody says, in the mood that says so."""
    opening = NO_CLAUSE if view is None else view.clause(0)
    return view is not None and any(map(view.language.grammar.is_reported_mood, opening.finite))


def _names_words(view: View | None, *, written: bool) -> bool:
    """Whether something said, or only something written, is mentioned: *eine Studie, neue Zahlen, der Entwurf*."""
    nouns = () if view is None else tagged(view.sentence.words, {"NOUN"})
    entries = (noun_entry(word, view.language) for word in nouns if view is not None)
    return any(entry is not None and (entry.document or not written) for entry in entries)


def _noun_before(view: View, word: Word) -> tuple[Span, ...]:
    """*wies einen Bericht der Behörde zurück, wonach p*: the noun of saying in the clause before."""
    nouns = tagged(view.previous(view.clause_of(word)).words, {"NOUN"})
    found = next((noun for noun in reversed(nouns) if noun_entry(noun, view.language) is not None), NO_WORD)
    return (text_span(view.phrase(found)),) if found else ()


def _with_antecedent(scope: Scope, found: Quotation, word: Word) -> Quotation:
    """*ein Bericht, wonach p*, and *zitierte einen Diplomaten, wonach p*: who is cited, in a clause that is frame."""
    view, before = scope.view, scope.view.previous(scope.view.clause_of(word))
    citing = (frame for frame in scope.frames if frame.cue.lemma in view.language.words.citing_verbs)
    frame = next((frame for frame in citing if frame.clause is before), None)
    speaker = None if frame is None else speaker_span(view, subject(frame))
    if frame is None or speaker is None:
        return found.with_(refers_to=_noun_before(view, word))
    framing = Span(view.word(frame.first).start, word.end)
    return found.with_(refers_to=(speaker,), frame=(framing,))


def _anaphor(view: View, word: Word, stretches: tuple[Span, ...]) -> Quotation:
    return Quotation(
        type="indirect",
        marker="anaphoric_adverb",
        medium="speech_writing",
        spans=stretches,
        sentence=view.sentence.number,
        rule="anaphoric_adverb",
        detail=word.text,
        cue=(word.span,),
        frame=(word.span,),
        speaker=(word.span,),
        anaphoric=True,
        lemma=word.form,
    )
