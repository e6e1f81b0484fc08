"""Words that credit the rest of their clause to a noun phrase: *laut X, nach Angaben von X, X zufolge, …, so X, …*.

Also *wie X mitteilte* and the adverbs that point back to what was just named (*demnach, wonach*).
"""

from collections.abc import Iterator

from attrib.quotation.marks import DOUBLE_MARKS
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry, reporting_noun
from attrib.quotation.speaker_phrase import with_apposition
from attrib.records import Marker, Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.entries import AccordingTo
from attrib.text.party import party_test
from attrib.text.view import View, text_span

_OPENINGS = frozenset({"", ";", ":", "–", "—"})
_LONGEST_REST = 12
"""Words between the party and the verb that still belong to the party: *des Verbands vom Dienstag dieser Woche*."""
_NOUN_NEAR = 10
"""How many words a noun of saying may stand before the relative clause with what it says."""
_LONGEST_GAP = 6
"""Words between an article and the adjective that governs them: *einer | am Dienstag | veröffentlichten Mitteilung*."""


def according_to(view: View) -> Iterator[Quotation]:
    """The statements of one sentence that a preposition, postposition or *so* credits to somebody."""
    entries = {entry.form: entry for entry in view.language.according_to}
    for word in view.sentence.words:
        entry = entries.get(word.form)
        if entry is None:
            continue
        phrase = _phrase(view, word, entry)
        if phrase is not None:
            found = _credit(view, word, _speaker_words(view, word, phrase, entry), phrase, entry)
            if found is not None:
                yield found


def _phrase(view: View, word: Word, entry: AccordingTo) -> list[Word] | None:
    """The noun phrase that the word credits, None if the word does something else here."""
    if entry.needs == "parenthesis":
        return _parenthesis(view, word)
    if _is_complement(view, word):
        return None
    pronoun = _relative(view, word, entry)
    if pronoun is not None:
        return [pronoun]
    phrase = _before(view, word) if entry.position == "after" else _behind(view, word)
    if phrase is None and entry.position == "both":
        phrase = _before(view, word)
    if phrase is None:
        return None
    phrase = _without_attributes(view, phrase)
    phrase = [*phrase, *_up_to_verb(view, word, phrase)]
    if entry.needs == "view_noun":
        first = next((item for item in phrase if item.upos == "NOUN"), None)
        return phrase if first is not None and first.form in view.language.words.view_nouns else None
    fits = (
        entry.needs == "any"
        or reporting_noun(phrase, view.language) is not None
        or _is_agent(view, phrase, entry)
        or (phrase[0].form in view.language.words.relative_datives and len(phrase) == 1)
        or _is_finding(view, phrase)
        or _is_intended(view, word, phrase)
    )
    return phrase if fits else None


def _without_attributes(view: View, phrase: list[Word]) -> list[Word]:
    """*nach eigenen Angaben | im Süden*: one's own words have no further attribute."""
    own = next((place for place, item in enumerate(phrase) if item.form in view.language.words.own), None)
    if own is None:
        return phrase
    noun = next((place for place, item in enumerate(phrase) if place > own and item.upos == "NOUN"), None)
    return phrase if noun is None else phrase[: noun + 1]


def _up_to_verb(view: View, word: Word, phrase: list[Word]) -> list[Word]:
    """*Nach Informationen der Stadt | vom Dienstag | muss …*: what opens a main clause is one constituent, up to its
    verb; the words behind the phrase."""
    clause = view.clause_of(word)
    opens = all(item.upos in {"PUNCT", "CCONJ"} for item in view.words(clause.first, word.number - 1))
    if not opens or word.number > phrase[0].number or clause.opener not in _OPENINGS or phrase[-1].upos == "PRON":
        return []
    behind: list[Word] = []
    quoted = sum(item.text in DOUBLE_MARKS for item in phrase) % 2 == 1
    for item in view.words(phrase[-1].number + 1, len(view.sentence.words)):
        if item.is_finite and not quoted:
            return behind
        quoted = quoted != (item.text in DOUBLE_MARKS)
        between = item.upos == "PUNCT" and item.text not in DOUBLE_MARKS and item.text not in {"(", ")", "-"}
        if (between and not quoted) or item.upos in {"PRON", "PART"} or len(behind) > _LONGEST_REST:
            return []
        behind.append(item)
    return []


