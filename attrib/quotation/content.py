"""Where the content of a frame begins and ends."""

from collections.abc import Sequence

from attrib.languages.phrase import is_time, phrase_words
from attrib.languages.syntax import Field, is_finite, is_subjunctive
from attrib.quotation.cues import Cue
from attrib.quotation.marks import DOUBLE_MARKS
from attrib.quotation.speaker import subject
from attrib.quotation.view import View
from attrib.text.analysis import Word

_DASHES = frozenset({"–", "—", "-"})
_LONGEST_FIRST = 4
"""Words before a verb that closes its clause, more than which make no first constituent: *sagte, wer will, kommt*."""


def content_start(view: View, cue: Cue) -> tuple[int, str] | None:
    """The number of the first word of the clause a cue introduces behind it, and its kind; None if there is none.

    Kinds: `complement` (dass, ob, w-word), `verb_second`, `infinitive`.
    """
    if view.fields[view.field_index(cue.anchor)].opener == "(":
        return None  # *hat (die Zeitung berichtete) nicht entschieden, ob p*: what stands in brackets is closed
    anchor = max(cue.verb.number, cue.anchor.number) if cue.anchor.number < cue.verb.number else cue.anchor.number
    start = view.field_index(cue.anchor)
    inside = _complementizer_inside(view, start, after=anchor)
    if inside is not None:
        return inside, "complement"
    pending: int | None = None
    claimed: int | None = None
    for index in range(start + 1, len(view.fields)):
        field = view.fields[index]
        if field.first <= anchor <= field.last:
            pending = None
            continue
        if _hands_over(view, cue, anchor, field.first):
            return None
        kind = _content_kind(view, index, cue, pending=pending)
        if kind == "stop":
            return None
        if kind == "claimed":
            claimed = field.first
        elif kind == "pending":
            pending = field.first if pending is None else pending
        elif kind == "skip":
            pending = None
        elif kind is not None:
            first = pending if pending is not None and kind == "verb_second" else _before_bracket(view, index, start)
            return (claimed or first), kind
    return None


def _before_bracket(view: View, index: int, start: int) -> int:
    """*beschloss, der Partei (BP) beizutreten*: the first word of a clause that a bracket cuts in two."""
    while view.fields[index].opener == ")" and index - 2 > start and view.fields[index - 1].opener == "(":
        index -= 2
    return view.fields[index].first


def _hands_over(view: View, cue: Cue, anchor: int, first: int) -> bool:
    """*Experten äußern Zweifel und weisen darauf hin, dass p*: the clause belongs to the later verb."""
    between = view.words(anchor + 1, first - 1)
    for place, word in enumerate(between):
        if is_finite(word) and word.number != cue.verb.number and word is not cue.finite:
            field = view.fields[view.field_index(word)]
            coordinated = any(item.upos == "CCONJ" for item in between[:place])
            same = field is view.fields[view.field_index(cue.anchor)]
            if coordinated and (same or not field.is_dependent):
                return True
    return False


def _complementizer_inside(view: View, index: int, *, after: int) -> int | None:
    for word in view.field_words(index):
        if word.number > after + 1 and word.text.lower() in view.language.words("complementizers"):
            return word.number
    return None


def _content_kind(view: View, index: int, cue: Cue, *, pending: int | None) -> str | None:
    field = view.fields[index]
    words = [word for word in view.field_words(index) if word.upos != "PUNCT"]
    if not words or field.opener in {"(", ")"}:
        return "skip"
    first = words[0].text.lower()
    if field.kind == "complement":
        if _describes(view, field, first) or first in view.language.words("equatives"):
            return "skip"  # *kritisierte die Art und Weise, wie es geschah* · *…, so dass die Straße gesperrt wurde*
        compared = first in view.language.words("comparative") and any(_reports(view, verb) for verb in field.finite)
        if compared and cue.verb.has("VerbForm=Inf"):
            return "stop"  # *an der Wirkung zu zweifeln, wie er sagte*
        return "complement" if "clause" in cue.forms else "stop"
    if field.kind == "infinitive":
        if first in view.language.words("infinitive_adjuncts"):
            return "skip"
        return "infinitive" if "infinitive" in cue.forms else "stop"
    if field.kind == "subordinate":
        # *bestritt das indirekt, indem er sagte, p*: the clause belongs to the verb in between
        return "stop" if any(_reports(view, verb) for verb in field.finite) else "pending"
    if field.kind == "relative":
        return None if pending is not None else "skip"
    if field.kind == "fragment" and view.words(field.first - 2, field.first - 2)[0].text.lower() in view.language.words(
        "pronominal_adverbs"
    ):
        return "claimed"  # *sprach davon, gesicherte Erkenntnisse, dass p, zu haben*
    if field.kind == "fragment":
        # *sagte, trotz des Regens werde …* against *sagte Müller, Chef der Firma, er …*
        if pending is not None:
            return None
        opens = words[0].upos in {"ADP", "ADV"} or _is_right_behind(view, field, cue)
        return "pending" if opens else "skip"
    follows = pending is None and field.opener == "," and field.first - 2 == _field_end(view, cue)
    return _verb_second_kind(view, field, words, cue, follows=follows)


