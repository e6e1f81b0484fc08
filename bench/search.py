"""How well full text finds German words in their forms and compounds, by several ways to look at words.

    python -m bench.search DATABASE    # a working database, such as the one that `python -m bench.rows dump` leaves

Asks the questions of `bench/search_queries.yml` of the words of all statements and prints precision, recall and F1,
each the mean over the questions. What answers a question is said there by regular expressions, which were written
before anything was measured. By the results were chosen the two lengths in `attrib/languages/de/search.yml`; and two
questions that nothing in the texts answered were exchanged after the first run.
"""

import argparse
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from attrib.resources import load_records
from attrib.store.search import spellings
from attrib.store.stems import Stems, stems

QUERIES = Path(__file__).with_name("search_queries.yml")
Keys = Callable[[str], Iterable[str]]


class Question(BaseModel):
    """What is typed, and the words that answer each word of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    query: str
    means: tuple[str, ...]


class Way(NamedTuple):
    """A way to look at words: the keys under which the index holds one, and those by which it is looked up."""

    name: str
    held: Keys
    asked: Keys


def plain(word: str) -> str:
    """Small letters without dots, as the tokenizer has them."""
    return word.lower().translate(str.maketrans("äöü", "aou"))


def cistem(word: str) -> str:
    """The stemmer CISTEM (Weissweiler and Fraser 2017, https://github.com/LeonieWeissweiler/CISTEM)."""
    is_upper, stem = word[:1].isupper(), plain(word).replace("ß", "ss")
    stem = re.sub(r"^ge(.{4,})", r"\1", stem).replace("sch", "$").replace("ei", "%").replace("ie", "&")
    stem = re.sub(r"(.)\1", r"\1*", stem)
    while len(stem) > 3:
        ends = (r"e[mr]$|nd$" if len(stem) > 5 else r"(?!)", r"(?!)" if is_upper else r"t$", r"[esn]$")
        shorter = next((short for end in ends if (short := re.sub(end, "", stem)) != stem), stem)
        if shorter == stem:
            break
        stem = shorter
    return re.sub(r"(.)\*", r"\1\1", stem).replace("%", "ei").replace("$", "sch").replace("&", "ie")


def ways(texts: Sequence[str]) -> list[Way]:
    """All of them; lemmas where simplemma is installed."""
    known = Stems(texts)

    def spelled(word: str) -> Iterable[str]:
        return {plain(each) for each in (word, *spellings(word).split())}

    found = [
        Way("words and their spellings", spelled, lambda word: [plain(word)]),
        Way("CISTEM", lambda word: [cistem(word)], lambda word: [cistem(word)]),
        Way("Snowball", stems, stems),
        Way("Snowball and parts of compounds", known.keys, stems),
    ]
    try:
        from simplemma import lemmatize
    except ImportError:
        return found

    def lemma(word: str) -> Iterable[str]:
        return [lemmatize(word, lang="de").lower()]

    return [*found[:2], Way("lemmas (simplemma)", lemma, lemma), *found[2:]]


def answers(question: Question, held: Mapping[int, frozenset[str]]) -> set[int]:
    """The statements that answer a question."""
    patterns = [re.compile(each) for each in question.means]
    words = frozenset().union(*held.values())
    good = [frozenset(word for word in words if pattern.search(word.lower())) for pattern in patterns]
    return {key for key, own in held.items() if all(own & each for each in good)}


def found_by(way: Way, questions: Sequence[Question], held: Mapping[int, frozenset[str]]) -> list[set[int]]:
    """What each question finds."""
    keys = lru_cache(maxsize=None)(lambda word: frozenset(way.held(word)))
    index: dict[str, set[int]] = {}
    for number, words in held.items():
        for key in {key for word in words for key in keys(word)}:
            index.setdefault(key, set()).add(number)
    return [
        set.intersection(
            *(set().union(*(index.get(key, set()) for key in way.asked(word))) for word in question.query.split())
        )
        for question in questions
    ]


def main() -> None:
    """Read the database, ask, print a table in Markdown."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("database", type=Path)
    with closing(sqlite3.connect(options.parse_args().database)) as connection:
        texts = dict(connection.execute("SELECT pk, exact FROM statements WHERE exact IS NOT NULL").fetchall())
    questions = load_records(QUERIES, Question)
    held = {key: frozenset(re.findall(r"[^\W\d_]+", text)) for key, text in texts.items()}
    right = [answers(question, held) for question in questions]
    print(f"{len(questions)} questions, {len(held)} statements, {sum(map(len, right))} answers\n")
    print("| words are looked at as | precision | recall | F1 |\n|---|---|---|---|")
    for way in ways(list(texts.values())):
        found = found_by(way, questions, held)
        pairs = list(zip(found, right, strict=True))
        precision = sum(len(got & good) / len(got) if got else 1 for got, good in pairs) / len(pairs)
        recall = sum(len(got & good) / len(good) if good else 1 for got, good in pairs) / len(pairs)
        print(f"| {way.name} | {precision:.2f} | {recall:.2f} | {2 * precision * recall / (precision + recall):.2f} |")


if __name__ == "__main__":
    main()
