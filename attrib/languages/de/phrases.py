"""German noun phrases by word order and morphology: where a speaker's mention begins and ends.

A small parser attaches genitives, titles and names uncertainly, but German marks them by order: article, adjectives,
title, name, bracket, genitive, *von*-phrase, coordination. The tree is asked only where order leaves a choice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from attrib.languages.de.compounds import is_joint
from attrib.languages.de.groups import (
    BEFORE_NOUNS,
    CLOSING_QUOTES,
    NOUNS,
    QUOTES,
    closing_quote,
    governed_group,
    marked_name,
    nominal_group,
)
from attrib.languages.de.lists import WORDS
from attrib.text.analysis import NO_WORD, Sentence, Word

_TIMES = ("tag", "woch", "abend", "morgen", "nacht")
_ASSEMBLIES = ("bundestag", "landtag", "parteitag", "reichstag", "kreistag", "städtetag", "stadttag", "kirchentag")
_LONGEST_BRACKET = 7
_GENITIVE_ARTICLES = frozenset({"der", "des", "einer", "eines", "beider", "aller"})
_CERTAIN_GENITIVES = frozenset({"des", "eines"})
_JOINING = frozenset({"flat", "appos", "nmod", "compound"})
_OBJECTS = frozenset({"obj", "iobj", "obl", "xcomp"})
_NAMING = tuple(WORDS.named_things | WORDS.name_bearers)
_CIRCUMSTANCES = tuple(WORDS.circumstances)


def phrase(sentence: Sentence, head: Word) -> list[Word]:
    """The words of the noun phrase around `head` without relative clauses, in order and without gaps."""
    if head.upos == "PRON":
        # *einer der Feuerwehrleute*: the pronoun names one of them.
        genitive = sentence.behind(head).form in _GENITIVE_ARTICLES and not head.is_relative
        group = nominal_group(sentence, head.number + 1) if genitive else None
        return [head, *(group or ())]
    first = _leftmost(sentence, head, head.number)
    last = _name_end(sentence, first, _rightmost(sentence, head, first))
    if sentence.word(first - 1).text in QUOTES and sentence.word(last + 1).text in CLOSING_QUOTES:
        # *die liberale „El Mundo“*: the marks belong to the name, the article to the phrase.
        first = _leftmost(sentence, head, first - 1)
        last = _joined_end(_Phrase(sentence, head, first, last + 1)) or _owner_end(sentence, last + 1)
    return list(sentence.words[first - 1 : last])


def _leftmost(sentence: Sentence, head: Word, first: int) -> int:
    """The number of the first word of the phrase around `head`, of which words from `first` on are known."""
    first, anchor, has_nouns = _opening(sentence, first)
    article = _attribute_article(sentence, first, head)
    if article:
        return article.number
    # *am Mittwoch Peskow*: what stands under the preposition is not the speaker's title.
    if has_nouns and head.upos == "PROPN" and sentence.word(first - 1).upos == "ADP":
        own = [word for word in sentence.words[first - 1 : head.number - 1] if word.upos in NOUNS]
        if own and own[-1].upos == "NOUN" and not _is_title_of(sentence, own[-1], head):
            return anchor
    while first < head.number and _is_beside(sentence, sentence.word(first)):
        first += 1
    return first


def _is_beside(sentence: Sentence, word: Word) -> bool:
    """*auch | der Wirt*, *heute | kleine Firmen*; not *nicht genannte Zeugen*, *lange nicht erreichbare Zeugen*."""
    negation = next((each for each in (word, sentence.behind(word)) if each.form in WORDS.clause_negations), NO_WORD)
    return word.upos in {"ADV", "PART"} and not (negation and sentence.attribute_of(negation))


def _attribute_article(sentence: Sentence, first: int, head: Word) -> Word:
    """*der | für den Norden | zuständige Stab*: the article that words of the adjective's own part from it."""
    while sentence.word(first).upos in {"ADV", "PART"}:
        first += 1
    adjective = sentence.word(first)
    if not _is_small(adjective):
        return NO_WORD
    for word in sentence.words[first - 1 : head.number]:
        articles = (child for child in sentence.children(word) if child.upos == "DET" and child.number < first)
        article = next(articles, NO_WORD)
        own = range(article.number + 1, first)
        if article and all(_is_below(sentence, number, adjective) for number in own):
            return article
    return NO_WORD


