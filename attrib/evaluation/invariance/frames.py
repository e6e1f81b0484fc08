"""Plain frames: speaker, verb of saying and its particle, before what is said or behind it. And plain main clauses."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from attrib.evaluation.invariance.passage import Passage
from attrib.records import Span, Statement
from attrib.text.analysis import NO_WORD, Sentence, Word

_STOP = "."
MARKS = ",:;"
"""What parts clauses."""


@dataclass(frozen=True)
class Frame:
    """A sentence that is a plain frame and what is said in it."""

    statement: Statement
    verb: Word
    particle: Word | None
    is_before: bool
    sentence: Span
    """The whole of it, with its full stop."""

    @property
    def speaker(self) -> Span:
        """The speaker."""
        return self.statement.speaker[0]

    @property
    def content(self) -> Span:
        """What is said, with its marks."""
        return self.statement.spans[0]


def plain_frames(passage: Passage) -> Iterator[Frame]:
    """The plain frames of a text, in order."""
    for statement in passage.statements:
        frame = _frame(passage, statement)
        if frame is not None:
            yield frame


def _frame(passage: Passage, statement: Statement) -> Frame | None:
    if statement.level or len(statement.spans) != 1 or len(statement.speaker) != 1:
        return None
    cue = passage.words_of(statement.cue)
    if not cue or len(cue) > 2 or not cue[0].is_finite or not all(is_particle(word) for word in cue[1:]):
        return None
    particle = cue[1] if len(cue) == 2 else None
    before = statement.speaker[0].start < statement.spans[0].start
    whole = _whole(passage, statement, cue[0], particle, before=before)
    return None if whole is None else Frame(statement, cue[0], particle, before, whole)


def is_particle(word: Word) -> bool:
    """Whether the word is the separable part of a verb (*teilte … mit*), and no adjective (*kritisierte … scharf*)."""
    return word.deprel == "compound:prt" and word.upos != "ADJ"


def _whole(passage: Passage, statement: Statement, verb: Word, particle: Word | None, *, before: bool) -> Span | None:
    """The sentence, if it has no other words than these in one of the two orders."""
    speaker, content = statement.speaker[0], statement.spans[0]
    apart = [particle.span] if particle else []
    order = [speaker, verb.span, *apart, content] if before else [content, verb.span, speaker, *apart]
    text = passage.text
    gaps = [text[one.end : other.start] for one, other in pairwise(order)]
    border = gaps.pop(-1 if before else 0)
    end = order[-1].end + text.startswith(_STOP, order[-1].end)
    starts = any(sentence.start == order[0].start for sentence in passage.parsed.sentences)
    closed = end == len(text) or text[end].isspace()
    second = passage.language.grammar.VERB_SECOND
    fits = border in _borders(statement, before=before, second=second) and all(gap == " " for gap in gaps)
    return Span(order[0].start, end) if fits and starts and closed else None


def _borders(statement: Statement, *, before: bool, second: bool) -> tuple[str, ...]:
    """What parts frame and content; without the verb in second place, no comma stands before what is said."""
    if statement.type != "direct":
        return (", ",) if second or not before else (" ",)
    return (": ",) if before else (", ", " ")


def in_second_place(passage: Passage, sentence: Sentence) -> Word | None:
    """The finite verb of a main clause, if what follows it may follow an adverb."""
    verb = next((word for word in sentence.words if word.is_finite), NO_WORD)
    before = sentence.words[: verb.number - 1]
    is_second = bool(before) and not any(word.text in MARKS or word.relation == "mark" for word in before)
    is_main = verb.relation in {"root", "aux", "cop"} and passage.annotation.parts[sentence.part].kind != "heading"
    is_quoted = any(quoted.span.contains(verb) for quoted in passage.quoted)
    return verb if is_second and is_main and not is_quoted and _may_follow(sentence, verb) else None


def _may_follow(sentence: Sentence, verb: Word) -> bool:
    """Whether a word follows the verb that is no pronoun: those stand before any adverb."""
    following = sentence.behind(verb)
    is_pronoun = following.upos == "PRON" or (following.upos == "DET" and following.head == verb.number)
    return following.text[-1:].isalnum() and not is_pronoun
