"""The noun phrase that *laut*, *nach*, *zufolge* or *so* credits: where it stands, and where it begins and ends."""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from attrib.quotation.reporting_noun import noun_entry, reporting_noun
from attrib.quotation.speaker_phrase import antecedent, before_dative
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.entries import AccordingTo
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.view import View
from attrib.text.words import NOUNS, all_tags, any_form, any_lemma, any_tag, ends_in, first, first_tag, formed, tagged

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X"})
_HEADS = frozenset({"NOUN", "PROPN", "X"})
_CREDITED = frozenset({*_NOMINAL, "ADJ", "NUM", "DET", "ADV"})
"""What may be credited; *laut vor Ort Lebenden* begins with something else."""
_IN_PHRASE = frozenset({"NOUN", "PROPN", "X", "DET", "ADJ", "NUM", "ADP"})
_BEHIND_SO = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "X"})
_APPOSITION = frozenset({"DET", "NOUN", "PROPN", "ADJ"})
_OPENINGS = frozenset({"", ";", ":", "–", "—"})
_QUOTES = frozenset({"„", '"', "»"})
_CLOSING_QUOTES = frozenset({"“", "”", '"', "«"})
_BRACKETS = frozenset({"(", ")"})
_LONGEST_REST = 12
"""Words between the party and the verb that still belong to the party: *des Verbands vom Dienstag dieser Woche*."""
_NOUN_NEAR = 10
"""How many words a noun of saying may stand before the relative clause with what it says."""
_LONGEST_GAP = 6
"""Words between an article and the adjective that governs them: *einer | am Dienstag | veröffentlichten Mitteilung*."""
_LONGEST_PHRASE = 12
_LONGEST_NAME = 5

Phrase = list[Word]
"""Words of a phrase in order; empty for none."""


class Crediting(NamedTuple):
    """A word of the list `according_to` where it stands in a sentence; it may be several (*according to*)."""

    words: tuple[Word, ...]
    entry: AccordingTo

    @property
    def first(self) -> Word:
        """The first of its words: the tree joins the others to it."""
        return self.words[0]

    @property
    def last(self) -> Word:
        """The last of its words."""
        return self.words[-1]


def credited_phrase(view: View, cue: Crediting) -> Phrase:
    """The noun phrase that the word credits; empty if the word does something else here."""
    if cue.entry.needs == "parenthesis":
        return _parenthesis(view, cue)
    if _is_complement(view, cue) or not _is_closed(view, cue):
        return []
    # *ein Papier, aus dem die Zeitung zitiert*: a view is no relative pronoun's
    pronoun = NO_WORD if cue.entry.needs == "view_noun" else _relative(view, cue)
    if pronoun:
        return [pronoun]
    phrase = _without_attributes(view, _beside(view, cue))
    if not any_tag(phrase, _CREDITED):
        return []  # *war Kritik laut geworden*
    phrase += _up_to_verb(view, cue, phrase)
    phrase = list(takewhile(lambda item: item.form not in cue.entry.closing, phrase))
    other = _is_under_norm(view, cue, phrase) or _is_what_came_before(view, cue, phrase)
    return phrase if _fits(view, cue, phrase) and not other else []


def _is_what_came_before(view: View, cue: Crediting, phrase: Phrase) -> bool:
    """*Nach Berichten | über Todesfälle | trat er zurück*: reports of nobody, with what they are about, are when."""
    noun = first_tag(phrase, {"NOUN"})
    temporal = cue.entry.form in view.language.words.temporal_prepositions
    return temporal and bool(noun) and view.behind(noun).form in view.language.words.reported_matter


def _is_closed(view: View, cue: Crediting) -> bool:
    """*Wenn man X | glauben darf*, *In den Augen von X | ist …*: whether a clause that is frame as a whole begins with
    the word, and the verb that the word needs is there."""
    clause, closing = view.clause_of(cue.first), cue.entry.closing
    opens = clause.opening is cue.first or not cue.entry.clause
    return opens and (not closing or any_form(clause.words, closing))


def _is_under_norm(view: View, cue: Crediting, phrase: Phrase) -> bool:
    """*nach der neuen Satzung*, *gemäß der damaligen Verordnung*: what is so under a norm is not said by it, unless the
    words name it: *nach Artikel 5*, *nach dem Grundgesetz*, *gemäß der Satzung des Vereins*."""
    noun = first_tag(phrase, NOUNS)
    entry = noun_entry(noun, view.language) if noun else None
    if entry is None or not entry.norm or cue.entry.needs != "reporting_noun":
        return False
    named = any(word.upos == "NUM" or (word.upos in NOUNS and word is not noun) for word in phrase)
    return not named and noun.lemma.lower() not in view.language.words.constitutions


