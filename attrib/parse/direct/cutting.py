"""Texts to sentences and tokens by the layers of Stanza's tokeniser.

A piece is read at once if it is short, else in stretches of a thousand characters, each of which begins behind the last
sentence that the one before saw end, as in Stanza.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.tokenization.data import PER_CHAR_FEAT_FUNCS, POSITION_FEAT_FUNCS
from stanza.models.tokenization.utils import update_pred_regex

from attrib.parse.direct.batches import Numbers, batches
from attrib.parse.direct.document import Sentence, Token, Word

LONGEST = 1000
"""Characters that are read at once, or that a token may have."""
AT_ONCE = 40_000
"""Characters of short pieces that are read together."""
UNKNOWN = "<UNK>"
"""What Stanza calls a longer token."""
ADDRESS = ("@", "://", "www.", ".gov.", ".org.", ".edu.", ".net.", ".com.", ".co.")
"""Without one of these there is no address of mail or web in a text, and Stanza's pattern need not look for one."""
CONTRACTION = (3, 4)
SENTENCE_END = (2, 4)


@dataclass(slots=True)
class _Line:
    """A piece as the model reads it: single blanks, none at the end."""

    text: str
    places: Numbers
    """Where each character stands in the piece."""
    units: Numbers
    features: NDArray[np.float32]


def fits(processor: Any) -> bool:
    """Whether a tokeniser is of the kind that is known here: characters and simple features of them."""
    model, options = processor.trainer.model, processor.trainer.args
    asked = ("pretokenized", "no_ssplit", "postprocessor", "speaker_delim")
    return (
        model.charmodel is None
        and not options["use_dictionary"]
        and not options["skip_newline"]
        and options["shorthand"] != "la_ittb"
        and not processor.vocab.lang_replaces_spaces
        and set(options["feat_funcs"]) <= PER_CHAR_FEAT_FUNCS.keys() | POSITION_FEAT_FUNCS
        and not any(processor.config.get(name) for name in asked)
    )


def expands(processor: Any) -> bool:
    """Whether contractions are expanded by a list alone."""
    return bool(processor.config["dict_only"])


class Cutter:
    """Stanza's tokeniser, and the list of contractions if there is one."""

    def __init__(self, processor: Any, contractions: Any) -> None:
        self._model = processor.trainer.model.eval()
        self._vocabulary = processor.vocab
        self._contractions = None if contractions is None else contractions.trainer
        names = processor.trainer.args["feat_funcs"]
        self._functions = [PER_CHAR_FEAT_FUNCS[name] for name in names if name in PER_CHAR_FEAT_FUNCS]
        self._positions = [place for name, place in (("end_of_para", -1), ("start_of_para", 0)) if name in names]
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, pieces: Sequence[str], starts: Sequence[int]) -> list[list[Sentence]]:
        """The sentences of each piece, a text without line breaks; places count from `starts`."""
        lines = [self._line(piece) for piece in pieces]
        labels: dict[int, Numbers] = {}
        for place, line in enumerate(lines):
            if len(line.text) >= LONGEST:
                labels[place] = self._in_stretches(line)
        short = [place for place, line in enumerate(lines) if 0 < len(line.text) < LONGEST]
        for group in batches([len(lines[place].text) for place in short], AT_ONCE):
            chosen = [short[place] for place in group]
            labels |= zip(chosen, self._labels([lines[place] for place in chosen]), strict=True)
        return [
            list(self._sentences(line, labels[place], start)) if line.text else []
            for place, (line, start) in enumerate(zip(lines, starts, strict=True))
        ]

    def _line(self, piece: str) -> _Line:
        text = piece.rstrip()
        kept = [place for place, unit in enumerate(text) if unit != " " or not place or text[place - 1] != " "]
        text = "".join([text[place] for place in kept])
        table = np.array([self._known.get(unit) or self._look_up(unit) for unit in text], dtype=np.int64)
        table = table.reshape(len(text), 1 + len(self._functions))
        ends = np.zeros((len(text), len(self._positions)))
        for column, place in enumerate(self._positions if text else ()):
            ends[place, column] = 1
        features = np.concatenate([table[:, 1:], ends], axis=1).astype(np.float32)
        return _Line(text, np.array(kept, dtype=np.int64), table[:, 0], features)

    def _look_up(self, unit: str) -> tuple[int, ...]:
        found = (self._vocabulary.unit2id(unit), *(function(unit) for function in self._functions))
        self._known[unit] = found
        return found

    def _labels(self, lines: Sequence[_Line]) -> Iterator[Numbers]:
        """What each character of short lines is, longest first; each is read with one empty character behind it."""
        width = len(lines[0].text) + 1
        units = np.zeros((len(lines), width), dtype=np.int64)
        features = np.zeros((len(lines), width, lines[0].features.shape[1]), dtype=np.float32)
        for row, line in enumerate(lines):
            units[row, : len(line.text)] = line.units
            features[row, : len(line.text)] = line.features
        found = self._read(units, features, [len(line.text) + 1 for line in lines])
        return (row[: len(line.text)] for row, line in zip(found, lines, strict=True))

    def _in_stretches(self, line: _Line) -> Numbers:
        found: list[Numbers] = []
        start, length = 0, len(line.text)
        while start < length:
            end = min(start + LONGEST, length)
            (labels,) = self._read(line.units[None, start:end], line.features[None, start:end], [end - start])
            ends = np.flatnonzero(np.isin(labels, SENTENCE_END))
            if len(ends) and start < length - LONGEST:
                labels = labels[: ends[-1] + 1]
            found.append(labels)
            start += len(labels)
        return np.concatenate(found)

    def _read(self, units: Numbers, features: NDArray[np.float32], lengths: list[int]) -> Numbers:
        with torch.inference_mode():
            found: Numbers = self._model(torch.from_numpy(units), torch.from_numpy(features), lengths).argmax(2).numpy()
        return found

    def _sentences(self, line: _Line, labels: Numbers, start: int) -> Iterator[Sentence]:
        """The tokens between the labels, by sentence."""
        labels[-1] = 4 if labels[-1] in CONTRACTION else 2
        if any(mark in line.text for mark in ADDRESS):
            labels = update_pred_regex(list(line.text), labels)
        tokens: list[Token] = []
        words = begin = 0
        for end in (np.flatnonzero(labels) + 1).tolist():
            raw = line.text[begin:end]
            text = raw.lstrip()
            first, begin = end - len(text), end
            if not text:
                continue
            forms = self._forms(text, int(labels[end - 1]))
            place = start + int(line.places[first]), start + int(line.places[end - 1]) + 1
            numbered = [Word(number, form) for number, form in enumerate(forms, start=words + 1)]
            tokens.append(Token(*place, text if len(text) <= LONGEST else UNKNOWN, numbered))
            words += len(forms)
            if labels[end - 1] in SENTENCE_END:
                yield Sentence(tokens)
                tokens, words = [], 0
        if tokens:
            yield Sentence(tokens)

    def _forms(self, text: str, label: int) -> list[str]:
        """The words of a token."""
        if len(text) > LONGEST:
            return [UNKNOWN]
        if self._contractions is None or label not in CONTRACTION:
            return [text]
        forms = (self._contractions.dict_expansion(text) or text).split()
        return forms if len(forms) > 1 else [text]
