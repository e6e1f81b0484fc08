"""Indirect speech behind or before a reporting verb: dass-clauses, verb-second clauses, infinitives, parentheses.

*Er erklärte, dass p* · *Er sagte, p sei so* · *Er forderte, p zu tun* · *p sei so, sagte er* · *p, so hieß es, sei so*.
"""

from collections.abc import Iterator
from functools import cache

from attrib.quotation.content import before_matrix, content_end, content_start
from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_start
from attrib.quotation.indirect import indirect, indirect_clause
from attrib.quotation.noun import governing_noun, has_author
from attrib.quotation.parenthesis import parenthetical
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import antecedent
from attrib.records import Marker
from attrib.text.clause import Clause
from attrib.text.language import Language
from attrib.text.party import party_test
from attrib.text.view import View, text_span

_MARKER: dict[str, Marker] = {
    "complement": "complement_clause",
    "infinitive": "complement_clause",
    "verb_second": "verb_second",
}


def taken_up(view: View, cues: tuple[Cue, ...], previous: View | None) -> Iterator[Quotation]:
    """*p. Das teilte X mit.*: the sentence before is what is said, taken up by a pronoun that opens the next one."""
    first = view.sentence.words[0] if view.sentence.words else None
    if first is None or previous is None:
        return
    if first.form not in view.language.words.object_pronouns or first.upos not in {"PRON", "DET"}:
        return
    for cue in cues:
        if "clause" not in cue.forms or cue.anchor.number > 2 + cue.passive or content_start(view, cue) is not None:
            continue
        head = subject(view, cue, outside=(1, 1))
        content = previous.span(1, previous.last_content)
        if head is None or head is first or content is None or cue.needs_document:
            continue
        if cue.finite is not None and cue.finite.is_subjunctive:
            continue  # *Dies begründe die Fluchtgefahr*: itself part of what is reported
        found = indirect(
            view,
            cue,
            (content, first.span),
            marker="parenthetical",
            frame=(text_span(view.words(2, view.last_content)),),
            head=head,
            outside=(1, 1),
        )
        yield found.with_(rule="taken_up", detail=f"{first.text} {found.detail}")
        return


def complements(view: View, cues: tuple[Cue, ...]) -> Iterator[Quotation]:
    """The indirect statements of one sentence that a reporting verb introduces, in the order of the verbs."""
    for cue in cues:
        if "clause" not in cue.forms and "infinitive" not in cue.forms:
            continue
        if _is_itself_reported(view, cue) or _is_confirmed_state(view, cue) or _is_left_undone(view, cue):
            continue
        # Before a parenthesis: in *Laut X, der p sagt, kommt eine Studie zu dem Ergebnis, dass q* the clause q is said.
        found = _right_behind(view, cue) or parenthetical(view, cue) or _behind(view, cue) or _before(view, cue)
        if found is not None and _is_credible(view, cue, found):
            yield found


def _is_itself_reported(view: View, cue: Cue) -> bool:
    """*Er gehe davon aus, dass p*: the speaker's own verb of thinking inside his reported speech is no new frame."""
    head = subject(view, cue)
    own = head is None or (head.upos == "PRON" and head.lemma not in view.language.words.demonstratives)
    return own and cue.finite is not None and view.language.grammar.is_reported_mood(cue.finite)


def _is_confirmed_state(view: View, cue: Cue) -> bool:
    """*Mittlerweile ist bestätigt, dass p*: the author vouches for it, nobody else is credited."""
    states = view.language.words.state_auxiliaries
    return (
        cue.finite is not None and cue.finite is not cue.verb and cue.finite.lemma in states and _agentless(view, cue)
    )


def _is_left_undone(view: View, cue: Cue) -> bool:
    """*ohne zu sagen, ob p* · *Niemand bestätigte, dass p*: nobody says it."""
    opening = view.clause_of(cue.verb).first
    first = view.words(opening, opening)[0]
    if first.form in view.language.words.excluding_adjuncts and not cue.verb.is_finite:
        return True
    head = subject(view, cue)
    return head is not None and head.form in view.language.words.negative_subjects


def _right_behind(view: View, cue: Cue) -> Quotation | None:
    """*X erklärte am Montag, dass p*: a dass-clause right behind the comma that ends the cue's own clause."""
    index = view.clause_of(cue.anchor).number
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    if following is None or following.opener != "," or following.kind != "complement" or "clause" not in cue.forms:
        return None
    opening = following.opening.form
    return _behind(view, cue) if opening in view.language.words.noun_complementizers else None


