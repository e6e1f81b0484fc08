"""What a language gets for nothing: a grammar that asks the tree, for functions that its own module does not define.

Words are as the parser left them, nothing has an ending or a compound to be taken apart, clauses and noun phrases are
those of Universal Dependencies, and no form of a verb is kept for what others say.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import takewhile

from attrib.text.analysis import NO_WORD, Analysis, Sentence, Word
from attrib.text.clause import Clause, ClauseKind
from attrib.text.entries import GrammaticalGender
from attrib.text.words import NOUNS, any_finite, content, first, tagged

_BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
"""Relations of words that may stand for a clause of their own."""
_CONTENT = frozenset({"ccomp", "csubj", "acl"})
"""Relations of a clause that a word such as *that* may open: *said that p*, *the claim that p*; not a relative one."""
_BEFORE_OPENER = frozenset({"ADP", "ADV", "CCONJ", "PART", "SCONJ", "DET", "INTJ"})
_AUXILIARIES = frozenset({"aux", "cop"})
_IN_PHRASE = frozenset({"det", "amod", "nmod", "nummod", "compound", "flat", "fixed", "goeswith", "clf", "conj"})
_INSIDE_PHRASE = _IN_PHRASE | {"case", "cc", "advmod"}
_HEADS = NOUNS | {"X"}
_LONGEST_GROUP = 12
"""How many words of a nominal group may stand before its noun."""

VERB_SECOND = False
NOUNS_IN_CAPITALS = False
HEAD_LAST = False
FIGURE = r"(?<![\d.,])\d+(?![\d.,]*\d)"
"""Digits alone: whether a point or a comma parts thousands or decimals is for the language to say."""


def mended(analysis: Analysis) -> Analysis:
    """The analysis as it is."""
    return analysis


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The sentence cut at its marks, and where the tree says that another clause begins: *Boru said | that p*."""
    pieces = _pieces(sentence)
    return tuple(_clause(sentence, number, *piece) for number, piece in enumerate(pieces))


def opens_dependent(words: Sequence[Word]) -> bool:
    """A conjunction or a relative pronoun, perhaps behind a preposition."""
    return any(word.upos == "SCONJ" or word.is_relative for word in words[:2])


def _pieces(sentence: Sentence) -> Iterator[tuple[list[Word], str, str]]:
    """Words that belong together, with the mark before and the one behind them; '' where there is none."""
    homes = _homes(sentence)
    words: list[Word] = []
    opener = ""
    for word in sentence.words:
        breaks = word.upos == "PUNCT" and word.text in _BREAKS
        if words and (breaks or homes[word.number] is not homes[words[-1].number]):
            yield words, opener, word.text if breaks else ""
            words, opener = [], ""
        if breaks:
            opener = word.text
        else:
            words.append(word)
    if words:
        yield words, opener, ""


def _homes(sentence: Sentence) -> dict[int, Word]:
    """The word that stands for the clause of each word; a mark belongs to the clause before it, or opens its own."""
    homes: dict[int, Word] = {}
    for word in sentence.words:
        home = _home(sentence, word)
        before = homes.get(word.number - 1, home)
        opens = home is _home(sentence, sentence.behind(word))
        homes[word.number] = before if word.upos == "PUNCT" and not opens else home
    return homes


def _home(sentence: Sentence, word: Word) -> Word:
    """The nearest word on the way to the root that stands for a clause."""
    for _ in sentence.words:
        head = sentence.word(word.head)
        if not head or _stands_for_clause(sentence, word):
            break
        word = head
    return word


def _stands_for_clause(sentence: Sentence, word: Word) -> bool:
    return word.relation in _CLAUSES and (finite_verb(sentence, word) is not None or _is_marked(sentence, word))


def _is_marked(sentence: Sentence, verb: Word) -> bool:
    """*to leave*: an infinitive with the word that opens it."""
    return verb.has("VerbForm=Inf") and any(child.relation == "mark" for child in sentence.children(verb))


