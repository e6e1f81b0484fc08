"""Scores on the German Wikinews quotation corpus, by its own measure and by a strict one.

The corpus (Petersen-Frey & Biemann 2024, https://arxiv.org/abs/2404.16764) gives each quotation its tokens and those
of speaker, cue, frame and addressee, a type and a medium. Its measure pairs gold and system quotations of a document
one to one so that the sum of their token F1 is largest (+0.01 for the same type, +0.001 for the same medium); unpaired
ones count fully as wrong. Precision is the mean over the system's groups of the share of right tokens, recall the mean
over gold's, F1 is made of the two means: for the quotation itself (*quote*), for all filled role cells (*roles*), for
both (*joint*); type and medium are counted over pairs. Pairs without any common token still earn role and type credit
there; the *strict* measure of ours breaks such pairs up.

Author statements are not part of the corpus and are left out of the comparison.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attrib.analysis import Analysis, Span, read_conllu
from attrib.errors import InputError
from attrib.evaluate import precision_recall_f1
from attrib.language import load_language
from attrib.quotation import views_of
from attrib.quotation.cues import reporting_cues
from attrib.quotation.volition import plans, volitions
from attrib.records import Annotation, Document, Statement
from attrib.syntax import finite_verb, is_relative

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


@dataclass(frozen=True, slots=True)
class Group:
    """One quotation with its roles as sets of token numbers."""

    cells: Mapping[str, frozenset[int]]
    type: str
    medium: str

    @property
    def quote(self) -> frozenset[int]:
        """The quotation's own tokens."""
        return self.cells["quote"]


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """One article of the corpus: its text, where its tokens stand, and the gold groups."""

    name: str
    text: str
    tokens: tuple[Span, ...]
    gold: tuple[Group, ...]

    def document(self) -> Document:
        """The article as the pipeline reads it."""
        # Imported here: serving offers the corpus' format and needs none of the packages that read articles.
        from attrib.document import document_id

        return Document(id=document_id(self.text, self.name), name=self.name, text=self.text)


def read_corpus(folder: Path) -> Iterator[CorpusDocument]:
    """The articles of one split's folder in order; InputError if there are none or one is malformed."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder}: holds no *.json file of the Wikinews quotation corpus.", seen=str(folder))
    for file in files:
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            yield CorpusDocument(
                content["documentName"],
                content["originalText"],
                tuple(Span(token["charBegin"], token["charEnd"]) for token in content["tokens"]),
                groups(content["annotations"]),
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise InputError(f"{file}: not in the format of the Wikinews quotation corpus ({error}).") from error


def lowest_digests(documents: Iterable[CorpusDocument], number: int) -> list[CorpusDocument]:
    """The `number` articles whose names have the lowest SHA-256: a choice that anybody can repeat and nobody made."""
    return sorted(documents, key=lambda item: hashlib.sha256(item.name.encode()).hexdigest())[:number]


def groups(annotations: Iterable[Mapping[str, Any]]) -> tuple[Group, ...]:
    """Annotations in the corpus' JSON format as groups; those without any token are left out."""
    found = (
        Group(
            {name: frozenset((item.get(name) or {}).get("tokenIds", ())) for name in CELLS},
            item["type"],
            item.get("medium", "none"),
        )
        for item in annotations
    )
    return tuple(group for group in found if group.quote)


def to_corpus(annotation: Annotation, document: CorpusDocument) -> dict[str, Any]:
    """Our annotation in the corpus' JSON format, spans mapped to its tokens."""
    analysis = read_conllu(annotation.conllu)
    perfect, relative = _perfect_auxiliaries(analysis), _relative_pronouns(annotation)
    rows = [
        _row(_with_pronoun(item, relative), document, perfect) for item in _joined(annotation) if _is_annotated(item)
    ]
    rows.extend(_volition_rows(annotation, analysis, document))
    return {"documentName": document.name, "annotations": [row for row in rows if row["quote"]["tokenIds"]]}


def _is_annotated(statement: Statement) -> bool:
    """Not author statements, nor acts that only name what they are about (*kritisierte die Pläne*)."""
    return statement.type != "author" and statement.rule != "speech_about"


def _volition_rows(annotation: Annotation, analysis: Analysis, document: CorpusDocument) -> Iterator[dict[str, Any]]:
    """Plans and wishes of a party: reported in the corpus (mostly as spoken or written), the author's own for us."""
    taken = [span for item in annotation.statements if item.type != "author" for span in item.spans]
    language = load_language(annotation.document.language)
    for view in views_of(analysis, language=language):
        cues = reporting_cues(view.sentence, view.fields, language=language)
        for found in (*volitions(view), *plans(view, cues)):
            if not any(span.overlaps(found.spans[0]) for span in taken):
                roles = {"quote": found.spans, "speaker": found.speaker, "cue": found.cue, "frame": found.frame}
                roles["addressee"] = ()
                tokens = {name: {"tokenIds": tokens_in(spans, document.tokens)} for name, spans in roles.items()}
                yield {**tokens, "type": TYPES[found.type], "medium": "SW" if found.type == "reported" else "ST"}


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


