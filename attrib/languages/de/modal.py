"""Modal verbs that report: *will … herausgefunden haben* (the subject claims it) and *soll* (somebody says so)."""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.planning import planner
from attrib.quotation.according_to import according_to
from attrib.quotation.context import topic
from attrib.quotation.frame import Frame, Stretch
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.stretch import closing_span
from attrib.records import Span
from attrib.text.analysis import NO_WORD, NOMINAL, Word
from attrib.text.clause import Clause
from attrib.text.view import View, merge_words
from attrib.text.words import (
    NOUNS,
    SPEAKERS,
    any_finite,
    any_form,
    any_lemma,
    any_subjunctive,
    content,
    ends_in,
    first,
    formed,
    tagged,
)

_OPENERS = WORDS.complementizers | WORDS.subordinators | GERMAN.relative_adverbs
Infinitive = tuple[Word, ...]
"""The participle and *haben* or *sein* that close a modal's clause; empty for none."""


def perfect_infinitive(view: View, modal: Word) -> Infinitive:
    """*gesehen haben*, *eingesetzt worden sein*: what closes the modal's clause."""
    own = view.clause_of(modal)
    for clause in view.clauses[own.number :]:
        other = clause is not own and bool(clause.finite) and not _waits(clause)
        if other and clause.kind == "main":
            break
        # *wollte p verlegen, was abgelehnt worden war*: the infinitive of another verb
        found = () if other else _closing_infinitive(clause.content, modal)
        if found:
            return found
    return ()


def _closing_infinitive(words: Sequence[Word], modal: Word) -> Infinitive:
    for place in range(len(words) - 1, 0, -1):
        word, before = words[place], words[place - 1]
        passive = before.lemma == "werden"
        if word.form in WORDS.perfect_infinitives and word is not modal and (passive or _is_participle(before, word)):
            return tuple(words[max(0, place - 1 - (passive and place > 1)) : place + 1])
    return ()


def _is_participle(word: Word, auxiliary: Word) -> bool:
    """*gesehen haben*; *verlassen haben*: before *haben* what looks like an infinitive is none."""
    alike = word.upos == "VERB" and word.has("VerbForm=Inf") and auxiliary.lemma == "haben"
    return word.has("VerbForm=Part") or alike


def _waits(clause: Clause) -> bool:
    """*soll A gepackt, B geschlagen haben*: the clause's only verb form is the infinitive the modal waits for."""
    last = clause.content[-1]
    return last.form in WORDS.perfect_infinitives and all(word is last for word in clause.finite)


def claiming_modals(scope: Scope) -> Iterator[Quotation]:
    """*X will p herausgefunden haben*: the subject is the source; frame = subject, modal and infinitive."""
    view = scope.view
    for modal in view.sentence.words:
        if modal.is_finite and modal.lemma in WORDS.claiming_modals and not modal.is_subjunctive:
            infinitive = perfect_infinitive(view, modal)
            crediting = _crediting(scope) if infinitive else ()
            head = _claimant(view, modal, infinitive, crediting) if infinitive else NO_WORD
            speaker = speaker_span(view, head)
            found = None if speaker is None else _claim(view, modal, infinitive, speaker, crediting)
            if found is not None:
                yield found


def _claimant(view: View, modal: Word, infinitive: Infinitive, crediting: Collection[Word]) -> Word:
    """The subject: beside the modal, for the object of such a sentence is often taken for it by the parser."""
    behind = tagged(view.words(modal.number + 1, infinitive[0].number - 1), SPEAKERS)
    candidates = [word for word in behind if _may_be_subject(view, word)]
    clause = view.clause_of(modal)
    # *Der Taucher, Mitglied des Rates, | will …*
    begin = Frame.of_verb(view, modal, anchor=modal).first if clause.opening is modal else clause.first
    opening = [word for word in tagged(view.words(begin, modal.number - 1), SPEAKERS) if word not in crediting]
    before = any(word.form not in WORDS.summing_pronouns and view.may_be_nominative(word) for word in opening)
    # *Der Taucher will das Wrack gefunden haben*: what may be an object is one, if a subject stands before the verb.
    certain = first(candidates, lambda word: _is_masculine(view, word))
    if candidates and (certain or not before):
        return certain or candidates[0]
    left = [word for word in tagged(view.words(1, modal.number - 1), SPEAKERS) if word not in crediting]
    subjects = [word for word in left if word.relation == "nsubj"]
    return next(reversed(subjects or left), NO_WORD)


