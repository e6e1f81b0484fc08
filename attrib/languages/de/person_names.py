"""Names of persons as one phrase each, whatever the parser makes of their words.

A small tagger takes *Beatrix von der Marwitz* for somebody and where she comes from, *Tobias Kern* for somebody and a
thing, *Heiko Schnell* for how something is done. Word order says what belongs to a name: behind a given name no other
capital stands without an article, and before the verb of a main clause there is one constituent only.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from attrib.languages.de.bare_names import BEFORE_SUBJECTS, with_bare_names
from attrib.languages.de.compounds import is_joint
from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.name_shape import Name, behind_particles, is_given, is_office, last_given, spelled
from attrib.languages.de.names import is_title_abbreviation, may_be_name
from attrib.languages.de.one_name import as_one_name, of_type, with_attributes, with_possessors
from attrib.languages.de.titles import with_titles
from attrib.languages.de.unknown_names import is_unknown_given
from attrib.text.analysis import Analysis, Sentence, Word

_JOINED = frozenset({"flat", "appos", "nmod", "compound"})
_OF_THINGS = ("es", "em")
"""*etwas Neues*: endings of adjectives that stand for a thing."""
_HOW = frozenset({"ADJ", "ADV"})
_LONGEST_WORD = 12
"""Letters of a common word that is a family name."""
_INFLECTED = ("e", "en", "er", "es", "em")
_BEGINNING = frozenset({"PROPN", "NOUN", "ADJ"})
"""Tags of what a name, or an office before one, begins with."""
_ADDING = frozenset({",", ":", "("})
_BEHIND_TOLD = frozenset({"", "PUNCT", "CCONJ", "ADP", "ADV"})
_BEHIND_SUBJECTS = frozenset({"VERB", "AUX", "ADP", "PUNCT", "ADV", ""})


def with_persons(analysis: Analysis) -> Analysis:
    """The analysis with each name of a person that holds a particle or a common word as one phrase of proper nouns."""
    whole = _each(analysis, _with_names, frozenset(_families(analysis)))
    return _each(whole, with_bare_names, frozenset(_families(whole)))


def _each(
    analysis: Analysis, rewrite: Callable[[Sentence, frozenset[str]], Sentence], families: frozenset[str]
) -> Analysis:
    return Analysis(tuple(rewrite(sentence, families) for sentence in analysis.sentences))


def _with_names(sentence: Sentence, families: frozenset[str]) -> Sentence:
    sentence = with_titles(with_attributes(with_possessors(sentence)))
    for name in _names(sentence, families):
        sentence = as_one_name(sentence, name.first, name.last)
        sentence = _below_office(sentence, name) if name.first == name.family else sentence
        sentence = of_type(sentence, name.family, name.last, "Com" if _is_firm(sentence, name.family) else "Sur")
    return sentence


def _below_office(sentence: Sentence, name: Name) -> Sentence:
    """*Gutachterin von der Marwitz*: the name beside the office right before it, not where somebody is from."""
    first, office = sentence.word(name.first), sentence.word(name.first - 1)
    if not is_office(office) or (first.head == office.number and first.relation in {"appos", "flat"}):
        return sentence
    beside = replace(first, head=office.number, deprel="flat")
    return replace(sentence, words=tuple(beside if word is first else word for word in sentence.words))


def _families(analysis: Analysis) -> Iterator[str]:
    """What ends a name of several proper nouns in the document: *Kern*, and *von der heide* in small letters."""
    for sentence in analysis.sentences:
        for word in sentence.words:
            if word.has("NameType=Sur") and word.form not in WORDS.titles:
                yield word.text
            last = _last_of_run(sentence, word.number) if is_given(word) else 0
            if last > word.number and sentence.word(last).form not in WORDS.titles:
                yield sentence.word(last).text
                small = [item for item in sentence.words[word.number : last] if item.text.islower()][:1]
                yield from (spelled(sentence, item.number, last) for item in small)


def _last_of_run(sentence: Sentence, number: int) -> int:
    """The number of the last of the proper nouns in a row, particles among them."""
    while True:
        last = last_given(sentence, number)
        end = last + 1
        while sentence.word(end).upos == "PROPN" and sentence.word(end).text.islower():
            end += 1
        if end == last + 1 or not is_given(sentence.word(end)):
            return last
        number = end


def _names(sentence: Sentence, families: frozenset[str]) -> Iterator[Name]:
    """The names that the tree may have taken apart, in order."""
    number = 1
    while number <= len(sentence.words):
        name = _name_at(sentence, number, families)
        if name is not None:
            yield name
        number = number + 1 if name is None else name.last + 1


def _name_at(sentence: Sentence, number: int, families: frozenset[str]) -> Name | None:
    word = sentence.word(number)
    if word.upos not in _BEGINNING and word.text[-1:] != "." and word.form not in WORDS.forms_of_address:
        return None
    if is_given(word) and not is_given(sentence.before(word)):
        given = last_given(sentence, number)
        for find in (behind_particles, _behind_sign, _common_word):
            name = Name(number, given + 1, find(sentence, given + 1))
            if name.last and _is_one(sentence, name, families):
                return name
        if _is_torn(sentence, number, given):
            return Name(number, given, given)
    if is_unknown_given(sentence, word):
        last = last_given(sentence, number)
        return Name(number, last, last)
    if is_title_abbreviation(word):
        family = number + 1
        while is_title_abbreviation(sentence.word(family)):
            family += 1
        last = behind_particles(sentence, family) or _behind_title(sentence, family)
        return Name(number, family, last) if last else None
    if word.form in WORDS.forms_of_address or is_office(word):
        last = _behind_office(sentence, word)
        return Name(number + 1, number + 1, last) if last else None
    return None


def _behind_office(sentence: Sentence, office: Word) -> int:
    """*Frau von der Heide*, *Ministerin zu Stolberg sagte*, *Gutachterin Groß*: the number of the last word of a family
    name right behind an office or a form of address; 0 if there is none."""
    addressed = office.form in WORDS.forms_of_address
    first = sentence.behind(office)
    if first.upos in _HOW:
        described = sentence.behind(first).upos in {"NOUN", "PROPN", "ADJ"} or first.form.endswith(_INFLECTED)
        known = first.text[:1].isupper() and may_be_name(first) and not described
        return first.number if known else 0
    last = behind_particles(sentence, first.number)
    if addressed or not last:
        return last
    # *Bürgermeister von Altenau*: a place; *der Mann von der Brücke*: where somebody is from
    bare = sentence.before(office).upos not in {"DET", "ADJ", "NUM"} and last > first.number + (first.form == "von")
    name = Name(first.number, first.number, last)
    return last if bare and not first.surface and _is_alone_at_verb(sentence, office, name) else 0


def _is_alone_at_verb(sentence: Sentence, office: Word, name: Name) -> bool:
    """Whether office and name are all that stands before the verb of a main clause, or what follows one of saying."""
    before, behind = sentence.before(office), sentence.word(name.last + 1)
    opens = before.upos in {"", "CCONJ"} and behind.is_finite
    says = before.is_finite and before.lemma in GERMAN.saying_lemmas and behind.upos in {"", "PUNCT", "CCONJ"}
    return opens or says or (before.form in WORDS.name_governors and behind.is_finite)


def _behind_title(sentence: Sentence, number: int) -> int:
    """*Dr. Richter*: the number of the word right behind a title, whatever else it means; 0 where others follow."""
    word, behind = sentence.word(number), sentence.word(number + 1)
    goes_on = behind.text[:1].isupper() and behind.upos in {"NOUN", "PROPN"}
    return number if _is_common(word) and word.text[1:].islower() and not goes_on else 0


def _is_common(word: Word) -> bool:
    """A word with a capital that is more than a name: a noun for somebody, or no proper noun at all."""
    return word.text[:1].isupper() and (word.upos != "PROPN" or GERMAN.lexicon.noun(word).is_party)


def _is_firm(sentence: Sentence, number: int) -> bool:
    """*& Söhne*"""
    return sentence.word(number).text == "&" and sentence.word(number + 1).text[:1].isupper()


def _behind_sign(sentence: Sentence, number: int) -> int:
    """*Weller & Söhne*: the number of the word that the sign joins to a name; 0 if there is none."""
    return number + 1 if _is_firm(sentence, number) and _is_common(sentence.word(number + 1)) else 0


def _common_word(sentence: Sentence, number: int) -> int:
    """The number of the word behind a given name that is no proper noun and may yet be a family name; 0 if none is."""
    word = sentence.word(number)
    # *Expertin Ruth Sorge*: whatever it means, between an office with a given name and a verb or an adposition
    titled = word.upos == "NOUN" and word.text[1:].islower() and _is_titled_given(sentence, number - 1)
    told = _is_behind_given(sentence, number) and GERMAN.lexicon.noun(word).reporting is not None
    named = may_be_name(word) or ((titled or told) and sentence.behind(word).upos in _BEHIND_SUBJECTS)
    fits = word.upos not in {"PROPN", "PUNCT", "NUM", ""} and named and not word.is_plural
    fits = fits and len(word.text) <= _LONGEST_WORD
    described = word.upos == "ADJ" and (sentence.behind(word).upos == "NOUN" or word.form.endswith(_OF_THINGS))
    return number if fits and not described and not is_joint(sentence, number + 1) else 0


def _is_behind_given(sentence: Sentence, number: int) -> bool:
    """*Hans-Jürgen | Papier*: right behind a listed given name that is not in the genitive (*Peters Bericht*)."""
    given = sentence.word(number - 1)
    known = GERMAN.given_names.is_listed(given.text) and sentence.before(given).upos not in {"DET", "ADJ"}
    noun = sentence.word(number)
    return known and noun.upos == "NOUN" and noun.text.istitle() and not _is_genitive(given)


def _is_titled_given(sentence: Sentence, number: int) -> bool:
    """*Expertin Ruth*: a listed given name right behind an office."""
    given = sentence.word(number)
    return GERMAN.given_names.is_listed(given.text) and is_office(sentence.before(given))


def _is_one(sentence: Sentence, name: Name, families: frozenset[str]) -> bool:
    """Whether given name and family name belong together."""
    given, second = sentence.word(name.first), sentence.word(name.family)
    if second.form in WORDS.family_name_particles and second.form not in WORDS.particle_prepositions:
        return True  # *Inès de la Cruz*: no German preposition
    if second.surface:
        return _is_constituent(sentence, name) or _is_titled(sentence, name)  # *Claus vom Hagen sagte*
    if _is_told(sentence, name) and _parts(sentence, name) == 1:
        return True
    if second.text == "&":
        return True
    if _parts(sentence, name) > 1 or given.text in families or _is_genitive(given):
        return False
    if second.upos in _HOW:
        return True  # *Heiko Schnell*: within a sentence nothing else of the kind has a capital
    before = sentence.word(name.first - 1)
    if before.upos in {"DET", "ADJ", "NUM", "PUNCT"} and before.text not in BEFORE_SUBJECTS:
        return False  # *eine starke Task Force*, *„Gefälschte Demokratie“*
    if before.form in WORDS.place_prepositions:
        return False  # *in Xinjiang Polizeistationen*
    return _is_constituent(sentence, name) or _is_titled(sentence, name) or _is_joined(sentence, name)


def _is_torn(sentence: Sentence, first: int, last: int) -> bool:
    """*Landrat Holger Stark sagte*: given name and family name, both proper nouns, that no arc joins."""
    given, family = sentence.word(first), sentence.word(last)
    if last != first + 1 or not GERMAN.given_names.is_listed(given.text) or not family.text[1:].islower():
        return False
    apart = family.head != first and given.head != last and family.relation not in _JOINED
    return apart and may_be_name(family) and GERMAN.countries.of_place(family.text) is None


def _parts(sentence: Sentence, name: Name) -> int:
    """How many given names there are; a double one is one."""
    between = sentence.words[name.first : name.family - 1]
    return 1 + sum(not (is_joint(sentence, word.number) or is_joint(sentence, word.number - 1)) for word in between)


def _is_genitive(word: Word) -> bool:
    """*Merkels Kern*; not *Jens Kern*"""
    return word.text.endswith("s") and (word.has("Case=Gen") or word.lemma == word.text[:-1])


def _is_constituent(sentence: Sentence, name: Name) -> bool:
    """*Philipp zu Stolberg sagte*, *Monika Reich (FDP):*: alone before the verb of a main clause, or before a mark."""
    before, behind = sentence.word(name.first - 1), sentence.word(name.last + 1)
    opens = before.text in {"", ":"} or before.upos == "CCONJ"
    return opens and (behind.is_finite or behind.text in _ADDING or not behind)


def _is_told(sentence: Sentence, name: Name) -> bool:
    """*…, sagte Beatrix von der Marwitz.*, *„…“, rief Martin Vogel und …*, *laut Karl Sommer*: a given name where
    nothing but who says it can stand, and nothing behind it that may be part of another constituent."""
    before, behind = sentence.word(name.first - 1), sentence.word(name.last + 1)
    if not GERMAN.given_names.is_listed(sentence.word(name.first).text):
        return False
    if GERMAN.given_names.is_listed(sentence.word(name.family + 1).text) and name.last > name.family:
        return False  # *sagte Philipp zu Otto*
    if before.form in WORDS.name_governors:
        return behind.is_finite or behind.text == ","
    says = before.is_finite and before.lemma in GERMAN.saying_lemmas
    particle = behind.upos == "ADP" and behind.relation == "compound"  # *sagte Karl Hilfe zu*
    names = before.is_finite and before.lemma in WORDS.naming_verbs and behind.upos == "ADJ"
    return (says and behind.upos in _BEHIND_TOLD and not particle) or names


def _is_titled(sentence: Sentence, name: Name) -> bool:
    """*Ministerin Beatrix von der Marwitz*, *Direktor Tobias Kern*: what an office stands before is a given name, or no
    other word follows."""
    office = sentence.word(name.first - 1)
    sure = name.family < name.last or GERMAN.given_names.is_listed(sentence.word(name.first).text)
    return sure and (is_title_abbreviation(office) or is_office(office))


def _is_joined(sentence: Sentence, name: Name) -> bool:
    """Whether an arc joins the given name and the last word, which is a name or has no article between."""
    given, last, opening = sentence.word(name.first), sentence.word(name.last), name.first
    while is_title_abbreviation(sentence.word(opening - 1)):
        opening -= 1  # *Prof. Dr. Heiko Schnell*: below one of the titles
    below = last.relation in _JOINED and opening <= last.head < name.family
    above = given.relation in _JOINED and given.head == last.number
    return (below or above) and (last.upos == "PROPN" or name.family == name.last)
