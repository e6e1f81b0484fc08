"""Noun phrases by word order and morphology: where a speaker's mention begins and ends.

A small parser attaches genitives, titles and names uncertainly, but German marks them by order: article, adjectives,
title, name, bracket, genitive, *von*-phrase, coordination. The tree is asked only where order leaves a choice.
"""

from collections.abc import Sequence
from dataclasses import replace

from attrib.languages.language import Language
from attrib.languages.syntax import is_finite, is_relative
from attrib.text.analysis import Sentence, Word

_QUOTES = frozenset({"„", "»", '"', "‚", "''"})
_CLOSING_QUOTES = frozenset({"“", "”", "«", '"', "‘", "''"})
_NOUNS = frozenset({"NOUN", "PROPN", "X"})
_BEFORE = frozenset({"DET", "ADJ", "NUM"})
_HYPHENS = ("-", "‑")
_TIMES = ("tag", "woch", "abend", "morgen", "nacht")
_ASSEMBLIES = ("bundestag", "landtag", "parteitag", "reichstag", "kreistag", "städtetag", "stadttag", "kirchentag")
_LONGEST_BRACKET = 7
_LONGEST_PARTICIPLE = 5
_GENITIVE_ARTICLES = frozenset({"der", "des", "einer", "eines", "beider", "aller"})


def phrase_words(sentence: Sentence, head: Word, *, language: Language) -> list[Word]:
    """The words of the noun phrase around `head` without relative clauses, in order and without gaps."""
    if head.upos == "PRON":
        following = _at(sentence, head.number + 1)
        genitive = following is not None and following.text.lower() in _GENITIVE_ARTICLES
        # *einer der Feuerwehrleute*: the pronoun names one of them.
        group = _nominal_from(sentence, head.number + 1) if genitive and not is_relative(head) else None
        return [head] if group is None else [head, *group[1]]
    first = _leftmost(sentence, head, head.number)
    last = _rightmost(sentence, head, first, last=head.number, language=language)
    last = _name_end(sentence, first, last)
    before, behind = _at(sentence, first - 1), _at(sentence, last + 1)
    if before is not None and behind is not None and before.text in _QUOTES and behind.text in _CLOSING_QUOTES:
        # *die liberale „El Mundo“*: the marks belong to the name, the article to the phrase.
        first = _leftmost(sentence, head, first - 1)
        last = _owner_end(sentence, last + 1)
    return list(sentence.words[first - 1 : last])


def _at(sentence: Sentence, number: int) -> Word | None:
    return sentence.words[number - 1] if 1 <= number <= len(sentence.words) else None


def is_joint(sentence: Sentence, number: int) -> bool:
    """A hyphen or slash inside a compound (*NATO-Sprecherin*): no white space around it."""
    before, word, after = _at(sentence, number - 1), _at(sentence, number), _at(sentence, number + 1)
    if word is None or before is None or after is None or word.text not in {"-", "/", "‑", "&"}:
        return False
    return before.end == word.start and word.end == after.start


def _leftmost(sentence: Sentence, head: Word, first: int) -> int:
    """The number of the first word of the phrase around `head`, of which words from `first` on are known."""
    anchor = first
    nominal_seen = False
    while (word := _at(sentence, first - 1)) is not None:
        if is_joint(sentence, word.number):
            first = anchor = word.number - 1
        elif word.upos in _NOUNS and word.text[:1].isupper() and not is_time(word):
            first, nominal_seen = word.number, True
        elif word.upos in _BEFORE and not (word.upos == "DET" and word.has("PronType=Rel")):
            first = word.number
            if word.upos == "DET" and not _has_article(sentence, word):
                break
        elif word.upos in {"ADV", "PART"} and _is_adjective(sentence, first):
            first = word.number
        elif word.upos == "CCONJ" and _is_adjective(sentence, first) and _is_adjective(sentence, word.number - 1):
            first = word.number - 1  # *arabische und iranische Medien*
        else:
            break
    before = _at(sentence, first - 1)
    # *am Mittwoch Peskow*: what stands under the preposition is not the speaker's title.
    if before is not None and before.upos == "ADP" and nominal_seen and head.upos == "PROPN":
        own = [w for w in sentence.words[first - 1 : head.number - 1] if w.upos in _NOUNS]
        if own and own[-1].upos == "NOUN" and not _is_title_of(sentence, own[-1], head):
            return anchor
    while first < head.number and sentence.words[first - 1].upos in {"ADV", "PART"}:
        first += 1
    return first


def _is_adjective(sentence: Sentence, number: int) -> bool:
    word = _at(sentence, number)
    return word is not None and word.upos == "ADJ"


