"""Names in quotation marks: *das Portal „Hafenblick“*, *Karl „Charly“ Maurer*, *der nur „Ali“ genannt werden will*.

Marked words are somebody's words, or a name. What makes them a name stands around them: a noun whose name they are, a
verb or adjective of naming, a given name and a surname; or it is how they are written: a capital where a German
sentence has none. What a document calls by a name once is a name wherever it is marked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.names import may_be_name
from attrib.languages.de.one_name import as_one_name, topmost
from attrib.text.analysis import NO_WORD, Analysis, Sentence, Word, word_at
from attrib.text.words import NAMES, NOUNS, all_tags, any_finite, any_form, any_lemma, any_tag

_PAIRS = {"„": "“", "‚": "‘"}
_NAMING = tuple(WORDS.named_things | WORDS.name_bearers)
_LONGEST = 6
_LONGEST_TITLE = 12
"""In words: *der Film „…“* may bear a whole sentence."""
_LONGEST_NICKNAME = 3
_FUNCTION_WORDS = frozenset({"ADP", "DET", "CCONJ", "PART", "ADV", "PRON", "SCONJ", "AUX"})
_NOT_IN_SMALL = frozenset({"VERB", "AUX", "ADJ", "ADV", "PART"})
_SMALL_IN_NAMES = frozenset({"ADP", "DET", "CCONJ", "PROPN", "X", "NOUN"})
"""A noun in small letters is no German word: *„Tiktaalik roseae“*."""
_OF_NOUN = frozenset({"appos", "flat", "nmod", "compound"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "(", ")", "–"})
_CLOSING = frozenset(_PAIRS.values())
_CLOSING_ALSO = frozenset({"”", "«", "»", '"'})
_OPENERS = frozenset({"", ",", ":", "–", "Wie", "wie"})
_OBJECTS = frozenset({"NOUN", "PROPN", "PRON", "ADV", "PART"})
_LONGEST_GLOSS = 4
_KNOWN = tuple(WORDS.known)
_OUTLETS = tuple(WORDS.outlet_nouns)
_BEHIND_NAMES = frozenset(entry.form for entry in GERMAN.according_to if entry.position == "after")
_STOPS = frozenset({".", "!", "?", "…"})
_ENDS = _STOPS | {","}
_SHAPE = re.compile(r"[a-zäöüß][A-ZÄÖÜ]|[A-Za-zÄÖÜäöüß]\d|\d[A-Za-z]|\w\.(?:de|at|ch|com|org|net|eu|info|tv)$")
"""*YouTube*, *Seebär77*, *abgeordnetenwatch.de*"""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of one sentence in quotation marks, given by the numbers of the marks."""

    sentence: Sentence
    opening: int
    closing: int

    @property
    def words(self) -> Sequence[Word]:
        """What stands between the marks."""
        return self.sentence.words[self.opening : self.closing - 1]

    @property
    def content(self) -> Sequence[Word]:
        """The words among that."""
        return [word for word in self.words if word.upos != "PUNCT"]

    @property
    def before(self) -> Word:
        """What stands before the opening mark."""
        return self.sentence.word(self.opening - 1)

    @property
    def behind(self) -> Word:
        """What stands behind the closing mark."""
        return self.sentence.word(self.closing + 1)

    @property
    def head(self) -> Word:
        """The word that joins the stretch to the rest of the sentence."""
        return topmost(self.sentence, self.opening + 1, self.closing - 1)

    @property
    def governor(self) -> Word:
        """The word outside that the stretch depends on."""
        return self.sentence.word(self.head.head)

    @property
    def text(self) -> str:
        """The words in small letters."""
        return " ".join(word.form for word in self.content)


def marked_names(analysis: Analysis) -> dict[int, list[Marked]]:
    """The names in quotation marks of a document, by the numbers of its sentences."""
    stretches = [item for sentence in analysis.sentences for item in _marked(sentence) if _may_be_name(item)]
    names = {item.text for item in stretches if any(test(item) for test in _CONSTRUCTIONS)}
    found: dict[int, list[Marked]] = {}
    for item in stretches:
        if item.text in names or _is_listed_with(item, found.get(item.sentence.number, ())):
            found.setdefault(item.sentence.number, []).append(item)
    return found


def common_words(sentence: Sentence, names: Iterable[Marked]) -> Iterator[Word]:
    """*„ernst“*, *nannte es „Wahnsinn“*: what the tagger takes for names in marks although the marks hold none."""
    numbers = {item.opening for item in names}
    for item in _marked(sentence):
        if item.opening not in numbers and all_tags(item.content, {"PROPN"}):
            yield from item.content


