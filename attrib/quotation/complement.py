"""Indirect speech behind or before a reporting verb: dass-clauses, verb-second clauses, infinitives, parentheses.

*Er erklärte, dass p* · *Er sagte, p sei so* · *Er forderte, p zu tun* · *p sei so, sagte er* · *p, so hieß es, sei so*.
"""

from collections.abc import Iterator
from functools import cache

from attrib.analysis import Span, Word
from attrib.language import Language
from attrib.party import party_test
from attrib.quotation.addressee import addressee
from attrib.quotation.content import before_matrix, content_end, content_start
from attrib.quotation.cues import Cue, merge_words
from attrib.quotation.noun import governing_noun, has_author
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import antecedent, place_that_speaks, speaker_span, subject
from attrib.quotation.view import View, frame_spans, frame_start
from attrib.records import Marker
from attrib.syntax import Field, is_finite, is_relative, is_reported_mood, is_subjunctive, text_span

_LONGEST_AGENTLESS = 4
"""Words of a parenthesis that names nobody: *p, wurde am Abend mitgeteilt*."""
_MARKER: dict[str, Marker] = {
    "complement": "complement_clause",
    "infinitive": "complement_clause",
    "verb_second": "verb_second",
}


def taken_up(view: View, cues: tuple[Cue, ...], previous: View | None) -> Iterator[Quotation]:
    """*p. Das teilte X mit.*: the sentence before is what is said, taken up by a pronoun that opens the next one."""
    first = view.sentence.words[0] if view.sentence.words else None
    if first is None or previous is None or previous.sentence.part != view.sentence.part:
        return
    if first.text.lower() not in view.language.words("object_pronouns") or first.upos not in {"PRON", "DET"}:
        return
    for cue in cues:
        if "clause" not in cue.forms or cue.anchor.number != 2 or cue.passive:
            continue
        head = subject(view, cue, outside=(1, 1))
        content = previous.span(1, previous.last_content)
        if head is None or head is first or content is None or cue.needs_document:
            continue
        if cue.finite is not None and is_subjunctive(cue.finite):
            continue  # *Dies begründe die Fluchtgefahr*: itself part of what is reported
        found = _build(
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
        found = _right_behind(view, cue) or _parenthetical(view, cue) or _behind(view, cue) or _before(view, cue)
        if found is not None and _is_credible(view, cue, found):
            yield found


def _is_itself_reported(view: View, cue: Cue) -> bool:
    """*Er gehe davon aus, dass p*: the speaker's own verb of thinking inside his reported speech is no new frame."""
    head = subject(view, cue)
    own = head is None or head.upos == "PRON"
    return own and cue.finite is not None and is_reported_mood(cue.finite)


def _is_confirmed_state(view: View, cue: Cue) -> bool:
    """*Mittlerweile ist bestätigt, dass p*: the author vouches for it, nobody else is credited."""
    states = view.language.words("state_auxiliaries")
    return (
        cue.finite is not None and cue.finite is not cue.verb and cue.finite.lemma in states and _agentless(view, cue)
    )


def _is_left_undone(view: View, cue: Cue) -> bool:
    """*ohne zu sagen, ob p* · *Niemand bestätigte, dass p*: nobody says it."""
    first = view.words(view.fields[view.field_index(cue.verb)].first, view.fields[view.field_index(cue.verb)].first)[0]
    if first.text.lower() in view.language.words("excluding_adjuncts") and not is_finite(cue.verb):
        return True
    head = subject(view, cue)
    return head is not None and head.text.lower() in view.language.words("negative_subjects")


def _right_behind(view: View, cue: Cue) -> Quotation | None:
    """*X erklärte am Montag, dass p*: a dass-clause right behind the comma that ends the cue's own clause."""
    index = view.field_index(cue.anchor)
    following = view.fields[index + 1] if index + 1 < len(view.fields) else None
    if following is None or following.opener != "," or following.kind != "complement" or "clause" not in cue.forms:
        return None
    opening = view.words(following.first, following.first)[0].text.lower()
    return _behind(view, cue) if opening in view.language.words("noun_complementizers") else None


@cache
def _confirming(language: Language) -> frozenset[str]:
    return frozenset(stand.lemma for stand in language.stands if stand.verdict == "confirms" and not stand.words)


def _agentless(view: View, cue: Cue) -> bool:
    worden = any(word.text.lower() == "worden" for word in view.sentence.words)
    nominative = subject(view, cue)
    return (
        cue.lemma in _confirming(view.language)
        and not worden
        and (nominative is None or nominative.text.lower() == "es" or cue.passive)
    )


def _behind(view: View, cue: Cue) -> Quotation | None:
    start = content_start(view, cue)
    if start is None:
        return None
    first, kind = start
    noun = governing_noun(view, view.field_index(view.words(first, first)[0]))
    if "about" in cue.forms and noun is not None and has_author(view, noun):
        return None  # *Der Verband lehnte die Forderung der Spieler, p zu tun, ab*: p is what the players put forward.
    last = content_end(view, first, kind)
    if view.fields[view.field_index(cue.anchor)].kind == "relative":
        last = before_matrix(view, first, last)
    return _quotation(view, cue, first, last, marker=_MARKER[kind], frame=(frame_start(view, cue), first - 1))


def _before(view: View, cue: Cue) -> Quotation | None:
    """*Dass p, bestritt er*: the clause stands first, the verb right behind its comma."""
    index = view.field_index(cue.anchor)
    if index == 0 or view.fields[0].kind != "complement" or view.fields[index].first != cue.anchor.number:
        return None
    last = view.fields[index - 1].last
    return _quotation(view, cue, 1, last, marker="complement_clause", frame=(last + 1, view.fields[index].last))


def _parenthetical(view: View, cue: Cue) -> Quotation | None:
    """*p, sagte X.* · *p, sagte X, p.* · *p, heißt es in dem Bericht.*"""
    anchor = cue.anchor
    index = view.field_index(anchor)
    if "clause" not in cue.forms or index == 0 or not is_finite(anchor):
        return None
    field = view.fields[index]
    opening = [word for word in view.words(field.first, anchor.number - 1) if word.upos != "PUNCT"]
    if field.opener not in {",", "–", "—", "-", "("} or any(
        word.text.lower() not in view.language.words("parenthesis_openers") for word in opening
    ):
        return None
    before = view.fields[:index]
    if not _holds_main_clause(view, index, cue):
        return None
    head = subject(view, cue, outside=(1, field.first - 1))
    if head is None and not cue.passive:
        return None  # *Ein Beamter, den die Zeitung zitiert, sagte, …*: the subject stands before, so does the frame.
    if not _may_interpose(view, field, head):
        return None
    last = _parenthesis_end(view, index, cue, head)
    if cue.verb.number > last:
        return None
    spans = [view.span(_clause_begin(view, index), before[-1].last)]
    if last + 1 < view.last_content and _goes_on(view, last):
        spans.append(view.span(last + 1, view.last_content))
    stretches = tuple(span for span in spans if span is not None)
    if not stretches:
        return None
    comma = field.first - 1 if field.first > 1 else field.first
    frame_last = last + 1 if len(stretches) > 1 and last < len(view.sentence.words) else last
    return _build(
        view,
        cue,
        stretches,
        marker="parenthetical",
        frame=(Span(view.words(comma, comma)[0].start, view.words(frame_last, frame_last)[0].end),),
        head=head,
        outside=None,
    )


def _may_interpose(view: View, field: Field, head: Word | None) -> bool:
    """Whether a clause that begins with its verb can be a parenthesis: not *X findet statt, wird heute eröffnet und
    dauert lange*, nor *X schrieb Briefe, fand aber wenig Interesse*, which go on with the subject before them."""
    if any(is_subjunctive(word) for other in view.fields for word in other.finite if other is not field):
        return True
    if head is None:
        return field.last - field.first < _LONGEST_AGENTLESS
    return head.upos == "PRON" or party_test(view.language)(head, view.sentence)


def _clause_begin(view: View, index: int) -> int:
    """The first word of the content before a parenthesis: the sentence's, or the one behind *X sagte:* or *;*."""
    for before in range(index - 1, -1, -1):
        if view.fields[before].opener == ";":
            return view.fields[before].first
    return view.fields[0].first


def _holds_main_clause(view: View, index: int, cue: Cue) -> bool:
    """Whether the words before the parenthesis (or behind it) make a clause of their own.

    *Als er kam, sagte er, …* and *Der Minister, der gestern kam, sagte, …* do not.
    """
    before = view.fields[:index]
    own = [number for number in range(index) if governing_noun(view, number) is None]
    if any(before[number].kind == "main" for number in own) and not _is_fronted(view, index):
        return True
    subjects = subject(view, cue, outside=(1, view.fields[index].first - 1))
    behind = subjects is not None and subjects.number > cue.anchor.number
    cut = view.fields[index + 1 :]
    split = (
        bool(cut)
        and cut[0].kind == "main"
        and bool(cut[0].finite)
        and is_finite(view.words(cut[0].first, cut[0].first)[0])
    )
    return behind and split and all(field.kind == "fragment" for field in before)


def _is_fronted(view: View, index: int) -> bool:
    """*Wer fragt, sagte er …*: everything before the verb is its own first constituent."""
    before = view.fields[:index]
    adjunct = view.words(1, 1)[0].text.lower() in view.language.words("infinitive_adjuncts")
    return adjunct or all(field.kind in {"subordinate", "fragment", "relative"} for field in before)


def _parenthesis_end(view: View, index: int, cue: Cue, head: Word | None) -> int:
    """The last word of the frame: its field and the nouns and relative clauses that belong to the speaker."""
    last = view.fields[index].last
    for number in range(index + 1, len(view.fields)):
        field = view.fields[number]
        inner = [word for word in view.field_words(number) if word.upos != "PUNCT"]
        apposition = field.kind == "fragment" and inner and inner[0].upos in {"DET", "NOUN", "PROPN", "ADJ"}
        particle = field.kind == "fragment" and any(word in cue.words for word in inner)
        if not (field.kind == "relative" or apposition or particle):
            break
        last = field.last
    return last


def _goes_on(view: View, last: int) -> bool:
    """Whether the sentence's own clause continues behind the parenthesis."""
    index = view.field_index(view.words(last + 1, last + 1)[0]) + 1
    rest = view.fields[index:] if index < len(view.fields) else ()
    return any(field.finite or field.kind == "infinitive" for field in rest)


def _quotation(
    view: View, cue: Cue, first: int, last: int, *, marker: Marker, frame: tuple[int, int]
) -> Quotation | None:
    stretch = view.span(first, last)
    if stretch is None:
        return None
    head = subject(view, cue, outside=(first, last))
    spans = frame_spans(view, frame[0], frame[1], (first, last))
    return _build(view, cue, (stretch,), marker=marker, frame=spans, head=head, outside=(first, last))


def _build(
    view: View,
    cue: Cue,
    stretches: tuple[Span, ...],
    *,
    marker: Marker,
    frame: tuple[Span, ...],
    head: Word | None,
    outside: tuple[int, int] | None,
) -> Quotation:
    if head is not None and head in cue.words and head.upos == "NOUN":
        head = None  # *Es war die Rede davon, dass p*: the noun is part of the cue.
    impersonal = _is_impersonal(view, cue, head)
    speaker = None if impersonal or head is None else speaker_span(view, head, outside=outside)
    if speaker is None and impersonal:
        speaker = place_that_speaks(view, cue, outside)
    words = cue.words
    if impersonal and head is not None and abs(head.number - cue.anchor.number) == 1:
        words = (*words, head)
    return Quotation(
        type="indirect",
        marker="impersonal" if impersonal and speaker is None else marker,
        medium=cue.medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule=marker,
        detail=f"{cue.lemma}: {' '.join(word.text for word in cue.words)}",
        cue=merge_words(words),
        frame=frame,
        speaker=(speaker,) if speaker is not None else (),
        addressee=addressee(view, cue, head, outside=outside),
        impersonal=impersonal and speaker is None,
        continues=_continues(view, cue, head),
        certainty=cue.certainty,
        lemma=cue.lemma,
    )


def _continues(view: View, cue: Cue, head: Word | None) -> bool:
    """*hieß es weiter* · *Darin wird festgehalten, dass p* · *Man betonte, dass p*: whoever was speaking goes on."""
    field = view.field_words(view.field_index(cue.anchor))
    return (
        cue.lemma in view.language.words("continuing_verbs")
        or (head is not None and head.text.lower() in view.language.words("speaking_pronouns") and not cue.passive)
        or any(word.text.lower() in view.language.words("continuing_places") for word in field[:2])
    )


def _is_impersonal(view: View, cue: Cue, head: Word | None) -> bool:
    """*es heißt, man vermutet, wird berichtet*: nobody is named."""
    return (head is None and (cue.passive or cue.phrase)) or (
        head is not None and head.text.lower() in view.language.words("impersonal_subjects")
    )


def _is_credible(view: View, cue: Cue, found: Quotation) -> bool:
    """Leaves out what only looks like reporting: no subject at all, documents' verbs under other subjects."""
    if found.marker == "verb_second" and not found.speaker and not found.impersonal:
        return any(is_subjunctive(word) for word in view.sentence.words)
    return not cue.needs_document or _is_document(view, cue)


def _is_document(view: View, cue: Cue) -> bool:
    """*Der Bericht zeigt, dass p*; not *Der Trainer zeigte ihm, wie man wirft*."""
    head = subject(view, cue)
    if head is not None and is_relative(head):
        head = antecedent(view, head)
    return head is not None and party_test(view.language).is_medium(head)
