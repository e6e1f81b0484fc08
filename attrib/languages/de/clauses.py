"""German clauses: between commas, colons, dashes and brackets, told apart by what opens them and where the verb is.

The parser is small and errs on long sentences, so no question hangs on one arc: word order, commas and morphology
answer where they can, the tree where they cannot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from attrib.languages.de.lists import WORDS
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.clause import Clause, ClauseKind
from attrib.text.words import any_form

_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})
_PRONOUN_BEFORE = frozenset({"PROPN", "PRON", "ADV", "ADP", "VERB"})
"""What may follow a relative pronoun that was taken for an article."""
_NOMINAL = frozenset({"NOUN", "PROPN", "X"})
_IN_APPOSITION = frozenset({"NOUN", "PROPN", "ADP", "DET", "ADJ", "NUM", "X"})
_IN_DATE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "X"})
_OPENERS = WORDS.complementizers | WORDS.subordinators
_BEHIND_ARTICLE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_LONGEST_ADDED = 5
"""Words in brackets behind a noun: *Bundesamt (BSI)*, *Vogt (Grüne, 52)*."""
_PRONOUN_AND_VERB = 2
_SHORTEST_RELATIVE = 3
"""Words of *von der Ingenieure sagen*."""
_OPENING = 3
"""Within how many words the word that opens a clause stands."""


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The sentence cut at its punctuation, quotation marks left alone; none for a sentence of mere marks."""
    cut = [
        Clause(number, words, opener, closer, finite := _finite(words), _kind(words, finite, opener))
        for number, (words, opener, closer) in enumerate(_pieces(sentence))
    ]
    told = [_as_relative(sentence, clause, cut[: clause.number]) for clause in cut]
    return tuple(_as_condition(clause, told[clause.number + 1 :]) for clause in told)


def _pieces(sentence: Sentence) -> Iterator[tuple[tuple[Word, ...], str, str]]:
    """The words between the marks, with the mark before and the one behind them."""
    first, opener = 1, ""
    added, apposed = _added_brackets(sentence), apposed_commas(sentence)
    for word in sentence.words:
        goes_on = (opener == "," and word.number in added) or word.number in apposed
        if word.text in _BREAKS and word.upos == "PUNCT" and not goes_on and not _is_joint(sentence, word):
            if word.number > first:
                yield from _at_main_verb(sentence.words[first - 1 : word.number - 1], opener, word.text)
            first, opener = word.number + 1, word.text
    if first <= len(sentence.words):
        yield from _at_main_verb(sentence.words[first - 1 :], opener, "")


def _at_main_verb(words: Sequence[Word], opener: str, closer: str) -> Iterator[tuple[tuple[Word, ...], str, str]]:
    """*dass der Regen anhält | und warnte vor Hochwasser*: behind a dependent clause that its verb closes, a verb that
    more follows is the main clause's."""
    words = tuple(words)
    place = _main_verb(words) if words[0].form in _OPENERS else 0
    if not place:
        yield words, opener, closer
        return
    yield words[:place], opener, ""
    yield words[place:], "", closer


def _main_verb(words: Sequence[Word]) -> int:
    """The place of the conjunction before the main clause's verb in a dependent clause; 0 if there is none."""
    content = [word for word in words if word.upos != "PUNCT"]
    for before, joining, verb in zip(content, content[1:], content[2:], strict=False):
        closed = before.is_finite and joining.upos == "CCONJ" and verb.is_finite and verb is not content[-1]
        if closed and not content[-1].is_finite:
            return words.index(joining)
    return 0


def _added_brackets(sentence: Sentence) -> set[int]:
    """The brackets around a few words that say something of the noun before them, so that a clause behind a comma goes
    on: *…, den Platz vor dem Amt (BSI) zu räumen*; not around a clause, nor where nothing follows them."""
    found: set[int] = set()
    for opening in sentence.words:
        if opening.text != "(" or sentence.before(opening).upos not in _NOMINAL:
            continue
        inside = sentence.words[opening.number : opening.number + _LONGEST_ADDED + 1]
        closing = next((word for word in inside if word.text in _BREAKS or word.is_finite), NO_WORD)
        behind = sentence.behind(closing) if closing.text == ")" else NO_WORD
        if behind and behind.upos != "PUNCT":
            found.update({opening.number, closing.number})
    return found


def apposed_commas(sentence: Sentence) -> set[int]:
    """The commas around an apposition without an article inside a clause that goes on behind it: *verwies die
    Ministerin, Mitglied des Rates, auf das Bauamt* · *den Stadtrat Lenz, Mitglied des Rates, als „Unfug“ verwarf*."""
    commas = [word for word in sentence.words if word.text in _BREAKS and not _is_joint(sentence, word)]
    ends = [0, *(word.number for word in commas), len(sentence.words) + 1]
    found: set[int] = set()
    for place, (first, last) in enumerate(pairwise(ends[1:-1]), start=1):
        if sentence.word(first).text == sentence.word(last).text == ",":
            before, inner, behind = (
                [word for word in sentence.words[one : other - 1] if word.upos != "PUNCT"]
                for one, other in pairwise((ends[place - 1], first, last, ends[place + 2]))
            )
            opener = sentence.word(ends[place - 1]).text
            if (_is_apposed(before, inner) or _is_date(before, inner)) and _goes_on_behind(before, behind, opener):
                found.update({first, last})
    return found