def _is_intended(view: View, word: Word, phrase: list[Word]) -> bool:
    """*nach der Ankündigung der Ministerin soll …*: words about what is to be are its source, not its time."""
    nouns = [item for item in phrase if item.upos in {"NOUN", "PROPN"}]
    clause = view.clause_of(word)
    intended = any(item.lemma in view.language.words.reportative_modals for item in clause.finite)
    entry = noun_entry(nouns[0], view.language) if nouns and nouns[0].upos == "NOUN" else None
    owned = any(party_test(view.language)(item, view.sentence) for item in nouns[1:])
    return intended and entry is not None and entry.clause and owned


def _is_complement(view: View, word: Word) -> bool:
    """*die Forderung nach einem Vertrag, der Ruf nach Gesetzen*: what the noun before asks for."""
    before = view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    return (
        bool(before)
        and word.form in view.language.words.temporal_prepositions
        and before[0].lemma.lower().endswith(tuple(view.language.words.nouns_of_striving))
    )


def _relative(view: View, word: Word, entry: AccordingTo) -> Word | None:
    """*ein Gutachten, laut dem p* · *Berichte, denen zufolge p*: the pronoun, where a noun of saying stands before."""
    index = view.clause_of(word).number
    clause = view.clauses[index]
    if index == 0 or clause.opener != "," or clause.last <= word.number:
        return None
    first, second = view.words(clause.first, clause.first + 1)
    pronoun = first if entry.position == "after" and second is word else second if first is word else None
    if pronoun is None or pronoun.form not in view.language.words.relative_datives:
        return None
    if not clause.finite or clause.finite[-1].number < clause.last - 2:
        return None  # *laut dem Amt kommt …*
    before = reversed(view.words(max(1, clause.first - _NOUN_NEAR), clause.first - 2))
    return (
        pronoun if any(item.upos == "NOUN" and noun_entry(item, view.language) is not None for item in before) else None
    )


def _is_finding(view: View, phrase: list[Word]) -> bool:
    """*nach ersten Untersuchungen*: with an adjective and no article it is what they found, not when."""
    noun = next((word for word in phrase if word.upos == "NOUN"), None)
    entry = None if noun is None else noun_entry(noun, view.language)
    return entry is not None and entry.document and phrase[0].upos == "ADJ" and entry.clause


def _speaker_words(view: View, word: Word, phrase: list[Word], entry: AccordingTo) -> list[Word]:
    """The party alone: *so X | gegenüber der Zeitung*; with its apposition: *nach Angaben von X, einem Fischer, …*."""
    if entry.needs == "parenthesis":
        head = next(item for item in phrase if item.upos in {"NOUN", "PROPN", "PRON", "X"})
        own = view.phrase(head)
        kept = [item for item in own if phrase[0].number <= item.number <= phrase[-1].number]
        words = [item for item in phrase if item.number <= kept[-1].number] if kept else phrase
        rest = phrase[len(words) :]
        if rest and (rest[0].text == "," or rest[0].upos == "CCONJ"):
            words = phrase  # *so Weber, der Leiter, …*: appositions, a second name
    else:
        words = _party_alone(view, word, phrase)
    extended = with_apposition(view, words)
    closed = extended[-1].number < len(view.sentence.words) and (
        view.words(extended[-1].number + 1, extended[-1].number + 1)[0].text in {",", ")", ".", "–"}
    )
    return extended if closed or len(extended) == len(words) else words


