"""Clauses, infinitives and gerunds with what somebody says: where they begin and end.

*said (that) p* · *asked whether p* · *promised to do p* · *denied doing p* · *accused X of doing p*
"""

from collections.abc import Iterator

from attrib.languages.en.names import is_time
from attrib.quotation import plain
from attrib.quotation.frame import ContentKind, ContentStart, Frame
from attrib.quotation.reporting_noun import noun_entry
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import any_form, content, first

_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})
_ADVERBIAL = frozenset({"advcl", "acl", "obl"})
_GERUND_FORMS = frozenset({"act", "about"})
_HIGHEST = 4
_NAMING = frozenset({"name", "identify", "quote", "cite"})
_ASKING = frozenset({"ask", "request", "insist", "demand", "wish", "prefer"})
_TELLING = frozenset({"say", "specify", "disclose", "elaborate", "reveal", "explain", "mention", "clarify", "announce"})
_TRAILING = frozenset({"obl", "advmod", "obj", "nmod"})
_JOINING = frozenset({"conj", "advcl", "parataxis"})


def content_start(frame: Frame) -> ContentStart | None:
    """The first word of the verb's content behind it, where the verb may have content of that kind."""
    view, cue = frame.view, frame.cue
    if is_raised(frame) or _asks_to_stay_unnamed(view, cue.verb) or _is_put_to(view, cue.verb):
        return None
    behind = max(cue.verb.number, cue.anchor.number, *(word.number for word in cue.words))
    for child in _contents(frame):
        opening = _opening(view, child)
        kind = _kind(view, child, opening)
        if opening.number <= behind or kind is None or not _may_introduce(frame, child, kind):
            continue
        if _is_left_open(frame, opening) or (_is_declined(view, cue.verb) and not _asks_whether(view, opening)):
            continue
        if _is_of_noun(frame, opening):
            continue
        return opening.number, kind
    return None


def _is_declined(view: View, verb: Word) -> bool:
    """*declined to say | how many had died*."""
    return verb.relation == "xcomp" and view.word(verb.head).lemma in view.language.words.refusing_verbs


def _asks_whether(view: View, opening: Word) -> bool:
    """*whether p*: a question that is about a statement."""
    return opening.form in view.language.words.undecided_openers


def _is_of_noun(frame: Frame, opening: Word) -> bool:
    """*rejected | claims | that p*: who rejects what others claim does not put it forward."""
    view = frame.view
    if not any(stand.verdict == "denies" for stand in view.language.lexicon.stands(frame.cue.verb)):
        return False
    objects = (child for child in view.sentence.children(frame.cue.verb) if child.relation == "obj")
    said = first(objects, lambda word: frame.cue.verb.number < word.number < opening.number and word.is_plural)
    noun = noun_entry(said, view.language) if said.upos == "NOUN" else None
    bare = not any(child.upos == "DET" or child.deprel == "nmod:poss" for child in view.sentence.children(said))
    return noun is not None and noun.clause and bare


def _is_left_open(frame: Frame, opening: Word) -> bool:
    """*did not say | how many had died*: nothing is put forward."""
    words = frame.view.language.words
    asks = opening.form in words.w_words
    negated = any_form(frame.view.sentence.children(frame.cue.verb), words.clause_negations)
    return asks and negated and frame.cue.lemma in _TELLING


def _asks_to_stay_unnamed(view: View, verb: Word) -> bool:
    """*who asked not to be named*: how the text lets us know, nothing that is said."""
    named = first(view.sentence.children(verb), lambda child: child.relation == "xcomp" and child.lemma in _NAMING)
    return verb.lemma in _ASKING and any(child.deprel == "aux:pass" for child in view.sentence.children(named))


def _is_put_to(view: View, verb: Word) -> bool:
    """*Asked | whether p, he said q*: what was put to somebody."""
    fronted = verb.relation == "advcl" and verb.has("VerbForm=Part") and verb.form.endswith("ed")
    return fronted and not any(child.relation in {"aux", "nsubj"} for child in view.sentence.children(verb))


def is_raised(frame: Frame) -> bool:
    """*The king is said to be ill*: the subject is part of what is said; not *He was told to leave*."""
    return bool(raised(frame))


def raised(frame: Frame) -> Word:
    """The infinitive whose subject is that of a verb of saying in the passive, and *were reported | killed*; NO_WORD
    if it is no such verb."""
    view, cue = frame.view, frame.cue
    if not cue.passive or "infinitive" not in cue.forms or cue.lemma in view.language.words.directive_verbs:
        return NO_WORD
    children = view.sentence.children(cue.verb)
    infinitives = (
        child for child in children if child.relation in {"xcomp", "ccomp"} and child.number > cue.verb.number
    )
    marked = first(infinitives, lambda child: _kind(view, child, _opening(view, child)) == "infinitive")
    if not marked and cue.lemma == "report":
        return first(children, lambda child: child.relation == "xcomp" and child.number == cue.verb.number + 1)
    return NO_WORD if marked and _is_gerund(view, marked) else marked