def _is_below(sentence: Sentence, number: int, adjective: Word) -> bool:
    """Whether the tree joins a word to the adjective, over others or at once."""
    return adjective in sentence.above(sentence.word(number))


def _opening(sentence: Sentence, first: int) -> tuple[int, int, bool]:
    """Where the phrase begins by word order, where its own compound does, and whether other nouns stand between."""
    anchor, has_nouns, described = first, False, False
    while True:
        word = sentence.word(first - 1)
        described = described or _is_small(sentence.word(first))
        if is_joint(sentence, first - 1):
            first = anchor = first - 2
        elif (
            word.upos in NOUNS
            and word.text[:1].isupper()
            and not is_time(word)
            and not (described and _is_in_attribute(sentence, word))
        ):
            first, has_nouns = first - 1, True
        elif word.upos in BEFORE_NOUNS and not _is_relative_article(word):
            first -= 1
            if word.upos == "DET" and not _has_article(sentence, word):
                break
        elif _joins_adjectives(sentence, word):
            first -= 2 if word.upos == "CCONJ" else 1
        else:
            break
    return first, anchor, has_nouns


def _is_in_attribute(sentence: Sentence, noun: Word) -> bool:
    """*in Kiel | ansässige Firmen*, *den Hafen | sperrende Boote*; not *Mannheims oberster Richter*."""
    before = sentence.before(noun)
    while before.upos in BEFORE_NOUNS:
        before = sentence.before(before)
    return before.upos == "ADP" or (noun.upos != "PROPN" and bool(sentence.attribute_of(noun)))


def _is_small(word: Word) -> bool:
    """An adjective in lower case: not *der Grüne Knopf*."""
    return word.upos == "ADJ" and word.text.islower()


def _is_relative_article(word: Word) -> bool:
    return word.upos == "DET" and word.has("PronType=Rel")


def _joins_adjectives(sentence: Sentence, word: Word) -> bool:
    """*sehr reiche Bürger* · *arabische und iranische Medien*: what stands before an adjective, or between two."""
    if word.upos == "ADV" and sentence.behind(word).upos == "PART":
        return _joins_adjectives(sentence, sentence.behind(word))  # *lange | nicht erreichbare Zeugen*
    if sentence.behind(word).upos != "ADJ":
        return False
    return word.upos in {"ADV", "PART"} or (word.upos == "CCONJ" and sentence.before(word).upos == "ADJ")


def _has_article(sentence: Sentence, word: Word) -> bool:
    """*die beiden Mitglieder*: a determiner with another one before it."""
    before = sentence.before(word)
    return before.upos == "DET" and not before.has("PronType=Rel") and word.lemma != before.lemma


def is_time(word: Word) -> bool:
    """A noun for a day or a time of day: *Mittwoch, Abend*."""
    return word.upos == "NOUN" and word.lemma.lower().endswith(_TIMES) and not word.lemma.lower().endswith(_ASSEMBLIES)


def _is_title_of(sentence: Sentence, noun: Word, name: Word) -> bool:
    """Whether the parser joins the noun and the name."""
    return noun.head == name.number or name.head == noun.number or sentence.head(noun) is sentence.head(name)


def _joined_end(known: "_Phrase") -> int | None:
    """*die „Moorzeitung“ | und der Sender „Kanal 9“*: the last word of what is coordinated with a name in marks."""
    joined = known.sentence.word(known.last + 1)
    end = _coordinated(known, joined) if joined.upos == "CCONJ" else None
    return None if end is None else _rightmost(known.sentence, known.sentence.word(end), known.first)


