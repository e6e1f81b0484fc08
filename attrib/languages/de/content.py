"""Where the content of a German frame begins and ends: *sagte, dass p* · *sagte, p sei so* · *forderte, p zu tun*."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.phrases import is_time
from attrib.quotation.frame import ContentKind, ContentStart, Frame
from attrib.quotation.speaker import subject
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import NO_CLAUSE, Clause
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.view import View
from attrib.text.words import (
    SPEAKERS,
    VERBS,
    all_forms,
    any_form,
    any_subjunctive,
    any_tag,
    content,
    first,
    formed,
    tagged,
)

_DASHES = frozenset({"–", "—", "-"})
_LONGEST_FIRST = 4
"""Words before a verb that closes its clause, more than which make no first constituent: *sagte, wer will, kommt*."""
_LONGEST_SUBJECT = 12
"""Words between *und* and the verb of another clause: *und die Fraktion der Grünen im Landtag forderte*."""
_GOVERNED = frozenset({"ADP", "NUM", "ADJ", "ADV"})
_INSIDE_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})


_Step = ContentKind | Literal["stop", "skip", "pending", "claimed", "pass"]
"""What a clause behind the cue is: its content; `stop`: there is none; `skip`: it belongs to the frame, and what waited
for its verb with it; `pending`: content, if a verb-second clause follows; `claimed`: the beginning of content whose
verb follows; `pass`: it changes nothing."""


@dataclass
class _Search:
    """The way from a cue to its content."""

    frame: Frame
    anchor: int
    """The number of the verb that has to be passed."""
    pending: int = 0
    """Where content begins if a verb-second clause follows, 0 for nowhere."""
    claimed: int = 0

    def __post_init__(self) -> None:
        self.start = self.frame.clause.number


def content_start(frame: Frame) -> ContentStart | None:
    """The number of the first word of the clause a cue introduces behind it, and its kind; None if there is none."""
    view, cue = frame.view, frame.cue
    if frame.clause.opener == "(":
        return None  # *hat (die Zeitung berichtete) nicht entschieden, ob p*: what stands in brackets is closed
    anchor = max(cue.verb.number, cue.anchor.number)
    inside = _complementizer_inside(frame.clause, after=anchor)
    if inside:
        return inside.number, "complement"
    # *warf ihm, nachdem p, vor, er habe q*: the frame goes on up to its particle
    particles = [word for word in formed(cue.words, WORDS.separable_particles) if not frame.clause.holds(word)]
    anchor = max(anchor, *(word.number for word in particles)) if particles else anchor
    search = _Search(frame, anchor)
    for clause in view.clauses[search.start + 1 :]:
        if clause.first <= anchor <= clause.last:
            search.pending = 0
        elif _hands_over(frame, anchor, clause.first):
            return None
        else:
            kind = _step(search, clause)
            if kind in get_args(ContentKind):
                return _begin(search, clause, kind), cast(ContentKind, kind)
            if kind == "stop":
                return None
            _note(search, clause, kind)
    return None


def _begin(search: _Search, clause: Clause, kind: _Step) -> int:
    if search.claimed:
        return search.claimed
    if search.pending and kind in {"verb_second", "infinitive"}:
        return search.pending
    return _before_bracket(search.frame.view, clause, search.start).first


def _note(search: _Search, clause: Clause, kind: _Step) -> None:
    if kind == "claimed":
        search.claimed = clause.first
    elif kind == "pending":
        search.pending = search.pending or clause.first
    elif kind == "skip":
        search.pending = 0


def _before_bracket(view: View, clause: Clause, start: int) -> Clause:
    """*beschloss, der Partei (BP) beizutreten*: the beginning of a clause that a bracket cuts in two."""
    while clause.opener == ")" and clause.number - 2 > start and view.previous(clause).opener == "(":
        clause = view.clause(clause.number - 2)
    return clause


def _hands_over(frame: Frame, anchor: int, first_word: int) -> bool:
    """*Experten äußern Zweifel und weisen darauf hin, dass p*: the clause belongs to the later verb."""
    view, cue = frame.view, frame.cue
    between = view.words(anchor + 1, first_word - 1)
    conjunction = first(between, lambda word: word.upos == "CCONJ")
    later = (word for word in between if word.is_finite and word.number > conjunction.number > 0)
    verbs = (word for word in later if word.number != cue.verb.number and word is not cue.finite)
    return any(view.clause_of(word) is frame.clause or not view.clause_of(word).is_dependent for word in verbs)


def _complementizer_inside(clause: Clause, *, after: int) -> Word:
    return first(clause.words, lambda word: word.number > after + 1 and word.form in WORDS.complementizers)


def _step(search: _Search, clause: Clause) -> _Step:
    if not clause.content or clause.opener in {"(", ")"}:
        return "skip"
    return _STEPS[clause.kind](search, clause)


def _of_complement(search: _Search, clause: Clause) -> _Step:
    form, cue = clause.content[0].form, search.frame.cue
    if _describes(search.frame.view, clause, form) or form in WORDS.equatives:
        return "skip"  # *kritisierte die Art und Weise, wie es geschah* · *…, so dass die Straße gesperrt wurde*
    if form in GERMAN.relative_adverbs and cue.lemma in WORDS.citing_verbs:
        return "stop"  # *zitiert einen Beamten, wonach p*: the adverb says itself whose words they are
    compared = form in WORDS.comparative and any(map(_reports, clause.finite))
    if compared and cue.verb.has("VerbForm=Inf"):
        return "stop"  # *an der Wirkung zu zweifeln, wie er sagte*
    return "complement" if "clause" in cue.forms else "stop"


def _describes(view: View, clause: Clause, form: str) -> bool:
    """A clause with *wie* behind *Weise* or *Art* says which one."""
    return form in WORDS.comparative and view.word(clause.first - 2).form in WORDS.manner_nouns


def _of_infinitive(search: _Search, clause: Clause) -> _Step:
    if clause.content[0].form in WORDS.infinitive_adjuncts:
        return "skip"
    return "infinitive" if "infinitive" in search.frame.cue.forms else "stop"


def _of_subordinate(search: _Search, clause: Clause) -> _Step:
    # *bestritt das indirekt, indem er sagte, p*: the clause belongs to the verb in between
    return "stop" if any(map(_reports, tagged(clause.words, VERBS))) else "pending"


def _of_relative(search: _Search, clause: Clause) -> _Step:
    return "pass" if search.pending else "skip"


def _of_fragment(search: _Search, clause: Clause) -> _Step:
    if _is_particle(clause):
        return "stop"  # *warf ihm, nachdem p bekannt geworden war, vor, …*: the end of a clause around the cue's own
    if search.frame.view.word(clause.first - 2).form in WORDS.pronominal_adverbs:
        return "claimed"  # *sprach davon, gesicherte Erkenntnisse, dass p, zu haben*
    if search.pending:
        return "pass"
    # *sagte, trotz des Regens werde …* against *sagte Müller, Chef der Firma, er …*
    opens = clause.content[0].upos in {"ADP", "ADV"} or _is_right_behind(search.frame, clause)
    return "pending" if opens else "skip"


def _is_right_behind(frame: Frame, clause: Clause) -> bool:
    """*sagte am Montag, ein Mann, der p, sei …*: behind the comma after the verb, perhaps with an adverb or a time,
    where no apposition can stand."""
    cue = frame.cue
    last = max(word.number for word in (cue.verb, cue.anchor, *cue.words))
    between = tagged(frame.view.words(last + 1, clause.first - 2), SPEAKERS)
    return clause.opener == "," and all(is_time(word) or word.form in WORDS.months for word in between)


def _of_main(search: _Search, clause: Clause) -> _Step:
    """*sagte, p sei so*: a clause in the Konjunktiv, or in the indicative with its verb in the second place."""
    frame, words = search.frame, clause.content
    # *Wenn er geklagt hätte, hätte …* is no content, *sagte, ein Mann, der p, sei …* is.
    follows = not search.pending and clause.opener == "," and clause.first - 2 == frame.clause.last
    verbatim = clause.opener == ":" and clause.opening.text in DOUBLE_MARKS
    coordinated = words[0].upos == "CCONJ" or words[0].form in WORDS.coordinators
    parted = clause.opener == ";"  # *zog das nicht in Zweifel; es handle sich jedoch um p*: who goes on
    if "clause" not in frame.cue.forms or (follows and words[0].is_finite) or verbatim or coordinated or parted:
        return "stop"
    if _is_conceded(frame.view, clause.first) and _answers(clause):
        return "stop"  # *drohte zwar, p zu schließen, lange hielt das jedoch nicht vor*
    if clause.opener == ":" and not _announces(frame):
        return "stop"
    if any_subjunctive(clause.finite):
        return "verb_second"
    # *Er sagte, er kommt* is content; *Er sagte das, ging und …* and *…, sagte X, doch Y kam* are not.
    elsewhere = words[0].is_finite or words[0].form in WORDS.contrast_openers or clause.opener not in {",", ":"}
    if elsewhere or frame.cue.passive or _has_object(frame) or not _is_verb_second(words):
        return "stop"
    return "verb_second"


_STEPS = {
    "complement": _of_complement,
    "infinitive": _of_infinitive,
    "subordinate": _of_subordinate,
    "relative": _of_relative,
    "fragment": _of_fragment,
    "main": _of_main,
}
"""What a clause behind a cue is, by its kind."""


def _announces(frame: Frame) -> bool:
    """*Der Wirt sagte: p*; neither *Ein Fall wurde bekannt: p*, where nobody speaks, nor *Sie kritisierte den Plan: p*,
    where the verb has summed up already what is said."""
    view, head = frame.view, subject(frame)
    speaks = not head or head.upos in {"PRON", "DET"} or view.is_party(head) or view.is_medium(head)
    return speaks and not ({"act", "about"} & set(frame.cue.forms) and _has_object(frame))


def _is_verb_second(words: Sequence[Word]) -> bool:
    """*das Amt schließt*, not *dabei viele Menschen töteten*: one constituent before the finite verb."""
    place = next(number for number, word in enumerate(words) if word.is_finite)
    before, closes = words[:place], place == len(words) - 1
    if closes and (place > _LONGEST_FIRST or (place == 1 and words[0].form in WORDS.relative_pronouns)):
        return False  # *die Behauptungen eines Mannes, der sagt, …*
    adverb = words[0].upos == "ADV" and words[0].form not in WORDS.focus_particles
    governed = len(before) > 1 and before[1].upos in _GOVERNED
    return not (adverb and any_tag(before, SPEAKERS) and not governed)


def _has_object(frame: Frame) -> bool:
    """*bestätigen diese Meldung*: the verb has its object already, a clause behind it is another one."""
    view, cue = frame.view, frame.cue
    reach = view.words(cue.anchor.number + 1, frame.clause.last)
    if any_form(tagged(reach, {"ADP"}), {*cue.act_prepositions, cue.preposition or ""}):
        return True  # *klagte über Unwohlsein, später brach er zusammen*
    head = subject(frame)
    own = view.phrase(head) if head else []
    noun = _ungoverned_noun(reach, {word.number for word in own})
    return bool(noun) and not (noun.has("Case=Dat") or noun.has("Case=Gen"))


def _ungoverned_noun(words: Sequence[Word], own: set[int]) -> Word:
    """The first noun that no preposition governs and that is no part of the subject."""
    governed = False
    for word in words:
        if word.upos == "NOUN" and not governed and word.number not in own and not is_time(word):
            return word
        governed = word.upos == "ADP" or (governed and word.upos in _INSIDE_PHRASE)
    return NO_WORD


def content_end(view: View, first_word: int, kind: ContentKind) -> int:
    """The number of the last word of content that begins at word `first_word`.

    It runs to the end of the sentence unless the matrix clause goes on: with *und* and an indicative verb behind a
    dass-clause or a Konjunktiv clause, or with a frame of its own (*…, so X*; *…, sagte X*).
    """
    subjunctive = _is_next_subjunctive(view, first_word)
    last = _before_contrast(view, first_word, kind) or _before_answer(view, first_word, subjunctive=subjunctive)
    last = last or (_before_next_verb(view, first_word) if subjunctive else 0) or view.last_content
    for word in view.words(first_word + 1, last):
        if word.text == ";":
            return word.number - 1
        if _resumes_matrix(view, word, kind=kind, subjunctive=subjunctive):
            return word.number - (2 if view.before(word).text == "," else 1)
    return last


def _before_next_verb(view: View, first_word: int) -> int:
    """*sagte, sie gehe, | verließ den Saal und weinte*: behind the Konjunktiv a verb in the indicative without a
    subject goes on with the matrix clause. The last word before it, 0 if there is none."""
    for clause in view.clauses[view.clause_of(view.word(first_word)).number + 1 :]:
        verb = clause.opening
        goes_on = clause.opener == "," and verb.upos == "VERB" and verb.is_finite and not verb.is_subjunctive
        if goes_on and not any(_may_be_its_subject(child, verb) for child in view.sentence.children(verb)):
            return view.previous(clause).last
    return 0


def _may_be_its_subject(word: Word, verb: Word) -> bool:
    return word.relation == "nsubj" and word.is_plural == verb.is_plural


def _reports(verb: Word) -> bool:
    return verb.lemma in GERMAN.saying_lemmas


def _is_next_subjunctive(view: View, number: int) -> bool:
    """Whether the first finite verb from a word on is in the Konjunktiv."""
    return first(view.words(number, len(view.sentence.words)), lambda word: word.is_finite).is_subjunctive


def _before_contrast(view: View, first_word: int, kind: ContentKind) -> int:
    """*…, dass p, doch die Idee, sie einzusetzen, stieß auf Skepsis*: behind a dass-clause a contrast whose verb does
    not close its clause is the author's. The last word before it, 0 if there is none."""
    behind = view.clauses[view.clause_of(view.word(first_word)).number + 1 :]
    for clause in behind:
        if _goes_on_against(clause):
            return view.previous(clause).last
        contrasted = clause.opener == "," and clause.opening.form in WORDS.contrast_openers
        if kind == "complement" and contrasted:
            return view.previous(clause).last if _has_own_verb(view.clauses[clause.number :]) else 0
    return 0