def _marked(sentence: Sentence) -> Iterator[Marked]:
    opened: list[int] = []
    for word in sentence.words:
        if word.text in _PAIRS:
            opened.append(word.number)
        elif opened and word.text == _PAIRS[sentence.word(opened[-1]).text]:
            item = Marked(sentence, opened.pop(), word.number)
            if item.content:
                yield item


def _may_be_name(item: Marked) -> bool:
    """No long sentence; in small letters only what a noun says is one (*das Auto „mindset“*), or a gloss."""
    high = _is_high(item.content[0]) or (_bears_it(item) and not any_tag(item.content, _NOT_IN_SMALL))
    return len(item.content) <= _LONGEST_TITLE and (high or _is_gloss(item))


def _is_high(word: Word) -> bool:
    return not word.text[:1].islower()


def _is_short(item: Marked) -> bool:
    """Few words, and no clause."""
    return len(item.content) <= _LONGEST and not any_finite(item.content) and item.words[-1].text not in _ENDS


def _is_nickname(item: Marked) -> bool:
    """*Karl „Charly“ Maurer*"""
    given, surname = item.before, item.behind
    named = surname.upos == "PROPN" or (surname.upos == "NOUN" and may_be_name(surname))
    both = given.upos == "PROPN" and named and _is_high(given) and _is_high(surname)
    return both and len(item.content) <= _LONGEST_NICKNAME


def _bears_it(item: Marked) -> bool:
    """*der Film „Wer hat Angst?“*, *die Initiative „Freie Brücke“*: behind a noun for what has a name."""
    noun = item.before
    named = noun.upos == "NOUN" and (noun.form.endswith(_NAMING) or noun.lemma.lower().endswith(_NAMING))
    return named and not _is_given(item)


def _is_given(item: Marked) -> bool:
    """Whether the noun is somebody and the words are what is said, of whom or by whom."""
    return _is_ascribed(item) or _is_demanded(item)


def _is_demanded(item: Marked) -> bool:
    """*Jetzt fordert der Verband „Klarheit“.*: the verb of saying before its subject has no other object."""
    noun, clause = item.before, _clause_around(item)
    verb = next((word for word in clause if word.is_finite and word.number < noun.number), NO_WORD)
    ends = item.behind.upos == "CCONJ" or item.behind.text in {"", *_STOPS}
    says = verb.is_finite and verb.lemma in GERMAN.saying_lemmas
    alone = len(item.content) == 1 and item.content[0].upos in NOUNS
    article = item.sentence.behind(verb).upos == "DET" and item.sentence.behind(verb, 2).upos != "VERB"
    return ends and says and alone and article and word_at(clause, 0).upos in {"ADV", "ADP"}


def _is_ascribed(item: Marked) -> bool:
    """*warf dem Konzern „Lohndumping“ vor*: what is said of somebody in the dative."""
    clause = _clause_around(item)
    particles = ["", *(word.form for word in clause if word.relation == "compound")]
    verbs = [particle + word.lemma for word in clause if word.upos == "VERB" for particle in particles]
    return _is_dative(item.sentence, item.before) and not WORDS.ascribing_verbs.isdisjoint(verbs)


def _is_dative(sentence: Sentence, noun: Word) -> bool:
    """*dem Konzern*, *der Bank*, not *der Konzern*: by the article, which errs less than the tagger."""
    article = sentence.before(noun, 2 if sentence.before(noun).upos == "ADJ" else 1)
    feminine = article.form == "der" and noun.has("Gender=Fem")
    plural = article.form == "den" and noun.has("Number=Plur")
    return article.form in WORDS.sure_datives or feminine or plural


def _is_apposition(item: Marked) -> bool:
    """*der Rapper „Kobold“*: any noun, if the tree joins both; *nannte den Plan „Unfug“* is none."""
    noun, head = item.before, item.head
    if not _is_short(item) or _says(noun) or _is_predicate(item) or _is_given(item):
        return False
    if noun.upos != "NOUN":
        return _is_one_constituent(item)
    joined = (head.head == noun.number and head.relation in _OF_NOUN) or _is_one_of_several(item)
    named = item.content[0].upos in NAMES and _is_high(item.content[0])
    same = head.head == noun.head and head.deprel == noun.deprel == "nsubj"
    return named or joined or same or _is_one_constituent(item)


def _is_one_constituent(item: Marked) -> bool:
    """*die Kita „Rappelkiste“ bleibt zu*: all that stands before the verb of a main clause is one phrase."""
    sentence, noun = item.sentence, item.before
    article = sentence.before(noun, 2 if sentence.before(noun).upos == "ADJ" else 1)
    opens = sentence.before(article).upos in {"", "PUNCT"} and article.form in WORDS.definite_articles
    return opens and noun.upos in NOUNS and item.behind.is_finite and all_tags(item.content, NOUNS)


