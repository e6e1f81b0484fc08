"""The pure functions of the training package; no test trains anything."""

from collections import Counter
from pathlib import Path

from training.augmentation import quoted_whole, with_marks
from training.frames import filled, read_frames
from training.recipe import read_recipe
from training.scoring import f1
from training.subjunctive_forms import subjunctive_forms
from training.tokenizer_data import labelled, template_tree
from training.treebank import Contraction, Node, Tree, conllu, harmonised, read_trees, without
from training.word_forms import SMALL, further_entries

TREE = Tree(
    "t1",
    (
        Node("``", "``", "PUNCT", "_", 2, "punct", space=False),
        Node("Ja", "ja", "PART", "_", 0, "root", space=False),
        Node("''", "''", "PUNCT", "_", 2, "punct"),
        Node("in", "in", "ADP", "_", 6, "case"),
        Node("dem", "der", "DET", "Case=Dat|PronType=Art", 6, "dep"),
        Node("Hafen", "Hafen", "NOUN", "Case=Dat", 2, "obl", space=False),
        Node(".", ".", "PUNCT", "_", 2, "punct"),
    ),
    (Contraction(4, 5, "im"),),
)


def test_conllu_round_trip(tmp_path: Path) -> None:
    """What was written is read back, with contractions and missing blanks."""
    path = tmp_path / "t.conllu"
    path.write_text(conllu(TREE), encoding="utf-8")
    assert read_trees(path) == [TREE]
    assert TREE.text == "``Ja'' im Hafen."


def test_harmonised() -> None:
    """Articles with `dep` become `det`; PUD's relations and verb forms become GSD's."""
    assert harmonised(TREE).nodes[4].deprel == "det"
    verb = Node("geschrieben", "schreiben", "VERB", "Tense=Past", 0, "root", xpos="VBN")
    relative = Node("der", "der", "PRON", "_", 1, "acl:relcl")
    found = harmonised(Tree("t", (verb, relative))).nodes
    assert (found[0].feats, found[1].deprel) == ("VerbForm=Part", "acl")


def test_with_marks() -> None:
    """Opening and closing marks are replaced by their German counterparts."""
    assert with_marks(TREE, "„", "“").text == "„Ja“ im Hafen."


def test_quoted_whole() -> None:
    """A sentence put into quotation marks keeps its heads and its contraction."""
    tree = quoted_whole(TREE, "»", "«")
    assert tree.text == "»``Ja'' im Hafen.«"
    assert tree.nodes[tree.nodes[6].head - 1].form == "Ja"


def test_frames() -> None:
    """Every frame filled with a sentence has one root, no loop and reads as German."""
    inner = Tree(
        "t2",
        (
            Node("Niemand", head=2, deprel="nsubj"),
            Node("weiß", head=0, deprel="root"),
            Node("es", head=2, deprel="obj", space=False),
            Node(".", head=2, deprel="punct"),
        ),
    )
    frames = read_frames(Path(__file__).parents[2] / "training/frames.conllu")
    texts = [filled(frame, inner).text for frame in frames]
    assert "„Niemand weiß es“, sagte Brandt." in texts
    assert "Niemand weiß es, teilte das Außenamt mit." in texts
    for frame in frames:
        nodes = filled(frame, inner).nodes
        assert sum(node.head == 0 for node in nodes) == 1
        assert all(node.head != number for number, node in enumerate(nodes, start=1))


def test_labels() -> None:
    """A character's label says whether a token, a contraction or the sentence ends there."""
    text, labels = labelled([template_tree("Er saß im Boot _."), template_tree("Gut _!")])
    assert text == "Er saß im Boot. Gut!"
    assert labels == "01000100300001200012"
    assert (labels[text.index("im") + 1], labels[text.index(".")], labels[-1]) == ("3", "2", "2")


def test_subjunctive_forms() -> None:
    """Forms that are also indicative are left out; the first person and orders are conditions."""
    persons = {"1": ["komme"], "3": ["komme"]}
    verb = {
        "INF": "kommen",
        "KJ1": {"S": persons},
        "KJ2": {"S": {"3": ["käme"]}, "P": {"3": ["kamen"]}},
        "PRÄ": {"S": {"1": ["komme"], "3": ["kommt"]}},
        "PRT": {"P": {"3": ["kamen"]}},
    }
    found = subjunctive_forms({"kommen": verb})
    assert found["käme"] == ("Past", "always")
    assert found["komme"] == ("Pres", "not_first")
    assert "kamen" not in found


def test_held_back_wording_is_left_out() -> None:
    """A sentence with the same letters as a held-back one does not train anything."""
    assert list(without([with_marks(TREE, "„", "“")], [TREE])) == []


def test_recipe() -> None:
    """The German recipe is complete, and every set has a licence."""
    recipe = read_recipe("de")
    assert set(recipe.programs) >= {"tokenize", "mwt", "pos", "lemma", "depparse"}
    assert all(dataset.licence for dataset in recipe.datasets)
    assert f1(4, 3, 4) == 75.0


def test_word_forms() -> None:
    """Compounds, genitives, plurals and adjective forms are found in the company of other words."""
    counts = Counter(
        {
            "Haftstrafen": 3,
            "Chirac": 9,
            "Chiracs": 3,
            "Befehle": 3,
            "Befehl": 3,
            "Befehls": 1,
            "Bäcker": 4,
            "Bäckers": 2,
        }
        | {"Back": 9, "Backs": 1, "planmäßiger": 2, "planmäßig": 4, "planmäßige": 2, "planmäßigen": 2}
        | {"Delegationen": 2, "Delegation": 5}
    )
    known: dict[str, dict[str, str]] = {tag: {} for tag in SMALL} | {"NOUN": {"Strafen": "Strafe"}, "PROPN": {}}
    found = further_entries(counts, known)
    assert found["NOUN"]["Haftstrafen"] == "Haftstrafe"
    assert found["NOUN"]["Befehle"] == "Befehl"
    assert found["NOUN"]["Delegationen"] == "Delegation"
    assert "Bäcker" not in found["NOUN"]
    assert found["PROPN"]["Chiracs"] == "Chirac"
    assert found["ADJ"]["planmäßiger"] == "planmäßig"