def _clause(sentence: Sentence, number: int, words: Sequence[Word], opener: str, closer: str) -> Clause:
    finite = tuple(word for word in words if word.is_finite)
    kind = _kind(sentence, words, _home(sentence, words[0]))
    return Clause(number, tuple(words), opener, closer, finite, kind)


def _kind(sentence: Sentence, words: Sequence[Word], home: Word) -> ClauseKind:
    if home.deprel in _CONTENT and _is_opened(content(words)):
        return "complement"
    if not any_finite(words):
        return "infinitive" if home in words and _is_marked(sentence, home) else "fragment"
    if home.relation == "acl" or any(word.is_relative for word in words[:2]):
        return "relative"
    return "subordinate" if home.relation == "advcl" else "main"


def _is_opened(words: Sequence[Word]) -> bool:
    """*that p*, *only if p*, *on whom p*; not *people | died when p*, *hopes | of finding it*."""
    opener = first(words[:2], _opens_content)
    return bool(opener) and (opener is words[0] or words[0].upos in _BEFORE_OPENER)


def _opens_content(word: Word) -> bool:
    """*that, whether, who*."""
    return (word.upos == "SCONJ" and word.relation == "mark") or word.has("PronType=Int")


def joins_name(sentence: Sentence, noun: Word, name: Word) -> bool:
    """What stands behind a preposition is part of the attribute."""
    return False


def finite_verb(sentence: Sentence, verb: Word) -> Word | None:
    """The verb itself, or its auxiliary by the tree."""
    auxiliaries = (child for child in sentence.children(verb) if child.relation in _AUXILIARIES)
    return first((verb, *auxiliaries), lambda word: word.is_finite) or None


def is_passive(sentence: Sentence, verb: Word) -> bool:
    """Whether the tree or the form says so."""
    passive = any(child.deprel in {"nsubj:pass", "aux:pass"} for child in sentence.children(verb))
    return passive or verb.has("Voice=Pass")


def lender(sentence: Sentence, verb: Word) -> Word:
    """No verb borrows its subject."""
    return NO_WORD


def is_reported_mood(word: Word) -> bool:
    """No form is kept for what others say."""
    return False


def phrase(sentence: Sentence, head: Word) -> list[Word]:
    """The head with its articles, attributes, names and conjuncts; without prepositions, clauses and appositions."""
    inside = {head.number}
    waiting: list[tuple[Word, frozenset[str]]] = [(head, _IN_PHRASE)]
    while waiting:
        word, relations = waiting.pop()
        for child in sentence.children(word):
            if child.relation in relations and child.number not in inside:
                inside.add(child.number)
                waiting.append((child, _INSIDE_PHRASE))
    return _run(sentence, head, inside)


def _run(sentence: Sentence, head: Word, inside: set[int]) -> list[Word]:
    """The words around the head without a gap, marks between them included."""

    def goes_on(word: Word) -> bool:
        return word.number in inside or (word.upos == "PUNCT" and {word.number - 1, word.number + 1} <= inside)

    before = takewhile(goes_on, reversed(sentence.words[: head.number - 1]))
    return [*reversed(list(before)), head, *takewhile(goes_on, sentence.words[head.number :])]


def nominal_group(sentence: Sentence, number: int) -> list[Word] | None:
    """The longest noun phrase that begins at word `number`."""
    near = sentence.words[max(number - 1, 0) : number + _LONGEST_GROUP]
    phrases = (phrase(sentence, word) for word in tagged(near, _HEADS))
    return max((words for words in phrases if words[0].number == number), key=len, default=None)


def governed_group(sentence: Sentence, preposition: Word) -> list[Word] | None:
    """The noun phrase right behind a preposition."""
    return nominal_group(sentence, preposition.number + 1)


def joined_compounds(words: Sequence[Word]) -> list[Word]:
    """The words as they are."""
    return list(words)


def is_joint(sentence: Sentence, number: int) -> bool:
    """No compound is cut."""
    return False


def is_time(word: Word) -> bool:
    """No noun is known for a time."""
    return False


def is_nominative(sentence: Sentence, head: Word) -> bool:
    """Whether no preposition governs the noun, and the tagger gives it no other case."""
    other = "Case=" in head.feats and not head.has("Case=Nom")
    return not other and not is_oblique(sentence, head)


