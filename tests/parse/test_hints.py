"""What the parser is told of words' features."""

from dataclasses import dataclass, field

from attrib.parse.hints import hint, takes_hints


@dataclass
class Numbering:
    """Stanza's numbering of one column: parts of a code that it has seen, and one number for all others."""

    seen: frozenset[str]

    def unit2id(self, unit: str) -> list[int]:
        """A number for each part of a code."""
        return [sorted(self.seen).index(part) + 2 if part in self.seen else 1 for part in unit.split("-")]


@dataclass
class Step:
    """As much of Stanza's step for trees as is asked."""

    vocab: dict[str, Numbering] = field(default_factory=dict)


def test_codes() -> None:
    """Case and number of what is declined, form and mood of verbs; nothing of what has neither."""
    assert hint("Case=Acc|Definite=Def|Gender=Masc|Number=Sing|PronType=Art") == "Acc-Sing"
    assert hint("Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin") == "Plur-Fin-Ind"
    assert hint("Degree=Pos") == hint("_") == "_"


def test_only_a_parser_that_learned_codes_is_told() -> None:
    """One trained on other tags of that column numbers our codes like any word it has not seen."""
    assert takes_hints(Step({"xpos": Numbering(frozenset({"Nom", "Sing", "Plur"}))}))
    assert not takes_hints(Step({"xpos": Numbering(frozenset({"NN", "NNP", "VBD"}))}))
