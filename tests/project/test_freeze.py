"""A new case needs the models once: its analysis is added to those that are kept, which stay as they are."""

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest

from attrib.records import Part
from attrib.text.analysis import Analysis, Sentence, Word, write_conllu
from tests import freeze, frozen

OLD = "Kim schwieg."
NEW = "Kim sprach."
NEWER = "Kim ging."
UNUSED = "Kim kam."
FILES = {"cases.conllu": (NEW, OLD, NEWER), "examples.conllu.gz": (OLD, "Kim blieb.")}


class OneWord:
    """Takes every text for one word, and notes which it was asked for."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def analyse(self, documents: Sequence[tuple[str, Sequence[Part]]]) -> list[Analysis]:
        """One analysis for each document."""
        self.seen += [text for text, _ in documents]
        return [one_word(text) for text, _ in documents]


def one_word(text: str) -> Analysis:
    """A text that is a word."""
    word = Word(
        number=1, text=text, lemma=text, upos="X", feats="", head=0, deprel="root", start=0, end=len(text), surface=0
    )
    return Analysis((Sentence(0, 0, 0, len(text), (word,), ()),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The frozen analyses of one text that is in use and of one that no longer is."""
    monkeypatch.setattr(frozen, "ANALYSES", tmp_path)
    monkeypatch.setattr(frozen, "texts_of_files", lambda: FILES)
    kept = {frozen.key_of(text): write_conllu(one_word(text)) for text in ("Kim fiel.", OLD)}
    frozen.write_blocks(tmp_path / "cases.conllu", kept)
    return tmp_path


def keys(path: Path) -> list[str]:
    """Which texts a file holds, in order."""
    return list(frozen.read_blocks(path))


def test_only_new_texts_are_parsed(folder: Path) -> None:
    """Those that are there, in whatever file, are not asked of the parser."""
    parser = OneWord()
    told = list(freeze.add([OLD, NEW], lambda: parser))
    assert parser.seen == [NEW]
    assert told == [
        f"frozen already in cases.conllu, no models needed: {OLD!r}",
        f"parsed and frozen in cases.conllu: {NEW!r}",
    ]


def test_no_models_for_what_is_frozen(folder: Path) -> None:
    """The parser is not even made, and nothing is written."""
    before = (folder / "cases.conllu").stat().st_mtime_ns
    (told,) = freeze.add([OLD], lambda: pytest.fail("models were loaded"))
    assert "no models needed" in told
    assert (folder / "cases.conllu").stat().st_mtime_ns == before


def test_other_analyses_stay_to_the_byte(folder: Path) -> None:
    """New ones stand in the order of the cases, what no test uses stays where it was."""
    before = (folder / "cases.conllu").read_text()
    list(freeze.add([NEWER, NEW, UNUSED], OneWord))
    after = (folder / "cases.conllu").read_text()
    assert keys(folder / "cases.conllu") == [frozen.key_of(text) for text in (NEW, "Kim fiel.", OLD, NEWER, UNUSED)]
    assert before in after


def test_a_text_goes_where_it_is_used(folder: Path) -> None:
    """Into a file of its own kind; one that nothing uses is kept with the cases, and that is said."""
    told = list(freeze.add(["Kim blieb.", UNUSED], OneWord))
    assert told[0].startswith("parsed and frozen in examples.conllu.gz: ")
    assert "no case or example has it yet" in told[1]
    assert gzip.decompress((folder / "examples.conllu.gz").read_bytes()).startswith(b"# newdoc id = ")


def test_a_text_moves_to_its_file_once_it_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Frozen to be looked at first, then made an example; no models are needed for that."""
    list(freeze.add([UNUSED], OneWord))
    monkeypatch.setattr(frozen, "texts_of_files", lambda: FILES | {"examples.conllu.gz": (OLD, UNUSED)})
    assert UNUSED in freeze.missing_texts()
    (told,) = freeze.add([UNUSED], lambda: pytest.fail("models were loaded"))
    assert told == f"parsed and frozen in examples.conllu.gz: {UNUSED!r}"
    assert keys(folder / "examples.conllu.gz") == [frozen.key_of(UNUSED)]
    assert frozen.key_of(UNUSED) not in keys(folder / "cases.conllu")


def test_a_text_is_shown_with_its_tree_and_its_statements() -> None:
    """As whoever writes a rule needs to see it."""
    text = "Das Schiff habe zu spät gebremst, sagte der Lotse."
    shown = freeze.shown(text).splitlines()
    assert shown[1].split()[:5] == ["2", "Schiff", "Schiff", "NOUN", "6"]
    assert shown[-1] == "  parenthetical (parenthetical), der Lotse: Das Schiff habe zu spät gebremst"


def test_what_no_file_holds_is_found(folder: Path) -> None:
    """Everything that tests use, without naming it."""
    assert freeze.missing_texts() == [NEW, NEWER, "Kim blieb."]


def test_everything_anew_drops_what_is_not_used(folder: Path) -> None:
    """And gives the order that adding gives."""
    freeze.freeze_texts(OneWord())
    assert keys(folder / "cases.conllu") == [frozen.key_of(text) for text in (NEW, OLD, NEWER)]


def test_files_are_written_as_they_were_read() -> None:
    """The shipped ones, so that adding changes no line of another text."""
    for name in frozen.texts_of_files():
        path = frozen.ANALYSES / name
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
        blocks = frozen.read_blocks(path)
        assert "".join(f"# newdoc id = {key}\n{block}" for key, block in blocks.items()) == text


def test_everything_that_tests_use_is_frozen() -> None:
    """`python -m tests.freeze --add` would find nothing to do."""
    assert freeze.missing_texts() == []


@pytest.mark.parametrize("arguments", [["--rules", "--add"], ["--wrong"]])
def test_options_are_checked(arguments: list[str]) -> None:
    """Rather than everything frozen anew."""
    with pytest.raises(SystemExit):
        freeze.main(arguments)