def _is_masculine(view: View, word: Word) -> bool:
    """*der Archivar*: the article can be no object's."""
    return view.before(word).form in WORDS.nominative_articles and not word.has("Gender=Fem")


def _may_be_subject(view: View, word: Word) -> bool:
    article = view.before(word).form in WORDS.subject_articles
    return word.relation != "nmod" and (article or view.may_be_nominative(word))


def _claim(
    view: View, modal: Word, infinitive: Infinitive, speaker: Span, crediting: Collection[Word]
) -> Quotation | None:
    naming = [word for word in view.sentence.words if speaker.start <= word.start < speaker.end]
    used = {word.number for word in (modal, *infinitive, *naming)}
    rest = _claimed(view, _own_words(view, view.clause_of(modal), infinitive[-1], crediting), used)
    if not content(rest):
        return None
    return Quotation(
        type="indirect",
        marker="claiming_modal",
        medium="speech_writing",
        spans=merge_words(rest),
        sentence=view.sentence.number,
        rule="claiming_modal",
        detail=f"{modal.text} … {' '.join(word.text for word in infinitive)}",
        cue=merge_words((modal, *infinitive)),
        frame=merge_words(word for word in view.sentence.words if word.number in used),
        speaker=(speaker,),
        lemma=modal.lemma,
    )


def _own_words(view: View, clause: Clause, last: Word, crediting: Collection[Word]) -> list[Word]:
    """*Laut Polizei will er | p gesehen haben*, *wonach | er p gesehen haben will*: a clause without what credits it to
    another and without what opens it."""
    first_word = clause.opening
    subject = first_word.is_relative and not view.is_oblique(first_word)
    opens = first_word.form in _OPENERS or (subject and first_word.relation == "nsubj")
    words = view.words(clause.first + opens, last.number)
    return [word for word in words if word not in crediting]


def _crediting(scope: Scope) -> list[Word]:
    """*Laut Polizei*: the words that credit a clause to somebody else."""
    frames = [frame for found in according_to(scope) for frame in found.frame]
    return [word for word in scope.view.sentence.words if any(frame.contains(word.span) for frame in frames)]


def _claimed(view: View, clause: Sequence[Word], used: set[int]) -> list[Word]:
    """What is claimed: the clause without subject and verbs; *p, das will er gesehen haben*: what stands before it."""
    rest = [word for word in clause if word.number not in used]
    said = content(rest)
    if said and len(formed(said, WORDS.summing_pronouns)) == len(said):
        rest = [word for word in view.words(1, said[0].number - 1) if word.number not in used]
    while rest and rest[-1].upos == "PUNCT":
        rest.pop()
    return rest


def free_modals(scope: Scope) -> Iterator[Quotation]:
    """*soll(en)* without a frame: credited to whoever goes on speaking or plans it; hearsay only by its form."""
    view = scope.view
    numbers = {clause.number for clause in scope.free}
    for modal in filter(_is_reportative, view.sentence.words):
        clause, span = view.clause_of(modal), closing_span(view, *modal_stretch(view, modal))
        if span is None or clause.number not in numbers:
            continue
        found = _free_modal(scope, modal, span) if clause.kind == "main" else _in_dependent_clause(scope, modal, span)
        if found is not None:
            yield found
    yield from _obligations(scope)