def _beside(view: View, cue: Crediting) -> Phrase:
    position = cue.entry.position
    behind = _behind(view, cue) if position != "after" else []
    return behind or (_before(view, cue.first) if position != "before" else [])


def _fits(view: View, cue: Crediting, phrase: Phrase) -> bool:
    """Whether the phrase is of the kind that the word needs."""
    words, entry = view.language.words, cue.entry
    if entry.needs == "view_noun":
        return first_tag(phrase, {"NOUN"}).form in (entry.nouns or words.view_nouns)
    return (
        entry.needs == "any"
        or reporting_noun(phrase, view.language) is not None
        or _is_agent(view, phrase, entry)
        or _is_finding(view, phrase)
        or _is_intended(view, cue.first, phrase)
    )


def _without_attributes(view: View, phrase: Phrase) -> Phrase:
    """*nach eigenen Angaben | im Süden*: one's own words have no further attribute."""
    own = next(iter(formed(phrase, view.language.words.own)), NO_WORD)
    noun = first(phrase, lambda item: item.upos == "NOUN" and item.number > own.number)
    return [item for item in phrase if item.number <= noun.number] if own and noun else phrase


def _up_to_verb(view: View, cue: Crediting, phrase: Phrase) -> Phrase:
    """*Nach Informationen der Stadt | vom Dienstag | muss …*: what opens a main clause is one constituent, up to its
    verb, where that is second; the words behind the phrase."""
    clause, before = view.clause_of(cue.first), cue.first.number - 1
    opens = all_tags(view.words(clause.first, before), {"PUNCT", "CCONJ"}) and clause.opener in _OPENINGS
    one = view.language.grammar.VERB_SECOND and phrase[-1].upos != "PRON"
    if not (opens and one) or before + 1 > phrase[0].number:
        return []
    behind: Phrase = []
    quoted = sum(item.text in DOUBLE_MARKS for item in phrase) % 2 == 1
    for item in view.words(phrase[-1].number + 1, len(view.sentence.words)):
        if item.is_finite and not quoted:
            return behind
        quoted = quoted != (item.text in DOUBLE_MARKS)
        if (_divides(item) and not quoted) or item.upos in {"PRON", "PART"} or len(behind) > _LONGEST_REST:
            return []
        behind.append(item)
    return []


def _divides(word: Word) -> bool:
    """A mark that ends a constituent: neither a bracket nor a hyphen nor a quotation mark."""
    return word.upos == "PUNCT" and word.text not in {*DOUBLE_MARKS, *_BRACKETS, "-"}


def _is_intended(view: View, word: Word, phrase: Phrase) -> bool:
    """*nach der Ankündigung der Ministerin soll …*: words about what is to be are its source, not its time."""
    noun, *owners = tagged(phrase, NOUNS) or [NO_WORD]
    intended = any_lemma(view.clause_of(word).finite, view.language.words.reportative_modals)
    entry = noun_entry(noun, view.language) if noun.upos == "NOUN" else None
    return intended and entry is not None and entry.clause and any(map(view.is_party, owners))


def _is_complement(view: View, cue: Crediting) -> bool:
    """*die Forderung nach einem Vertrag, der Ruf nach Gesetzen*: what the noun before asks for."""
    words = view.language.words
    striving = ends_in(view.before(cue.first), words.nouns_of_striving)
    return cue.entry.form in words.temporal_prepositions and striving


def _relative(view: View, cue: Crediting) -> Word:
    """*ein Gutachten, laut dem p* · *Berichte, denen zufolge p*: the pronoun, where a noun of saying stands before."""
    clause = view.clause_of(cue.first)
    opening, behind = clause.opening, view.behind(cue.last)
    after = cue.entry.position == "after" and view.behind(opening) is cue.first
    pronoun = opening if after else behind if opening is cue.first else NO_WORD
    if pronoun.form not in view.language.words.relative_datives or not _is_late(clause, cue.last):
        return NO_WORD
    # *Kern, dem zufolge p*: no noun of saying is needed, but somebody; not *Grundsätze, denen zufolge p*
    before = view.word(clause.first - 2)
    spoken = cue.entry.needs == "any" and (before.upos == "PROPN" or view.is_party(taken_up_by(view, pronoun)))
    said = bool(_said_before(view, clause))
    return pronoun if clause.number > 0 and clause.opener == "," and (said or spoken) else NO_WORD


def _said_before(view: View, clause: Clause) -> Word:
    """The noun of saying whose phrase is the last one before a relative clause."""
    before = tagged(view.words(clause.first - _NOUN_NEAR, clause.first - 2), NOUNS)
    last = before[-1].number if before else 0
    said = (item for item in before if item.upos == "NOUN" and noun_entry(item, view.language) is not None)
    return first(said, lambda item: view.phrase(item)[-1].number >= last)


