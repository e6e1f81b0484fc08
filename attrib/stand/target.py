"""What a stand is about: a clause or noun of its own, or what its words point to among the other statements."""

from collections.abc import Iterator, Sequence

from attrib.quotation.parenthesis import is_object
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker_phrase import antecedent
from attrib.quotation.stand_found import StandFound, is_lacking
from attrib.records import Span
from attrib.stand.object_words import is_told_in_front, object_words
from attrib.stand.taken_up import noun_told, saying_noun
from attrib.statement.told import Statements, Told
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import SPEAKERS, any_overlaps, ends_in, first

_BEHIND = 2
"""Characters from a noun to the word that takes it up: a comma and a blank."""


def own_content(stand: StandFound, statements: Statements) -> tuple[Told, ...]:
    """The statement that the stand's verb introduces, or whose words hold the stand (*Beweise, dass p*)."""
    place = stand.word.span
    beside = statements.near(place)
    # *declined to say whether p*: the verb of saying is one of the fixed words.
    fixed = [word.span for word in stand.near if word.form in stand.stand.words and word.upos == "VERB"]
    fixed += [word.span for word in (*_sharing_content(stand), *_claiming(stand))]
    by_cue = [
        item
        for item in beside
        if item.quotation.type != "author" and _is_introduced_by(item.quotation, (place, *fixed))
    ]
    if by_cue and _is_introduced(by_cue[0].quotation, stand):
        return tuple(by_cue[:1])
    if by_cue:
        return _said_so(by_cue, stand) or _content_of_noun(stand, beside)
    if stand.verdict == "no_evidence" and is_lacking(stand):
        return _said_beside(stand, beside)
    told = _content_of_antecedent(stand, beside)
    return (
        told or _content_of_noun(stand, beside) or _content_of_subject(stand, beside) or _around_clause(stand, beside)
    )


def _claiming(stand: StandFound) -> Iterator[Word]:
    """*behauptet belegen zu können, dass p*: the verb of saying that the infinitive in its clause depends on."""
    head = stand.view.sentence.head(stand.word)
    # Not *demanded that they confirm it*: there the infinitive is a clause of its own.
    one = _has_verb_second(stand) and stand.word.has("VerbForm=Inf")
    if one and head is not None and head.upos == "VERB" and head in stand.near:
        yield head


def _sharing_content(stand: StandFound) -> Iterator[Word]:
    """*would neither confirm | nor deny that p*, *could not confirm | or rule out that p*: a second verb right behind
    the stand's, whose content both have."""
    sentence = stand.view.sentence
    for word in stand.near:
        joined = word.relation == "conj" and word.head == stand.word.number and word.upos == "VERB"
        between = (item for item in stand.near if stand.word.number < item.number < word.number)
        if joined and not any(item.upos in SPEAKERS for item in between) and not _subject(sentence, word):
            yield word


def _subject(sentence: Sentence, verb: Word) -> Word:
    return first(sentence.children(verb), lambda child: child.relation == "nsubj")


def _is_introduced_by(said: Quotation, words: Sequence[Span]) -> bool:
    return any(span.contains(place) for span in said.cue for place in words)


def _said_beside(stand: StandFound, beside: Sequence[Told]) -> tuple[Told, ...]:
    """*behauptete, ohne Belege vorzulegen, dass p*: what is said in the sentence."""
    number = stand.view.sentence.number
    said = (item for item in beside if item.quotation.sentence == number and not item.row.level)
    return tuple(item for item in said if item.row.type != "author")


def _content_of_subject(stand: StandFound, beside: Sequence[Told]) -> tuple[Told, ...]:
    """*Der Verdacht, er habe gelogen, bestätigte sich nicht* · *Ein Bericht, wonach p, wurde dementiert* · *Aussagen,
    dass p, schenkten sie keinen Glauben*: the statement that ends where the stand begins."""
    place, may_be = stand.evidence.start, stand.stand.of_matter or stand.agentless or is_told_in_front(stand)
    fronted = stand.clause.opening.is_finite
    before = (item for item in beside if 0 <= place - item.quotation.end <= _BEHIND)
    own = (item for item in before if may_be or (fronted and item.quotation.borrowed))
    return tuple(item for item in own if item.quotation.sentence == stand.view.sentence.number)[:1]


def _content_of_noun(stand: StandFound, beside: Sequence[Told]) -> tuple[Told, ...]:
    """*bestreitet norwegische Angaben, wonach p*: the statement that the noun for what was said introduces."""
    noun = noun_told(stand)
    said = (item for item in beside if noun and item.quotation.type == "indirect")
    return tuple(item for item in said if _introduces(noun, item.quotation, stand))[:1]