def _free_modal(scope: Scope, modal: Word, span: Span) -> Quotation | None:
    """Whose words or plans the modal of a main clause tells, or that it is hearsay."""
    view, last, hearsay = scope.view, scope.last_statement, _is_hearsay(scope.view, modal)
    told = hearsay and _is_behind_author(scope, modal)
    if last is not None and not told and _goes_on(scope, last, hearsay=hearsay):
        return _going_on(view, modal, span, last)
    if hearsay:
        return _hearsay(view, modal)
    return _plan(scope, modal, span) or (_hearsay(view, modal) if _is_state(view, modal) else None)


def _is_behind_author(scope: Scope, modal: Word) -> bool:
    """*Es gab 80 Tote, 120 sollen verletzt worden sein*: behind a main clause of the sentence that nobody is credited
    with."""
    own = scope.view.clause_of(modal)
    before = (clause for clause in scope.free if clause.number < own.number and clause.kind == "main")
    return any(clause.finite and not any_subjunctive(clause.finite) for clause in before)


def _in_dependent_clause(scope: Scope, modal: Word, span: Span) -> Quotation | None:
    """*Die Stadt plant ein Bad, das im Mai öffnen soll*: what the sentence's own subject plans; a clause that only
    describes (*ein Gesetz, das die Preise senken soll*) says what a thing is for."""
    view, last = scope.view, scope.last_statement
    if _is_hearsay(view, modal):
        if last is not None and _goes_on(scope, last, hearsay=True):
            return _going_on(view, modal, span, last)
        return _hearsay(view, modal)
    speaker = _planner_of(view) if view.clause_of(modal).kind == "relative" else None
    if speaker is None:
        return _hearsay(view, modal) if _is_state(view, modal) else None
    return _soll(view, modal, span, rule="planned", why="whose plan the sentence tells of", speaker=(speaker,))


def _obligations(scope: Scope) -> Iterator[Quotation]:
    """*Die Bahn soll leiser werden. Dafür müssen die Betreiber zahlen.*: what a plan of the sentence before asks of
    others."""
    view, last = scope.view, scope.last_statement
    if last is None or last.type != "free_indirect" or last.sentence != view.sentence.number - 1:
        return
    for clause in scope.free:
        modal = first(clause.finite, lambda word: word.form in WORDS.obliging_forms)
        span = closing_span(view, *modal_stretch(view, modal)) if modal and clause.kind == "main" else None
        if span is not None and not perfect_infinitive(view, modal):
            yield _going_on(view, modal, span, last)
            return


def _going_on(view: View, modal: Word, span: Span, last: Quotation) -> Quotation:
    """What whoever spoke last goes on to say."""
    why = f"goes on from the statement before ({last.rule})"
    return _soll(view, modal, span, rule="reportative_modal", why=why, speaker=last.speaker)


def _goes_on(scope: Scope, last: Quotation, *, hearsay: bool) -> bool:
    """Whether the statement before is of a party that may be speaking still: in the sentence before, or in a run.

    What is said to be so is hearsay, unless the sentence before reports the same matter: not *forderte Hilfe*.
    """
    if not last.speaker or last.type == "author" or last.states == "nothing":
        return False
    return _is_just_before(scope, last, hearsay=hearsay) and (not hearsay or _tells(scope, last))


def _is_just_before(scope: Scope, last: Quotation, *, hearsay: bool) -> bool:
    """Whether it stands in the sentence before, or none with a verb stands between. A run goes on over an aside, and a
    plan within its paragraph over one that tells of nobody else."""
    previous = scope.previous
    if previous is None or last.sentence >= previous.sentence.number or not any_finite(previous.sentence.words):
        return True
    runs = last.type in {"free_indirect", "indirect_free_indirect"}
    if not runs and (hearsay or scope.context is None or last.sentence < scope.context.first_of_part):
        return False
    return (runs or not topic(previous)) and _planner_of(previous) is None


