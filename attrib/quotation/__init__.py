"""Who puts what forward: the statements of one document before their sources are resolved.

One file per construction; here they are put in order, merged, nested, and what nobody else is credited with becomes
the publisher's own. Each ordering constraint names the sentence that fails otherwise.
"""

from collections.abc import Iterator, Sequence

from attrib.quotation.according_to import according_to
from attrib.quotation.anaphoric import anaphoric_adverbs
from attrib.quotation.author import author_statements
from attrib.quotation.comparative import comparative_clauses
from attrib.quotation.complement import complements, taken_up
from attrib.quotation.cues import Cue, reporting_cues
from attrib.quotation.direct import framed_quotes, resumed, unframed_quotes
from attrib.quotation.free import Context, context_speaker, free_modals, pointing_back, reported_frames, subjunctives
from attrib.quotation.marks import Quoted, quoted_stretches
from attrib.quotation.merge import nest, settle
from attrib.quotation.modal import claiming_modals
from attrib.quotation.noun import noun_contents
from attrib.quotation.passage import Passage, fragments, is_taken
from attrib.quotation.quotation import Quotation
from attrib.quotation.reason import reasons
from attrib.quotation.reported import reported_acts, stand_nouns
from attrib.records import Part, Span
from attrib.text.analysis import Analysis, Word
from attrib.text.language import Language
from attrib.text.party import PartyTest, party_test
from attrib.text.view import View

__all__ = ["Quotation", "View", "quotations", "views_of"]


_LONGEST_STRETCH = 6_000
"""Characters: about three pages without a paragraph. What is longer is no prose, or lost its line breaks."""
_REMEMBERED = 30
"""How many statements back the context reaches: it asks for those of the last sentences only."""


def quotations(text: str, parts: Sequence[Part], views: Sequence[View], *, language: Language) -> tuple[Quotation, ...]:
    """All statements of a document in text order, author statements included, nested ones after what holds them.

    `parts` are the document's parts, `views` all its sentences in order (`views_of`; each lies in one part). Headings
    and boilerplate yield author statements and none.
    """
    is_party = party_test(language)
    by_part: dict[int, list[View]] = {}
    for view in views:
        by_part.setdefault(view.sentence.part, []).append(view)
    found: list[Quotation] = []
    last: View | None = None
    for part in parts:
        if part.kind == "boilerplate":
            continue
        for inside in _stretches(by_part.get(part.number, ())):
            if part.kind != "heading":
                passage = _passage(text, part, inside, language=language)
                here = list(_part_quotations(passage, tuple(found[-_REMEMBERED:]), views, last, is_party=is_party))
                last = inside[-1]
            else:
                here = []
            here.extend(author_statements(text, part, inside, here, language=language))
            found.extend(sorted(here, key=lambda item: (item.sentence, item.start)))
    return nest(found)


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


def views_of(analysis: Analysis, *, language: Language) -> tuple[View, ...]:
    """Every sentence with its clauses, in order."""
    return tuple(View(sentence, language) for sentence in language.grammar.mended(analysis).sentences)


def _passage(text: str, part: Part, views: tuple[View, ...], *, language: Language) -> Passage:
    place = Span(part.start, part.end)
    if part.end - part.start > _LONGEST_STRETCH:
        place = Span(views[0].sentence.start, views[-1].sentence.end)
    quoted = quoted_stretches(text, place, language=language)
    cues = tuple(reporting_cues(view.sentence, view.clauses, language=language) for view in views)
    return Passage(views, cues, quoted)


