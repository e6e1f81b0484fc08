"""What the words of a stand point to: a clause of their own, what was just said, what somebody said, a thing, nothing.

Nothing here looks at other statements: `attrib.stand.choosing` asks which of them fit.
"""

from collections.abc import Sequence

from attrib.quotation.stand_found import StandFound
from attrib.quotation.stand_place import is_claim_pronoun
from attrib.quotation.summing_up import sums_up
from attrib.stand.object_matter import matter_words
from attrib.stand.object_words import is_told_in_front, object_words
from attrib.stand.pointer import Kind, Pointer, Resolve
from attrib.stand.taken_up import has_pronoun, is_pointing, noun_told, saying_noun
from attrib.stand.whose_saying import (
    accused_words,
    author_words,
    contradicted,
    country_adjective,
    is_either_side,
    is_of_both_sides,
    is_with_author,
    parties_named,
    where_said,
    words_told,
)
from attrib.text.analysis import NO_WORD, Word
from attrib.text.words import NOUNS, any_form, ends_in, first, tagged


def pointer(stand: StandFound, resolve: Resolve) -> Pointer:
    """What the stand's words point to; `resolve` is asked who is named as the author of what was said."""
    return _without_object(stand) or _to_saying(stand, resolve) or _to_contradicted(stand, resolve) or _by_object(stand)


def _without_object(stand: StandFound) -> Pointer | None:
    """*Kiew dementierte*, *Dass p, sei falsch*: where no noun or pronoun of its own clause says what it is about."""
    if stand.stand.target == "accusation":
        return Pointer("involvement")
    if is_told_in_front(stand):
        return Pointer("thing")  # of that, and of nothing that was said before
    if stand.stand.target == "none" or _is_bare(stand):
        # *Die Winzer sind skeptisch*: of what has just been said, whoever it is about.
        return _doubted(stand) if stand.verdict == "doubts" else Pointer("nothing")
    asked = _asked(stand)
    return Pointer("thing", content=asked) if asked else None


def _is_bare(stand: StandFound) -> bool:
    """No object at all: *Russland dementiert*, *das Amt lehnte einen Kommentar ab*."""
    if stand.stand.pos != "verb" or stand.speaker is None:
        return False
    where = set(where_said(stand))
    others = (word for word in object_words(stand) if word.form not in stand.stand.words and word not in where)
    return not any(_may_be_object(word, stand) for word in others) and not _goes_on(stand)


def _may_be_object(word: Word, stand: StandFound) -> bool:
    return is_claim_pronoun(stand.view, word) or word.upos in {"NOUN", "PROPN", "PRON", "VERB"}


def _goes_on(stand: StandFound) -> bool:
    """Whether a clause follows that may say what the stand is about."""
    behind = (item for item in stand.view.clauses if item.first > stand.word.number and item.opener != ":")
    return any(item.finite or item.kind == "infinitive" for item in behind)


def _doubted(stand: StandFound) -> Pointer:
    """What somebody doubts who names nothing; where a paragraph begins so (*Andere Forscher sind skeptisch*), the news.

    Of *sind skeptisch, ob p* nobody says p.
    """
    complement = stand.following.kind == "complement"
    return Pointer("thing") if complement else Pointer("pronoun", near=True, is_open=True)


def _asked(stand: StandFound) -> tuple[Word, ...]:
    """*would not be drawn on | whether the gold was insured*: the nouns of the question that is left open; none where
    it has none, or no question follows."""
    following = stand.following
    asks = following.opening.form in stand.listed.undecided_openers and following.kind != "main"
    refuses = stand.verdict == "withholds" and stand.stand.pos == "verb"
    return tuple(tagged(following.words, NOUNS)) if asks and refuses else ()


def _to_saying(stand: StandFound, resolve: Resolve) -> Pointer | None:
    """*wies die Vorwürfe der Ärzte zurück*: to what was said, by the noun for it and the words around that.

    *widersprach einem Bericht der Zeitung*: one that is told here will do, but of whom.
    """
    told = noun_told(stand)
    noun = saying_noun(stand) or (told if is_with_author(stand, told) else NO_WORD)
    return _by_noun(stand, noun, resolve) if noun else None


def _by_noun(stand: StandFound, noun: Word, resolve: Resolve) -> Pointer:
    both = is_of_both_sides(stand, noun)
    author = [] if both else author_words(stand, noun)
    against = tuple(accused_words(stand, noun))
    content = tuple(matter_words(stand, {noun, *author, *against}))
    origin = NO_WORD if author else country_adjective(stand, noun)
    return Pointer(
        _kind_of_saying(stand, noun),
        noun,
        said_by=parties_named(author, resolve) if author else None,
        country=stand.view.language.countries.of_adjective(origin.text),
        both=both,
        near=is_pointing(stand, noun),
        content=tuple(word for word in content if word is not origin),
        against=against,
        is_spelled_out=not {*words_told(stand, noun)}.isdisjoint(content),
        is_confirmed=stand.verdict == "confirms",
        is_left_open=stand.verdict == "withholds",
        is_of_all=stand.verdict == "no_evidence" and stand.agentless and noun.has("Number=Plur"),
        of_report=ends_in(noun, stand.listed.news_nouns),
        is_owned=any_form(stand.view.sentence.children(noun), stand.listed.possessives),
        is_one=stand.view.language.grammar.HEAD_LAST and noun.has("Number=Sing"),
    )


def _kind_of_saying(stand: StandFound, noun: Word) -> Kind:
    """*die Vorwürfe*, *das Dementi*, *die Angaben*."""
    lexicon = stand.view.language.lexicon
    if any(other.target == "none" for other in lexicon.stands(noun)):
        return "denial"
    entry = lexicon.noun(noun).reporting
    return "accusation" if entry is not None and entry.accuses else "saying"


