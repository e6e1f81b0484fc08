"""Frames behind their content or inside it: *p, sagte X.* · *p, sagte X, p.* · *p, heißt es.* · *p, X said.*"""

from collections.abc import Sequence

from attrib.quotation.frame import Frame
from attrib.quotation.indirect import indirect
from attrib.quotation.noun import governing_noun
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import before_coordination
from attrib.quotation.speaker import subject
from attrib.quotation.stretch import FULL_STOPS
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import (
    NOUNS,
    all_kinds,
    any_finite,
    any_form,
    any_lemma,
    any_subjunctive,
    any_tag,
    content,
    forms_of,
    tagged,
)

_QUOTES = frozenset("„“”»«")
_OPENERS = frozenset({",", "–", "—", "-", "("})
_APPOSITION = frozenset({"DET", "NOUN", "PROPN", "ADJ"})
_TOLD = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "VERB", "PRON"})
"""What a heading opens with that says something."""
_LONGEST_AGENTLESS = 4
"""Words of a parenthesis that names nobody: *p, wurde am Abend mitgeteilt*."""


def parenthetical(frame: Frame) -> Quotation | None:
    """*p, sagte X.* · *p, sagte X, p.* · *p, heißt es in dem Bericht.*"""
    view, clause = frame.view, frame.clause
    opening = content(view.words(clause.first, frame.cue.anchor.number - 1))
    if not (_may_open(frame, opening) and _holds_main_clause(frame)):
        return None
    # *p, das teilte X mit*: the pronoun stands for what is said; not *p, it added*
    taken = any_form(opening, view.language.words.object_pronouns) and not _is_subject(frame, opening)
    head = subject(frame, outside=(1, frame.cue.anchor.number - 1 if taken else clause.first - 1))
    if not head and not frame.cue.passive:
        return None  # *Ein Beamter, den die Zeitung zitiert, sagte, …*: the subject stands before, so does the frame.
    last = _end(frame)
    if not _may_interpose(frame, head) or _says_more(frame, opening, head) or frame.cue.verb.number > last:
        return None
    stretches = _around(frame, last)
    if not stretches:
        return None
    framing = (_framing(frame, last + (len(stretches) > 1)),)
    return indirect(frame, stretches, marker="parenthetical", framing=framing, head=head, outside=None)


def _may_open(frame: Frame, opening: Sequence[Word]) -> bool:
    """Whether the clause is set off and begins with its verb (*, (so) sagte X*) or with who speaks (*, X said*, *, the
    mayor, Tom Hale, said*).

    Not *kam von Ägypten, das vorschlug, p zu tun*.
    """
    clause, openers = frame.clause, frame.view.language.words.parenthesis_openers
    main = clause.number > 0 and clause.kind != "relative" and clause.opener in _OPENERS
    # *X backs the plan, | and the mayor said p*: what is joined to a clause is no frame of it, but in *aber, sagte X*.
    main = main and (frame.view.language.grammar.VERB_SECOND or clause.words[0].upos != "CCONJ")
    verb = "clause" in frame.cue.forms and frame.cue.anchor.is_finite
    return main and verb and (forms_of(opening) <= openers or _is_subject(frame, opening))


def _is_subject(frame: Frame, words: Sequence[Word]) -> bool:
    view, head = frame.view, subject(frame)
    if view.language.grammar.VERB_SECOND or not head:
        return False
    return set(words) <= {*view.phrase(head), *view.sentence.subtree(head)}


def _around(frame: Frame, last: int) -> tuple[Span, ...]:
    """The words before the parenthesis, and those behind it if the sentence's own clause goes on there."""
    view = frame.view
    before = view.span(_content_begin(frame), view.previous(frame.clause).last)
    goes_on = last + 1 < view.last_content and (_goes_on(view, last) or _is_cut_at_verb(frame))
    goes_on = goes_on and not _adds(frame, last) and not _closes(frame, last)
    behind = view.span(last + 1, view.last_content) if goes_on else None
    return tuple(span for span in (before, behind) if span is not None)


