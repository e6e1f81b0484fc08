"""Which statements put the same thing forward: pairs that agree in event and participants, joined into claims.

Precision goes before recall: what is doubtful stays apart. Different figures for the same thing are versions of one
claim and no reason to part; different places and different things counted are. Statements are compared only if they
share a blocking key, and statements with equal keys are compared once, so that the cost grows with their number, not
with its square.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple, Protocol

from attrib.statement.setting import FORCES, Settings, is_general

ALONE = "same_setting_alone"
"""The rule by which a single statement belongs to a claim, and joins it to no other one."""
_BY_SETTING = frozenset({"same_setting", ALONE})
NOWHERE = Settings()
"""Of no article is known what it is about."""
SAME_PARTICIPANTS = 0.6
"""Share of common participants and places (Jaccard) from which two statements of one event are about the same."""
SAME_WORDS = 0.6
"""Share of all common keys from which two statements with one verb of no class are about the same."""
APART = 10
"""Days from which two reports of something momentary, such as an attack, are of two events."""
_NOUN = 4
"""Letters from which a noun is looked for at the end of compounds."""
WINDOW = 25
"""In a crowded block a statement is compared only with so many that follow it in the order of their keys."""


Figures = tuple[float | None, float | None]
"""A figure, and the upper one of a range."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one statement is about, as `attrib.statement.proposition` found it, and the figure it gives."""

    statement: str
    event: str
    is_class: bool = True
    """Whether the event is a class of words, not a stem."""
    is_amount: bool = False
    is_of_people: bool = False
    """Whether whatever is counted in the event are people."""
    implied: str | None = None
    participants: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    value: Figures | None = None
    language: str = ""
    neutral: "Neutral | None" = None
    """The same in words of no language; None if the event has none."""
    days: tuple[int, int] | None = None
    """For what happens again and again: the first and the last day on which it may have been said."""
    document: str | None = None
    """The article, where what it is about may be left out of a statement."""
    strong: frozenset[str] = field(init=False, compare=False)
    """Participants and places."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "strong", self.participants | self.places)

    @property
    def events(self) -> frozenset[str]:
        """The event and what it implies."""
        return frozenset({self.event} if self.implied is None else {self.event, self.implied})

    @property
    def signature(self) -> tuple[object, ...]:
        """Everything but the statement: equal ones are the same proposition."""
        sets = (self.participants, self.places, self.topics, self.counted)
        return (
            self.event,
            *(tuple(sorted(each)) for each in sets),
            repr(self.value),
            self.days,
            self.language,
            self.document or "",
        )


@dataclass(frozen=True, slots=True)
class Neutral:
    """What a statement is about in words that all languages share: events, countries, parties, names, things.

    `proposition` leaves out topics and what is counted if the language's list of things does not have them; `is_whole`
    says whether it has all topics.
    """

    proposition: "Proposition"
    is_whole: bool


class Likeness(NamedTuple):
    """Why two statements belong together, and how much they have in common (0 to 1)."""

    share: float
    rule: str
    reason: str


def likeness(one: Proposition, other: Proposition, settings: Settings = NOWHERE) -> Likeness | None:
    """What makes two statements one claim; None if they are not. `settings` say which articles tell of one matter."""
    if one.language != other.language:
        return _across(one, other)
    if _part_ways(one.places, other.places) or _part_ways(one.counted, other.counted):
        return None
    if _days_between(one, other) > APART:
        return None
    if one.counted and other.counted:
        found = _same_count(one, other)
        if found is not None:
            return found
    if one.event != other.event or one.is_amount:
        return None
    alike = _same_event(one, other) if one.is_class else _same_words(one, other)
    return alike or _same_setting(one, other, settings)


def _across(one: Proposition, other: Proposition) -> Likeness | None:
    """The same for statements in different languages.

    Where things are named of which it is not known what the other language calls them, one must be common to both,
    unless forces are moved.
    """
    if one.neutral is None or other.neutral is None:
        return None
    mine, theirs = one.neutral.proposition, other.neutral.proposition
    told = (one.neutral.is_whole and other.neutral.is_whole) or mine.topics & theirs.topics
    return likeness(mine, theirs) if told or _moves(mine.strong & theirs.strong) else None


def _part_ways(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _days_between(one: Proposition, other: Proposition) -> int:
    """Days between two reports of something momentary; 0 where that does not matter or is not known."""
    if one.days is None or other.days is None:
        return 0
    return max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _same_event(one: Proposition, other: Proposition) -> Likeness | None:
    """*Nordkorea hat Soldaten nach Russland entsandt*, *nordkoreanische Truppen sind in Russland*."""
    common, share = one.strong & other.strong, _share(one.strong, other.strong)
    # *liefert Munition*, *liefert Raketen*: the same parties, but the thing is another one.
    # *In Odessa wurden Menschen getötet*, said in the same days, needs no second party.
    few = 1 if one.days is not None and other.days is not None and one.topics & other.topics else 2
    if len(common) < few or share < SAME_PARTICIPANTS:
        return None
    if _part_ways(one.topics, other.topics) and not _moves(common):
        return None
    return Likeness(share, "same_event", f"{one.event}: {', '.join(sorted(common))}")


def _moves(common: frozenset[str]) -> bool:
    """Whether the forces themselves are what is moved, so that other nouns of the clause are circumstances."""
    return FORCES in common


def _same_count(one: Proposition, other: Proposition) -> Likeness | None:
    """The same things counted in the same place: *11.000 Soldaten trainieren*, *die Zahl stieg auf 12.000 Soldaten*."""
    common, share = one.strong & other.strong, _share(one.strong, other.strong)
    # *bis zu 10.000 Soldaten mobilisiert*: a verb of no class may say anything of them.
    is_amount = (one.is_amount and other.is_class) or (other.is_amount and one.is_class)
    compatible = bool(one.events & other.events) or is_amount
    things = ", ".join(sorted(one.counted & other.counted))
    if compatible and len(common) >= 2 and share >= SAME_PARTICIPANTS:
        return Likeness(share, "same_count", f"{things}: {', '.join(sorted(common))}")
    if one.event == other.event and common and one.value is not None and one.value == other.value:
        return Likeness(max(share, 0.5), "same_figure", f"{things} {one.value[0]:g}: {', '.join(sorted(common))}")
    return None


def _same_words(one: Proposition, other: Proposition) -> Likeness | None:
    """A verb of no class needs nearly the same words around it."""
    mine, theirs = one.strong | one.topics, other.strong | other.topics
    common, share = mine & theirs, _share(mine, theirs)
    if len(common) < 3 or share < SAME_WORDS or not one.strong & other.strong:
        return None
    return Likeness(share, "same_words", f"{one.event}: {', '.join(sorted(common))}")


def _same_setting(one: Proposition, other: Proposition, settings: Settings) -> Likeness | None:
    """*In Odessa starben zwei Menschen*, *drei Tote*: two articles of one matter, each of which knows the names."""
    common = settings.common(one.document, other.document)
    if not common or not _is_known(one, other, settings) or not _is_known(other, one, settings):
        return None
    if _part_ways(one.strong, other.strong):
        return None
    matched = {key for key in one.strong & other.strong if not is_general(key)}
    matched |= _common_topics(one.topics, other.topics)
    plain = len(matched) >= (1 if one.is_class else 2) or _is_once(one, other)
    if not plain and not _says_little(one, other):
        return None
    share = max(_share(one.strong | one.topics, other.strong | other.topics), 0.1)
    about = ", ".join(sorted(matched)) or "nothing else"
    return Likeness(
        share / 2,
        "same_setting" if plain else ALONE,
        f"{one.event}: {about}; both articles tell of {', '.join(sorted(common))}",
    )


def _is_once(one: Proposition, other: Proposition) -> bool:
    """*Drei Menschen starben*, *drei Tote*: what happens to people, or happens at one time, needs no further word."""
    return one.is_of_people or (one.days is not None and not (one.topics and other.topics))


def _says_little(one: Proposition, other: Proposition) -> bool:
    """*Eine zweite Entsendung werde erfolgen*: of an event of a class one of the two names nobody, or nothing else."""
    return one.is_class and bool(one.topics) + bool(other.topics) < 2 and bool(one.strong) != bool(other.strong)


def _is_known(one: Proposition, other: Proposition, settings: Settings) -> bool:
    """Whether the other's article tells of those who take part in a statement, but for one in three."""
    told = other.strong | other.topics | settings.names(other.document)
    return 3 * len(one.participants & told) >= 2 * len(one.participants)


