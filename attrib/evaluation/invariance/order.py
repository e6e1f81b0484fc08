"""The frame before what is said, behind it, and within it: direct speech, and clauses with the verb in second place."""

from attrib.evaluation.invariance.frames import Frame, plain_frames
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.rewriting import arranged
from attrib.evaluation.invariance.spelling import capital, within_sentence
from attrib.records import Marker, Span
from attrib.text.traced import Edit

_OTHER_ENDS = "?!…"
_LONGEST_OPENING = 6
"""Words before the verb of what is said: longer ones are seldom parted from it."""

Parts = list["Span | Edit | str"]


def frame_before(passage: Passage) -> Change | None:
    """*X sagte, p* for *p, sagte X*."""
    frame = _turnable(passage, is_before=False)
    if frame is None:
        return None
    particle: Parts = [" ", frame.particle.span] if frame.particle else []
    speaker = _capital(passage, frame.speaker)
    comma = ", " if passage.language.grammar.VERB_SECOND else " "
    joint = ": " if frame.statement.type == "direct" else comma
    parts: Parts = [*speaker, " ", frame.verb.span, *particle, joint, *_said_last(passage, frame)]
    return _change(passage, frame, parts, "verb_second")


def frame_behind(passage: Passage) -> Change | None:
    """*p, sagte X* for *X sagte, p*."""
    frame = _turnable(passage, is_before=True)
    if frame is None:
        return None
    said = _said_first(passage, frame)
    return None if said is None else _change(passage, frame, [*said, *_behind(passage, frame), "."], "parenthetical")


def frame_within(passage: Passage) -> Change | None:
    """*Das Schiff, sagte X, habe gebremst*; of a direct quotation there are two pieces then."""
    frame = _turnable(passage, is_before=True) or _turnable(passage, is_before=False)
    cut = _cut(passage, frame) if frame else None
    if frame is None or cut is None:
        return None
    if frame.statement.type == "direct":
        # of a negated quotation only one of the pieces is negated
        return _quotation_cut(passage, frame, cut) if frame.statement.polarity == "positive" else None
    first, rest = Span(frame.content.start, cut - 1), Span(cut, frame.content.end)
    opening = _capital(passage, first) if frame.is_before else [first]
    return _change(passage, frame, [*opening, *_behind(passage, frame), ", ", rest, "."], "parenthetical")


def _turnable(passage: Passage, *, is_before: bool) -> Frame | None:
    """The first plain frame of which this is the order, if what is said may stand on either side of it."""
    for frame in plain_frames(passage):
        statement = frame.statement
        fits = statement.type == "direct" or statement.marker in {"verb_second", "parenthetical"}
        if fits and frame.is_before == is_before and _is_at_rest(passage, frame):
            return frame
    return None


def _is_at_rest(passage: Passage, frame: Frame) -> bool:
    """Whether the sentence is closed, nothing goes on from it, and it opens with no adjective, perhaps of a name.

    Nor may it become *p, said it*, where a pronoun does not stand behind its verb.
    """
    second = passage.language.grammar.VERB_SECOND
    if not second and any(word.upos == "PRON" for word in passage.words_of((frame.speaker,))):
        return False
    others = [item for item in passage.statements if item.id != frame.statement.id and item.type == "direct"]
    if frame.statement.type == "direct" and any(item.speaker == frame.statement.speaker for item in others):
        return False  # another quotation goes on from it
    if frame.statement.type == "direct" and not _is_in_marks(passage, frame):
        return False
    opening = passage.words_of((frame.speaker if frame.is_before else frame.content,))[0]
    ends = passage.text[frame.sentence.end - 1] in '.“”"«»'
    return ends and opening.upos != "ADJ" and "\n" not in passage.text[frame.sentence.start : frame.sentence.end]


def _is_in_marks(passage: Passage, frame: Frame) -> bool:
    """Whether what is said is one closed quotation."""
    return any(quoted.span == frame.content and quoted.closed for quoted in passage.quoted)


