"""Clauses, infinitives and gerunds with what somebody says: where they begin and end.

*said (that) p* · *asked whether p* · *promised to do p* · *denied doing p* · *accused X of doing p*
"""

from collections.abc import Iterator

from attrib.quotation import plain
from attrib.quotation.frame import ContentKind, ContentStart, Frame
from attrib.quotation.reporting_noun import noun_entry
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import any_form, content, first

_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})
_ADVERBIAL = frozenset({"advcl", "acl", "obl"})
_GERUND_FORMS = frozenset({"act", "about", "infinitive"})
_MARKS = frozenset({",", ";", "–", "—", "("})
_JOINING = frozenset({"conj", "advcl", "parataxis"})


def content_start(frame: Frame) -> ContentStart | None:
    """The first word of the verb's content behind it, where the verb may have content of that kind."""
    view, cue = frame.view, frame.cue
    if is_raised(frame):
        return None
    behind = max(cue.verb.number, cue.anchor.number, *(word.number for word in cue.words))
    for child in _contents(frame):
        opening = _opening(view, child)
        kind = _kind(view, child, opening)
        if opening.number <= behind or kind is None or not _may_introduce(frame, child, kind):
            continue
        return opening.number, kind
    return None


def is_raised(frame: Frame) -> bool:
    """*The king is said to be ill*: the subject is part of what is said; not *He was told to leave*."""
    return bool(raised(frame))


def raised(frame: Frame) -> Word:
    """The infinitive whose subject is that of a verb of saying in the passive; NO_WORD if it is no such verb."""
    view, cue = frame.view, frame.cue
    if not cue.passive or "infinitive" not in cue.forms or cue.lemma in view.language.words.directive_verbs:
        return NO_WORD
    children = view.sentence.children(cue.verb)
    infinitives = (
        child for child in children if child.relation in {"xcomp", "ccomp"} and child.number > cue.verb.number
    )
    marked = first(infinitives, lambda child: _kind(view, child, _opening(view, child)) == "infinitive")
    return NO_WORD if marked and _is_gerund(view, marked) else marked


def _contents(frame: Frame) -> Iterator[Word]:
    """The clauses that the tree gives the verb; a coordinated clause of such a verb is its own."""
    children = frame.view.sentence.children(frame.cue.verb)
    yield from (child for child in children if child.relation in _CONTENT or _is_free_relative(frame.view, child))
    yield from (child for child in children if _is_gerund_behind_preposition(frame.view, child))


def _opening(view: View, head: Word) -> Word:
    words = content(view.sentence.subtree(head))
    if _is_gerund_behind_preposition(view, head):
        return first(words, lambda word: word.number > _preposition(view, head).number)
    return next(iter(words), NO_WORD)


def _is_free_relative(view: View, child: Word) -> bool:
    """*explained | how it works*, *told | what he saw*: the tree has the question word above its clause."""
    asks = child.form in view.language.words.w_words and child.relation in {"obj", "obl", "advmod"}
    return asks and any(other.deprel.endswith(":relcl") for other in view.sentence.children(child))


def _kind(view: View, head: Word, opening: Word) -> ContentKind | None:
    """What the clause is: opened by *that, whether, how*, an infinitive or a gerund, or opened by nothing."""
    words = view.language.words
    if _is_free_relative(view, head):
        return "complement"
    if _is_gerund(view, head):
        return "infinitive"
    if head.has("VerbForm=Inf") and not _is_finite(view, head):
        marked = any_form(view.sentence.children(head), words.infinitive_markers)
        return ("complement" if opening.form in words.w_words else "infinitive") if marked else None
    if opening.form in words.noun_complementizers | words.w_words | {"if"} and _is_finite(view, head):
        return "complement"
    return "verb_second" if _is_finite(view, head) else None


def _is_finite(view: View, head: Word) -> bool:
    return view.language.grammar.finite_verb(view.sentence, head) is not None


def _is_gerund(view: View, head: Word) -> bool:
    return head.upos == "VERB" and head.text.endswith("ing") and not head.is_finite and not _has_auxiliary(view, head)


def _has_auxiliary(view: View, head: Word) -> bool:
    return any(child.upos == "AUX" and child.is_finite for child in view.sentence.children(head))


def _preposition(view: View, head: Word) -> Word:
    children = view.sentence.children(head)
    return first(children, lambda child: child.relation in {"mark", "case"} and child.number < head.number)


def _is_gerund_behind_preposition(view: View, head: Word) -> bool:
    """*of | stealing*, *for | being late*."""
    prepositions = view.language.words.attributive_prepositions
    return head.relation in _ADVERBIAL and _is_gerund(view, head) and _preposition(view, head).form in prepositions


def _may_introduce(frame: Frame, child: Word, kind: ContentKind) -> bool:
    cue = frame.cue
    if kind != "infinitive":
        return "clause" in cue.forms
    if _is_gerund(frame.view, child):
        return not _GERUND_FORMS.isdisjoint(cue.forms) and not cue.needs_document
    return "infinitive" in cue.forms


def content_end(view: View, first: int, kind: ContentKind) -> int:
    """Where the tree says; but not over a clause that somebody else says: *said that p, but X said that q*."""
    last = plain.content_end(view, first, kind)
    for word in view.words(first + 1, last):
        if _is_others(view, word, first):
            begin = _opening_of_joined(view, word)
            if begin > first + 1:
                return _without_marks(view, begin - 1)
    return last


def _is_others(view: View, verb: Word, first: int) -> bool:
    """A verb of saying with a subject of its own that can speak, in a clause that is joined to the content."""
    joined = verb.relation in _JOINING and verb.is_finite and verb.lemma in view.language.saying_lemmas
    subjects = (child for child in view.sentence.children(verb) if child.relation == "nsubj")
    return joined and any(view.is_party(child) and child.upos != "PRON" and child.number > first for child in subjects)


def _opening_of_joined(view: View, verb: Word) -> int:
    return min(word.number for word in view.sentence.subtree(verb))


def _without_marks(view: View, last: int) -> int:
    while last > 1 and view.word(last).upos in {"PUNCT", "CCONJ", "SCONJ"}:
        last -= 1
    return last


def noun_content(view: View, number: int) -> ContentKind | None:
    """*the claim that p*; *the promise to do p*, where what the noun is for is said, no document: not *the plan to*."""
    clause = view.clause(number)
    if clause.kind == "complement":
        return "complement"
    noun = _governor(view, clause.words)
    entry = noun_entry(noun, view.language) if noun.upos == "NOUN" else None
    said = entry is not None and entry.clause and not entry.document and entry.medium != "thought"
    return "infinitive" if clause.kind == "infinitive" and said else None


def _governor(view: View, words: tuple[Word, ...]) -> Word:
    """The word that a clause depends on."""
    inside = {word.number for word in words}
    head = first(words, lambda word: word.head not in inside)
    return view.word(head.head)
