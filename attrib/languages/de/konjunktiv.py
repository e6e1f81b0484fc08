"""Speech without a frame: sentences in the Konjunktiv whose speaker stands in the context.

*Der NIS legte Bilder vor. 1.500 Soldaten würden ausgebildet.* The speaker is that of the statement just before, else
the party that the sentence before is about; without either there is no such statement (one candidate or none).
"""

from collections.abc import Iterator, Sequence

from attrib.languages.de.clauses import is_reported_mood
from attrib.languages.de.lists import WORDS
from attrib.quotation.context import Speaker, subject_before, topic
from attrib.quotation.passage import is_taken
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.stretch import closing_span
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import any_form, any_overlaps, any_subjunctive, ends_in, first, formed

_INDIRECT = frozenset(
    {"verb_second", "parenthetical", "subjunctive", "impersonal", "complement_clause"}
    | {"according_to", "comparative_clause", "anaphoric_adverb"}
)
"""What a Konjunktiv II may go on from: indirect statements, not acts that are only summed up."""
_PARAPHRASED = frozenset({"indirect", "indirect_free_indirect"})


def subjunctives(scope: Scope) -> Iterator[Quotation]:
    """The Konjunktiv clauses among those that no frame has claimed, as one statement."""
    view = scope.view
    clauses = [clause for clause in scope.free if _is_reported(scope, clause)]
    if not clauses:
        return
    speaker = _speaker_before(scope, clauses[0]) or _own_speaker(view, clauses) or scope.speaker
    span = _stretch(view, clauses, scope.free)
    if span is not None and (speaker is not None or any(map(_is_certain, clauses))):
        verb = first(clauses[0].finite, lambda word: word.is_subjunctive)
        yield _reported(view, verb, _with_whole_quotes(scope, span), speaker, rule="subjunctive")


def _reported(view: View, verb: Word, span: Span, speaker: Speaker | None, *, rule: str) -> Quotation:
    return Quotation(
        type="indirect_free_indirect",
        marker="subjunctive",
        medium="speech_writing",
        spans=(span,),
        sentence=view.sentence.number,
        rule=rule,
        detail=f"{verb.text}: {speaker.why if speaker is not None else 'nobody near who could say it'}",
        speaker=speaker.mention if speaker is not None else (),
        impersonal=speaker is None,
        lemma=verb.lemma,
        may_be_taken_up=True,
    )


def _is_reported(scope: Scope, clause: Clause) -> bool:
    """Konjunktiv I always; Konjunktiv II only where a statement goes on and no condition explains it."""
    if not clause.finite or _is_left_unsaid(scope.view, clause) or any_form(clause.words, WORDS.fixed_subjunctives):
        return False
    if any(map(is_reported_mood, clause.finite)):
        return clause.kind in {"main", "relative", "complement", "subordinate"}
    last = scope.last_statement
    if last is None or clause.kind != "main" or not any_subjunctive(clause.finite):
        return False
    # *Dies wäre die erste Mission*: what would be, seen from outside
    return clause.opening.form not in WORDS.object_pronouns and _goes_on(scope, clause, last)


def _is_left_unsaid(view: View, clause: Clause) -> bool:
    """*ohne zu sagen, ob er komme*, *auf die Frage, ob er komme*."""
    asked = view.previous(clause).content[-1:]
    if clause.kind == "complement" and any(ends_in(word, WORDS.question_nouns) for word in asked):
        return True
    return clause.kind == "complement" and view.previous(clause).opening.form in WORDS.excluding_adjuncts


def _goes_on(scope: Scope, clause: Clause, last: Quotation) -> bool:
    """Whether a Konjunktiv II goes on from the statement before, and no condition explains it."""
    view = scope.view
    if _is_conditional(view):
        return False
    modal = any(word.is_subjunctive and word.lemma in WORDS.modal_lemmas for word in clause.finite)
    if not modal and last.marker in _INDIRECT and last.type != "direct":
        return True
    just_before = last.sentence == view.sentence.number - 1
    runs = last.type in _PARAPHRASED and _is_in_mood(scope.previous, last)
    return just_before and any(_stands_in(verb, inferring=runs) for verb in clause.finite)


