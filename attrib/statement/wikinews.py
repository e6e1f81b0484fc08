"""Our statements in the scheme of the German Wikinews quotation corpus (https://arxiv.org/abs/2404.16764).

Where its conventions differ from our codebook, this is the one place that knows: wishes and plans are quotations there,
the auxiliary is part of the cue, a relative pronoun speaks for the noun before it, and answers in an interview are
left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrib.quotation.rule import rules_by_id
from attrib.quotation.runner import beyond
from attrib.quotation.settle import without
from attrib.records import Annotation, Span, Statement
from attrib.text.analysis import read_conllu
from attrib.text.language import Language
from attrib.text.loading import load_language
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.text import Text
from attrib.text.words import NOUNS

ROLES = ("speaker", "cue", "frame", "addressee")
CELLS = ("quote", *ROLES)
TYPES = {
    "direct": "Direct",
    "indirect": "Indirect",
    "indirect_free_indirect": "IndirectFreeIndirect",
    "free_indirect": "FreeIndirect",
    "reported": "Reported",
}
MEDIA = {
    "speech": "Speech",
    "writing": "Writing",
    "thought": "Thought",
    "speech_writing": "SW",
    "speech_thought": "ST",
    "thought_writing": "TW",
    "unknown": "none",
}


def to_corpus(annotation: Annotation, *, name: str, tokens: Sequence[Span]) -> dict[str, Any]:
    """Our annotation in the corpus' JSON format, spans mapped to the article's tokens."""
    language = load_language(annotation.document.language)
    text = Text(annotation.document, annotation.parts, read_conllu(annotation.conllu), language)
    perfect, relative = _perfect_auxiliaries(text), _relative_pronouns(text)
    unmarked = _unmarked(annotation)
    frames = [span for item in annotation.statements if item.type == "direct" for span in item.frame]
    told = [item for item in _joined(annotation) if item.id not in unmarked and _is_annotated(item, language)]
    told = [item for item in told if not _is_frame(item, frames)]
    credited = [_with_noun(_with_pronoun(item, relative), text) for item in told]
    rows = [_row(item, tokens, perfect) for item in credited]
    rows += [_row(item, tokens, perfect) for item in _passing_on(credited, text)]
    rows.extend(_volition_rows(annotation.statements, text, tokens))
    return {"documentName": name, "annotations": [row for row in rows if row["quote"]["tokenIds"]]}


def _is_annotated(statement: Statement, language: Language) -> bool:
    """Not author statements, nor acts that only name what they are about (*kritisierte die Pläne*)."""
    rule = rules_by_id(language).get(statement.rule)
    return statement.type != "author" and (rule is None or rule.states != "topic")


def _is_frame(statement: Statement, frames: Iterable[Span]) -> bool:
    """*lobte den Plan mit den Worten: „A.“*: an act that introduces a quotation is its frame in the corpus."""
    return statement.type == "reported" and any(frame.contains(statement.spans[0]) for frame in frames)


def _passing_on(statements: Iterable[Statement], text: Text) -> Iterator[Statement]:
    """*„A“, sagte X laut Y*: in the corpus *„A“, sagte X* is a quotation of Y, for us Y is a link of X's chain."""
    seen: set[Span] = set()
    for item in statements:
        mention = next((link.mention for link in item.chain if link.rule == "passed_on" and link.mention), None)
        frame = next((span for span in item.frame if mention is not None and mention in text.cut((span,))), None)
        if mention is not None and frame is not None and frame not in seen:
            seen.add(frame)
            place = text.document.text.index(mention, frame.start)
            yield _of_medium(item, frame, Span(place, place + len(mention)), text)


def _of_medium(statement: Statement, frame: Span, speaker: Span, text: Text) -> Statement:
    """The statement with the rest of its frame, as a medium that the frame names passes it on."""
    words, language = text.words_in((frame,)), text.language
    crediting = {entry.form for entry in language.according_to} | language.words.comparative
    cue = [word for word in words if word.form in crediting and not speaker.contains(word)]
    if any(word.form in language.words.comparative for word in cue):
        cue += [word for word in words if word.upos == "VERB" and word.start > speaker.end][:1]
    places = sorted((speaker, *(word.span for word in cue)))
    phrase = Span(places[0].start, max(place.end for place in places))
    spans = tuple(sorted(without((*statement.spans, frame), (phrase,))))
    roles = {"cue": tuple(word.span for word in cue), "speaker": (speaker,), "frame": (phrase,), "addressee": ()}
    return statement.model_copy(update={**roles, "type": "indirect", "spans": spans})


