"""End-to-end scores from raw text with the official UD scorer (CoNLL 2018 shared task), as Stanza carries it."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrib.parse.parser import EMPHASIS, Parser
from attrib.records import Part
from attrib.text.analysis import Analysis, Sentence
from training.treebank import Tree, conllu

MEASURES = {
    "tokens": "Tokens",
    "sentences": "Sentences",
    "words": "Words",
    "upos": "UPOS",
    "feats": "UFeats",
    "lemmas": "Lemmas",
    "uas": "UAS",
    "las": "LAS",
}


def raw_text(trees: Iterable[Tree]) -> str:
    """The sentences as one running text, without a hint where one ends."""
    return " ".join(tree.text for tree in trees)


def parse(parser: Parser, text: str) -> Analysis:
    """The analysis of a text that is one paragraph."""
    part = Part(document="score", number=0, kind="paragraph", start=0, end=len(text))
    return parser.analyse([(text, [part])])[0]


def system_conllu(analysis: Analysis, text: str) -> str:
    """The analysis with surface tokens, as the scorer wants it."""
    return "".join(_system_sentence(sentence, text) for sentence in analysis.sentences)


def _system_sentence(sentence: Sentence, text: str) -> str:
    lines: list[str] = []
    for word in sentence.words:
        if word.surface:
            last = word.number + word.surface - 1
            lines.append("\t".join([f"{word.number}-{last}", text[word.start : word.end], *["_"] * 8]))
        columns = [str(word.number), word.text, word.lemma, word.upos, "_", word.feats or "_"]
        lines.append("\t".join([*columns, str(word.head), word.deprel, "_", "_"]))
    return "\n".join(lines) + "\n\n"


def scores(gold: Sequence[Tree], analysis: Analysis, text: str) -> dict[str, float]:
    """F1 of each measure in per cent."""
    from stanza.models.common.utils import ud_scores

    gold_file = io.StringIO("".join(conllu(tree) for tree in gold))
    result = ud_scores(gold_file, io.StringIO(system_conllu(analysis, text)))
    return {name: round(100 * result[key].f1, 2) for name, key in MEASURES.items()}


def subjunctive_scores(gold: Sequence[Tree], analysis: Analysis, text: str) -> tuple[int, int, int]:
    """How many subjunctive verbs were found, how many of them rightly, how many there are; matched by place."""
    found = {(word.start, word.text) for word in analysis.words if word.has("Mood=Sub")}
    wanted: set[tuple[int, str]] = set()
    position = 0
    for tree in gold:
        number = 1
        starts = {contraction.first: contraction for contraction in tree.contractions}
        for form, space, _ in tree.tokens:
            position = text.index(form, position)
            contraction = starts.get(number)
            last = contraction.last if contraction else number
            for node in tree.nodes[number - 1 : last]:
                if "Mood=Sub" in node.feats.split("|"):
                    wanted.add((position, node.form))
            position += len(form) + (0 * space)
            number = last + 1
    return len(found), len(found & wanted), len(wanted)


def f1(found: int, right: int, wanted: int) -> float:
    """The harmonic mean of precision and recall in per cent."""
    return round(200 * right / (found + wanted), 2) if found + wanted else 0.0


def score_models(
    models: Path, corpus_parts: Mapping[str, Sequence[Tree]], *, language: str = "de"
) -> dict[str, dict[str, float]]:
    """All measures for each named set of sentences; those of the Konjunktiv where there is one.

    Sentences with marks of Markdown are left out: the parser reads them as blanks.
    """
    parser = Parser(language=language, models=models)
    results: dict[str, dict[str, float]] = {}
    for name, found in corpus_parts.items():
        trees = [tree for tree in found if EMPHASIS.search(tree.text) is None]
        text = raw_text(trees)
        analysis = parse(parser, text)
        results[name] = scores(trees, analysis, text)
        if parser.files.subjunctive is not None:
            results[name]["konjunktiv"] = f1(*subjunctive_scores(trees, analysis, text))
    return results
