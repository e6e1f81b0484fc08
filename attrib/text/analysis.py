"""What the parser says of a text: sentences and words with their places, and the same as CoNLL-U.

Words carry Universal Dependencies annotation (https://universaldependencies.org/guidelines.html). Offsets are code
points into the document's unaltered text, end excluded. A word that stands for part of a contraction (*im → in + dem*)
has the offsets of the whole contraction.

Only `attrib.parse` knows which program made the analysis; everything downstream works on these records, so that every
other test reads checked-in CoNLL-U in milliseconds and another parser can be put in.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from attrib.errors import ResourceError
from attrib.records import Span


class Entity(NamedTuple):
    """A name found by the named entity recogniser; `kind` is PER, LOC or ORG."""

    start: int
    end: int
    kind: str


NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
"""Tags of what can be the head of a noun phrase."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a sentence, numbered from 1; `head` is 0 for the root."""

    number: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    start: int
    end: int
    surface: int = 0
    """How many words share this word's surface token if it is the first of a contraction, 0 otherwise."""
    form: str = field(init=False, repr=False, compare=False, default="")
    """The word in small letters."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", self.text.lower())

    def __bool__(self) -> bool:
        """Whether it is a word of the text: NO_WORD is none."""
        return self.number > 0

    def has(self, feature: str) -> bool:
        """Whether the morphology holds `feature`, e.g. `Mood=Sub`."""
        return feature in self.feats and feature in self.feats.split("|")

    def feature(self, name: str) -> str:
        """The value of a feature, e.g. `Dat` for `Case`; empty if the word has none."""
        values = (item.removeprefix(f"{name}=") for item in self.feats.split("|") if item.startswith(f"{name}="))
        return next(values, "")

    @property
    def relation(self) -> str:
        """The universal part of the dependency relation: `nsubj` for `nsubj:pass`."""
        return self.deprel.partition(":")[0]

    @property
    def is_finite(self) -> bool:
        """A verb form with person and mood."""
        return self.upos in {"VERB", "AUX"} and ("Mood=" in self.feats or self.has("VerbForm=Fin"))

    @property
    def is_participle(self) -> bool:
        """A participle that is tagged as a verb."""
        return self.upos == "VERB" and self.has("VerbForm=Part")

    @property
    def is_plural(self) -> bool:
        """In the plural, as the tagger has it."""
        return self.has("Number=Plur")

    @property
    def is_relative(self) -> bool:
        """A relative pronoun, also where the tagger leaves open whether it is a demonstrative."""
        return self.upos == "PRON" and any(
            item.startswith("PronType=") and "Rel" in item for item in self.feats.split("|")
        )

    @property
    def is_subjunctive(self) -> bool:
        """In the subjunctive mood, of whatever tense."""
        return self.has("Mood=Sub")

    @property
    def span(self) -> Span:
        """Where the word stands in the document."""
        return Span(self.start, self.end)


_DEEPEST = 5
"""How many arcs above a word are looked at: what stands further up has little to do with it, and trees may be wrong."""


NO_WORD = Word(number=0, text="", lemma="", upos="", feats="", head=0, deprel="", start=0, end=0)
"""What stands before the first word and behind the last one: it has no form, no tag, no relation."""


def word_at(words: Sequence[Word], place: int) -> Word:
    """The word at a place of some words, counted from 0; NO_WORD before the first and behind the last."""
    return words[place] if 0 <= place < len(words) else NO_WORD


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence in order; `number` counts the document's sentences, `part` its parts, both from 0."""

    number: int
    part: int
    start: int
    end: int
    words: tuple[Word, ...]
    entities: tuple[Entity, ...] = ()
    _children: dict[int, tuple[Word, ...]] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        children: dict[int, list[Word]] = {}
        for word in self.words:
            children.setdefault(word.head, []).append(word)
        object.__setattr__(self, "_children", {head: tuple(found) for head, found in children.items()})

    def word(self, number: int) -> Word:
        """The word of that number; NO_WORD where the sentence has none."""
        return self.words[number - 1] if 0 < number <= len(self.words) else NO_WORD

    def before(self, word: Word, by: int = 1) -> Word:
        """The word before another one; NO_WORD before the first."""
        place = word.number - by - 1
        return self.words[place] if 0 <= place < len(self.words) else NO_WORD

    def attribute_of(self, word: Word) -> Word:
        """The adjective before a noun that a word belongs to: *nicht* in *ein nicht genannter Zeuge*; else NO_WORD."""
        for head in self.above(word):
            if head.number > word.number and head.relation == "amod":
                return head
        return NO_WORD

    def above(self, word: Word) -> Iterator[Word]:
        """The words that `word` depends on, its own head first, up to the root; no more than a few, nearest first."""
        for _ in range(_DEEPEST):
            if not word.head:
                return
            word = self.words[word.head - 1]
            yield word

    def joining(self, word: Word, relations: Collection[str]) -> Word:
        """The word that joins a phrase to the rest: `word`, or the first one above it that depends on another by none
        of these relations; each word once even if the arcs form a cycle."""
        seen: set[int] = set()
        while word.relation in relations and word.head and word.number not in seen:
            seen.add(word.number)
            word = self.word(word.head)
        return word

    def outside_attributes(self, words: Iterable[Word]) -> list[Word]:
        """The words that say something of the clause, not of a noun in it."""
        return [word for word in words if not self.attribute_of(word)]

    def behind(self, word: Word, by: int = 1) -> Word:
        """The word behind another one; NO_WORD behind the last."""
        place = word.number + by - 1
        return self.words[place] if 0 <= place < len(self.words) else NO_WORD

    def children(self, word: Word) -> tuple[Word, ...]:
        """The words that depend directly on `word`, in text order."""
        return self._children.get(word.number, ())

    def head(self, word: Word) -> Word | None:
        """The word that `word` depends on, None for the root."""
        return self.words[word.head - 1] if word.head else None

    @property
    def root(self) -> Word | None:
        """The first word without a head, None in a sentence without words."""
        roots = self._children.get(0, ())
        return roots[0] if roots else None

    def subtree(self, word: Word) -> list[Word]:
        """`word` and everything below it, in text order; each word once even if the arcs form a cycle."""
        seen = {word.number}
        stack = [word]
        while stack:
            for child in self.children(stack.pop()):
                if child.number not in seen:
                    seen.add(child.number)
                    stack.append(child)
        return [self.words[number - 1] for number in sorted(seen)]

    @property
    def span(self) -> Span:
        """Where the sentence stands in the document."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Analysis:
    """All sentences of one document in text order."""

    sentences: tuple[Sentence, ...]

    def touching(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that share a character with the stretch; found by halving, sentences being in order."""
        first = bisect_right(self.sentences, start, key=lambda sentence: sentence.end)
        last = bisect_left(self.sentences, end, key=lambda sentence: sentence.start)
        return self.sentences[first:last]

    @property
    def words(self) -> Iterator[Word]:
        """Every word of the document."""
        return (word for sentence in self.sentences for word in sentence.words)