def _content_of_antecedent(stand: StandFound, beside: Sequence[Told]) -> tuple[Told, ...]:
    """*Nach Angaben der Armee, die sich nicht überprüfen lassen, p*: the statement that the noun before the stand's
    relative clause introduces."""
    clause = stand.clause
    relative = clause.kind == "relative" and clause.opening.is_relative
    noun = antecedent(stand.view, clause.opening) if relative else NO_WORD
    if not noun or not ends_in(noun, stand.view.language.words.claim_nouns):
        return ()
    said = (item for item in beside if any(span.contains(noun) for span in item.quotation.frame))
    return tuple(item for item in said if item.row.type != "author" and not item.quotation.covers(stand.word))[:1]


def _introduces(noun: Word, said: Quotation, stand: StandFound) -> bool:
    """Whether a statement in the stand's sentence has the noun in its frame, or its cue opens the clause behind it.

    *Angaben des Labors, wonach p* · *Informationen der Zeitung, nach denen p*
    """
    view = stand.view
    behind = {item.number: item for item in (view.next(view.clause_of(noun)), stand.following)}
    holds = any(span.contains(noun) for span in said.frame)
    # *wonach p* need be no relative clause to the tree.
    dependent = (item for item in behind.values() if item.kind in {"relative", "complement"})
    openings = (item.words if item.kind == "relative" else item.words[:1] for item in dependent)
    opens = any(any_overlaps(said.cue, word.span) for words in openings for word in words)
    # *Zweifel an der Aussage: p* is what speaks against it.
    counter = stand.verdict in {"denies", "doubts"} and _is_announced(said, stand)
    return said.sentence == view.sentence.number and (holds or opens) and not counter


def _is_introduced(said: Quotation, stand: StandFound) -> bool:
    # *Die Gewerkschaft widersprach: Zwölf Läden stünden vor dem Aus*: that is the counter-claim; not *wies Vorwürfe
    # zurück, er sei schuld*: that is what the noun says.
    # In English that is the clause itself (*denies it is running out of cash*), but behind a colon.
    bare = said.marker == "verb_second" and (_has_verb_second(stand) or _is_announced(said, stand))
    loose = (bare or said.marker == "parenthetical") and not saying_noun(stand)
    announced = _has_verb_second(stand) and _is_announced(said, stand)
    counter = (loose or announced) and stand.verdict in {"denies", "doubts"}
    # *Den Fund bestätigte er; die Kiste sei leer gewesen*: that is what he adds.
    added = (
        (loose or announced)
        and said.start > stand.word.end
        and any(is_object(stand.view, word) for word in object_words(stand))
    )
    return said.type == "indirect" and not (counter or added)


def _has_verb_second(stand: StandFound) -> bool:
    return stand.view.language.grammar.VERB_SECOND


def _is_announced(said: Quotation, stand: StandFound) -> bool:
    """*denied the report: p*."""
    between = (word for word in stand.view.sentence.words if stand.word.end <= word.start < said.start)
    return any(word.text == ":" for word in between)


def _said_so(by_cue: Sequence[Told], stand: StandFound) -> tuple[Told, ...]:
    """*„p“, gab X zu*: in so many words; not *bestätigte den Fund: „Wir sind froh“*, nor what is said behind it."""
    act = any(item.quotation.type != "direct" for item in by_cue)
    if stand.verdict != "confirms" or act or any(is_object(stand.view, word) for word in object_words(stand)):
        return ()
    sentence = stand.view.sentence
    announced = sentence.words[-1].text == ":"
    return tuple(item for item in by_cue if announced or item.quotation.start < sentence.end)


def _around_clause(stand: StandFound, beside: Sequence[Told]) -> tuple[Told, ...]:
    """The shortest statement around the stand's noun and the clause that completes it (*Beweise, dass p*)."""
    clauses = (item for item in stand.view.clauses if item.kind == "complement")
    opening = next((item.opening for item in clauses if item.first > stand.word.number), NO_WORD)
    # The statement that holds the clause too: in *hat „Beweise“, dass p* not the quoted word alone.
    inside = [item for item in beside if item.quotation.covers(stand.word) and item.quotation.covers(opening)]
    if opening is not NO_WORD and not inside and stand.stand.pos == "noun":
        # *hat keine Belege dafür gefunden, dass p*
        return tuple(item for item in beside if item.quotation.start == opening.start and item.row.type == "indirect")
    if opening is NO_WORD or not inside:
        return ()
    best = min(inside, key=lambda item: item.quotation.length)
    # *sagte, es sei unwahrscheinlich, dass p*: the source's own wording, no stand on somebody else's statement.
    vouched = best.quotation.type == "author" and stand.verdict == "confirms"
    # *Richtig sei, dass p*
    granted = stand.stand.of_clause and best.quotation.type in {"indirect_free_indirect", "free_indirect", "indirect"}
    return (best,) if stand.stand.pos == "noun" or vouched or granted else ()
