"""Where the content of a frame begins and ends."""

from collections.abc import Sequence

from attrib.quotation.cues import Cue
from attrib.quotation.marks import DOUBLE_MARKS
from attrib.quotation.speaker import subject
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View

_DASHES = frozenset({"–", "—", "-"})
_LONGEST_FIRST = 4
"""Words before a verb that closes its clause, more than which make no first constituent: *sagte, wer will, kommt*."""


def content_start(view: View, cue: Cue) -> tuple[int, str] | None:
    """The number of the first word of the clause a cue introduces behind it, and its kind; None if there is none.

    Kinds: `complement` (dass, ob, w-word), `verb_second`, `infinitive`.
    """
    if view.clause_of(cue.anchor).opener == "(":
        return None  # *hat (die Zeitung berichtete) nicht entschieden, ob p*: what stands in brackets is closed
    anchor = max(cue.verb.number, cue.anchor.number) if cue.anchor.number < cue.verb.number else cue.anchor.number
    start = view.clause_of(cue.anchor).number
    inside = _complementizer_inside(view, start, after=anchor)
    if inside is not None:
        return inside, "complement"
    pending: int | None = None
    claimed: int | None = None
    for index in range(start + 1, len(view.clauses)):
        clause = view.clauses[index]
        if clause.first <= anchor <= clause.last:
            pending = None
            continue
        if _hands_over(view, cue, anchor, clause.first):
            return None
        kind = _content_kind(view, index, cue, pending=pending)
        if kind == "stop":
            return None
        if kind == "claimed":
            claimed = clause.first
        elif kind == "pending":
            pending = clause.first if pending is None else pending
        elif kind == "skip":
            pending = None
        elif kind is not None:
            first = pending if pending is not None and kind == "verb_second" else _before_bracket(view, index, start)
            return (claimed or first), kind
    return None


def _before_bracket(view: View, index: int, start: int) -> int:
    """*beschloss, der Partei (BP) beizutreten*: the first word of a clause that a bracket cuts in two."""
    while view.clauses[index].opener == ")" and index - 2 > start and view.clauses[index - 1].opener == "(":
        index -= 2
    return view.clauses[index].first


def _hands_over(view: View, cue: Cue, anchor: int, first: int) -> bool:
    """*Experten äußern Zweifel und weisen darauf hin, dass p*: the clause belongs to the later verb."""
    between = view.words(anchor + 1, first - 1)
    for place, word in enumerate(between):
        if word.is_finite and word.number != cue.verb.number and word is not cue.finite:
            clause = view.clause_of(word)
            coordinated = any(item.upos == "CCONJ" for item in between[:place])
            same = clause is view.clause_of(cue.anchor)
            if coordinated and (same or not clause.is_dependent):
                return True
    return False


def _complementizer_inside(view: View, index: int, *, after: int) -> int | None:
    for word in view.clauses[index].words:
        if word.number > after + 1 and word.form in view.language.words.complementizers:
            return word.number
    return None


def _content_kind(view: View, index: int, cue: Cue, *, pending: int | None) -> str | None:
    clause = view.clauses[index]
    words = [word for word in view.clauses[index].words if word.upos != "PUNCT"]
    if not words or clause.opener in {"(", ")"}:
        return "skip"
    first = words[0].form
    if clause.kind == "complement":
        if _describes(view, clause, first) or first in view.language.words.equatives:
            return "skip"  # *kritisierte die Art und Weise, wie es geschah* · *…, so dass die Straße gesperrt wurde*
        compared = first in view.language.words.comparative and any(_reports(view, verb) for verb in clause.finite)
        if compared and cue.verb.has("VerbForm=Inf"):
            return "stop"  # *an der Wirkung zu zweifeln, wie er sagte*
        return "complement" if "clause" in cue.forms else "stop"
    if clause.kind == "infinitive":
        if first in view.language.words.infinitive_adjuncts:
            return "skip"
        return "infinitive" if "infinitive" in cue.forms else "stop"
    if clause.kind == "subordinate":
        # *bestritt das indirekt, indem er sagte, p*: the clause belongs to the verb in between
        return "stop" if any(_reports(view, verb) for verb in clause.finite) else "pending"
    if clause.kind == "relative":
        return None if pending is not None else "skip"
    if (
        clause.kind == "fragment"
        and view.words(clause.first - 2, clause.first - 2)[0].form in view.language.words.pronominal_adverbs
    ):
        return "claimed"  # *sprach davon, gesicherte Erkenntnisse, dass p, zu haben*
    if clause.kind == "fragment":
        # *sagte, trotz des Regens werde …* against *sagte Müller, Chef der Firma, er …*
        if pending is not None:
            return None
        opens = words[0].upos in {"ADP", "ADV"} or _is_right_behind(view, clause, cue)
        return "pending" if opens else "skip"
    follows = pending is None and clause.opener == "," and clause.first - 2 == _field_end(view, cue)
    return _verb_second_kind(view, clause, words, cue, follows=follows)


