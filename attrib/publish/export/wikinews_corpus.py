"""Quotations in the JSON format of the German Wikinews quotation corpus (https://arxiv.org/abs/2404.16764).

The corpus' conventions differ from ours where `attrib evaluate wikinews` says so, and its files hold no author
statements, no sources and no status: what they cannot carry is left out.
"""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrib.publish.export.material import Material, Written
from attrib.publish.export.web_annotation import put
from attrib.records import Annotation, Span
from attrib.statement.wikinews import CELLS, to_corpus
from attrib.text.analysis import Analysis, read_conllu

ARCHIVE = "wikinews.zip"


def write_wikinews(material: Material, folder: Path) -> Iterator[Written]:
    """`wikinews.zip` with one `.json` for each document with full rights."""
    number = 0
    with zipfile.ZipFile(folder / ARCHIVE, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for annotation in material.annotations():
            put(archive, f"{annotation.document.id}.json", corpus_file(annotation))
            number += 1
            material.step()
    yield Written(ARCHIVE, number, "documents", "Quotations in the JSON format of the Wikinews corpus")


def corpus_file(annotation: Annotation) -> dict[str, Any]:
    """One document: its text, sentences and tokens, and the quotations as token numbers."""
    document, analysis = annotation.document, read_conllu(annotation.conllu)
    sentences = [sorted({word.span for word in sentence.words}) for sentence in analysis.sentences]
    tokens = [span for sentence in sentences for span in sentence]
    held = to_corpus(annotation, name=document.name, tokens=tokens)
    return {
        "documentName": document.name,
        "originalText": document.text,
        "tokens": list(_tokens(document.text, sentences)),
        "sentences": list(_sentences(document.text, analysis, sentences)),
        "annotations": [
            {"id": number, **_with_words(row, document.text, tokens)} for number, row in enumerate(held["annotations"])
        ],
    }


def _tokens(text: str, sentences: Sequence[Sequence[Span]]) -> Iterator[dict[str, Any]]:
    number = 0
    for count, sentence in enumerate(sentences, start=1):
        for word, span in enumerate(sentence, start=1):
            yield {
                "id": number, "sentence": count, "word": word, "text": text[span.start : span.end],
                "charBegin": span.start, "charEnd": span.end,
            }  # fmt: skip
            number += 1


def _sentences(text: str, analysis: Analysis, sentences: Sequence[Sequence[Span]]) -> Iterator[dict[str, Any]]:
    begin = 0
    for sentence, spans in zip(analysis.sentences, sentences, strict=True):
        end = begin + len(spans)
        yield {
            "id": sentence.number,
            "begin": begin,
            "end": end,
            "charBegin": sentence.start,
            "charEnd": sentence.end,
            "text": text[sentence.start : sentence.end],
            "tokenIds": list(range(begin, end)),
            "tokens": [text[span.start : span.end] for span in spans],
        }
        begin = end


def _with_words(row: dict[str, Any], text: str, tokens: Sequence[Span]) -> dict[str, Any]:
    cells = {name: _cell(row[name]["tokenIds"], text, tokens) for name in CELLS}
    return {**row, **cells}


def _cell(numbers: Sequence[int], text: str, tokens: Sequence[Span]) -> dict[str, Any]:
    """A cell as the corpus writes it: runs of tokens with their places, `end` excluded."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    spans = [
        {"begin": begin, "end": end, "charBegin": tokens[begin].start, "charEnd": tokens[end - 1].end}
        for begin, end in runs
    ]
    words = " ".join(text[span["charBegin"] : span["charEnd"]] for span in spans)
    return {"spans": spans, "text": words, "tokenIds": list(numbers)}