def _party_alone(view: View, word: Word, phrase: list[Word]) -> list[Word]:
    """*Nach Angaben der Sprecherin | gegenüber der Zeitung*: without where, when and to whom it was said."""
    for place, item in enumerate(phrase):
        ends = place and item.upos == "ADP" and item.form in view.language.words.utterance_prepositions
        if ends and phrase[0].number > word.number:
            return phrase[:place]
    return phrase


def _is_agent(view: View, phrase: list[Word], entry: AccordingTo) -> bool:
    """*gemäß einem Augenzeugen*: somebody who speaks; *nach* needs a noun of saying, for it is mostly *after*."""
    head = next((word for word in phrase if word.upos in {"NOUN", "PROPN"}), None)
    return (
        entry.form not in view.language.words.temporal_prepositions
        and head is not None
        and (party_test(view.language).is_person(head) or party_test(view.language).is_medium(head))
    )


def _parenthesis(view: View, word: Word) -> list[Word] | None:
    """*…, so Austin, …*: a clause of its own without a verb, a noun phrase right behind the word."""
    index = view.clause_of(word).number
    clause = view.clauses[index]
    words = [item for item in view.clauses[index].words if item.upos != "PUNCT"]
    if not words or words[0] is not word or clause.finite or clause.kind != "fragment" or len(words) < 2:
        return None
    if any(item.form in view.language.words.comparative for item in words[1:]):
        return None  # *so viele wie noch nie*
    if index == 0 or words[1].upos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "X"}:
        return None
    if not any(item.upos in {"NOUN", "PROPN", "PRON", "X"} for item in words[1:]) or (
        words[1].upos == "ADJ" and len(words) < 3
    ):
        return None
    last = clause.last
    for number in range(index + 1, len(view.clauses)):
        inner = [item for item in view.clauses[number].words if item.upos != "PUNCT"]
        fits = view.clauses[number].kind == "fragment" and inner and inner[0].upos in {"DET", "NOUN", "PROPN", "ADJ"}
        # *so das Amt (BA) in Bonn*: the words behind a bracket go on with the party
        fits = fits or (view.clauses[number].kind == "fragment" and view.clauses[number].opener == ")")
        if not fits:
            break
        last = view.clauses[number].last
    return _trim(list(view.words(words[1].number, last)))


def _trim(words: list[Word]) -> list[Word]:
    while words and words[-1].upos == "PUNCT" and words[-1].text not in {")", "“", '"', "«"}:
        words.pop()
    return words


def _behind(view: View, word: Word) -> list[Word] | None:
    head = view.sentence.head(word)
    if head is not None and word.relation == "case" and head.number > word.number:
        words = [item for item in view.phrase(head) if item.number > word.number]
        gap = view.words(word.number + 1, words[0].number - 1) if words else ()
        # *laut einer am Dienstag veröffentlichten Mitteilung*: the article before what its adjective governs
        framed = bool(gap) and gap[0].upos == "DET" and words[0].upos == "ADJ" and len(gap) <= _LONGEST_GAP
        if words and (framed or all(item.upos in {"ADV", "PART"} for item in gap)):
            return _clip(view, [*gap, *words])  # *nach bisher unbestätigten Berichten*
    return _linear_phrase(view, word.number + 1)


def _clip(view: View, words: list[Word]) -> list[Word] | None:
    """Stops before the clause's finite verb: a phrase holds none."""
    kept: list[Word] = []
    for word in words:
        if word.is_finite:
            break
        kept.append(word)
    return _trim(kept) or None