def _is_right_behind(view: View, clause: Clause, cue: Cue) -> bool:
    """*sagte, ein Mann, der p, sei …*: behind the comma after the verb itself, where no apposition can stand."""
    last = max(word.number for word in (cue.verb, cue.anchor, *cue.words))
    return clause.opener == "," and clause.first - 2 == last


def _field_end(view: View, cue: Cue) -> int:
    return view.clause_of(cue.anchor).last


def _describes(view: View, clause: Clause, first: str) -> bool:
    """A clause with *wie* behind *Weise* or *Art* says which one."""
    before = view.words(clause.first - 2, clause.first - 2) if clause.first > 2 else ()
    manner = view.language.words.manner_nouns
    return bool(before) and first in view.language.words.comparative and before[0].form in manner


def _verb_second_kind(view: View, clause: Clause, words: Sequence[Word], cue: Cue, *, follows: bool) -> str:
    """`follows` says that the clause stands right behind the cue's own: *Wenn er geklagt hätte, hätte …* is no content,
    *sagte, ein Mann, der p, sei …* is."""
    verbatim = clause.opener == ":" and clause.opening.text in DOUBLE_MARKS
    if "clause" not in cue.forms or (follows and words[0].is_finite) or verbatim:
        return "stop"
    coordinated = words[0].upos == "CCONJ" or words[0].form in view.language.words.coordinators
    if any(word.is_subjunctive for word in clause.finite):
        return "stop" if coordinated else "verb_second"
    # *Er sagte, er kommt* is content; *Er sagte das, ging und …* and *…, sagte X, doch Y kam* are not.
    verb_first = words[0].is_finite
    contrasted = words[0].form in view.language.words.contrast_openers
    if coordinated or verb_first or contrasted or clause.opener not in {",", ":"} or cue.passive:
        return "stop"
    if _has_object(view, cue) or not _is_verb_second(view, words):
        return "stop"
    return "verb_second"


def _is_verb_second(view: View, words: Sequence[Word]) -> bool:
    """*das Amt schließt*, not *dabei viele Menschen töteten*: one constituent before the finite verb."""
    place = next(number for number, word in enumerate(words) if word.is_finite)
    before = words[:place]
    if place == len(words) - 1 == 1 and words[0].form in view.language.words.relative_pronouns:
        return False  # *die Behauptungen eines Mannes, der sagt, …*
    if place == len(words) - 1 and place > _LONGEST_FIRST:
        return False
    opening = before[0] if before else words[0]
    adverb = opening.upos == "ADV" and opening.form not in view.language.words.focus_particles
    nominal = any(word.upos in {"NOUN", "PROPN", "PRON"} for word in before)
    governed = len(before) > 1 and before[1].upos in {"ADP", "NUM", "ADJ", "ADV"}
    return not (adverb and nominal and not governed)


def _has_object(view: View, cue: Cue) -> bool:
    """*bestätigen diese Meldung*: the verb has its object already, a clause behind it is another one."""
    clause = view.clause_of(cue.anchor)
    reach = view.words(cue.anchor.number + 1, clause.last)
    prepositions = {*cue.act_prepositions, cue.preposition}
    if any(word.upos == "ADP" and word.form in prepositions for word in reach):
        return True  # *klagte über Unwohlsein, später brach er zusammen*
    head = subject(view, cue)
    own = {word.number for word in view.phrase(head)} if head else set()
    governed = False
    for word in reach:
        if word.upos == "ADP":
            governed = True
        elif (
            word.upos == "NOUN" and word.number not in own and not governed and not view.language.grammar.is_time(word)
        ):
            return not (word.has("Case=Dat") or word.has("Case=Gen"))
        elif word.upos not in {"DET", "ADJ", "NUM", "NOUN", "PROPN"}:
            governed = False
    return False


def content_end(view: View, first: int, kind: str) -> int:
    """The number of the last word of content that begins at word `first`.

    It runs to the end of the sentence unless the matrix clause goes on: with *und* and an indicative verb behind a
    dass-clause or a Konjunktiv clause, or with a frame of its own (*…, so X*; *…, sagte X*).
    """
    mood = _leading_mood(view, first)
    last = view.last_content
    contrast = _contrast(view, first, kind)
    if contrast is not None:
        last = contrast
    for word in view.words(first + 1, last):
        if word.text == ";" and not _continues_mood(view, word.number):
            return word.number - 1
        if _resumes_matrix(view, word, first=first, kind=kind, subjunctive=mood):
            before = view.words(word.number - 1, word.number - 1)[0]
            return word.number - 2 if before.text == "," else word.number - 1
    return last


