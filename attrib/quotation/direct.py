"""Verbatim quotations: which quoted stretches are statements, and the frame that says whose.

*„A“, sagte X.* · *X sagte: „A“* · *X: „A“* · *„A“, so X* · *„A“, sagt X. „B.“* · *bezeichnete p als „A“*.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from attrib.quotation.context import Speaker, context_of
from attrib.quotation.frame import Frame
from attrib.quotation.passage import (
    NEAR,
    Passage,
    follows_colon,
    fragments,
    is_name,
    is_sentential,
    word_before,
    words_within,
)
from attrib.quotation.quotation import Quotation
from attrib.quotation.quoted_words import fragment_frame
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import is_mute, subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.stretch import FULL_STOPS
from attrib.quotation.syntax import content_start, syntax
from attrib.quotation.verbatim import can_speak, goes_on_speaking, inside_numbers, verbatim, verbless
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.marks import MARKS, Quoted
from attrib.text.view import View, text_span
from attrib.text.words import all_tags, any_finite, any_tag, content, first, first_tag, tagged

_MOST_LISTED = 5
"""How many quotations one frame behind them has."""
_FARTHEST = 8
"""Characters between a closing mark and the frame behind it."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X"})
_DEPENDENT = frozenset({"nmod", "obl", "flat", "appos"})
_BESIDE_SUBJECT = frozenset({"ADV", "AUX"})
"""*"A," the mayor | also said*."""
_CONJUNCTIONS = frozenset({"SCONJ", "CCONJ"})
_GOVERNING = frozenset({"ADP", "DET", "ADJ"})
_LISTING = frozenset({",", *MARKS})
_CLOSING = frozenset({"“", "”", "«", ";"})


def framed_quotes(scope: Scope) -> Iterator[Quotation]:
    """The quoted stretches that a frame outside of them credits to somebody."""
    passage = scope.passage
    previous: Quotation | None = None
    stretches = [item for item in passage.quoted if item.depth == 0]
    for place, quoted in enumerate(stretches):
        # Before a frame in front of it: in *„A“, sagte X, „b“* the frame stands before b and belongs to both.
        found = (
            _frame_behind(passage, quoted)
            or _continued(passage, previous, quoted)
            or _frame_before(passage, quoted)
            or _coordinated(passage, stretches[place:])
        )
        if found is not None:
            yield found
        previous = found


def _coordinated(passage: Passage, stretches: Sequence[Quoted]) -> Quotation | None:
    """*„A“, „B“ und „C“, sagte X*: the first of some quotations, if it has the frame of the last."""
    if not _is_sentence(passage, stretches[0]):
        return None
    for quoted, behind in pairwise(stretches[:_MOST_LISTED]):
        if not _is_listed(passage, quoted, behind):
            return None
        found = _frame_behind(passage, behind)
        if found is not None:
            return found.with_(spans=(stretches[0].span,), resumable=False)
    return None


def _is_listed(passage: Passage, quoted: Quoted, behind: Quoted) -> bool:
    """Whether something quoted is followed by a quoted clause, with nothing but a conjunction or a comma between."""
    between = words_within(passage, Span(quoted.span.end, behind.span.start))
    joined = bool(between) and all(word.upos == "CCONJ" or word.text in _LISTING for word in between)
    return joined and any_finite(words_within(passage, behind.inner))


def _is_sentence(passage: Passage, quoted: Quoted) -> bool:
    """*„Wir hoffen“*: a finite verb behind a capital letter, however few the words are."""
    words = words_within(passage, quoted.inner)
    return any_finite(words) and words[0].text[:1].isupper() and not words[0].is_finite


def _frame_behind(passage: Passage, quoted: Quoted) -> Quotation | None:
    """*„A“, sagte X.*: a reporting verb right behind the closing mark."""
    for view, frames in zip(passage.views, passage.frames, strict=True):
        if view.sentence.end > quoted.span.end:
            behind = [word for word in content(view.sentence.words) if word.start >= quoted.span.end]
            outside = [word for word in behind if word.text not in MARKS]
            near = bool(outside) and outside[0].start - quoted.span.end <= _FARTHEST
            return _frame_at(passage, view, frames, outside, quoted) if near else None
    return None


