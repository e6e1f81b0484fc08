import gzip
from pathlib import Path

import pytest

from attrib.errors import ResourceError
from attrib.parse.mood import Form, correct_moods, load_forms
from attrib.text.analysis import Word

FORMS = {
    "wäre": Form("Past", "always"),
    "sei": Form("Pres", "not_imperative"),
    "habe": Form("Pres", "not_first"),
}
ICH = "Case=Nom|Number=Sing|Person=1|PronType=Prs"
ER = "Case=Nom|Number=Sing|Person=3|PronType=Prs"
INDICATIVE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def word(number: int, text: str, upos: str, feats: str, *, head: int = 0, deprel: str = "root") -> Word:
    """A word without lemma and place."""
    return Word(number, text, text.lower(), upos, feats, head, deprel, 0, 0)


def moods(*words: Word) -> list[str]:
    """The words that come out as subjunctives."""
    return [found.text for found in correct_moods(words, FORMS) if found.has("Mood=Sub")]


def test_form_that_is_always_subjunctive() -> None:
    """*wäre* becomes a subjunctive of the past whatever the tagger thought."""
    (found,) = correct_moods([word(1, "wäre", "AUX", "Mood=Ind|Number=Sing|Person=3|VerbForm=Fin")], FORMS)
    assert found.feats == "Mood=Sub|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"


def test_form_with_third_person_subject() -> None:
    """*er habe* is a subjunctive."""
    er = word(1, "er", "PRON", ER, head=3, deprel="nsubj")
    assert moods(er, word(2, "habe", "AUX", INDICATIVE, head=3, deprel="aux"), word(3, "bezahlt", "VERB", "")) == [
        "habe"
    ]


def test_form_with_first_person_subject() -> None:
    """*ich habe* stays an indicative, even if the tree is wrong."""
    ich = word(1, "ich", "PRON", ICH, head=3, deprel="obj")
    assert moods(ich, word(2, "habe", "AUX", INDICATIVE, head=3, deprel="aux"), word(3, "bezahlt", "VERB", "")) == []


def test_subject_of_a_coordinated_verb() -> None:
    """*Ich weiß das und habe bezahlt*: the subject is found over the conjunction."""
    words = [
        word(1, "Ich", "PRON", ICH, head=2, deprel="nsubj"),
        word(2, "weiß", "VERB", INDICATIVE),
        word(3, "das", "PRON", "Case=Acc", head=2, deprel="obj"),
        word(4, "und", "CCONJ", "", head=6, deprel="cc"),
        word(5, "habe", "AUX", INDICATIVE, head=6, deprel="aux"),
        word(6, "bezahlt", "VERB", "VerbForm=Part", head=2, deprel="conj"),
    ]
    assert moods(*words) == []


def test_imperative() -> None:
    """*Sei still!* stays an order."""
    assert moods(word(1, "Sei", "AUX", "Mood=Imp|Number=Sing|VerbForm=Fin")) == []
    assert moods(word(1, "sei", "AUX", INDICATIVE)) == ["sei"]


def test_nouns_are_left_alone() -> None:
    """*Habe* as a noun is no verb."""
    assert moods(word(1, "Habe", "NOUN", "Case=Acc")) == []


def test_sentence_that_begins_with_the_verb() -> None:
    """*Habe mich gefreut*: the left-out subject is *ich*."""
    assert moods(word(1, "Habe", "VERB", INDICATIVE)) == []


def test_form_that_is_never_subjunctive() -> None:
    """*soll* is an indicative even if the tagger thinks otherwise."""
    words = [word(1, "soll", "AUX", "Mood=Sub|Number=Sing|Person=3")]
    assert correct_moods(words, {"soll": Form("Pres", "never")})[0].has("Mood=Ind")


def test_cyclic_tree() -> None:
    """Arcs in a circle do not hang the search for the subject."""
    words = [
        word(1, "kommt", "VERB", "", head=2, deprel="conj"),
        word(2, "habe", "AUX", INDICATIVE, head=1, deprel="conj"),
    ]
    assert moods(*words) == ["habe"]


def test_malformed_table(tmp_path: Path) -> None:
    """A line that is no entry is named."""
    path = tmp_path / "forms.tsv.gz"
    path.write_bytes(gzip.compress(b"sei\tPres\tnot_imperative\nhabe Pres\n"))
    with pytest.raises(ResourceError, match="line 2"):
        load_forms(path)


def test_shipped_table() -> None:
    """The table in the package knows old and new spelling and leaves ambiguous forms out."""
    path = Path(__file__).parents[2] / "attrib/models/de/subjunctive.tsv.gz"
    forms = load_forms(path)
    assert forms["müsste"] == forms["müßte"] == Form("Past", "always")
    assert forms["habe"].condition == "not_first"
    assert not {"sollte", "wollte", "haben", "sagten"} & set(forms)
