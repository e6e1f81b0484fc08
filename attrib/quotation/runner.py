"""Who puts what forward: the statements of one document before their sources are resolved.

The rules of the language are asked step by step (`attrib.quotation.rule`); here is what holds between them: which
statements give way to which, what is merged, and what lies in what.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from attrib.quotation.beside import before_colon, with_own_frame
from attrib.quotation.context import REMEMBERED, Context, context_of
from attrib.quotation.cues import reporting_cues
from attrib.quotation.frame import Frame
from attrib.quotation.inset import around_insets
from attrib.quotation.labelled import is_own
from attrib.quotation.passage import Passage, is_taken, word_before
from attrib.quotation.passing import PASSING, beside_passing, with_passing
from attrib.quotation.quotation import Quotation
from attrib.quotation.rule import Step, finders
from attrib.quotation.scope import Scope
from attrib.quotation.settle import nest, settle
from attrib.quotation.stand_found import find_stands, leave_out_stands
from attrib.quotation.summing_up import without_summing_up
from attrib.quotation.turns import NO_TURNS, Turns, read_turns
from attrib.quotation.unclosed import ended
from attrib.records import Part, Span
from attrib.text.analysis import Word
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import NOUNS

_LONGEST_STRETCH = 6_000
"""Characters: about three pages without a paragraph. What is longer is no prose, or lost its line breaks."""


def quotations(text: Text) -> tuple[Quotation, ...]:
    """All statements of a document in text order, author statements included, nested ones after what holds them.

    Boilerplate yields none, and neither does what is nothing but a label or a signature; tables yield no author's.
    """
    found: list[Quotation] = []
    turns = read_turns(text)
    last: View | None = None
    for part in text.parts:
        for inside in _stretches(text.by_part.get(part.number, ())) if _is_read(part, turns) else ():
            passage = _passage(text, part, inside, turns)
            _leave_out_asked(passage)
            if part.kind == "heading" and not passage.is_answer:
                here = _Heading(text, passage, ()).statements(None)
            else:
                here = _Paragraph(text, passage, tuple(found[-REMEMBERED:])).statements(last)
                last = inside[-1]
            if part.kind != "table":
                here.extend(_ask("rest", Scope(passage, inside[0], found=tuple(here))))
            found.extend(sorted(here, key=lambda item: (item.sentence, item.start)))
    return nest(found)


def _leave_out_asked(passage: Passage) -> None:
    """*Lokalbote: Ihre Partei sieht das anders*: what the outlet puts to somebody is no stand of his or his party."""
    if passage.turn is not None and passage.turn.kind == "question":
        for view in passage.views:
            leave_out_stands(view, lambda stand: stand.speaker is not None and passage.asks_of((stand.speaker,)))


def _is_read(part: Part, turns: Turns) -> bool:
    turn = turns.by_part.get(part.number)
    return part.kind != "boilerplate" and (turn is None or turn.kind != "bare")


def beyond(text: Text) -> Iterator[Quotation]:
    """What is no statement by the codebook, but counted in the scheme of another corpus (the step `corpus`)."""
    for part in text.parts:
        views = tuple(text.by_part.get(part.number, ()))
        if views:
            passage = _passage(text, part, views)
            for view, frames in zip(views, passage.frames, strict=True):
                yield from _ask("corpus", Scope(passage, view, frames))


def _stretches(views: Sequence[View]) -> Iterator[tuple[View, ...]]:
    """The sentences of a part, as they are read together: all of them, unless it is longer than any paragraph.

    What a rule compares, it compares within one stretch; so time grows with the text, whatever it looks like.
    """
    inside: list[View] = []
    for view in views:
        if inside and view.sentence.end - inside[0].sentence.start > _LONGEST_STRETCH:
            yield tuple(inside)
            inside = []
        inside.append(view)
    if inside:
        yield tuple(inside)


def _passage(text: Text, part: Part, views: tuple[View, ...], turns: Turns = NO_TURNS) -> Passage:
    place = Span(part.start, part.end)
    if part.end - part.start > _LONGEST_STRETCH:
        place = Span(views[0].sentence.start, views[-1].sentence.end)
    frames = tuple(tuple(Frame(view, cue) for cue in reporting_cues(view)) for view in views)
    quoted = tuple(ended(item, frames) for item in text.quoted(place))
    turn, signatures = turns.by_part.get(part.number), turns.signed.get(part.number, ())
    return Passage(text, part, views, frames, quoted, turn, signatures)


def _ask(step: Step, scope: Scope) -> Iterator[Quotation]:
    """What the rules of a step find, in their order."""
    for find in finders(scope.view.language, step):
        yield from find(scope)


def _first_answer(step: Step, scope: Scope) -> list[Quotation]:
    """What the first rule of a step finds that finds anything."""
    answers = (list(find(scope)) for find in finders(scope.view.language, step))
    return next(filter(None, answers), [])


def _alone(view: View, items: Iterable[Quotation]) -> Iterator[Quotation]:
    """The statements without the clauses behind them by which somebody takes a stand on them."""
    return (item for item in (without_summing_up(view, each) for each in items) if item is not None)


class _Paragraph:
    """One paragraph on its way through the steps; `before` are the statements found before it."""

    def __init__(self, text: Text, passage: Passage, before: tuple[Quotation, ...]) -> None:
        self._text, self._passage, self._before = text, passage, before
        first = Scope(passage, passage.views[0])
        self._labelled = list(_ask("labelled", first))
        # Verbatim quotations first: in „Ich sage, dass er lügt“, sagte X. the inner verb must not open its own frame.
        self._direct = [item for item in _ask("quoted", first) if not self._is_the_labels(item)]
        self._taken = {span for item in self._direct if not item.shares_frame for span in item.cue}

    def statements(self, previous: View | None) -> list[Quotation]:
        """All statements but the author's; `previous` is the last sentence of running text before the paragraph."""
        found = list(self._labelled)
        for view, frames in zip(self._passage.views, self._passage.frames, strict=True):
            open_frames = tuple(frame for frame in frames if self._is_open(frame))
            scope = Scope(self._passage, view, open_frames, previous, tuple(self._direct))
            found.extend(filter(self._keeps, self._of_sentence(scope, self._context(view, [*self._direct, *found]))))
            previous = view
        text = self._text.document.text
        found = [*(with_own_frame(item, found, text) for item in self._direct), *found]
        found.extend(filter(self._keeps, _ask("unframed", self._whole(found))))
        for quotation in list(found):
            found.extend(_ask("nested", self._whole(found, about=quotation)))
        return sorted(found, key=lambda item: (item.start, -item.length))

    def _whole(self, found: Sequence[Quotation], *, about: Quotation | None = None) -> Scope:
        """The paragraph with what was found in it."""
        return Scope(self._passage, self._passage.views[0], found=tuple(found), before=self._before, about=about)

    def _context(self, view: View, found: Sequence[Quotation]) -> Context:
        return context_of(self._text, view, [*self._before, *found])

    def _is_open(self, frame: Frame) -> bool:
        return not self._passage.holds(frame) and self._taken.isdisjoint(frame.cue.spans)

    def _of_sentence(self, scope: Scope, context: Context) -> list[Quotation]:
        scope = replace(scope, context=context)
        framed = self._framed(scope)
        beside = [*self._direct, *framed]
        here = [context.pointing_back(item, beside) for item in framed if not self._is_the_labels(item)]
        here = self._without_reported_acts(scope, here)
        nested = _nested_acts(scope.view, here)
        around = [*self._labelled, *self._direct, *(item for item in here if item not in nested)]
        here.extend(self._free(scope, around))
        here.extend(_ask("held", replace(scope, found=tuple(here))))
        return here

    def _is_the_labels(self, item: Quotation) -> bool:
        """Whether a label or a signature has the words by which it is credited, or whoever has the word says so."""
        names = [span for other in self._labelled for span in other.frame]
        used = any(span.overlaps(name) for name in names for span in (*item.spans, *item.frame, *item.speaker))
        # *Zitat des Tages: „A“ (Vogt)*: whoever signs it has said it.
        used = used or any(item.type == other.type and item.spans == other.spans for other in self._labelled)
        return (
            used
            or self._passage.asks_of(item.speaker)
            or any(is_own(self._text, item, other) for other in self._labelled)
        )

    def _keeps(self, item: Quotation) -> bool:
        """Whether the part may have such a statement."""
        return True

    def _framed(self, scope: Scope) -> list[Quotation]:
        """The framed statements of one sentence outside its verbatim quotations."""
        framed = [item for item in _alone(scope.view, _ask("framed", scope)) if not self._holds(item)]
        here = [*settle(list(self._before_colons(framed))), *_ask("resumed", scope)]
        here = self._passed_on(scope.view, here)
        # Behind the verbs: in *vertrat die Ansicht, dass p* the noun belongs to the verb's own frame.
        closed = [item for item in self._direct if not item.shares_frame]
        for item in self._before_colons(_alone(scope.view, _ask("nominal", scope))):
            if not _is_claimed(item, [*here, *closed]):
                here.append(item)
        announced = {item.cue: item.start for item in here if self._is_announced(item)}
        used = {span for item in here if not item.shares_frame for span in item.cue if item.cue not in announced}
        unused = tuple(frame for frame in scope.frames if used.isdisjoint(frame.cue.spans))
        spoken = {frame.cue.spans for frame in unused}
        # Acts last: in *X warnte, dass p* the verb has a clause and sums nothing up.
        for act in self._before_colons(_alone(scope.view, _ask("summed", replace(scope, frames=unused)))):
            act = around_insets(scope.view, beside_passing(scope.view.sentence.words, act, here), here)
            own = act.cue in spoken and act.end <= announced.get(act.cue, 0)
            others = (item for item in here if not (own and item.cue == act.cue))
            if _is_somebodys(act, here):
                continue
            if not any(_clashes(act, item) and not _answers(scope.view, act, item) for item in others):
                here.append(act)
        return here

    def _is_announced(self, item: Quotation) -> bool:
        """Whether the content stands behind a colon, before which its frame may sum up an act: *verwarf q: p*."""
        behind_cue = bool(item.cue) and item.cue[-1].end < item.start
        return behind_cue and word_before(self._passage, item.start).text == ":"

    def _passed_on(self, view: View, here: Sequence[Quotation]) -> list[Quotation]:
        """The framed statements without those that only pass others on, the verbatim quotations among them."""
        kept = with_passing(view.sentence.words, [*self._direct, *here])
        self._direct, kept = kept[: len(self._direct)], kept[len(self._direct) :]
        return kept

    def _before_colons(self, items: Iterable[Quotation]) -> Iterator[Quotation]:
        """The statements without the sentences that somebody is quoted with behind a colon."""
        ending = (before_colon(self._passage, item, self._direct) for item in items)
        return (item for item in ending if item is not None)

    def _holds(self, item: Quotation) -> bool:
        """Whether a verbatim quotation holds the statement's frame, or has just its words; so have two with the frame
        between them: *„A“, so X, „B“*."""
        opening = (item.cue or item.spans)[0]
        if self._taken.issuperset(item.cue) and len(item.spans) > 1:
            return any(other.start == item.spans[-1].start for other in self._direct)
        return any(other.covers(opening) or set(other.spans) == set(item.spans) for other in self._direct)

    def _free(self, scope: Scope, taken: Sequence[Quotation]) -> list[Quotation]:
        """What is put forward without a frame in the clauses that nothing in `taken` has claimed."""
        free = tuple(clause for clause in scope.view.clauses if not is_taken(clause, taken, self._passage))
        return list(_alone(scope.view, _first_answer("free", replace(scope, found=tuple(taken), free=free))))

    def _without_reported_acts(self, scope: Scope, here: list[Quotation]) -> list[Quotation]:
        """*Sie rate zum Kauf.* · *Von p könne keine Rede sein.*: an act, or a frame that names nobody, in the mood of
        indirect speech is what somebody else says, where the context says who."""
        verbs = _reported_verbs(scope.view)
        acts = [item for item in here if any(_is_reported_by(item, word) for word in verbs)]
        if not acts:
            return here
        rest = [item for item in here if item not in acts]
        spoken = self._free(scope, [*self._labelled, *self._direct, *rest])
        return [*rest, *(act for act in acts if not any(item.covers(act.spans[0]) for item in spoken))]


