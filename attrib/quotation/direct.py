"""Verbatim quotations: which quoted stretches are statements, and the frame that says whose.

*„A“, sagte X.* · *X sagte: „A“* · *X: „A“* · *„A“, so X* · *„A“, sagt X. „B.“* · *bezeichnete p als „A“*.
"""

from collections.abc import Iterator, Sequence

from attrib.quotation.content import content_end, content_start
from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_start
from attrib.quotation.marks import Quoted
from attrib.quotation.passage import MARKS, Passage, is_name, is_sentential, word_before, words_within
from attrib.quotation.quotation import Quotation
from attrib.quotation.quoted_words import fragment_frame
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.verbatim import inside_numbers, verbatim
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.party import party_test
from attrib.text.view import View, text_span

_NEAR = 4
"""How many words may stand between a closing mark and the verb of its frame."""


def framed_quotes(passage: Passage) -> Iterator[Quotation]:
    """The quoted stretches that a frame outside of them credits to somebody."""
    previous: Quotation | None = None
    for quoted in passage.quoted:
        if quoted.depth > 0:
            continue
        found = _frame_behind(passage, quoted)
        # Before a frame in front of it: in *„A“, sagte X, „b“* the frame stands before b and belongs to both.
        follows = previous is not None and not is_name(passage, quoted) and _follows(passage, previous, quoted)
        if found is None and previous is not None and follows:
            found = _continued(passage, previous, quoted)
        found = found or _frame_before(passage, quoted)
        if found is not None:
            yield found
        previous = found


def _frame_behind(passage: Passage, quoted: Quoted) -> Quotation | None:
    """*„A“, sagte X.*: a reporting verb right behind the closing mark."""
    for view, cues in zip(passage.views, passage.cues, strict=True):
        if view.sentence.end <= quoted.span.end:
            continue
        behind = [word for word in view.sentence.words if word.start >= quoted.span.end]
        content = [word for word in behind if word.upos != "PUNCT" and word.text not in MARKS]
        if not content or content[0].start - quoted.span.end > 8:
            return None
        for cue in cues:
            if "quote" in cue.forms and cue.anchor in content[:1] + _openers(view, content):
                return _behind(passage, view, cue, quoted)
        return (
            _so_behind(view, content, quoted) if is_sentential(passage, quoted) or _is_whole(passage, quoted) else None
        )
    return None


def _openers(view: View, content: Sequence[Word]) -> list[Word]:
    """The verb behind *so* or *das*: *„A“, so sagte X*."""
    if len(content) > 1 and content[0].form in view.language.words.parenthesis_openers:
        return [content[1]]
    return []


def _is_whole(passage: Passage, quoted: Quoted) -> bool:
    """Whether the quotation begins its sentence."""
    return any(quoted.span.start - view.sentence.start in {0, 1} for view in passage.views)


def _behind(passage: Passage, view: View, cue: Cue, quoted: Quoted) -> Quotation | None:
    if not (is_sentential(passage, quoted) or _is_whole(passage, quoted)):
        return None
    first = next(word for word in view.sentence.words if word.start >= quoted.span.end)
    last = _frame_end(passage, view, cue)
    head = subject(view, cue, outside=inside_numbers(view, quoted))
    named = head is not None and head.form not in view.language.words.impersonal_subjects
    if named and cue.lemma in view.language.words.continuing_verbs:
        return None  # *„Wikiasari“, so heißt ein Projekt*: a name
    if not is_sentential(passage, quoted) and content_start(view, cue) is not None:
        return None  # *„Nordlicht“ erwähnte, dass p*: the one who speaks
    return verbatim(view, quoted, cue, head, frame=text_span(view.words(first.number, last)), rule="quote_then_verb")


def _frame_end(passage: Passage, view: View, cue: Cue) -> int:
    """The last word of a frame behind a quotation: up to the full stop, the next quotation or clause."""
    last = cue.anchor.number
    index = view.clause_of(cue.anchor).number
    for number in range(index, len(view.clauses)):
        clause = view.clauses[number]
        if number > index and clause.finite and clause.kind == "main":
            break
        for word in view.clauses[number].words:
            if word.number > cue.anchor.number and (passage.is_quoted(word) or word.text in MARKS):
                return last
            if word.number > cue.anchor.number and _is_coordinated_verb(view, word):
                return last
            last = max(last, word.number if word.text not in {".", "!", "?"} else last)
    return last


