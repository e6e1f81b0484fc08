"""What a stand is about: the clause it introduces, what it points back to, or the discourse."""

from collections.abc import Sequence

from attrib.assessment import StandFound, clause_of
from attrib.language import Language
from attrib.quotation.merge import near
from attrib.quotation.quotation import Quotation


def target(stand: StandFound, statements: Sequence[Quotation], *, language: Language) -> tuple[tuple[int, ...], str]:
    """The places in `statements` of what the stand is about, and the rule that found them; none if undecided."""
    own = _own_content(stand, statements)
    if own:
        return own, "complement"
    if stand.stand.target == "none" or _is_bare(stand, language=language):
        return (), "discourse"
    if _points_back(stand, language=language):
        before = _before(stand, statements)
        if before:
            return before, "anaphor"
    return (), "undecided"


def _own_content(stand: StandFound, statements: Sequence[Quotation]) -> tuple[int, ...]:
    """The statement that the stand's verb introduces, or whose words hold the stand (*Beweise, dass p*)."""
    place = stand.word.span
    nearby = [(i, statements[i]) for i in near(place, statements)]
    by_cue = [i for i, item in nearby if item.type != "author" and any(span.contains(place) for span in item.cue)]
    if by_cue:
        return tuple(by_cue[:1]) if statements[by_cue[0]].type == "indirect" else ()
    view = stand.view
    clauses = [field for field in view.fields if field.kind == "complement" and field.first > stand.word.number]
    if not clauses:
        return ()
    # The statement that holds the clause too: in *hat „Beweise“, dass p* not the quoted word alone.
    opening = view.words(clauses[0].first, clauses[0].first)[0].span
    inside = [i for i, item in nearby if item.covers(place) and item.covers(opening)]
    if not inside:
        return ()
    best = min(inside, key=lambda i: statements[i].length)
    # *sagte, es sei unwahrscheinlich, dass p*: the source's own wording, no stand on somebody else's statement.
    vouched = statements[best].type == "author" and stand.verdict == "confirms"
    return (best,) if stand.stand.pos == "noun" or vouched else ()


def _is_bare(stand: StandFound, *, language: Language) -> bool:
    """No object at all: *Russland dementiert*."""
    if stand.stand.pos != "verb" or stand.stand.words:
        return False
    content = [
        word
        for word in clause_of(stand.view, stand.word)
        if word.upos in {"NOUN", "PROPN", "PRON", "VERB"}
        and word is not stand.word
        and not (stand.speaker is not None and stand.speaker.contains(word.span))
    ]
    later = any(
        field.first > stand.word.number and (field.finite or field.kind == "infinitive") for field in stand.view.fields
    )
    return not content and not later and stand.speaker is not None


def _points_back(stand: StandFound, *, language: Language) -> bool:
    """Whether the stand's clause takes up what was said: *diese Meldung, dafür, das, die Angaben*."""
    for word in clause_of(stand.view, stand.word):
        form, lemma = word.text.lower(), word.lemma.lower()
        if word is stand.word or (stand.speaker is not None and stand.speaker.contains(word.span)):
            continue
        if form in language.words("claim_pronouns") and word.upos in {"PRON", "ADV", "DET"} and word.relation != "det":
            return True
        if word.upos == "NOUN" and any(lemma.endswith(noun) for noun in language.words("claim_nouns")):
            determiners = [child for child in stand.view.sentence.children(word) if child.upos == "DET"]
            if not determiners or any(child.text.lower() in language.words("demonstratives") for child in determiners):
                return True
    return False


def _before(stand: StandFound, statements: Sequence[Quotation]) -> tuple[int, ...]:
    """The nearest statement before the stand, in this sentence or the three before, that is not the stand's own."""
    number = stand.view.sentence.number
    found = [
        (item.end, i)
        for i, item in ((i, statements[i]) for i in near(stand.word.span, statements))
        if item.type not in {"author", "reported"}
        and item.level == 0
        and number - 3 <= item.sentence <= number
        and item.end <= stand.evidence.start
        and not item.covers(stand.word.span)
    ]
    return (max(found)[1],) if found else ()
