"""Texts to analyses with Stanza: with `recut`, `scores` and `direct` all that knows which program parses.

Stanza (Qi et al. 2020, https://aclanthology.org/2020.acl-demos.14) is imported when the first text is parsed, so that
importing this module costs nothing. The network is never used. Every part of a document is parsed by itself: Stanza
takes a single line break for a blank, so parts are joined by blank lines, which always end a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrib.errors import ModelError, ResourceError
from attrib.models import ModelFiles, find_models
from attrib.parse.full_stops import FullStops, full_stops
from attrib.parse.hints import hints, takes_hints
from attrib.parse.loading import quiet, stanza_pipeline
from attrib.parse.mood import Form, correct_moods, load_forms
from attrib.parse.morphology.bundles import Scores
from attrib.parse.morphology.decoding import Morphology
from attrib.parse.morphology.table import load_table
from attrib.parse.recut import Maker, recut, spans_of
from attrib.parse.scores import columns_of, tag
from attrib.records import Part, Span
from attrib.text.analysis import Analysis, Entity, Sentence, Word
from attrib.text.loading import languages, load_language
from attrib.text.parts import UNREAD
from attrib.text.table import cells

if TYPE_CHECKING:
    from attrib.parse.direct.reader import Reader

LONGEST_SENTENCE = 250
"""Words; the memory of dependency parsing grows with the square of the sentence."""
LONGEST_RUN = 300
"""Characters without a blank; longer ones are data, not words, and are cut."""
WORDS_AT_ONCE = 20_000
"""About this many words are held in memory by Stanza at a time."""
ODD_BLANK = re.compile(r"[\s\u0080-\u009f\u200b\ufeff]")
EMPHASIS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_])")
"""Marks of Markdown around words, which the tokeniser takes for their letters; not *Schüler*innen*."""
CLAUSE_END = re.compile(r"[,;:–—|•]")
KINDS = {"PER", "LOC", "ORG"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one part that is parsed by itself: `start` counts from the beginning of the document."""

    part: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A document as Stanza leaves it, with the tagger's scores of each sentence if they were asked for."""

    pieces: list[Piece]
    document: Any
    scores: list[Scores]


