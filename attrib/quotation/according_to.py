"""Words that credit the rest of their clause to a noun phrase: *laut X, nach Angaben von X, X zufolge, …, so X, …*."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrib.quotation.credited_phrase import Crediting, Phrase, credited_phrase, taken_up_by
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry, reporting_noun
from attrib.quotation.scope import Scope
from attrib.quotation.speaker_phrase import antecedent, with_apposition
from attrib.records import Marker, Span
from attrib.text.analysis import NO_WORD
from attrib.text.clause import Clause
from attrib.text.entries import AccordingTo
from attrib.text.language import Language
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, any_form, ends_in, first, first_tag

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X"})
_CLOSING = frozenset({",", ")", ".", "–"})
_FINAL = frozenset({".", "!", "?"})
_GOING_ON = frozenset({"infinitive", "fragment", "relative"})


def according_to(scope: Scope) -> Iterator[Quotation]:
    """The statements of one sentence that a preposition, postposition or *so* credits to somebody."""
    view = scope.view
    for cue in _cues(view):
        phrase = credited_phrase(view, cue)
        found = _credit(view, cue, phrase) if phrase else None
        if found is not None:
            yield found


def _cues(view: View) -> Iterator[Crediting]:
    """The words of the list in the sentence, at each place the longest: *according to* before *according*."""
    entries = _entries(view.language)
    for word in view.sentence.words:
        for forms, entry in entries.get(word.form, ()):
            words = view.words(word.number, word.number + len(forms) - 1)
            if tuple(item.form for item in words) == forms:
                yield Crediting(words, entry)
                break


@cache
def _entries(language: Language) -> Mapping[str, Sequence[tuple[tuple[str, ...], AccordingTo]]]:
    """The entries with their words, by the first of these; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], AccordingTo]]] = {}
    for entry in sorted(language.according_to, key=lambda entry: -len(entry.form.split())):
        forms = tuple(entry.form.split())
        found.setdefault(forms[0], []).append((forms, entry))
    return found


def _credit(view: View, cue: Crediting, phrase: Phrase) -> Quotation | None:
    entry = cue.entry
    if _is_plan(view, phrase) or (entry.needs == "view_noun" and _is_anybodys_view(view, phrase)):
        return None
    if _is_own_knowledge(view, cue, phrase):
        return None
    speaker = _speaker_words(view, cue, phrase)
    begin = min(cue.first.number, phrase[0].number)
    own = max(cue.last.number, phrase[-1].number, speaker[-1].number)
    described = last = _behind_relative(view, begin, own)
    last = view.clause_of(view.word(last)).last if entry.clause else last
    aside = entry.needs == "parenthesis" or entry.clause
    stretches = _inside_phrase(view, begin, last) or rest_of_clause(view, begin, last, parenthesis=aside)
    if not stretches:
        return None
    noun, taken_up = reporting_noun(phrase, view.language), _taken_up(view, phrase)
    marker: Marker = "parenthetical" if entry.needs == "parenthesis" else "according_to"
    opening = view.word(max(1, begin - 1)) if entry.needs == "parenthesis" else cue.first
    frame = Span(min(opening.start, phrase[0].start), view.word(described).end)
    return Quotation(
        type="indirect",
        marker=marker,
        medium=noun.medium if noun is not None else entry.medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule=f"according_to:{entry.form}",
        detail=f"{' '.join(item.text for item in cue.words)}: {' '.join(item.text for item in phrase)}",
        cue=(text_span(cue.words),),
        frame=(frame,),
        speaker=(text_span(speaker),),
        anaphoric=any_form(phrase, view.language.words.own) or bool(taken_up),
        refers_to=taken_up,
        lemma=entry.form,
    )


def _is_plan(view: View, phrase: Phrase) -> bool:
    """*nach bisheriger Planung*: what is planned, not said; whose plan it is, the rest of the clause says."""
    nouns = [word for word in phrase if word.upos in NOUNS]
    plans = tuple(view.language.words.plan_nouns)
    return (
        len(nouns) == 1
        and nouns[0].lemma.lower().endswith(plans)
        and not any_form(phrase, view.language.words.possessives)
    )


def _is_own_knowledge(view: View, cue: Crediting, phrase: Phrase) -> bool:
    """*Nach jetzigem Kenntnisstand sei der Fahrer allein gewesen, sagte X*: what is known, by whoever reports it."""
    nouns = [word for word in phrase if word.upos in NOUNS]
    reported = any(map(view.language.grammar.is_reported_mood, view.clause_of(cue.first).finite))
    return reported and len(nouns) == 1 and ends_in(nouns[0], view.language.words.knowledge_nouns)


def _is_anybodys_view(view: View, phrase: Phrase) -> bool:
    """*aus heutiger Sicht*, *aus rechtlicher Sicht*: when or in which respect something is seen, not by whom."""
    nouns = [word for word in phrase if word.upos in NOUNS]
    entry = noun_entry(nouns[0], view.language) if nouns else None
    whole = entry is not None and len(nouns) == 1 and entry.lemma.lower() in {nouns[0].lemma.lower(), nouns[0].form}
    described = any(word.upos == "ADJ" for word in phrase)
    owned = any_form(phrase, view.language.words.possessives | view.language.words.own)
    return whole and described and not owned and view.language.countries.first_of(phrase) is None