def taken_up_by(view: View, pronoun: Word) -> Word:
    """The noun that a relative pronoun stands for: the noun of saying before it, else the nearest that agrees."""
    clause = view.clause_of(pronoun)
    possessive = pronoun.form in view.language.words.possessive_relatives
    return (NO_WORD if possessive else _said_before(view, clause)) or antecedent(view, pronoun)


def _is_late(clause: Clause, word: Word) -> bool:
    """Whether the clause goes on behind the word and ends with its verb; not *laut dem Amt kommt …*."""
    return clause.last > word.number and bool(clause.finite) and clause.finite[-1].number >= clause.last - 2


def _is_finding(view: View, phrase: Phrase) -> bool:
    """*nach ersten Untersuchungen*: with an adjective and no article it is what they found, not when."""
    noun = first_tag(phrase, {"NOUN"})
    entry = noun_entry(noun, view.language) if noun else None
    return entry is not None and entry.document and phrase[0].upos == "ADJ" and entry.clause


def _is_agent(view: View, phrase: Phrase, entry: AccordingTo) -> bool:
    """*gemäß einem Augenzeugen*, *gemäß Polizei*: somebody who speaks; *nach* needs a noun of saying, for it is mostly
    *after*."""
    head = first_tag(phrase, NOUNS)
    if not head or entry.form in view.language.words.temporal_prepositions:
        return False
    noun = view.language.lexicon.noun(head)
    return noun.person is not None or noun.institution is not None or noun.is_medium


def _parenthesis(view: View, cue: Crediting) -> Phrase:
    """*…, so Austin, …*: a clause of its own without a verb, a noun phrase right behind the word."""
    clause = view.clause_of(cue.first)
    if clause.number == 0 or clause.kind != "fragment" or not _is_party_behind(view, clause.content, cue):
        return []
    last = clause
    while _continues_party(view.next(last)):
        last = view.next(last)
    return _trim(list(view.words(clause.content[len(cue.words)].number, last.last)))


def _is_party_behind(view: View, words: Sequence[Word], cue: Crediting) -> bool:
    """Not *so viele wie noch nie*, nor *so groß*."""
    rest = words[len(cue.words) :]
    if words[0] is not cue.first or not any_tag(rest[:1], _BEHIND_SO) or not any_tag(rest, _NOMINAL):
        return False
    return not any_form(rest, view.language.words.comparative) and (rest[0].upos != "ADJ" or len(rest) > 1)


def _continues_party(clause: Clause) -> bool:
    """An apposition, or what goes on behind a bracket: *so das Amt (BA) in Bonn*."""
    return clause.kind == "fragment" and (any_tag(clause.content[:1], _APPOSITION) or clause.opener == ")")


def _trim(words: Phrase) -> Phrase:
    while words and words[-1].upos == "PUNCT" and words[-1].text not in {")", *_CLOSING_QUOTES - {"”"}}:
        words.pop()
    return words


def _behind(view: View, cue: Crediting) -> Phrase:
    number, head = cue.last.number, view.word(cue.first.head)
    if view.word(number + 1).form in view.language.words.joint_openers:
        # *laut sowohl der Polizei als auch der Feuerwehr*
        group = view.nominal_group(number + 2)
        return [item for item in view.phrase(group[-1]) if item.number > number + 1] if group else []
    if cue.first.relation == "case" and head.number > number:
        words = [item for item in view.phrase(head) if item.number > number]
        gap = view.words(number + 1, words[0].number - 1) if words else ()
        if words and (_is_framed(gap, words) or all_tags(gap, {"ADV", "PART"})):
            # *nach bisher unbestätigten Berichten*; a phrase holds no finite verb
            return _trim(_before_things(list(takewhile(lambda item: not item.is_finite, [*gap, *words]))))
    return _linear_phrase(view, number + 1)


def _before_things(words: Phrase) -> Phrase:
    """*laut Siemens | Aufträge*: up to a plural without an article behind a name, which is no part of it."""
    for place, (name, noun) in enumerate(pairwise(words), start=1):
        plural = noun.upos == "NOUN" and noun.has("Number=Plur") and noun.text != noun.lemma
        if name.upos == "PROPN" and plural and noun.relation not in {"flat", "nmod"}:
            return words[:place]
    return words


def _is_framed(gap: Sequence[Word], words: Sequence[Word]) -> bool:
    """*laut einer am Dienstag veröffentlichten Mitteilung*: the article before what its adjective governs."""
    return any_tag(gap[:1], {"DET"}) and words[0].upos == "ADJ" and len(gap) <= _LONGEST_GAP