def _part_quotations(
    passage: Passage,
    before: tuple[Quotation, ...],
    views: Sequence[View],
    previous: View | None,
    *,
    is_party: PartyTest,
) -> Iterator[Quotation]:
    """The statements of one paragraph; `previous` is the last sentence of running text before it."""
    # Verbatim quotations first: in „Ich sage, dass er lügt“, sagte X. the inner verb must not open a frame of its own.
    direct = list(framed_quotes(passage))
    found = list(direct)
    for view, cues in zip(passage.views, passage.cues, strict=True):
        here = _sentence_quotations(passage, view, cues, direct, previous=previous, is_party=is_party)
        context = _context(view, views, [*before, *found], passage.quoted)
        here = [pointing_back(context, item, is_party=is_party) for item in here]
        here = _without_reported_acts(passage, context, here, direct, is_party=is_party)
        nested = _nested_acts(view, here)
        around = [*direct, *(item for item in here if item not in nested)]
        here.extend(_free_quotations(passage, context, around, is_party=is_party))
        here.extend(reported_frames(context, here, is_party=is_party))
        found.extend(here)
        previous = view
    found.extend(_unframed(passage, views, before, found, is_party=is_party))
    for quotation in list(found):
        if quotation.type not in {"direct", "author"}:
            found.extend(_nested_fragments(passage, quotation, found))
    yield from sorted(found, key=lambda item: (item.start, -item.length))


def _sentence_quotations(
    passage: Passage,
    view: View,
    cues: Sequence[Cue],
    direct: Sequence[Quotation],
    *,
    previous: View | None,
    is_party: PartyTest,
) -> list[Quotation]:
    """The framed statements of one sentence outside its verbatim quotations; `previous` is the sentence before it."""
    taken = {span for quotation in direct for span in quotation.cue}
    open_cues = tuple(
        cue for cue in cues if not passage.is_quoted(cue.anchor) and not any(span in taken for span in cue.spans)
    )
    framed = [
        *claiming_modals(view),
        *according_to(view),
        *comparative_clauses(view, open_cues),
        *anaphoric_adverbs(view, previous),
        *complements(view, open_cues),
        *taken_up(view, open_cues, previous),
    ]
    framed = [item for item in framed if not _inside_direct(item, direct)]
    settled = [*settle(framed), *resumed(view, direct)]
    # Behind the verbs: in *vertrat die Ansicht, dass p* the noun belongs to the verb's own frame.
    settled.extend(item for item in noun_contents(view) if not _is_claimed(item, [*settled, *direct]))
    used = {span for item in settled for span in item.cue}
    acts = reported_acts(
        view, [cue for cue in open_cues if not any(span in used for span in cue.spans)], is_party=is_party
    )
    # Acts last: in *X warnte, dass p* the verb has a clause and sums nothing up.
    settled.extend(act for act in (*acts, *stand_nouns(view)) if not any(_clashes(act, item) for item in settled))
    return settled


def _inside_direct(item: Quotation, direct: Sequence[Quotation]) -> bool:
    return any(quotation.covers(span) for quotation in direct for span in (item.cue or item.spans)[:1]) or any(
        set(quotation.spans) == set(item.spans) for quotation in direct
    )


def _is_claimed(item: Quotation, others: Sequence[Quotation]) -> bool:
    """Whether the content of a noun is part of what another frame has found."""
    return any(
        span.overlaps(taken) for other in others for span in item.spans for taken in (*other.spans, *other.frame)
    )


def _clashes(act: Quotation, item: Quotation) -> bool:
    """An act whose verb stands inside another statement may be nested in it; one that swallows another may not."""
    return any(act.covers(span) for span in item.spans) or any(act.overlaps(span) for span in item.frame)


def _reported_verbs(view: View) -> list[Word]:
    """The verbs of main clauses in Konjunktiv I."""
    return [
        word
        for clause in view.clauses
        if clause.kind == "main"
        for word in clause.finite
        if view.language.grammar.is_reported_mood(word)
    ]


