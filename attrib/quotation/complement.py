"""Indirect speech behind or before a reporting verb: dass-clauses, verb-second clauses, infinitives, parentheses.

*Er erklärte, dass p* · *Er sagte, p sei so* · *Er forderte, p zu tun* · *p sei so, sagte er* · *p, so hieß es, sei so*.
"""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.indirect import indirect, indirect_clause
from attrib.quotation.nameless import nobody_denies
from attrib.quotation.noun import governing_noun, has_author
from attrib.quotation.parenthesis import parenthetical
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import is_mute, subject
from attrib.quotation.speaker_phrase import antecedent
from attrib.quotation.speaking_place import place_that_speaks
from attrib.quotation.syntax import content_start, syntax
from attrib.records import Marker
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.view import View, text_span
from attrib.text.words import (
    NOUNS,
    all_tags,
    any_clause_finite,
    any_form,
    any_lemma,
    any_subjunctive,
    any_tag,
    first,
    tagged,
)

_MARKER: dict[str, Marker] = {
    "complement": "complement_clause",
    "infinitive": "complement_clause",
    "verb_second": "verb_second",
}
_FIRST_WORD = (1, 1)
_ADVERBS = frozenset({"ADV", "PART"})
_INSIDE_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


def taken_up(scope: Scope) -> Iterator[Quotation]:
    """*p. Das teilte X mit.* · *p. Davon geht X aus.* · *p. X bestätigte das.*: the sentence before is what is said,
    taken up by the pronoun, or the verb's own adverb, and the sentence is nothing but its frame."""
    view, previous = scope.view, scope.previous
    content = None if previous is None else previous.span(1, previous.last_content)
    pointed = ((frame, _pointer(frame)) for frame in scope.frames)
    frame, pointer = next(
        ((each, word) for each, word in pointed if word and _may_take_up(each, word)), (None, NO_WORD)
    )
    if frame is not None and content is not None and not _is_credited(scope, frame):
        framing = (text_span(view.words(1, view.last_content)),)
        place = pointer.number, pointer.number
        head = subject(frame, outside=place)
        found = indirect(frame, (content,), marker="parenthetical", framing=framing, head=head, outside=place)
        yield found.with_(rule="taken_up", takes_up=True, detail=f"{pointer.text} {found.detail}")


def _pointer(frame: Frame) -> Word:
    """The word that stands for the sentence before: the first one, or a pronoun behind the verb."""
    view, opening = frame.view, frame.view.word(1)
    if _points(view, opening) or _takes_up_by_adverb(frame, opening):
        return opening
    pronouns = (word for word in frame.clause.words if word.number > frame.cue.anchor.number)
    return first(pronouns, lambda word: _points(view, word) and _is_bare_object(frame, word))


def _points(view: View, word: Word) -> bool:
    return word.form in view.language.words.object_pronouns and word.upos in {"PRON", "DET"}


def _is_bare_object(frame: Frame, pronoun: Word) -> bool:
    """*Weber sagte | das | am Abend* · *Am Abend sagte Weber | das*: right behind the verb or who speaks, and the
    article of nothing; not of a thought (*Weber sieht das anders*)."""
    view, cue = frame.view, frame.cue
    head = subject(frame, outside=(pronoun.number, pronoun.number))
    between = set(view.words(cue.anchor.number + 1, pronoun.number - 1))
    article = view.behind(pronoun).upos in _INSIDE_PHRASE or pronoun.relation == "det"
    speaks = head.upos == "PRON" or view.is_party(head)
    return speaks and not article and between <= set(view.phrase(head)) and "thought" not in cue.medium


def _takes_up_by_adverb(frame: Frame, word: Word) -> bool:
    """*Davon | geht X aus*; not *Damit | droht ein Streit*, where nobody speaks."""
    own = word.upos == "ADV" and frame.cue.preposition is not None and word in frame.cue.words
    head = subject(frame, outside=_FIRST_WORD)
    return own and (head.upos == "PRON" or frame.view.is_party(head))