def _linear_phrase(view: View, begin: int) -> Phrase:
    """Article, adjectives, nouns and their genitives from word `begin` on."""
    if view.word(begin).text in _QUOTES:
        return _quoted_phrase(view, begin)
    words: Phrase = []
    for word in view.words(begin, min(len(view.sentence.words), begin + _LONGEST_PHRASE)):
        if not _goes_on(view, words, word):
            break
        words.append(word)
    while words and words[-1].upos in {"DET", "ADP", "ADJ"}:
        words.pop()
    return words if any_tag(words, _HEADS) else []


def _goes_on(view: View, words: Phrase, word: Word) -> bool:
    """Whether the word goes on with a phrase: not *laut ihrem Anführer | starken Zulauf*."""
    has_noun = any_tag(words, _HEADS)
    if word.upos == "ADP":
        return has_noun and word.form in view.language.words.genitive_links
    if word.upos == "PART":
        return has_noun and word.relation == "case"  # *the Pentagon | 's spokesman*
    second = word.upos == "ADJ" and has_noun and words[-1].upos in _HEADS and word.text.islower()
    return word.upos in _IN_PHRASE and not second


def _quoted_phrase(view: View, begin: int) -> Phrase:
    """*Laut „BBC News“ …*: a name in quotation marks."""
    inner = view.words(begin + 1, begin + 1 + _LONGEST_NAME)
    end = first(inner, lambda word: word.text in _CLOSING_QUOTES or word.is_finite)
    return list(view.words(begin, end.number)) if end.text in _CLOSING_QUOTES else []


def _before(view: View, word: Word) -> Phrase:
    previous = view.before(word)
    if previous.form in view.language.words.dative_pronouns:
        return [previous]  # *ihm zufolge*
    head = view.word(word.head)
    if word.relation == "case" and 0 < head.number < word.number:
        words = _behind_name(view, [item for item in view.phrase(head) if item.number < word.number])
        # *Der Polizei in Mombasa zufolge*: the tree may give the last noun alone.
        if words and words[-1] is previous and view.before(words[0]).upos != "ADP":
            return _with_governor(view, words)
    return _behind_name(view, _linear_before(view, word))


def _behind_name(view: View, words: Phrase) -> Phrase:
    """*sagte Weber | der Polizei zufolge*: without the name of who speaks."""
    return (before_dative(view, words)[1] or words) if words else words


def _linear_before(view: View, word: Word) -> Phrase:
    """*US-Angaben zufolge*, *dem „Kurier“ zufolge*: back to where the phrase begins by word order."""
    words: Phrase = []
    for item in reversed(view.words(word.number - _LONGEST_PHRASE, word.number - 1)):
        # *am Mittwoch | Behördenangaben zufolge*: when it was, and no part of who says it
        day = bool(words) and words[0].upos != "ADP" and view.language.grammar.is_time(item)
        if not (item.upos in _IN_PHRASE or _is_mark(view, item)) or _belongs_elsewhere(view, item, words) or day:
            break
        words.insert(0, item)
    while words and (words[0].upos == "ADP" or _is_unpaired(words)):
        words.pop(0)
    return words


def _is_mark(view: View, word: Word) -> bool:
    return word.text in {*_BRACKETS, *DOUBLE_MARKS} or view.language.grammar.is_joint(view.sentence, word.number)


def _is_unpaired(words: Phrase) -> bool:
    """Whether the first word is a quotation mark that has no other one."""
    return words[0].text in DOUBLE_MARKS and sum(word.text in DOUBLE_MARKS for word in words) % 2 == 1


def _belongs_elsewhere(view: View, word: Word, behind: Phrase) -> bool:
    """*Die | seiner Ansicht nach fragwürdige Rolle* · *sagte die Kanzlerin | einigen Teilnehmern zufolge*."""
    opening = behind[0] if behind else NO_WORD
    # *hat die Bande | Schätzungen zufolge*: a plural of saying without an article is the phrase
    bare = opening.upos == "NOUN" and opening.is_plural and noun_entry(opening, view.language) is not None
    if bare and word.upos == "NOUN" and view.before(word).upos in {"DET", "ADJ"}:
        return True
    return (word.upos == "DET" and opening.upos == "DET") or (word.upos in NOUNS and not _may_precede(view, opening))


def _may_precede(view: View, word: Word) -> bool:
    """Whether a noun before the word may govern it: *Angaben der …*, *Angaben von …*, *Direktor Weber*."""
    return word.upos != "DET" or word.form in view.language.words.genitive_articles


def _with_governor(view: View, words: Phrase) -> Phrase:
    """*Ermittlungen der Polizei zufolge*: with the noun of saying before a genitive that the tree gives alone."""
    before = view.before(words[0])
    genitive = words[0].upos == "DET" and _may_precede(view, words[0])
    if not genitive or before.upos != "NOUN" or noun_entry(before, view.language) is None:
        return words
    return [*(item for item in view.phrase(before) if item.number <= before.number), *words]