def _linear_phrase(view: View, first: int) -> list[Word] | None:
    """Article, adjectives, nouns and their genitives from word `first` on."""
    words: list[Word] = []
    nouns = False
    opening = view.words(first, first)
    if opening and opening[0].text in {"„", '"', "»"}:
        return _quoted_phrase(view, first)
    for word in view.words(first, min(len(view.sentence.words), first + 12)):
        if nouns and word.upos == "ADJ" and words[-1].upos in {"NOUN", "PROPN", "X"} and word.text.islower():
            break  # *laut ihrem Anführer | starken Zulauf*
        if word.upos in {"NOUN", "PROPN", "X"}:
            nouns = True
        elif word.upos in {"DET", "ADJ", "NUM"} or (
            nouns and word.upos == "ADP" and word.form in {"von", "des", "der"}
        ):
            pass
        else:
            break
        words.append(word)
    while words and words[-1].upos in {"DET", "ADP", "ADJ"}:
        words.pop()
    return words if nouns else None


def _quoted_phrase(view: View, first: int) -> list[Word] | None:
    """*Laut „BBC News“ …*: a name in quotation marks."""
    for word in view.words(first + 1, first + 6):
        if word.text in {"“", "”", '"', "«"}:
            return list(view.words(first, word.number))
        if word.is_finite:
            return None
    return None


def _before(view: View, word: Word) -> list[Word] | None:
    previous = view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    if previous and previous[0].form in view.language.words.dative_pronouns:
        return [previous[0]]  # *ihm zufolge*
    head = view.sentence.head(word)
    if head is not None and word.relation == "case" and head.number < word.number:
        words = [item for item in view.phrase(head) if item.number < word.number]
        place = words[0].number - 1 if words else 0
        under = view.words(place, place)[0].upos == "ADP" if place else False
        # *Der Polizei in Mombasa zufolge*: the tree may give the last noun alone.
        if words and words[-1].number == word.number - 1 and not under:
            return _with_governor(view, words)
    words = []
    for item in reversed(view.words(max(1, word.number - 12), word.number - 1)):
        # *US-Angaben zufolge*, *dem „Kurier“ zufolge*
        mark = (
            item.text in {"(", ")"}
            or item.text in DOUBLE_MARKS
            or view.language.grammar.is_joint(view.sentence, item.number)
        )
        if not mark and item.upos not in {"NOUN", "PROPN", "X", "DET", "ADJ", "NUM", "ADP"}:
            break
        if item.upos == "DET" and words and words[0].upos == "DET":
            break  # *Die | seiner Ansicht nach fragwürdige Rolle*
        if item.upos in {"NOUN", "PROPN"} and words and not _may_precede(view, words[0]):
            break  # *sagte die Kanzlerin | einigen Teilnehmern zufolge*
        words.insert(0, item)
    while words and (
        words[0].upos == "ADP" or (words[0].text in DOUBLE_MARKS and sum(w.text in DOUBLE_MARKS for w in words) % 2)
    ):
        words.pop(0)
    return words or None


def _may_precede(view: View, word: Word) -> bool:
    """Whether a noun before the word may govern it: *Angaben der …*, *Angaben von …*, *Direktor Weber*."""
    return word.upos != "DET" or word.form in view.language.words.genitive_articles


def _with_governor(view: View, words: list[Word]) -> list[Word]:
    """*Ermittlungen der Polizei zufolge*: with the noun of saying before a genitive that the tree gives alone."""
    before = view.words(words[0].number - 1, words[0].number - 1) if words[0].number > 1 else ()
    genitive = words[0].upos == "DET" and _may_precede(view, words[0])
    if not genitive or not before or before[0].upos != "NOUN" or noun_entry(before[0], view.language) is None:
        return words
    governor = view.phrase(before[0])
    return [*(item for item in governor if item.number <= before[0].number), *words]