def _contents(frame: Frame) -> Iterator[Word]:
    """The clauses that the tree gives the verb; a coordinated clause of such a verb is its own."""
    children = frame.view.sentence.children(frame.cue.verb)
    yield from (child for child in children if child.relation in _CONTENT or _is_free_relative(frame.view, child))
    objects = (child for child in children if child.relation == "obj")
    attributes = (
        [child for word in objects for child in frame.view.sentence.children(word)] if frame.cue.accuses else []
    )
    yield from (child for child in (*children, *attributes) if _is_gerund_behind_preposition(frame.view, child))
    # *let it be | known | that p*, *came to the | conclusion | that p*: of a fixed word of the phrase
    fixed = (word for word in frame.cue.words if word is not frame.cue.verb)
    below = (child for word in fixed for child in frame.view.sentence.children(word))
    yield from (child for child in below if child.relation in {"ccomp", "acl"} and _is_opened(frame.view, child))


def _is_opened(view: View, head: Word) -> bool:
    openers = view.language.words.noun_complementizers
    return any(child.relation == "mark" and child.form in openers for child in view.sentence.children(head))


def _opening(view: View, head: Word) -> Word:
    words = content(view.sentence.subtree(head))
    if _is_gerund_behind_preposition(view, head):
        return first(words, lambda word: word.number > _preposition(view, head).number)
    return first(words, lambda word: word.number > _setting_end(view, head))


def _setting_end(view: View, head: Word) -> int:
    """*said | on Monday | that p*, *said | in a statement | p*: the last word of what tells when and where it was said,
    if the tree joins it to what is said; 0 if nothing stands there."""
    governor = view.word(head.head)
    settings = view.language.words.spoken_settings | view.language.words.written_settings
    end = 0
    for child in view.sentence.children(head):
        below = view.sentence.subtree(child)
        begins = below[0].number in {governor.number + 1, end + 1} and below[0].number > governor.number
        tells = is_time(child) or child.form in settings
        if begins and tells and child.relation == "obl" and view.word(below[-1].number + 1).upos != "PUNCT":
            end = below[-1].number
    return end


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
    if opening.form in words.noun_complementizers and any(
        child.relation == "nsubj" and child.number > opening.number for child in view.sentence.children(head)
    ):
        return "complement"  # *recommended | that no houses be built*
    if not _is_finite(view, head):
        marked = any_form(view.sentence.children(head), words.infinitive_markers)
        return ("complement" if opening.form in words.w_words else "infinitive") if marked else None
    if opening.form in words.noun_complementizers | words.w_words | {"if"} and _is_finite(view, head):
        return "complement"
    return "verb_second" if _is_finite(view, head) else None


def _is_finite(view: View, head: Word) -> bool:
    return view.language.grammar.finite_verb(view.sentence, head) is not None


def _is_gerund(view: View, head: Word) -> bool:
    auxiliaries = (child for child in view.sentence.children(head) if child.relation == "aux")
    perfect = any(child.form.endswith("ing") for child in auxiliaries)  # *denied having | met her*
    formed = perfect or head.text.endswith("ing")
    return head.upos == "VERB" and formed and not head.is_finite and not _has_auxiliary(view, head)


def _has_auxiliary(view: View, head: Word) -> bool:
    auxiliaries = (child for child in view.sentence.children(head) if child.upos == "AUX")
    return any(not child.form.endswith("ing") for child in auxiliaries)  # *denied having met her*, *said to be hiding*


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
    if cue.lemma in frame.view.language.words.refusing_verbs and child.lemma in frame.view.language.saying_lemmas:
        return False  # *declined to comment*: nothing is put forward
    if _is_gerund(frame.view, child):
        return (cue.accuses or not _GERUND_FORMS.isdisjoint(cue.forms)) and not cue.needs_document
    return "infinitive" in cue.forms


def content_end(view: View, first: int, kind: ContentKind) -> int:
    """Where the tree says; but not over a clause that somebody else says: *said that p, but X said that q*."""
    opening = view.word(first)
    begin = opening.head if opening.relation == "aux" and opening.head > first else first  # *of | having done p*
    last = _with_trailing(view, plain.content_end(view, begin, kind))
    for word in view.words(first + 1, last):
        if _is_others(view, word, first):
            begin = _opening_of_joined(view, word)
            if begin > first + 1:
                return _without_marks(view, begin - 1)
    return last


def _with_trailing(view: View, last: int) -> int:
    """*urged the town to return | to talks*: what the tree joins to the verb of saying, right behind what is said."""
    behind = view.word(last + 1)
    while behind and behind.upos not in {"PUNCT", "CCONJ", "SCONJ"}:
        head = first(_upwards(view, behind), lambda word: word.relation in _TRAILING)
        below = view.sentence.subtree(head) if head else []
        if not below or below[0].number != behind.number:
            return last
        last = min(below[-1].number, view.last_content)
        if last < behind.number:
            return behind.number - 1
        behind = view.word(last + 1)
    return last


def _upwards(view: View, word: Word) -> Iterator[Word]:
    for _ in range(_HIGHEST):
        if not word:
            return
        yield word
        word = view.word(word.head)


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


def governor_of_content(view: View, number: int) -> Word:
    """*A claim circulating online | that p*: the noun that *that p* belongs to, whatever stands between."""
    clause = view.clause(number)
    noun = _governor(view, clause.words) if clause.kind == "complement" else NO_WORD
    return noun if noun.upos == "NOUN" and noun.number < clause.first else NO_WORD


def _governor(view: View, words: tuple[Word, ...]) -> Word:
    """The word that a clause depends on."""
    inside = {word.number for word in words}
    head = first(words, lambda word: word.head not in inside)
    return view.word(head.head)