def _taken_up(view: View, phrase: Phrase) -> tuple[Span, ...]:
    """*Kern, dem zufolge p* · *das Amt, dessen Angaben zufolge p* · *das Amt, das nach eigenen Angaben p*: the noun
    before a relative pronoun."""
    words, clause = view.language.words, view.clause_of(phrase[0])
    if any_form(phrase, words.own):
        noun = antecedent(view, clause.opening) if _is_own_subject(view, clause) else NO_WORD
        return (text_span(view.phrase(noun)),) if noun else ()
    pronoun = (len(phrase) == 1 and phrase[0].form in words.relative_datives) or (
        phrase[0].form in words.possessive_relatives
    )
    noun = taken_up_by(view, phrase[0]) if pronoun and clause.opener == "," else NO_WORD
    return (text_span(view.phrase(noun)),) if noun else ()


def _is_own_subject(view: View, clause: Clause) -> bool:
    """Whether the pronoun that opens a relative clause is its subject: not *den*, *in dem*, nor another word."""
    pronoun = clause.opening
    subjects = (word for word in clause.words if word.relation == "nsubj" and word is not pronoun)
    return clause.kind == "relative" and pronoun.upos != "ADP" and not view.is_oblique(pronoun) and not any(subjects)


def _speaker_words(view: View, cue: Crediting, phrase: Phrase) -> Phrase:
    """The party alone: *so X | gegenüber der Zeitung*; with its apposition: *nach Angaben von X, einem Fischer, …*."""
    aside = cue.entry.needs == "parenthesis"
    words = _party_in_aside(view, phrase) if aside else _party_alone(view, cue, phrase)
    extended = with_apposition(view, words)
    while extended[-1].text in _FINAL:
        extended = extended[:-1]
    closed = view.behind(extended[-1]).text in _CLOSING
    return extended if closed or len(extended) == len(words) else words


def _party_in_aside(view: View, phrase: Phrase) -> Phrase:
    """*so X | gegenüber der Zeitung*; with appositions and a second name: *so Weber, der Leiter, …*."""
    own = view.phrase(first_tag(view.sentence.outside_attributes(phrase), _NOMINAL))
    kept = [item.number for item in own if phrase[0].number <= item.number <= phrase[-1].number]
    words = [item for item in phrase if item.number <= kept[-1]] if kept else phrase
    rest = phrase[len(words) :]
    return phrase if rest and (rest[0].text == "," or rest[0].upos == "CCONJ") else words


def _party_alone(view: View, cue: Crediting, phrase: Phrase) -> Phrase:
    """*Nach Angaben der Sprecherin | gegenüber der Zeitung*: without where, when and to whom it was said."""
    prepositions = view.language.words.utterance_prepositions
    outside = view.sentence.outside_attributes(phrase[1:])
    uttered = first(outside, lambda item: item.upos == "ADP" and item.form in prepositions)
    cut = uttered and phrase[0].number > cue.last.number
    return [item for item in phrase if item.number < uttered.number] if cut else phrase


def _inside_phrase(view: View, begin: int, last: int) -> tuple[Span, ...]:
    """*die nach Polizeiangaben 350 Passagiere* · *acht, nach anderen Angaben neun Stunden*: the noun phrase alone."""
    before = view.word(begin - 1)
    counted = before.text == "," and view.before(before).upos == "NUM"
    article = before.upos == "DET" and before.form in view.language.words.articles
    group = view.nominal_group(last + 1) if counted or article else None
    fits = group is not None and group[0].upos in ({"NUM"} if counted else {"NUM", "ADJ", "ADV"})
    return (text_span(group),) if group is not None and fits else ()


def _behind_relative(view: View, begin: int, last: int) -> int:
    """*Nach Angaben der Polizei, die sich auf Zeugen beruft, …* · *„p“, so Weber, der den Zoo leitet.*: a clause that
    only describes the party is frame; where nothing follows it, if the tree joins it to the words `begin` to `last`."""
    clause = view.clause_of(view.word(last))
    following = view.next(clause)
    describes = following.kind == "relative" and following.opener == ","
    joined = any(word.relation == "acl" and begin <= word.head <= last for word in following.words)
    return following.last if describes and clause.last == last and (joined or view.next(following)) else last


def rest_of_clause(view: View, begin: int, last: int, *, parenthesis: bool) -> tuple[Span, ...]:
    """The clause around words `begin` to `last` without them, as one or two stretches."""
    clause = view.clause_of(view.word(begin))
    aside = view.around_aside(clause, last) if clause.first == begin else None
    start, end = aside or _clause_range(view, clause, parenthesis=parenthesis)
    before = view.span(start, begin - 1) if begin > start else None
    behind = view.span(last + 1, end) if last < end else None
    return tuple(span for span in (before, behind) if span is not None)


def _clause_range(view: View, clause: Clause, *, parenthesis: bool) -> tuple[int, int]:
    # *Während p laut X, q*: also in the first clause, unless the phrase opens it
    inside = clause.is_dependent and (clause.number > 0 or clause.kind == "subordinate")
    if inside and not parenthesis:
        return clause.first, _dependent_end(view, clause)
    mains = (item for item in reversed(view.clauses[1 : clause.number + 1]) if _is_second_main(view, item))
    start = None if parenthesis else next(mains, None)
    begin = view.behind_colon(clause).first
    return (begin if start is None else max(begin, start.first)), view.last_content


def _is_second_main(view: View, clause: Clause) -> bool:
    """*Die Mutter soll …, diese Taten seien aber laut X verjährt*: the second main clause alone."""
    before = view.previous(clause)
    while before.number > 0 and before.kind == "fragment":
        before = view.previous(before)  # appositions and brackets
    joined = clause.kind == "main" and clause.opener in {",", ";", "–"}
    # *Anwohner bestätigten, dass p; laut X war es ruhig*
    return joined and bool(before.finite) and (before.kind == "main" or clause.opener == ";")


def _dependent_end(view: View, clause: Clause) -> int:
    while view.next(clause).kind in _GOING_ON:
        clause = view.next(clause)
    return min(clause.last, view.last_content)