def _owner_end(sentence: Sentence, last: int) -> int:
    """*das „Hurricane Centre“ der USA, die „Stimme“ des Senders*: a genitive that cannot be a dative."""
    word = sentence.word(last + 1)
    if word.text not in {"der", "des", "eines"}:
        return last
    group = nominal_group(sentence, word.number) or [NO_WORD]
    certain = word.text != "der" or (group[-1].upos == "PROPN" and len(group) == 2)
    return max(last, group[-1].number) if certain else last


def _name_end(sentence: Sentence, first: int, last: int) -> int:
    """*„L'Alliance pour la Planète“*: a phrase that begins behind an opening mark goes on to the closing one."""
    if sentence.word(first - 1).text not in QUOTES or sentence.word(last + 1).text in {"", *CLOSING_QUOTES}:
        return last
    closing = closing_quote(sentence, first - 1)
    return last if closing is None else closing - 1


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as far as it is known: words `first` to `last` around a head."""

    sentence: Sentence
    head: Word
    first: int
    last: int

    @property
    def end(self) -> Word:
        """Its last word."""
        return self.sentence.word(self.last)

    def governs(self, word: Word) -> bool:
        """Whether the tree joins the word to one in the phrase."""
        return self.first <= word.head <= self.last


def _rightmost(sentence: Sentence, head: Word, first: int) -> int:
    """The number of the last word of the phrase around `head` that begins at word `first`."""
    last = head.number
    while (reached := _one_more(_Phrase(sentence, head, first, last))) is not None:
        last = reached
    return last


def _one_more(known: _Phrase) -> int | None:
    """The new last word if the phrase goes on behind the last one, else None."""
    sentence, word = known.sentence, known.sentence.word(known.last + 1)
    if is_joint(sentence, word.number) or _joins_names(sentence, word):
        return word.number + 1
    if _is_second_of_pair(known, word):
        group = nominal_group(sentence, word.number + 2)
        return None if group is None else group[-1].number
    if word.text in {"(", "["}:
        return _bracket(known, word)
    if word.text in QUOTES:
        return _marked(known, word)
    if _is_object_beside(known, word):
        return None
    if word.form in WORDS.title_abbreviations or _is_name(word) or _is_in_name(known, word):
        return word.number
    return _BY_TAG[word.upos](known, word) if word.upos in _BY_TAG else None


def _is_object_beside(known: _Phrase, word: Word) -> bool:
    """*sehen die Forscher | Staub*: what the verb governs behind a subject in the plural, which is no title of one."""
    head, behind = known.head, known.sentence.behind(word)
    plain = known.end is head and head.upos == "NOUN" and head.has("Number=Plur") and head.relation == "nsubj"
    object_ = word.relation in _OBJECTS and word.head == head.head and not word.has("Number=Plur")
    return plain and object_ and behind.upos not in {"CCONJ", "PROPN"}


def _marked(known: _Phrase, mark: Word) -> int | None:
    """*der Rapper „Kobold“*, *Karl „Charly“ Maurer*: a name in quotation marks that is joined to what is known."""
    name, closing = known.sentence.behind(mark), marked_name(known.sentence, mark.number)
    behind = known.sentence.word((closing or 0) + 1)
    nickname = known.end.upos == behind.upos == "PROPN"
    joined = known.governs(name) or (known.end.upos == "NOUN" and name.deprel == known.end.deprel)
    return closing if nickname or joined or _bears_names(known.end) else None


def _is_name(word: Word) -> bool:
    small = len(word.text) == 1 or "." in word.text[1:-1]  # *ver.di*
    return word.upos in {"PROPN", "X"} and (word.text[:1].isupper() or small)


def _is_in_name(known: _Phrase, word: Word) -> bool:
    """*de* and *la* in *Inès de la Cruz*, *h. c.* behind a title: what the tree joins to a name as a part of it."""
    return word.upos in {"PROPN", "X"} and word.relation == "flat" and known.governs(word)


def _joins_names(sentence: Sentence, word: Word) -> bool:
    """*The* in *The Jakarta Post*, *for* in *Movement for Change*: a word that only a name has here."""
    following = sentence.behind(word)
    if following.upos not in {"PROPN", "X"} or not following.text[:1].isupper():
        return False
    return (word.upos == "DET" and word.text[:1].isupper()) or (word.upos in {"PROPN", "X"} and word.text.islower())


def _bracket(known: _Phrase, opening: Word) -> int | None:
    for word in known.sentence.words[opening.number : opening.number + _LONGEST_BRACKET]:
        if word.text in {")", "]"}:
            return word.number
        if word.is_finite:
            return None
    return None


def _number(known: _Phrase, word: Word) -> int | None:
    return word.number if known.governs(word) else None


def _noun(known: _Phrase, word: Word) -> int | None:
    """*dem Nachrichtenmagazin Fokus* · *Putins Sprecher* · *Bundeskanzlerin Merkel*: a noun right behind."""
    before = known.end
    bearer = before.upos == "NOUN" and not before.has("Number=Plur") and _bears_names(before)
    joined = known.governs(word) and word.relation in _JOINING and not _is_several_things(before, word)
    genitive = before.upos == "PROPN" and before.text.endswith("s") and known.first == known.last
    return word.number if bearer or joined or genitive or _is_second_subject(known, word) else None


def _is_several_things(name: Word, noun: Word) -> bool:
    """*laut Siemens | Aufträge für Züge*: a plural without an article behind a name is no part of it."""
    return name.upos == "PROPN" and noun.has("Number=Plur") and noun.text != noun.lemma and noun.relation != "flat"


def _is_second_subject(known: _Phrase, word: Word) -> bool:
    """*Bundeskanzlerin Merkel*: two subjects of one verb side by side are one."""
    head = known.head
    return (
        known.end is head and head.upos == "NOUN" and word.deprel == head.deprel == "nsubj" and word.head == head.head
    )


def _bears_names(word: Word) -> bool:
    """Whether a noun is followed by the name of what it means: *die Zeitung „X“, die Organisation „Y“*."""
    return word.form.endswith(_NAMING) or (word.upos == "NOUN" and word.lemma.lower().endswith(_NAMING))


def _genitive(known: _Phrase, word: Word) -> int | None:
    group = nominal_group(known.sentence, word.number)
    if group is None or not _may_open_genitive(word) or _is_nominative(known.sentence, word, group):
        return None
    genitive = any(item.has("Case=Gen") for item in group) or word.form in _CERTAIN_GENITIVES
    inside = any(item.relation == "nmod" and known.governs(item) for item in group)
    return group[-1].number if genitive or inside else None


def _may_open_genitive(word: Word) -> bool:
    """*der, beider, seiner*; of adjectives *letzterer*, not *laut BBC | britische Staatsbürger*."""
    if word.upos == "ADJ":
        return word.text.endswith("er")
    return word.form in _GENITIVE_ARTICLES or word.form.endswith(("er", "es"))


def _is_nominative(sentence: Sentence, article: Word, group: Sequence[Word]) -> bool:
    """*von Beobachtern | der Schluss gezogen*, *laut Weber | der persönliche Sprecher*."""
    noun = next((item for item in sentence.outside_attributes(group) if item.upos == "NOUN"), None)
    following = sentence.behind(article)
    inside = bool(sentence.attribute_of(following))  # *der | an der Suche beteiligten | Aufsicht*: no ending of *der*
    weak = following.upos == "ADJ" and following.text.endswith("e") and not inside
    masculine = noun is not None and _is_masculine_nominative(noun) and not (inside and noun.has("Case=Gen"))
    return article.text == "der" and noun is not None and (weak or masculine)


def _is_masculine_nominative(noun: Word) -> bool:
    """*der Schluss*: with *der* such a noun is the nominative; *der Minister* may be a genitive in the plural."""
    singular = noun.has("Number=Sing") and noun.has("Gender=Masc")
    return singular and not noun.text.endswith(("er", "en", "el"))


def _prepositional(known: _Phrase, word: Word) -> int | None:
    contracted = word.surface == 2 and known.sentence.behind(word).upos == "DET"
    group = nominal_group(known.sentence, word.number + (2 if contracted else 1))
    named = known.end.upos == "PROPN"
    allowed = WORDS.name_prepositions if named else WORDS.attributive_prepositions
    if group is None or word.form not in allowed or any(is_time(item) for item in group):
        return None
    if word.form in WORDS.circumstance_prepositions and any(map(_is_circumstance, group)):
        return None  # *der Leiter | in einem Interview*
    inside = any(item.relation in {"nmod", "appos"} and known.governs(item) for item in group)
    of = word.form in WORDS.of_prepositions and any(item.upos in {"PROPN", "DET", "X"} for item in group)
    return group[-1].number if inside or of else None


def _is_circumstance(word: Word) -> bool:
    return word.upos == "NOUN" and word.lemma.lower().endswith(_CIRCUMSTANCES)


def _coordinated(known: _Phrase, word: Word) -> int | None:
    sentence = known.sentence
    begin = _behind_adverbs(sentence, word.number + 1)
    group = nominal_group(sentence, begin) if word.form in WORDS.joining_conjunctions else None
    if group is None:
        return None
    joined = any(item.relation == "conj" and known.governs(item) for item in group)
    following = sentence.behind(group[-1])
    closes = following.upos in {"", "PUNCT", "ADP"} or (following.is_finite and _opens_clause(known))
    return group[-1].number if joined or closes else None


def _is_second_of_pair(known: _Phrase, word: Word) -> bool:
    """*sowohl der Wirt | als auch | die Gäste*."""
    opened = known.sentence.word(known.first - 1).form in WORDS.joint_openers
    return opened and word.form in WORDS.joint_pairs and known.sentence.behind(word).form in WORDS.additive_particles


def _behind_adverbs(sentence: Sentence, number: int) -> int:
    """*der Wirt und | später auch | die Gäste*, *und | am Abend auch | die Gäste*: where the second noun phrase begins
    behind a conjunction; the same number if nothing stands between that ends in such a particle."""
    last = number
    while sentence.word(last).upos in {"ADV", "PART"} or _is_uninflected(sentence.word(last)):
        last += 1
    preposition = sentence.word(last)
    group = governed_group(sentence, preposition) if preposition.upos == "ADP" else None
    if group and any(map(is_time, group)):
        return _behind_adverbs(sentence, group[-1].number + 1)
    adverbs = sentence.words[number - 1 : last - 1]
    additive = bool(adverbs) and adverbs[-1].form in WORDS.additive_particles
    return last if additive or all(word.upos == "ADV" for word in adverbs) else number


def _is_uninflected(word: Word) -> bool:
    """*später*: an adverb that is tagged as an adjective."""
    return word.upos == "ADJ" and word.text.islower() and not word.feature("Case")


def _opens_clause(known: _Phrase) -> bool:
    """Whether the phrase opens its clause, so that the verb behind it is its own."""
    return known.sentence.word(known.first - 1).upos in {"", "PUNCT", "SCONJ", "CCONJ"}


_Step = Callable[[_Phrase, Word], int | None]
_BY_TAG: dict[str, _Step] = {
    "NUM": _number,
    "NOUN": _noun,
    "DET": _genitive,
    "ADJ": _genitive,
    "ADP": _prepositional,
    "CCONJ": _coordinated,
}
"""How a phrase goes on, by the tag of the word behind it."""

__all__ = ["governed_group", "is_joint", "is_time", "nominal_group", "phrase"]
