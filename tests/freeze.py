"""Writes what tests read instead of running a parser.

python -m tests.freeze [MODELS]                 everything anew: after new models
python -m tests.freeze [MODELS] --add TEXT …    these texts alone; prints their trees and what the rules find in them.
                                                Without TEXT, whatever tests use and its file does not hold yet
python -m tests.freeze --rules                  no text: after a change of rules or lists alone

Parses the five seeds, every case and every example of the word lists and the rules with the shipped models (or those of
the folder MODELS) into `tests/analyses`, and writes what the rules make of them: the annotation of the seeds
(`tests/golden`), the answers in `docs/sql.md` and the list of examples that fail. Review the difference before you
commit it.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from attrib.parse.parser import Parser
from attrib.records import Part, Statement
from attrib.text.analysis import Analysis, Word, write_conllu
from tests import frozen
from tests.publish import sql_answers

SPARE = "cases.conllu"
"""Where a text is kept that no case or example has yet."""


class Parsing(Protocol):
    """What is needed of a parser."""

    def analyse(self, documents: Sequence[tuple[str, Sequence[Part]]]) -> list[Analysis]:
        """One analysis for each document: its text and its parts."""


def freeze_seeds(parser: Parsing) -> None:
    """One CoNLL-U file for each of the five articles."""
    documents = [frozen.as_read(frozen.seed_document(path)) for path in frozen.SEEDS]
    analyses = parser.analyse([(document.text, parts) for document, parts in documents])
    for path, analysis in zip(frozen.SEEDS, analyses, strict=True):
        (frozen.ANALYSES / f"{path.stem}.conllu").write_text(write_conllu(analysis), encoding="utf-8")


def freeze_texts(parser: Parsing) -> None:
    """The files of short texts, each with what is in use and nothing else."""
    for name, texts in frozen.texts_of_files().items():
        frozen.write_blocks(frozen.ANALYSES / name, parsed(parser, texts))


def parsed(parser: Parsing, texts: Iterable[str]) -> dict[str, str]:
    """The analyses of short texts as CoNLL-U, by their keys."""
    documents = [frozen.as_read(frozen.short_document(text)) for text in dict.fromkeys(texts)]
    analyses = parser.analyse([(document.text, parts) for document, parts in documents])
    return {document.id: write_conllu(analysis) for (document, _), analysis in zip(documents, analyses, strict=True)}


def add(texts: Iterable[str], make_parser: Callable[[], Parsing]) -> Iterator[str]:
    """Freeze these texts and say of each what was done; no model is loaded if all of them are frozen already."""
    homes = files_by_key()
    wanted = {frozen.key_of(text): text for text in texts}
    new = {key: text for key, text in wanted.items() if key not in homes}
    moved = {key: text for key, text in wanted.items() if key in homes and is_spare(text, homes[key])}
    blocks = {key: frozen.read_blocks(frozen.ANALYSES / homes[key])[key] for key in moved}
    blocks |= parsed(make_parser(), new.values()) if new else {}
    if moved:
        spare = frozen.read_blocks(frozen.ANALYSES / SPARE)
        frozen.write_blocks(frozen.ANALYSES / SPARE, {key: spare[key] for key in spare if key not in moved})
    for name, used in frozen.texts_of_files().items():
        own = {key: blocks[key] for key in blocks if file_for(wanted[key]) == name}
        if own:
            path, order = frozen.ANALYSES / name, [frozen.key_of(text) for text in used]
            frozen.write_blocks(path, inserted(frozen.read_blocks(path), own, order=order))
    for key, text in wanted.items():
        yield told(text) if key in blocks else f"frozen already in {homes[key]}, no models needed: {text!r}"


def is_spare(text: str, home: str) -> bool:
    """Whether a text was frozen before it had a case or an example, and now has one in another file."""
    return home == SPARE and file_for(text) != SPARE


def inserted(kept: Mapping[str, str], added: Mapping[str, str], *, order: Sequence[str]) -> dict[str, str]:
    """What is kept as it was, and what is added where everything frozen anew would have it; at the end if unused."""
    keys = list(kept)
    for key in sorted(added, key=lambda each: order.index(each) if each in order else len(order)):
        before = order[: order.index(key)] if key in order else keys
        last = next((each for each in reversed(before) if each in keys), None)
        keys.insert(0 if last is None else keys.index(last) + 1, key)
    return {key: added[key] if key in added else kept[key] for key in keys}


def file_for(text: str) -> str:
    """The file that holds the analysis of a text, by the first use of it."""
    return next((name for name, used in frozen.texts_of_files().items() if text in used), SPARE)


def told(text: str) -> str:
    """What was done with a text that was not frozen yet."""
    is_used = text in frozen.texts_of_files()[file_for(text)]
    unused = "" if is_used else " (no case or example has it yet; freezing everything anew drops it)"
    return f"parsed and frozen in {file_for(text)}: {text!r}{unused}"


def missing_texts() -> list[str]:
    """What tests use and its file does not hold."""
    held = files_by_key()
    used = dict.fromkeys(text for texts in frozen.texts_of_files().values() for text in texts)
    homes = {text: held.get(frozen.key_of(text)) for text in used}
    return [text for text, home in homes.items() if home is None or is_spare(text, home)]


def shown(text: str) -> str:
    """How the models take a frozen text, a word a line, and what the rules make of it, a statement a line."""
    words = [line_of(word) for word in frozen.short_analysis(text).words]
    return "\n".join([*words, *(row_of(text, item) for item in frozen.annotated_text(text).statements)])


def line_of(word: Word) -> str:
    """Number, word, lemma, tag, head, relation, features."""
    tree = f"{word.upos:<6} {word.head:>3}  {word.deprel:<12}"
    return f"{word.number:>4}  {word.text:<20} {word.lemma:<20} {tree} {word.feats}".rstrip()


def row_of(text: str, statement: Statement) -> str:
    """The rule of a statement, its marker, who is credited, the words."""
    speaker = " ".join(text[span.start : span.end] for span in statement.speaker)
    return f"  {statement.rule} ({statement.marker}), {speaker or 'nobody'}: {statement.exact}"


def files_by_key() -> dict[str, str]:
    """Which file holds the analysis of a text."""
    return {key: name for name in frozen.texts_of_files() for key in frozen.read_blocks(frozen.ANALYSES / name)}


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


def write_what_rules_make() -> None:
    """The golden files, the failing examples and the answers, from the analyses on the disk."""
    write_golden()
    write_failing_examples()
    sql_answers.PAGE.write_text(sql_answers.answered(), encoding="utf-8")


def options() -> argparse.ArgumentParser:
    """The command line."""
    found = argparse.ArgumentParser(
        prog="python -m tests.freeze",
        description="Write what tests read instead of running a parser: analyses, and what the rules make of them.",
        epilog="Without an option, everything: all texts are parsed again, and analyses that no test uses are dropped.",
    )
    found.add_argument("models", nargs="?", type=Path, metavar="MODELS", help="a folder of models; else the shipped")
    kind = found.add_mutually_exclusive_group()
    kind.add_argument(
        "--add",
        nargs="*",
        metavar="TEXT",
        help="parse these texts alone and leave every other analysis as it is; a text that is frozen already needs no "
        "models. Prints their words with tags and tree, and the statements found. Without TEXT: what cases and "
        "examples hold and their file does not yet. Then run --rules",
    )
    kind.add_argument("--rules", action="store_true", help="parse nothing: write what the rules make of the analyses")
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Everything, some texts, or what the rules make of them."""
    given = options().parse_args(arguments)
    if given.add is not None:
        done = add(given.add or missing_texts(), lambda: Parser(models=given.models, threads=1))
        print("\n".join(done) or "Every text that tests use is frozen already; no models were needed.")
        frozen.short_analyses.cache_clear()
        print(*(f"\n{text}\n{shown(text)}" for text in given.add), sep="\n")
        return
    if not given.rules:
        frozen.ANALYSES.mkdir(exist_ok=True)
        frozen.GOLDEN.mkdir(exist_ok=True)
        parser = Parser(models=given.models, threads=1)
        freeze_seeds(parser)
        freeze_texts(parser)
    write_what_rules_make()


if __name__ == "__main__":
    main()