def _is_apposed(before: Sequence[Word], inner: Sequence[Word]) -> bool:
    """*Lenz | Mitglied des Rates*: what somebody is, by a noun alone or with what it is of."""
    if not before or not inner or before[-1].upos not in _NOMINAL or inner[0].upos != "NOUN" or inner[0].is_plural:
        return False
    described = len(inner) > 1 and inner[1].upos in {"DET", "ADP"} and inner[0].relation == "appos"
    return described and all(word.upos in _IN_APPOSITION for word in inner) and not any_form(inner, _OPENERS)


def _is_date(before: Sequence[Word], inner: Sequence[Word]) -> bool:
    """*am Freitag | dem 3. Dezember 2004*: which day it was."""
    day = bool(before) and before[-1].form in WORDS.weekdays
    return day and any_form(inner, WORDS.months) and all(word.upos in _IN_DATE for word in inner)


def _goes_on_behind(before: Sequence[Word], behind: Sequence[Word], opener: str) -> bool:
    """Whether the clause around it begins before it and ends behind it: by its verb."""
    if not behind or behind[0].upos in _NOMINAL:
        return False
    finite = _finite(behind)
    if _finite(before) or before[0].form in WORDS.crediting_adverbs:
        joined = len(behind) > 1 and behind[0].upos == "CCONJ" and behind[1].is_finite
        return joined or not (finite or opens_dependent(behind) or any(map(_is_infinitive_with_zu, behind)))
    article = before[1] if before[0].upos == "ADP" and len(before) > 1 else before[0]
    relative = opener == "," and article.form in WORDS.relative_pronouns and len(before) > 1
    # *von dem der Makler, Mitglied des Rates, | behauptet, …*, whatever the tagger takes the verb for
    closes = finite == (behind[-1],) or (len(behind) == 1 and behind[0].upos == "VERB")
    return relative and closes and behind[0].form not in WORDS.relative_pronouns


def _is_joint(sentence: Sentence, word: Word) -> bool:
    """A hyphen inside a compound: *NATO-Sprecherin* is no clause boundary."""
    if word.text != "-" or not 1 < word.number < len(sentence.words):
        return False
    return sentence.before(word).end == word.start or word.end == sentence.behind(word).start


def _as_relative(sentence: Sentence, clause: Clause, before: Sequence[Clause]) -> Clause:
    """*der Brief, den Weber geschickt hat* · *die Brücke, von der Ingenieure sagen, …*: a relative clause whose pronoun
    was taken for the article of the noun behind it; its verb says so, which stands last.

    Not *dass der Mann, der p, das Land verlassen hat*, where the clause before the comma goes on.
    """
    if clause.kind != "main" or clause.opener != "," or not _is_verb_final(clause):
        return clause
    goes_on = any(_is_begun(other) for other in before)
    noun = sentence.word(clause.first - 2)
    return clause if goes_on or noun.upos not in _NOMINAL else replace(clause, kind="relative")


def _is_begun(clause: Clause) -> bool:
    """*dass der Mann | , …* · *der | , ohne zu fragen, …* · *wies darauf hin, dass | , wie X sagt, …*: the beginning of
    a dependent clause alone."""
    opens = not clause.finite and bool(clause.content) and opens_dependent(clause.content)
    return opens or (bool(clause.content) and clause.content[-1].form in _OPENERS)


def _is_verb_final(clause: Clause) -> bool:
    """Whether a clause that begins with an article, or with one behind a preposition, cannot be a main clause: its verb
    is the last word and has no subject behind a preposition, or follows its own participle."""
    words = clause.content
    if len(words) == _PRONOUN_AND_VERB and words[0].is_relative and clause.finite == (words[1],):
        return True  # *der Zeuge, der behauptete, …*
    governed = len(words) > 1 and words[0].upos == "ADP"
    article = words[int(governed)] if len(words) > 1 else NO_WORD
    if article.form not in WORDS.articles & WORDS.relative_pronouns or clause.finite != (words[-1],):
        return False
    if governed:
        return len(words) > _SHORTEST_RELATIVE
    perfect = words[-1].upos == "AUX" and words[-2].is_participle
    return perfect or (len(words) >= _SHORTEST_RELATIVE and is_object_before(words))