def _before_answer(view: View, first_word: int, *, subjunctive: bool) -> int:
    """*sagte zwar, dass p, Folgen hatte das jedoch keine* · *sagte, p sei so, doch niemand kam*: behind what is
    conceded, or behind the Konjunktiv, a main clause in the indicative that contrasts with it is the author's.

    The last word before it, 0 if there is none.
    """
    if not subjunctive and not _is_conceded(view, first_word):
        return 0
    behind = view.clauses[view.clause_of(view.word(first_word)).number + 1 :]
    return next((view.previous(clause).last for clause in behind if _answers(clause)), 0)


def _is_conceded(view: View, first_word: int) -> bool:
    """Whether a word before announces that something stands against it: *sagte zwar*."""
    return any_form(view.words(1, first_word - 1), WORDS.concessives)


def _answers(clause: Clause) -> bool:
    parted = clause.kind == "main" and clause.opener in {",", *_DASHES} and _has_own_verb((clause,))
    contrasts = clause.opening.form in WORDS.contrast_openers or any_form(clause.words, WORDS.contrast_adverbs)
    return parted and contrasts and not any_subjunctive(clause.finite)


def _has_own_verb(clauses: Sequence[Clause]) -> bool:
    """Whether the first main clause has its verb elsewhere than at its end."""
    own = next((clause for clause in clauses if clause.kind == "main" and clause.finite), NO_CLAUSE)
    return bool(own) and own.finite[0] is not own.content[-1]


