"""German noun phrases in the nominative."""

from collections.abc import Sequence

import pytest

from attrib.languages.de.declension import phrase_in_nominative
from attrib.text.analysis import Word
from attrib.text.entries import GrammaticalGender


def words(tagged: str) -> Sequence[Word]:
    """*des/DET/der/Case=Gen …*: form, tag, lemma, features."""
    found, start = [], 0
    for number, item in enumerate(tagged.split(), start=1):
        text, upos, lemma, *feats = item.split("/")
        end = start + len(text)
        found.append(
            Word(
                number=number, text=text, lemma=lemma, upos=upos, feats="|".join(feats), head=0, deprel="", start=start,
                end=end,
            )
        )  # fmt: skip
        start = end + 1
    return found


@pytest.mark.parametrize(
    ("phrase", "gender", "name"),
    [
        ("des/DET/der alten/ADJ/alt Klosters/NOUN/Kloster", "n", "das alte Kloster"),
        ("dem/DET/der neuen/ADJ/neu Wirt/NOUN/Wirt", "m", "der neue Wirt"),
        ("der/DET/der jungen/ADJ/jung Wirtin/NOUN/Wirtin", None, "die junge Wirtin"),
        ("den/DET/der örtlichen/ADJ/örtlich Ämtern/NOUN/Amt/Number=Plur", "n", "die örtlichen Ämter"),
        ("den/DET/der Verbänden/NOUN/Verband/Number=Plur", "m", "die Verbände"),
        ("den/DET/der Studenten/NOUN/Student/Number=Plur", "m", "die Studenten"),
        ("einem/DET/ein Studenten/NOUN/Student/Number=Sing", "m", "ein Student"),
        ("ihren/DET/ihr treuen/ADJ/treu Kunden/NOUN/Kunde/Number=Plur", "m", "ihre treuen Kunden"),
        ("mehrerer/DET/mehrere junger/ADJ/jung Frauen/NOUN/Frau/Number=Plur", "f", "mehrere junge Frauen"),
        ("neuesten/ADJ/neu Erkenntnissen/NOUN/Erkenntnis/Number=Plur", "f", "neueste Erkenntnisse"),
        ("anderen/DET/anderer Quellen/NOUN/Quelle/Number=Plur", "f", "andere Quellen"),
        ("einer/DET/ein Bonner/ADJ/Bonner Kanzlei/NOUN/Kanzlei", "f", "eine Bonner Kanzlei"),
        ("eines/DET/ein 28-Jährigen/NOUN/28-Jähriger/Gender=Masc", None, "ein 28-Jähriger"),
        ("der/DET/der/Case=Nom/Number=Sing ferne/ADJ/fern Gast/NOUN/Gast/Gender=Masc", None, "der ferne Gast"),
    ],
)
def test_a_phrase_is_inflected_as_a_whole(phrase: str, gender: GrammaticalGender | None, name: str) -> None:
    """Article, adjectives and noun agree in gender and number, which two of the three show."""
    assert " ".join(phrase_in_nominative(words(phrase), gender)) == name


def test_without_its_article_the_adjective_shows_the_case() -> None:
    """*des Roten Kreuzes* → *Rotes Kreuz*"""
    found = phrase_in_nominative(words("des/DET/der Roten/ADJ/rot Kreuzes/NOUN/Kreuz/Gender=Neut"), None, article=False)
    assert found == ["Rotes", "Kreuz"]


def test_what_nothing_decides_stays_as_it_is() -> None:
    """Neither list nor ending nor tag says whether *dem Gur* is masculine."""
    assert phrase_in_nominative(words("dem/DET/der Gur/NOUN/Gur"), None) == ["dem", "Gur"]