class _Heading(_Paragraph):
    """A heading: only what carries a proposition, or an object of the act, is credited in it, and hearsay."""

    def _keeps(self, item: Quotation) -> bool:
        """Not *Russland dementiert*, nor what nobody in the heading says: it has no context; nor what is asked."""
        if self._passage.views[-1].sentence.words[-1].text == "?" and item.type != "direct":
            return False
        if item.type == "reported":
            return item.states != "nothing" and self._has_object(item)
        return item.type == "author" or (item.type in {"direct", "indirect"} and bool(item.frame or item.cue))

    def _has_object(self, act: Quotation) -> bool:
        """Whether the act has a noun beside whoever performs it."""
        nouns = (word for word in self._text.words_in(act.spans) if word.upos in NOUNS)
        return any(not any(span.overlaps(word) for span in act.speaker) for word in nouns)


def _is_claimed(item: Quotation, others: Iterable[Quotation]) -> bool:
    """Whether the content of a noun is part of what another frame has found."""
    taken = [span for other in others for span in (*other.spans, *other.frame)]
    return any(span.overlaps(other) for span in item.spans for other in taken)


def _is_somebodys(act: Quotation, here: Iterable[Quotation]) -> bool:
    """*Befürchtet wird laut X p*: what nobody in particular says, where somebody is named with it."""
    named = (item for item in here if item.marker in PASSING and item.speaker)
    return act.impersonal and any(item.covers(span) for item in named for span in act.cue)


