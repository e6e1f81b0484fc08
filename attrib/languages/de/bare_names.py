"""Family names alone that are words (*Stark sagte*, *so Klein*) or begin with a particle (*sagte von der Heide*).

What a document calls somebody in full once is a name wherever it has a capital; another word is one where nothing else
can have that capital, or where the verb has no other subject.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.name_shape import Name, behind_particles, is_given, spelled
from attrib.languages.de.names import may_be_name
from attrib.languages.de.one_name import as_one_name, of_type
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import formed

_INFLECTED = ("e", "en", "er", "es", "em")
_HOW = frozenset({"ADJ", "ADV"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM", "PROPN", "NOUN"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
BEFORE_SUBJECTS = frozenset({",", ":", "„", "‚", "(", "–"})
"""Marks behind which a clause may begin with its subject."""


def with_bare_names(sentence: Sentence, families: frozenset[str]) -> Sentence:
    """*Stark sagte*, *sagte von der Heide*: family names alone, and the subject of their verb if it lacks one."""
    for name in [*_bare_words(sentence, families), *_bare_particles(sentence, families)]:
        verb = _verb_without_subject(sentence, name)
        sentence = as_one_name(sentence, name.first, name.last)
        sentence = _with_subject(sentence, name, verb) if verb else sentence
        sentence = of_type(sentence, name.family, name.last, "Sur")
    return sentence


def _bare_words(sentence: Sentence, families: frozenset[str]) -> Iterator[Name]:
    for word in sentence.words:
        listed = word.upos in _HOW or _is_somebody(word)
        if listed and (word.text in families or may_be_name(word)):
            name = Name(word.number, word.number, word.number)
            if _is_bare_name(sentence, word, _verb_without_subject(sentence, name), families):
                yield name


def _bare_particles(sentence: Sentence, families: frozenset[str]) -> Iterator[Name]:
    """*Von der Leyen sagte*, *sagte van der Bellen*: beside a verb without a subject, known, or of no German words."""
    for word in formed(sentence.words, WORDS.family_name_particles):
        last = behind_particles(sentence, word.number, families)
        if last and not is_given(sentence.before(word)):
            name = Name(word.number, word.number, last)
            known = spelled(sentence, name.first, name.last) in families
            may_be_label = sentence.word(last).upos == "PROPN" or word.form in WORDS.of_prepositions
            label = word.number == 1 and may_be_label and sentence.word(last + 1).text == ":"
            foreign = word.form in WORDS.foreign_particles
            if known or label or foreign or _verb_without_subject(sentence, name):
                yield name


def _is_somebody(word: Word) -> bool:
    """*Richter*, *Bauer*: a noun for a person, or a name."""
    return word.upos == "NOUN" and GERMAN.lexicon.noun(word).person is not None


def _is_bare_name(sentence: Sentence, word: Word, verb: Word, families: frozenset[str]) -> bool:
    before, behind = sentence.before(word), sentence.behind(word)
    attribute = before.upos in _BEFORE_NOUNS or (behind.upos in {"NOUN", "PROPN", "ADJ"} and word.relation == "amod")
    somebody = word.text in families and _is_somebody(word) and before.form not in WORDS.comparison_particles
    # *Richter sagte*: of one or several, the verb knows
    if attribute or (word.is_plural and not verb) or not (may_be_name(word) or somebody):
        return False
    if before.upos not in {"", "PUNCT"} or before.text == ",":
        bare = word.upos in _HOW and not word.form.endswith(_INFLECTED)
        return word.text in families or (bare and behind.upos not in {"NOUN", "PROPN"})
    # *Stark sagte, p*, not *Fest steht, dass p*: nobody else can have said it
    says = behind.lemma in GERMAN.saying_lemmas and sentence.behind(behind).text in {",", ":"}
    unknown = says and behind is verb and word.upos == "ADJ" and not word.form.endswith(_INFLECTED)
    return bool(verb) and (word.text in families or unknown)


def _verb_without_subject(sentence: Sentence, name: Name) -> Word:
    """The finite verb right behind a name, or right before it, if it is in the active and has no subject."""
    opens = name.first == 1 or sentence.word(name.first - 1).text in BEFORE_SUBJECTS
    for verb in (_behind_apposition(sentence, name.last) if opens else NO_WORD, sentence.word(name.first - 1)):
        main = sentence.word(verb.head) if verb.upos == "AUX" and verb.head else verb
        # *Er fuhr los und kam von der Fahrspur ab*: its subject is that of the verb before
        shared = "conj" in {verb.relation, main.relation} or sentence.before(verb).upos == "CCONJ"
        if verb.is_finite and not (verb.is_plural or shared or _has_subject(sentence, name, verb, main)):
            return main if main.upos == "VERB" else verb
    return NO_WORD


def _behind_apposition(sentence: Sentence, last: int) -> Word:
    """*Von der Leyen, Mitglied des Rates, | lehnte …*: the word behind a name, and behind what two commas set off."""
    following = sentence.word(last + 1)
    if following.text != ",":
        return following
    inner = list(takewhile(lambda word: word.text != "," and not word.is_finite, sentence.words[last + 1 :]))
    closing = sentence.behind(following, len(inner) + 1)
    return sentence.behind(closing) if closing.text == "," else following


def _has_subject(sentence: Sentence, name: Name, *verbs: Word) -> bool:
    near = sentence.words[max(name.first - 3, 0) : name.first - 1], sentence.words[name.last : name.last + 2]
    nominative = (word.upos == "PRON" and word.has("Case=Nom") for words in near for word in words)
    children = (child for verb in verbs for child in sentence.children(verb))
    return any(nominative) or any(
        child.relation in _SUBJECTS and not name.first <= child.number <= name.last for child in children
    )


def _with_subject(sentence: Sentence, name: Name, verb: Word) -> Sentence:
    subject = replace(sentence.word(name.first), head=verb.number, deprel="nsubj", feats="Case=Nom")
    words = (subject if item.number == name.first else item for item in sentence.words)
    return replace(sentence, words=tuple(words))