def _frame_at(
    passage: Passage, view: View, frames: Sequence[Frame], words: Sequence[Word], quoted: Quoted
) -> Quotation | None:
    """The frame that begins with the first of the words behind a quotation."""
    places = [words[0].number]
    if words[0].form in view.language.words.parenthesis_openers:
        places += [word.number for word in words[1:2]]  # *„A“, so sagte X*
    for frame in frames:
        begins = frame.cue.anchor.number in places or _begins_with_subject(frame, words, quoted)
        if "quote" in frame.cue.forms and begins:
            return _verb_behind(passage, frame, quoted)
    return _so_behind(view, words, quoted) if _is_statement(passage, quoted) else None


def _begins_with_subject(frame: Frame, words: Sequence[Word], quoted: Quoted) -> bool:
    """*"A," the mayor said*: who speaks before the verb, where a language lets him; not *"A." She said that p*, nor
    *"A." She said: "B"*."""
    view, verb = frame.view, frame.cue.anchor
    if view.language.grammar.VERB_SECOND or _introduces_words(frame) or view.clause_of(verb).closer == ":":
        return False
    before = [word for word in words if word.number < verb.number]
    head = subject(frame, outside=inside_numbers(view, quoted))
    own = {*view.phrase(head), *view.sentence.subtree(head)} if head else set()
    return bool(own) and bool(before) and all(word in own or word.upos in _BESIDE_SUBJECT for word in before)


def _introduces_words(frame: Frame) -> bool:
    """*said that p*; not *"A," he said, pointing at B, | "C"*: words in marks of their own."""
    start, view = content_start(frame), frame.view
    return start is not None and view.word(start[0] - 1).text not in MARKS and view.word(start[0]).text not in MARKS


def _is_statement(passage: Passage, quoted: Quoted) -> bool:
    return is_sentential(passage, quoted) or _is_whole(passage, quoted) or _is_in_list(passage, quoted)


def _is_in_list(passage: Passage, quoted: Quoted) -> bool:
    """*„Wir warten“ und | „Wir hoffen“*: a clause behind another quotation."""
    if not _is_sentence(passage, quoted):
        return False
    joining = word_before(passage, quoted.span.start)
    mark = passage.views[max(0, passage.view_at(joining.start))].before(joining)
    return (joining.upos == "CCONJ" or joining.text == ",") and mark.text in MARKS


def _is_whole(passage: Passage, quoted: Quoted) -> bool:
    """Whether the quotation begins its sentence."""
    return any(quoted.span.start - view.sentence.start in {0, 1} for view in passage.views)


def _verb_behind(passage: Passage, frame: Frame, quoted: Quoted) -> Quotation | None:
    view, words = frame.view, frame.view.language.words
    if not _is_statement(passage, quoted):
        return None
    opening = first(view.sentence.words, lambda word: word.start >= quoted.span.end)
    head = subject(frame, outside=inside_numbers(view, quoted))
    named = bool(head) and head.form not in words.impersonal_subjects
    if named and frame.cue.lemma in words.continuing_verbs:
        return None  # *„Wikiasari“, so heißt ein Projekt*: a name
    if not is_sentential(passage, quoted) and (content_start(frame) is not None or _is_named_first(frame, quoted)):
        return None  # *„Nordlicht“ erwähnte, dass p*: the one who speaks
    framing = text_span(view.words(opening.number, _frame_end(passage, frame)))
    found = verbatim(frame, quoted, head, framing=framing, rule="quote_then_verb")
    return found.with_(resumable=True, shares_frame=_goes_on_in_marks(passage, view, quoted))


def _is_named_first(frame: Frame, quoted: Quoted) -> bool:
    """*„Der Kurier“ zitierte einen Beamten*, *„Der Kurier“ schrieb: „A.“*: who cites, or speaks before the colon."""
    view, verb = frame.view, frame.cue.anchor
    follows = view.before(verb).end == quoted.span.end
    cites = frame.cue.lemma in view.language.words.citing_verbs
    return follows and (cites or frame.clause.closer == ":")


def _goes_on_in_marks(passage: Passage, view: View, quoted: Quoted) -> bool:
    """Whether a clause begins before the marks and belongs to the frame behind them: *Das Fest „war schön“, sagte X* ·
    *Der Saal sei voll, „denn alle kamen“, sagte X*; not *Er war zufrieden – „das lief gut“, sagte X*."""
    before = content(word for word in view.sentence.words if word.end <= quoted.span.start)
    if all(passage.is_quoted(word) or word.upos == "CCONJ" for word in before if word.text not in _LISTING):
        return False  # *„A“ und „B“, sagte X*
    last, opening = word_before(passage, quoted.span.start), first(view.sentence.words, _begins_behind(quoted))
    if last.upos != "PUNCT":
        return any_tag(before, _NOMINAL)
    reported = any(map(view.language.grammar.is_reported_mood, before))
    return reported or (any_finite(before) and opening.upos in _CONJUNCTIONS)