def words_in(spans: Sequence[Span], sentences: Sequence[Sentence]) -> list[Word]:
    """The words of the sentences that share a character with one of the spans."""
    found: list[Word] = []
    for sentence in sentences:
        near = [span for span in spans if sentence.start < span.end and span.start < sentence.end]
        if len(near) == 1:
            first, last = near[0].start, near[0].end
            found.extend(word for word in sentence.words if word.start < last and first < word.end)
        elif near:
            found.extend(
                word for word in sentence.words if any(word.start < span.end and span.start < word.end for span in near)
            )
    return found


def write_conllu(analysis: Analysis) -> str:
    """The analysis as CoNLL-U (https://universaldependencies.org/format.html).

    MISC holds `start_char` and `end_char` of each token and `ner` (BIOES is left to readers: `ner=PER` with
    `ent=<number>` per sentence); comments hold `part` and the sentence's own span, so that reading gives back an equal
    Analysis without the text.
    """
    return "".join(write_sentence(sentence) for sentence in analysis.sentences)


def write_sentence(sentence: Sentence) -> str:
    """One sentence as CoNLL-U, its comments first; a blank line ends it."""
    lines = [
        f"# sent_id = {sentence.number}",
        f"# part = {sentence.part}",
        f"# start_char = {sentence.start}",
        f"# end_char = {sentence.end}",
    ]
    entity_of = {
        word.number: index
        for index, entity in enumerate(sentence.entities)
        for word in sentence.words
        if entity.start <= word.start and word.end <= entity.end
    }
    for word in sentence.words:
        place = f"start_char={word.start}|end_char={word.end}"
        if word.number in entity_of:
            index = entity_of[word.number]
            place += f"|ner={sentence.entities[index].kind}|ent={index}"
        if word.surface:
            last = word.number + word.surface - 1
            lines.append(
                "\t".join([f"{word.number}-{last}", *["_"] * 8, f"start_char={word.start}|end_char={word.end}"])
            )
        lines.append(
            f"{word.number}\t{word.text or '_'}\t{word.lemma or '_'}\t{word.upos or '_'}\t_\t{word.feats or '_'}"
            f"\t{word.head}\t{word.deprel or '_'}\t_\t{place}"
        )
    return "\n".join(lines) + "\n\n"