class Parser:
    """Loads the models once; `analyse` turns texts cut into parts into analyses."""

    def __init__(
        self, *, language: str = "de", models: Path | None = None, threads: int | None = None, direct: bool = True
    ) -> None:
        """`direct=False` leaves every step to Stanza, so that another program gets Stanza's documents."""
        self.files: ModelFiles = find_models(language, models)
        self.language = language
        self.threads = threads
        self._wants_direct = direct
        self._direct: Reader | None = None
        self._pipeline: Any = None
        self._forms: dict[str, Form] = {}
        self._stops: FullStops | None = None
        self._morphology: Morphology | None = None

    @property
    def fingerprint(self) -> str:
        """A short hash over the model files and Stanza's version; nothing is loaded."""
        return self.files.fingerprint

    def analyse(self, documents: Sequence[tuple[str, Sequence[Part]]]) -> list[Analysis]:
        """One analysis for each document: its unaltered text and its parts."""
        found: list[Analysis] = []
        for batch in _batches(documents):
            found += self._analyse_batch(batch)
        return found

    def _analyse_batch(self, documents: Sequence[tuple[str, Sequence[Part]]]) -> list[Analysis]:
        pieces = [pieces_of(text, parts) for text, parts in documents]
        self.load()
        with quiet():
            parsed = self._parse(self._pipeline, pieces)
        return [self._analysis(text, one) for (text, _), one in zip(documents, parsed, strict=True)]

    def _parse(self, pipeline: Any, pieces: list[list[Piece]]) -> list[_Parsed]:
        """Tokenise, cut sentences that are too long, then run everything else."""
        import torch

        before = torch.get_num_threads()
        if self.threads is not None:
            torch.set_num_threads(self.threads)
        try:
            tokenised = self.tokenised(pieces)
            for index, (cut, document) in enumerate(zip(pieces, tokenised, strict=True)):
                shorter = without_long_sentences(cut, spans_of(document))
                if shorter != cut:
                    pieces[index] = shorter
                    tokenised[index : index + 1] = self.tokenised([shorter])
            filled = [document for document in tokenised if document.sentences]
            scores = iter(self._direct.annotate(filled) if self._direct else self._annotate(pipeline, filled))
        finally:
            torch.set_num_threads(before)
        return [
            _Parsed(cut, document, next(scores) if document.sentences else [])
            for cut, document in zip(pieces, tokenised, strict=True)
        ]

    def _annotate(self, pipeline: Any, documents: list[Any]) -> list[list[Scores]]:
        """Tag and parse tokenised documents in place; the tagger's scores of each, none without a morphology."""
        rest = [name for name in pipeline.processors if name not in {"tokenize", "mwt"}]
        scores: list[list[Scores]] = [[] for _ in documents]
        if self._morphology is not None and documents:
            scores = tag(pipeline.processors["pos"], documents)
            rest.remove("pos")
            self._tell(pipeline, documents, scores)
        rest.remove("depparse")
        pipeline.process(documents, processors=rest)
        if documents:
            from attrib.parse.direct import arcs

            arcs.parse(pipeline.processors["depparse"], documents)
        return scores

    def _tell(self, pipeline: Any, documents: list[Any], scores: list[list[Scores]]) -> None:
        """Put hints into Stanza's documents if the parser takes them."""
        if self._morphology is None or not takes_hints(pipeline.processors["depparse"]):
            return
        for document, found in zip(documents, scores, strict=True):
            for sentence, rows in zip(document.sentences, found, strict=True):
                forms, tags = zip(*((word.text, word.upos) for word in sentence.words), strict=True)
                for word, code in zip(sentence.words, hints(self._morphology, forms, tags, rows), strict=True):
                    word.xpos = code

    def tokenised(self, pieces: Sequence[Sequence[Piece]]) -> list[Any]:
        """For the pieces of each document a document with tokens and sentences, mended at full stops."""
        self.load()
        documents, make = self._cut(pieces)
        return [recut(document, self._stops, make) if self._stops else document for document in documents]

    def _cut(self, pieces: Sequence[Sequence[Piece]]) -> tuple[list[Any], Maker]:
        """The documents as the tokeniser has them, and how others of the kind are made."""
        if self._direct is not None:
            from attrib.parse.direct.document import made

            texts = [(joined(cut), [piece.text for piece in cut], starts_of(cut)) for cut in pieces]
            return list(self._direct.tokenised(texts)), made
        from stanza.models.common.doc import Document

        return self._pipeline.bulk_process([joined(cut) for cut in pieces], processors="tokenize"), Document

    def load(self) -> None:
        """Load the models if they are not; ModelError if they cannot be."""
        if self._pipeline is not None:
            return
        try:
            with quiet():
                if self.files.subjunctive:
                    self._forms = load_forms(self.files.subjunctive)
                if self.language in languages():
                    known = load_language(self.language)
                    self._stops = full_stops(known.lexicon.abbreviations, known.words, self.files.full_stops)
                pipeline = stanza_pipeline(self.files, self.language)
                self._morphology = self._load_morphology(pipeline)
                self._direct = self._make_direct(pipeline)
                self._pipeline = pipeline
        except Exception as error:  # whatever a damaged file provokes in PyTorch
            reason = " ".join(str(error).split())
            raise ModelError(
                f"The models in {self.files.folder} cannot be loaded ({type(error).__name__}: {reason[:120]}). A file "
                "is damaged, or does not fit the version of Stanza: install attrib again, or fetch the models again.",
                seen=str(self.files.folder),
            ) from error

    def _make_direct(self, pipeline: Any) -> "Reader | None":
        """The short way, if the models are of the kind that it knows."""
        from attrib.parse.direct import reader

        if not self._wants_direct or not reader.fits(pipeline.processors):
            return None
        return reader.Reader(pipeline.processors, self._morphology)

    def _load_morphology(self, pipeline: Any) -> Morphology | None:
        """What corrects the tagger's features, if the models come with a table and the language is installed."""
        if self.files.morphology is None or self.language not in languages():
            return None
        known = load_language(self.language)
        return Morphology(
            load_table(self.files.morphology),
            columns_of(pipeline.processors["pos"]),
            paradigms=known.paradigms,
            prepositions=known.governing_prepositions,
            passive_auxiliaries=known.words.passive_auxiliaries,
        )

    def _analysis(self, text: str, parsed: _Parsed) -> Analysis:
        """Stanza's document with its places in the unaltered text, features corrected."""
        starts = starts_of(parsed.pieces)
        scores = iter(parsed.scores)
        sentences: list[Sentence] = []
        current = 0
        for number, found in enumerate(parsed.document.sentences):
            while current + 1 < len(starts) and starts[current + 1] <= found.tokens[0].start_char:
                current += 1
            shift = parsed.pieces[current].start - starts[current]
            words = list(_words(text, found, shift))
            if self._morphology is not None:
                words = self._morphology.corrected(words, next(scores))
            words = correct_moods(words, self._forms)
            entities = tuple(
                Entity(entity.start_char + shift, entity.end_char + shift, entity.type)
                for entity in found.ents
                if entity.type in KINDS
            )
            part = parsed.pieces[current].part
            sentences.append(Sentence(number, part, words[0].start, words[-1].end, tuple(words), entities))
        return Analysis(tuple(sentences))


