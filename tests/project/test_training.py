"""The pure functions of the training package; no test trains anything."""

from collections import Counter
from pathlib import Path

from attrib.parse.hints import hint
from attrib.parse.morphology.cells import nominal_mask, verb_mask
from training.augmentation import quoted_whole, with_marks
from training.english import dissolved
from training.english_sets import english_dictionary, with_apostrophes
from training.feature_bundles import bundles, fixed
from training.frames import filled, read_frames
from training.morphology import stems, verb_cells, without_predictable
from training.noun_forms import Nouns
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


def test_english_contractions_are_dissolved() -> None:
    """*don't* becomes two tokens without a blank between; the text stays as it is."""
    nodes = (
        Node("They", "they", "PRON"),
        Node("do", "do", "AUX"),
        Node("n't", "not", "PART"),
        Node("know", "know", "VERB"),
    )
    tree = Tree("t", nodes, (Contraction(2, 3, "don't"),))
    found = dissolved(tree)
    assert (found.text, found.contractions) == ("They don't know", ())
    assert [node.space for node in found.nodes] == [True, False, True, True]
    assert with_apostrophes(found).text == "They don’t know"


def test_english_dictionary() -> None:
    """Treebanks decide before the list; beginnings of sentences and printed apostrophes are known too."""
    trees = [Tree("t", (Node("left", "leave", "VERB"), Node("n't", "not", "PART")))]
    found = english_dictionary(trees, [("left", "VERB", "left"), ("ran", "VERB", "run")])
    assert found["VERB"] == {"left": "leave", "ran": "run", "Left": "leave", "Ran": "run"}
    assert found["PART"]["n’t"] == "not"


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


def row(lemma: str, pos: str, genus: str = "", **forms: str) -> dict[str, str]:
    """A row of german-nouns; `nominativ_plural_1` is the column *nominativ plural 1*."""
    genders = {f"genus{number}": "" for number in ("", " 1", " 2", " 3", " 4")} | {"genus": genus}
    return {"lemma": lemma, "pos": pos, **genders, **{name.replace("_", " "): form for name, form in forms.items()}}


def test_nouns_of_wiktionary() -> None:
    """Cells by columns, with the gender of the row; a gender of its own for each singular; no family names."""
    nouns = Nouns()
    ruder = row("Ruder", "Substantiv", "n", nominativ_singular="Ruder", genitiv_plural="Ruder")
    keks = row("Keks", "Substantiv", nominativ_singular_1="Keks", nominativ_singular_2="Keks", dativ_plural="Keksen")
    keks |= {"genus 1": "m", "genus 2": "n"}
    family = row("Ruder", "Nachname,Substantiv", "m", nominativ_plural="Ruders")
    nouns.add_wiktionary([ruder, keks, family])
    assert nouns.nouns["Ruder"] == nominal_mask("Nom.Neut.Sing Gen.Neut.Plur")
    assert nouns.nouns["Keks"] == nominal_mask("Nom.Masc.Sing Nom.Neut.Sing")
    assert nouns.nouns["Keksen"] == nominal_mask("Dat.Masc.Plur Dat.Neut.Plur")
    assert "Ruders" not in nouns.nouns


def test_places_without_a_table() -> None:
    """They are neuter, with *s* in the genitive; not behind an *s*."""
    nouns = Nouns()
    nouns.add_wiktionary([row("Emden", "Substantiv,Toponym"), row("Neuss", "Substantiv,Toponym")])
    assert nouns.names["Emden"] == nominal_mask("Nom.Neut.Sing Acc.Neut.Sing Dat.Neut.Sing")
    assert nouns.names["Emdens"] == nominal_mask("Gen.Neut.Sing")
    assert nouns.names["Neuss"] & nominal_mask("Gen.Neut.Sing")


def test_other_nouns_have_the_variants_that_the_list_lacks() -> None:
    """*im Kahne* and *im Kahn*, *des Kahns* and *des Kahnes*; a noun that is known is left alone."""
    nouns = Nouns()
    nouns.lemmas.add("Steg")
    paradigm = {"G": "M", "NOM": {"SIN": "Kahn"}, "DAT": {"SIN": "Kahne"}, "GEN": {"SIN": "Kahns"}}
    nouns.add_other({"Kahn": paradigm, "Steg": {"G": "M", "NOM": {"SIN": "Steg"}}})
    assert nouns.nouns["Kahn"] == nominal_mask("Nom.Masc.Sing Dat.Masc.Sing")
    assert nouns.nouns["Kahnes"] == nouns.nouns["Kahns"] == nominal_mask("Gen.Masc.Sing")
    assert "Steg" not in nouns.nouns


def test_predictable_forms_are_left_out() -> None:
    """What the longest listed ending describes is not listed; what it would describe wrongly is."""
    forms = {"Amt": 1, "Bauamt": 1, "Zollamt": 2, "Hauptzollamt": 2}
    assert without_predictable(forms, 3, capital=True) == {"Amt": 1, "Zollamt": 2}


def test_stems_of_adjectives() -> None:
    """Comparatives and superlatives with and without umlaut; irregular ones; those of places."""
    found = stems(["grob", "dunkel", "Bremer"])
    assert (found["grob"], found["gröber"], found["gröbst"]) == ("Pos", "Cmp", "Sup")
    assert found["dunkler"] == "Cmp"
    assert found["bremer"] == "Inv"
    assert found["besser"] == "Cmp"


def test_cells_of_verbs() -> None:
    """A subjunctive that is spelled like the indicative is none; *mußte* is *musste* too."""
    paradigm = {
        "INF": "müssen",
        "PRÄ": {"P": {"3": ["müssen"]}},
        "PRT": {"S": {"3": ["mußte"]}},
        "KJ1": {"P": {"3": ["müssen"]}, "S": {"3": ["müsse"]}},
    }
    cells = verb_cells({"müssen": paradigm})
    assert cells["müssen"] == verb_mask(["INF", "PRÄ P3"])
    assert cells["musste"] == cells["mußte"] == verb_mask(["PRT S3"])
    assert cells["müsse"] == verb_mask(["KJ1 S3"])


def test_bundles_of_the_treebank() -> None:
    """Features that occur twice, those of a phrase in every combination; nothing that lacks case or number."""
    feats = ["Case=Nom|Gender=Fem|Number=Sing"] * 3 + ["Gender=Fem"] * 3 + ["Case=Gen|Foreign=Yes|Number=Sing"]
    nouns = Tree("n", tuple(Node("w", upos="NOUN", feats=each) for each in feats))
    found = bundles([nouns])["NOUN"]
    assert len(found) == 4 * 3 * 2
    assert "Case=Dat|Gender=Neut|Number=Plur" in found


def test_forms_with_fixed_features() -> None:
    """Closed classes alone, and only where the treebanks never differ."""
    words = [Node("Damit", upos="ADV", feats="PronType=Dem")] * 3 + [Node("wo", upos="ADV", feats="PronType=Int")] * 3
    words += [Node("wo", upos="ADV"), Node("Tag", upos="NOUN", feats="Case=Nom")]
    assert fixed([Tree("a", tuple(words))]) == {"ADV damit": "ADV PronType=Dem"}


def test_hints() -> None:
    """Case and number, or the form of a verb."""
    assert hint("Case=Nom|Gender=Fem|Number=Sing") == "Nom-Sing"
    assert hint("Mood=Sub|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin") == "Plur-Fin-Sub"
    assert (hint("_"), hint("VerbForm=Part")) == ("_", "Part")
