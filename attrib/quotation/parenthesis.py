"""Frames that stand behind their content or inside it: *p, sagte X.* · *p, sagte X, p.* · *p, heißt es.*"""

from collections.abc import Sequence

from attrib.quotation.cues import Cue
from attrib.quotation.indirect import indirect
from attrib.quotation.noun import governing_noun
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import subject
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.party import party_test
from attrib.text.view import View

_QUOTES = frozenset("„“”»«")
_LONGEST_AGENTLESS = 4
"""Words of a parenthesis that names nobody: *p, wurde am Abend mitgeteilt*."""


def parenthetical(view: View, cue: Cue) -> Quotation | None:
    """*p, sagte X.* · *p, sagte X, p.* · *p, heißt es in dem Bericht.*"""
    anchor = cue.anchor
    index = view.clause_of(anchor).number
    if "clause" not in cue.forms or index == 0 or not anchor.is_finite:
        return None
    clause = view.clauses[index]
    opening = [word for word in view.words(clause.first, anchor.number - 1) if word.upos != "PUNCT"]
    if clause.opener not in {",", "–", "—", "-", "("} or any(
        word.form not in view.language.words.parenthesis_openers for word in opening
    ):
        return None
    before = view.clauses[:index]
    if not _holds_main_clause(view, index, cue):
        return None
    if clause.kind == "relative":
        return None  # *kam von Ägypten, das vorschlug, p zu tun*
    # *p, das teilte X mit*: the pronoun stands for what is said
    taken = any(word.form in view.language.words.object_pronouns for word in opening)
    head = subject(view, cue, outside=(1, anchor.number - 1 if taken else clause.first - 1))
    if head is None and not cue.passive:
        return None  # *Ein Beamter, den die Zeitung zitiert, sagte, …*: the subject stands before, so does the frame.
    if not _may_interpose(view, clause, head) or _says_more(view, cue, clause, opening, head):
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
    comma = clause.first - 1 if clause.first > 1 else clause.first
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


def _may_interpose(view: View, clause: Clause, head: Word | None) -> bool:
    """Whether a clause that begins with its verb can be a parenthesis: not *X findet statt, wird heute eröffnet und
    dauert lange*, nor *X schrieb Briefe, fand aber wenig Interesse*, which go on with the subject before them."""
    if any(word.is_subjunctive for other in view.clauses for word in other.finite if other is not clause):
        return True
    if head is None:
        return clause.last - clause.first < _LONGEST_AGENTLESS
    return head.upos == "PRON" or party_test(view.language)(head, view.sentence)


def _says_more(view: View, cue: Cue, clause: Clause, opening: Sequence[Word], head: Word | None) -> bool:
    """Whether the clause does not need the words around it: *das heißt, …*, *sagte nichts*, *lehnte den Plan ab*."""
    explains = any(word.form in view.language.words.object_pronouns for word in opening)
    if cue.lemma in view.language.words.continuing_verbs and explains:
        return True
    behind = view.words(cue.anchor.number + 1, clause.last)
    lowered = {word.form for word in behind}
    if behind and behind[0].form in view.language.words.contrast_openers:
        return True  # *Er räumte Fehler ein, wies aber die Schuld von sich*
    if lowered & (view.language.words.clause_negations | view.language.words.noun_complementizers):
        return True
    own = set(view.phrase(head)) if head is not None else set()
    return any(_is_object(view, word) for word in behind if word not in own and word not in cue.words)


def _is_object(view: View, word: Word) -> bool:
    """A noun in the accusative with an article that leaves no other case: *den Plan, jegliche Koalition*."""
    if word.upos != "NOUN" or view.language.grammar.is_time(word):
        return False
    articles = [child for child in view.sentence.children(word) if child.upos == "DET"]
    if any(child.upos == "ADP" for child in view.sentence.children(word)):
        return False
    return any(article.form in view.language.words.accusative_articles for article in articles)


def _clause_begin(view: View, index: int) -> int:
    """The first word of the content before a parenthesis: the sentence's, or the one behind *X sagte:* or *;*."""
    for before in range(index - 1, -1, -1):
        if view.clauses[before].opener == ";":
            return view.clauses[before].first
    return view.clauses[0].first


def _holds_main_clause(view: View, index: int, cue: Cue) -> bool:
    """Whether the words before the parenthesis (or behind it) make a clause of their own.

    *Als er kam, sagte er, …* and *Der Minister, der gestern kam, sagte, …* do not.
    """
    before = view.clauses[:index]
    own = [number for number in range(index) if governing_noun(view, number) is None]
    if any(before[number].kind == "main" for number in own) and not _is_fronted(view, index):
        return True
    subjects = subject(view, cue, outside=(1, view.clauses[index].first - 1))
    behind = subjects is not None and subjects.number > cue.anchor.number
    cut = view.clauses[index + 1 :]
    split = (
        bool(cut)
        and cut[0].kind == "main"
        and bool(cut[0].finite)
        and view.words(cut[0].first, cut[0].first)[0].is_finite
    )
    quoted = any(word.text in _QUOTES for word in view.words(1, before[-1].last))
    return behind and (split or quoted) and all(clause.kind == "fragment" for clause in before)


def _is_fronted(view: View, index: int) -> bool:
    """*Wer fragt, sagte er …*: everything before the verb is its own first constituent."""
    before = view.clauses[:index]
    adjunct = view.words(1, 1)[0].form in view.language.words.infinitive_adjuncts
    return adjunct or all(clause.kind in {"subordinate", "fragment", "relative"} for clause in before)


def _parenthesis_end(view: View, index: int, cue: Cue, head: Word | None) -> int:
    """The last word of the frame: its clause and the nouns and relative clauses that belong to the speaker."""
    last = view.clauses[index].last
    for number in range(index + 1, len(view.clauses)):
        clause = view.clauses[number]
        inner = [word for word in view.clauses[number].words if word.upos != "PUNCT"]
        apposition = clause.kind == "fragment" and inner and inner[0].upos in {"DET", "NOUN", "PROPN", "ADJ"}
        particle = clause.kind == "fragment" and any(word in cue.words for word in inner)
        if not (clause.kind == "relative" or apposition or particle):
            break
        last = clause.last
    return last


def _goes_on(view: View, last: int) -> bool:
    """Whether the sentence's own clause continues behind the parenthesis."""
    index = view.clause_of(view.words(last + 1, last + 1)[0]).number + 1
    rest = view.clauses[index:] if index < len(view.clauses) else ()
    return any(clause.finite or clause.kind == "infinitive" for clause in rest)
