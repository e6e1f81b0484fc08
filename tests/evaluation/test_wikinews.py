"""The scores on the Wikinews quotation corpus, by its own measure and by the strict one, on cases made by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import InputError
from attrib.evaluation.wikinews import CorpusDocument, Group, groups, lowest_digests, pairs, read_corpus, score
from attrib.records import Span
from attrib.statement.wikinews import to_corpus, tokens_in
from tests import articles

CELLS = ("quote", "speaker", "cue", "frame", "addressee", "roles", "joint")


def group(*quote: int, type: str = "Indirect", medium: str = "Speech", **roles: set[int]) -> Group:
    """A group of token numbers."""
    cells = {name: frozenset(roles.get(name, set())) for name in ("speaker", "cue", "frame", "addressee")}
    return Group({"quote": frozenset(quote), **cells}, type, medium)


A = group(0, 1, 2, 3, speaker={5, 6}, cue={4}, frame={4, 5, 6})
B = group(10, 11, 12, 13, type="Direct", speaker={8}, cue={9}, frame={8, 9})


def f1(gold: list[Group], system: list[Group], name: str, *, strict: bool = False) -> float:
    """One F1 of a corpus of one document."""
    figure: float = score([(gold, system)], strict=strict)[name]["f1"]
    return figure


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("name", ["quote", "speaker", "cue", "frame", "roles", "joint", "type", "medium"])
def test_gold_against_itself_is_perfect(name: str, strict: bool) -> None:
    """Every figure is 1, whatever the order."""
    assert f1([A, B], [B, A], name, strict=strict) == 1.0


def test_precision_and_recall_are_means_over_groups() -> None:
    """One quotation half right and one whole: precision (1/2 + 1)/2, recall (1/2 + 1)/2, not counted by tokens."""
    system = group(2, 3, 4, 5, speaker={5, 6})
    found = score([([A, B], [system, B])])
    assert found["quote"] == pytest.approx({"precision": 0.75, "recall": 0.75, "f1": 0.75})


def test_a_short_quotation_weighs_as_much_as_a_long_one() -> None:
    """A group of one token missed out of a hundred and one costs half the recall."""
    long, short = group(*range(100)), group(200)
    assert score([([long, short], [long])])["quote"]["recall"] == 0.5


def test_the_means_are_over_all_documents() -> None:
    """Not means of documents' figures: three groups in two articles, one of them missed."""
    assert score([([A, B], [A]), ([A], [A])])["quote"]["recall"] == pytest.approx(2 / 3)


def test_what_is_missed_and_what_is_too_much() -> None:
    """A missed group lowers recall alone, a superfluous one precision alone."""
    missed, extra = score([([A, B], [A])])["quote"], score([([A], [A, B])])["quote"]
    assert (missed["precision"], missed["recall"]) == (1.0, 0.5)
    assert (extra["precision"], extra["recall"]) == (0.5, 1.0)