def _to_contradicted(stand: StandFound, resolve: Resolve) -> Pointer | None:
    """*widersprach dem Minister*: to whatever he said."""
    parties = contradicted(stand, resolve)
    return Pointer("saying", said_by=parties) if parties else None


def _by_object(stand: StandFound) -> Pointer:
    """To a thing, or back by a pronoun: the first reading of the object that fits."""
    sides = first(object_words(stand), lambda word: is_either_side(stand, word))
    things = tuple(matter_words(stand, {sides}))
    return (
        _of_stand_noun(stand, things)
        # *Das dementierten beide Seiten*: before what nouns beside it name
        or _back(stand, things, both=bool(sides))
        or _to_general(stand, things)
        or _to_involvement(stand, things)
        or _to_nothing_named(stand, things)
        or _to_thing(stand, things)
    )


def _of_stand_noun(stand: StandFound, things: tuple[Word, ...]) -> Pointer | None:
    """*von Täuschung könne keine Rede sein*: what stands behind the preposition that the stand's noun takes."""
    of = any(word in stand.listed.of_prepositions for word in stand.stand.words)
    if not (things and of and stand.stand.pos == "noun"):
        return None
    return Pointer("thing", content=things, is_in_other_words=stand.verdict == "denies")


def _back(stand: StandFound, things: Sequence[Word], *, both: bool) -> Pointer | None:
    """*bestritt das*; *sprach von einer Falschmeldung*, *Beweise gab es nicht*: the word itself takes up what was
    said."""
    is_noun, denies = stand.stand.pos == "noun", stand.verdict == "denies"
    is_evidence = ((is_noun and (denies or stand.verdict == "no_evidence")) or stand.is_answer) and not things
    pronoun = has_pronoun(stand)
    if not (pronoun or is_evidence or (is_noun and denies)):
        return None
    return Pointer(
        "pronoun",
        both=both,
        near=True,
        is_confirmed=stand.verdict == "confirms",
        is_answered=stand.verdict in {"denies", "withholds"},
        is_clause_before=sums_up(stand),
        is_unsaid=is_evidence and not pronoun,
    )


def _to_general(stand: StandFound, things: tuple[Word, ...]) -> Pointer | None:
    """*Zu Einzelheiten*, *zu dem Fall*, *zu laufenden Verfahren*: of all that is told, and no word says of what."""
    nouns = tagged(things, NOUNS)
    if stand.verdict != "withholds" or len(nouns) != 1:
        return None
    lemma = nouns[0].lemma.lower()
    if lemma in stand.listed.detail_nouns:
        return Pointer("details", near=_is_near(stand, things), content=things)
    if lemma in stand.listed.case_nouns:
        return Pointer("case", near=_is_near(stand, things), content=things)
    return None


def _to_involvement(stand: StandFound, things: tuple[Word, ...]) -> Pointer | None:
    """*bestritt jede Schuld*; not *schloss ein Bündnis mit Beteiligung der Liste aus*."""
    nouns = (word for word in things if word.lemma.lower() in stand.listed.involvement_nouns)
    noun = first(nouns, lambda word: not _is_inner(stand, word))
    if not noun or stand.verdict != "denies":
        return None
    return Pointer("involvement", noun=noun, near=_is_near(stand, things), content=things)


def _is_inner(stand: StandFound, word: Word) -> bool:
    """Whether a noun stands behind a preposition that joins it to another noun."""
    head = stand.view.sentence.head(word)
    return stand.view.is_governed(word) and head is not None and head.upos in NOUNS


def _to_nothing_named(stand: StandFound, things: Sequence[Word]) -> Pointer | None:
    """*straft ihn Lügen*, *gibt sich zugeknöpft*: it says of nothing that it names."""
    if things or _validity_noun(stand) or stand.speaker is None or stand.stand.pos != "verb":
        return None
    return _doubted(stand) if stand.verdict == "doubts" else Pointer("nothing")


def _to_thing(stand: StandFound, things: tuple[Word, ...]) -> Pointer:
    """*den Tod*, *die Echtheit des Bildes*."""
    validity = _validity_noun(stand)
    return Pointer(
        "thing",
        noun=validity,
        near=_is_near(stand, things),
        content=things,
        of_validity=bool(validity),
        is_known=not validity and _is_known(stand, things),
    )


def _validity_noun(stand: StandFound) -> Word:
    """*die Echtheit, den Zusammenhang*; NO_WORD if there is none."""
    return first(object_words(stand), lambda word: word.lemma.lower() in stand.listed.validity_nouns)


def _is_known(stand: StandFound, things: Sequence[Word]) -> bool:
    """*Zu dem Vorfall*: one definite noun and no more; not *Zur Brandursache sagte sie nichts*: what nobody has said
    yet."""
    if len(things) != 1 or not _is_definite(stand, things[0]):
        return False
    happenings = stand.listed.happening_nouns
    comments = stand.verdict == "withholds" and stand.stand.verdict is None
    return not (comments and happenings) or ends_in(things[0], happenings)


def _is_definite(stand: StandFound, noun: Word) -> bool:
    articles = tagged(stand.view.sentence.children(noun), {"DET"})
    return noun.upos == "NOUN" and any(child.has("Definite=Def") for child in articles)


def _is_near(stand: StandFound, things: Sequence[Word]) -> bool:
    """*diesen Zusammenhang*: what was said just before."""
    return any(is_pointing(stand, word) for word in things)
