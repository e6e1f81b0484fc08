"""To whom something is said: *gegenüber der Zeitung*, *sagte dem Sender*, *forderte die Regierung auf*."""

from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_start
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.party import party_test
from attrib.text.view import View, text_span


def addressee(view: View, cue: Cue, head: Word | None, *, outside: tuple[int, int] | None) -> tuple[Span, ...]:
    """The addressee in the cue's frame, outside its content; empty if the frame names none."""
    words = _frame_words(view, cue, outside)
    own = set() if head is None else {word.number for word in view.phrase(head)}
    for word in words:
        if word.form in view.language.words.addressee_markers:
            phrase = _beside(view, word)
            if phrase is not None:
                return (phrase,)
    free = [word for word in words if word.number not in own and word.upos in {"NOUN", "PROPN", "PRON"}]
    dative = [word for word in free if _is_bare(view, word) and _case(view, word) == "Dat"]
    accusative = [word for word in free if _is_bare(view, word) and _case(view, word) in {"Acc", "Nom"}]
    is_party = party_test(view.language)
    takes_accusative = cue.lemma in view.language.words.addressing_verbs
    for word in [*dative, *(accusative if takes_accusative else [])]:
        if word.has("Reflex=Yes") or word.form in view.language.words.reflexives:
            continue
        if is_party(word, view.sentence) or (word.upos == "NOUN" and takes_accusative) or word.upos == "PRON":
            phrase_found = view.phrase(word)
            return (text_span(phrase_found),)
    return ()


def _frame_words(view: View, cue: Cue, outside: tuple[int, int] | None) -> list[Word]:
    """The words of the cue's clause: from its start to the end of the verb's clause."""
    last = max(view.clause_of(cue.anchor).last, cue.verb.number)
    return [
        word
        for word in view.words(frame_start(view, cue), last)
        if outside is None or not outside[0] <= word.number <= outside[1]
    ]


def _beside(view: View, word: Word) -> Span | None:
    """The noun phrase behind or before *gegenüber*."""
    behind = view.nominal_group(word.number + 1)
    if behind is not None:
        head = next(item for item in behind if item.upos in {"NOUN", "PROPN", "X"})
        return text_span(view.phrase(head))
    before = view.words(word.number - 1, word.number - 1) if word.number > 1 else ()
    if before and before[0].upos in {"NOUN", "PROPN", "PRON"}:
        return text_span(view.phrase(before[0]))
    return None


def _group_words(view: View, word: Word) -> list[Word]:
    return view.phrase(word)


def _is_bare(view: View, word: Word) -> bool:
    """Whether the phrase stands without a preposition and is no part of another phrase."""
    first = _group_words(view, word)[0].number
    before = view.words(first - 1, first - 1) if first > 1 else ()
    return word.relation not in {"nmod", "flat", "appos"} and not (before and before[0].upos == "ADP")


def _case(view: View, word: Word) -> str:
    """The case its article shows, else its own."""
    group = _group_words(view, word)
    for item in (*[w for w in group if w.upos == "DET" and w.number < word.number], word):
        for feature in item.feats.split("|"):
            if feature.startswith("Case="):
                return feature.removeprefix("Case=")
    return ""
