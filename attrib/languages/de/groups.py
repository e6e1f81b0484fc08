"""Plain German nominal groups by word order: article, adjectives, noun or name, and names in quotation marks."""

from collections.abc import Sequence

from attrib.languages.de.compounds import is_joint
from attrib.text.analysis import Sentence, Word
from attrib.text.words import any_tag

QUOTES = frozenset({"„", "»", '"', "‚", "''"})
CLOSING_QUOTES = frozenset({"“", "”", "«", '"', "‘", "''"})
NOUNS = frozenset({"NOUN", "PROPN", "X"})
BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM"})
_IN_PARTICIPLE = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADV", "ADJ", "NUM", "PART"})
_IN_NAMES = frozenset({"-", "'", "&"})
_LONGEST_PARTICIPLE = 9
_LONGEST_NAME = 8


def nominal_group(sentence: Sentence, number: int) -> list[Word] | None:
    """The plain nominal group that begins at word `number`, None if there is none."""
    words: list[Word] = []
    while number <= len(sentence.words):
        word = sentence.word(number)
        closing = closing_quote(sentence, number) if word.text in QUOTES and not _has_noun(words) else None
        if closing is not None:
            name = sentence.words[number - 1 : closing]  # *der „Frankfurter Zeitung“*
            return None if any(item.text.islower() for item in name) else [*words, *name]
        more = _next_of_group(sentence, number, words)
        if not more:
            break
        words.extend(more)
        number = more[-1].number + 1
    while words and words[-1].upos not in NOUNS | {"NUM"}:
        words.pop()
    return words if any(word.upos in NOUNS or _is_name_with_number(word) for word in words) else None


def _has_noun(words: Sequence[Word]) -> bool:
    return any_tag(words, NOUNS)


def _next_of_group(sentence: Sentence, number: int, words: Sequence[Word]) -> Sequence[Word]:
    """The words by which a group goes on at word `number`; none where it ends."""
    word = sentence.word(number)
    if not (word.upos in BEFORE_NOUNS or word.upos in NOUNS or is_joint(sentence, number)):
        opened = bool(words) and (words[-1].upos in {"DET", "NUM"} or bool(sentence.attribute_of(words[-1])))
        behind = _behind_participle(sentence, number) if opened else None
        return () if behind is None else sentence.words[number - 1 : behind]
    # A second article or number begins another phrase: *der Polizei | der Zeitung*, *von Reuters | vier Menschen*.
    return () if word.upos in {"DET", "NUM"} and _has_noun(words) else (word,)


def _behind_participle(sentence: Sentence, number: int) -> int | None:
    """*des | am Montag zurückgetretenen | Chefs*: the last word of what an adjective governs, itself included."""
    for word in sentence.words[number - 1 : number + _LONGEST_PARTICIPLE]:
        if word.upos == "ADJ" and sentence.behind(word).upos in {"NOUN", "PROPN", "ADJ"}:
            return word.number
        if word.upos not in _IN_PARTICIPLE:
            return None
    return None


def _is_name_with_number(word: Word) -> bool:
    """*n24*: a number with letters is a name."""
    return word.upos == "NUM" and word.text[:1].isalpha() and any(letter.isdigit() for letter in word.text)


def governed_group(sentence: Sentence, preposition: Word) -> list[Word] | None:
    """The nominal group behind a preposition or a contraction (*von*, *vom*); None if there is none."""
    return nominal_group(sentence, preposition.number + (2 if preposition.surface == 2 else 1))


def marked_name(sentence: Sentence, number: int) -> int | None:
    """The mark that closes what is opened at word `number`, if only proper nouns stand between."""
    end = number + 1
    while sentence.word(end).upos in {"PROPN", "NUM"}:
        end += 1
    is_name = end > number + 1 and sentence.word(number).text in QUOTES and sentence.word(end).text in CLOSING_QUOTES
    return end if is_name else None


def closing_quote(sentence: Sentence, number: int) -> int | None:
    """The mark that closes what is opened at word `number`, at most six words of a name between."""
    inner = 0
    for word in sentence.words[number : number + _LONGEST_NAME]:
        if word.text in CLOSING_QUOTES and inner:
            behind = sentence.behind(word)
            doubled = behind.text == word.text and behind.start == word.end
            return word.number + doubled
        if not _may_be_in_name(word, is_first=not inner):
            return None
        inner += word.upos != "PUNCT"
    return None


def _may_be_in_name(word: Word, *, is_first: bool) -> bool:
    if word.upos == "PUNCT":
        return word.text in _IN_NAMES
    return not word.is_finite and not (is_first and not _may_begin_name(word))


def _may_begin_name(word: Word) -> bool:
    return word.text[:1].isupper() or "." in word.text