def _goes_on_against(clause: Clause) -> bool:
    """*…, dass p, wies aber die Schuld von sich*: the matrix clause goes on, its subject left out."""
    verb = clause.opening
    contrasted = any_form(clause.words[1:2], WORDS.contrast_openers)
    return clause.opener == "," and contrasted and verb.is_finite and not verb.is_subjunctive


def _resumes_matrix(view: View, word: Word, *, kind: ContentKind, subjunctive: bool) -> bool:
    """*Er sagte, dass p, und kündigte an …*: the conjunction goes on with the matrix clause, whose subject is left out
    or whose verb stands in the indicative."""
    if word.form not in WORDS.coordinators or _is_in_aside(view, word):
        return False
    following = content(view.words(word.number + 1, word.number + (_LONGEST_SUBJECT if subjunctive else 4)))
    place = next((place for place, item in enumerate(following) if item.is_finite), None)
    if place is None or following[place].is_subjunctive:
        return False
    verb = following[place]
    if kind in {"complement", "infinitive"}:
        # In a dass-clause a coordinated verb stands at the end; right behind *und* it belongs to the matrix.
        return place == 0 or (place == 1 and not _closes(view.clause_of(verb), verb))
    # *…, die Fähre fahre wieder und die Karten blieben gültig*: with a subject of its own the clause goes on.
    parted = any(item.text == "," for item in view.words(word.number + 1, verb.number))
    return subjunctive and (place == 0 or (_reports(verb) and not parted))