def _is_in_mood(previous: View | None, last: Quotation) -> bool:
    """*Der Damm halte, sagte X. | Die Wege könnten öffnen.*; not *Analysten glauben, dass er hält. Das könnte …*"""
    words = () if previous is None else previous.sentence.words
    return any(is_reported_mood(word) and last.covers(word) for word in words)


def _is_conditional(view: View) -> bool:
    """*Sollte er kommen, wären …*, *wenn*; not *die Straßen, die genutzt werden sollten*: a modal opens its clause."""
    openers = formed(view.sentence.words, WORDS.conditional_openers)
    return any(word.upos != "AUX" or view.clause_of(word).opening is word for word in openers)


def _stands_in(verb: Word, *, inferring: bool) -> bool:
    """*Die Dämme hätten gehalten* · *Diese könnten nur wenig tragen*: in the plural Konjunktiv I looks like the
    indicative, so that II takes its place; a modal that infers something (*könnten*), only with `inferring`."""
    differs = verb.form != verb.lemma and (inferring or verb.lemma not in WORDS.inferring_modals)
    return verb.is_subjunctive and verb.has("Number=Plur") and differs


def _is_certain(clause: Clause) -> bool:
    """Whether the clause is somebody's words even if nobody is near: a main clause in Konjunktiv I."""
    return clause.kind == "main" and any(map(is_reported_mood, clause.finite))


def _speaker_before(scope: Scope, clause: Clause) -> Speaker | None:
    """*p, sagte X; q sei so*: who has spoken before the semicolon."""
    if clause.opener != ";":
        return None
    before = [item for item in scope.found if item.end < clause.opening.start and item.type != "author"]
    last = next((item for item in reversed(before) if item.sentence == scope.view.sentence.number), None)
    mention = () if last is None else last.speaker or last.refers_to
    return Speaker(mention, "goes on behind a semicolon") if mention else None


def _own_speaker(view: View, clauses: Sequence[Clause]) -> Speaker | None:
    """*Der Geheimdienst stützt sich auf Software, welche man eingesetzt habe*: the main clause's subject speaks.

    So does that of the clause before a colon: *Die Abgeordnete schloss sich der Kritik an: Die Kosten seien zu hoch.*
    """
    if clauses[0].opener != ":" and "main" in {clause.kind for clause in clauses}:
        return None
    before = subject_before(view, clauses[0].first) if clauses[0].opener == ":" else None
    if before is not None:
        return Speaker((before,), "subject before the colon")
    head = topic(view)
    span = None if any(clause.holds(head) for clause in clauses) else speaker_span(view, head)
    return None if span is None else Speaker((span,), "subject of the main clause")


def _stretch(view: View, clauses: Sequence[Clause], free: Sequence[Clause]) -> Span | None:
    """From the first Konjunktiv clause to the end of the sentence; from its start if the main clause is among them."""
    mains = [clause for clause in free if clause.kind == "main" and clause.finite]
    whole = bool(mains) and set(mains) <= set(clauses)
    opening = free[0] if whole else _with_adjuncts(view, clauses[0], free)
    announced = view.behind_colon(clauses[0])
    opening = announced if announced.number > opening.number else opening
    return closing_span(view, opening.first, _with_dependents(view, free[-1]).last)


def _with_dependents(view: View, clause: Clause) -> Clause:
    """*Neu sei, | dass der Rat anordne, | p zu tun*: the last of the clauses below a main clause that has the sentence
    to itself, though another one's words stand in them."""
    whole = clause.number == 0 and clause.kind == "main" and view.next(clause).kind == "complement"
    return view.clauses[-1] if whole and not any(item.kind == "main" for item in view.clauses[1:]) else clause


