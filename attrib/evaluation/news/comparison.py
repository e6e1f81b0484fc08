"""One article against its gold: which statements are found, whose they are, and which stands are taken.

Statements are paired as in `attrib.evaluation.gold`: one to one, so that the sum of the character F1 of their spans is
largest; found from 0.5 on. All of the system's statements count but the publisher's plain own ones.

A stand is right if gold has the same verdict of the same party on the statement that its target is paired with.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attrib.evaluation.gold import pair
from attrib.evaluation.news.gold_article import GoldArticle, GoldStand, GoldStatement
from attrib.evaluation.news.mention import Mention, mention_of
from attrib.evaluation.news.naming import NamedSource, PartyNames, load_wording, party_names
from attrib.evaluation.news.outcome import Credited, Outcome, Outcomes, Pairs
from attrib.evaluation.news.stored import StoredArticle
from attrib.records import Assessment, Statement, Verdict
from attrib.text.language import Language


class Pair(NamedTuple):
    """A statement of gold with what was found of it."""

    gold: GoldStatement
    mention: Mention
    found: Statement | None
    """None if it was missed."""
    credited: tuple[Credited, ...] = ()
    outcome: Outcome | None = None
    """None if it was missed."""


class Stand(NamedTuple):
    """A stand as two are compared: on which statement, which verdict, by which party."""

    target: int | str | None
    """The place of the gold statement, the id of one that gold does not have, or None if there is no target."""
    verdict: Verdict
    by: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What there is to say of one article."""

    name: str
    text: str
    pairs: Sequence[Pair]
    """Every statement of gold, in its order."""
    spurious: Sequence[tuple[Statement, tuple[Credited, ...]]]
    """Those of the system that gold does not have."""
    gold_stands: Mapping[Stand, GoldStand]
    found_stands: Mapping[Stand, Assessment]

    @property
    def found(self) -> Sequence[tuple[Pair, Statement]]:
        """The statements of gold that were found."""
        return [(each, each.found) for each in self.pairs if each.found is not None]


def compare(article: GoldArticle, stored: StoredArticle, *, language: Language) -> Comparison:
    """Gold and system of one article side by side."""
    names = party_names(article, stored.text, load_wording(language.code))
    statements = [item for item in stored.statements if not _is_plain(item)]
    pairs = pair([_as_row(item) for item in article.statements], [_as_row(item) for item in statements])
    credited = [_credited(item, stored, names) for item in statements]
    outcomes = Outcomes(article.statements, credited, pairs, names)
    parties = {party.id: party for party in article.parties or ()}

    def compared(place: int, gold: GoldStatement) -> Pair:
        """One statement of gold."""
        mention = mention_of(gold, stored.text, parties, language=language)
        if place not in pairs:
            return Pair(gold, mention, None)
        found = pairs[place]
        return Pair(gold, mention, statements[found], credited[found], outcomes.of(place))

    taken = set(pairs.values())
    return Comparison(
        name=article.document,
        text=stored.text,
        pairs=[compared(*each) for each in enumerate(article.statements)],
        spurious=[(item, credited[place]) for place, item in enumerate(statements) if place not in taken],
        gold_stands=dict(_gold_stands(article)),
        found_stands=dict(_found_stands(stored, statements, pairs, names.party)),
    )


def _is_plain(statement: Statement) -> bool:
    """Whether it is the publisher's own, and nothing more is to be said of it."""
    own = statement.type == "author" and statement.status_in_document == "asserted"
    return own and statement.distance == "neutral"


def _as_row(statement: GoldStatement | Statement) -> Mapping[str, object]:
    return {"spans": statement.spans, "type": statement.type, "level": statement.level}


def _credited(statement: Statement, stored: StoredArticle, names: PartyNames) -> tuple[Credited, ...]:
    sources = [(stored.sources[link.source], link.mention) for link in stored.credits(statement)]
    return tuple(Credited(source, mention, names.party(source)) for source, mention in sources)


def _gold_stands(article: GoldArticle) -> Iterator[tuple[Stand, GoldStand]]:
    for place, statement in enumerate(article.statements):
        for stand in statement.assessments:
            yield Stand(place, stand.verdict, stand.by), stand


def _found_stands(
    stored: StoredArticle,
    statements: Sequence[Statement],
    pairs: Pairs,
    party: Callable[[NamedSource], str | None],
) -> Iterator[tuple[Stand, Assessment]]:
    """The stands on statements that count, and those without a target."""
    places = {statements[found].id: place for place, found in pairs.items()}
    counted = {item.id for item in statements}
    for stand in stored.stands:
        if stand.statement is None or stand.statement in counted:
            target = None if stand.statement is None else places.get(stand.statement, stand.statement)
            yield Stand(target, stand.verdict, party(stored.sources[stand.source])), stand