def _is_in_aside(view: View, word: Word) -> bool:
    """*dass 1.100 Verluste – Tote oder Verwundete – gemeldet wurden*."""
    clause = view.clause_of(word)
    return clause.opener in _DASHES and clause.closer in _DASHES and not clause.finite


def _closes(clause: Clause, verb: Word) -> bool:
    return clause.finite[-1] is verb and verb.number >= clause.last - 1


def before_matrix(view: View, first_word: int, last: int) -> int:
    """The last word of content inside a clause that goes on behind it; `last` if none does.

    *Der Vorwurf, er habe p, | traf den Bürgermeister* · *lehnte die Forderung, p zu tun, | ab*.
    """
    kind = view.clause_of(view.word(first_word)).kind
    opened, verb_last = kind == "complement", kind in {"complement", "relative"}
    for clause in view.clauses[view.clause_of(view.word(first_word)).number + 1 :]:
        if clause.first > last:
            break
        goes_on = _resumes(clause, anyhow=verb_last) or _is_particle(clause) or (opened and _is_plural(clause))
        if clause.opener == "," and (goes_on or _closes_matrix(view, first_word, clause)):
            return view.previous(clause).last
    return last


def _resumes(clause: Clause, *, anyhow: bool) -> bool:
    """Whether a clause begins with its verb, in the indicative, or `anyhow`: behind one that ends in its verb only what
    goes on can begin with one (*Berichte, wonach p gelte, | seien falsch*)."""
    begins = bool(clause.finite) and clause.finite[0] is clause.opening
    return begins and (anyhow or not clause.opening.is_subjunctive)