def may_be_nominative(sentence: Sentence, head: Word) -> bool:
    """Whether no preposition governs the noun."""
    return not is_oblique(sentence, head)


def is_oblique(sentence: Sentence, head: Word) -> bool:
    """Whether a preposition governs the noun."""
    return any(child.relation == "case" and child.upos == "ADP" for child in sentence.children(head))


def is_genitive_form(word: Word) -> bool:
    """No ending is known for a genitive."""
    return False


def without_genitive(form: str) -> str:
    """The form as it is."""
    return form


def is_genitive_name(word: Word) -> bool:
    """No ending is known for a genitive."""
    return False


def may_be_name(word: Word) -> bool:
    """A noun is a noun: the tagger knows names."""
    return False


def is_infinitive_form(lemma: str) -> bool:
    """Every lemma may be one."""
    return True


def participle(lemma: str, particle: str | None) -> str:
    """The tagger knows participles: the lemma, which finds nothing else."""
    return lemma


def preterites(lemma: str, particle: str | None) -> tuple[str, ...]:
    """The tagger knows past forms."""
    return ()


def preposition_of(adverb: str) -> str:
    """The adverb as it is."""
    return adverb


def expanded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as they are."""
    return words


def event_stem(lemma: str) -> str:
    """The lemma in small letters."""
    return lemma.lower()


figure_value: Callable[[str], float] = float


def number_word(text: str) -> float | None:
    """No word is known for a number."""
    return None


def stem(word: str) -> str:
    """The word as it is."""
    return word


def noun_forms(noun: str) -> tuple[str, ...]:
    """The noun as it is."""
    return (noun,)


def bare_noun(noun: str) -> str:
    """The noun as it is."""
    return noun


def without_long_genitive(noun: str) -> str:
    """The noun as it is."""
    return noun


def is_genitive_of_lemma(word: Word) -> bool:
    """No ending is known for a genitive."""
    return False


def is_genitive_plural(adjective: Word) -> bool:
    """No ending is known for a genitive."""
    return False


def may_be_adjective(name: Word) -> bool:
    """A name is a name."""
    return False


def nominative(word: Word, noun: Word) -> str:
    """The word as it is."""
    return word.text


def phrase_in_nominative(words: Sequence[Word], gender: GrammaticalGender | None, *, article: bool = True) -> list[str]:
    """The words as they are."""
    return [word.text for word in words if article or word.upos != "DET"]


def name_in_nominative(forms: Sequence[str], *, genitive: bool = True, seen: Collection[str] = ()) -> str:
    """The name as it is."""
    return " ".join(forms)


def is_name_in_genitive(words: Sequence[Word], run: Sequence[Word]) -> bool:
    """No ending is known for a genitive."""
    return False


def is_feminine(noun: str) -> bool:
    """No ending is known for women."""
    return False


def is_of_either_gender(noun: str) -> bool:
    """No ending says more."""
    return True


def is_masculine(noun: str, nouns: Collection[str]) -> bool:
    """No ending is known for men."""
    return False


def is_abstract(noun: str) -> bool:
    """Nothing is known of endings."""
    return False


def is_age(noun: str) -> bool:
    """No noun is an age."""
    return False


def is_agentive(noun: str) -> bool:
    """Nothing is known of endings."""
    return False


def is_from_town(noun: str) -> bool:
    """No noun is for somebody from a place."""
    return False


def region_stem(word: str) -> str:
    """The word in small letters."""
    return word.lower()


def noun_stems(noun: str) -> tuple[str, ...]:
    """The noun as it is."""
    return (noun,)


def is_dative_plural(noun: str, lemma: str) -> bool:
    """No ending says so."""
    return False


def begins_with_plural(compound: str, noun: str) -> bool:
    """No compound is taken apart."""
    return False


def adjective_stems(form: str) -> tuple[str, ...]:
    """The adjective as it is."""
    return (form,)


def is_negated_adjective(form: str) -> bool:
    """No adjective is made from its opposite."""
    return False
