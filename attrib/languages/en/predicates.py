"""What somebody's claim is: *The report's conclusion was | that p*, *The message of the mayor is | that p*."""

from collections.abc import Iterator

from attrib.quotation.noun import has_author
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.scope import Scope
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View, text_span
from attrib.text.words import first, tagged


def predicated(scope: Scope) -> Iterator[Quotation]:
    """The clauses with *that* behind a form of *be* whose subject is a noun of saying that somebody owns."""
    view = scope.view
    for opener in view.sentence.words:
        noun = _said(view, opener) if opener.form in view.language.words.noun_complementizers else NO_WORD
        if noun and has_author(view, noun):
            yield _predicate(view, noun, opener)


def _said(view: View, opener: Word) -> Word:
    """The noun of saying before the copula right before a word; NO_WORD if there is none."""
    copula = view.before(opener)
    if copula.lemma not in view.language.words.copulas or not copula.is_finite:
        return NO_WORD
    nouns = tagged(view.words(1, copula.number - 1), {"NOUN"})
    return first(nouns, lambda word: _ends_phrase(view, word, copula) and _has_clause(view, word))


def _ends_phrase(view: View, noun: Word, copula: Word) -> bool:
    return view.phrase(noun)[-1].number == copula.number - 1


def _last(view: View, opener: Word) -> int:
    """The last word before another main clause, else the sentence's."""
    joined = (word for word in view.words(opener.number + 2, view.last_content) if word.upos == "CCONJ")
    other = first(
        joined, lambda word: view.before(word).text == "," and view.clause_of(view.behind(word)).kind == "main"
    )
    return other.number - 2 if other else view.last_content


def _has_clause(view: View, noun: Word) -> bool:
    entry = noun_entry(noun, view.language)
    return entry is not None and entry.clause


def _predicate(view: View, noun: Word, opener: Word) -> Quotation:
    phrase = view.phrase(noun)
    entry = noun_entry(noun, view.language)
    content = view.words(opener.number, _last(view, opener))
    return Quotation(
        type="indirect",
        marker="complement_clause",
        medium="unknown" if entry is None else entry.medium,
        spans=(text_span(content),),
        sentence=view.sentence.number,
        rule="noun_predicate",
        detail=" ".join(word.text for word in phrase),
        cue=(noun.span,),
        frame=(text_span(view.words(phrase[0].number, opener.number - 1)),),
        speaker=(text_span(phrase),),
        lemma=noun.lemma,
        borrowed=True,
    )
