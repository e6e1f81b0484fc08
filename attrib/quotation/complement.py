"""Indirect speech behind or before a reporting verb: dass-clauses, verb-second clauses, infinitives, parentheses.

*Er erklärte, dass p* · *Er sagte, p sei so* · *Er forderte, p zu tun* · *p sei so, sagte er* · *p, so hieß es, sei so*.
"""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.indirect import indirect, indirect_clause
from attrib.quotation.noun import governing_noun, has_author
from attrib.quotation.parenthesis import parenthetical
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import nobody_denies, subject
from attrib.quotation.speaker_phrase import antecedent
from attrib.quotation.syntax import content_start, syntax
from attrib.records import Marker
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View, text_span
from attrib.text.words import all_tags, any_clause_finite, any_form, any_lemma, any_subjunctive, tagged

_MARKER: dict[str, Marker] = {
    "complement": "complement_clause",
    "infinitive": "complement_clause",
    "verb_second": "verb_second",
}
_FIRST_WORD = (1, 1)
_ADVERBS = frozenset({"ADV", "PART"})


def taken_up(scope: Scope) -> Iterator[Quotation]:
    """*p. Das teilte X mit.* · *p. Davon geht X aus.*: the sentence before is what is said, taken up by the pronoun, or
    the verb's own adverb, that opens the next one."""
    view, previous = scope.view, scope.previous
    pronoun = view.word(1)
    pointing = pronoun.form in view.language.words.object_pronouns and pronoun.upos in {"PRON", "DET"}
    content = None if previous is None else previous.span(1, previous.last_content)
    frames = (frame for frame in scope.frames if pointing or _takes_up_by_adverb(frame, pronoun))
    frame = next(filter(_may_take_up, frames), None)
    if frame is not None and content is not None:
        framing = (text_span(view.words(2, view.last_content)),)
        head = subject(frame, outside=_FIRST_WORD)
        stretches = (content, pronoun.span)
        found = indirect(frame, stretches, marker="parenthetical", framing=framing, head=head, outside=_FIRST_WORD)
        yield found.with_(rule="taken_up", takes_up=True, detail=f"{pronoun.text} {found.detail}")


def _takes_up_by_adverb(frame: Frame, word: Word) -> bool:
    """*Davon | geht X aus*; not *Damit | droht ein Streit*, where nobody speaks."""
    own = word.upos == "ADV" and frame.cue.preposition is not None and word in frame.cue.words
    head = subject(frame, outside=_FIRST_WORD)
    return own and (head.upos == "PRON" or frame.view.is_party(head))


def _may_take_up(frame: Frame) -> bool:
    cue = frame.cue
    # *Das jedenfalls schätzt X*, *Das wurde von X bestätigt*
    between = frame.view.words(2, cue.anchor.number - 1)
    far = cue.anchor.number > 2 + cue.passive and not all_tags(between, _ADVERBS)
    if "clause" not in cue.forms or far or content_start(frame) is not None:
        return False
    head = subject(frame, outside=_FIRST_WORD)
    # *Dies begründe die Fluchtgefahr*: itself part of what is reported
    reported = cue.anchor.is_finite and cue.anchor.is_subjunctive
    return bool(head) and head.number > 1 and not cue.needs_document and not reported


def complements(scope: Scope) -> Iterator[Quotation]:
    """The indirect statements of one sentence that a reporting verb introduces, in the order of the verbs."""
    for frame in scope.frames:
        if not {"clause", "infinitive"} & set(frame.cue.forms) or _introduces_nothing(frame):
            continue
        # Before a parenthesis: in *Laut X, der p sagt, kommt eine Studie zu dem Ergebnis, dass q* the clause q is said.
        found = _right_behind(frame) or parenthetical(frame) or _behind(frame) or _before(frame)
        if found is not None and _is_credible(frame, found):
            yield found


def _introduces_nothing(frame: Frame) -> bool:
    return _is_itself_reported(frame) or _is_confirmed_state(frame) or _is_left_undone(frame)


def _is_itself_reported(frame: Frame) -> bool:
    """*Er gehe davon aus, dass p*: the speaker's own verb of thinking inside his reported speech is no new frame."""
    language, finite = frame.view.language, frame.cue.finite
    if finite is None or not language.grammar.is_reported_mood(finite):
        return False
    head = subject(frame)
    return not head or (head.upos == "PRON" and head.lemma not in language.words.demonstratives)


def _is_confirmed_state(frame: Frame) -> bool:
    """*Mittlerweile ist bestätigt, dass p*: the author vouches for it, nobody else is credited."""
    finite, words = frame.cue.finite, frame.view.language.words
    state = finite is not None and finite is not frame.cue.verb and finite.lemma in words.state_auxiliaries
    return state and _is_agentless(frame)


