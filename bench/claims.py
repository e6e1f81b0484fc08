"""How the cost of grouping statements into claims grows: `python bench/claims.py [STATEMENTS …]`.

Statements are made from templates: an event, one to three parties, a place, a figure, other nouns. One in five repeats
what was said before in other words. Printed for each size: seconds, seconds for a thousand statements, claims, and how
many statements they hold.
"""

import random
import sys
import time

from attrib.statement.grouping import Proposition, groups
from attrib.text.loading import load_language

SIZES = (12_500, 25_000, 50_000, 100_000)
COUNTRIES = [f"{first}{second}" for first in "ABCDEFGHIJ" for second in "ABCDEFGHIJ"]
TOPICS = [f"ding{number}" for number in range(2000)]


def statements(count: int, *, seed: int = 1) -> list[Proposition]:
    """Statements from templates; about one in five repeats what was said before in other words."""
    chance = random.Random(seed)
    classes = [entry for entry in load_language("de").events if not entry.amount]
    found: list[Proposition] = []
    for number in range(count):
        if found and chance.random() < 0.2:
            found.append(_again(chance.choice(found), f"s{number:07}", chance))
            continue
        entry = chance.choice(classes)
        is_class = chance.random() < 0.6
        force = chance.random() < 0.3
        counted = frozenset({"military" if force else chance.choice(TOPICS)}) if chance.random() < 0.3 else frozenset()
        parties = {chance.choice(COUNTRIES) for _ in range(chance.randint(1, 3))}
        found.append(
            Proposition(
                f"s{number:07}",
                entry.name if is_class else f"verb{int(chance.expovariate(0.005))}",
                is_class=is_class,
                implied=entry.implies if is_class else None,
                participants=frozenset(parties | ({"military"} if force else set())),
                places=frozenset({chance.choice(COUNTRIES)}) if chance.random() < 0.4 else frozenset(),
                topics=frozenset(chance.sample(TOPICS, chance.randint(0, 4))),
                counted=counted,
                value=(float(chance.randint(1, 20_000)), None) if counted else None,
            )
        )
    return found


def _again(one: Proposition, key: str, chance: random.Random) -> Proposition:
    """The same thing with another figure or without its place."""
    value = (float(chance.randint(1, 20_000)), None) if one.counted and chance.random() < 0.5 else one.value
    places = one.places if chance.random() < 0.7 else frozenset[str]()
    return Proposition(
        key,
        one.event,
        is_class=one.is_class,
        implied=one.implied,
        participants=one.participants,
        places=places,
        topics=one.topics,
        counted=one.counted,
        value=value,
    )


def main(sizes: list[int]) -> None:
    """One line for each size."""
    print(f"{'statements':>10} {'s':>7} {'s/1000':>7} {'claims':>7} {'held':>7}")
    for size in sizes:
        given = statements(size)
        started = time.perf_counter()
        claims = groups(given)
        seconds = time.perf_counter() - started
        held = sum(len(claim) for claim in claims)
        print(f"{size:>10} {seconds:>7.2f} {1000 * seconds / size:>7.3f} {len(claims):>7} {held:>7}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