def _tells(scope: Scope, last: Quotation) -> bool:
    """Whether it tells what is so; an act that is summed up, and what stands in another paragraph, does so where both
    are about the same thing."""
    if last.lemma in WORDS.directive_verbs:
        return False
    runs = last.type in {"free_indirect", "indirect_free_indirect"}
    inside = scope.context is None or last.sentence >= scope.context.first_of_part
    if last.type != "reported" and (runs or inside):
        return True
    own = tagged(scope.view.sentence.words, NOMINAL)
    before = () if scope.previous is None else scope.previous.sentence.words
    said = {word.lemma for word in before if last.covers(word)}
    taken_up = any(word.upos == "PRON" and word.relation == "nsubj" for word in own)
    return taken_up or any(word.upos != "PRON" and word.lemma in said for word in own)


def _is_reportative(word: Word) -> bool:
    """A finite indicative *soll(en)*."""
    return word.lemma in WORDS.reportative_modals and word.is_finite and word.form in WORDS.reportative_forms


def _is_hearsay(view: View, modal: Word) -> bool:
    """Whether the modal is hearsay by its form alone: a perfect infinitive or a state.

    *Die Nummern sollen von Kunden stammen*: nobody plans a state, so that somebody says it is one.
    """
    verb = view.word(modal.head)
    state = verb.number > modal.number and _is_infinitive(verb) and verb.lemma in WORDS.stative_verbs
    return state or bool(perfect_infinitive(view, modal))


def _is_infinitive(verb: Word) -> bool:
    """*Die Münzen sollen aus einem Grab | stammen*: a plural looks like it, but the modal is the finite verb."""
    return verb.has("VerbForm=Inf") or (verb.upos == "VERB" and verb.form == verb.lemma)


def _is_state(view: View, modal: Word) -> bool:
    """*Der Turm soll höher sein*, *soll drei Keller haben*, *es soll Tote geben*: what is said to be so where nobody is
    known to plan it; not *soll im Mai fertig sein*."""
    head = view.word(modal.head)
    if _is_unplanned(view, modal, head):
        return True
    copula = first(view.sentence.children(head), lambda word: word.relation == "cop" and word.has("VerbForm=Inf"))
    if copula:
        described = _is_described(head)
        subjects = [child for child in view.sentence.children(head) if child.relation == "nsubj"]
        caused = any(ends_in(noun, WORDS.cause_nouns) for noun in (head, *subjects))
        return described or caused or _is_whereabouts(view, head, subjects)
    children = view.sentence.children(head)
    if head.number < modal.number or not head.has("VerbForm=Inf"):
        return False
    if head.lemma in WORDS.copulas:
        subjects = [child for child in children if child.relation == "nsubj"]
        caused = any(ends_in(child, WORDS.cause_nouns) for child in subjects)
        described = any(map(_is_described, tagged(children, {"ADJ"})))
        return (
            caused
            or described
            or any(_is_whereabouts(view, child, subjects) for child in children if child.relation == "obl")
        )
    if head.lemma in WORDS.owning_verbs:
        return any(child.relation == "obj" for child in children)
    matter = head.lemma in WORDS.matter_verbs and any_form(view.clause_of(modal).words, WORDS.expletives)
    return matter and not _is_made(view, head)


def _is_made(view: View, head: Word) -> bool:
    """*Es soll | einen neuen Radweg | geben*: what is not there yet is planned."""
    things = (child for child in view.sentence.children(head) if child.relation in {"obj", "nsubj"})
    return any(any_lemma(view.phrase(thing), WORDS.novel_attributes) for thing in tagged(things, NOUNS))