def test_empty_roles_are_not_counted() -> None:
    """A speaker that neither has is not right, one that only the system has is wrong."""
    bare = group(0, 1, 2, 3, cue={4})
    assert score([([A], [bare])])["speaker"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert score([([bare], [bare])])["roles"]["f1"] == 1.0
    # Of the system's cells cue is right, speaker and frame are too much.
    assert score([([bare], [A])])["roles"]["precision"] == pytest.approx(1 / 3)


def test_joint_is_over_all_five_cells() -> None:
    """Quote, cue and frame right, speaker wrong: three of four."""
    system = group(0, 1, 2, 3, speaker={7}, cue={4}, frame={4, 5, 6})
    found = score([([A], [system])])
    assert found["joint"]["f1"] == pytest.approx(3 / 4)
    assert found["roles"]["f1"] == pytest.approx(2 / 3)


def test_a_pair_without_overlap_earns_credit_in_the_corpus_measure_alone() -> None:
    """Type, medium and roles count there though no word is shared; the strict measure parts the two."""
    elsewhere = group(50, 51, speaker={5, 6}, cue={4}, frame={4, 5, 6})
    assert f1([A], [elsewhere], "type") == f1([A], [elsewhere], "roles") == 1.0
    assert f1([A], [elsewhere], "type", strict=True) == f1([A], [elsewhere], "roles", strict=True) == 0.0
    assert f1([A], [elsewhere], "quote") == f1([A], [elsewhere], "quote", strict=True) == 0.0


@pytest.mark.parametrize("strict", [False, True])
def test_types(strict: bool) -> None:
    """Counted over groups: one of two right, and the one that is wrong counts against both types."""
    system = [A, group(10, 11, 12, 13, type="Indirect")]
    found = score([([A, B], system)], strict=strict)
    assert found["type"]["f1"] == 0.5
    assert found["per_type"]["Direct"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert found["per_type"]["Indirect"] == pytest.approx({"precision": 0.5, "recall": 1.0, "f1": 2 / 3})


def test_pairs_are_one_to_one_with_the_largest_sum() -> None:
    """The system's long group pairs with the gold group that it shares more with, though another comes first."""
    first, second = group(0, 1), group(2, 3, 4, 5)
    system = group(1, 2, 3, 4, 5)
    assert pairs([first, second], [system], strict=False) == [(second, system), (first, None)]


def test_type_then_medium_decide_between_equals() -> None:
    """Two system groups over the same tokens: the one of gold's type, then of its medium."""
    other, typed, same = (group(0, 1, type="Direct"), group(0, 1, medium="Writing"), group(0, 1))
    assert pairs([group(0, 1)], [other, typed, same], strict=False)[0][1] is same
    assert pairs([group(0, 1)], [other, typed], strict=False)[0][1] is typed


@pytest.mark.parametrize("strict", [False, True])
def test_nothing_at_all(strict: bool) -> None:
    """No groups give zeros, not an error."""
    assert score([([], [])], strict=strict)["quote"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert score([], strict=strict)["joint"]["f1"] == 0.0


TOKENS = (Span(0, 3), Span(4, 8), Span(8, 9), Span(10, 14))


@pytest.mark.parametrize(
    ("spans", "numbers"),
    [
        ((Span(4, 8),), [1]),
        ((Span(4, 9),), [1, 2]),
        ((Span(3, 4),), []),
        ((Span(5, 6),), [1]),
        ((Span(0, 3), Span(10, 14)), [0, 3]),
        ((Span(0, 5), Span(4, 8)), [0, 1]),
        ((), []),
    ],
)
def test_spans_become_tokens(spans: tuple[Span, ...], numbers: list[int]) -> None:
    """Every token that shares a character with a span, once."""
    assert tokens_in(spans, TOKENS) == numbers


def words_of(text: str) -> tuple[Span, ...]:
    """Tokens between blanks."""
    spans: list[Span] = []
    for word in text.split():
        start = text.index(word, spans[-1].end if spans else 0)
        spans.append(Span(start, start + len(word)))
    return tuple(spans)


def test_our_annotation_in_the_corpus_format() -> None:
    """Author statements are left out, types and media have the corpus' names, a frame only where it knows one."""
    document = CorpusDocument("a", articles.TEXT_A, words_of(articles.TEXT_A), ())
    found = to_corpus(articles.article_a(), name=document.name, tokens=document.tokens)
    assert found["documentName"] == "a"
    assert [item["type"] for item in found["annotations"]] == ["Indirect", "Reported", "Direct", "Indirect", "Direct"]
    claim, silence = found["annotations"][:2]
    words = articles.TEXT_A.split()
    assert [words[number] for number in claim["quote"]["tokenIds"]] == [
        "1.500",
        "Soldaten",
        "würden",
        "in",
        "Russland",
        "ausgebildet.",
    ]
    assert [words[number] for number in claim["cue"]["tokenIds"]] == ["hieß", "es"]
    assert claim["medium"] == "SW"
    assert silence["frame"]["tokenIds"] == []


def test_our_annotation_can_be_scored() -> None:
    """What is written in the corpus' format is read back as groups."""
    document = CorpusDocument("a", articles.TEXT_A, words_of(articles.TEXT_A), ())
    own = groups(to_corpus(articles.article_a(), name=document.name, tokens=document.tokens)["annotations"])
    assert score([(own, own)], strict=True)["joint"]["f1"] == 1.0


def article(**fields: Any) -> dict[str, Any]:
    """An article in the corpus' format with one quotation."""
    plain: dict[str, Any] = {
        "documentName": "Pass",
        "originalText": "Er sagte: nein",
        "tokens": [{"charBegin": 0, "charEnd": 2}, {"charBegin": 3, "charEnd": 8}, {"charBegin": 10, "charEnd": 14}],
        "annotations": [
            {
                "quote": {"tokenIds": [2]},
                "speaker": {"tokenIds": [0]},
                "cue": None,
                "type": "Indirect",
                "medium": "Speech",
            },
            {"quote": {"tokenIds": []}, "type": "Direct"},
        ],
    }
    return plain | fields


def test_a_corpus_is_read(tmp_path: Path) -> None:
    """Text, tokens and groups; roles that are null or missing are empty, annotations without tokens are none."""
    (tmp_path / "a.json").write_text(json.dumps(article()), encoding="utf-8")
    (document,) = read_corpus(tmp_path)
    assert (document.name, document.tokens[1]) == ("Pass", Span(3, 8))
    assert [(item.quote, item.cells["speaker"], item.cells["cue"], item.type) for item in document.gold] == [
        (frozenset({2}), frozenset({0}), frozenset(), "Indirect")
    ]
    assert document.document().text == "Er sagte: nein"


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        "3",
        "{}",
        json.dumps(article(tokens=[{"charBegin": 0}])),
        json.dumps(article(tokens=3)),
        json.dumps(article(annotations=[{"type": "Direct"}, 3])),
        json.dumps(article(annotations=[{"quote": {"tokenIds": [0]}}])),
        json.dumps(article(annotations=[{"quote": [0], "type": "Direct"}])),
    ],
)
def test_a_malformed_article_is_named(tmp_path: Path, content: str) -> None:
    """By its file."""
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json"):
        list(read_corpus(tmp_path))


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    """Rather than scored."""
    with pytest.raises(InputError, match=tmp_path.name):
        list(read_corpus(tmp_path))


def test_what_is_held_out_is_chosen_by_digest() -> None:
    """The names with the lowest SHA-256, whatever the order of the files: 2e7d… (c), 3e23… (b), ca97… (a)."""
    documents = [CorpusDocument(name, "", (), ()) for name in "abc"]
    assert [item.name for item in lowest_digests(documents, 2)] == ["c", "b"]
    assert lowest_digests(reversed(documents), 2) == lowest_digests(documents, 2)