def _is_right_behind(view: View, field: Field, cue: Cue) -> bool:
    """*sagte, ein Mann, der p, sei …*: behind the comma after the verb itself, where no apposition can stand."""
    last = max(word.number for word in (cue.verb, cue.anchor, *cue.words))
    return field.opener == "," and field.first - 2 == last


def _field_end(view: View, cue: Cue) -> int:
    return view.fields[view.field_index(cue.anchor)].last


def _describes(view: View, field: Field, first: str) -> bool:
    """A clause with *wie* behind *Weise* or *Art* says which one."""
    before = view.words(field.first - 2, field.first - 2) if field.first > 2 else ()
    manner = view.language.words("manner_nouns")
    return bool(before) and first in view.language.words("comparative") and before[0].text.lower() in manner


def _verb_second_kind(view: View, field: Field, words: Sequence[Word], cue: Cue, *, follows: bool) -> str:
    """`follows` says that the clause stands right behind the cue's own: *Wenn er geklagt hätte, hätte …* is no content,
    *sagte, ein Mann, der p, sei …* is."""
    verbatim = field.opener == ":" and view.words(field.first, field.first)[0].text in DOUBLE_MARKS
    if "clause" not in cue.forms or (follows and is_finite(words[0])) or verbatim:
        return "stop"
    coordinated = words[0].upos == "CCONJ" or words[0].text.lower() in view.language.words("coordinators")
    if any(is_subjunctive(word) for word in field.finite):
        return "stop" if coordinated else "verb_second"
    # *Er sagte, er kommt* is content; *Er sagte das, ging und …* and *…, sagte X, doch Y kam* are not.
    verb_first = is_finite(words[0])
    contrasted = words[0].text.lower() in view.language.words("contrast_openers")
    if coordinated or verb_first or contrasted or field.opener not in {",", ":"} or cue.passive:
        return "stop"
    if _has_object(view, cue) or not _is_verb_second(view, words):
        return "stop"
    return "verb_second"


def _is_verb_second(view: View, words: Sequence[Word]) -> bool:
    """*das Amt schließt*, not *dabei viele Menschen töteten*: one constituent before the finite verb."""
    place = next(number for number, word in enumerate(words) if is_finite(word))
    before = words[:place]
    if place == len(words) - 1 == 1 and words[0].text.lower() in view.language.words("relative_pronouns"):
        return False  # *die Behauptungen eines Mannes, der sagt, …*
    if place == len(words) - 1 and place > _LONGEST_FIRST:
        return False
    opening = before[0] if before else words[0]
    adverb = opening.upos == "ADV" and opening.text.lower() not in view.language.words("focus_particles")
    nominal = any(word.upos in {"NOUN", "PROPN", "PRON"} for word in before)
    governed = len(before) > 1 and before[1].upos in {"ADP", "NUM", "ADJ", "ADV"}
    return not (adverb and nominal and not governed)


def _has_object(view: View, cue: Cue) -> bool:
    """*bestätigen diese Meldung*: the verb has its object already, a clause behind it is another one."""
    field = view.fields[view.field_index(cue.anchor)]
    reach = view.words(cue.anchor.number + 1, field.last)
    prepositions = {*cue.act_prepositions, cue.preposition}
    if any(word.upos == "ADP" and word.text.lower() in prepositions for word in reach):
        return True  # *klagte über Unwohlsein, später brach er zusammen*
    head = subject(view, cue)
    own = {word.number for word in phrase_words(view.sentence, head, language=view.language)} if head else set()
    governed = False
    for word in reach:
        if word.upos == "ADP":
            governed = True
        elif word.upos == "NOUN" and word.number not in own and not governed and not is_time(word):
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
    verb = next((word for word in view.words(number, len(view.sentence.words)) if is_finite(word)), None)
    return verb is not None and is_subjunctive(verb)


