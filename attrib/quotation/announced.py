"""What a sentence announces: *Der Verband ist überzeugt: p.* · *Ihre Haltung ist, dass p* · *Er hat eine Erklärung: p*.

A verb of saying with its content in the same sentence is `attrib.quotation.complement`; here the colon has ended the
sentence for the parser, or a noun of saying tells what is said without such a verb.
"""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.indirect import indirect
from attrib.quotation.nameless import nobody_denies
from attrib.quotation.noun import has_author
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.syntax import content_start, syntax
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import NO_CLAUSE, Clause
from attrib.text.view import View, text_span
from attrib.text.words import any_form, any_lemma, first, tagged

_COLON = ":"


def announced(scope: Scope) -> Iterator[Quotation]:
    """What the sentence before announces with a colon, and what a noun of saying in the sentence itself announces."""
    view, before = scope.view, _announcing(scope)
    content = _content_of(scope)
    if before is not None and content is not None:
        frame = _last_frame(scope, before)
        found = _by_verb(frame, content) if frame is not None else None
        found = found or _by_noun(before, before.clauses[-1], content, scope.view.sentence.number)
        if found is not None:
            yield found
            return
    for clause in view.clauses[1:]:
        content = _announced_inside(view, clause)
        found = None if content is None else _by_act(scope, clause, content)
        if found is None and content is not None:
            found = _by_noun(view, view.previous(clause), content, view.sentence.number)
        if found is not None:
            yield found
            return


def _announcing(scope: Scope) -> View | None:
    """The sentence before in the same part, if a colon ends it."""
    previous, sentence = scope.previous, scope.view.sentence
    if previous is None or previous.sentence.part != sentence.part:
        return None
    last = previous.sentence.words[-1]
    return previous if last.text == _COLON and previous.before(last).text != ")" else None


def _content_of(scope: Scope) -> Span | None:
    """The whole sentence, if it says something in the indicative without a frame of its own; what stands in the
    Konjunktiv goes on by itself, and words in quotation marks are verbatim."""
    view = scope.view
    main = next((clause for clause in view.clauses if clause.kind == "main" and clause.finite), NO_CLAUSE)
    reported = any(map(view.language.grammar.is_reported_mood, main.finite))
    verbatim = any(item.type == "direct" and item.covers(view.word(1).span) for item in scope.found)
    framed = any("clause" in frame.cue.forms for frame in scope.frames)
    return None if not main or reported or verbatim or framed else view.span(1, view.last_content)


def _last_frame(scope: Scope, before: View) -> Frame | None:
    """The verb of saying before the colon whose content is not told yet: the last one, in the last clause."""
    place = next((number for number, view in enumerate(scope.passage.views) if view is before), None)
    frames = () if place is None else scope.passage.frames[place]
    fitting = [frame for frame in frames if _may_announce(scope, frame)]
    return fitting[-1] if fitting else None


def _may_announce(scope: Scope, frame: Frame) -> bool:
    return frame.clause.last == frame.view.clauses[-1].last and _may_be_explained(scope, frame)


def _by_verb(frame: Frame, content: Span) -> Quotation | None:
    """*Der Verband ist überzeugt: p.*: whoever can speak, or a verb that names nobody (*In dem Brief heißt es: p.*)."""
    view, head = frame.view, subject(frame)
    speaks = not head or head.upos == "PRON" or view.is_party(head)
    negated = any_form(frame.clause.words, view.language.words.clause_negations)
    if not speaks or negated:
        return None
    framing = (text_span(view.words(frame.first, view.clauses[-1].last)),)
    found = indirect(frame, (content,), marker="verb_second", framing=framing, head=head, outside=None)
    return found.with_(needs_nearest=False, detail=f"{found.detail}: in the sentence behind the colon")


def _by_act(scope: Scope, clause: Clause, content: Span) -> Quotation | None:
    """*Sie kritisierte den Plan: p*: behind an act that is summed up, in the indicative, what its verb could say."""
    view, before = scope.view, scope.view.previous(clause)
    frames = (frame for frame in scope.frames if frame.clause is before or before.last <= frame.cue.verb.number)
    acts = (frame for frame in frames if {"act", "about"} & set(frame.cue.forms) and frame.clause.first < clause.first)
    frame = next((frame for frame in acts if _may_be_explained(scope, frame)), None)
    reported = any(map(view.language.grammar.is_reported_mood, clause.finite))
    framed = any(other.clause.number >= clause.number and "clause" in other.cue.forms for other in scope.frames)
    if frame is None or reported or framed or clause.opener != _COLON or clause.kind != "main":
        return None
    found = _by_verb(frame, content)
    return None if found is None else found.with_(frame=(), shares_frame=True)


