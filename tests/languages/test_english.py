"""English: its lists, what its grammar knows of forms, and what its rules find in examples and passages."""

import re
from collections import Counter

import pytest

from attrib.evaluation.gold import precision_recall_f1
from attrib.languages.en.compounds import joined_compounds
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.entries import Entry, Stand
from tests.languages import english
from tests.languages.english import ENGLISH
from tests.stand.test_stands import Tally, tally

GRAMMAR = ENGLISH.grammar
LISTS = {name: value for name, value in vars(ENGLISH).items() if isinstance(value, tuple)}
ENTRIES = [(name, entry) for name, value in LISTS.items() if name != "boilerplate" for entry in value]


def words(text: str) -> set[str]:
    """The words of a text in small letters."""
    return set(re.findall(r"[\w-]+", text.lower()))


# -- lists ----------------------------------------------------------------------------------------------------------


def test_no_entry_stands_twice() -> None:
    """Of two equal entries one would silently lose."""
    keys = Counter(
        (
            name,
            *(
                str(getattr(entry, field, ""))
                for field in ("lemma", "form", "name", "pos", "words", "pattern", "forms")
            ),
        )
        for name, entry in ENTRIES
        if name != "quotation_marks"
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_noun_is_a_person_and_an_institution() -> None:
    """Either speaks for itself or for others."""
    persons = {entry.lemma.lower() for entry in ENGLISH.person_nouns}
    assert not persons & {entry.lemma.lower() for entry in ENGLISH.institution_nouns}


@pytest.mark.parametrize(
    ("name", "entry"), ENTRIES, ids=[f"{name} {number}" for number, (name, _) in enumerate(ENTRIES)]
)
def test_examples_are_sentences(name: str, entry: Entry) -> None:
    """A capital or a quotation mark first, a full stop last."""
    assert re.fullmatch(r"[“„”«»‘'\"A-Z].*[.?!”’»\"']", entry.example), (name, entry)


@pytest.mark.parametrize("verb", [*ENGLISH.reporting_verbs, *ENGLISH.reporting_phrases], ids=lambda verb: verb.lemma)
def test_a_verb_is_in_its_example(verb: Entry) -> None:
    """In one of its forms, with the words that it needs."""
    lemma = verb.lemma
    present = {"be": {"is", "are"}, "have": {"has"}}.get(
        lemma, {lemma + "s", lemma + "es", lemma.removesuffix("y") + "ies"}
    )
    forms = {lemma, *present, GRAMMAR.participle(lemma, None), *GRAMMAR.preterites(lemma, None)}
    assert forms & words(verb.example), verb
    assert set(getattr(verb, "words", ())) <= words(verb.example), verb


@pytest.mark.parametrize("line", ENGLISH.boilerplate, ids=lambda line: line.example)
def test_boilerplate_matches_its_line(line: Entry) -> None:
    """The whole line, and no sentence of the other lists."""
    pattern = re.compile(line.pattern, re.IGNORECASE)
    assert pattern.fullmatch(line.example)
    assert [entry.example for _, entry in ENTRIES if pattern.fullmatch(entry.example)] == []


def test_closed_classes_hold_lower_case_words_and_show_one() -> None:
    """Closed classes are compared with lower-cased words; some hold the lemmas of verbs."""
    for entry in ENGLISH.word_sets:
        assert all(form == form.lower() == form.strip() for form in entry.forms), entry.name
        assert len(set(entry.forms)) == len(entry.forms), entry.name


# -- forms ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "singular"),
    [
        ("agencies", "agency"),
        ("policemen", "policeman"),
        ("churches", "church"),
        ("witness", "witness"),
        ("crisis", "crisis"),
    ],
)
def test_singulars(noun: str, singular: str) -> None:
    """By the ending, with the irregular ones in compounds."""
    assert GRAMMAR.bare_noun(noun) == singular


