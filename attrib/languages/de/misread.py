"""Single words that a tagger misreads, whatever the tree says of them: days, standing adjectives, titles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.names import is_title_abbreviation
from attrib.text.analysis import Sentence, Word
from attrib.text.words import VERBS

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_GERMAN_LETTERS = re.compile(r"[A-Za-zÄÖÜäöüßéèáàâêôçñ]+")
_DOTTED = re.compile(r"[a-zäöü][\wäöü-]*(?:\.[a-z]{2,})+")
"""*ver.di*, *netzpolitik.org*"""
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
_DAYS = frozenset(form for entry in GERMAN.times if entry.kind == "weekday" for form in entry.forms)


def references(sentence: Sentence) -> Iterator[Word]:
    """*Laut Art. 5 …*, *S. 12*: a place in a text, which is no name."""
    for word in sentence.words:
        numbered = word.text[-1:] == "." and sentence.behind(word).text[:1].isdigit()
        if numbered and GERMAN.lexicon.abbreviations.kind(word.text) == "number":
            yield word


def misread_adverbs(sentence: Sentence) -> Iterator[Word]:
    """*z. B.*, *usw.*: neither verbs nor marks."""
    for word in sentence.words:
        if word.upos in {"VERB", "AUX", "PUNCT"} and word.text[-1:] == "." and word.text[:1].isalpha():
            yield word


def foreign_names(sentence: Sentence) -> Iterator[Word]:
    """*Nguyễn Văn Minh*: a noun before a name that is written with letters German has not is a part of it."""
    for word in sentence.words:
        high = word.upos in {"NOUN", "X", "ADJ"} and word.text[:1].isupper() and word.text.isalpha()
        if high and not _GERMAN_LETTERS.fullmatch(word.text) and sentence.behind(word).upos == "PROPN":
            yield word


def dotted_names(sentence: Sentence) -> Iterator[Word]:
    """*ver.di*, *netzpolitik.org*: a full stop between small letters is written in names alone."""
    return (word for word in sentence.words if word.upos != "PROPN" and _DOTTED.fullmatch(word.text))


def dotted_subjects(sentence: Sentence) -> Iterator[Word]:
    """*Wie ver.di mitteilte*: such a name right below a verb, taken for an adverb of it."""
    return _as_adverbs(sentence, below=VERBS, governed=False)


def dotted_attributes(sentence: Sentence) -> Iterator[Word]:
    """*nach Angaben von netzpolitik.org*: such a name behind a preposition, below a noun."""
    return _as_adverbs(sentence, below=NOMINAL, governed=True)


def _as_adverbs(sentence: Sentence, *, below: frozenset[str], governed: bool) -> Iterator[Word]:
    """Such names taken for adverbs of a word with one of some tags, behind a preposition or not."""
    for word in dotted_names(sentence):
        above = sentence.head(word)
        behind = any(child.relation == "case" for child in sentence.children(word))
        if word.relation == "advmod" and above is not None and above.upos in below and behind is governed:
            yield word


def joined_articles(sentence: Sentence) -> Iterator[Word]:
    """*al-Scheich*, *Abdel Fattah el-Sisi*: an Arabic article, cut off at its hyphen, and the name behind it."""
    for word in sentence.words:
        hyphen = sentence.behind(word)
        if hyphen.text != "-" or f"{word.text}-" not in WORDS.joined_name_articles:
            continue
        name = sentence.behind(hyphen)
        if word.end == hyphen.start and hyphen.end == name.start and name.text[:1].isupper():
            yield from (word, name)


def singular_before_names(sentence: Sentence) -> Iterator[Word]:
    """*Das teilte der Netzbetreiber | Wesernetz mit*: a masculine noun whose plural is no other word, taken for the
    genitive of several, though it is no attribute and one name stands behind it."""
    for word in sentence.words:
        alike = word.upos == "NOUN" and word.is_plural and word.text == word.lemma and word.text.endswith("er")
        if not alike:
            continue
        name, article = sentence.behind(word), sentence.before(word)
        one = name.upos == "PROPN" and name.head == word.number and not name.is_plural
        single = sentence.behind(name).upos not in {"CCONJ", "PROPN"} and sentence.behind(name).text != ","
        argument = word.relation in _ARGUMENTS and sentence.word(word.head).upos == "VERB"
        if one and single and argument and article.upos == "DET" and article.form == "der":
            yield word


def misread_titles(sentence: Sentence) -> Iterator[Word]:
    """*Laut Abg. Kern*: taken for an article."""
    return (word for word in sentence.words if word.upos not in NOMINAL and is_title_abbreviation(word))


def opening_people(sentence: Sentence) -> Iterator[Word]:
    """*Analysten deuten an, …*, *Insider: …*: a noun for people right before the finite verb or a colon, taken for an
    adverb or an adjective."""
    opening, behind = sentence.word(1), sentence.word(2)
    stands = behind.is_finite or behind.text == ":"
    misread = opening.upos in {"ADV", "ADJ", "PART", "X"} and opening.text[:1].isupper() and stands
    if misread and GERMAN.lexicon.nouns.person(replace(opening, upos="NOUN")) is not None:
        yield opening


def standing_adjectives(sentence: Sentence) -> Iterator[Word]:
    """*sagte der Kölner*: an adjective with a capital letter and an article, and no noun behind it."""
    for word in sentence.words:
        high = word.upos == "ADJ" and word.text[:1].isupper() and sentence.before(word).upos == "DET"
        if high and word.relation not in {"amod", "conj"} and sentence.behind(word).upos not in NOMINAL:
            yield word


def both_before_nouns(sentence: Sentence) -> Iterator[Word]:
    """*Behörden beider Länder*: before a noun of its own it is an article."""
    return (
        word
        for word in sentence.words
        if word.upos == "PRON" and word.form in WORDS.both and sentence.behind(word).upos == "NOUN"
    )


def days(sentence: Sentence) -> Iterator[Word]:
    """*am Montag*: behind a preposition or an article a day of the week is nobody's name."""
    days = (word for word in sentence.words if word.upos == "PROPN" and word.form in _DAYS)
    return (word for word in days if sentence.before(word).upos in {"ADP", "DET", "ADJ"})


def genitives_in_names(sentence: Sentence) -> Iterator[Word]:
    """*des Blauen Kreuzes*: a name made of common words is declined as they are."""
    for word in sentence.words:
        if word.upos == "PROPN" and word.form.endswith("es"):
            adjective = sentence.before(word)
            high = adjective.upos == "ADJ" and adjective.text[:1].isupper()
            if high and sentence.before(adjective).form == "des":
                yield word


def letting(sentence: Sentence) -> Iterator[Word]:
    """*ließen sich nicht prüfen*: as an auxiliary the lemmatiser does not know it."""
    return (word for word in sentence.words if word.upos == "AUX" and word.form.startswith(("ließ", "läss", "lass")))
