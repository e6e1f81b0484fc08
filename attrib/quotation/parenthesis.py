"""Frames that stand behind their content or inside it: *p, sagte X.* · *p, sagte X, p.* · *p, heißt es.*"""

from collections.abc import Sequence

from attrib.languages.party import party_test
from attrib.languages.phrase import is_time, phrase_words
from attrib.languages.syntax import Field, is_finite, is_subjunctive
from attrib.quotation.cues import Cue
from attrib.quotation.indirect import indirect
from attrib.quotation.noun import governing_noun
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import subject
from attrib.quotation.view import View
from attrib.records import Span
from attrib.text.analysis import Word

_QUOTES = frozenset("„“”»«")
_LONGEST_AGENTLESS = 4
"""Words of a parenthesis that names nobody: *p, wurde am Abend mitgeteilt*."""


def parenthetical(view: View, cue: Cue) -> Quotation | None:
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
    if field.kind == "relative":
        return None  # *kam von Ägypten, das vorschlug, p zu tun*
    # *p, das teilte X mit*: the pronoun stands for what is said
    taken = any(word.text.lower() in view.language.words("object_pronouns") for word in opening)
    head = subject(view, cue, outside=(1, anchor.number - 1 if taken else field.first - 1))
    if head is None and not cue.passive:
        return None  # *Ein Beamter, den die Zeitung zitiert, sagte, …*: the subject stands before, so does the frame.
    if not _may_interpose(view, field, head) or _says_more(view, cue, field, opening, head):
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
    return indirect(
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


def _says_more(view: View, cue: Cue, field: Field, opening: Sequence[Word], head: Word | None) -> bool:
    """Whether the clause does not need the words around it: *das heißt, …*, *sagte nichts*, *lehnte den Plan ab*."""
    explains = any(word.text.lower() in view.language.words("object_pronouns") for word in opening)
    if cue.lemma in view.language.words("continuing_verbs") and explains:
        return True
    behind = view.words(cue.anchor.number + 1, field.last)
    lowered = {word.text.lower() for word in behind}
    if behind and behind[0].text.lower() in view.language.words("contrast_openers"):
        return True  # *Er räumte Fehler ein, wies aber die Schuld von sich*
    if lowered & (view.language.words("clause_negations") | view.language.words("noun_complementizers")):
        return True
    own = set(phrase_words(view.sentence, head, language=view.language)) if head is not None else set()
    return any(_is_object(view, word) for word in behind if word not in own and word not in cue.words)


def _is_object(view: View, word: Word) -> bool:
    """A noun in the accusative with an article that leaves no other case: *den Plan, jegliche Koalition*."""
    if word.upos != "NOUN" or is_time(word):
        return False
    articles = [child for child in view.sentence.children(word) if child.upos == "DET"]
    if any(child.upos == "ADP" for child in view.sentence.children(word)):
        return False
    return any(article.text.lower() in view.language.words("accusative_articles") for article in articles)


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
    quoted = any(word.text in _QUOTES for word in view.words(1, before[-1].last))
    return behind and (split or quoted) and all(field.kind == "fragment" for field in before)


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