def _says(noun: Word) -> bool:
    """*mit den Worten „Nein danke“*, *der Vorwurf „Verrat“*: a noun for words, whose content stands behind it."""
    return GERMAN.lexicon.noun(noun).reporting is not None


def _is_predicate(item: Marked) -> bool:
    """*nannte den Umbau „Unfug“*: how somebody calls it; not *nennt die Modelle „Falke“ und „Luchs“*."""
    naming = any_lemma(item.sentence.words, WORDS.naming_verbs) or _closes_clause(item)
    return naming and item.before.upos in _OBJECTS and not _is_one_of_several(item)


def _closes_clause(item: Marked) -> bool:
    """*dass die Lage „Wahnsinn“ sei*: with a copula at the end of a subordinate clause."""
    opened = any_form(_clause_around(item)[:1], WORDS.complementizers | WORDS.subordinators)
    return opened and item.behind.lemma in WORDS.copulas


def _is_one_of_several(item: Marked) -> bool:
    """*die Modelle „Falke“ und „Luchs“*: the first of a list behind a plural."""
    listed = item.behind.upos == "CCONJ" or item.behind.text == ","
    return listed and item.sentence.behind(item.behind).text in _PAIRS and item.before.has("Number=Plur")


def _is_title(item: Marked) -> bool:
    """*„Der Spiegel“*, *„Zur Post“*, *„Neue Rechte“*: a capital that only a title gives to such a word."""
    first, before = item.content[0], item.before
    inside = before.upos in {"NOUN", "DET", "ADP", "ADJ", "PROPN"} and not _says(before)
    return inside and first.upos in {*_FUNCTION_WORDS, "ADJ"} and first.text[:1].isupper() and _is_short(item)


def _is_introduced(item: Marked) -> bool:
    """*namens „Kobold“*, *kurz „NID“*, *die sogenannten „Reichsbürger“*"""
    return item.before.form in WORDS.naming_words and _is_short(item)


def _is_what_it_is_called(item: Marked) -> bool:
    """*auch „Bruno“ genannt*, *der „Ali“ genannt werden will*, *den sie hier „Doc“ nennen*, *nennt sich „Wolf“*"""
    if item.before.form in WORDS.comparison_particles:
        return _is_known_as(item)
    verb = _naming_verb(item)
    if not verb or not _is_short(item) or item.before.upos == "DET":
        return False
    clause = _clause_around(item)
    # *nennt „Marder“ und „Iltis“*: right behind the verb, what is mentioned rather than how something is called
    usual = verb.lemma in WORDS.called or verb is item.before or any_form(clause, WORDS.third_reflexives)
    return usual or (_is_of_nobody(verb, clause) if _is_participle(verb) else _is_habitual(verb, clause))


def _is_known_as(item: Marked) -> bool:
    """*bekannt als „Wolf“*, *als „Wolf“ bekannt*"""
    near = (item.sentence.before(item.before), item.behind)
    return any(word.form.startswith(_KNOWN) for word in near) and _is_short(item)


def _naming_verb(item: Marked) -> Word:
    """*nennen* or *heißen* right behind the marks, or as what they depend on."""
    near = (item.behind, item.before, item.governor, item.sentence.behind(item.behind))
    return next((word for word in near if word.lemma in WORDS.calling_verbs), NO_WORD)


def _clause_around(item: Marked) -> Sequence[Word]:
    """The words between the marks of punctuation around the stretch."""
    words = item.sentence.words
    before = list(takewhile(_is_inside_clause, reversed(words[: item.opening - 1])))
    return [*reversed(before), *takewhile(_is_inside_clause, words[item.closing :])]


def _is_inside_clause(word: Word) -> bool:
    return word.text not in _CLAUSE_ENDS


def _is_participle(verb: Word) -> bool:
    return not verb.is_finite and verb.form.startswith("ge")


def _is_of_nobody(participle: Word, clause: Sequence[Word]) -> bool:
    """*auch „Bruno“ genannt*, *wird nur „Ali“ genannt*; not *hat den Plan „Irrsinn“ genannt*, *von ihm … genannt*."""
    finite = [word for word in clause if word.is_finite]
    passive = not finite or any_lemma(clause, WORDS.passive_auxiliaries)
    agent = any(word.form in WORDS.agent_prepositions and word.number < participle.number for word in clause)
    return passive and not agent


