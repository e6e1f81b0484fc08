"""Writes what tests read instead of running a parser: `python -m tests.freeze [MODELS]`.

Parses the five seeds, every case and every example of the word lists with the shipped models (or those of the folder
MODELS) into `tests/analyses`, and writes what the rules make of them: the annotation of the seeds (`tests/golden`), the
answers in `docs/sql.md` and the list of examples that fail. After a change of rules alone
`python -m tests.freeze --rules` does only that. Review the difference before you commit it.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrib.parse.parser import Parser
from attrib.text.analysis import Analysis, write_conllu
from tests import frozen
from tests.publish import sql_answers


def freeze_seeds(parser: Parser) -> None:
    """One CoNLL-U file for each of the five articles."""
    documents = [frozen.seed_document(path) for path in frozen.SEEDS]
    analyses = parser.analyse([(document.text, frozen.parts_of(document)) for document in documents])
    for path, analysis in zip(frozen.SEEDS, analyses, strict=True):
        (frozen.ANALYSES / f"{path.stem}.conllu").write_text(write_conllu(analysis), encoding="utf-8")


def freeze_texts(parser: Parser, name: str, texts: Iterable[str]) -> None:
    """One file for many short texts."""
    parsed = parse(parser, list(dict.fromkeys(texts)))
    content = frozen.write_several(parsed, compressed=name.endswith(".gz"))
    (frozen.ANALYSES / name).write_bytes(content)


def parse(parser: Parser, texts: Sequence[str]) -> list[tuple[str, Analysis]]:
    """The analyses of short texts by their keys."""
    documents = [frozen.short_document(text) for text in texts]
    analyses = parser.analyse([(document.text, frozen.parts_of(document)) for document in documents])
    return [(frozen.key_of(text), analysis) for text, analysis in zip(texts, analyses, strict=True)]


def write_golden() -> None:
    """One JSON file for each of the five articles, from the analyses on the disk."""
    frozen.annotated_seed.cache_clear()
    for path in frozen.SEEDS:
        text = frozen.golden(frozen.annotated_seed(path))
        (frozen.GOLDEN / f"{path.stem}.json").write_text(text, encoding="utf-8")


FAILING = """\
# Examples of the word lists in which the rules do not find the entry yet. A test fails if another one fails, and if one
# of these is found. Written by `python -m tests.freeze`.
"""


def write_failing_examples() -> None:
    """The list of examples that the rules do not get right, from the analyses on the disk."""
    frozen.short_analyses.cache_clear()
    text = FAILING
    for name in frozen.example_lists():
        failing = frozen.failing_examples(name)
        text += f"{name}:\n" if failing else f"{name}: []\n"
        text += "".join(f"  - {json.dumps(example, ensure_ascii=False)}\n" for example in failing)
    frozen.EXAMPLES_TO_FAIL.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Everything, or the golden files alone."""
    frozen.ANALYSES.mkdir(exist_ok=True)
    frozen.GOLDEN.mkdir(exist_ok=True)
    if "--rules" not in arguments:
        parser = Parser(models=Path(arguments[0]) if arguments else None, threads=1)
        freeze_seeds(parser)
        freeze_texts(parser, "cases.conllu", (case.text for _, case in frozen.cases()))
        freeze_texts(
            parser, "mentions.conllu.gz", [case.text for case in (*frozen.mention_cases(), *frozen.chain_cases())]
        )
        freeze_texts(parser, "examples.conllu.gz", frozen.examples())
        freeze_texts(parser, "stands.conllu.gz", (item.text for item in frozen.stand_texts()))
    write_golden()
    write_failing_examples()
    sql_answers.PAGE.write_text(sql_answers.answered(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