@cache
def _confirming(language: Language) -> frozenset[str]:
    return frozenset(stand.lemma for stand in language.stands if stand.verdict == "confirms" and not stand.words)


def _agentless(view: View, cue: Cue) -> bool:
    worden = any(word.form == "worden" for word in view.sentence.words)
    nominative = subject(view, cue)
    return (
        cue.lemma in _confirming(view.language)
        and not worden
        and (nominative is None or nominative.form == "es" or cue.passive)
    )


def _behind(view: View, cue: Cue) -> Quotation | None:
    start = content_start(view, cue)
    if start is None:
        return None
    first, kind = start
    noun = governing_noun(view, view.clause_of(view.words(first, first)[0]).number)
    if "about" in cue.forms and noun is not None and has_author(view, noun):
        return None  # *Der Verband lehnte die Forderung der Spieler, p zu tun, ab*: p is what the players put forward.
    last = content_end(view, first, kind)
    if _interrupts(view, view.clause_of(cue.anchor).number):
        last = before_matrix(view, first, last)
    return indirect_clause(view, cue, first, last, marker=_MARKER[kind], frame=(frame_start(view, cue), first - 1))


def _interrupts(view: View, index: int) -> bool:
    """Whether the clause stands inside another one: *Bilder, die zeigen, wie p, liegen vor*."""
    headless = index > 0 and not any(clause.finite for clause in view.clauses[:index])
    return view.clauses[index].is_dependent or headless


def _before(view: View, cue: Cue) -> Quotation | None:
    """*Dass p, bestritt er*: the clause stands first, the verb right behind its comma."""
    index = view.clause_of(cue.anchor).number
    if index == 0 or view.clauses[0].kind != "complement" or view.clauses[index].first != cue.anchor.number:
        return None
    last = view.clauses[index - 1].last
    opening = view.words(1, 1)[0].form
    question = opening in view.language.words.w_words
    if opening in view.language.words.comparative and _is_saying(view, view.clauses[index - 1]):
        return None  # *Wie ein Sprecher mitteilte, wurde er gefunden*
    if question and (_is_negated(view, cue) or subject(view, cue) is None):
        return None  # *Wann der Flug geht, gab sie nicht bekannt*, *wurde bekannt*: nothing is said of it
    return indirect_clause(view, cue, 1, last, marker="complement_clause", frame=(last + 1, view.clauses[index].last))


def _is_saying(view: View, clause: Clause) -> bool:
    """Whether the clause's verb is one of saying."""
    verbs = [word for word in view.words(clause.first, clause.last) if word.upos == "VERB"]
    return any(verb.lemma in view.language.saying_lemmas for verb in verbs)


def _is_negated(view: View, cue: Cue) -> bool:
    words = view.clause_of(cue.anchor).words
    return any(word.form in view.language.words.clause_negations for word in words)


def _is_credible(view: View, cue: Cue, found: Quotation) -> bool:
    """Leaves out what only looks like reporting: no subject at all, documents' verbs under other subjects."""
    if found.marker == "verb_second" and not found.speaker and not found.impersonal:
        return any(word.is_subjunctive for word in view.sentence.words)
    if found.impersonal and _is_common_wish(view, cue, found):
        return False
    if cue.lemma in view.language.words.place_verbs:
        reported = found.marker == "complement_clause" or any(word.is_subjunctive for word in view.sentence.words)
        return bool(found.speaker) and reported
    return not cue.needs_document or _is_document(view, cue)


def _is_common_wish(view: View, cue: Cue, found: Quotation) -> bool:
    """*Man hofft, den Täter zu fassen*: what somebody wants, told by the author; *man vermutet, dass p* is hearsay."""
    wish = cue.medium in {"thought", "speech_thought"} and not cue.passive
    content = next((word for word in view.sentence.words if word.end >= found.end), None)
    infinitive = content is not None and any(
        word.upos == "PART" and word.lemma == "zu" for word in view.clause_of(content).words
    )
    return wish and infinitive and found.marker == "impersonal"


def _is_document(view: View, cue: Cue) -> bool:
    """*Der Bericht zeigt, dass p*; not *Der Trainer zeigte ihm, wie man wirft*."""
    head = subject(view, cue)
    if head is not None and head.is_relative:
        head = antecedent(view, head)
    return head is not None and party_test(view.language).is_medium(head)