def _is_left_undone(frame: Frame) -> bool:
    """*ohne zu sagen, ob p* · *Niemand bestätigte, dass p*: nobody says it."""
    verb, words = frame.cue.verb, frame.view.language.words
    opening = frame.view.clause_of(verb).opening
    if opening.form in words.excluding_adjuncts and not verb.is_finite:
        return True
    head = subject(frame)
    return head.form in words.negative_subjects or nobody_denies(frame)


def _right_behind(frame: Frame) -> Quotation | None:
    """*X erklärte am Montag, dass p* · *X said that p*: a clause right behind the cue's own, with a comma or none."""
    following = frame.view.next(frame.clause)
    opens = following.opening.form in frame.view.language.words.noun_complementizers
    fits = following.opener in {",", ""} and following.kind == "complement" and "clause" in frame.cue.forms
    return _behind(frame) if fits and opens else None


def _is_agentless(frame: Frame) -> bool:
    """*ist bestätigt*, not *ist von X bestätigt worden*."""
    cue, words = frame.cue, frame.view.language.words
    confirms = cue.lemma in frame.view.language.lexicon.verbs.confirming
    if not confirms or any_form(frame.view.sentence.words, words.perfect_passive):
        return False
    head = subject(frame)
    return not head or head.form in words.expletives or cue.passive


def _behind(frame: Frame) -> Quotation | None:
    start = content_start(frame)
    if start is None:
        return None
    view, (first, kind) = frame.view, start
    noun = governing_noun(view, view.clause_of(view.word(first)))
    if "about" in frame.cue.forms and noun and has_author(view, noun):
        return None  # *Der Verband lehnte die Forderung der Spieler, p zu tun, ab*: p is what the players put forward.
    if noun and noun is subject(frame) and noun.number > frame.cue.anchor.number and not frame.cue.phrase:
        return None  # *Damit bestätigt sich die Befürchtung, dass p*: nobody says so
    order = syntax(view.language)
    last = order.content_end(view, first, kind)
    last = order.before_matrix(view, first, last) if _interrupts(frame) else last
    return indirect_clause(frame, (first, last), marker=_MARKER[kind], around=(frame.first, first - 1))


def _interrupts(frame: Frame) -> bool:
    """Whether the clause stands inside another one: *Bilder, die zeigen, wie p, liegen vor*."""
    before = frame.view.clauses[: frame.clause.number]
    return frame.clause.is_dependent or (bool(before) and not any_clause_finite(before))


def _before(frame: Frame) -> Quotation | None:
    """*Dass p, bestritt er*: the clause stands first, the verb right behind its comma."""
    view, clause, before = frame.view, frame.clause, frame.view.previous(frame.clause)
    if not before or view.clauses[0].kind != "complement" or clause.first != frame.cue.anchor.number:
        return None
    words, opening = view.language.words, view.word(1).form
    if opening in words.comparative and _is_saying(view, before):
        return None  # *Wie ein Sprecher mitteilte, wurde er gefunden*
    if opening in words.w_words and (any_form(clause.words, words.clause_negations) or not subject(frame)):
        return None  # *Wann der Flug geht, gab sie nicht bekannt*, *wurde bekannt*: nothing is said of it
    content, around = (1, before.last), (before.last + 1, clause.last)
    return indirect_clause(frame, content, marker="complement_clause", around=around)


def _is_saying(view: View, clause: Clause) -> bool:
    """Whether the clause's verb is one of saying."""
    return any_lemma(tagged(clause.words, {"VERB"}), view.language.saying_lemmas)


def _is_credible(frame: Frame, found: Quotation) -> bool:
    """Leaves out what only looks like reporting: no subject at all, documents' verbs under other subjects."""
    view, cue = frame.view, frame.cue
    if found.marker == "verb_second" and not found.speaker and not found.impersonal:
        return any_subjunctive(view.sentence.words)
    if _is_common_wish(frame, found):
        return False
    if cue.lemma in view.language.words.place_verbs:
        reported = found.marker == "complement_clause" or any_subjunctive(view.sentence.words)
        return bool(found.speaker) and reported
    return not cue.needs_document or view.is_medium(_who(frame))


def _is_common_wish(frame: Frame, found: Quotation) -> bool:
    """*Man hofft, den Täter zu fassen*: what somebody wants, told by the author; *man vermutet, dass p* is hearsay."""
    view, cue = frame.view, frame.cue
    wish = cue.medium in {"thought", "speech_thought"} and not cue.passive
    if not (wish and found.impersonal and found.marker == "impersonal"):
        return False
    content = next((word for word in view.sentence.words if word.end >= found.end), None)
    clause = () if content is None else view.clause_of(content).words
    return any_lemma(tagged(clause, {"PART"}), view.language.words.infinitive_markers)


def _who(frame: Frame) -> Word:
    """*Der Bericht, der zeigt, dass p*; not *Der Trainer zeigte ihm, wie man wirft*."""
    head = subject(frame)
    return antecedent(frame.view, head) if head.is_relative else head
