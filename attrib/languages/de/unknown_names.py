"""Given names that the tagger has never seen and takes for nouns or adjectives: *Nguyen Thi Lan sagte*.

No list has them. What tells them is where they stand: no article before them, a family name behind them, and a verb
that counts two where a conjunction stands before.
"""

from attrib.languages.de.bare_names import BEFORE_SUBJECTS
from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.name_shape import is_office, last_given
from attrib.languages.de.names import may_be_name
from attrib.text.analysis import Sentence, Word

_WEAK = ("en",)
"""*des Neuen*: endings of adjectives that are never in the nominative singular."""
_DOERS = ("er", "in", "or", "ist", "ant", "ent", "eur", "loge", "at", "ling", "ar", "är", "mann", "frau", "e")
"""*Drahtzieher*, *Prokurist*: how German makes nouns for those who do something."""
_THREE = 3
_IN_NAMES = ("’", "'", "-")
_ENDING = frozenset({"", "PUNCT", "ADP"})


def is_unknown_given(sentence: Sentence, word: Word) -> bool:
    """*… und Giorgos Papadakis sagten*, *Nguyen Thi Lan sagte*: no noun or adjective that anybody knows, without an
    article right before a family name: a given name that the tagger has never seen."""
    family = sentence.behind(word)
    unlike = word.upos == "ADJ" and word.number == 1 and _is_declined_otherwise(word)
    if not (unlike or word.upos == "NOUN") or family.upos != "PROPN":
        return False
    noun = GERMAN.lexicon.noun(word)
    known = noun.is_party or noun.is_medium or is_office(word) or GERMAN.lexicon.event(word) is not None
    places = GERMAN.countries.of_place(word.text) or GERMAN.countries.of_place(family.text)
    if known or places is not None or not (may_be_name(word) and _may_be_family(family)):
        return False
    return _stands_alone(sentence, word) or _is_of_three(sentence, word)


def _may_be_family(word: Word) -> bool:
    """*Papadakis*, *O’Connor*, *Meyer-Landrut*: a name that nobody can take for a common noun."""
    return may_be_name(word) or (word.text[:1].isupper() and any(sign in word.text for sign in _IN_NAMES))


def _is_declined_otherwise(word: Word) -> bool:
    """*Nguyen … sagte*: in the nominative singular and without an article no adjective ends so."""
    nominative = word.has("Case=Nom") and word.has("Number=Sing")
    return nominative and word.form.endswith(_WEAK)


def _stands_alone(sentence: Sentence, word: Word) -> bool:
    """Whether given name and family name are all that stands before the verb, or behind a conjunction."""
    before, behind = sentence.before(word), sentence.word(last_given(sentence, word.number) + 1)
    if word.is_plural:
        return False
    says = behind.is_finite and behind.lemma in GERMAN.saying_lemmas
    # *Der Angeklagte und Giorgos Papadakis gaben zu, …*: two, by the verb
    both = before.upos == "CCONJ" and (behind.upos in _ENDING or (behind.is_finite and behind.is_plural))
    return both or (says and (before.upos == "CCONJ" or before.text in BEFORE_SUBJECTS))


def _is_of_three(sentence: Sentence, word: Word) -> bool:
    """*laut Nguyen Thi Lan*, *Trainerin Nguyen Thi Lan*: before two names more; not *laut Drahtzieher Karl Lund*."""
    before = sentence.before(word)
    names = sentence.words[word.number - 1 : last_given(sentence, word.number)]
    written = all(name.text[1:].islower() for name in names)
    opens = before.upos in {"", "CCONJ"} or before.text in BEFORE_SUBJECTS or before.form in WORDS.name_governors
    free = (opens or before.is_finite) and not word.form.endswith(_DOERS)
    return len(names) == _THREE and written and (is_office(before) or free)