def _closes_matrix(view: View, first_word: int, clause: Clause) -> bool:
    """*hat den Vorwurf, sie habe p, | entschieden zurückgewiesen*, *konnte Berichte, wonach p, | nicht bestätigen*:
    what closes the clause before the content, whose auxiliary or modal waits for it."""
    matrix = view.previous(view.clause_of(view.word(first_word)))
    verbs, closing = tagged(matrix.content, VERBS), clause.content[-1]
    waits = bool(verbs) and verbs[-1].is_finite and verbs[-1].lemma in WORDS.bracket_verbs
    return waits and closing.upos in VERBS and not clause.finite and clause.kind != "infinitive"


def _is_plural(clause: Clause) -> bool:
    """*Aussagen, dass p, | schenken sie keinen Glauben*: in the plural of the present the moods look alike."""
    verb = clause.opening
    begins = bool(clause.finite) and clause.finite[0] is verb and verb.upos == "VERB"
    return begins and verb.is_plural and not verb.has("Tense=Past")


def _is_particle(clause: Clause) -> bool:
    return all_forms(clause.content, WORDS.separable_particles)


def noun_content(view: View, number: int) -> ContentKind | None:
    """What the clause behind the comma is: *dass p*, *p zu tun*, *er habe p*; None if it is none of these."""
    clause = view.clause(number)
    if clause.kind == "complement":
        return "complement" if clause.opening.form in WORDS.noun_complementizers else None
    if clause.kind == "infinitive":
        return None if clause.opening.form in WORDS.infinitive_adjuncts else "infinitive"
    return "verb_second" if clause.kind == "main" and any_subjunctive(clause.finite[:1]) else None


def governor_of_content(view: View, number: int) -> Word:
    """Word order alone says which noun has a clause."""
    return NO_WORD


__all__ = ["before_matrix", "content_end", "content_start", "governor_of_content", "noun_content"]