def _has_article(sentence: Sentence, word: Word) -> bool:
    """*die beiden Mitglieder*: a determiner with another one before it."""
    before = _at(sentence, word.number - 1)
    return before is not None and before.upos == "DET" and not before.has("PronType=Rel") and word.lemma != before.lemma


def is_time(word: Word) -> bool:
    """A noun for a day or a time of day: *Mittwoch, Abend*."""
    return word.upos == "NOUN" and word.lemma.lower().endswith(_TIMES) and not word.lemma.lower().endswith(_ASSEMBLIES)


def _is_title_of(sentence: Sentence, noun: Word, name: Word) -> bool:
    """Whether the parser joins the noun and the name."""
    return noun.head == name.number or name.head == noun.number or sentence.head(noun) is sentence.head(name)


def _owner_end(sentence: Sentence, last: int) -> int:
    """*das „Hurricane Centre“ der USA, die „Stimme“ des Senders*: a genitive that cannot be a dative."""
    word = _at(sentence, last + 1)
    if word is None or word.text not in {"der", "des", "eines"}:
        return last
    group = _nominal_from(sentence, word.number)
    certain = word.text != "der" or (group is not None and group[1][-1].upos == "PROPN" and len(group[1]) == 2)
    return last if group is None or not certain else group[0]


def _name_end(sentence: Sentence, first: int, last: int) -> int:
    """*„L'Alliance pour la Planète“*: a phrase that begins behind an opening mark goes on to the closing one."""
    before, behind = _at(sentence, first - 1), _at(sentence, last + 1)
    if before is None or before.text not in _QUOTES or behind is None or behind.text in _CLOSING_QUOTES:
        return last
    closing = _closing_quote(sentence, before.number)
    return last if closing is None else closing - 1


def _rightmost(sentence: Sentence, head: Word, first: int, *, last: int, language: Language) -> int:
    while True:
        reached = _one_more(sentence, head, first, last, language=language)
        if reached is None:
            return last
        last = reached


def _one_more(sentence: Sentence, head: Word, first: int, last: int, *, language: Language) -> int | None:
    """The new last word if the phrase goes on behind `last`, else None."""
    word = _at(sentence, last + 1)
    if word is None:
        return None
    if is_joint(sentence, word.number):
        return word.number + 1
    if word.text in {"(", "["}:
        return _bracket(sentence, word.number)
    if word.text in _QUOTES:
        return _quoted_name(sentence, word.number, last, language=language)
    if word.upos in {"PROPN", "X"} and (word.text[:1].isupper() or len(word.text) == 1):
        return word.number
    if _joins_names(sentence, word):
        return word.number + 1
    if word.upos == "NUM" and _inside(sentence, word, first, last):
        return word.number
    if word.text.lower() in language.words("title_abbreviations"):
        return word.number
    if word.upos == "NOUN":
        bearer = _at(sentence, last)
        single = bearer is not None and bearer.upos == "NOUN" and not bearer.has("Number=Plur")
        if bearer is not None and single and _bears_names(bearer, language=language):
            return word.number  # *dem Nachrichtenmagazin Fokus*
        joined = _inside(sentence, word, first, last) and word.relation in {"flat", "appos", "nmod", "compound"}
        before = _at(sentence, last)
        # *Putins Sprecher*: a name in the genitive before its noun.
        joined = joined or (
            before is not None and before.upos == "PROPN" and before.text.endswith("s") and last == first
        )
        # *Bundeskanzlerin Merkel*: two subjects of one verb side by side are one.
        joined = joined or (
            before is head and head.upos == "NOUN" and word.deprel == head.deprel == "nsubj" and word.head == head.head
        )
        return word.number if joined else None
    if word.upos in {"DET", "ADJ"}:
        return _genitive(sentence, word, first, last)
    if word.upos == "ADP":
        return _prepositional(sentence, word, first, last, language=language)
    if word.upos == "CCONJ":
        return _coordinated(sentence, word, first, last, language=language)
    return None


def _joins_names(sentence: Sentence, word: Word) -> bool:
    """*The* in *The Jakarta Post*, *for* in *Movement for Change*: a word that only a name has here."""
    following = _at(sentence, word.number + 1)
    if following is None or following.upos not in {"PROPN", "X"} or not following.text[:1].isupper():
        return False
    return (word.upos == "DET" and word.text[:1].isupper()) or (word.upos in {"PROPN", "X"} and word.text.islower())


def _inside(sentence: Sentence, word: Word, first: int, last: int) -> bool:
    return first <= word.head <= last


def _bracket(sentence: Sentence, number: int) -> int | None:
    for word in sentence.words[number : number + _LONGEST_BRACKET]:
        if word.text in {")", "]"}:
            return word.number
        if is_finite(word):
            return None
    return None