def _begins_behind(quoted: Quoted) -> Callable[[Word], bool]:
    return lambda word: word.start >= quoted.inner.start and word.text not in MARKS


def _frame_end(passage: Passage, frame: Frame) -> int:
    """The last word of a frame behind a quotation: up to the full stop, the next quotation or clause."""
    view, anchor = frame.view, frame.cue.anchor
    following = view.clauses[frame.clause.number + 1 :]
    clauses = [frame.clause, *takewhile(lambda clause: not _is_main(clause), following)]
    words = [word for clause in clauses for word in clause.words if word.number > anchor.number]
    own = takewhile(lambda word: not _ends_frame(passage, view, word), words)
    return max([anchor.number, *(word.number for word in own if word.text not in FULL_STOPS)])


def _is_main(clause: Clause) -> bool:
    return clause.kind == "main" and bool(clause.finite)


def _ends_frame(passage: Passage, view: View, word: Word) -> bool:
    """The next quotation, or the conjunction before a second verb: *„A“, bemerkte X und verwies auf …*."""
    coordinated = word.upos == "CCONJ" and view.behind(word).is_finite
    marked = word.text in MARKS or passage.is_quoted(word)
    return coordinated or (marked and not _is_in_phrase(passage, word))


def _is_in_phrase(passage: Passage, word: Word) -> bool:
    """Whether the word stands in marks around a name: *laut der „Post“*, *sagte X dem Magazin „Y“*."""
    around = (item for item in passage.quoted if item.span.contains(word))
    return any(is_name(passage, item) or _is_governed(passage, item) for item in around)


def _is_governed(passage: Passage, quoted: Quoted) -> bool:
    """*der „Post“*, *von „Spiegel Online“*: right behind an article or a preposition no sentence begins."""
    before = word_before(passage, quoted.span.start)
    return before.upos in {"DET", "ADP"} and not is_sentential(passage, quoted)


def _so_behind(view: View, words: Sequence[Word], quoted: Quoted) -> Quotation | None:
    """*„A“, so X*: an adverb that credits, and a clause without a verb."""
    adverb, clause = words[0], view.clause_of(words[0])
    head = first_tag(view.sentence.outside_attributes(words[1:]), _NOMINAL)
    credits = adverb.form in view.language.words.crediting_adverbs and not clause.finite
    speaker = speaker_span(view, head) if credits and head.number <= clause.last else None
    if speaker is None:
        return None
    comma = view.word(max(0, adverb.number - 2) + 1)
    opening = comma if comma.text == "," else adverb
    said = [word for word in clause.content if word.text not in {*MARKS, *FULL_STOPS}]
    last = said[-1]  # *so X weiter, so X am Montag*
    return Quotation(
        type="direct",
        marker="quotation_marks",
        medium="speech",
        spans=(quoted.span,),
        sentence=view.sentence.number,
        rule="quote_then_so",
        detail=f"{adverb.text} {head.text}",
        cue=(adverb.span,),
        frame=(Span(opening.start, max(speaker.end, last.end)),),
        speaker=(speaker,),
        lemma=adverb.form,
    )


def _frame_before(passage: Passage, quoted: Quoted) -> Quotation | None:
    """*X sagte: „A“* and *X: „A“*; the colon may have ended the sentence for the parser."""
    start = quoted.span.start
    near = slice(max(0, passage.view_at(start - NEAR - 1)), passage.view_at(start) + 1)
    for view, frames in zip(passage.views[near], passage.frames[near], strict=True):
        before = [word for word in view.sentence.words if word.end <= start]
        last = next((word for word in reversed(before) if word.text not in MARKS), before[-1] if before else NO_WORD)
        if view.sentence.end < start - NEAR or not last or last.number < before[-1].number - 1:
            continue
        if start - last.end <= NEAR:
            if last.text == ":":
                return _colon(passage, view, frames, quoted, last)
            return fragment_frame(passage, frames, quoted, before)
    return None


