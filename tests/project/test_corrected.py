"""Sentences corrected by hand take the place of the parser's, and the rows behind them are told apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from attrib.errors import InputError
from attrib.records import Document, Part
from attrib.text.analysis import Analysis, Sentence, Word
from bench.corrected import Parsed, corrected, differences
from tests import frozen

TEXT = "Das Boot sank laut einem Zeugen bei Aue. Niemand sah es."
SINKING = (
    ("Das", "der", "DET", "Case=Nom|Number=Sing", 2, "det"),
    ("Boot", "Boot", "NOUN", "Case=Nom|Gender=Neut|Number=Sing", 3, "nsubj"),
    ("sank", "sinken", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", 0, "root"),
    ("laut", "laut", "ADP", "", 6, "case"),
    ("einem", "ein", "DET", "Case=Dat|Number=Sing", 6, "det"),
    ("Zeugen", "Zeuge", "NOUN", "Case=Dat|Gender=Masc|Number=Sing", 3, "obl"),
    ("bei", "bei", "ADP", "", 8, "case"),
    ("Aue", "Aue", "PROPN", "Case=Dat|Gender=Neut|Number=Sing", 6, "nmod"),
    (".", ".", "PUNCT", "", 3, "punct"),
)
SEEING = (
    ("Niemand", "niemand", "PRON", "Case=Nom|Number=Sing", 2, "nsubj"),
    ("sah", "sehen", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", 0, "root"),
    ("es", "es", "PRON", "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs", 2, "obj"),
    (".", ".", "PUNCT", "", 2, "punct"),
)


def sentence(number: int, start: int, rows: Sequence[tuple[str, str, str, str, int, str]]) -> Sentence:
    """A sentence of the text, from the place where it begins."""
    words = []
    end = start
    for counted, (text, lemma, upos, feats, head, deprel) in zip(count(1), rows, strict=False):
        begin = TEXT.index(text, end)
        end = begin + len(text)
        words.append(Word(counted, text, lemma, upos, feats, head, deprel, begin, end))
    return Sentence(number, 0, words[0].start, words[-1].end, tuple(words))


SANK, SAW = sentence(0, 0, SINKING), sentence(1, 41, SEEING)
PARSED = Analysis((SANK, SAW))


def hung(item: Sentence, number: int, head: int, relation: str) -> Sentence:
    """A sentence with another arc."""
    words = (replace(word, head=head, deprel=relation) if word.number == number else word for word in item.words)
    return replace(item, words=tuple(words))


def test_a_corrected_arc_changes_who_is_credited() -> None:
    """Where a phrase hangs says whether it belongs to the witness; what stays as it is, is not told."""
    document = Document(id="d" * 12, name="boot.txt", text=TEXT)
    part = Part(document=document.id, number=0, kind="paragraph", start=0, end=len(TEXT))
    article = Parsed(document, (part,), PARSED, frozen.GERMAN)
    mine = hung(SANK, 8, 3, "obl")
    before = article.annotation(frozen.REGISTRY)
    lines = list(differences(before, article.annotation(frozen.REGISTRY, [mine])))
    assert [line[0] for line in lines] == ["-", "+"]
    assert lines[0].endswith("(according_to:laut): Das Boot sank")
    assert lines[1].endswith("(according_to:laut): Das Boot sank … bei Aue")
    assert not list(differences(before, article.annotation(frozen.REGISTRY, PARSED.sentences)))


def test_sentences_may_be_cut_otherwise() -> None:
    """One sentence for two; what stands behind it is numbered anew."""
    further = [replace(word, number=word.number + 9, head=word.head + 9) for word in SAW.words]
    one = Sentence(7, 0, SANK.start, SAW.end, (*SANK.words, *further))
    assert [item.number for item in corrected(PARSED, [one]).sentences] == [0]
    assert corrected(PARSED, [SAW]) == PARSED
    assert corrected(corrected(PARSED, [one]), PARSED.sentences) == PARSED


def test_no_word_is_lost() -> None:
    """A correction of half a sentence, or in another part, is refused."""
    half = replace(SANK, end=SANK.words[5].end, words=SANK.words[:6])
    with pytest.raises(InputError, match="Only the parser has a word at 32–35"):
        corrected(PARSED, [half])
    with pytest.raises(InputError, match="Only the parser has a word at 41–48"):
        corrected(PARSED, [replace(SAW, part=2)])
    longer = replace(SANK, end=SAW.end, words=(*SANK.words, replace(SAW.words[0], start=40)))
    with pytest.raises(InputError, match="Only the correction has a word at 40–48"):
        corrected(PARSED, [longer])
