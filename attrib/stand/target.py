"""What a stand is about: the clause it introduces, what it points back to, what it names, or the discourse.

A rule is a plain function that yields the places of statements in the document; the first that finds any decides. What
cannot be decided has no target, and is a stand at all only if its words leave no doubt that somebody takes one.
"""

from collections.abc import Sequence

from attrib.quotation.merge import near
from attrib.quotation.quotation import Quotation
from attrib.records import Span
from attrib.source import Known, Resolver
from attrib.stand.find import StandFound, clause_of
from attrib.text.analysis import Word
from attrib.text.language import Language
from attrib.text.view import View

_HEARSAY = frozenset({"adverb", "reportative_modal", "impersonal"})
_REACH = 3
"""Sentences back in which the statement is looked for that a pronoun or a noun points to."""


class Statements:
    """The statements of a document with the parties behind each, as targets of stands."""

    def __init__(self, quoted: Sequence[Quotation], parties: Sequence[frozenset[str]]) -> None:
        self.quoted = quoted
        self.parties = parties


def target(
    stand: StandFound,
    statements: Statements,
    views: Sequence[View],
    resolver: Resolver,
    known: Known,
    *,
    language: Language,
) -> tuple[tuple[int, ...], str, Known]:
    """The places of what the stand is about, none if undecided; the rule that found them; and what is known by now."""
    own = _own_content(stand, statements.quoted)
    if own:
        return own, "complement", known
    named, known = _named_party(stand, resolver, known, language=language)
    if named is not None:
        # *widersprach den Angaben Hubers*: what Huber said, however far back; if nothing, nothing else.
        return _last_of(named, stand, statements), "named_party", known
    return *_unnamed(stand, statements, views, language=language), known


def _unnamed(
    stand: StandFound, statements: Statements, views: Sequence[View], *, language: Language
) -> tuple[tuple[int, ...], str]:
    """What a stand is about that names nobody."""
    before = _before(stand, statements.quoted)
    if _both_sides(stand, language=language) and before:
        return _last_of_each(before, statements), "plural"
    if stand.stand.target == "none" or _is_bare(stand, language=language):
        return (), "discourse"
    if _points_back(stand, language=language):
        return before[:1], "anaphor"
    shared = _same_matter(stand, before, statements.quoted, views)
    if shared:
        return shared, "same_matter"
    return (), "none" if _is_clear(stand) else "undecided"


def _own_content(stand: StandFound, statements: Sequence[Quotation]) -> tuple[int, ...]:
    """The statement that the stand's verb introduces, or whose words hold the stand (*Beweise, dass p*)."""
    place = stand.word.span
    beside = near(place, statements)
    by_cue = [
        i for i in beside if statements[i].type != "author" and any(span.contains(place) for span in statements[i].cue)
    ]
    if by_cue:
        item = statements[by_cue[0]]
        # *Die Gewerkschaft widersprach: Zwölf Läden stünden vor dem Aus*: that is the counter-claim.
        counter = stand.verdict in {"denies", "doubts"} and item.marker in {"verb_second", "parenthetical"}
        return tuple(by_cue[:1]) if item.type == "indirect" and not counter else ()
    view = stand.view
    clauses = [clause for clause in view.clauses if clause.kind == "complement" and clause.first > stand.word.number]
    if not clauses:
        return ()
    # The statement that holds the clause too: in *hat „Beweise“, dass p* not the quoted word alone.
    opening = view.words(clauses[0].first, clauses[0].first)[0].span
    inside = [i for i in beside if statements[i].covers(place) and statements[i].covers(opening)]
    if not inside:
        return ()
    best = min(inside, key=lambda i: statements[i].length)
    # *sagte, es sei unwahrscheinlich, dass p*: the source's own wording, no stand on somebody else's statement.
    vouched = statements[best].type == "author" and stand.verdict == "confirms"
    return (best,) if stand.stand.pos == "noun" or vouched else ()


def _object_words(stand: StandFound) -> list[Word]:
    """The words of the stand's clause without the stand itself and without who takes it."""
    return [
        word
        for word in clause_of(stand.view, stand.word)
        if word is not stand.word and not (stand.speaker is not None and stand.speaker.contains(word.span))
    ]


def _is_bare(stand: StandFound, *, language: Language) -> bool:
    """No object at all: *Russland dementiert*, *das Amt lehnte einen Kommentar ab*."""
    if stand.stand.pos != "verb" or stand.speaker is None:
        return False
    pointing = language.words.claim_pronouns
    content = [
        word
        for word in _object_words(stand)
        if word.form not in stand.stand.words
        and (word.upos in {"NOUN", "PROPN", "PRON", "VERB"} or (word.form in pointing and word.relation != "det"))
    ]
    later = any(
        clause.first > stand.word.number and (clause.finite or clause.kind == "infinitive") and clause.opener != ":"
        for clause in stand.view.clauses
    )
    return not content and not later


def _points_back(stand: StandFound, *, language: Language) -> bool:
    """Whether the stand's clause takes up what was said: *diese Meldung, dafür, das, die Angaben, diesen Termin*."""
    if stand.stand.pos == "noun" and stand.verdict == "denies":
        return True  # *sprach von einer Falschmeldung*: the word itself takes it up.
    for word in _object_words(stand):
        form = word.form
        if form in language.words.claim_pronouns and word.upos in {"PRON", "ADV", "DET"} and word.relation != "det":
            if not _announces(stand, word):
                return True
            continue
        if word.upos != "NOUN":
            continue
        determiners = [child.form for child in stand.view.sentence.children(word) if child.upos == "DET"]
        if stand.verdict != "confirms" and any(form in language.words.pointing_determiners for form in determiners):
            return True
        if _is_claim_noun(stand, word, language=language) and (
            not determiners or any(form in language.words.demonstratives for form in determiners)
        ):
            return True
    return False


