"""Speech without a frame: Konjunktiv sentences, *soll* and quoted sentences whose speaker stands in the context.

*Der NIS legte Bilder vor. 1.500 Soldaten würden ausgebildet.* · *Seoul plant eine Antwort. Waffen sollen nach Kiew
gehen.* The speaker is that of the statement just before, else the party that the sentence before is about; without
either there is no such statement (one candidate or none).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.quotation.modal import modal_stretch, reportative_modals
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.party import PartyTest
from attrib.text.view import View

_INDIRECT = frozenset(
    {"verb_second", "parenthetical", "subjunctive", "impersonal", "complement_clause"}
    | {"according_to", "comparative_clause"}
)
"""What a Konjunktiv II may go on from: indirect statements, not acts that are only summed up."""
_NEAR = 2
"""How many sentences back a statement may stand whose speaker goes on."""


@dataclass(frozen=True, slots=True)
class Context:
    """Who was speaking just before a sentence: the last credited statement, and the parties named near it."""

    view: View
    previous: View | None
    statements: tuple[Quotation, ...]
    """What was found so far in the document, in text order."""
    first_of_part: int = 0
    """The number of the first sentence of this sentence's paragraph."""
    quoted: tuple[Span, ...] = ()
    """The stretches of the paragraph in quotation marks."""

    def last_statement(self) -> Quotation | None:
        """The nearest statement before this sentence, at most two sentences away, that has a speaker."""
        number = self.view.sentence.number
        near = [
            item
            for item in self.statements
            if number - _NEAR <= item.sentence < number and (item.speaker or item.impersonal) and item.type != "author"
        ]
        # *Er sagte, seiner Meinung nach sei …*, *Sie kritisierte die Forderung, …*: the sentence's own speaker goes on.
        own = [item for item in near if item.sentence == near[-1].sentence and not self._is_borrowed(item)]
        return own[-1] if own else near[-1] if near else None

    def is_near(self, item: Quotation) -> bool:
        """Whether the statement stands in the sentence before, or in the same paragraph two sentences back."""
        return (
            self.previous is None
            or item.sentence >= self.first_of_part
            or item.sentence == self.previous.sentence.number
        )

    def _is_borrowed(self, item: Quotation) -> bool:
        """Whether the mention points to somebody else in the sentence (*seiner Meinung, eigenen Angaben*)."""
        if item.rule == "noun_content" or item.anaphoric:
            return True
        words = self.previous.sentence.words if self.previous is not None else ()
        first = next((word for word in words if item.speaker and word.start == item.speaker[0].start), None)
        return first is not None and first.form in self.view.language.words.possessives


def context_speaker(context: Context, *, is_party: PartyTest) -> tuple[tuple[Span, ...], str] | None:
    """The speaker that goes on, and why it is he; None if the context does not decide."""
    last = context.last_statement()
    topic = _topic_before(context, is_party=is_party)
    if last is not None and (topic is None or context.is_near(last)):
        speaker = last.refers_to if last.refers_to and not (last.speaker and not last.anaphoric) else last.speaker
        return speaker, f"goes on from the statement before ({last.rule})"
    return None if topic is None else ((topic,), "subject of the sentence before")


def pointing_back(context: Context, item: Quotation, *, is_party: PartyTest) -> Quotation:
    """*demnach*, *hieß es weiter*, *man betonte*: with the mention of whoever was speaking in the sentences before."""
    if item.refers_to or not (item.marker == "anaphoric_adverb" or (item.continues and item.impersonal)):
        return item
    found = context_speaker(context, is_party=is_party)
    return item if found is None else item.with_(refers_to=found[0])


def _topic_before(context: Context, *, is_party: PartyTest) -> Span | None:
    """The subject of the sentence before in the same paragraph, if it can speak."""
    if context.previous is None or context.previous.sentence.part != context.view.sentence.part:
        return None
    head = _topic(context.previous, is_party=is_party)
    return None if head is None else speaker_span(context.previous, head)


def _topic(view: View, *, is_party: PartyTest) -> Word | None:
    """The subject of the sentence's main clause, if it can speak."""
    root = view.sentence.root
    if root is None:
        return None
    for child in view.sentence.children(root):
        if child.relation == "nsubj" and is_party(child, view.sentence) and view.may_be_nominative(child):
            return child
    return None


