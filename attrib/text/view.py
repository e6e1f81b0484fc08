"""One sentence with its clauses: what the stages ask of it."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from attrib.records import Span
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.clause import NO_CLAUSE, Clause
from attrib.text.kept import Kept
from attrib.text.language import Language
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.words import NOUNS, any_clause_finite

_FINAL = frozenset({".", ",", ";", ":"})
_GOING_ON = frozenset({"infinitive", "fragment", "relative"})
_EDGES = frozenset({",", ";", ":", "–", "—", "-", "."})


class View:
    """One sentence with its clauses, in a language."""

    def __init__(self, sentence: Sentence, language: Language) -> None:
        self.sentence = sentence
        self.clauses: tuple[Clause, ...] = language.grammar.clauses(sentence)
        self.language = language
        self.kept = Kept()
        self._clause_at = _numbers(self.clauses, len(sentence.words))

    @cached_property
    def joined(self) -> tuple[Word, ...]:
        """Its words with compounds that the tokeniser cut at hyphens in one piece."""
        return tuple(self.language.grammar.joined_compounds(self.sentence.words))

    def word(self, number: int) -> Word:
        """The word of that number; NO_WORD where the sentence has none."""
        return self.sentence.word(number)

    def before(self, word: Word, by: int = 1) -> Word:
        """The word before another one; NO_WORD before the first."""
        return self.sentence.before(word, by)

    def behind(self, word: Word, by: int = 1) -> Word:
        """The word behind another one; NO_WORD behind the last."""
        return self.sentence.behind(word, by)

    def words(self, first: int, last: int) -> tuple[Word, ...]:
        """The words numbered `first` to `last`, both included."""
        return self.sentence.words[max(first, 1) - 1 : max(last, 0)]

    def clause_of(self, word: Word) -> Clause:
        """The clause that holds a word; punctuation belongs to the clause before it."""
        return self.clause(self._clause_at[word.number])

    def clause(self, number: int) -> Clause:
        """The clause of that number; NO_CLAUSE where the sentence has none."""
        return self.clauses[number] if 0 <= number < len(self.clauses) else NO_CLAUSE

    def next(self, clause: Clause) -> Clause:
        """The clause behind another one; NO_CLAUSE behind the last."""
        return self.clause(clause.number + 1)

    def previous(self, clause: Clause) -> Clause:
        """The clause before another one; NO_CLAUSE before the first."""
        return self.clause(clause.number - 1)

    def phrase(self, head: Word) -> list[Word]:
        """The noun phrase around a noun, name or pronoun."""
        return list(self.kept(("phrase", head), lambda: self.language.grammar.phrase(self.sentence, head)))

    def nominal_group(self, number: int) -> list[Word] | None:
        """The plain nominal group that begins at word `number`, None if there is none."""
        return self.language.grammar.nominal_group(self.sentence, number)

    def governed_group(self, preposition: Word) -> list[Word] | None:
        """The nominal group behind a preposition, None if there is none."""
        return self.language.grammar.governed_group(self.sentence, preposition)

    def group_head(self, group: Sequence[Word] | None) -> Word:
        """The noun of a nominal group: *Stab* in *der für den Norden zuständige Stab*; NO_WORD if there is none."""
        return next(iter(self.nouns_of(group)), NO_WORD)

    def nouns_of(self, group: Sequence[Word] | None) -> list[Word]:
        """The nouns and names of a nominal group from the one on that its article belongs to; not what stands in an
        attribute before that."""
        words = list(group or ())
        inside = {word.number for word in words if self.sentence.attribute_of(word) in words}
        article = words[0] if words and words[0].upos == "DET" else NO_WORD
        first = article.head if article.number + 1 in inside else 0
        return [word for word in words if word.upos in NOUNS and word.number >= first]

    def is_governed(self, noun: Word) -> bool:
        """Whether a preposition stands before a noun, its article and its attributes."""
        before = self.before(noun)
        while before.upos in {"DET", "ADJ", "NUM"}:
            before = self.before(before)
        return before.upos == "ADP"

    def is_nominative(self, head: Word) -> bool:
        """Whether a noun can be a subject, and the tagger does not say otherwise."""
        return self.language.grammar.is_nominative(self.sentence, head)

    def may_be_nominative(self, head: Word) -> bool:
        """Whether a noun can be a subject, whatever the tagger says."""
        entry = self.language.lexicon.nouns.person(head)
        # *sagte Reportern*, whatever the tagger takes it for
        if entry is not None and self.language.grammar.is_dative_plural(head.text, entry.lemma):
            return False
        return self.language.grammar.may_be_nominative(self.sentence, head)

    def is_oblique(self, head: Word) -> bool:
        """Whether a noun cannot be a subject."""
        return self.language.grammar.is_oblique(self.sentence, head)

    def case(self, head: Word) -> str:
        """The case that a noun's article shows, else its own; empty where neither does."""
        articles = (word for word in self.phrase(head) if word.upos == "DET" and word.number < head.number)
        return next(filter(None, (word.feature("Case") for word in (*articles, head))), "")

    def is_party(self, word: Word) -> bool:
        """Whether the word can be somebody who speaks."""
        return bool(word) and self.language.lexicon.speaks(word, self.sentence)

    def is_medium(self, word: Word) -> bool:
        """Whether the noun is a document or a medium in which something can stand."""
        return self.language.lexicon.noun(word).is_medium

    def behind_colon(self, clause: Clause) -> Clause:
        """The clause that begins what stands behind a colon, up to another one: *Er wies das zurück: | Er sei da, |
        sagte er* · *Fazit: | Es regnet, | sagte er*; the sentence's first where there is no such colon."""
        opened = (item for item in reversed(self.clauses[1 : clause.number + 1]) if item.opener == ":")
        own = (item for item in opened if item.words[0].text not in DOUBLE_MARKS)
        return next((item for item in own if any_clause_finite(self.clauses[: item.number + 1])), self.clause(0))

    def around_aside(self, first: Clause, last: int) -> tuple[int, int] | None:
        """*der Fahrer, der, wie X sagt, geflohen ist*: first and last word of the dependent clause that an aside cuts
        in two; it is whole clauses from `first` to word `last`. None if the aside stands elsewhere.
        """
        before, aside = self.previous(first), self.clause_of(self.word(last))
        rest = self.next(aside)
        opens = self.language.grammar.opens_dependent(before.content)
        if aside.last != last or before.finite or not rest or not opens:
            return None
        while rest and not rest.finite:
            rest = self.next(rest)
        if not rest or rest.finite[-1] is not rest.content[-1]:
            return None
        while self.next(rest).kind in _GOING_ON:
            rest = self.next(rest)
        return before.first, min(rest.last, self.last_content)

    @property
    def last_content(self) -> int:
        """The number of the last word before the sentence's final full stop."""
        last = len(self.sentence.words)
        while last > 1 and self.sentence.words[last - 1].text in _FINAL:
            last -= 1
        return last

    def span(self, first: int, last: int) -> Span | None:
        """Text from word `first` to word `last`, without punctuation at the ends (quotation marks stay)."""
        while first <= last and self.word(first).text in _EDGES:
            first += 1
        while last >= first and self.word(last).text in _EDGES:
            last -= 1
        return text_span(self.words(first, last)) if first <= last else None


def _numbers(clauses: Sequence[Clause], words: int) -> list[int]:
    """For each number of a word, 0 included, the number of the clause that holds it."""
    firsts = {clause.first: clause.number for clause in clauses}
    found = [0]
    for number in range(1, words + 1):
        found.append(firsts.get(number, found[-1]))
    return found


def text_span(words: Sequence[Word]) -> Span:
    """From the first word's start to the last one's end."""
    return Span(words[0].start, words[-1].end)


def merge_words(words: Iterable[Word]) -> tuple[Span, ...]:
    """Stretches of text for words in order; neighbours in the sentence become one stretch."""
    spans: list[Span] = []
    last = -1
    for word in sorted(words, key=lambda item: item.number):
        if spans and word.number == last + 1:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, word.end))
        else:
            spans.append(Span(word.start, word.end))
        last = word.number
    return tuple(spans)
