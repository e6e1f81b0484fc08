"""*according to* with all that belongs to the party: *According to records | released in May, p*; and what verbs of
saying introduce, without questions: *Asked about the fire, | he said p*."""

from collections.abc import Iterator, Sequence

from attrib.quotation.according_to import according_to, rest_of_clause
from attrib.quotation.complement import complements
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, any_lemma, content, first

_VIEWS = {
    "in": frozenset({"view", "opinion", "words", "eyes", "estimation", "judgment", "judgement", "telling"}),
    "by": frozenset({"account", "admission", "estimate", "reckoning"}),
}
_LONGEST_OWNER = 8
"""How many words behind the preposition the noun stands at most."""
_ASKING = frozenset({"ask", "question", "press", "quiz"})


def said(scope: Scope) -> Iterator[Quotation]:
    """The statements that verbs of saying introduce; what somebody was asked is none."""
    return (item for item in complements(scope) if not _is_put_to(scope.view, item))


def _is_put_to(view: View, item: Quotation) -> bool:
    """*Asked about the fire, | the mayor said p*."""
    opening = first(view.sentence.words, lambda word: item.spans[0].contains(word))
    participle = opening.text.endswith("ed") and opening is view.sentence.words[0]
    return item.marker == "parenthetical" and participle and opening.lemma.lower() in _ASKING


def in_view(scope: Scope) -> Iterator[Quotation]:
    """*In her view, p* · *p, in the union's opinion* · *By his own account, p*: whose view it is stands before the
    noun."""
    view = scope.view
    for preposition in view.sentence.words:
        noun = _viewed(view, preposition)
        stretches = rest_of_clause(view, preposition.number, noun.number, parenthesis=False) if noun else ()
        if stretches:
            yield Quotation(
                type="indirect",
                marker="according_to",
                medium="speech_thought",
                spans=stretches,
                sentence=view.sentence.number,
                rule="in_view",
                detail=f"{preposition.text} … {noun.text}",
                cue=(preposition.span,),
                frame=(text_span(view.words(preposition.number, noun.number)),),
                speaker=(text_span(view.words(preposition.number + 1, noun.number)),),
                lemma=noun.lemma,
            )


def _viewed(view: View, preposition: Word) -> Word:
    """The noun for somebody's view behind *in* or *by*, up to a comma or at the end; NO_WORD if there is none."""
    nouns = _VIEWS.get(preposition.form, frozenset())
    behind = view.words(preposition.number + 1, preposition.number + _LONGEST_OWNER)
    noun = first(behind, lambda word: word.form in nouns and word.upos == "NOUN")
    if not noun or any(word.text == "," or word.is_finite for word in view.words(preposition.number, noun.number)):
        return NO_WORD
    owner = view.behind(preposition)
    own = owner.form in view.language.words.pronouns_possessive
    if own and any_lemma(_finite(view), view.language.saying_lemmas):
        return NO_WORD  # *In her view, she said, p*: how she says it, and no second statement
    owned = own or _has_owner(view, noun)
    closed = view.behind(noun).upos == "PUNCT"
    return noun if owned and closed else NO_WORD


def _finite(view: View) -> list[Word]:
    """The finite verbs of a sentence."""
    return [word for word in view.sentence.words if word.is_finite]


def _has_owner(view: View, noun: Word) -> bool:
    return any(child.deprel == "nmod:poss" for child in view.sentence.children(noun))


def credited(scope: Scope) -> Iterator[Quotation]:
    """The statements that *according to* credits, without participles and clauses that only describe the party."""
    for item in according_to(scope):
        behind = _description(scope.view, item)
        rest = _without(scope.view, item.spans, behind)
        if behind and rest:
            yield item.with_(spans=rest, frame=(Span(item.frame[0].start, max(item.frame[0].end, behind[-1].end)),))
        else:
            yield item


def _description(view: View, item: Quotation) -> Sequence[Word]:
    """What the tree joins to the party right behind its mention."""
    mention = item.speaker[-1]
    named = [word for word in view.sentence.words if mention.contains(word)]
    inside = {word.number for word in named}
    head = first(named, lambda word: word.upos in NOUNS and word.head not in inside)
    below = view.sentence.subtree(head) if head else []
    inside_content = [word for word in view.sentence.words if any(span.contains(word) for span in item.spans)]
    behind = [word for word in inside_content if word.start >= mention.end and word in below]
    behind = list(_until_comma(view, item, inside_content)) or behind
    return content(behind) if behind and behind[0].number <= named[-1].number + 2 else ()


def _until_comma(view: View, item: Quotation, words: Sequence[Word]) -> Sequence[Word]:
    """*According to two people | briefed on the matter, p*: what stands before the first comma, if it is no clause."""
    if item.frame[0].start != view.sentence.start or not words:
        return ()
    comma = first(view.sentence.words, lambda word: word.text == "," and word.number >= words[0].number)
    before = [word for word in words if word.number < comma.number]
    told = any(word.is_finite for word in before) or words[0].start < item.speaker[-1].end
    return () if told or view.before(words[0]).text == "," else before


def _without(view: View, spans: Sequence[Span], words: Sequence[Word]) -> tuple[Span, ...]:
    """The stretches without some words at the beginning or the end of one of them."""
    numbers = {word.number for word in words}
    rest: list[Span] = []
    for span in spans:
        kept = content(word for word in view.sentence.words if span.contains(word) and word.number not in numbers)
        if kept:
            rest.append(text_span(view.words(kept[0].number, kept[-1].number)) if numbers else span)
    return tuple(rest)