def _is_coordinated_verb(view: View, word: Word) -> bool:
    """*„A“, bemerkte X und verwies auf …*: the conjunction before a second verb ends the frame."""
    following = view.words(word.number + 1, word.number + 1) if word.number < len(view.sentence.words) else ()
    return word.upos == "CCONJ" and bool(following) and following[0].is_finite


def _so_behind(view: View, content: Sequence[Word], quoted: Quoted) -> Quotation | None:
    if content[0].form not in view.language.words.crediting_adverbs or len(content) < 2:
        return None
    clause = view.clause_of(content[0])
    if clause.finite:
        return None
    head = next((word for word in content[1:] if word.upos in {"NOUN", "PROPN", "PRON", "X"}), None)
    speaker = None if head is None else speaker_span(view, head)
    if head is None or speaker is None or head.number > clause.last:
        return None
    start = max(0, content[0].number - 2)
    comma = view.sentence.words[start]
    first = comma if comma.text == "," else content[0]
    return Quotation(
        type="direct",
        marker="quotation_marks",
        medium="speech",
        spans=(quoted.span,),
        sentence=view.sentence.number,
        rule="quote_then_so",
        detail=f"{content[0].text} {head.text}",
        cue=(content[0].span,),
        frame=(Span(first.start, max(speaker.end, head.end)),),
        speaker=(speaker,),
        lemma=content[0].form,
    )


def _frame_before(passage: Passage, quoted: Quoted) -> Quotation | None:
    """*X sagte: „A“* and *X: „A“*; the colon may have ended the sentence for the parser."""
    for view, cues in zip(passage.views, passage.cues, strict=True):
        if view.sentence.end < quoted.span.start - 3 or view.sentence.start >= quoted.span.start:
            continue
        before = [word for word in view.sentence.words if word.end <= quoted.span.start]
        if not before:
            continue
        last = next((word for word in reversed(before) if word.text not in MARKS), before[-1])
        if last.number < before[-1].number - 1 or quoted.span.start - last.end > 3:
            continue
        if last.text == ":":
            return _colon(passage, view, cues, quoted, last)
        return fragment_frame(passage, view, cues, quoted, before)
    return None


def _colon(passage: Passage, view: View, cues: Sequence[Cue], quoted: Quoted, colon: Word) -> Quotation | None:
    fitting = [cue for cue in cues if cue.anchor.number < colon.number and not passage.is_quoted(cue.anchor)]
    cue = _saying(view, fitting) if fitting else None
    first = frame_start(view, cue) if cue is not None else _clause_first(view, colon)
    words = [word for word in view.words(first, colon.number - 1) if word.upos != "PUNCT"]
    if cue is None and any(word.is_finite for word in words) and not is_sentential(passage, quoted):
        return None
    outside = inside_numbers(view, quoted)
    head = subject(view, cue, outside=outside) if cue is not None else _verbless_subject(view, words)
    if head is None and cue is None:
        return None
    if is_sentential(passage, quoted) and _goes_on_speaking(view, cue, head, words):
        return None  # *Das sei klar geregelt: „A.“*: whoever was speaking; the context says who
    return verbatim(view, quoted, cue, head, frame=text_span(view.words(first, colon.number)), rule="colon_then_quote")


def _saying(view: View, cues: Sequence[Cue]) -> Cue:
    """The last cue, or the one whose content it is part of: *Er glaubt, dass p hervorgehe: „A“*."""
    last = cues[-1]
    if view.clause_of(last.anchor).kind != "complement":
        return last
    return next((cue for cue in reversed(cues) if view.clause_of(cue.anchor).kind == "main"), last)