def read_conllu(text: str) -> Analysis:
    """The inverse of `write_conllu`; raises ResourceError naming the line if a line is malformed."""
    return Analysis(tuple(_read_sentence(number, block) for number, block in enumerate(_blocks(text))))


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _read_sentence(number: int, block: Sequence[tuple[int, str]]) -> Sentence:
    comments: dict[str, int] = {}
    words: list[Word] = []
    lines: list[int] = []
    surface: dict[int, int] = {}
    entities: dict[int, Entity] = {}
    for line_number, line in block:
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            if value.strip().isdigit():
                comments[name.strip()] = int(value)
            continue
        columns = line.split("\t")
        if len(columns) != 10:
            raise ResourceError(
                f"CoNLL-U line {line_number} has {len(columns)} columns, not 10: {line[:60]!r}", seen=line, allowed=10
            )
        if "-" in columns[0]:
            first, _, last = columns[0].partition("-")
            if not (first.isdigit() and last.isdigit()):
                raise ResourceError(f"CoNLL-U line {line_number}: {columns[0]!r} is no range of numbers", seen=line)
            surface[int(first)] = int(last) - int(first) + 1
            continue
        word, entity = _read_word(columns, line_number=line_number, surface=surface)
        words.append(word)
        lines.append(line_number)
        if entity is not None:
            index, kind = entity
            start = entities[index].start if index in entities else word.start
            entities[index] = Entity(start, word.end, kind)
    for word, line_number in zip(words, lines, strict=True):
        if not 0 <= word.head <= len(words):
            raise ResourceError(
                f"CoNLL-U line {line_number}: head {word.head} is outside its sentence of {len(words)} words",
                seen=word.head,
                allowed=range(len(words) + 1),
            )
    return Sentence(
        number,
        comments.get("part", 0),
        comments.get("start_char", words[0].start if words else 0),
        comments.get("end_char", words[-1].end if words else 0),
        tuple(words),
        tuple(entities[index] for index in sorted(entities)),
    )


def _read_word(
    columns: Sequence[str], *, line_number: int, surface: dict[int, int]
) -> tuple[Word, tuple[int, str] | None]:
    misc = _misc(columns[9].split("|"))
    try:
        word = Word(
            number=int(columns[0]),
            text=columns[1],
            lemma=columns[2],
            upos=columns[3],
            feats="" if columns[5] == "_" else columns[5],
            head=int(columns[6]),
            deprel=columns[7],
            start=int(misc["start_char"]),
            end=int(misc["end_char"]),
            surface=surface.get(int(columns[0]), 0),
        )
        entity = (int(misc["ent"]), misc["ner"]) if "ner" in misc and "ent" in misc else None
    except (KeyError, ValueError) as error:
        raise ResourceError(
            f"CoNLL-U line {line_number} needs whole numbers as id and head, and in MISC as start_char, end_char and "
            f"ent: {error}",
            seen="\t".join(columns),
        ) from error
    return word, entity


def _misc(pairs: Iterable[str]) -> dict[str, str]:
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs) if value}