def _unmarked(annotation: Annotation) -> frozenset[str]:
    """What the layout alone credits, without quotation marks, and what lies in it: the corpus leaves interviews out."""
    found: set[str] = set()
    for item in annotation.statements:
        marked = item.exact[:1] in DOUBLE_MARKS
        if item.parent in found or (item.marker == "speaker_label" and not marked):
            found.add(item.id)
    return frozenset(found)


def _volition_rows(statements: Iterable[Statement], text: Text, tokens: Sequence[Span]) -> Iterator[dict[str, Any]]:
    """Plans and wishes of a party: reported in the corpus (mostly as spoken or written), the author's own for us."""
    taken = [span for item in statements if item.type != "author" for span in item.spans]
    for found in beyond(text):
        if not any(span.overlaps(found.spans[0]) for span in taken):
            roles = {"quote": found.spans, "speaker": found.speaker, "cue": found.cue, "frame": found.frame}
            cells = {name: {"tokenIds": tokens_in(spans, tokens)} for name, spans in roles.items()}
            medium = "SW" if found.type == "reported" else "ST"
            yield {**cells, "addressee": {"tokenIds": []}, "type": TYPES[found.type], "medium": medium}


def _joined(annotation: Annotation) -> list[Statement]:
    """Speech without a frame that goes on over sentences is one quotation in the corpus."""
    result: list[Statement] = []
    text = annotation.document.text
    for item in annotation.statements:
        last = result[-1] if result else None
        if last is not None and _goes_on(last, item) and not text[last.spans[-1].end : item.spans[0].start].strip():
            whole = Span(last.spans[0].start, item.spans[-1].end)
            result[-1] = last.model_copy(update={"spans": (whole,)})
        else:
            result.append(item)
    return result


def _goes_on(last: Statement, item: Statement) -> bool:
    free = {"indirect_free_indirect", "free_indirect"}
    return item.type in free and last.type == item.type and last.speaker == item.speaker and last.level == item.level


def _perfect_auxiliaries(text: Text) -> dict[Span, Span]:
    """Participle → its auxiliary (*hat … erklärt*): part of the cue in the corpus, not in our codebook."""
    found: dict[Span, Span] = {}
    for sentence in text.parsed.sentences:
        for word in sentence.words:
            finite = text.language.grammar.finite_verb(sentence, word)
            if finite is not None and finite is not word and word.upos in {"VERB", "ADJ"}:
                found[word.span] = finite.span
    return found


def _relative_pronouns(text: Text) -> dict[int, Span]:
    """Where a relative pronoun in the nominative stands, by its first character."""
    nominative = text.language.words.subject_articles
    return {word.start: word.span for word in text.parsed.words if word.is_relative and word.form in nominative}


def _with_pronoun(statement: Statement, relative: Mapping[int, Span]) -> Statement:
    """*der Minister, der sagte, …*: the pronoun is the speaker in the corpus, for us the noun it stands for."""
    start = statement.frame[0].start if statement.frame else -1
    before = bool(statement.speaker) and statement.speaker[-1].end < start
    return statement.model_copy(update={"speaker": (relative[start],)}) if before and start in relative else statement


def _with_noun(statement: Statement, text: Text) -> Statement:
    """*Es gibt Hinweise, dass p*: in the corpus the noun speaks, for us nobody is named."""
    if statement.type != "indirect" or statement.speaker:
        return statement
    is_noun = all(word.upos in NOUNS for word in text.words_in(statement.cue))
    return statement.model_copy(update={"speaker": statement.cue}) if is_noun else statement


def _with_auxiliary(cue: Sequence[Span], perfect: Mapping[Span, Span]) -> tuple[Span, ...]:
    extra = [auxiliary for word, auxiliary in perfect.items() if any(span.contains(word) for span in cue)]
    return (*cue, *extra)


def _row(statement: Statement, tokens: Sequence[Span], perfect: Mapping[Span, Span]) -> dict[str, Any]:
    has_frame = statement.type in {"direct", "indirect"}
    roles = {
        "quote": statement.spans,
        "speaker": statement.speaker,
        "cue": _with_auxiliary(statement.cue, perfect),
        "frame": statement.frame if has_frame else (),
        "addressee": statement.addressee,
    }
    row: dict[str, Any] = {name: {"tokenIds": tokens_in(spans, tokens)} for name, spans in roles.items()}
    return row | {"type": TYPES[statement.type], "medium": MEDIA[statement.medium]}


def tokens_in(spans: Sequence[Span], tokens: Sequence[Span]) -> list[int]:
    """The numbers of the tokens that share a character with one of the spans."""
    return [number for number, token in enumerate(tokens) if any(token.overlaps(span) for span in spans)]