def _goes_on_speaking(view: View, cue: Cue | None, head: Word | None, words: Sequence[Word]) -> bool:
    """Whether the clause before the colon is itself what somebody says, or about a thing: *Das Motiv steht da: „A“*."""
    finite = [word for word in words if word.is_finite]
    speaks = head is not None and _can_speak(view, head)
    if cue is not None:
        return not speaks and cue.finite is not None and view.language.grammar.is_reported_mood(cue.finite)
    if not finite or head is None:
        return False
    return not speaks or any(view.language.grammar.is_reported_mood(word) for word in finite)


def _can_speak(view: View, head: Word) -> bool:
    """Whether the noun is a party, or something written or said."""
    is_party = party_test(view.language)
    document = is_party.is_medium(head) or (head.upos == "NOUN" and noun_entry(head, view.language) is not None)
    return document or is_party(head, view.sentence)


def _clause_first(view: View, colon: Word) -> int:
    """The first word of the sentence, or of the stretch behind the last quotation in it."""
    first = 1
    for word in view.words(1, colon.number - 1):
        if word.text in {"“", "”", "«", ";"} and word.number + 1 < colon.number:
            first = word.number + 1
    return first


def _verbless_subject(view: View, words: Sequence[Word]) -> Word | None:
    """*US-Verteidigungsminister Lloyd Austin: „A“*: the noun phrase before the colon, or its clause's subject."""
    nominal = [word for word in words if word.upos in {"NOUN", "PROPN", "PRON", "X"}]
    subjects = [word for word in nominal if word.relation == "nsubj"]
    if any(word.is_finite for word in words):
        return subjects[0] if subjects else None
    free = [word for word in nominal if word.relation not in {"nmod", "obl", "flat", "appos"}]
    found = free or nominal
    return found[0] if found else None


def _follows(passage: Passage, previous: Quotation, quoted: Quoted) -> bool:
    """Whether nothing but the frame stands between two quotations: *„A“, sagt X. „B.“*"""
    end = max([previous.end, *(span.end for span in previous.frame)])
    between = words_within(passage, Span(end, quoted.span.start))
    close = all(word.text == "," or word.text in MARKS for word in between) and bool(previous.frame)
    plain = all(word.upos == "PUNCT" or word.text in MARKS or word.upos == "CCONJ" for word in between)
    return close or (plain and (is_sentential(passage, quoted) or previous.rule == "quoted_object"))


def _continued(passage: Passage, previous: Quotation, quoted: Quoted) -> Quotation:
    return previous.with_(
        spans=(quoted.span,), rule="quote_goes_on", detail=f"{previous.detail}; goes on behind its frame"
    )


def resumed(view: View, direct: Sequence[Quotation]) -> Iterator[Quotation]:
    """*„A“, stellte X fest, sei B.*: a verbatim beginning whose clause goes on in the Konjunktiv behind its frame."""
    for item in direct:
        if item.rule != "quote_then_verb" or item.sentence != view.sentence.number or not item.frame:
            continue
        following = next((clause for clause in view.clauses if _starts_behind(view, clause, item.frame[-1])), None)
        opening = None if following is None else following.opening
        if following is None or opening is None or not (opening.is_finite and opening.is_subjunctive):
            continue
        span = view.span(following.first, content_end(view, following.first, "verb_second"))
        if span is not None:
            yield item.with_(type="indirect", marker="parenthetical", spans=(span,), rule="quote_resumed")


def _starts_behind(view: View, clause: Clause, frame: Span) -> bool:
    return clause.opener == "," and view.words(clause.first - 2, clause.first - 2)[0].end == frame.end


def unframed_quotes(passage: Passage, taken: Sequence[Quotation]) -> Iterator[tuple[Quoted, View]]:
    """Quoted sentences that no frame claims; their speaker, if any, stands in the context."""
    for quoted in passage.quoted:
        if quoted.depth > 0 or any(item.overlaps(quoted.span) for item in taken):
            continue
        if is_sentential(passage, quoted) and (_is_whole(passage, quoted) or _follows_colon(passage, quoted)):
            view = next(item for item in passage.views if item.sentence.end > quoted.span.start)
            yield quoted, view


def _follows_colon(passage: Passage, quoted: Quoted) -> bool:
    last = word_before(passage, quoted.span.start)
    return last is not None and last.text == ":" and quoted.span.start - last.end <= 3
