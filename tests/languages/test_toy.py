"""A second language is a folder behind an interface: one that is made up goes through the core as German does.

`tests/languages/toy/` is the smallest folder that a language can be; its parses are made by hand.
"""

from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from attrib.errors import ResourceError
from attrib.fingerprint import imports_of, reached
from attrib.pipeline.annotate import annotate
from attrib.pipeline.version import annotator_version
from attrib.quotation import plain as plain_content
from attrib.quotation.quotation import Quotation
from attrib.quotation.rule import Example, Rule, rules
from attrib.quotation.runner import quotations
from attrib.quotation.syntax import Syntax, syntax
from attrib.records import JOINT, Annotation, Document, Span
from attrib.registry.registry import Registry, RegistrySource, build_registry
from attrib.text import plain
from attrib.text.analysis import read_conllu
from attrib.text.grammar import Grammar
from attrib.text.language import Language
from attrib.text.loading import load_language
from attrib.text.modules import implementation
from attrib.text.parts import cut_parts
from attrib.text.text import Text
from tests import frozen

FOLDER = Path(__file__).parent / "toy"
TOY = Language("toy", FOLDER, "tests.languages.toy")
PARSES = frozen.read_blocks(FOLDER / "toy.conllu")
EXAMPLES = [(rule, example) for rule in rules(TOY) for example in rule.examples]


def piece(text: str) -> frozen.Piece:
    """One of the parsed sentences as a document of one paragraph."""
    document = Document(id="d", name="toy.txt", text=text, language="toy", publisher="The Fen Herald")
    return document, cut_parts(text, document="d", language=TOY), read_conllu(PARSES[text])


def found_in(text: str) -> tuple[Quotation, ...]:
    """What the rules find in one of the sentences."""
    return quotations(Text(*piece(text), TOY))


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The words of some stretches."""
    return JOINT.join(text[span.start : span.end] for span in spans)


# -- who says what --------------------------------------------------------------------------------------------------


def test_every_sentence_is_an_example_of_a_rule() -> None:
    """No parse is there for nothing, and no rule without a sentence."""
    assert {example.text for _, example in EXAMPLES} == set(PARSES)
    assert all(rule.examples for rule in rules(TOY))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_a_rule_finds_its_example(rule: Rule, example: Example) -> None:
    """One statement beside the author's, with the rule's marker, its words and the speaker's."""
    credited = [item for item in found_in(example.text) if item.type != "author" or rule.id == "author"]
    shown = [(item.rule, words(example.text, item.spans), words(example.text, item.speaker)) for item in credited]
    assert shown == [(rule.id, example.statement, example.speaker)]
    named = example.speaker or rule.id == "author"
    assert credited[0].marker == (rule.marker if named else "impersonal")


@pytest.mark.parametrize(
    ("text", "cue", "frame"),
    [
        ("According to Talia Venn, the tower leans.", "According to", "According to Talia Venn"),
        (
            "The tower leans, according to the harbour office.",
            "according to",
            "according to the harbour office",
        ),
        ("“The old bridge is closed,” the mayor of Fen said.", "said", "the mayor of Fen said"),
        ("The mayor who built the bridge said that it would open.", "said", "The mayor who built the bridge said"),
        ("It is said that the tower leans.", "It is said", "It is said"),
    ],
)
def test_cue_and_frame(text: str, cue: str, frame: str) -> None:
    """A cue of two words is one stretch, a subject before the verb belongs to its frame."""
    (item,) = found_in(text)
    assert (words(text, item.cue), words(text, item.frame)) == (cue, frame)


def test_clauses_without_a_mark() -> None:
    """Where no comma stands, the tree says where a clause begins."""
    view = Text(*piece("The mayor who built the bridge said that it would open."), TOY).views[0]
    assert [(clause.kind, clause.opening.text) for clause in view.clauses] == [
        ("fragment", "The"),
        ("relative", "who"),
        ("main", "said"),
        ("complement", "that"),
    ]


def test_what_follows_is_the_author_s() -> None:
    """What the language's own module cuts off from the content is nobody else's."""
    text = "Boru said that the ferry was late, but it sailed."
    assert [words(text, item.spans) for item in found_in(text) if item.type == "author"] == ["but it sailed."]


# -- the way through the stages -------------------------------------------------------------------------------------


def registry() -> Registry:
    """A registry of one person."""
    person = {"person": True, "family_name": "Venn", "given_name": "Talia", "gender": "f"}
    venn = {"id": "venn", "name": {"de": "Talia Venn", "en": "Talia Venn"}, "kind": "official", **person}
    return build_registry([RegistrySource.model_validate(venn)])


@pytest.fixture(name="annotation", scope="module")
def _annotation() -> Annotation:
    """All sentences as one article."""
    document, parts, analysis = frozen.joined([piece(text) for text in PARSES])
    return annotate(document, parts, analysis, language=TOY, registry=registry())