def _perfect_auxiliaries(analysis: Analysis) -> dict[Span, Span]:
    """Participle → its auxiliary (*hat … erklärt*): part of the cue in the corpus, not in our codebook."""
    found: dict[Span, Span] = {}
    for sentence in analysis.sentences:
        for word in sentence.words:
            finite = finite_verb(sentence, word)
            if finite is not None and finite is not word and word.upos in {"VERB", "ADJ"}:
                found[word.span] = finite.span
    return found


def _relative_pronouns(annotation: Annotation) -> dict[int, Span]:
    """Where a relative pronoun in the nominative stands, by its first character."""
    words = (word for sentence in read_conllu(annotation.conllu).sentences for word in sentence.words)
    nominative = load_language(annotation.document.language).words("subject_articles")
    return {word.start: word.span for word in words if is_relative(word) and word.text.lower() in nominative}


def _with_pronoun(statement: Statement, relative: Mapping[int, Span]) -> Statement:
    """*der Minister, der sagte, …*: the pronoun is the speaker in the corpus, for us the noun it stands for."""
    start = statement.frame[0].start if statement.frame else -1
    before = bool(statement.speaker) and statement.speaker[-1].end < start
    return statement.model_copy(update={"speaker": (relative[start],)}) if before and start in relative else statement


def _with_auxiliary(cue: Sequence[Span], perfect: Mapping[Span, Span]) -> tuple[Span, ...]:
    extra = [auxiliary for word, auxiliary in perfect.items() if any(span.contains(word) for span in cue)]
    return (*cue, *extra)


def _row(statement: Statement, document: CorpusDocument, perfect: Mapping[Span, Span]) -> dict[str, Any]:
    has_frame = statement.type in {"direct", "indirect"}
    roles = {
        "quote": statement.spans,
        # *Es gibt Hinweise, dass p*: in the corpus the noun speaks, for us nobody is named.
        "speaker": statement.speaker or (statement.cue if statement.rule == "noun_content" else ()),
        "cue": _with_auxiliary(statement.cue, perfect),
        "frame": statement.frame if has_frame else (),
        "addressee": statement.addressee,
    }
    row: dict[str, Any] = {name: {"tokenIds": tokens_in(spans, document.tokens)} for name, spans in roles.items()}
    return row | {"type": TYPES[statement.type], "medium": MEDIA[statement.medium]}


def tokens_in(spans: Sequence[Span], tokens: Sequence[Span]) -> list[int]:
    """The numbers of the tokens that share a character with one of the spans."""
    return [number for number, token in enumerate(tokens) if any(token.overlaps(span) for span in spans)]


Pair = tuple[Group | None, Group | None]


def pairs(gold: Sequence[Group], system: Sequence[Group], *, strict: bool) -> list[Pair]:
    """Gold and system groups one to one; whoever is left over stands alone."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    matched: list[tuple[int, int]] = []
    if gold and system:
        worth = np.array([[_worth(one, other) for other in system] for one in gold])
        rows, columns = linear_sum_assignment(worth, maximize=True)
        matched = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]
        if strict:
            matched = [(i, j) for i, j in matched if gold[i].quote & system[j].quote]
    left, right = {i for i, _ in matched}, {j for _, j in matched}
    return [
        *((gold[i], system[j]) for i, j in matched),
        *((group, None) for i, group in enumerate(gold) if i not in left),
        *((None, group) for j, group in enumerate(system) if j not in right),
    ]


def _worth(one: Group, other: Group) -> float:
    common = 2 * len(one.quote & other.quote) / (len(one.quote) + len(other.quote))
    return common + 0.01 * (one.type == other.type) + 0.001 * (one.medium == other.medium)


def score(found: Iterable[tuple[Sequence[Group], Sequence[Group]]], *, strict: bool = False) -> dict[str, Any]:
    """The figures over documents given as (gold groups, system groups)."""
    paired = [pair for gold, system in found for pair in pairs(gold, system, strict=strict)]
    single = {name: _cell_score(paired, (name,)) for name in CELLS}
    labels = {name: _label_score(paired, name) for name in ("type", "medium")}
    types = {
        code: _label_score(
            [pair for pair in paired if any(g is not None and g.type == code for g in pair)], "type", code
        )
        for code in TYPES.values()
    }
    roles, joint = _cell_score(paired, ROLES), _cell_score(paired, CELLS)
    return {**single, "roles": roles, "joint": joint, **labels, "per_type": types}


def _cell_score(paired: Sequence[Pair], names: Sequence[str]) -> dict[str, float]:
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, system in paired:
        for name in names:
            one = gold.cells[name] if gold is not None else frozenset()
            other = system.cells[name] if system is not None else frozenset()
            if other:
                precisions.append(len(one & other) / len(other))
            if one:
                recalls.append(len(one & other) / len(one))
    return precision_recall_f1_of(_mean(precisions), _mean(recalls))


def _label_score(paired: Sequence[Pair], name: str, code: str | None = None) -> dict[str, float]:
    golds = [getattr(gold, name) if gold is not None else None for gold, _ in paired]
    systems = [getattr(system, name) if system is not None else None for _, system in paired]
    right = sum(
        gold is not None and gold == system and code in {None, gold}
        for gold, system in zip(golds, systems, strict=True)
    )
    wanted = [value for value in golds if value is not None and code in {None, value}]
    given = [value for value in systems if value is not None and code in {None, value}]
    return precision_recall_f1(right, len(given), len(wanted))


def precision_recall_f1_of(precision: float, recall: float) -> dict[str, float]:
    """The three figures from two means."""
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