def _credit(view: View, word: Word, speaker: list[Word], phrase: list[Word], entry: AccordingTo) -> Quotation | None:
    first = min(word.number, phrase[0].number)
    last = _behind_relative(view, max(word.number, phrase[-1].number, speaker[-1].number))
    stretches = _inside_phrase(view, first, last) or rest_of_clause(
        view, first, last, parenthesis=entry.needs == "parenthesis"
    )
    if not stretches:
        return None
    noun = reporting_noun(phrase, view.language)
    own = any(item.form in view.language.words.own for item in phrase)
    marker: Marker = "parenthetical" if entry.needs == "parenthesis" else "according_to"
    start = view.words(first - 1, first - 1)[0].start if marker == "parenthetical" and first > 1 else word.start
    frame = Span(min(start, phrase[0].start), max(word.end, phrase[-1].end, speaker[-1].end))
    return Quotation(
        type="indirect",
        marker=marker,
        medium=noun.medium if noun is not None else entry.medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule=f"according_to:{entry.form}",
        detail=f"{word.text}: {' '.join(item.text for item in phrase)}",
        cue=(word.span,),
        frame=(frame,),
        speaker=(text_span(speaker),),
        anaphoric=own,
        lemma=entry.form,
    )


def _inside_phrase(view: View, first: int, last: int) -> tuple[Span, ...]:
    """*die nach Polizeiangaben 350 Passagiere* · *acht, nach anderen Angaben neun Stunden*: the noun phrase alone."""
    if first < 2 or last >= len(view.sentence.words):
        return ()
    before = view.words(first - 1, first - 1)[0]
    counted = before.text == "," and first > 2 and view.words(first - 2, first - 2)[0].upos == "NUM"
    if not counted and (before.upos != "DET" or before.form not in view.language.words.articles):
        return ()
    group = view.nominal_group(last + 1)
    if group is None or (counted and group[0].upos != "NUM") or group[0].upos not in {"NUM", "ADJ", "ADV"}:
        return ()
    return (text_span(group),)


def _behind_relative(view: View, last: int) -> int:
    """*Nach Angaben der Polizei, die sich auf Zeugen beruft, …*: a clause that only describes the party is frame."""
    index = view.clause_of(view.words(last, last)[0]).number
    if view.clauses[index].last != last or index + 2 >= len(view.clauses):
        return last
    following = view.clauses[index + 1]
    return following.last if following.kind == "relative" and following.opener == "," else last


def rest_of_clause(view: View, first: int, last: int, *, parenthesis: bool) -> tuple[Span, ...]:
    """The clause around words `first` to `last` without them, as one or two stretches."""
    index = view.clause_of(view.words(first, first)[0]).number
    begin, end = _clause_range(view, index, parenthesis=parenthesis)
    before = view.span(begin, first - 1) if first > begin else None
    behind = view.span(last + 1, end) if last < end else None
    return tuple(span for span in (before, behind) if span is not None)


def _clause_range(view: View, index: int, *, parenthesis: bool) -> tuple[int, int]:
    clause = view.clauses[index]
    subordinate = clause.is_dependent
    # *Während p laut X, q*: also in the first clause, unless the phrase opens it
    if not parenthesis and subordinate and (index > 0 or clause.kind == "subordinate"):
        return clause.first, _subordinate_end(view, index)
    begin = 1
    for number in range(index, 0, -1):
        here, before = view.clauses[number], _clause_before(view, number)
        # *Die Mutter soll …, diese Taten seien aber laut X verjährt*: the second main clause alone.
        if (
            not parenthesis
            and here.kind == "main"
            and before.kind == "main"
            and before.finite
            and here.opener in {",", ";", "–"}
        ):
            begin = here.first
            break
    return begin, view.last_content


def _clause_before(view: View, index: int) -> Clause:
    """The clause before, or the one that its appositions and brackets belong to."""
    number = index - 1
    while number > 0 and view.clauses[number].kind == "fragment":
        number -= 1
    return view.clauses[number]


def _subordinate_end(view: View, index: int) -> int:
    last = view.clauses[index].last
    for number in range(index + 1, len(view.clauses)):
        if view.clauses[number].kind not in {"infinitive", "fragment", "relative"}:
            break
        last = view.clauses[number].last
    return min(last, view.last_content)