def subjunctives(context: Context, free: Sequence[Clause], *, is_party: PartyTest) -> Quotation | None:
    """The Konjunktiv clauses among the `free` clauses (those no frame has claimed), as one statement."""
    view = context.view
    clauses = [clause for clause in free if clause.finite and _is_reported(view, clause, context)]
    if not clauses:
        return None
    speaker = _own_speaker(view, clauses, is_party=is_party) or context_speaker(context, is_party=is_party)
    if speaker is None and not _is_certain(view, clauses):
        return None
    span = _stretch(view, clauses, free)
    if span is None:
        return None
    span = _with_whole_quotes(context, span)
    verb = next(word for word in clauses[0].finite if word.is_subjunctive)
    return _reported(view, verb, span, speaker)


def _reported(view: View, verb: Word, span: Span, speaker: tuple[tuple[Span, ...], str] | None) -> Quotation:
    return Quotation(
        type="indirect_free_indirect",
        marker="subjunctive",
        medium="speech_writing",
        spans=(span,),
        sentence=view.sentence.number,
        rule="subjunctive",
        detail=f"{verb.text}: {speaker[1] if speaker is not None else 'nobody near who could say it'}",
        speaker=speaker[0] if speaker is not None else (),
        impersonal=speaker is None,
        lemma=verb.lemma,
    )


def _is_reported(view: View, clause: Clause, context: Context) -> bool:
    """Konjunktiv I always; Konjunktiv II only where a statement goes on and no condition explains it."""
    lowered = {word.form for word in view.words(clause.first, clause.last)}
    before = view.clauses[view.clauses.index(clause) - 1]
    opening = before.opening.form
    if (
        clause.kind == "complement"
        and before.first < clause.first
        and opening in view.language.words.excluding_adjuncts
    ):
        return False  # *ohne zu sagen, ob er komme*
    if lowered & view.language.words.fixed_subjunctives:
        return False
    if any(view.language.grammar.is_reported_mood(word) for word in clause.finite):
        return clause.kind in {"main", "relative", "complement", "subordinate"}
    if clause.kind != "main" or not any(word.is_subjunctive for word in clause.finite):
        return False
    last = context.last_statement()
    if last is None:
        return False
    conditional = any(word.form in view.language.words.conditional_openers for word in view.sentence.words)
    if clause.opening.form in view.language.words.object_pronouns:
        return False  # *Dies wäre die erste Mission*: what would be, seen from outside
    modal = any(word.lemma in view.language.words.modal_lemmas for word in clause.finite if word.is_subjunctive)
    if not modal and not conditional and _is_indirect(last):
        return True
    return _stands_in(view, clause) and last.sentence == view.sentence.number - 1 and not conditional


def reported_frames(context: Context, taken: Sequence[Quotation], *, is_party: PartyTest) -> Iterator[Quotation]:
    """*Die Behörde gehe davon aus, dass p.*: what somebody says of what another one thinks, where the context says who.

    `taken` are the sentence's statements; those inside it are found already.
    """
    view = context.view
    cues = {span for item in taken if item.type == "indirect" for span in item.cue}
    for clause in view.clauses:
        verb = next((word for word in clause.finite if view.language.grammar.is_reported_mood(word)), None)
        if clause.kind != "main" or verb is None or not any(span.overlaps(verb.span) for span in cues):
            continue
        speaker = context_speaker(context, is_party=is_party)
        span = closing_span(view, clause.first, view.last_content)
        held = span is None or any(item.covers(verb.span) or item.start < span.start < item.end for item in taken)
        if speaker is None or span is None or held or clause.first != 1:
            return
        yield _reported(view, verb, span, speaker)
        return


def _is_certain(view: View, clauses: Sequence[Clause]) -> bool:
    """Whether the clauses are somebody's words even if nobody is near: a main clause in Konjunktiv I."""
    return any(
        clause.kind == "main" and any(view.language.grammar.is_reported_mood(word) for word in clause.finite)
        for clause in clauses
    )