def _may_take_up(frame: Frame, pointer: Word) -> bool:
    cue, words = frame.cue, frame.view.language.words
    # *Das jedenfalls schätzt X*, *Das wurde von X bestätigt*
    between = frame.view.words(2, cue.anchor.number - 1)
    far = pointer.number == 1 and cue.anchor.number > 2 + cue.passive and not all_tags(between, _ADVERBS)
    if not _puts_forward(frame) or far or content_start(frame) is not None or _weighs(frame):
        return False
    place = pointer.number, pointer.number
    head = subject(frame, outside=place)
    # *Dies begründe die Fluchtgefahr*: itself part of what is reported
    reported = cue.anchor.is_finite and cue.anchor.is_subjunctive
    # *Das erinnert die Partei an 2012*: said of something else
    own_words = frame.view.sentence.outside_attributes(frame.clause.words)
    negated = any_form(own_words, words.clause_negations | set(cue.act_prepositions))
    named = bool(head) and head.number != pointer.number and not is_mute(frame.view, head)
    if cue.placed:  # *Das geht aus dem Bericht hervor*
        named = place_that_speaks(frame, place) is not None
    elif cue.needs_document:  # *Das ergab eine Umfrage*
        named = named and frame.view.is_medium(head) and not _has_thing_beside(frame, pointer, head)
    return named and frame.clause.kind == "main" and not reported and not negated


def _has_thing_beside(frame: Frame, pointer: Word, head: Word) -> bool:
    """*Das zeigt der Zeitung | das Ausmaß*: the pronoun is no object of the verb."""
    own = {pointer, *frame.view.phrase(head)}
    things = (word for word in tagged(frame.clause.words, NOUNS) if word not in own)
    return any(word.relation in {"obj", "nsubj", "iobj"} for word in things)


def _puts_forward(frame: Frame) -> bool:
    """Whether the verb says what it takes up; *Das kritisierte X*, *Das bestritt X* only say something about it."""
    cue, verbs = frame.cue, frame.view.language.lexicon.verbs
    about = "about" in cue.forms and cue.lemma not in verbs.confirming
    return "clause" in cue.forms and not about and cue.lemma not in verbs.denying


def _is_credited(scope: Scope, frame: Frame) -> bool:
    """*p, sagte X. Das bestätigte Y.*: what has somebody who says it keeps him; before a verb of saying it does so only
    if its own sentence names him."""
    previous, statements = scope.previous, () if scope.context is None else scope.context.statements
    confirms = frame.cue.lemma in frame.view.language.lexicon.verbs.confirming
    return any(
        previous is not None
        and item.sentence == previous.sentence.number
        and bool(item.speaker)
        and (bool(item.frame) if item.type in {"direct", "indirect"} else confirms and item.type != "author")
        for item in statements
    )


def _weighs(frame: Frame) -> bool:
    """*Das hält X für möglich*: what the pronoun stands for is weighed, and not put forward."""
    fixed = [word for word in frame.cue.words if word is not frame.cue.verb]
    return frame.cue.phrase and any_tag(fixed, {"ADP"}) and any_tag(fixed, {"ADJ", "ADV"})


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
    return _is_itself_reported(frame) or _is_confirmed_state(frame) or _is_left_undone(frame) or _is_entry(frame)


def _is_entry(frame: Frame) -> bool:
    """*Angenommen „Gehälter“: p*: a participle without an auxiliary that opens the sentence, as in a list."""
    alone = frame.cue.finite is None and frame.cue.verb.is_participle and frame.cue.verb.number == 1
    return alone and frame.view.language.grammar.VERB_SECOND  # *Said one resident: p*: a past form


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
    inside = _interrupts(frame) or frame.cue.verb.number > first  # *konnte den Verdacht, dass p, | nicht bestätigen*
    last = order.before_matrix(view, first, last) if inside else last
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
    if opening in words.comparative and any(_is_saying(view, item) for item in view.clauses[: clause.number]):
        return None  # *Wie ein Sprecher mitteilte, wurde er gefunden*, *Wie aus dem Brief hervorgeht, der p, warnte er*
    asks = any_form(before.words[:2], words.w_words)
    if asks and (_is_untold(frame) or not subject(frame)):
        return None  # *Wann der Flug geht, gab sie nicht bekannt*, *wurde bekannt*: nothing is said of it
    content, around = (1, before.last), (before.last + 1, clause.last)
    return indirect_clause(frame, content, marker="complement_clause", around=around)


def _is_untold(frame: Frame) -> bool:
    """*gab sie nicht bekannt*, where that is no stand as *wollte sie nicht sagen* is."""
    withholds = frame.cue.phrase or frame.cue.lemma in frame.view.language.lexicon.verbs.declining
    return any_form(frame.clause.words, frame.view.language.words.clause_negations) and not withholds


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
    if cue.placed:
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