def _quoted_name(sentence: Sentence, number: int, last: int, *, language: Language) -> int | None:
    """*die Website „icelandreview.com“*: up to five quoted words right behind the noun, closed at once."""
    before = _at(sentence, last)
    if before is None or not _bears_names(before, language=language):
        return None
    return _closing_quote(sentence, number)


def _bears_names(word: Word, *, language: Language) -> bool:
    """Whether a noun is followed by the name of what it means: *die Zeitung „X“, die Organisation „Y“*."""
    nouns = tuple(language.words("named_things") | language.words("name_bearers"))
    return word.text.lower().endswith(nouns) or (word.upos == "NOUN" and word.lemma.lower().endswith(nouns))


def _closing_quote(sentence: Sentence, number: int) -> int | None:
    """The mark that closes what is opened at word `number`, at most six words of a name between."""
    inner = 0
    for word in sentence.words[number : number + 8]:
        if word.text in _CLOSING_QUOTES and inner:
            following = _at(sentence, word.number + 1)
            doubled = following is not None and following.text == word.text and following.start == word.end
            return word.number + 1 if doubled else word.number
        if is_finite(word) or (word.upos == "PUNCT" and word.text not in {"-", "'", "&"}):
            return None
        if not inner and word.upos != "PUNCT" and not _may_begin_name(word):
            return None
        inner += word.upos != "PUNCT"
    return None


def _may_begin_name(word: Word) -> bool:
    return word.text[:1].isupper() or "." in word.text


def _nominal_from(sentence: Sentence, number: int) -> tuple[int, list[Word]] | None:
    """A plain nominal group from word `number` on: its last word's number and all its words."""
    words: list[Word] = []
    while (word := _at(sentence, number)) is not None:
        joint = is_joint(sentence, number)
        bare = not any(item.upos in _NOUNS for item in words)
        closing = _closing_quote(sentence, number) if bare and word.text in _QUOTES else None
        if closing is not None:
            name = sentence.words[number - 1 : closing]  # *der „Frankfurter Zeitung“*
            return None if any(item.text.islower() for item in name) else (closing, [*words, *name])
        if not (joint or word.upos in _BEFORE or word.upos in _NOUNS):
            behind = _behind_participle(sentence, number) if words and words[-1].upos == "DET" else None
            if behind is None:
                break
            words.extend(sentence.words[number - 1 : behind])
            number = behind + 1
            continue
        # A second article or number begins another phrase: *der Polizei | der Zeitung*, *von Reuters | vier Menschen*.
        if word.upos in {"DET", "NUM"} and any(item.upos in _NOUNS for item in words):
            break
        words.append(word)
        number += 1
    while words and words[-1].upos not in _NOUNS | {"NUM"}:
        words.pop()
    return (
        (words[-1].number, words) if any(word.upos in _NOUNS or _is_name_with_number(word) for word in words) else None
    )


def _behind_participle(sentence: Sentence, number: int) -> int | None:
    """*des | am Montag zurückgetretenen | Chefs*: the last word of what an adjective governs, itself included."""
    for word in sentence.words[number - 1 : number + _LONGEST_PARTICIPLE]:
        following = _at(sentence, word.number + 1)
        if word.upos == "ADJ" and following is not None and following.upos in {"NOUN", "PROPN", "ADJ"}:
            return word.number
        if word.upos not in {"ADP", "DET", "NOUN", "PROPN", "ADV", "ADJ", "NUM", "PART"}:
            return None
    return None


def _is_name_with_number(word: Word) -> bool:
    """*n24*: a number with letters is a name."""
    return word.upos == "NUM" and word.text[:1].isalpha() and any(letter.isdigit() for letter in word.text)


def nominal_group(sentence: Sentence, number: int) -> list[Word] | None:
    """The plain nominal group that begins at word `number`, None if there is none."""
    group = _nominal_from(sentence, number)
    return None if group is None else group[1]


def governed_group(sentence: Sentence, preposition: Word) -> list[Word] | None:
    """The nominal group behind a preposition or a contraction (*von*, *vom*); None if there is none."""
    return nominal_group(sentence, preposition.number + (2 if preposition.surface == 2 else 1))


def _genitive(sentence: Sentence, word: Word, first: int, last: int) -> int | None:
    group = _nominal_from(sentence, word.number)
    if group is None:
        return None
    inside = any(item.relation == "nmod" and _inside(sentence, item, first, last) for item in group[1])
    if (
        word.upos == "DET"
        and word.text.lower() not in _GENITIVE_ARTICLES
        and not word.text.lower().endswith(("er", "es"))
    ):
        return None
    noun = next((item for item in group[1] if item.upos == "NOUN"), None)
    following = _at(sentence, word.number + 1)
    weak = following is not None and following.upos == "ADJ" and following.text.endswith("e")
    if noun is not None and word.text == "der" and (weak or _is_masculine_nominative(noun)):
        return None  # *von Beobachtern | der Schluss gezogen*, *laut Weber | der persönliche Sprecher*
    if word.upos == "ADJ" and not word.text.endswith("er"):
        return None  # *laut BBC | britische Staatsbürger*
    genitive = any(item.has("Case=Gen") for item in group[1]) or word.text.lower() in {"des", "eines"}
    return group[0] if genitive or inside else None