def _without_reported_acts(
    passage: Passage,
    context: Context,
    here: list[Quotation],
    direct: Sequence[Quotation],
    *,
    is_party: PartyTest,
) -> list[Quotation]:
    """*Sie rate zum Kauf.*: an act in the Konjunktiv is what somebody else says, where the context says who."""
    view = context.view
    verbs = _reported_verbs(view)
    acts = [item for item in here if item.type == "reported" and any(item.covers(word.span) for word in verbs)]
    if not acts:
        return here
    rest = [item for item in here if item not in acts]
    spoken = _free_quotations(passage, context, [*direct, *rest], is_party=is_party)
    kept = [act for act in acts if not any(item.covers(span) for item in spoken for span in act.spans)]
    return [*rest, *kept]


def _nested_acts(view: View, here: Sequence[Quotation]) -> list[Quotation]:
    """*Der Grund sei, dass sie Anschläge fürchte*: the acts behind a main clause in the Konjunktiv, nested in it."""
    verbs = _reported_verbs(view)
    return [item for item in here if item.type == "reported" and any(word.end <= item.start for word in verbs)]


def _free_quotations(
    passage: Passage, context: Context, taken: Sequence[Quotation], *, is_party: PartyTest
) -> list[Quotation]:
    free = [clause for clause in context.view.clauses if not is_taken(context.view, clause, taken, passage)]
    if not free:
        return list(reasons(passage, context, taken))
    found = subjunctives(context, free, is_party=is_party)
    if found is not None:
        return [found]
    return list(free_modals(context, free, is_party=is_party))


def _context(view: View, views: Sequence[View], statements: Sequence[Quotation], quoted: Sequence[Quoted]) -> Context:
    number = view.sentence.number
    previous = views[number - 1] if number > 0 else None
    ordered = sorted(statements[-2 * _REMEMBERED :], key=lambda item: (item.sentence, item.start))
    first = number
    while first > 0 and views[first - 1].sentence.part == view.sentence.part and number - first < 2:
        first -= 1
    inside = tuple(item.span for item in quoted if item.span.overlaps(view.sentence.span))
    return Context(view, previous, tuple(ordered), first, inside)


def _unframed(
    passage: Passage,
    views: Sequence[View],
    before: Sequence[Quotation],
    found: Sequence[Quotation],
    *,
    is_party: PartyTest,
) -> Iterator[Quotation]:
    """Quoted sentences without a frame: credited to whoever the context names, else unresolved."""
    for quoted, view in unframed_quotes(passage, found):
        context = _context(view, views, [*before, *found], passage.quoted)
        speaker = _speaker_before(quoted, view, found) or context_speaker(context, is_party=is_party)
        yield Quotation(
            type="direct",
            marker="quotation_marks",
            medium="speech",
            spans=(quoted.span,),
            sentence=view.sentence.number,
            rule="quote_without_frame",
            detail=speaker[1] if speaker is not None else "no speaker in the context",
            speaker=speaker[0] if speaker is not None else (),
        )


def _speaker_before(quoted: Quoted, view: View, found: Sequence[Quotation]) -> tuple[tuple[Span, ...], str] | None:
    """*Das habe Methode, so Weber weiter: „A.“*: whoever speaks in the sentence before the quotation."""
    inside = [
        item
        for item in found
        if item.speaker
        and item.type != "author"
        and view.sentence.start <= item.start
        and item.end <= quoted.span.start
    ]
    return (inside[-1].speaker, f"goes on from the words before ({inside[-1].rule})") if inside else None


def _nested_fragments(passage: Passage, quotation: Quotation, found: Sequence[Quotation]) -> Iterator[Quotation]:
    for quoted in fragments(passage, quotation):
        if any(set(item.spans) == {quoted.span} for item in found):
            continue
        if any(item is not quotation and item.covers(quoted.span) and item.length < quotation.length for item in found):
            continue
        yield quotation.with_(
            type="direct",
            marker="quotation_marks",
            spans=(quoted.span,),
            frame=(),
            rule="quoted_fragment",
            detail=f"verbatim words in: {quotation.rule}",
            certainty=None,
        )
