"""What somebody is, before the name: *council leader | Morag Tennant | said*, which the tree takes for two subjects, or
for a verb and its object.
"""

from dataclasses import replace

from attrib.languages.en.lists import ENGLISH
from attrib.languages.en.lost_verbs import is_tree
from attrib.text.analysis import NO_WORD, Sentence, Word

_REACH = 8
"""How many words behind a name the verb of saying stands at most: *farmer Juan Quispe, 43, | told AFP*."""
_BETWEEN = frozenset({"PROPN", "PUNCT", "NUM", "ADV"})
_BEFORE = frozenset({"", ",", "“", "”", '"', "’", "'"})
_NAMED = frozenset({"flat", "appos", "nsubj", "nmod", "dep"})
_OF = frozenset({"of", "for"})
_IN_TITLE = frozenset({"NOUN", "PROPN", "ADJ", "DET"})


def with_titles(sentence: Sentence) -> Sentence:
    """The sentence with each noun for somebody joined to the name right behind it."""
    for number in [word.number for word in sentence.words if word.upos == "PROPN"]:
        name = sentence.word(number)
        title = sentence.before(name)
        sentence = _with_named_office(sentence, name)
        name = sentence.word(number)
        if title.upos == "NOUN" and _are_two_subjects(title, name):
            sentence = _with(sentence, replace(title, head=number, deprel="nmod"))
        elif _is_lost(sentence, title, name):
            sentence = _with_person(sentence, title, name)
        elif _is_described(sentence, title, name):
            sentence = _with(
                sentence, replace(title, upos="NOUN", lemma=title.form, feats="Number=Sing", deprel="nmod")
            )
    return sentence


def _with_named_office(sentence: Sentence, name: Word) -> Sentence:
    """*Director of education | Paul Hendry*: a name right behind an office that has no article is that of who holds
    it."""
    field = sentence.before(name)
    begin = field
    while begin.upos in {"NOUN", "PROPN", "ADJ"}:
        begin = sentence.before(begin)
    office = sentence.before(begin)
    named = name.relation in _NAMED and any(
        child.relation == "flat" and child.number == name.number + 1 for child in sentence.children(name)
    )
    person = replace(office, upos="NOUN", lemma=office.form)
    holds = begin.form in _OF and field.upos in {"NOUN", "PROPN"} and not ENGLISH.given_names.is_listed(field.text)
    bare = not any(child.relation == "det" for child in sentence.children(office))
    if not (named and holds and bare) or ENGLISH.lexicon.nouns.person(person) is None:
        return sentence
    found = _with(sentence, replace(name, head=office.number, deprel="appos"))
    if field.upos == "PROPN" and ENGLISH.countries.of_place(field.text) is None:
        found = _with(found, replace(field, upos="NOUN"))
    return found if is_tree(found) else sentence


def _are_two_subjects(title: Word, name: Word) -> bool:
    same = title.head == name.head and title.relation == name.relation == "nsubj"
    return same and title.text.islower() and not title.is_plural


def _is_lost(sentence: Sentence, title: Word, name: Word) -> bool:
    """*“…,” farmer | Juan Quispe, 43, | told AFP*: a noun for somebody that was taken for a verb."""
    person = replace(title, upos="NOUN", lemma=title.form)
    taken = title.upos in {"VERB", "ADJ"} and ENGLISH.lexicon.nouns.person(person) is not None
    begin = sentence.before(title)
    while begin.upos in _IN_TITLE:
        begin = sentence.before(begin)
    return taken and title.text.islower() and begin.text in _BEFORE and bool(_saying(sentence, name))


def _is_described(sentence: Sentence, title: Word, name: Word) -> bool:
    """*Police | chief | Carl Roe*: a noun for somebody behind one that says of what, taken for an adjective."""
    person = replace(title, upos="NOUN", lemma=title.form)
    taken = title.upos == "ADJ" and title.text.islower() and title.head == name.number
    of = sentence.before(title)
    return taken and of.upos in {"NOUN", "PROPN"} and ENGLISH.lexicon.nouns.person(person) is not None


def _saying(sentence: Sentence, name: Word) -> Word:
    """The finite verb of saying behind a name, with nothing but its rest or an age between."""
    for word in sentence.words[name.number : name.number + _REACH]:
        if word.upos == "VERB":
            says = word.is_finite and word.lemma in ENGLISH.lexicon.verbs.reporting
            return word if says else NO_WORD
        if word.upos not in _BETWEEN:
            return NO_WORD
    return NO_WORD


def _with_person(sentence: Sentence, title: Word, name: Word) -> Sentence:
    verb = _saying(sentence, name)
    words = list(sentence.words)
    for child in sentence.children(verb):
        if child.relation == "nsubj":
            words[child.number - 1] = replace(child, deprel="iobj" if child.number > verb.number else "compound")
            if child.number < name.number:
                words[child.number - 1] = replace(words[child.number - 1], head=title.number)
    words[title.number - 1] = replace(
        title, upos="NOUN", lemma=title.form, feats="Number=Sing", head=name.number, deprel="nmod"
    )
    for child in sentence.children(title):
        if child.number < title.number and child.upos != "PUNCT":
            words[child.number - 1] = replace(child, deprel="compound" if child.upos != "DET" else child.deprel)
    words[name.number - 1] = replace(name, head=verb.number, deprel="nsubj")
    for word in sentence.words:
        strays = word.number > name.number and word.head == title.number
        if strays:
            words[word.number - 1] = replace(word, head=verb.number)
    found = replace(sentence, words=tuple(words))
    return found if is_tree(found) else sentence


def _with(sentence: Sentence, word: Word) -> Sentence:
    words = list(sentence.words)
    words[word.number - 1] = word
    return replace(sentence, words=tuple(words))
