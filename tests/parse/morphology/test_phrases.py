from attrib.parse.morphology.lexicon import Lexicon
from attrib.parse.morphology.phrases import phrases
from attrib.parse.morphology.table import Table
from attrib.text.analysis import Word
from attrib.text.loading import load_language

LEXICON = Lexicon(Table(names={"Norwegens": 1 << 28}), load_language("de").paradigms)


def found(text: str) -> list[str]:
    """The phrases of a sentence as their words in order, the preposition in brackets; phrases of one word left out.

    A line is form, part of speech, head and relation.
    """
    rows = [line.split() for line in text.strip().splitlines()]
    words = [
        Word(number, form, form, tag, "", int(head), relation, 0, 0)
        for number, (form, tag, head, relation) in enumerate(rows, start=1)
    ]
    shown = []
    for phrase in sorted(phrases(words, LEXICON), key=lambda phrase: phrase.head):
        governing = [f"({words[phrase.preposition].text})"] if phrase.preposition is not None else []
        members = [words[member].text for member in sorted(phrase.members)]
        if len(members) > 1 or governing:
            shown.append(" ".join([*governing, *members]))
    return shown


def test_order_of_tags() -> None:
    """Preposition, determiners, numbers, adverbs, adjectives, noun."""
    assert found("""
mit ADP 7 case
all DET 7 det
den DET 7 det
drei NUM 7 nummod
sehr ADV 6 advmod
langen ADJ 7 amod
Zügen NOUN 0 root
""") == ["(mit) all den langen Zügen"]


def test_adjectives_in_a_row() -> None:
    """Comma and conjunction between adjectives; a comma behind the noun ends the phrase."""
    assert found("""
ein DET 6 det
stiller ADJ 6 amod
, PUNCT 4 punct
enger ADJ 6 amod
alter ADJ 6 amod
Hof NOUN 0 root
, PUNCT 6 punct
""") == ["ein stiller enger alter Hof"]


def test_an_article_ends_the_phrase_before() -> None:
    """*in der der Statthalter*: two articles belong to two phrases."""
    assert found("""
in ADP 2 case
der DET 4 obl
der DET 4 det
Statthalter NOUN 0 root
""") == ["(in) der", "der Statthalter"]


def test_genitive_before_the_noun() -> None:
    """The name between preposition and noun is a phrase of its own."""
    assert found("""
auf ADP 4 case
Norwegens PROPN 4 nmod
steilen ADJ 4 amod
Straßen NOUN 0 root
""") == ["(auf) steilen Straßen"]


def test_far_from_the_noun() -> None:
    """An article and a preposition before an attribute with words of its own, by their arcs."""
    assert found("""
in ADP 6 case
den DET 6 det
von ADP 4 case
Hagel NOUN 5 obl
zerstörten ADJ 6 amod
Gärten NOUN 0 root
""") == ["(von) Hagel", "(in) den zerstörten Gärten"]


def test_parts_of_a_name() -> None:
    """A second name agrees with the first, not with a noun before it."""
    assert found("""
Pastorin NOUN 0 root
Ute PROPN 1 appos
Harms PROPN 2 flat
""") == ["Ute Harms"]