@pytest.mark.parametrize(
    ("lemma", "past", "participle"),
    [("deny", "denied", "denied"), ("write", "wrote", "written"), ("blame", "blamed", "blamed")],
)
def test_past_forms(lemma: str, past: str, participle: str) -> None:
    """Regular and irregular verbs."""
    assert past in GRAMMAR.preterites(lemma, None)
    assert GRAMMAR.participle(lemma, None) == participle


def test_numbers() -> None:
    """Commas part thousands, a point parts decimals; words for numbers."""
    found = re.findall(GRAMMAR.FIGURE, "In 1,234,500 homes 3.5 of 17 lamps burn.")
    assert [GRAMMAR.figure_value(item) for item in found] == [1_234_500, 3.5, 17]
    assert GRAMMAR.number_word("twelve") == 12
    assert GRAMMAR.number_word("tree") is None


def word(number: int, text: str, upos: str, start: int, *, surface: int = 0, length: int = 0) -> Word:
    """A word without relations."""
    return Word(number, text, text, upos, "", 0, "dep", start, start + (length or len(text)), surface)


def test_a_contraction_is_two_words_with_places_of_their_own() -> None:
    """*Seoul's*: the parser gives both the place of the whole."""
    parts = (word(1, "Seoul", "PROPN", 0, surface=2, length=7), word(2, "'s", "PART", 0, length=7))
    mended = GRAMMAR.mended(Analysis((Sentence(0, 0, 0, 7, parts),)))
    assert [(item.start, item.end) for item in mended.words] == [(0, 5), (5, 7)]


def test_a_name_with_a_hyphen_is_one_word() -> None:
    """*Yong-hyun*, whatever the tokeniser makes of it; a dash between blanks joins nothing."""
    name = [word(1, "Yong", "PROPN", 0), word(2, "-", "PUNCT", 4), word(3, "hyun", "PROPN", 5)]
    assert [(item.text, item.upos) for item in joined_compounds(name)] == [("Yong-hyun", "PROPN")]
    apart = [word(1, "Fen", "PROPN", 0), word(2, "-", "PUNCT", 4), word(3, "Kolm", "PROPN", 6)]
    assert len(joined_compounds(apart)) == 3


# -- rules ----------------------------------------------------------------------------------------------------------


def test_rules_find_their_examples() -> None:
    """All but those that are listed, which are few."""
    assert english.failing() == english.listed()
    assert len(english.listed()) < 0.15 * len(english.EXAMPLES)


@pytest.mark.parametrize("stand", ENGLISH.stands, ids=lambda stand: " ".join([stand.lemma, *stand.words]))
def test_an_example_takes_its_stand(stand: Stand) -> None:
    """With the verdict of its entry."""
    assert english.takes_stand(stand)


@pytest.fixture(scope="module")
def counts() -> Tally:
    """The stands that are found in the passages, against those that were annotated by hand."""
    return tally(english.passages(), english.annotated)


def test_stands(counts: Tally) -> None:
    """Verdicts, what they are about and whose they are; half of the passages hold none."""
    assert precision_recall_f1(counts.right, counts.system, counts.gold)["f1"] >= 0.85
    assert counts.targets / counts.right >= 0.75
    assert counts.parties / counts.right >= 0.75
    assert counts.without == 30
    assert len(counts.false) <= 3, counts.false


def test_further_stands() -> None:
    """In as many passages of other words."""
    counts = tally(english.further_passages(), english.annotated)
    assert precision_recall_f1(counts.right, counts.system, counts.gold)["f1"] >= 0.85
    assert counts.targets / counts.right >= 0.75
    assert counts.without == 30
    assert len(counts.false) <= 5, counts.false


def test_stands_in_news() -> None:
    """Each kind of stand that agencies report, to the party and the statement."""
    counts = tally(english.news_passages(), english.annotated)
    assert precision_recall_f1(counts.right, counts.system, counts.gold)["f1"] >= 0.9
    assert counts.targets / counts.right >= 0.9
    assert counts.parties / counts.right >= 0.9
    assert not counts.false