def _announces(stand: StandFound, word: Word) -> bool:
    """*weisen darauf hin, dass p*: the adverb stands for the clause that follows, not for what was said."""
    view = stand.view
    index = view.clause_of(word).number + 1
    return word.upos == "ADV" and index < len(view.clauses) and view.clauses[index].kind == "complement"


def _before(stand: StandFound, statements: Sequence[Quotation]) -> tuple[int, ...]:
    """The statements before the stand, the nearest first, in this sentence or the three before; not the stand's own."""
    number = stand.view.sentence.number
    found = [
        (statements[i].end, i)
        for i in near(stand.evidence, statements)
        if (statements[i].type not in {"author", "reported"} or statements[i].marker in _HEARSAY)
        and statements[i].level == 0
        and number - _REACH <= statements[i].sentence <= number
        and statements[i].end <= stand.evidence.start
        and not statements[i].covers(stand.word.span)
    ]
    return tuple(i for _, i in sorted(found, reverse=True))


def _claim_noun(stand: StandFound, *, language: Language) -> Word | None:
    """*die Angaben* of somebody: the noun for what was said."""
    return next((word for word in _object_words(stand) if _is_claim_noun(stand, word, language=language)), None)


def _is_claim_noun(stand: StandFound, word: Word, *, language: Language) -> bool:
    """A noun for what was said; in *bestritt nach Angaben der Agentur* it only says where the report is from."""
    crediting = any(
        item.upos == "ADP" and item.form in language.words.crediting_prepositions for item in _left(stand, word)
    )
    nouns = language.words.claim_nouns
    return word.upos == "NOUN" and not crediting and any(word.lemma.lower().endswith(noun) for noun in nouns)


def _genitive(stand: StandFound, noun: Word) -> list[Word]:
    """The words right behind the noun that say whose it is: *Hubers*, *des Ministers Huber*, *beider Seiten*."""
    found: list[Word] = []
    for word in clause_of(stand.view, stand.word):
        if word.number <= noun.number:
            continue
        if word.upos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
            break
        found.append(word)
    return found


def _named_party(
    stand: StandFound, resolver: Resolver, known: Known, *, language: Language
) -> tuple[frozenset[str] | None, Known]:
    """The parties whose statement the stand names, None if it names nobody; and what is known by now."""
    noun = _claim_noun(stand, language=language)
    if noun is None or _both_sides(stand, language=language):
        return None, known
    words = _genitive(stand, noun)
    if not any(word.upos == "PROPN" for word in words):
        return None, known
    if not words[0].has("Case=Gen") and words[0].upos != "PROPN":
        return None, known
    parties, known = resolver.resolve(Span(words[0].start, words[-1].end), known)
    return frozenset(party.source for party in parties) or None, known


def _both_sides(stand: StandFound, *, language: Language) -> bool:
    """*Die Angaben beider Seiten*."""
    noun = _claim_noun(stand, language=language)
    return noun is not None and any(
        word.form in language.words.both for word in (*_genitive(stand, noun)[:2], *_left(stand, noun))
    )


def _left(stand: StandFound, noun: Word) -> tuple[Word, ...]:
    return stand.view.words(noun.number - 1, noun.number - 1) if noun.number > 1 else ()


def _last_of(parties: frozenset[str], stand: StandFound, statements: Statements) -> tuple[int, ...]:
    """The last statement of these parties before the stand."""
    found = [
        (item.end, place)
        for place in near(stand.evidence, statements.quoted)
        if (item := statements.quoted[place]).level == 0
        and item.end <= stand.evidence.start
        and statements.parties[place] & parties
    ]
    return (max(found)[1],) if found else ()


def _last_of_each(before: Sequence[int], statements: Statements) -> tuple[int, ...]:
    """The last statement of each of the two parties that spoke last."""
    found: list[int] = []
    for place in before:
        others = [statements.parties[other] for other in found]
        if len(found) < 2 and all(not statements.parties[place] & other for other in others):
            found.append(place)
    return tuple(sorted(found))


def _same_matter(
    stand: StandFound, before: Sequence[int], statements: Sequence[Quotation], views: Sequence[View]
) -> tuple[int, ...]:
    """*stellte die Echtheit des Bildes infrage*: the nearest statement with half of the object's nouns."""
    wanted = {word.lemma.lower() for word in _object_words(stand) if word.upos in {"NOUN", "PROPN"}}
    wanted -= set(stand.stand.words)
    if stand.verdict == "confirms" or not wanted:
        return ()
    for place in before:
        item = statements[place]
        words = (word for word in views[item.sentence].sentence.words if item.covers(word.span))
        shared = wanted & {word.lemma.lower() for word in words if word.upos in {"NOUN", "PROPN"}}
        if 2 * len(shared) >= len(wanted):
            return (place,)
    return ()


def _is_clear(stand: StandFound) -> bool:
    """Whether somebody surely takes a stand, on whatever it may be: *konnte den Tod nicht bestätigen*."""
    return stand.verdict == "withholds" and stand.speaker is not None and stand.stand.pos == "verb"
