"""What decides an annotation is a hash over the code, the lists, the registry and the models, and over nothing else."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import packages_distributions
from pathlib import Path
from types import SimpleNamespace
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest

import attrib
from attrib.fingerprint import code_fingerprint, folder_fingerprint, libraries_fingerprint, reached, read_module
from attrib.models import find_models
from attrib.pipeline.version import LIBRARIES, START, annotator_version
from attrib.registry.registry import build_registry, load_registry
from attrib.store.link import linking_version
from attrib.text.language import Language
from attrib.text.loading import load_language
from attrib.text.modules import MODULES

PACKAGE = Path(attrib.__file__).parent
LINKING = "attrib.store.link"
RULE = '''"""How many."""

LIMIT = 3
"""The most."""


def shortest(words: list[str]) -> str | None:
    """The shortest of a few words."""
    # only of a few
    few = words[:LIMIT]
    return min(few, key=len, default=None)
'''
SILENT = {
    "a comment": ("    # only of a few\n", ""),
    "a comment behind the code": ("LIMIT = 3", "LIMIT = 3  # three"),
    "the docstring of a module": ('"""How many."""\n', ""),
    "the docstring of a function": ("of a few words", "of some words"),
    "the docstring of a constant": ('"""The most."""\n', ""),
    "line breaks": ("words[:LIMIT]", "words[\n        :LIMIT\n    ]"),
    "quotation marks": ('"""The most."""', "'The most.'"),
}
SPEAKING = {
    "a constant": ("LIMIT = 3", "LIMIT = 4"),
    "the type of a constant": ("LIMIT = 3", "LIMIT = 3.0"),
    "the name of a local variable": ("few", "some"),
    "the name of a function": ("shortest", "longest"),
    "an argument": ("default=None", 'default=""'),
    "an operation": ("min(", "max("),
    "a decorator": ("def shortest", "@cache\ndef shortest"),
    "one more line": ("    return", "    few = few[1:]\n    return"),
}
SAMPLE = '''
import a.b as c
from a import (d, e)
type_, word = None, "\\u1c89 \\U000e0001 " f"{c!r:>{d}} {{}} {word=}" 'x' f""
def f(a, /, b: int = 1, *c, d: "str" = ..., **e) -> list[int]:
    """Gone."""
    lambda: (yield)
    match a:
        case {"x": [1, *rest]} if rest: return [i async for i in b]
        case f(y=None) | 1j | -1.5e300: pass
    try: ...
    except* ValueError as g: raise g from None
    with (open(u"a") as h, b): del h[1:, ...]
@f
class A(B, metaclass=C):
    x: int
    y = {**{}, 'z': b"\\x00", 10**30: 1_000}
    """Gone."""
'''


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of four modules: `start` imports `near`, `near` imports `inner.far`, nobody imports `aside`."""
    folder = tmp_path / "house"
    (folder / "inner").mkdir(parents=True)
    texts = {
        "__init__.py": "__version__ = '1'",
        "start.py": "import re\nfrom house.near import shortest\n",
        "near.py": RULE + "    def late():\n        from house.inner import far\n",
        "inner/__init__.py": "",
        "inner/far.py": RULE,
        "aside.py": RULE,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package itself, without what is large."""
    folder = tmp_path_factory.mktemp("copy") / "attrib"
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns("*.pt", "*.gz", "__pycache__", "static"))
    return folder


def changed(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("change", SILENT)
def test_what_only_readers_see_changes_nothing(change: str) -> None:
    """Comments, docstrings and layout are free."""
    assert read_module(RULE.replace(*SILENT[change]).encode()).digest == read_module(RULE.encode()).digest


@pytest.mark.parametrize("change", SPEAKING)
def test_what_the_program_does_changes_the_hash(change: str) -> None:
    """Even where the result would be the same: nobody has to judge that."""
    assert read_module(RULE.replace(*SPEAKING[change]).encode()).digest != read_module(RULE.encode()).digest


def test_every_python_comes_to_the_same_hash() -> None:
    """A newer Python annotates nothing again: this is what 3.11, 3.12 and 3.13 say of all kinds of syntax."""
    assert read_module(SAMPLE.encode()).digest[:12] == "594f4872f7c6"


@pytest.mark.parametrize("name", ["start.py", "near.py", "inner/far.py", "inner/__init__.py"])
def test_every_module_that_is_reached_counts(package: Path, name: str) -> None:
    """Directly, through others, by an import within a function, and the package a module stands in."""
    before = code_fingerprint(package, "house.start")
    with (package / name).open("a", encoding="utf-8") as file:
        file.write("\nMORE = 1\n")
    assert code_fingerprint(package, "house.start") != before


@pytest.mark.parametrize("name", ["aside.py", "__init__.py", "inner/new.py", "words.yml"])
def test_what_is_not_reached_does_not_count(package: Path, name: str) -> None:
    """Neither do other modules nor the number of the release."""
    before = code_fingerprint(package, "house.start")
    (package / name).write_text("__version__ = '2'\n", encoding="utf-8")
    assert code_fingerprint(package, "house.start") == before


def test_a_module_that_moves_is_another(package: Path) -> None:
    """Its name may decide, as that of a list does."""
    before = folder_fingerprint(package)
    (package / "aside.py").rename(package / "beside.py")
    assert folder_fingerprint(package) != before


def test_the_order_of_files_does_not_matter(package: Path, tmp_path: Path) -> None:
    """Nor whether they lie in a folder or in an archive, as some installations have them."""
    with ZipFile(tmp_path / "house.zip", "w") as archive:
        for file in sorted(package.rglob("*.py"), reverse=True):
            archive.write(file, file.relative_to(package).as_posix())
    packed = ZipPath(tmp_path / "house.zip")
    assert code_fingerprint(packed, "house.start") == code_fingerprint(package, "house.start")
    assert folder_fingerprint(packed) == folder_fingerprint(package)


# -- lists, registry, models ----------------------------------------------------------------------------------------


def language(folder: Path) -> Language:
    """A language of a single list and a module."""
    folder.mkdir(exist_ok=True)
    (folder / "words.yml").write_text("- name: negations\n  forms: [nicht]\n  example: Nicht so.\n", encoding="utf-8")
    (folder / "grammar.py").write_text(RULE, encoding="utf-8")
    return Language("xx", folder, lambda: pytest.fail("the grammar need not be loaded for it"))


@pytest.mark.parametrize(
    ("file", "old", "new", "decides"),
    [
        ("words.yml", "[nicht]", "[nicht, kein]", True),
        ("words.yml", "- name", "# what denies\n\n- name", False),
        ("grammar.py", "LIMIT = 3", "LIMIT = 4", True),
        ("grammar.py", "# only of a few", "# of the first ones", False),
    ],
)
def test_lists_of_a_language(tmp_path: Path, file: str, old: str, new: str, decides: bool) -> None:
    """A word or a rule of its grammar changes the version, a comment does not."""
    before = version_with(language(tmp_path))
    other = language(tmp_path)
    changed(tmp_path / file, old, new)
    assert (version_with(other) != before) is decides


def version_with(lists: Language, *, models: str = "m") -> str:
    """The annotator's version with these lists."""
    return annotator_version(models=models, language=lists, registry=load_registry())


def test_another_registry() -> None:
    """One entry less is another registry; in which file and order entries stand does not matter."""
    german, entries = load_language("de"), load_registry().entries
    known = {entry.id for entry in entries}
    loose = next(
        e for e in entries if not any(e.id in {o.part_of, o.speaks_for, *(r.of for r in o.roles)} for o in entries)
    )
    fewer = [entry for entry in entries if entry.id != loose.id]
    assert len(fewer) == len(known) - 1
    versions = {
        annotator_version(models="m", language=german, registry=build_registry(each))
        for each in (entries, entries[::-1], fewer, fewer[::-1])
    }
    assert len(versions) == 2


def test_other_models(tmp_path: Path) -> None:
    """A byte of a model is another version."""
    for name in ("tokenize", "pos", "lemma", "depparse", "vectors"):
        (tmp_path / f"{name}.pt").write_bytes(b"1")
    before = find_models("de", tmp_path).fingerprint
    (tmp_path / "pos.pt").write_bytes(b"2")
    german = load_language("de")
    after = find_models("de", tmp_path).fingerprint
    assert version_with(german, models=after) != version_with(german, models=before)


def test_other_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that decides counts with its version."""
    before = libraries_fingerprint(*LIBRARIES)
    assert before == libraries_fingerprint(*reversed(LIBRARIES))
    monkeypatch.setattr("attrib.fingerprint.version", lambda name: f"{name} 99")
    assert libraries_fingerprint(*LIBRARIES) != before


# -- attrib itself --------------------------------------------------------------------------------------------------


def test_a_version_is_short() -> None:
    """Four hashes of twelve digits for annotating, two for comparing documents; asking again costs nothing."""
    assert re.fullmatch(r"[0-9a-f]{12}(-[0-9a-f]{12}){3}", version_with(load_language("de"), models="0" * 12))
    assert re.fullmatch(r"[0-9a-f]{12}-[0-9a-f]{12}", linking_version())


@pytest.mark.parametrize(
    ("file", "old", "new", "annotates", "links"),
    [
        ("__init__.py", '__version__ = "', '__version__ = "9', False, False),
        ("statement/weight.py", '"""', '"""Other words. ', False, False),
        ("site/routes.py", "import", "import html\nimport", False, False),
        ("publish/published.py", "import", "import html\nimport", False, False),
        ("registry/rating.py", "import", "import html\nimport", False, True),
        ("statement/wikinews.py", "import", "import html\nimport", False, False),
        ("statement/quantity.py", "return", "return None or", True, False),
        ("stand/status.py", "return", "return None or", True, True),
        ("statement/grouping.py", "return", "return None or", True, True),
        ("parse/parser.py", "LONGEST_SENTENCE = 250", "LONGEST_SENTENCE = 251", True, False),
        ("claim/copies.py", "import", "import html\nimport", False, True),
        ("store/judgement_rows.py", "import", "import html\nimport", False, True),
    ],
)
def test_what_decides_here(copied: Path, file: str, old: str, new: str, annotates: bool, links: bool) -> None:
    """The number of the release, pages and exports decide nothing; rules do, those of linking only what is linked."""
    path, modules = copied / file, (START, LINKING)
    kept = path.read_text(encoding="utf-8")
    before = [code_fingerprint(copied, module) for module in modules]
    assert old in kept
    path.write_text(kept.replace(old, new, 1), encoding="utf-8")
    try:
        after = [code_fingerprint(copied, module) for module in modules]
    finally:
        path.write_text(kept, encoding="utf-8")
    assert [one != other for one, other in zip(before, after, strict=True)] == [annotates, links]


def test_nothing_that_runs_is_missed() -> None:
    """Of attrib, what is loaded to annotate is reached by imports, or belongs to the folder of the language."""
    code = f"import sys, {START}; from attrib.text.loading import load_language; load_language('de').grammar; "
    code += "import attrib.languages.de.rules; "
    code += "print(*(name for name in sys.modules if name.startswith('attrib.')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    loaded = {name for name in ran.stdout.split() if not name.startswith("attrib.languages")}
    assert loaded
    assert loaded <= set(reached(PACKAGE, START, *(f"attrib.languages.de.{name}" for name in MODULES)))


@pytest.mark.parametrize(
    ("modules", "deciding"),
    [((START, "attrib.languages.de.grammar"), {*LIBRARIES}), ((LINKING,), {"datasketch"})],
    ids=["annotate", "link"],
)
def test_every_library_is_judged(modules: tuple[str, ...], deciding: set[str]) -> None:
    """Whoever imports another one says whether its version decides; of these it does not.

    pydantic and PyYAML hand over what the lists say, sqlite-utils what the rows say; Stanza is part of the models'
    fingerprint, and PyTorch reckons on every machine a little differently anyway; NumPy adds up what it reckons.
    Snowball's stems are made for the search, beside the tables: nothing is linked by them, nor by how anyascii reads
    the names of the registry.
    """
    beside = {"pydantic", "pydantic_core", "PyYAML", "pyyaml", "sqlite-utils", "stanza", "torch", "numpy", "click"}
    beside |= {"snowballstemmer", *({"anyascii"} - deciding)}
    owners = packages_distributions()
    names = {name.partition(".")[0] for each in reached(PACKAGE, *modules).values() for name in each.imports}
    others = {owner for name in names - sys.stdlib_module_names - {"attrib"} for owner in owners[name]}
    assert others - beside == deciding


def test_reading_costs_no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """The version is asked for before anything is parsed, and most runs parse nothing."""
    loaded: list[str] = []
    fake: Callable[..., None] = lambda *_, **__: loaded.append("models")  # noqa: E731
    monkeypatch.setitem(sys.modules, "stanza", SimpleNamespace(Pipeline=fake))
    from attrib.pipeline.annotate import make_annotator

    assert make_annotator().version == make_annotator().version
    assert loaded == []