def _may_be_explained(scope: Scope, frame: Frame) -> bool:
    open_ = "clause" in frame.cue.forms and not scope.passage.holds(frame) and content_start(frame) is None
    main = frame.clause.kind == "main" and frame.cue.finite is not None
    reported = main and frame.view.language.grammar.is_reported_mood(frame.cue.anchor)
    return open_ and main and not reported and not nobody_denies(frame)


def _announced_inside(view: View, clause: Clause) -> Span | None:
    """The clause and what follows it, where it stands behind a colon, or says what the noun before its copula is."""
    before = view.previous(clause)
    if clause.opener == _COLON and clause.finite:
        return view.span(clause.first, view.last_content)
    copula = any_lemma(before.finite, view.language.words.copulas) and before.finite[-1] is before.content[-1]
    if clause.opener != "," or not copula:
        return None
    order = syntax(view.language)
    kind = order.noun_content(view, clause.number)
    return None if kind is None else view.span(clause.first, order.content_end(view, clause.first, kind))


def _by_noun(view: View, clause: Clause, content: Span, sentence: int) -> Quotation | None:
    """*Ihre Prognose ist düster: p* · *Sein Fazit: p* · *Weber hat eine andere Erklärung: p*."""
    noun = _noun_of_saying(view, clause)
    speaker = _whose(view, clause, noun)
    entry = noun_entry(noun, view.language) if noun else None
    if entry is None or speaker is None or any_form(clause.words, view.language.words.clause_negations):
        return None
    return Quotation(
        type="indirect",
        marker="complement_clause",
        medium=entry.medium,
        spans=(content,),
        sentence=sentence,
        rule="announced",
        detail=f"{noun.text}: announced",
        cue=(noun.span,),
        frame=(text_span(clause.words),),
        speaker=(speaker,),
        lemma=noun.lemma,
    )


def _noun_of_saying(view: View, clause: Clause) -> Word:
    """The last noun for something said that no preposition governs: *Die Botschaft an die Partner war klar*."""
    if clause is NO_CLAUSE or clause.is_dependent or clause.kind == "infinitive":
        return NO_WORD
    nouns = (word for word in tagged(clause.words, {"NOUN"}) if _may_hold_content(view, word))
    return first(nouns, lambda word: not _is_governed(view, word))


def _may_hold_content(view: View, noun: Word) -> bool:
    entry = noun_entry(noun, view.language)
    return (
        entry is not None
        and (entry.clause or entry.according_to)
        and not any_form(view.phrase(noun)[:1], view.language.words.negative_articles)
    )


def _is_governed(view: View, noun: Word) -> bool:
    phrase = view.phrase(noun) or [noun]
    return phrase[0].upos == "ADP" or view.before(phrase[0]).upos == "ADP" or noun.relation == "nmod"


def _whose(view: View, clause: Clause, noun: Word) -> Span | None:
    """Whose words the noun is for: its own phrase says so, or the subject has or gives them."""
    if not noun:
        return None
    words, phrase = view.language.words, view.phrase(noun)
    if has_author(view, noun) or any_form(phrase[:1], words.possessives):
        told = not clause.finite or any_lemma(clause.finite, words.copulas) or _is_subject(view, clause, noun)
        return text_span(phrase) if told else None
    verb = clause.finite[0] if clause.finite else NO_WORD
    perfect = verb.upos == "AUX" and any(word.is_participle for word in clause.words)
    if perfect or verb.lemma not in words.announcing_verbs:
        return None
    head = subject(Frame.of_verb(view, verb, anchor=verb))
    return speaker_span(view, head) if head is not noun and view.is_party(head) else None


def _is_subject(view: View, clause: Clause, noun: Word) -> bool:
    return bool(clause.finite) and subject(Frame.of_verb(view, clause.finite[0], anchor=clause.finite[0])) is noun