def _is_unplanned(view: View, modal: Word, head: Word) -> bool:
    """*Der Regen soll nachlassen* · *Die Firma soll seit Mai Konten führen*: what nobody can plan, a force of nature,
    or what is so already."""
    if head.number < modal.number or not _is_infinitive(head):
        return False
    children = view.sentence.children(head)
    passive = any(child.lemma == "werden" for child in children if child.upos == "AUX")
    subjects = [
        child for child in tagged(children, {"NOUN"}) if child.relation == "nsubj" and view.case(child) != "Acc"
    ]
    natural = any(ends_in(child, WORDS.natural_forces) for child in subjects)
    clause = view.clause_of(modal)
    # *Seit Mai soll …*, *Inzwischen soll die Halle im Herbst öffnen*: the plan itself is told to be so
    already = any_form((word for word in clause.words if word.number > modal.number), WORDS.already_words)
    return (natural or already) and not passive


def _is_described(word: Word) -> bool:
    """An adjective that says how something is: *soll hoch sein*; not *soll fertig sein*."""
    return word.upos in {"ADJ", "ADV"} and not word.is_participle and word.lemma not in WORDS.reached_states


def _is_whereabouts(view: View, place: Word, subjects: Sequence[Word]) -> bool:
    """*Die Gruppe soll in Spanien sein*, *Sie soll bei Verwandten sein*: where somebody is said to be; not *soll im Mai
    in Rom sein*, which is a plan."""
    located = place.upos in NOUNS and any_form(view.sentence.children(place), WORDS.place_prepositions)
    somebody = any(word.upos == "PRON" or view.is_party(word) for word in subjects)
    times = WORDS.months | WORDS.adverbial_times
    dated = any(word.form in times or view.language.grammar.is_time(word) for word in view.clause_of(place).words)
    return located and somebody and not dated


def modal_stretch(view: View, modal: Word) -> Stretch:
    """The words of the clause around a reportative modal: its main clause, or its subordinate one."""
    own = view.clause_of(modal)
    if own.is_dependent:
        return own.first, own.last
    before = takewhile(lambda clause: clause.kind not in {"main", "complement"}, reversed(view.clauses[: own.number]))
    behind = takewhile(lambda clause: not _is_next_main(clause), view.clauses[own.number + 1 :])
    return [own, *before][-1].first, [own, *behind][-1].last


def _is_next_main(clause: Clause) -> bool:
    return clause.kind == "main" and bool(clause.finite) and not _waits(clause)


def _soll(view: View, modal: Word, span: Span, *, rule: str, why: str, speaker: tuple[Span, ...]) -> Quotation:
    """What *soll* says of somebody's words or plans without a frame of its own."""
    return Quotation(
        type="free_indirect",
        marker="reportative_modal",
        medium="speech_writing",
        spans=(span,),
        sentence=view.sentence.number,
        rule=rule,
        detail=f"{modal.text}: {why}",
        speaker=speaker,
        lemma=modal.lemma,
    )


def _plan(scope: Scope, modal: Word, span: Span) -> Quotation | None:
    """*Die Stadt baut ein Bad. Es soll im Mai öffnen.*: what the party plans of which the sentence before tells."""
    view, previous = scope.view, scope.previous
    if previous is None or previous.sentence.part != view.sentence.part:
        return None
    head = planner(previous)
    speaker = speaker_span(previous, head) if head else None
    # *Die Regierung plant Neuwahlen. Die Regierung soll zurücktreten.*
    if speaker is None or head.lemma in {word.lemma for word in view.sentence.children(view.word(modal.head))}:
        return None
    return _soll(view, modal, span, rule="planned", why="whose plan the sentence before tells of", speaker=(speaker,))


def _planner_of(view: View) -> Span | None:
    """Who plans something in a sentence."""
    head = planner(view)
    return speaker_span(view, head) if head else None


def _hearsay(view: View, modal: Word) -> Quotation:
    return Quotation(
        type="author",
        marker="reportative_modal",
        medium="unknown",
        spans=(view.sentence.span,),
        sentence=view.sentence.number,
        rule="hearsay_modal",
        detail=f"{modal.text} with a perfect infinitive or a state, nobody named",
        cue=(modal.span,),
        impersonal=True,
        lemma=modal.lemma,
        may_be_taken_up=True,
    )