def _with_adjuncts(view: View, clause: Clause, free: Sequence[Clause]) -> Clause:
    """The subordinate clause or phrase that a main clause begins with."""
    if clause.kind != "main":
        return clause
    before = view.previous(clause)
    numbers = {item.number for item in free}
    while before.number in numbers and before.kind in {"subordinate", "fragment"}:
        clause, before = before, view.previous(before)
    return clause


def _with_whole_quotes(scope: Scope, span: Span) -> Span:
    """*Jeder könne „bleiben, er kann auch gehen“.*: words in quotation marks that begin inside end inside."""
    sentence = scope.view.sentence
    for quoted in (item.span for item in scope.passage.quoted):
        if span.start < quoted.start < span.end < quoted.end <= sentence.end:
            rest = sentence.words[-1]
            return Span(span.start, rest.end if quoted.end >= rest.start else quoted.end)
    return span


def reasons(scope: Scope) -> Iterator[Quotation]:
    """*X wies den Vorwurf zurück, da er jeder Grundlage entbehre*: what the Konjunktiv adds to an act summed up."""
    view = scope.view
    acts = [item for item in scope.found if item.type == "reported" and item.sentence == view.sentence.number]
    for clause in () if scope.free else view.clauses[1:]:
        act = next((item for item in acts if item.covers(clause.opening.span)), None)
        if act is None or not _is_reason(clause):
            continue
        others = [item for item in scope.found if item is not act]
        span = (
            None if is_taken(clause, others, scope.passage) else closing_span(view, clause.first, view.clauses[-1].last)
        )
        if span is not None:
            yield act.with_(
                type="indirect_free_indirect",
                marker="subjunctive",
                spans=(span,),
                rule="subjunctive_reason",
                detail=f"{clause.finite[0].text}: goes on from {act.lemma}",
                cue=(),
                frame=(),
                states="proposition",
            )
            return


def _is_reason(clause: Clause) -> bool:
    # *berichtete von Kindern, die p seien*: which ones, no more is put forward
    return clause.kind == "subordinate" and any(map(is_reported_mood, clause.finite))


def reported_frames(scope: Scope) -> Iterator[Quotation]:
    """*Die Behörde gehe davon aus, dass p.*: what somebody says of what another one thinks, where the context says who.

    The statements found so far are those of the sentence; what lies inside one is found already.
    """
    view = scope.view
    cues = [span for item in scope.found if item.type == "indirect" for span in item.cue]
    used = (frame.cue for frame in scope.frames if any(span in cues for span in frame.cue.spans))
    anchors = {cue.anchor.number for cue in used}
    for clause in view.clauses:
        verb = first(clause.finite, is_reported_mood) or _plural_after(scope, clause)
        # *Der Vorstand habe versichert, dass p*: the finite verb need not be the one that says it
        if clause.kind == "main" and verb and (verb.number in anchors or any_overlaps(cues, verb.span)):
            speaker, span = scope.speaker, closing_span(view, clause.first, view.last_content)
            if span is not None and speaker is not None and clause.first == 1 and _is_free(scope, verb, span):
                yield _reported(view, verb, span, speaker, rule="subjunctive_frame")
            return


def _plural_after(scope: Scope, clause: Clause) -> Word:
    """*Alle Gutachten kämen zu dem Ergebnis, dass p*: a plural that goes on from the statement before."""
    last = scope.last_statement
    verb = first(clause.finite, lambda word: _stands_in(word, inferring=False))
    return verb if last is not None and _goes_on(scope, clause, last) else NO_WORD


def _is_free(scope: Scope, verb: Word, span: Span) -> bool:
    """Whether no statement found so far holds the verb, or begins before the clause and ends in it."""
    return not any(item.covers(verb) or item.start < span.start < item.end for item in scope.found)