def _batches(documents: Sequence[tuple[str, Sequence[Part]]]) -> Iterator[list[tuple[str, Sequence[Part]]]]:
    """The documents in groups of about WORDS_AT_ONCE words, counted as seven characters."""
    batch: list[tuple[str, Sequence[Part]]] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document[0])
        if size > 7 * WORDS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def pieces_of(text: str, parts: Iterable[Part]) -> list[Piece]:
    """The parts that are read and hold something, endless runs cut.

    A table is cut into its cells. Line breaks, odd blanks and marks of emphasis are replaced by blanks one for one.
    """
    return [
        Piece(part.number, stretch.start + start, cleaned[start:end])
        for part in parts
        if part.kind not in UNREAD
        for stretch in _stretches(text, part)
        for cleaned in [ODD_BLANK.sub(" ", EMPHASIS.sub(_blank, text[stretch.start : stretch.end]))]
        for start, end in _without_endless_runs(cleaned)
        if cleaned[start:end].strip()
    ]


def _blank(marks: re.Match[str]) -> str:
    return " " * len(marks.group())


def _stretches(text: str, part: Part) -> Iterator[Span]:
    """What is parsed by itself: no sentence of a table goes on in the next cell."""
    whole = Span(part.start, part.end)
    yield from cells(text, whole) if part.kind == "table" else (whole,)


def _without_endless_runs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for run in re.finditer(rf"\S{{{LONGEST_RUN}}}(?=\S)", text):
        yield start, run.end()
        start = run.end()
    yield start, len(text)


def joined(pieces: Sequence[Piece]) -> str:
    """The pieces as one text for Stanza, blank lines between them."""
    return "\n\n".join(piece.text for piece in pieces)


def starts_of(pieces: Sequence[Piece]) -> list[int]:
    """Where each piece begins in the joined text."""
    starts, position = [], 0
    for piece in pieces:
        starts.append(position)
        position += len(piece.text) + 2
    return starts


def without_long_sentences(pieces: list[Piece], sentences: Sequence[Sequence[tuple[int, int]]]) -> list[Piece]:
    """The pieces, cut wherever a sentence (token spans in the joined text) is longer than the parser should get."""
    text = joined(pieces)  # once: it is as long as the document
    cuts = [place for tokens in sentences for place in _cuts(text, tokens)]
    if not cuts:
        return pieces
    found: list[Piece] = []
    for piece, begin in zip(pieces, starts_of(pieces), strict=True):
        inside = [place - begin for place in cuts if begin < place < begin + len(piece.text)]
        for start, end in zip([0, *inside], [*inside, len(piece.text)], strict=True):
            if piece.text[start:end].strip():
                found.append(Piece(piece.part, piece.start + start, piece.text[start:end]))
    return found


def _cuts(text: str, tokens: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Places that cut a sentence into stretches of at most LONGEST_SENTENCE tokens, after a comma if there is one."""
    begin = 0
    while len(tokens) - begin > LONGEST_SENTENCE:
        last = begin + LONGEST_SENTENCE - 1
        half = begin + LONGEST_SENTENCE // 2
        commas = (index for index in range(last, half, -1) if CLAUSE_END.fullmatch(text[slice(*tokens[index])]))
        end = next(commas, last)
        yield tokens[end][1]
        begin = end + 1


def _words(text: str, sentence: Any, shift: int) -> Iterator[Word]:
    for token in sentence.tokens:
        start, end = token.start_char + shift, token.end_char + shift
        surface = ODD_BLANK.sub("", text[start:end])
        if token.text != "<UNK>" and surface != ODD_BLANK.sub("", token.text):
            raise ResourceError(
                f"The tokeniser moved a word: {token.text!r} should stand at {start}–{end}, where the text has "
                f"{surface!r}. Use the models that came with this version.",
                seen=token.text,
                allowed=surface,
            )
        for index, word in enumerate(token.words):
            yield Word(
                number=word.id,
                text=word.text,
                lemma=word.lemma or word.text,
                upos=word.upos or "X",
                feats=word.feats or "",
                head=word.head or 0,
                deprel=(word.deprel or "dep") if word.head else "root",
                start=start,
                end=end,
                surface=len(token.words) if index == 0 and len(token.words) > 1 else 0,
            )