def _is_masculine_nominative(noun: Word) -> bool:
    """*der Schluss*: with *der* such a noun is the nominative; *der Minister* may be a genitive in the plural."""
    singular = noun.has("Number=Sing") and noun.has("Gender=Masc")
    return singular and not noun.text.endswith(("er", "en", "el"))


def _prepositional(sentence: Sentence, word: Word, first: int, last: int, *, language: Language) -> int | None:
    group = _nominal_from(sentence, word.number + (2 if _is_contraction(sentence, word) else 1))
    if group is None:
        return None
    before = _at(sentence, last)
    allowed = "name_prepositions" if before is not None and before.upos == "PROPN" else "attributive_prepositions"
    if word.text.lower() not in language.words(allowed) or any(is_time(item) for item in group[1]):
        return None
    if word.text.lower() in language.words("circumstance_prepositions") and any(
        item.lemma.lower().endswith(tuple(language.words("circumstances"))) for item in group[1] if item.upos == "NOUN"
    ):
        return None  # *der Leiter | in einem Interview*
    inside = any(item.relation in {"nmod", "appos"} and _inside(sentence, item, first, last) for item in group[1])
    of = word.text.lower() in language.words("of_prepositions")
    named = any(item.upos in {"PROPN", "DET", "X"} for item in group[1])
    return group[0] if inside or (of and named) else None


def _is_contraction(sentence: Sentence, word: Word) -> bool:
    following = _at(sentence, word.number + 1)
    return word.surface == 2 and following is not None and following.upos == "DET"


def _coordinated(sentence: Sentence, word: Word, first: int, last: int, *, language: Language) -> int | None:
    if word.text.lower() not in language.words("joining_conjunctions"):
        return None
    group = _nominal_from(sentence, word.number + 1)
    if group is None:
        return None
    conj = any(item.relation == "conj" and _inside(sentence, item, first, last) for item in group[1])
    following = _at(sentence, group[0] + 1)
    before = _at(sentence, first - 1)
    plain = following is None or following.upos in {"PUNCT", "ADP"} or (is_finite(following) and _starts_clause(before))
    return group[0] if conj or plain else None


def _starts_clause(before: Word | None) -> bool:
    """Whether the phrase opens its clause, so that the verb behind it is its own."""
    return before is None or before.upos in {"PUNCT", "SCONJ", "CCONJ"}


def joined_compounds(words: Sequence[Word]) -> list[Word]:
    """The words with hyphenated compounds in one piece: *US* *-* *Regierung* → *US-Regierung*."""
    if not any(word.text.startswith(_HYPHENS) for word in words):
        return list(words)
    result: list[Word] = []
    place = 0
    while place < len(words):
        group = [words[place]]
        tail = words[place + 1] if place + 1 < len(words) else None
        if tail is not None and tail.start == words[place].end and tail.text[0] == "-" and len(tail.text) > 1:
            group.append(tail)  # *Yong* *-hyun*
            place += 1
        while (
            place + 2 < len(words)
            and words[place + 1].text in {"-", "‑"}
            and words[place].end == words[place + 1].start
            and words[place + 1].end == words[place + 2].start
        ):
            group += [words[place + 1], words[place + 2]]
            place += 2
        place += 1
        joined = group[0] if len(group) == 1 else _compound(group)
        if len(group) > 1 and joined.upos == "NOUN" and _is_double_name(group, result):
            joined = replace(joined, upos="PROPN")
        result.append(joined)
    return result


def _is_double_name(group: Sequence[Word], before: Sequence[Word]) -> bool:
    """*Anna Müller-Kirchhoff*: behind a first name the second half is a name too, unless the first is *US, EU, CDU*."""
    return bool(before) and before[-1].upos == "PROPN" and group[0].upos == "PROPN" and not group[0].text.isupper()


def _compound(group: Sequence[Word]) -> Word:
    last = group[-1] if group[-1].upos != "PUNCT" else group[0]
    prefix = "".join(word.text for word in group[:-1])
    return Word(
        number=last.number,
        text="".join(word.text for word in group),
        lemma=prefix + group[-1].lemma,
        upos=last.upos,
        feats=last.feats,
        head=last.head,
        deprel=last.deprel,
        start=group[0].start,
        end=group[-1].end,
    )