def _reports(view: View, verb: Word) -> bool:
    return verb.lemma in view.language.saying_lemmas


def _continues_mood(view: View, number: int) -> bool:
    """Whether the clause behind a semicolon is in the Konjunktiv too."""
    verb = next((word for word in view.words(number, len(view.sentence.words)) if word.is_finite), None)
    return verb is not None and verb.is_subjunctive


def _contrast(view: View, first: int, kind: str) -> int | None:
    """*…, dass p, doch die Idee, sie einzusetzen, stieß auf Skepsis*: behind a dass-clause a contrast whose verb does
    not close its clause is the author's."""
    for number in range(view.clause_of(view.words(first, first)[0]).number + 1, len(view.clauses)):
        clause = view.clauses[number]
        opening = clause.opening.form
        if _goes_on_against(view, clause):
            return view.clauses[number - 1].last
        if kind != "complement" or clause.opener != "," or opening not in view.language.words.contrast_openers:
            continue
        own = next((item for item in view.clauses[number:] if item.kind == "main" and item.finite), None)
        if own is None:
            return None
        verb = own.finite[0]
        inner = [word for word in view.words(own.first, own.last) if word.upos != "PUNCT"]
        return view.clauses[number - 1].last if verb is not inner[-1] else None
    return None


def _goes_on_against(view: View, clause: Clause) -> bool:
    """*…, dass p, wies aber die Schuld von sich*: the matrix clause goes on, its subject left out."""
    verb, *rest = view.words(clause.first, clause.first + 1)
    contrasted = bool(rest) and rest[0].form in view.language.words.contrast_openers
    return clause.opener == "," and contrasted and verb.is_finite and not verb.is_subjunctive


def _leading_mood(view: View, first: int) -> bool:
    """Whether the first finite verb of the content is in the Konjunktiv."""
    verb = next((word for word in view.words(first, len(view.sentence.words)) if word.is_finite), None)
    return verb is not None and verb.is_subjunctive


def _resumes_matrix(view: View, word: Word, *, first: int, kind: str, subjunctive: bool) -> bool:
    """*Er sagte, dass p, und kündigte an …*: the conjunction goes on with the matrix clause, whose subject is left out
    or whose verb stands in the indicative."""
    if word.form not in view.language.words.coordinators or word.number >= len(view.sentence.words):
        return False
    aside = view.clause_of(word)
    if aside.opener in _DASHES and aside.closer in _DASHES and not aside.finite:
        return False  # *dass 1.100 Verluste – Tote oder Verwundete – gemeldet wurden*
    following = [item for item in view.words(word.number + 1, word.number + 4) if item.upos != "PUNCT"]
    head = next((place for place, item in enumerate(following) if item.is_finite), None)
    if head is None or following[head].is_subjunctive:
        return False
    index = view.clause_of(following[head]).number
    late = (
        view.clauses[index].finite[-1].number >= view.clauses[index].last - 1 if view.clauses[index].finite else False
    )
    if kind in {"complement", "infinitive"}:
        # In a dass-clause a coordinated verb stands at the end; right behind *und* it belongs to the matrix.
        return head <= 1 and not (late and view.clauses[index].finite[-1].number == following[head].number and head > 0)
    # *…, die Fähre fahre wieder und die Karten blieben gültig*: with a subject of its own the clause goes on.
    return subjunctive and (head == 0 or (head <= 3 and _reports(view, following[head])))


def before_matrix(view: View, first: int, last: int) -> int:
    """The last word of content inside a clause that goes on behind it; `last` if none does.

    *Der Vorwurf, er habe p, | traf den Bürgermeister* · *lehnte die Forderung, p zu tun, | ab*.
    """
    for number in range(view.clause_of(view.words(first, first)[0]).number + 1, len(view.clauses)):
        clause = view.clauses[number]
        if clause.first > last:
            break
        opening = clause.opening
        resumes = bool(clause.finite) and clause.finite[0] is opening and not opening.is_subjunctive
        inner = [word for word in view.clauses[number].words if word.upos != "PUNCT"]
        particle = all(word.form in view.language.words.separable_particles for word in inner)
        if clause.opener == "," and (resumes or particle):
            return view.clauses[number - 1].last
    return last