def _colon(passage: Passage, view: View, frames: Sequence[Frame], quoted: Quoted, colon: Word) -> Quotation | None:
    before = (item for item in frames if item.cue.anchor.number < colon.number)
    fitting = [item for item in before if not passage.is_quoted(item.cue.anchor) and _may_quote(item)]
    if not fitting:
        return _colon_without_verb(passage, view, quoted, colon)
    frame = _saying(fitting)
    head = subject(frame, outside=inside_numbers(view, quoted))
    if not head and not frame.cue.passive and (frame.clause.is_dependent or frame.clause.kind == "infinitive"):
        # *Ohm hat weniger Hemmungen, das zu zeigen: „A“*: whoever the clause around is about
        return _colon_without_verb(passage, view, quoted, colon)
    if is_sentential(passage, quoted) and goes_on_speaking(frame, head):
        return None  # *Das sei klar geregelt: „A.“*: whoever was speaking; the context says who
    framing = text_span(view.words(frame.first, colon.number))
    return verbatim(frame, quoted, head, framing=framing, rule="colon_then_quote").with_(shares_frame=True)


def _may_quote(frame: Frame) -> bool:
    """Whether the verb may introduce a quotation: one that takes nothing but clauses (*schließen daraus, dass p*) only
    where its subject can speak, not in *Der Hafen schließt: „A.“*."""
    cue, head = frame.cue, subject(frame)
    other = cue.phrase or cue.forms != ("clause",) or cue.placed
    return other or not head or (frame.clause.holds(head) and can_speak(frame.view, head))


def _saying(frames: Sequence[Frame]) -> Frame:
    """The last frame, or the one whose content it is part of: *Er glaubt, dass p hervorgehe: „A“*, *drohte, p zu
    melden: „A“*."""
    last = frames[-1]
    if last.clause.kind not in {"complement", "infinitive"}:
        return last
    return next((frame for frame in reversed(frames) if frame.clause.kind == "main"), last)


def _colon_without_verb(passage: Passage, view: View, quoted: Quoted, colon: Word) -> Quotation | None:
    """*US-Verteidigungsminister Lloyd Austin: „A“*: a name before the colon, or a clause's subject."""
    begin, sentential = _clause_first(view, colon), is_sentential(passage, quoted)
    words = content(view.words(begin, colon.number - 1))
    head = _verbless_subject(view, words)
    if head.lemma.lower() in view.language.words.genres and len(words) == 1:
        return None  # *Interview: „A“*: what kind of text it is
    if not head or (any_finite(words) and (not sentential or _is_told(view, words, head))):
        return None
    if is_name(passage, quoted):
        return None  # *die „Palang“ (etwa: „Kraft“)*
    framing = text_span(view.words(begin, colon.number))
    return verbless(view, quoted, head, framing=framing, rule="colon_then_quote")


def _is_told(view: View, words: Sequence[Word], head: Word) -> bool:
    """Whether a clause without a verb of saying is about a thing (*Das Motiv steht da: „A“*), or itself reported."""
    finite = (word for word in words if word.is_finite)
    return not can_speak(view, head) or any(map(view.language.grammar.is_reported_mood, finite))


def _clause_first(view: View, colon: Word) -> int:
    """The first word of the sentence, or of the stretch behind the last quotation in it."""
    closing = [word for word in view.words(1, colon.number - 2) if word.text in _CLOSING]
    return closing[-1].number + 1 if closing else 1


def _verbless_subject(view: View, words: Sequence[Word]) -> Word:
    """The noun phrase before the colon, or its clause's subject."""
    nominal = tagged(words, _NOMINAL)
    if any_finite(words):
        subject = first(nominal, lambda word: word.relation == "nsubj")
        if not is_mute(view, subject):
            return subject
        # *Diesen Vorwurf wollte Weber nicht stehenlassen: „A.“*: who can speak, whatever the tree says
        speaking = (word for word in nominal if word.number > subject.number and view.is_party(word))
        return next(filter(view.may_be_nominative, speaking), subject)
    free = [word for word in nominal if word.relation not in _DEPENDENT]
    return next(iter(free or nominal), NO_WORD)


