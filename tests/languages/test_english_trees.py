"""What English sets right in tags and trees that a small parser gets wrong: each tree here is one that it made."""

import pytest

from attrib.languages.en.arcs import with_content
from attrib.languages.en.tags import with_tags
from attrib.text.analysis import Sentence, Word

PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


def sentence(*rows: str) -> Sentence:
    """A sentence of rows `text tag head relation [features [lemma]]`."""
    words: list[Word] = []
    place = 0
    for number, row in enumerate(rows, start=1):
        text, upos, head, deprel, *rest = row.split()
        feats, lemma = [*rest, "_", text.lower()][:2] if len(rest) < 2 else rest
        words.append(Word(number, text, lemma, upos, feats.strip("_"), int(head), deprel, place, place + len(text)))
        place += len(text) + 1
    return Sentence(0, 0, 0, place, tuple(words))


def mended(*rows: str) -> Sentence:
    """As it is set right."""
    return with_content(with_tags(sentence(*rows)))


def arc(found: Sentence, text: str) -> tuple[str, str]:
    """The word above the first word of this text, and the relation."""
    word = next(word for word in found.words if word.text == text)
    return found.word(word.head).text, word.deprel


def test_a_past_form_is_no_participle() -> None:
    """With a subject before it and no auxiliary."""
    found = mended(
        "The DET 2 det", "bank NOUN 3 nsubj:pass", f"disputed VERB 0 root {PASSIVE} dispute", "it PRON 3 obj",
        ". PUNCT 3 punct",
    )  # fmt: skip
    assert found.words[2].is_finite
    assert arc(found, "bank") == ("disputed", "nsubj")


@pytest.mark.parametrize(
    ("auxiliary", "feats"), [("has AUX 4 aux _ have", "Tense=Past|VerbForm=Part"), ("was AUX 4 aux:pass _ be", PASSIVE)]
)
def test_a_perfect_is_no_passive(auxiliary: str, feats: str) -> None:
    """*has called* against *was called*."""
    found = mended(
        "The DET 2 det", "mayor NOUN 4 nsubj", auxiliary, f"called VERB 0 root {PASSIVE} call", ". PUNCT 4 punct"
    )
    assert found.words[3].feats == feats


def test_in_a_heading_a_participle_stays() -> None:
    """*Two men arrested*."""
    found = mended("Two NUM 2 nummod", "men NOUN 3 nsubj:pass", f"arrested VERB 0 root {PASSIVE} arrest")
    assert not found.words[2].is_finite


def test_an_official_is_a_noun() -> None:
    """With an article before it."""
    found = mended("An DET 2 det", "official ADJ 3 nsubj", f"said VERB 0 root {PAST} say", "so ADV 3 advmod")
    assert found.words[1].upos == "NOUN"


def test_the_subject_behind_a_quotation() -> None:
    """*“…,” said the mayor*, which the tree takes for an object."""
    found = mended(
        "“ PUNCT 3 punct", "It PRON 3 nsubj", "burned VERB 6 ccomp", ", PUNCT 3 punct", "” PUNCT 3 punct",
        f"said VERB 0 root {PAST} say", "the DET 8 det", "mayor NOUN 6 obj", ". PUNCT 6 punct",
    )  # fmt: skip
    assert arc(found, "mayor") == ("said", "nsubj")


def test_the_subject_before_an_insertion() -> None:
    """*The mayor, a farmer, said p*."""
    found = mended(
        "The DET 2 det", "mayor NOUN 0 root", ", PUNCT 5 punct", "a DET 5 det", "farmer NOUN 2 appos",
        ", PUNCT 5 punct", f"said VERB 2 parataxis {PAST} say", "it PRON 9 nsubj",
        f"burned VERB 7 ccomp {PAST} burn", ". PUNCT 7 punct",
    )  # fmt: skip
    assert arc(found, "mayor") == ("said", "nsubj")


def test_who_speaks_is_the_person() -> None:
    """*Senator Vogt of Ohio, who said p*."""
    found = mended(
        "Senator NOUN 0 root", "Vogt PROPN 1 flat", "of ADP 4 case", "Ohio PROPN 2 nmod", ", PUNCT 7 punct",
        "who PRON 7 nsubj PronType=Rel", f"said VERB 4 acl:relcl {PAST} say", "so ADV 7 advmod", ". PUNCT 1 punct",
    )  # fmt: skip
    assert arc(found, "said") == ("Vogt", "acl:relcl")


def test_the_speaker_goes_on() -> None:
    """*denied that he stole, calling it a lie*: not what he stole."""
    found = mended(
        "He PRON 2 nsubj", f"denied VERB 0 root {PAST} deny", "that SCONJ 5 mark", "he PRON 5 nsubj",
        f"stole VERB 2 ccomp {PAST} steal", ", PUNCT 7 punct", "calling VERB 5 advcl VerbForm=Ger call",
        "it PRON 7 obj", ". PUNCT 2 punct",
    )  # fmt: skip
    assert arc(found, "calling") == ("denied", "advcl")
