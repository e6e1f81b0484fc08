"""What stands around a text without being part of it, and neutral sentences: before, behind, between."""

from collections.abc import Iterator

from attrib.evaluation.invariance.passage import Change, Passage
from attrib.records import Span, Statement
from attrib.text.traced import Edit

_CLOSED = ".!?…“”\"«»‘’'"
"""With what a paragraph ends that is closed."""


def dateline(passage: Passage) -> Change | None:
    """*BERLIN (dpa) – …*: before the first part that is no heading, unless there is one."""
    has_one = any(part.kind == "dateline" for part in passage.annotation.parts)
    if not passage.running or has_one or passage.labelled:
        return None
    start = passage.running[0].start
    return passage.change(Edit(Span(start, start), passage.pick(passage.vocabulary.datelines, "dateline")))


def sign_behind(passage: Passage) -> Change | None:
    """*… (mko)*."""
    return _behind(passage, passage.pick(passage.vocabulary.signs, "sign"))


def junk_behind(passage: Passage) -> Change | None:
    """*… [1]*, *… #Nordsee*."""
    return _behind(passage, passage.pick(passage.vocabulary.junk, "junk"))


def picture_credit_behind(passage: Passage) -> Change | None:
    """*Foto: …*."""
    return _behind(passage, passage.pick(passage.vocabulary.picture_credits, "picture"))


def final_stop_gone(passage: Passage) -> Change | None:
    """The last full stop is missing; a neutral sentence before the text shows that it is no heading."""
    end = _end(passage)
    if end is None or passage.text[end - 1] != "." or passage.labelled:
        return None
    edits = [Edit(Span(end - 1, end), "")]
    part = passage.running[-1]
    if sum(sentence.part == part.number for sentence in passage.parsed.sentences) == 1:
        edits.append(Edit(Span(part.start, part.start), _sentence(passage, "stop") + " "))
    return passage.change(*edits)


def sentence_before(passage: Passage) -> Change | None:
    """A neutral sentence opens the text; above a heading it is a paragraph of its own."""
    if not passage.annotation.parts:
        return None
    part = passage.annotation.parts[0]
    joint = " " if part.kind == "paragraph" and not passage.labelled else "\n\n"
    return passage.change(Edit(Span(part.start, part.start), _sentence(passage, "before") + joint))


def sentence_behind(passage: Passage) -> Change | None:
    """A neutral sentence ends the text, in its last paragraph or below it."""
    joint = passage.pick((" ", " ", "\n", "\n\n"), "joint")
    return _behind(passage, joint + _sentence(passage, "behind"))


def sentence_between(passage: Passage) -> Change | None:
    """A neutral sentence between two over which nothing is carried."""
    starts = [sentence.start for sentence in passage.parsed.sentences[1:]]
    closed = [place for place in starts if passage.text[place - 1] == " " and passage.text[place - 2] in _CLOSED]
    places = [place for place in closed if not _is_crossed(passage, place)]
    if not places:
        return None
    place = passage.pick(places, "place")
    return passage.change(Edit(Span(place, place), _sentence(passage, "between") + " "))


def heading_above(passage: Passage) -> Change | None:
    """A heading stands above running text."""
    if not passage.annotation.parts or passage.annotation.parts[0].kind != "paragraph":
        return None
    heading = passage.pick(passage.vocabulary.headings, "heading") + passage.pick(("\n", "\n\n"), "gap")
    return passage.change(Edit(Span(0, 0), heading))


def _sentence(passage: Passage, purpose: str) -> str:
    return passage.pick(passage.vocabulary.sentences, purpose)


def _behind(passage: Passage, words: str) -> Change | None:
    end = _end(passage)
    return None if end is None else passage.change(Edit(Span(end, end), words))


def _end(passage: Passage) -> int | None:
    """Where the text ends, None if it ends in a heading, in somebody's words or in a quotation that nobody closed."""
    if passage.is_laid_out or not passage.running or passage.running[-1] is not passage.annotation.parts[-1]:
        return None
    end = passage.running[-1].end
    is_open = any(not quoted.closed for quoted in passage.quoted)
    return None if is_open or passage.text[end - 1] not in _CLOSED else end


def _is_crossed(passage: Passage, place: int) -> bool:
    """Whether anything before the place decides about what stands behind it, or the other way round."""
    before, behind = _sides(passage, place)
    if passage.annotation.assessments or any(quoted.span.start < place < quoted.span.end for quoted in passage.quoted):
        return True
    return any(_is_carried(passage, item, place) for item in behind) or any(
        span.end > place for item in before for span in _stretches(item)
    )


def _sides(passage: Passage, place: int) -> tuple[list[Statement], list[Statement]]:
    before = [item for item in passage.statements if item.spans[0].start < place]
    return before, [item for item in passage.statements if item.spans[0].start >= place]


def _is_carried(passage: Passage, statement: Statement, place: int) -> bool:
    """Whether a statement behind the place needs what stands before it: its speaker, or who that is."""
    if any(span.start < place for span in _stretches(statement)):
        return True
    if (
        statement.marker in {"anaphoric_adverb", "impersonal", "subjunctive", "speaker_label"}
        or statement.type == "free_indirect"
    ):
        return True
    if any(word.upos in {"PRON", "ADV"} for word in passage.words_of(statement.speaker)):
        return True
    return not _is_introduced(passage, statement, place)


def _is_introduced(passage: Passage, statement: Statement, place: int) -> bool:
    """Whether the words before the place say nothing of who speaks."""
    mentioned = {word.lemma for word in passage.words_of(statement.speaker) if word.upos in {"NOUN", "PROPN"}}
    earlier = {word.lemma for word in passage.words if word.end <= place}
    return bool(mentioned) and not mentioned & earlier and not _has_name(passage, place)


def _has_name(passage: Passage, place: int) -> bool:
    return any(word.upos == "PROPN" and word.end <= place for word in passage.words)


def _stretches(statement: Statement) -> Iterator[Span]:
    yield from (*statement.spans, *statement.cue, *statement.frame, *statement.speaker)
