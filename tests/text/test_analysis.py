"""An analysis survives CoNLL-U unchanged, and what is malformed is named by its line."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import ResourceError
from attrib.records import Span
from attrib.text.analysis import Analysis, Entity, Sentence, Word, read_conllu, write_conllu


def word(number: int, text: str, start: int, **fields: object) -> Word:
    """A word with plain values for everything that does not matter."""
    plain: dict[str, object] = {"lemma": text, "upos": "X", "feats": "", "head": 0, "deprel": "dep"}
    return Word(number=number, text=text, start=start, **{"end": start + len(text), **plain, **fields})  # type: ignore[arg-type]


IM_HAUS = Sentence(
    number=0,
    part=3,
    start=10,
    end=28,
    words=(
        word(1, "Kim", 10, upos="PROPN", head=2, deprel="nsubj", feats="Case=Nom|Number=Sing"),
        word(2, "wohnt", 14, lemma="wohnen", upos="VERB", feats="VerbForm=Fin", deprel="root"),
        word(3, "in", 20, end=22, upos="ADP", head=5, deprel="case", surface=2),
        word(4, "dem", 20, end=22, lemma="der", upos="DET", head=5, deprel="det"),
        word(5, "Haus", 23, upos="NOUN", head=2, deprel="obl"),
        word(6, ".", 27, upos="PUNCT", head=2, deprel="punct"),
    ),
    entities=(Entity(10, 13, "PER"), Entity(20, 27, "LOC")),
)


def test_contractions_and_entities_come_back() -> None:
    """`im` keeps its one place for two words, names keep their places and kinds."""
    assert read_conllu(write_conllu(Analysis((IM_HAUS,)))) == Analysis((IM_HAUS,))


def test_conllu_is_what_other_programs_read() -> None:
    """Ten columns, a range for a contraction, comments first, an empty line behind each sentence."""
    text = write_conllu(Analysis((IM_HAUS,)))
    lines = text.removesuffix("\n\n").split("\n")
    assert [line for line in lines if line.startswith("#")] == lines[:4]
    assert all(len(line.split("\t")) == 10 for line in lines[4:])
    assert [line.split("\t")[0] for line in lines[4:]] == ["1", "2", "3-4", "3", "4", "5", "6"]
    assert text.endswith("\n\n")


@pytest.mark.parametrize("text", ["", "\n\n", "\r\n"])
def test_no_sentences(text: str) -> None:
    """An empty text is an empty analysis."""
    assert read_conllu(text) == Analysis(())


def test_offsets_of_windows_line_ends_do_not_matter() -> None:
    """A file that was saved with CRLF is read as well."""
    text = write_conllu(Analysis((IM_HAUS, IM_HAUS))).replace("\n", "\r\n")
    assert [len(sentence.words) for sentence in read_conllu(text).sentences] == [6, 6]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2\twohnt\t", "2\t"),
        ("2\twohnt\t", "zwei\twohnt\t"),
        ("\t0\troot\t", "\t_\troot\t"),
        ("start_char=14|", ""),
        ("end_char=19", "end_char=x"),
        ("3-4\t", "3-\t"),
        ("ent=1", "ent=x"),
    ],
)
def test_a_malformed_line_is_named(old: str, new: str) -> None:
    """By its number in the file."""
    text = write_conllu(Analysis((IM_HAUS,)))
    broken = text.replace(old, new, 1)
    assert broken != text
    changed = [new == old for old, new in zip(text.split("\n"), broken.split("\n"), strict=True)].index(False) + 1
    with pytest.raises(ResourceError, match=rf"line {changed}\b"):
        read_conllu(broken)


@pytest.mark.parametrize("head", ["7", "99", "-1"])
def test_a_head_outside_the_sentence_is_named(head: str) -> None:
    """Rather than found out by a later stage."""
    broken = write_conllu(Analysis((IM_HAUS,))).replace("\t2\tpunct\t", f"\t{head}\tpunct\t")
    with pytest.raises(ResourceError, match="line 11"):
        read_conllu(broken)


def test_the_tree_of_a_sentence() -> None:
    """Heads, children, root and subtrees follow from the arcs."""
    kim, wohnt, _, _, haus, _ = IM_HAUS.words
    assert IM_HAUS.root is wohnt
    assert IM_HAUS.head(kim) is wohnt
    assert IM_HAUS.head(wohnt) is None
    assert [child.text for child in IM_HAUS.children(haus)] == ["in", "dem"]
    assert [item.text for item in IM_HAUS.subtree(haus)] == ["in", "dem", "Haus"]


def test_a_cycle_ends() -> None:
    """Two words that hang on each other are each other's subtree, once."""
    words = (word(1, "a", 0, head=2), word(2, "b", 2, head=1))
    sentence = Sentence(0, 0, 0, 3, words)
    assert sentence.subtree(words[0]) == list(words)
    assert sentence.root is None


