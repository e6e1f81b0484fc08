"""One speaker made two."""

from collections.abc import Iterator, Sequence

from attrib.evaluation.invariance.frames import Frame, plain_frames
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.rewriting import rewritten
from attrib.evaluation.invariance.spelling import swapped_ending
from attrib.records import Statement
from attrib.text.analysis import NO_WORD, Word
from attrib.text.kebab import kebab
from attrib.text.traced import Edit

_PRONOUNS = "Person=3"


def made_two(passage: Passage) -> Change | None:
    """*X und Y sagten …*: both are credited."""
    if any(word.has(_PRONOUNS) for word in passage.words if word.upos in {"PRON", "DET"}):
        return None
    names = [name for name in passage.vocabulary.names if name.kind in {"foreign", "hyphen"}]
    name = passage.pick(names, "partner").full
    for statement, frame in _singular(passage):
        plural = [] if frame is None else [Edit(frame.verb.span, _plural(passage, frame))]
        last = passage.words_of(statement.speaker)[-1]
        both = f"{passage.text[last.start : last.end]} {passage.vocabulary.conjunction} {name}"
        new = rewritten(passage.text, [*plural, Edit(last.span, both)])
        joined = {item.id: kebab(name) for item in _as_well(passage, statement)}
        return Change(new, joined=joined)
    return None


def _as_well(passage: Passage, statement: Statement) -> Iterator[Statement]:
    """The statements with this speaker, and those of the same party whose mention names nobody: *demnach*."""
    for item in passage.statements:
        names = any(word.upos in {"NOUN", "PROPN"} for word in passage.words_of(item.speaker))
        if item.speaker == statement.speaker or (not names and _sources(item) == _sources(statement)):
            yield item


def _sources(statement: Statement) -> list[str]:
    return [link.source for link in statement.sources if link.relation == "states"]


def _singular(passage: Passage) -> Iterator[tuple[Statement, Frame | None]]:
    """Statements of one party in the singular, with the plain frame whose verb agrees with it, or without a verb."""
    frames = {frame.statement.id: frame for frame in plain_frames(passage)}
    for statement in passage.statements:
        words = passage.words_of(statement.speaker)
        if len(statement.speaker) == len(_sources(statement)) == 1 and _is_one_party(passage, words):
            if statement.id in frames and _is_only_verb(passage, frames[statement.id]):
                yield statement, frames[statement.id]
            elif statement.marker == "according_to" and not _is_genitive(words):
                yield statement, None


def _is_one_party(passage: Passage, words: Sequence[Word]) -> bool:
    """A name or a noun for somebody, in the singular, that its article makes known or that needs none."""
    head = next((word for word in words if word.upos in {"NOUN", "PROPN"}), NO_WORD)
    return (
        (head.upos == "PROPN" or passage.is_party(head))
        and not any(word.is_plural for word in words)
        and words[-1].upos in {"NOUN", "PROPN"}
        and not _goes_on(passage, words)
    )


def _goes_on(passage: Passage, words: Sequence[Word]) -> bool:
    """*ein Team | um Lucía Navarra*, *ein Sprecher | der Zeitung*: whether a word behind belongs to the phrase."""
    sentence, numbers = passage.parsed.touching(words[-1].span)[0], {word.number for word in words}
    behind = sentence.behind(words[-1], 2 if sentence.behind(words[-1]).upos in {"ADP", "DET"} else 1)
    noun = sentence.behind(behind) if behind.upos == "DET" else behind
    joined = sentence.behind(words[-1]).upos in {"ADP", "DET"} and noun.head in numbers
    return joined and noun.relation in {"nmod", "appos"}


def _is_genitive(words: Sequence[Word]) -> bool:
    return any(word.has("Case=Gen") for word in words)


def _is_only_verb(passage: Passage, frame: Frame) -> bool:
    """Whether the speaker is the subject of no other verb: nothing is joined to the verb of the frame."""
    sentence = passage.parsed.touching(frame.verb.span)[0]
    joined = [child for child in sentence.children(frame.verb) if child.relation == "conj"]
    return frame.verb.has("Number=Sing") and not any(word.start > frame.content.end for word in joined)


def _plural(passage: Passage, frame: Frame) -> str:
    """The verb of the frame in the plural: in the present that is the infinitive, without the particle."""
    verb, vocabulary = frame.verb, passage.vocabulary
    if verb.form in vocabulary.plurals:
        return vocabulary.plurals[verb.form]
    if verb.has("Tense=Past"):
        return swapped_ending(verb.text, vocabulary.past_plurals)
    return passage.language.lexicon.verbs.lemma(verb).removeprefix(frame.particle.form if frame.particle else "")