def _contrast(view: View, first: int, kind: str) -> int | None:
    """*…, dass p, doch die Idee, sie einzusetzen, stieß auf Skepsis*: behind a dass-clause a contrast whose verb does
    not close its clause is the author's."""
    for number in range(view.field_index(view.words(first, first)[0]) + 1, len(view.fields)):
        field = view.fields[number]
        opening = view.opening_form(field)
        if _goes_on_against(view, field):
            return view.fields[number - 1].last
        if kind != "complement" or field.opener != "," or opening not in view.language.words("contrast_openers"):
            continue
        own = next((item for item in view.fields[number:] if item.kind == "main" and item.finite), None)
        if own is None:
            return None
        verb = own.finite[0]
        inner = [word for word in view.words(own.first, own.last) if word.upos != "PUNCT"]
        return view.fields[number - 1].last if verb is not inner[-1] else None
    return None


def _goes_on_against(view: View, field: Field) -> bool:
    """*…, dass p, wies aber die Schuld von sich*: the matrix clause goes on, its subject left out."""
    verb, *rest = view.words(field.first, field.first + 1)
    contrasted = bool(rest) and rest[0].text.lower() in view.language.words("contrast_openers")
    return field.opener == "," and contrasted and is_finite(verb) and not is_subjunctive(verb)


def _leading_mood(view: View, first: int) -> bool:
    """Whether the first finite verb of the content is in the Konjunktiv."""
    verb = next((word for word in view.words(first, len(view.sentence.words)) if is_finite(word)), None)
    return verb is not None and is_subjunctive(verb)


def _resumes_matrix(view: View, word: Word, *, first: int, kind: str, subjunctive: bool) -> bool:
    """*Er sagte, dass p, und kündigte an …*: the conjunction goes on with the matrix clause, whose subject is left out
    or whose verb stands in the indicative."""
    if word.text.lower() not in view.language.words("coordinators") or word.number >= len(view.sentence.words):
        return False
    aside = view.fields[view.field_index(word)]
    if aside.opener in _DASHES and aside.closer in _DASHES and not aside.finite:
        return False  # *dass 1.100 Verluste – Tote oder Verwundete – gemeldet wurden*
    following = [item for item in view.words(word.number + 1, word.number + 4) if item.upos != "PUNCT"]
    head = next((place for place, item in enumerate(following) if is_finite(item)), None)
    if head is None or is_subjunctive(following[head]):
        return False
    index = view.field_index(following[head])
    late = view.fields[index].finite[-1].number >= view.fields[index].last - 1 if view.fields[index].finite else False
    if kind in {"complement", "infinitive"}:
        # In a dass-clause a coordinated verb stands at the end; right behind *und* it belongs to the matrix.
        return head <= 1 and not (late and view.fields[index].finite[-1].number == following[head].number and head > 0)
    # *…, die Fähre fahre wieder und die Karten blieben gültig*: with a subject of its own the clause goes on.
    return subjunctive and (head == 0 or (head <= 3 and _reports(view, following[head])))


def before_matrix(view: View, first: int, last: int) -> int:
    """The last word of content inside a clause that goes on behind it; `last` if none does.

    *Der Vorwurf, er habe p, | traf den Bürgermeister* · *lehnte die Forderung, p zu tun, | ab*.
    """
    for number in range(view.field_index(view.words(first, first)[0]) + 1, len(view.fields)):
        field = view.fields[number]
        if field.first > last:
            break
        opening = view.words(field.first, field.first)[0]
        resumes = bool(field.finite) and field.finite[0] is opening and not is_subjunctive(opening)
        inner = [word for word in view.field_words(number) if word.upos != "PUNCT"]
        particle = all(word.text.lower() in view.language.words("separable_particles") for word in inner)
        if field.opener == "," and (resumes or particle):
            return view.fields[number - 1].last
    return last