def _clashes(act: Quotation, item: Quotation) -> bool:
    """An act whose verb stands inside another statement may be nested in it; one that swallows another may not."""
    if act.spans == item.spans and item.marker in PASSING:
        return False
    if act.holds_content and item.end <= act.cue[0].start:
        return False
    return any(map(act.covers, item.spans)) or any(map(act.overlaps, item.frame))


def _answers(view: View, act: Quotation, item: Quotation) -> bool:
    """*The army rejected | reports that p*: whoever takes a stand on what a noun introduces, and others put forward,
    says so beside it, where the clause behind the noun is its own and not the verb's (*wies Vorwürfe zurück, p*)."""
    if view.language.grammar.VERB_SECOND:
        return False
    takes = any(span.contains(stand.word.span) for stand in find_stands(view) for span in act.cue)
    return takes and item.borrowed and item.speaker != act.speaker and all(map(act.covers, item.cue))


def _reported_verbs(view: View) -> list[Word]:
    """The verbs of main clauses in the mood of indirect speech, for which the other one stands in the plural: *Sie
    hätten Geld verlangt*."""
    verbs = (word for clause in view.clauses if clause.kind == "main" for word in clause.finite)
    return [word for word in verbs if _is_reporting(view, word)]


def _is_reporting(view: View, verb: Word) -> bool:
    plural = verb.is_subjunctive and verb.has("Number=Plur")
    return plural or view.language.grammar.is_reported_mood(verb)


def _is_reported_by(item: Quotation, verb: Word) -> bool:
    """Whether a verb in the mood of indirect speech is that of an act, or of a frame that names nobody."""
    if item.type == "reported":
        return item.covers(verb)
    nobody = item.type == "indirect" and item.impersonal and not item.speaker
    return nobody and any(span.overlaps(verb) for span in item.frame)


def _nested_acts(view: View, here: Iterable[Quotation]) -> list[Quotation]:
    """*Der Grund sei, dass sie Anschläge fürchte*: the acts behind a main clause that is itself reported."""
    verbs = _reported_verbs(view)
    return [item for item in here if item.type == "reported" and any(word.end <= item.start for word in verbs)]