def _is_habitual(verb: Word, clause: Sequence[Word]) -> bool:
    """*man nennt ihn „Doc“*, *den sie hier „Doc“ nennen*: nobody in particular, whenever they speak of it."""
    present = verb.has("Tense=Pres") or verb.has("VerbForm=Inf")
    return present and any(word.upos in {"PRON", "DET"} and word.form in WORDS.habitual_namers for word in clause)


def _speaks(item: Marked) -> bool:
    """*das „Wall Street Journal“ berichtet, p*, *wie „Radio Fjord“ meldet*, *„Aftenposten“ schreibt, p*, *„p“, schrieb
    „Die Presse“*"""
    verb, after = item.behind, item.sentence.behind(item.behind)
    if not _is_short(item) or not _is_high(item.content[0]):
        return False
    if _follows_said(item):
        return True
    if item.before.form in WORDS.definite_articles | WORDS.comparative and item.head.relation == "nsubj":
        return item.governor.lemma in GERMAN.saying_lemmas
    says = verb.is_finite and verb.lemma in GERMAN.saying_lemmas
    return says and (after.text in _CLAUSE_ENDS or after.upos in {"ADP", "ADV"}) and item.before.text in _OPENERS


def _follows_said(item: Marked) -> bool:
    """*„p“, schrieb | „Die Presse“*: behind a verb of saying that follows what was said, who says it."""
    verb = item.before
    comma = item.sentence.before(verb)
    says = verb.is_finite and verb.lemma in GERMAN.saying_lemmas and verb.lemma not in WORDS.calling_verbs
    return says and comma.text == "," and item.sentence.before(comma).text in {*_CLOSING, *_CLOSING_ALSO}


def _is_told(item: Marked) -> bool:
    """*laut „Hafenbote“*, *nach Angaben des „Hafenboten“*, *sagte (gegenüber) der „Rheinpost“*"""
    article = item.before
    governing = item.sentence.before(article) if article.form in WORDS.definite_articles else article
    source = governing.form in WORDS.name_governors or article.form in WORDS.name_governors
    said = governing.is_finite and governing.lemma in GERMAN.saying_lemmas and article.form in WORDS.dative_articles
    credited = governing.upos == "NOUN" and _says(governing) and article.form in WORDS.genitive_articles
    return (source or said or credited or item.behind.form in _BEHIND_NAMES) and _is_short(item)


def _is_gloss(item: Marked) -> bool:
    """*„Cast Lead“ („gegossenes Blei“)*, *Jobbik („Bewegung für …“)*: in brackets behind a name, what it means."""
    words = item.sentence.words[: item.opening - 1]
    opening = next((word for word in reversed(words[-_LONGEST_GLOSS:]) if word.text == "("), NO_WORD)
    before = item.sentence.before(opening) if opening else NO_WORD
    return before.text in _CLOSING or (before.upos in NAMES and _is_high(before))


def _is_written_like_one(item: Marked) -> bool:
    """*YouTube*, *Wall Street Journal*, *Nationalstadion Peking*: by its letters, or because the tagger knows it."""
    words = item.content
    if len(words) > _LONGEST:
        return False
    spelled = any(_SHAPE.search(word.text) for word in words) or words[-1].form.endswith(_OUTLETS)
    high = [word for word in words if _is_high(word)]
    names, small = all_tags(high, {*NAMES, "NUM"}), [word for word in words if word not in high]
    several = len(high) == len(words) > 1 and any_tag(words, NAMES)
    tagged = several or (names and all_tags(small, _SMALL_IN_NAMES))
    return _is_high(words[0]) and (spelled or (tagged and not _is_predicate(item) and not _is_given(item)))


def _is_listed_with(item: Marked, names: Sequence[Marked]) -> bool:
    """*die Modelle „Falke“ und „Luchs“*: behind a name and a comma or conjunction."""
    joined = item.before.upos == "CCONJ" or item.before.text in {",", "/"}
    return joined and any(other.closing == item.opening - 2 for other in names) and _is_high(item.content[0])


_CONSTRUCTIONS: tuple[Callable[[Marked], bool], ...] = (
    _is_nickname,
    _bears_it,
    _is_apposition,
    _is_title,
    _is_introduced,
    _is_what_it_is_called,
    _speaks,
    _is_told,
    _is_gloss,
    _is_written_like_one,
)


def as_names(sentence: Sentence, names: Iterable[Marked]) -> Sentence:
    """The sentence with the words of each name as proper nouns, the first of which has the others below it."""
    for item in names:
        sentence = as_one_name(sentence, *_whole(item))
    return sentence


def _whole(item: Marked) -> tuple[int, int]:
    """The numbers of the first and the last word of the name: given name and surname too, around a nickname."""
    if _is_nickname(item):
        return item.opening - 1, item.closing + 1
    return item.content[0].number, item.closing - 1