def _change(passage: Passage, frame: Frame, parts: Parts, marker: Marker) -> Change:
    """The text with the sentence in another order; a quotation in marks keeps its marker."""
    whole, end = frame.sentence, len(passage.text)
    is_direct = frame.statement.type == "direct"
    return Change(
        arranged(passage.text, [Span(0, whole.start), *parts, Span(whole.end, end)]),
        markers={} if is_direct else {frame.statement.id: marker},
    )


def _behind(passage: Passage, frame: Frame) -> Parts:
    """*, sagte X*, with the particle."""
    particle: Parts = [" ", frame.particle.span] if frame.particle else []
    speaker = _small(passage, frame.speaker) if frame.is_before else [frame.speaker]
    return [", ", frame.verb.span, " ", *speaker, *particle]


def _said_first(passage: Passage, frame: Frame) -> Parts | None:
    """What is said as it opens the sentence: a quotation without its full stop."""
    if frame.statement.type != "direct":
        return _capital(passage, frame.content)
    inner, closing = _inner(passage, frame)
    last = passage.text[inner.end - 1]
    if last == ".":
        return [Span(frame.content.start, inner.end - 1), closing]
    return [frame.content] if last in _OTHER_ENDS else None


def _said_last(passage: Passage, frame: Frame) -> Parts:
    """What is said as it ends the sentence: a quotation with its full stop."""
    if frame.statement.type != "direct":
        return [*_small(passage, frame.content), "."]
    inner, closing = _inner(passage, frame)
    last = passage.text[inner.end - 1]
    if last == ",":
        return [Span(frame.content.start, inner.end - 1), ".", closing]  # *“A,” said X*
    stop: Parts = [] if last in _OTHER_ENDS else ["."]
    return [Span(frame.content.start, inner.end), *stop, closing]


def _inner(passage: Passage, frame: Frame) -> tuple[Span, Span]:
    """The quotation without its marks, and its closing mark."""
    inner = next(quoted.inner for quoted in passage.quoted if quoted.span == frame.content)
    return inner, Span(inner.end, frame.content.end)


def _cut(passage: Passage, frame: Frame) -> int | None:
    """Where the finite verb of what is said begins, if all before it is one short constituent."""
    words = [word for word in passage.words_of((frame.content,)) if word.upos != "PUNCT" or word.text in ",;:"]
    place = next((place for place, word in enumerate(words) if word.is_finite), 0)
    before = words[:place]
    sentences = passage.parsed.touched((frame.content,))
    is_short = 0 < place <= _LONGEST_OPENING and not any(word.upos in {"PUNCT", "SCONJ"} for word in before)
    return words[place].start if is_short and len(sentences) == 1 and not _has_inner_marks(passage, frame) else None


def _has_inner_marks(passage: Passage, frame: Frame) -> bool:
    return any(frame.content.contains(quoted.span) and frame.content != quoted.span for quoted in passage.quoted)


def _quotation_cut(passage: Passage, frame: Frame, cut: int) -> Change:
    """*„A“, sagte X, „b.“*: two pieces with marks of their own."""
    inner, closing = _inner(passage, frame)
    opening = passage.text[frame.content.start : inner.start]
    stop: Parts = [] if passage.text[inner.end - 1] in "." + _OTHER_ENDS else ["."]
    first: Parts = [
        Span(frame.content.start, cut - 1),
        Edit(Span(cut - 1, cut), passage.text[closing.start : closing.end]),
    ]
    rest: Parts = [Edit(Span(cut, cut + 1), opening + passage.text[cut]), Span(cut + 1, inner.end), *stop, closing]
    change = _change(passage, frame, [*first, *_behind(passage, frame), ", ", *rest], frame.statement.marker)
    return Change(change.rewriting, is_quotation_cut=True)


def _capital(passage: Passage, span: Span) -> Parts:
    letter = passage.text[span.start]
    return [Edit(Span(span.start, span.start + 1), capital(letter)), Span(span.start + 1, span.end)]


def _small(passage: Passage, span: Span) -> Parts:
    """The words as they stand within a sentence."""
    first = passage.words_of((span,))[0]
    return [Edit(first.span, within_sentence(passage, first)), Span(first.end, span.end)]