def test_spans() -> None:
    """Half-open: neighbours do not overlap, a span contains itself."""
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))
    assert Span(0, 3).contains(Span(0, 3))
    assert not Span(0, 3).contains(Span(2, 5))


def test_features() -> None:
    """Morphology is asked by whole features, relations by their universal part."""
    kim = IM_HAUS.words[0]
    assert kim.has("Case=Nom")
    assert not kim.has("Case=No")
    assert word(1, "a", 0, deprel="nsubj:pass").relation == "nsubj"


FORMS = st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=6)
TAGS = st.sampled_from(["NOUN", "VERB", "X"])


@st.composite
def sentences(draw: st.DrawFn, number: int, place: int) -> Sentence:
    """A sentence of any words with gaps, contractions and names."""
    forms = draw(st.lists(FORMS, min_size=1, max_size=6))
    words = list(_placed(draw, forms, place))
    tokens = [
        item
        for item in words
        if item.surface != 0 or item.start != (words[item.number - 2].start if item.number > 1 else -1)
    ]
    names = draw(st.lists(st.sampled_from(tokens), max_size=2, unique=True))
    entities = tuple(Entity(item.start, item.end, draw(st.sampled_from(["PER", "LOC", "ORG"]))) for item in names)
    start = place - draw(st.integers(0, min(2, place)))
    return Sentence(number, draw(st.integers(0, 9)), start, words[-1].end, tuple(words), tuple(sorted(entities)))


def _placed(draw: st.DrawFn, forms: list[str], place: int) -> Iterator[Word]:
    count = len(forms)
    number = 0
    while number < count:
        place += draw(st.integers(0, 2))
        size = 2 if number + 1 < count and draw(st.booleans()) else 1
        length = draw(st.integers(1, 8))
        for index in range(size):
            form = forms[number]
            number += 1
            yield Word(
                number=number,
                text=form,
                lemma=draw(FORMS),
                upos=draw(TAGS),
                feats=draw(st.sampled_from(["", "Case=Nom", "Case=Nom|Number=Sing"])),
                head=draw(st.integers(0, count)),
                deprel=draw(st.sampled_from(["nsubj", "nsubj:pass", "root"])),
                start=place,
                end=place + length,
                surface=2 if size == 2 and index == 0 else 0,
            )
        place += length


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Up to three sentences, one behind the other."""
    found: list[Sentence] = []
    for number in range(draw(st.integers(0, 3))):
        place = (found[-1].end if found else 0) + draw(st.integers(0, 4))
        found.append(draw(sentences(number, place)))
    return Analysis(tuple(found))


@given(analyses())
def test_every_analysis_comes_back(analysis: Analysis) -> None:
    """Writing and reading gives an equal analysis, also where a form or lemma is `_` or begins with `#`."""
    assert read_conllu(write_conllu(analysis)) == analysis


def test_what_joins_a_phrase_ends_on_a_cycle() -> None:
    """*der Minister, Karl Lund, sagte*: the name leads to its noun, and arcs in a circle to one of their words."""
    words = (
        word(1, "Minister", 0, upos="NOUN", head=4, deprel="nsubj"),
        word(2, "Karl", 9, upos="PROPN", head=1, deprel="appos"),
        word(3, "Lund", 14, upos="PROPN", head=2, deprel="flat"),
        word(4, "sagte", 19, upos="VERB", deprel="root"),
    )
    sentence = Sentence(number=0, part=0, start=0, end=24, words=words, entities=())
    relations = {"appos", "flat"}
    assert sentence.joining(words[2], relations) is words[0]
    assert sentence.joining(words[3], relations) is words[3]
    circle = (*words[:1], replace(words[1], head=3), words[2], words[3])
    broken = Sentence(number=0, part=0, start=0, end=24, words=circle, entities=())
    assert broken.joining(circle[2], relations) in circle[1:3]