def test_sources(annotation: Annotation) -> None:
    """A registered party, a name, a role, an institution; the publisher for the rest."""
    kinds = {source.id: (source.kind, source.origin) for source in annotation.sources}
    credited = {item.exact: item.sources[0].source for item in reversed(annotation.statements)}
    assert credited["the tower leans"] == "venn"
    assert kinds["venn"] == ("official", "registry")
    assert kinds[credited["that the ferry was late"]] == ("person", "discovered")
    assert kinds[credited["that the bridge was closed"]] == ("official", "unnamed")
    assert credited["the mill burned down"] == credited["The tower leans"] == credited["The ferry is late"]
    assert kinds[credited["The ferry is late"]] == ("government", "discovered")
    assert kinds[credited["that the tower leans"]] == ("hearsay", "hearsay")
    assert kinds[credited["The bridge was closed on Monday."]] == ("publisher", "publisher")


def test_weight_numbers_and_stands(annotation: Annotation) -> None:
    """What is denied is negative, and a stand; figures are read as the language writes them."""
    negative = [item for item in annotation.statements if item.polarity == "negative"]
    assert [item.exact for item in negative] == ["that the ferry was late"]
    source = negative[0].sources[0].source
    assert {(item.verdict, item.exact, item.source) for item in annotation.assessments} == {
        ("denies", "The office denied", source)
    }
    # What others say of the ferry is denied with it.
    said = {item.id: item.exact for item in annotation.statements}
    denied = [said[item.statement] for item in annotation.assessments if item.statement is not None]
    assert sorted(set(denied)) == ["The ferry is late", "that the ferry was late"]
    assert [(quantity.exact, quantity.value) for quantity in annotation.quantities] == [("1,200", 1200.0)]
    assert {item.certainty for item in annotation.statements} == {"certain"}
    assert annotation.issues == ()


def test_the_same_twice(annotation: Annotation) -> None:
    """Nothing of one document is kept for another one, and German beside it changes nothing."""
    frozen.annotated_text(frozen.cases()[0][1].text)
    document, parts, analysis = frozen.joined([piece(text) for text in PARSES])
    assert annotate(document, parts, analysis, language=TOY, registry=registry()) == annotation


def test_version() -> None:
    """A language has a version of its own, wherever its folder lies, and what its rules are made of counts in it."""
    one, other = (
        annotator_version(models="m", language=language, registry=registry()) for language in (TOY, load_language("de"))
    )
    assert one != other
    assert len(one) == len(other)
    assert "attrib.quotation.noun" in imports_of(FOLDER)
    # A construction that several languages have counts as well.
    assert "attrib.quotation.complement" in reached(files("attrib"), *imports_of(FOLDER))


# -- what a folder holds --------------------------------------------------------------------------------------------


def test_a_language_is_small() -> None:
    """The measure of the interface."""
    lines = [line for file in FOLDER.glob("*.py") for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) < 150


def test_what_a_language_does_not_define_is_plain() -> None:
    """Function by function; what it defines is its own."""
    assert TOY.grammar.phrase is plain.phrase
    assert TOY.grammar.figure_value("1,200") == 1200.0
    assert syntax(TOY).content_start is plain_content.content_start
    assert syntax(TOY).content_end is not plain_content.content_end


def test_german_defines_everything() -> None:
    """Nothing of German is left to the tree by mistake."""
    for name, interface in (("grammar", Grammar), ("content", Syntax)):
        defined = import_module(f"{load_language('de').package}.{name}").__all__
        assert set(defined) == {each for each in vars(interface) if not each.startswith("_")}


def folder(place: Path, **files: str) -> Path:
    """A folder with these lists."""
    for name, text in files.items():
        (place / f"{name}.yml").write_text(text, encoding="utf-8")
    return place


def test_a_class_that_no_stage_asks_for(tmp_path: Path) -> None:
    """A misspelt class is named, and those that there are."""
    listed = folder(tmp_path, words="- {name: artikles, forms: [the], example: The bridge.}\n")
    with pytest.raises(ResourceError, match=r"languages/xx: 'artikles' is no class .* articles"):
        Language("xx", listed, "tests.languages.toy")


def test_a_list_that_no_stage_reads(tmp_path: Path) -> None:
    """A misspelt file would be passed over in silence."""
    with pytest.raises(ResourceError, match=r"reporting_verb\.yml is no list .* reporting_verbs\.yml"):
        Language("xx", folder(tmp_path, reporting_verb="[]\n"), "tests.languages.toy")


def test_a_missing_module(tmp_path: Path) -> None:
    """The message says which one, and what a folder holds."""
    language = Language("xx", tmp_path, "tests.languages.nowhere")
    for asked, name in ((lambda: language.grammar, "grammar"), (lambda: syntax(language), "content")):
        with pytest.raises(ResourceError, match=rf"has no module {name}\.py; .*grammar, content, rules"):
            asked()
    with pytest.raises(ResourceError, match=r"has no module rules\.py"):
        rules(language)


def test_a_function_that_no_stage_asks_for() -> None:
    """A misspelt function would leave the language to the plain one."""
    module = ModuleType("xx.grammar")
    exec("def frase(sentence, head): return [head]\ndef _own(): pass", module.__dict__)
    with pytest.raises(ResourceError, match=r"xx\.grammar: frase is nothing that a stage asks for .* phrase"):
        implementation(module, Grammar, plain=plain)


def test_rules_without_a_tuple(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module is there, and its tuple is not."""
    language = Language("xx", FOLDER, "tests.languages.toy")
    monkeypatch.delattr("tests.languages.toy.rules.RULES")
    with pytest.raises(ResourceError, match="has no RULES"):
        rules(language)