def _common_topics(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The nouns of both; of a compound its last part (*Staudamm, Damm*)."""
    ends = {a if len(a) <= len(b) else b for a in one for b in other if _is_end(a, b) or _is_end(b, a)}
    return frozenset(ends)


def _is_end(noun: str, compound: str) -> bool:
    return noun == compound or (len(noun) >= _NOUN and compound.endswith(noun))


class Block(NamedTuple):
    """Places of propositions in a list that share a blocking key, those that have most in common side by side."""

    key: tuple[str, ...]
    places: Sequence[int]
    is_across: bool = False
    """Whether the key is one of no language, so that only statements in two languages are compared."""

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Those that are compared: a place and the next ones."""
        for index, place in enumerate(self.places):
            yield from ((place, other) for other in self.places[index + 1 : index + 1 + WINDOW])


Pair = tuple[Likeness, int, int]
"""Two places in a list of propositions, the lower one first, and what makes them one claim."""


class ComparesBlocks(Protocol):
    """A way through the blocks of a list of propositions, here or on a cluster."""

    def __call__(self, nodes: Sequence[Proposition], blocks: Iterable[Block], settings: Settings) -> Iterable[Pair]:
        """All pairs of all blocks that are alike, each once."""


def compare_blocks(nodes: Sequence[Proposition], blocks: Iterable[Block], settings: Settings) -> list[Pair]:
    """The same in this process."""
    pairs = {(min(pair), max(pair)) for block in blocks for pair in block.pairs() if _is_compared(block, nodes, pair)}
    compared = ((likeness(nodes[a], nodes[b], settings), a, b) for a, b in sorted(pairs))
    return [(like, a, b) for like, a, b in compared if like is not None]


def _is_compared(block: Block, nodes: Sequence[Proposition], pair: tuple[int, int]) -> bool:
    return not block.is_across or nodes[pair[0]].language != nodes[pair[1]].language


def groups(
    propositions: Iterable[Proposition], settings: Settings = NOWHERE, *, compare: ComparesBlocks = compare_blocks
) -> list[tuple[Proposition, ...]]:
    """The claims of at least two statements, each in the order of the statements' ids, ordered by their first.

    The most alike are joined first; two groups that are at home in different places stay apart, whatever joins a pair
    of their members. The result does not depend on the order in which the statements come, nor on who compares them.
    """
    equal: dict[tuple[object, ...], list[Proposition]] = {}
    for item in sorted(propositions, key=lambda item: item.statement):
        equal.setdefault(item.signature, []).append(item)
    nodes = [node for items in equal.values() for node in _nodes(items)]
    found = [
        tuple(sorted((item for node in cluster for item in nodes[node]), key=lambda item: item.statement))
        for cluster in _joined(nodes, settings, compare)
    ]
    return sorted((group for group in found if len(group) > 1), key=lambda group: group[0].statement)


def _nodes(items: Sequence[Proposition]) -> list[list[Proposition]]:
    """Equal propositions as one node, if they say enough to be one claim; else each by itself where an article may say
    the rest."""
    if likeness(items[0], items[0]) is not None:
        return [list(items)]
    return [[item] for item in items if item.document is not None]


def _joined(nodes: Sequence[Sequence[Proposition]], settings: Settings, compare: ComparesBlocks) -> list[list[int]]:
    """Groups of places in `nodes`: the most alike first, at last single statements that say little."""
    first = [items[0] for items in nodes]
    several = len({item.language for item in first}) > 1
    clusters = [
        _Cluster([place], _places(items, neutral=several), _days(items[0]), _told(items))
        for place, items in enumerate(nodes)
    ]
    home = list(clusters)
    attached: set[int] = set()
    for like, a, b in _in_order(first, compare(first, _blocks(first, settings), settings)):
        one, other = home[a], home[b]
        bare = min(a, b, key=lambda place: len(first[place].strong | first[place].topics))
        if like.rule == ALONE and (bare in attached or not _is_alone(first, bare, home[bare].members)):
            continue
        if one is other or not _may_join(one, other) or (like.rule in _BY_SETTING and _tells_twice(one, other)):
            continue
        if like.rule == ALONE:
            attached.add(bare)
        large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
        large.take(small)
        for member in small.members:
            home[member] = large
    once = {id(cluster): cluster.members for cluster in home}
    return list(once.values())


def _is_alone(nodes: Sequence[Proposition], place: int, members: Sequence[int]) -> bool:
    """Whether no statement but its copies is in the group of one."""
    own = nodes[place]
    return all((nodes[member].strong, nodes[member].topics) == (own.strong, own.topics) for member in members)


def _in_order(nodes: Sequence[Proposition], pairs: Iterable[Pair]) -> list[Pair]:
    """The greatest likeness first; what says little comes last."""
    return sorted(
        pairs,
        key=lambda pair: (
            pair[0].rule == ALONE,
            -pair[0].share,
            nodes[pair[1]].statement,
            nodes[pair[2]].statement,
        ),
    )


def _may_join(one: "_Cluster", other: "_Cluster") -> bool:
    """Whether two groups are at home in one place and, if momentary, at one time."""
    return not _part_ways(one.core, other.core) and _span(one, other) <= 2 * APART


def _tells_twice(one: "_Cluster", other: "_Cluster") -> bool:
    """Whether an article gives both groups a figure, and not the same: *42 Tote bisher*, *zwei Tote am Montag*."""
    both = one.figures.keys() & other.figures.keys()
    return any(one.figures[document] != other.figures[document] for document in both)


@dataclass(slots=True)
class _Cluster:
    """Places in the list of nodes on their way to a claim, with how often each place name occurs in them."""

    members: list[int]
    places: Counter[str]
    days: list[tuple[int, int]]
    figures: dict[str, set[str]]
    """The figures that each article gives."""

    def take(self, other: "_Cluster") -> None:
        """Put the other's statements here too."""
        self.members.extend(other.members)
        self.places.update(other.places)
        self.days = [*self.days, *other.days]
        for document, figures in other.figures.items():
            self.figures.setdefault(document, set()).update(figures)

    @property
    def core(self) -> frozenset[str]:
        """The place names of most members: those named at least half as often as the most frequent one."""
        most = max(self.places.values(), default=0)
        return frozenset(place for place, count in self.places.items() if 2 * count >= most)


def _days(item: Proposition) -> list[tuple[int, int]]:
    return [] if item.days is None else [item.days]


def _told(items: Sequence[Proposition]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for item in items:
        if item.document is not None and item.value is not None:
            found.setdefault(item.document, set()).add(repr(item.value))
    return found


def _span(one: _Cluster, other: _Cluster) -> int:
    """Days between the first and the last report, had two groups of something momentary been joined."""
    days = (*one.days, *other.days)
    return max(first for first, _ in days) - min(last for _, last in days) if days else 0


def _places(items: Sequence[Proposition], *, neutral: bool) -> Counter[str]:
    first = items[0]
    places = first.neutral.proposition.places if neutral and first.neutral is not None else first.places
    return Counter({place: len(items) for place in places})


def _blocks(nodes: Sequence[Proposition], settings: Settings) -> Iterator[Block]:
    """The blocks of at least two; with several languages also those of what is said in words of none."""
    yield from _blocks_of(dict(enumerate(nodes)), settings, is_across=False)
    if len({node.language for node in nodes}) > 1:
        neutral = {place: node.neutral.proposition for place, node in enumerate(nodes) if node.neutral is not None}
        yield from _blocks_of(neutral, settings, is_across=True)


def _blocks_of(nodes: Mapping[int, Proposition], settings: Settings, *, is_across: bool) -> Iterator[Block]:
    by_key: dict[tuple[str, ...], list[int]] = {}
    for place, node in nodes.items():
        for key in (*_blocking_keys(node), *_blocking_names(node, settings)):
            by_key.setdefault(key, []).append(place)
    rank = {place: number for number, place in enumerate(_by_keys(nodes))}
    for key, places in by_key.items():
        if len(places) > 1:
            yield Block(key, sorted(places, key=rank.__getitem__), is_across)


def _by_keys(nodes: Mapping[int, Proposition]) -> list[int]:
    """Places in the order of the keys of what stands there."""
    return sorted(nodes, key=lambda place: (nodes[place].signature[1:3], place))


def _blocking_keys(node: Proposition) -> Iterator[tuple[str, ...]]:
    """What two statements of one claim have in common in any case."""
    pairs = list(combinations(sorted(node.strong), 2))
    for event in sorted(node.events):
        if node.is_class:
            yield from ((event, *pair) for pair in pairs)
            if node.days is not None:
                yield from ((event, key, topic) for key in sorted(node.strong) for topic in sorted(node.topics))
        else:
            yield from ((event, key, topic) for key in sorted(node.strong) for topic in sorted(node.topics))
        if node.value is not None:
            yield from ((event, repr(node.value), thing) for thing in sorted(node.counted))
    # A mere amount fits any event: what is counted and who takes part must do.
    yield from (("#", thing, *pair) for thing in sorted(node.counted) for pair in pairs)


def _blocking_names(node: Proposition, settings: Settings) -> Iterator[tuple[str, ...]]:
    """What two statements have in common whose articles tell of one matter."""
    return ((node.event, name) for name in settings.leading(node.document))