def _closes(frame: Frame, last: int) -> bool:
    """*p, sagte X; q* · *p, sagte X | und forderte q*: what follows the frame is no part of what it introduces."""
    view = frame.view
    own = view.clause_of(view.word(last))
    return own.last > last or (own.last == last and view.next(own).opener == ";")


def _adds(frame: Frame, last: int) -> bool:
    """*p, X said, | adding that q*: what the tree joins to the verb of saying itself, where a language lets it."""
    view, opening = frame.view, frame.view.next(frame.view.clause_of(frame.view.word(last))).content[:1]
    if view.language.grammar.VERB_SECOND:
        return False
    joined = any(word.relation == "advcl" and word.head == frame.cue.verb.number for word in opening)
    return joined or any(word.lemma in view.language.saying_lemmas and not word.is_finite for word in opening)


def _framing(frame: Frame, last: int) -> Span:
    """From the comma before the parenthesis to its last word, or to the comma behind it."""
    view, clause = frame.view, frame.clause
    end = view.word(min(last, len(view.sentence.words)))
    return Span((view.before(clause.opening) or clause.opening).start, end.end)


def _may_interpose(frame: Frame, head: Word) -> bool:
    """Whether a clause that begins with its verb can be a parenthesis: not *X findet statt, wird heute eröffnet und
    dauert lange*, nor *X schrieb Briefe, fand aber wenig Interesse*, which go on with the subject before them."""
    view, clause = frame.view, frame.clause
    if any(any_subjunctive(other.finite) for other in view.clauses if other is not clause):
        return True
    if not head:
        return clause.last - clause.first < _LONGEST_AGENTLESS
    return head.upos == "PRON" or view.is_party(head)


def _says_more(frame: Frame, opening: Sequence[Word], head: Word) -> bool:
    """Whether the clause does not need the words around it: *das heißt, …*, *sagte nichts*, *lehnte den Plan ab*."""
    view, cue, words = frame.view, frame.cue, frame.view.language.words
    if cue.lemma in words.continuing_verbs and any_form(opening, words.object_pronouns):
        return True
    own = {*(view.phrase(head) if head else ()), *cue.words}
    behind = view.words(cue.anchor.number + 1, before_coordination(frame, frame.clause.last))
    others = [word for word in behind if word not in own]
    # *Er räumte Fehler ein, wies aber die Schuld von sich*, not *p, sagte aber der Wirt*
    goes_on = any_form(behind[:1], words.contrast_openers) and head.number < cue.anchor.number
    if goes_on or any_form(others, words.clause_negations | words.noun_complementizers):
        return True
    return any(is_object(view, word) for word in others)


def is_object(view: View, word: Word) -> bool:
    """A noun in the accusative with an article that leaves no other case: *den Plan, jegliche Koalition*."""
    children = view.sentence.children(word)
    if word.upos != "NOUN" or view.language.grammar.is_time(word) or any_tag(children, {"ADP"}):
        return False
    certain = view.language.words.accusative_articles
    return any_form(tagged(children, {"DET"}), certain)


def _content_begin(frame: Frame) -> int:
    """The first word of the content before a parenthesis: the sentence's, or the one behind *X sagte:* or *;*."""
    before = frame.view.clauses[: frame.clause.number]
    start = next((clause for clause in reversed(before) if clause.opener == ";"), frame.view.clauses[0])
    return max(start.first, frame.view.behind_colon(before[-1]).first)


def _holds_main_clause(frame: Frame) -> bool:
    """Whether the words before the parenthesis (or behind it) make a clause of their own.

    *Als er kam, sagte er, …* and *Der Minister, der gestern kam, sagte, …* do not.
    """
    view, clause = frame.view, frame.clause
    before = view.clauses[: clause.number]
    if not _is_fronted(view, before) and any(_is_own_main(view, item) for item in before):
        return True
    if _is_told_in_heading(frame, before):
        return True
    head = subject(frame, outside=(1, clause.first - 1))
    # *Anna Lund, die Leiterin, sagte: „A.“*: what is said stands behind the colon.
    announces = view.word(clause.last + 1).text == ":" or view.word(clause.last).text == ":"
    if not announces and not view.language.grammar.VERB_SECOND:
        return _is_main_behind(view.next(view.clause_of(view.word(_end(frame)))))
    if announces or head.number <= frame.cue.anchor.number:
        return False
    behind = view.next(view.clause_of(view.word(_end(frame))))
    if not all_kinds(before, {"fragment"}):
        # *Um Zeit zu sparen, sagte X, fahre man nachts*
        return _is_verb_first(behind) and view.language.grammar.is_reported_mood(behind.opening)
    quoted = any(word.text in _QUOTES for word in view.words(1, before[-1].last))
    return quoted or _is_verb_first(behind)