def _stands_in(view: View, clause: Clause) -> bool:
    """*Die Dämme hätten gehalten* · *Diese könnten nur wenig tragen*: in the plural Konjunktiv I looks like the
    indicative, so that II takes its place."""
    return any(
        word.is_subjunctive
        and word.has("Number=Plur")
        and word.form != word.lemma
        and word.lemma not in view.language.words.inferring_modals
        for word in clause.finite
    )


def _is_indirect(last: Quotation) -> bool:
    return last.marker in _INDIRECT and last.type != "direct"


def _own_speaker(view: View, clauses: Sequence[Clause], *, is_party: PartyTest) -> tuple[tuple[Span, ...], str] | None:
    """*Der Geheimdienst stützt sich auf Software, welche man eingesetzt habe*: the main clause's subject speaks.

    So does that of the clause before a colon: *Die Abgeordnete schloss sich der Kritik an: Die Kosten seien zu hoch.*
    """
    if any(clause.kind == "main" for clause in clauses) and clauses[0].opener != ":":
        return None
    head = _topic(view, is_party=is_party)
    if head is None or any(clause.first <= head.number <= clause.last for clause in clauses):
        return None
    span = speaker_span(view, head)
    return None if span is None else ((span,), "subject of the main clause")


def _stretch(view: View, clauses: Sequence[Clause], free: Sequence[Clause]) -> Span | None:
    """From the first Konjunktiv clause to the end of the sentence; from its start if the main clause is among them."""
    mains = [clause for clause in free if clause.kind == "main" and clause.finite]
    whole = all(clause in clauses for clause in mains) and bool(mains)
    first = free[0].first if whole else clauses[0].first
    if not whole and clauses[0].kind == "main" and clauses[0] is not free[0]:
        index = view.clauses.index(clauses[0])
        while (
            index > 0
            and view.clauses[index - 1] in free
            and view.clauses[index - 1].kind in {"subordinate", "fragment"}
        ):
            index -= 1
        first = view.clauses[index].first
    last = free[-1].last
    return closing_span(view, first, last)


def _with_whole_quotes(context: Context, span: Span) -> Span:
    """*Jeder könne „bleiben, er kann auch gehen“.*: words in quotation marks that begin inside end inside."""
    final = context.view.sentence.end
    for quoted in context.quoted:
        if span.start < quoted.start < span.end < quoted.end <= final:
            rest = context.view.sentence.words[-1]
            return Span(span.start, rest.end if quoted.end >= rest.start else quoted.end)
    return span


def closing_span(view: View, first: int, last: int) -> Span | None:
    """Words `first` to `last`, with the full stop if they close the sentence."""
    span = view.span(first, last)
    if span is None:
        return None
    final = view.sentence.words[-1]
    if last >= view.last_content and final.text in {".", "!", "?"} and final.end > span.end:
        return Span(span.start, final.end)
    return span


def free_modals(context: Context, free: Sequence[Clause], *, is_party: PartyTest) -> Iterator[Quotation]:
    """*soll(en)* without a frame: credited to whoever goes on speaking; hearsay only by its form."""
    view = context.view
    for modal, hearsay in reportative_modals(view):
        clause = view.clause_of(modal)
        # *ein Gesetz, das die Preise senken soll*: a clause that only describes says what a thing is for.
        if clause not in free or not (hearsay or clause.kind == "main"):
            continue
        last = context.last_statement()
        first, end = modal_stretch(view, modal)
        span = closing_span(view, first, end)
        if span is None:
            continue
        if last is not None and last.speaker and last.type != "author":
            yield _soll(view, modal, span, last)
        elif hearsay:
            yield _hearsay(view, modal)


def _soll(view: View, modal: Word, span: Span, last: Quotation) -> Quotation:
    return Quotation(
        type="free_indirect",
        marker="reportative_modal",
        medium="speech_writing",
        spans=(span,),
        sentence=view.sentence.number,
        rule="reportative_modal",
        detail=f"{modal.text}: goes on from the statement before ({last.rule})",
        speaker=last.speaker,
        impersonal=last.impersonal,
        lemma=modal.lemma,
    )


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
    )
