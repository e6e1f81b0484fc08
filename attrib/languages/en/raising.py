"""Hearsay in the passive with an infinitive: *The king is said to be ill* · *Two men are believed to have fled*."""

from collections.abc import Iterator

from attrib.languages.en.content_clauses import content_end, raised
from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import text_span
from attrib.text.words import content, first

_SUBJECTS = frozenset({"nsubj", "csubj"})


def raised_contents(scope: Scope) -> Iterator[Quotation]:
    """What is said of somebody who is the subject of the verb of saying: he and the infinitive together."""
    for frame in scope.frames:
        infinitive = raised(frame)
        if infinitive:
            yield _hearsay(frame, infinitive)


def _hearsay(frame: Frame, infinitive: Word) -> Quotation:
    view, cue = frame.view, frame.cue
    opening = next(iter(content(view.sentence.subtree(infinitive))), infinitive)
    last = content_end(view, opening.number, "infinitive")
    spans = (*_theme(frame), text_span(view.words(opening.number, last)))
    agent = subject(frame)
    speaker = speaker_span(view, agent, outside=(opening.number, last)) if agent and _is_agent(frame, agent) else None
    framing = text_span(view.words(cue.anchor.number, opening.number - 1))
    return Quotation(
        type="indirect",
        marker="impersonal" if speaker is None else "complement_clause",
        medium=cue.medium,
        spans=spans,
        sentence=view.sentence.number,
        rule="raised",
        detail=f"{cue.lemma}: {' '.join(word.text for word in cue.words)}",
        cue=cue.spans,
        frame=(framing,),
        speaker=() if speaker is None else (speaker,),
        impersonal=speaker is None,
        certainty=cue.certainty,
        lemma=cue.lemma,
    )


def _theme(frame: Frame) -> tuple[Span, ...]:
    """The subject with all that belongs to it, where it stands before the verb."""
    view, cue = frame.view, frame.cue
    children = view.sentence.children(cue.verb)
    head = first(children, lambda child: child.relation in _SUBJECTS and child.number < cue.anchor.number)
    words = content(view.sentence.subtree(head)) if head else []
    return (text_span(words),) if words else ()


def _is_agent(frame: Frame, word: Word) -> bool:
    """*is believed by the police to have fled*."""
    return word.relation not in _SUBJECTS and word is not NO_WORD and frame.view.is_party(word)