def is_object_before(words: Sequence[Word]) -> bool:
    """*den Ministerin Lutz lobte*, *die Ministerin Lutz als „Unsinn“ abtat*: an article that can be no subject's before
    a verb that closes the clause, or a second constituent behind its noun, is a pronoun."""
    oblique = words[0].form in WORDS.oblique_articles
    return oblique or any_form(words[2:-1], WORDS.comparison_particles)


def _as_condition(clause: Clause, behind: Sequence[Clause]) -> Clause:
    """*Sollte das stimmen, wäre …*: a clause that begins with its verb before one that does is a condition."""
    conditional = clause.kind == "main" and clause.opening.form in WORDS.conditional_openers
    return replace(clause, kind="subordinate") if conditional and any(map(_is_verb_first, behind)) else clause


def _is_verb_first(clause: Clause) -> bool:
    return clause.kind == "main" and bool(clause.finite) and clause.finite[0].number <= clause.first + 1


def _finite(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.upos != "PUNCT" and word.is_finite)


def _kind(words: Sequence[Word], finite: Sequence[Word], opener: str) -> ClauseKind:
    content = [word for word in words if word.upos != "PUNCT"]
    # *dass 1.100 Verluste – Tote oder Verwundete – gemeldet wurden*: the clause goes on behind the dash.
    if content and content[0].form in WORDS.complementizers:
        return "complement"
    if not finite:
        return "infinitive" if any(map(_is_infinitive_with_zu, content)) else "fragment"
    return _finite_kind(content, finite, opener)


def _is_infinitive_with_zu(word: Word) -> bool:
    fused = word.has("VerbForm=Inf") and "zu" in word.text[2:-3] and word.upos == "VERB"
    return fused or (word.form == "zu" and word.upos == "PART")


def _finite_kind(words: Sequence[Word], finite: Sequence[Word], opener: str) -> ClauseKind:
    late = finite[-1].number >= words[-1].number - 1
    if words[0].form in WORDS.subordinators and (late or finite[0].number > words[0].number + 1):
        return "subordinate"
    if _is_complement(words):
        return "complement"
    # *Um welches Mittel es sich handelt, ließ er offen*
    asking = words[1] if len(words) > 1 and words[0].upos == "ADP" else words[0]
    if late and _is_relative(words, finite) and (opener or asking.form not in WORDS.w_words):
        # *Der Förster sagte*: nothing stands before it that it could be about.
        return "relative" if opener or words[0].form not in WORDS.articles else "main"
    return "complement" if late and asking.form in WORDS.w_words else "main"


def _is_complement(words: Sequence[Word]) -> bool:
    """*dass p*, *aber dass p*, *auch ob p*."""
    prefixed = words[0].form in WORDS.subordinator_prefixes
    return prefixed and any_form(words[1:_OPENING], WORDS.complementizers)


def _is_relative(words: Sequence[Word], finite: Sequence[Word]) -> bool:
    """*der p tut*, *in dem p geschieht*: a pronoun, perhaps behind a preposition, and its verb not right behind it."""
    start = int(len(words) > 1 and words[0].upos == "ADP")
    pronoun = words[start] if start < len(words) else NO_WORD
    following = words[start + 1] if start + 1 < len(words) else NO_WORD
    if pronoun.form not in WORDS.relative_pronouns or not _is_pronoun(pronoun, following):
        return False
    certain = pronoun.has("PronType=Rel") or not is_reported_mood(finite[-1]) or _is_verb_late(words[start:])
    return certain and finite[0].number > pronoun.number + 1


def _is_verb_late(words: Sequence[Word]) -> bool:
    """*der | Tausende Pendler | treffe*: two nouns between the pronoun and the verb that closes the clause."""
    plain = len(words) > _SHORTEST_RELATIVE and words[-1].is_finite and words[0].is_relative
    return plain and words[1].upos in _NOMINAL and words[2].upos in _NOMINAL


def _is_pronoun(word: Word, following: Word) -> bool:
    """*die Fähre fahre* begins with an article, *die Austin nannte* with a pronoun, whatever the tagger says."""
    return (
        word.upos != "DET"
        or word.form in WORDS.possessive_relatives  # *deren Halle abbrannte*, *in der geprobt wird*
        or following.upos in _PRONOUN_BEFORE
        or following.form in WORDS.articles  # *den die Zeitung zitiert*: the second article has a noun of its own
    )


def is_reported_mood(word: Word) -> bool:
    """Konjunktiv I: the mood of indirect speech."""
    return word.is_subjunctive and not word.has("Tense=Past")


def opens_dependent(words: Sequence[Word]) -> bool:
    """*der | , wie X sagt, | geflohen ist* · *weil | , so X, | der Damm bricht*: a relative pronoun or a conjunction;
    not *der Chef der Firma*."""
    if not words or words[0].form in _OPENERS:
        return bool(words)
    place = int(words[0].upos == "ADP" and len(words) > 1)
    following = words[place + 1] if place + 1 < len(words) else NO_WORD
    return words[place].form in WORDS.relative_pronouns and following.upos not in _BEHIND_ARTICLE
