"""What nobody but the publisher vouches for: sentences, or what is left of them beside a statement and its frame."""

from collections.abc import Iterable, Iterator, Sequence

from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.settle import without
from attrib.records import Part, Placed, Span
from attrib.text.analysis import Sentence, Word
from attrib.text.view import View
from attrib.text.words import NOUNS, any_finite, any_overlaps, content, first

_OPENING = frozenset('„»“"(')
_EDGES = frozenset(",;:–—-")
_SHORTEST = 3


def author_statements(scope: Scope) -> Iterator[Quotation]:
    """One author statement for each sentence (or its remainder) that no statement found so far accounts for."""
    for view in scope.passage.views:
        here = [item for item in scope.found if _touches(item, view.sentence)]
        if not any(item.type == "author" for item in here):
            rest = _remainder(scope.passage.text.document.text, view, here, scope.passage.label)
            for spans in _apart(view, rest) if rest else ():
                yield _with_hearsay(view, _author(view, spans, scope.passage.part))


def _touches(item: Quotation, place: Placed) -> bool:
    return any_overlaps((*item.spans, *item.frame), place)


def _remainder(text: str, view: View, here: Sequence[Quotation], label: Span | None) -> tuple[Span, ...]:
    """The stretches of the sentence outside statements and frames that hold a clause of their own.

    The label of a question is no part of what is asked.
    """
    sentence = view.sentence.span
    if label is not None and label.overlaps(sentence):
        sentence = _stripped(text, min(label.end, sentence.end), sentence.end)
    taken = sorted(span for item in here for span in _used(view, item) if span.overlaps(sentence))
    if not taken:
        return (sentence,) if sentence.start < sentence.end else ()
    stretches: list[Span] = []
    place = sentence.start
    for span in (*taken, Span(sentence.end, sentence.end)):
        stretch = _stripped(text, place, max(place, span.start))
        if stretch.start < stretch.end:
            stretches.append(stretch)
        place = max(place, span.end)
    return tuple(span for run in _runs(view, stretches) if _is_clause(view, run) for span in run)


def _runs(view: View, stretches: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    """The stretches, two as one where a relative clause between them cuts their clause: *Die Männer | , die laut X
    bewaffnet waren, | flohen zu Fuß*."""
    run: tuple[Span, ...] = ()
    for stretch in stretches:
        if run and not (_opens_relative(view, run[-1]) and _goes_on(view, run, stretch)):
            yield run
            run = ()
        run = (*run, stretch)
    if run:
        yield run


def _opens_relative(view: View, before: Span) -> bool:
    """Whether what stands behind a stretch begins with a relative clause."""
    behind = first(view.sentence.words, lambda word: word.start >= before.end and word.upos != "PUNCT")
    clause = view.clause_of(behind)
    cut = not clause.finite and view.language.grammar.opens_dependent(clause.content)  # *der | , wie X sagt, | p*
    return clause.opening is behind and (clause.kind == "relative" or cut)


def _goes_on(view: View, before: Sequence[Span], stretch: Span) -> bool:
    """Whether a stretch begins with the verb of the clause that the stretches before it have begun."""
    opening = first(view.sentence.words, lambda word: stretch.contains(word) and word.upos != "PUNCT")
    begun = (word for span in before for word in view.sentence.words if span.contains(word))
    return opening.is_finite and not any_finite(begun)


def _used(view: View, item: Quotation) -> tuple[Span, ...]:
    """The words that a statement and its frame take up; a speaker outside of the frame stands in the author's words.

    So does the noun before a relative clause that frames: *Der Zeuge, | der sagte, | p, zog weg*.
    """
    framed = item.type in {"direct", "indirect"}
    speaker = item.speaker if framed and not item.frame else ()
    cue = first(view.sentence.words, lambda word: any(span.contains(word) for span in item.cue))
    clause = view.clause_of(cue)
    start = clause.opening.start if cue and clause.kind == "relative" else 0
    frame = tuple(Span(max(span.start, start), span.end) for span in item.frame if span.end > start)
    return (*item.spans, *frame, *(item.cue if framed else ()), *speaker)


def _stripped(text: str, start: int, end: int) -> Span:
    """The stretch without blanks and marks at its ends; nothing may be left of it."""
    while start < end and not text[start].isalnum() and text[start] not in _OPENING:
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return Span(start, end)


def _is_clause(view: View, stretches: Sequence[Span]) -> bool:
    words = [word for word in view.sentence.words if any(stretch.contains(word) for stretch in stretches)]
    return any_finite(words) and len(content(words)) >= _SHORTEST


def _with_hearsay(view: View, statement: Quotation) -> Quotation:
    """*angeblich*: what is put forward so, nobody vouches for; not even the publisher. *der angebliche Täter*, *der
    angeblich bewaffnete Mann*: there it is said of the noun alone."""
    for word in view.sentence.words:
        if any(span.contains(word) for span in statement.spans) and _is_hearsay(view, word):
            return statement.with_(
                marker="adverb", cue=(word.span,), rule="hearsay_adverb", detail=word.text, impersonal=True
            )
    return statement


def _apart(view: View, spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """*Sie bekam Akten, | die ihn angeblich belasten*: a relative clause that is hearsay, apart from what is not."""
    for clause in view.clauses:
        told = clause.kind == "relative" and any(_is_hearsay(view, word) for word in clause.words)
        own = view.span(clause.first, clause.last) if told else None
        main = () if own is None else tuple(_stripped_of(view, without(spans, (own,))))
        if own is not None and main and any(span.contains(own) for span in spans):
            yield from (main, (own,))
            return
    yield spans


def _stripped_of(view: View, spans: Iterable[Span]) -> Iterator[Span]:
    """The stretches in which a word stands, without the marks at their ends."""
    for span in spans:
        words = content(word for word in view.sentence.words if span.contains(word))
        if words:
            yield Span(words[0].start, words[-1].end)


def _is_hearsay(view: View, word: Word) -> bool:
    return view.language.lexicon.is_hearsay(word) and not _is_of_noun(view.sentence, word)


def _is_of_noun(sentence: Sentence, word: Word) -> bool:
    """Whether the word stands in the attribute of a noun."""
    attributive = word.upos == "ADJ" and sentence.behind(word).upos in {*NOUNS, "ADJ"}
    return attributive or bool(sentence.attribute_of(word))


def _author(view: View, spans: tuple[Span, ...], part: Part) -> Quotation:
    return Quotation(
        type="author",
        marker="none",
        medium="writing",
        spans=spans,
        sentence=view.sentence.number,
        rule="author",
        detail="heading" if part.kind == "heading" else "nobody else is credited",
    )
