"""What can be a subject: nouns and pronouns in the nominative, as far as article, form and tree tell."""

from collections.abc import Sequence

from attrib.quotation.frame import Frame
from attrib.quotation.speaker_phrase import with_apposition
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import SPEAKERS, any_form, first, tagged

_BEHIND_PRONOUN = frozenset({"", "VERB", "AUX", "PUNCT", "ADV", "ADP", "CCONJ"})
"""What follows an article or adjective that stands for a noun."""
_ATTRIBUTES = frozenset({"nmod", "det", "amod", "compound"})
_PARTS_OF_NAME = frozenset({"flat", "appos", "compound"})


def first_nominal(view: View, words: Sequence[Word]) -> Word:
    """The first of the words that can be a subject, and is no part of another phrase among them."""
    nominal = (word for word in tagged(words, SPEAKERS) if not is_adverbial(view, word) and view.is_nominative(word))
    return first(
        nominal,
        lambda word: not (_is_attribute(view, word, words) or _points_back(word) or is_part_governed(view, word)),
    )


def is_part_governed(view: View, word: Word) -> bool:
    """*gegen Karl | Lund*, *von Präsident | Viktor Ohm*: a part of a name whose first word stands behind a
    preposition."""
    above = word
    while above.relation in _PARTS_OF_NAME and 0 < above.head < above.number:
        above = view.word(above.head)
    return above is not word and view.before(above).upos == "ADP" and view.before(above).relation == "case"


def _is_attribute(view: View, word: Word, words: Sequence[Word]) -> bool:
    """*Moskaus Kampf*: a name in the genitive before its noun, or what the tree says depends on another noun."""
    genitive = view.language.grammar.is_genitive_name(word) and view.behind(word).upos == "NOUN"
    head = view.word(word.head)
    # *in der Serie A*: the name of a thing
    names_thing = word.relation == "appos" and not view.is_party(head)
    return genitive or (word.relation in _ATTRIBUTES and head in words) or (names_thing and head in words)


def _points_back(word: Word) -> bool:
    return word.has("Reflex=Yes") or word.is_relative


def is_adverbial(view: View, word: Word) -> bool:
    """A capital letter makes a noun of *Gestern* and *Ende Januar*."""
    words = view.language.words
    return view.language.grammar.is_time(word) or word.form in words.months or word.form in words.adverbial_times


def is_subject_pronoun(view: View, word: Word) -> bool:
    """A pronoun that can only be the subject: *er, ich, wir, man, es*; *sie* where the tagger says so."""
    words = view.language.words
    certain = word.form in words.subject_pronouns or (word.has("Case=Nom") and word.form in words.personal_subjects)
    return word.upos == "PRON" and certain


def is_masculine(view: View, head: Word) -> bool:
    """*der Leiter*: an article that leaves only the nominative."""
    articles = tagged(view.sentence.children(head), {"DET"})
    certain = any_form(articles, view.language.words.nominative_articles)
    return certain and not head.has("Gender=Fem") and not head.has("Number=Plur")


def is_genitive_before(view: View, word: Word) -> bool:
    """*Mannheims oberster Bürgermeister*: a name in the genitive before what it belongs to."""
    return view.language.grammar.is_genitive_name(word) and view.behind(word).upos in {"ADJ", "NOUN"}


def is_behind_genitive(view: View, name: Word) -> bool:
    """*die Arbeit des Ministers | Karl Ohm*: a name behind a noun in the genitive belongs to it."""
    before = view.before(name)
    return name.upos == "PROPN" and before.upos == "NOUN" and view.language.grammar.is_genitive_form(before)


def stands_open(view: View, word: Word) -> bool:
    """Whether the words right before it leave the nominative open: *die Polizei*, not *bei der Polizei*."""
    before = view.before(word)
    while before.upos in {"ADJ", "NUM"}:
        before = view.before(before)
    if before.upos != "DET":
        return before.upos != "ADP"
    return before.form in view.language.words.open_articles and view.before(before).upos != "ADP"


def stands_alone(view: View, word: Word) -> bool:
    """*beide sagten, sagte dieser*: an article or adjective that stands for a noun."""
    bare = view.behind(word).upos in _BEHIND_PRONOUN
    return word.upos in {"DET", "ADJ"} and word.form in view.language.words.personal_subjects and bare


def disagrees(head: Word, frame: Frame) -> bool:
    """Whether a noun in the plural stands beside a verb in the singular."""
    finite = frame.cue.finite or NO_WORD
    return head.upos == "NOUN" and head.has("Number=Plur") and finite.has("Number=Sing")


def opens_clause(view: View, head: Word, left: Sequence[Word], anchor: int) -> bool:
    """Whether a noun's phrase is all that stands `left` of the verb number `anchor`, with its apposition."""
    phrase = with_apposition(view, view.phrase(head))
    closed = view.word(anchor - 1).text == "," and phrase[-1].number > head.number  # *Weber, ein Wirt, sagte*
    last = anchor - 2 if closed and phrase[-1].text != "," else anchor - 1
    return bool(left) and phrase[0].number == left[0].number and phrase[-1].number == last