def _continued(passage: Passage, previous: Quotation | None, quoted: Quoted) -> Quotation | None:
    """*„A“, sagt X. „B.“*: nothing but the frame stands between two quotations."""
    named = is_name(passage, quoted) or _is_governed(passage, quoted)
    if previous is None or named or not _follows(passage, previous, quoted):
        return None
    detail = f"{previous.detail}; goes on behind its frame"
    return previous.with_(spans=(quoted.span,), rule="quote_goes_on", detail=detail, resumable=False, listed=False)


def _follows(passage: Passage, previous: Quotation, quoted: Quoted) -> bool:
    end = max([previous.end, *(span.end for span in previous.frame)])
    between = [word for word in words_within(passage, Span(end, quoted.span.start)) if word.text not in MARKS]
    if not between and word_before(passage, quoted.span.start).upos in _GOVERNING:
        return False  # *„A“, sagte X zum „B“ des Mädchens*: part of a phrase
    close = bool(previous.frame) and all(word.text == "," for word in between)
    plain = all_tags(between, {"PUNCT", "CCONJ"})
    return close or (plain and (previous.listed or is_sentential(passage, quoted) or _is_sentence(passage, quoted)))


def resumed(scope: Scope) -> Iterator[Quotation]:
    """*„A“, stellte X fest, sei B.*: a verbatim beginning whose clause goes on in the Konjunktiv behind its frame."""
    view = scope.view
    here = (item for item in scope.found if item.resumable and item.sentence == view.sentence.number)
    for item in here:
        clauses = (clause for clause in view.clauses if _starts_behind(view, clause, item.frame[-1:]))
        clause = next(clauses, None)
        if clause is not None and clause.opening.is_finite and clause.opening.is_subjunctive:
            span = view.span(clause.first, syntax(view.language).content_end(view, clause.first, "verb_second"))
            if span is not None:
                yield item.with_(
                    type="indirect", marker="parenthetical", spans=(span,), rule="quote_resumed", resumable=False
                )


def _starts_behind(view: View, clause: Clause, frame: Sequence[Span]) -> bool:
    return clause.opener == "," and any(view.word(clause.first - 2).end == span.end for span in frame)


def unframed_quotes(scope: Scope) -> Iterator[Quotation]:
    """Quoted sentences that no frame claims: credited to whoever the context names, else unresolved."""
    passage, found = scope.passage, list(scope.found)
    for quoted in passage.quoted:
        taken = quoted.depth > 0 or any(item.overlaps(quoted.span) for item in found)
        if taken or not is_sentential(passage, quoted):
            continue
        if _is_whole(passage, quoted) or follows_colon(passage, quoted):
            view = next(item for item in passage.views if item.sentence.end > quoted.span.start)
            context = context_of(passage.text, view, [*scope.before, *found])
            found.append(_unframed(view, quoted, _speaker_before(found, view, quoted) or context.speaker()))
            yield found[-1]


def _unframed(view: View, quoted: Quoted, speaker: Speaker | None) -> Quotation:
    return Quotation(
        type="direct",
        marker="quotation_marks",
        medium="speech",
        spans=(quoted.span,),
        sentence=view.sentence.number,
        rule="quote_without_frame",
        detail=speaker.why if speaker is not None else "no speaker in the context",
        speaker=speaker.mention if speaker is not None else (),
    )


def _speaker_before(found: Sequence[Quotation], view: View, quoted: Quoted) -> Speaker | None:
    """*Das habe Methode, so Weber weiter: „A.“*: whoever speaks in the sentence before the quotation."""
    credited = (item for item in found if item.speaker and item.type != "author")
    inside = [item for item in credited if view.sentence.start <= item.start and item.end <= quoted.span.start]
    return Speaker(inside[-1].speaker, f"goes on from the words before ({inside[-1].rule})") if inside else None


def quoted_fragments(scope: Scope) -> Iterator[Quotation]:
    """*sagte, der Plan sei „Unsinn“*: verbatim words inside a statement in other words."""
    about = scope.about
    if about is None or about.type in {"direct", "author"}:
        return
    shorter = [item for item in scope.found if item.length < about.length]
    for quoted in fragments(scope.passage, about):
        known = any(set(item.spans) == {quoted.span} for item in scope.found)
        if not known and not any(item.covers(quoted.span) for item in shorter):
            found = about.with_(
                type="direct",
                marker="quotation_marks",
                spans=(quoted.span,),
                frame=(),
                rule="quoted_fragment",
                detail=f"verbatim words in: {about.rule}",
                certainty=None,
                states="proposition",
            )
            shorter.append(found)
            yield found