def _is_told_in_heading(frame: Frame, before: Sequence[Clause]) -> bool:
    """*Two dead in bridge collapse, police say*: a heading needs no verb; not *In Rome, police say*."""
    view, clause = frame.view, frame.clause
    told = [word for item in before for word in item.content]
    is_last = clause.number == len(view.clauses) - 1 and view.sentence.words[-1].text not in FULL_STOPS
    whole = len(told) > 1 and told[0].upos in _TOLD and any_tag(told, NOUNS)
    return is_last and whole and not view.language.grammar.is_time(told[-1]) and subject(frame).number > told[-1].number


def _is_own_main(view: View, clause: Clause) -> bool:
    """A main clause that is not the content of a noun before it."""
    return clause.kind == "main" and not governing_noun(view, clause)


def _is_verb_first(clause: Clause) -> bool:
    """*p, sagte X, kommt …*: the rest of a clause that the parenthesis has cut before its verb."""
    return clause.kind == "main" and bool(clause.finite) and clause.opening.is_finite


def _is_main_behind(clause: Clause) -> bool:
    """*The museum, | the director said, | will open*: what goes on behind a frame between commas."""
    return clause.opener in _OPENERS and clause.kind == "main" and bool(clause.finite)


def _is_fronted(view: View, before: Sequence[Clause]) -> bool:
    """*Wer fragt, sagte er …* · *Ohne zu zögern, sagte er …*: everything before the verb is its own first constituent;
    not *Ohne zu fragen, habe er p, sagte X*."""
    adjunct = view.word(1).form in view.language.words.infinitive_adjuncts
    own = {"subordinate", "fragment", "relative"}
    return all_kinds(before, {*own, "infinitive"} if adjunct else own)


def _end(frame: Frame) -> int:
    """The last word of the frame: its clause, the nouns and relative clauses that belong to the speaker, and who passes
    it on."""
    clause = frame.clause
    while _belongs_to_speaker(frame, frame.view.next(clause)) or _passes_on(frame.view, frame.view.next(clause)):
        clause = frame.view.next(clause)
    return clause.last if clause is not frame.clause else before_coordination(frame, clause.last)


def _passes_on(view: View, clause: Clause) -> bool:
    """*…, sagte X, wie Y meldete*."""
    opens = clause.opening.form in view.language.words.comparative and clause.opener == ","
    late = bool(clause.finite) and clause.finite[-1].number >= clause.last - 1
    return opens and late and any_lemma(tagged(clause.words, {"VERB"}), view.language.saying_lemmas)


def _belongs_to_speaker(frame: Frame, clause: Clause) -> bool:
    """A relative clause, an apposition, or the rest of the cue itself."""
    inner = clause.content
    apposition = any_tag(inner[:1], _APPOSITION) or any(word in frame.cue.words for word in inner)
    return clause.kind == "relative" or (clause.kind == "fragment" and apposition)


def _is_cut_at_verb(frame: Frame) -> bool:
    """*Die Halle werde, | sagte X, | im Mai geöffnet*: an auxiliary in second place says nothing alone."""
    before = frame.view.previous(frame.clause)
    opening = before.content[-1:]
    return before.kind == "main" and len(before.content) > 1 and any_tag(opening, {"AUX"}) and any_finite(opening)


def _goes_on(view: View, last: int) -> bool:
    """Whether the sentence's own clause continues behind the parenthesis."""
    rest = view.clauses[view.clause_of(view.word(last + 1)).number + 1 :]
    return any(clause.finite or clause.kind == "infinitive" for clause in rest)
