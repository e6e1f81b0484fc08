"""What the words of a stand point to: a clause of their own, what was just said, what somebody said, a thing, nothing.

Nothing here looks at other statements: `attrib.stand.choosing` asks which of them fit.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from attrib.quotation.speaker_phrase import antecedent
from attrib.quotation.stand_found import StandFound
from attrib.quotation.stand_place import excuse, is_claim_pronoun
from attrib.quotation.summing_up import sums_up
from attrib.records import Span
from attrib.source import Party
from attrib.text.analysis import NO_WORD, Word
from attrib.text.entries import ReportingNoun, Words
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, ends_in

Resolve = Callable[[Span], tuple[Party, ...]]
"""Says who is meant by the words that name somebody."""
Kind = Literal["nothing", "pronoun", "saying", "accusation", "denial", "involvement", "thing", "details", "case"]
_GROUP = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Pointer:
    """What a stand is about, by its own words.

    `nothing`: no object (*Kiew dementierte*). `pronoun`: *das, davon*. `saying` and `accusation`: a noun for what was
    said (*die Berichte*, *die Vorwürfe*), `denial` one for a stand (*das Dementi*). `involvement`: a noun for one's own
    part in something (*jede Schuld, die Tat*). `details` and `case`: of what the text tells, without a word of its own
    for it (*zu Einzelheiten*, *zu dem Fall*). `thing`: any other noun (*den Tod, die Echtheit des Bildes*).
    """

    kind: Kind
    noun: Word = NO_WORD
    """The noun for what was said."""
    said_by: frozenset[str] | None = None
    """The parties that the words name as those who said it; None if they name none."""
    country: str | None = None
    """*norwegische Angaben*: the country of those who said it."""
    both: bool = False
    """*die Angaben beider Seiten*."""
    near: bool = False
    """*diese, solche*: what was said just before."""
    content: tuple[Word, ...] = ()
    """The other nouns of the object: what it is about."""
    head: str = ""
    """The key of the noun that the object is, if it is a thing."""
    of_validity: bool = False
    """*die Echtheit, den Zusammenhang*: the noun itself tells nothing of the matter."""
    is_known: bool = False
    """*den Vorfall, die Hochzeit*: a definite noun and no more, for what the text has just told."""
    against: tuple[Word, ...] = ()
    """*die Vorwürfe gegen den Trainer*: who is accused."""
    is_confirmed: bool = False
    """*bestätigte den Verdacht*: nobody is accused of what he confirms."""
    is_spelled_out: bool = False
    """*den Vorwurf der Täuschung*, *Gerüchte über einen Verkauf*: the noun tells itself what was said."""
    is_left_open: bool = False
    """*wollte die Berichte nicht kommentieren*."""
    is_answered: bool = False
    """*Das bestreitet sie*, *wollte sich dazu nicht äußern*: an aside, or another's answer, may stand between."""
    is_open: bool = False
    """*sind skeptisch*: nothing is named at all."""
    is_in_other_words: bool = False
    """*Von Täuschung könne keine Rede sein*: what was said, by a noun that nobody need have used."""
    is_clause_before: bool = False
    """*p, was X bestreitet*: the clause before it, and no more."""
    is_of_all: bool = False
    """*Die Angaben ließen sich nicht überprüfen*: whoever gave them."""
    is_unsaid: bool = False
    """*Eine Bestätigung gab es nicht*: it does not say of what."""
    of_report: bool = False
    """*die Meldung*: what a paper, a broadcaster or an agency has told."""
    is_owned: bool = False
    """*seine Schilderung*: of whoever spoke last."""
    is_one: bool = False
    """*the allegation*: one of them; German *der Vorwurf*, *die Kritik* may be all that was said."""

    @property
    def is_thing(self) -> bool:
        """Whether the object names the matter itself, not what was said of it."""
        return self.kind in {"thing", "involvement"}


def pointer(stand: StandFound, resolve: Resolve) -> Pointer:
    """What the stand's words point to; `resolve` is asked who is named as the author of what was said."""
    if stand.stand.target == "accusation":
        return Pointer("involvement")
    if is_told_in_front(stand):
        return Pointer("thing")  # of that, and of nothing that was said before
    if stand.stand.target == "none" or _is_bare(stand):
        # *Die Winzer sind skeptisch*: of what has just been said, whoever it is about.
        return _doubted(stand) if stand.verdict == "doubts" else Pointer("nothing")
    left_open = _left_open(stand)
    if left_open:
        return Pointer("thing", content=left_open)
    noun = saying_noun(stand) or _new_with_author(stand)
    if noun:
        return _to_saying(stand, noun, resolve)
    contradicted = _contradicted(stand, resolve)
    if contradicted:
        return Pointer("saying", said_by=contradicted)
    sides = next((word for word in object_words(stand) if _is_either_side(stand, word)), NO_WORD)
    things = tuple(_content(stand, {sides}))
    by_noun = stand.stand.pos == "noun" and stand.verdict in {"denies", "no_evidence"}
    is_evidence = (by_noun or stand.is_answer) and not things
    if things and stand.stand.pos == "noun" and set(stand.stand.words) & words_of(stand).of_prepositions:
        # *von Täuschung könne keine Rede sein*
        return Pointer("thing", content=things, is_in_other_words=stand.verdict == "denies")
    if _has_pronoun(stand) or is_evidence or (stand.stand.pos == "noun" and stand.verdict == "denies"):
        # *sprach von einer Falschmeldung*, *Beweise gab es nicht*: the word itself takes up what was said.
        return Pointer(
            "pronoun",
            both=bool(sides),
            near=True,
            is_confirmed=stand.verdict == "confirms",
            is_answered=stand.verdict in {"denies", "withholds"},
            is_clause_before=sums_up(stand),
            is_unsaid=is_evidence and not _has_pronoun(stand),
        )
    near = any(is_pointing(stand, word) for word in things)
    listed = words_of(stand)
    validity = next((word for word in object_words(stand) if word.lemma.lower() in listed.validity_nouns), NO_WORD)
    general = _general(stand, things)
    if general is not None:
        return Pointer(general, near=near, content=things)
    of_validity = bool(validity)
    # Not *schloss ein Bündnis mit Beteiligung der Liste aus*.
    free = (word for word in things if not _is_inner(stand, word))
    involved = next((word for word in free if word.lemma.lower() in listed.involvement_nouns), NO_WORD)
    if involved and stand.verdict == "denies":
        return Pointer("involvement", noun=involved, near=near, content=things)
    if not (things or of_validity) and stand.speaker is not None and stand.stand.pos == "verb":
        if stand.verdict == "doubts":
            return _doubted(stand)
        return Pointer("nothing")  # *straft ihn Lügen*, *gibt sich zugeknöpft*: it says of nothing that it names.
    is_known = len(things) == 1 and _is_definite(stand, things[0]) and not of_validity
    if stand.verdict == "withholds" and stand.stand.verdict is None:
        # *Zur Brandursache sagte sie nichts*: what nobody has said yet; but *Zu dem Vorfall*.
        is_known = is_known and (not listed.happening_nouns or ends_in(things[0], listed.happening_nouns))
    return Pointer("thing", noun=validity, near=near, content=things, of_validity=of_validity, is_known=is_known)


def _to_saying(stand: StandFound, noun: Word, resolve: Resolve) -> Pointer:
    """*wies die Vorwürfe der Ärzte zurück*: to what was said, by the noun for it and the words around that."""
    entry = reporting_noun(stand, noun)
    kind: Kind = "accusation" if entry is not None and entry.accuses else "saying"
    if any(other.target == "none" for other in stand.view.language.lexicon.stands(noun)):
        kind = "denial"
    both = _both_sides(stand, noun)
    author = [] if both else _author(stand, noun)
    against = tuple(_against(stand, noun))
    content = tuple(_content(stand, {noun, *author, *against}))
    origin = NO_WORD if author else _origin(stand, noun)
    return Pointer(
        kind,
        noun,
        said_by=_parties(author, resolve) if author else None,
        country=stand.view.language.countries.of_adjective(origin.text),
        both=both,
        near=is_pointing(stand, noun),
        content=tuple(word for word in content if word is not origin),
        against=against,
        is_spelled_out=not {*_spelled_out(stand, noun)}.isdisjoint(content),
        is_confirmed=stand.verdict == "confirms",
        is_left_open=stand.verdict == "withholds",
        is_of_all=stand.verdict == "no_evidence" and stand.agentless and noun.has("Number=Plur"),
        of_report=ends_in(noun, words_of(stand).news_nouns),
        is_owned=any(child.form in words_of(stand).possessives for child in stand.view.sentence.children(noun)),
        is_one=stand.view.language.grammar.HEAD_LAST and noun.has("Number=Sing"),
    )


def _left_open(stand: StandFound) -> tuple[Word, ...]:
    """*would not be drawn on | whether the gold was insured*: the nouns of the question that is left open; none where
    it has none, or no question follows."""
    following = stand.view.next(stand.view.clause_of(stand.word))
    asks = following.opening.form in words_of(stand).undecided_openers and following.kind != "main"
    refuses = stand.verdict == "withholds" and stand.stand.pos == "verb"
    return tuple(word for word in following.words if word.upos in NOUNS) if asks and refuses else ()


def _doubted(stand: StandFound) -> Pointer:
    """What somebody doubts who names nothing; where a paragraph begins so (*Andere Forscher sind skeptisch*), the news.

    Of *sind skeptisch, ob p* nobody says p.
    """
    if stand.view.next(stand.view.clause_of(stand.word)).kind == "complement":
        return Pointer("thing")
    return Pointer("pronoun", near=True, is_open=True)


def _general(stand: StandFound, things: Sequence[Word]) -> Kind | None:
    """*Zu Einzelheiten*, *zu dem Fall*, *zu laufenden Verfahren*: of all that is told, and no word says of what."""
    listed, nouns = words_of(stand), [word for word in things if word.upos in NOUNS]
    if stand.verdict != "withholds" or len(nouns) != 1:
        return None
    if nouns[0].lemma.lower() in listed.detail_nouns:
        return "details"
    return "case" if nouns[0].lemma.lower() in listed.case_nouns else None


def is_told_in_front(stand: StandFound) -> bool:
    """*Gerüchte, p, | nannte X Unsinn* · *Dass p, wie es heißt, | sei falsch*: a clause before the stand's says what it
    is about."""
    view = stand.view
    own = view.clause_of(stand.word)
    before = [item for item in view.clauses if item.last < own.first]
    if not own.opening.is_finite or not before:
        return False
    first, last = before[0], before[0].content[-1:]
    noun = bool(last) and ends_in(last[0], words_of(stand).claim_nouns)
    return first.kind == "complement" or (noun and not first.finite and any(item.finite for item in before[1:]))


def _contradicted(stand: StandFound, resolve: Resolve) -> frozenset[str] | None:
    """*widersprach dem Minister*: whom a verb of contradicting names, not what he said."""
    view, verbs = stand.view, words_of(stand).contradicting_verbs
    nouns = (word for word in object_words(stand) if word.upos in NOUNS and not word.has("Case=Gen"))
    free = (word for word in nouns if not view.is_governed(word))
    somebody = (word for word in free if view.is_party(word) and view.before(_first(stand, word)).upos != "ADP")
    contradicts = stand.stand.lemma in verbs and not _has_pronoun(stand)  # *Dem widersprach X im Sender Y*
    named = next(somebody, NO_WORD) if contradicts else NO_WORD
    return _parties(list(view.phrase(named) or [named]), resolve) if named else None


def _is_inner(stand: StandFound, word: Word) -> bool:
    """Whether a noun stands behind a preposition that joins it to another noun."""
    head = stand.view.sentence.head(word)
    return stand.view.is_governed(word) and head is not None and head.upos in NOUNS


def _first(stand: StandFound, word: Word) -> Word:
    return next(iter(stand.view.phrase(word) or [word]))


def points_back(stand: StandFound) -> bool:
    """Whether the stand's object is what was said, by a noun or a pronoun for it: *das*, *die Vorwürfe*."""
    return bool(saying_noun(stand)) or _has_pronoun(stand)


def words_of(stand: StandFound) -> Words:
    """The closed classes of the stand's language."""
    return stand.view.language.words


def object_words(stand: StandFound) -> list[Word]:
    """The words of the stand's clause without the stand itself and without who takes it.

    With what stands before it where a clause lies between (*Zu der Frage, wer das war, | äußerte er sich nicht*), and
    with the clause that says what the evidence is for (*keine Hinweise, | die den Verdacht stützen*).
    """
    apart = {stand.word, *excuse(stand.view, stand.near), *_by_saying_so(stand)}
    return [
        word
        for word in (*_fronted(stand), *_own_part(stand), *_of_evidence(stand))
        if word not in apart and not (stand.speaker is not None and stand.speaker.contains(word))
    ]


def _by_saying_so(stand: StandFound) -> Iterator[Word]:
    """*Damit widersprach er einem Bericht*: by what has just been said, where the object is named."""
    listed = words_of(stand)
    if stand.stand.lemma not in listed.contradicting_verbs:
        return
    means = [word for word in stand.near if word.form in listed.contradicting_means]
    nouns = (word for word in stand.near if word.upos in NOUNS and not stand.view.is_governed(word))
    others = [word for word in nouns if not (stand.speaker is not None and stand.speaker.contains(word))]
    yield from means if others else ()


def _own_part(stand: StandFound) -> Sequence[Word]:
    """*acknowledged the rating | but rejected the suggestion*: of a clause with two verbs what belongs to the stand's;
    all of it where that names nothing (*confirmed and welcomed the report*)."""
    sentence = stand.view.sentence
    joints = {
        child.number: word
        for word in stand.near
        if word.relation == "conj" and word.upos == "VERB" and sentence.word(word.head) in stand.near
        for child in sentence.children(word)
        if child.relation == "cc" and child.number < word.number
    }
    first = max((number for number in joints if number < stand.word.number), default=0)
    last = min((number for number in joints if number > stand.word.number), default=len(sentence.words) + 1)
    own = [word for word in stand.near if first <= word.number < last]
    return own if any(word.upos in NOUNS for word in own if word is not stand.word) else stand.near


def _fronted(stand: StandFound) -> Iterator[Word]:
    own = stand.view.clause_of(stand.word)
    before = [item for item in stand.view.clauses if item.last < own.first and not item.is_dependent]
    if own.opening.is_finite:
        yield from (word for item in before if not item.finite for word in item.words)
    elif not own.finite and own.kind != "infinitive":
        # *hat Berichte vom Montag, dem 3. Mai, | zurückgewiesen*
        begun = next((place for place in reversed(range(len(before))) if before[place].finite), len(before))
        yield from (word for item in before[begun:] for word in item.words)


def _of_evidence(stand: StandFound) -> tuple[Word, ...]:
    following = stand.view.next(stand.view.clause_of(stand.word))
    is_own = stand.stand.pos == "noun" and following.kind == "relative"
    return following.words if is_own and antecedent(stand.view, following.opening) is stand.word else ()


def reporting_noun(stand: StandFound, word: Word) -> ReportingNoun | None:
    """What the lists say of a noun for something said."""
    return stand.view.language.lexicon.noun(word).reporting


def _is_bare(stand: StandFound) -> bool:
    """No object at all: *Russland dementiert*, *das Amt lehnte einen Kommentar ab*."""
    if stand.stand.pos != "verb" or stand.speaker is None:
        return False
    where = set(_where_said(stand))
    others = (word for word in object_words(stand) if word.form not in stand.stand.words and word not in where)
    return not any(_may_be_object(word, stand) for word in others) and not _goes_on(stand)


def _where_said(stand: StandFound) -> Iterator[Word]:
    """*widersprach im Sender Nordlicht*: where a contradiction stands is not what it is about."""
    view, listed = stand.view, words_of(stand)
    for word in stand.near if stand.stand.lemma in listed.contradicting_verbs else ():
        group = view.governed_group(word) or () if word.form in listed.inner_prepositions else ()
        if group and _is_medium(view, group[-1]):
            yield from group


def _may_be_object(word: Word, stand: StandFound) -> bool:
    return is_claim_pronoun(stand.view, word) or word.upos in {"NOUN", "PROPN", "PRON", "VERB"}


def _goes_on(stand: StandFound) -> bool:
    """Whether a clause follows that may say what the stand is about."""
    behind = (item for item in stand.view.clauses if item.first > stand.word.number and item.opener != ":")
    return any(item.finite or item.kind == "infinitive" for item in behind)


def saying_noun(stand: StandFound, *, new: bool = False) -> Word:
    """*die Angaben* of somebody: the noun for what was said, the first of the object; else NO_WORD.

    `new`: one that the text has not told before will do too, as it does where its own clause follows (*einen Bericht,
    wonach p*).
    """
    return next((word for word in object_words(stand) if _is_saying_noun(stand, word, new=new)), NO_WORD)


def _new_with_author(stand: StandFound) -> Word:
    """*widersprach einem Bericht der Zeitung*: one that is told here, but of whom; else NO_WORD."""
    noun = saying_noun(stand, new=True)
    return noun if noun and _author(stand, noun) else NO_WORD


def _is_saying_noun(stand: StandFound, word: Word, *, new: bool) -> bool:
    """In *bestritt nach eigenen Angaben* it only says where the report is from; *ein Gerücht* is a new one."""
    words = words_of(stand)
    if word.upos != "NOUN" or word in set(_crediting(stand)) or _is_fixed(stand, word) or _is_of_presence(stand, word):
        return False
    determiners = {child.form for child in stand.view.sentence.children(word) if child.upos == "DET"}
    if (
        determiners
        and not new
        and not determiners & (words.demonstratives | words.possessives | words.negative_articles | words.one_of_two)
        and not determiners & words.total_determiners
    ):
        return False
    return ends_in(word, words.claim_nouns)


def _is_of_presence(stand: StandFound, word: Word) -> bool:
    """*bestätigte den Eingang der Beschwerde*: that it is there is another matter than what it says."""
    head = stand.view.sentence.head(word)
    return head is not None and head.upos == "NOUN" and head.lemma.lower() in words_of(stand).presence_nouns


def _is_fixed(stand: StandFound, word: Word) -> bool:
    """*machte keine Angaben*, *verweigerte die Aussage*: what is not said is not what was said."""
    return word.form in stand.stand.words and (stand.stand.of_saying or stand.stand.target == "accusation")


def is_pointing(stand: StandFound, noun: Word) -> bool:
    """*diese Meldung, solche Angaben*."""
    return any(child.form in words_of(stand).pointing_determiners for child in stand.view.sentence.children(noun))


def _is_definite(stand: StandFound, noun: Word) -> bool:
    articles = (child for child in stand.view.sentence.children(noun) if child.upos == "DET")
    return noun.upos == "NOUN" and any(child.has("Definite=Def") for child in articles)


def _has_pronoun(stand: StandFound) -> bool:
    """Whether the clause takes up what was said by a pronoun: *das, dafür*, *was X bestreitet*; not *weisen darauf hin,
    dass p*."""
    return (
        sums_up(stand)
        or _is_of_it(stand)
        or any(is_claim_pronoun(stand.view, word) and not _announces(stand, word) for word in object_words(stand))
    )


def _is_of_it(stand: StandFound) -> bool:
    """*Sein Sohn leugnet es nicht*: beside somebody who takes the stand by a verb; not where a clause is announced."""
    taken = stand.stand.pos == "verb" and stand.speaker is not None
    it = any(word.form in words_of(stand).impersonal_subjects for word in object_words(stand))
    return taken and it and stand.view.next(stand.view.clause_of(stand.word)).kind not in {"complement", "infinitive"}


def _announces(stand: StandFound, word: Word) -> bool:
    return word.upos == "ADV" and stand.view.next(stand.view.clause_of(word)).kind == "complement"


def _content(stand: StandFound, apart: set[Word]) -> Iterator[Word]:
    """The nouns and adjectives of the object that say what it is about."""
    crediting = {*_crediting(stand), *_against_taker(stand), *_of_stand_noun(stand)}
    for word in object_words(stand):
        if word in apart or word.form in stand.stand.words or _is_of_time(stand, word):
            continue
        if word in crediting:
            continue
        if word.lemma.lower() in words_of(stand).validity_nouns:
            continue
        if word.upos in {"NOUN", "PROPN"} or (word.upos == "ADJ" and word.relation == "amod"):
            yield word


def _is_of_time(stand: StandFound, word: Word) -> bool:
    """*am Freitag, dem 3. Dezember*."""
    months, head = words_of(stand).months, stand.view.sentence.head(word)
    dated = word.form in months or (head is not None and head.form in months)
    return dated or stand.view.language.grammar.is_time(word)


def _of_stand_noun(stand: StandFound) -> Iterator[Word]:
    """*eine **offizielle** Bestätigung **aus der Regierung***: what belongs to the noun that the stand is."""
    if stand.stand.pos != "noun":
        return
    yield from (child for child in stand.view.sentence.children(stand.word) if child.upos == "ADJ")
    origin = stand.view.behind(stand.word)
    if origin.form in words_of(stand).stand_origins:
        yield from stand.view.governed_group(origin) or ()


def _crediting(stand: StandFound) -> Iterator[Word]:
    """*nach Angaben der Agentur*, *laut dem Zeugen*: where the report is from; *als Märchen*: what it is called."""
    prepositions, called = words_of(stand).crediting_prepositions, words_of(stand).comparison_particles
    for place, word in enumerate(stand.near):
        if word.form in called:
            yield from takewhile(lambda item: item.upos in _GROUP | {"PUNCT"}, stand.near[place + 1 :])
        group = stand.view.governed_group(word) or () if word.form in prepositions else ()
        yield from group
        if group:
            yield from takewhile(lambda item: item.has("Case=Gen"), _genitive(stand, group[-1]))


def _genitive(stand: StandFound, noun: Word) -> list[Word]:
    """The words right behind the noun that say whose it is: *Hubers*, *des Ministers Huber*, *beider Seiten*."""
    behind = (word for word in stand.near if word.number > noun.number and word.upos != "PUNCT")
    return list(takewhile(lambda word: word.upos in _GROUP, behind))


def _author(stand: StandFound, noun: Word) -> list[Word]:
    """The words that name whose saying it is: *der Ermittler*, *von Huber*, *aus Oslo*; *the paper's report*, *a report
    in the paper*, *the figure given by Dushanbe*."""
    words, view = words_of(stand), stand.view
    owner = next((child for child in view.sentence.children(noun) if child.deprel == "nmod:poss"), NO_WORD)
    if view.language.grammar.HEAD_LAST and (owner.upos == "PRON" or (owner.upos in NOUNS and view.is_party(owner))):
        return list(view.phrase(owner)) or [owner]
    behind = view.behind(noun)
    if view.language.grammar.HEAD_LAST and behind.upos == "VERB" and behind.is_participle:
        behind = view.behind(behind)  # *the figure given | by Dushanbe*
    if behind.upos == "ADP" and behind.form in words.inner_prepositions:
        group = [word for word in view.governed_group(behind) or () if word.upos != "ADP"]
        return group if group and _is_medium(view, group[-1]) else []
    if behind.upos == "ADP" and behind.form in words.of_prepositions | words.stand_origins:
        group = [word for word in view.governed_group(behind) or () if word.upos != "ADP"]
        if any(word.upos in {"NOUN", "PROPN"} for word in group):
            return group
    group = _genitive(stand, noun)
    is_name = bool(group) and (group[0].has("Case=Gen") or group[0].upos == "PROPN")
    return group if is_name and any(view.is_party(word) or word.upos == "PROPN" for word in group) else []


def _spelled_out(stand: StandFound, noun: Word) -> list[Word]:
    """The words right behind the noun that say what was said: *der Täuschung*, *über einen Verkauf*."""
    behind = stand.view.behind(noun)
    if behind.form in words_of(stand).content_prepositions:
        group = list(stand.view.governed_group(behind) or ())
        # *ließ die Vorwürfe über seinen Anwalt bestreiten*: through whom
        return [] if any(ends_in(word, words_of(stand).advocates) for word in group) else group
    group = _genitive(stand, noun)
    return group if group and group[0].has("Case=Gen") else []


def _is_medium(view: View, word: Word) -> bool:
    """Whether something can stand in it: *in the Financial Times*; not *in Kyiv*."""
    name = word.upos == "PROPN" and view.language.countries.of_place(word.text) is None
    noun = view.language.lexicon.noun(word)
    return name or (word.upos == "NOUN" and noun.institution is not None and noun.is_medium)


def _against(stand: StandFound, noun: Word) -> list[Word]:
    """The words that name who is accused; *gegen seine Person*, *gegen ihn* is who takes the stand."""
    preposition = stand.view.behind(noun)
    is_against = preposition.form in words_of(stand).opposing_prepositions
    group = stand.view.governed_group(preposition) or () if is_against else ()
    return [] if set(group) & set(_against_taker(stand)) or not any(word.upos in NOUNS for word in group) else [*group]


def _against_taker(stand: StandFound) -> Iterator[Word]:
    words = words_of(stand)
    for word in stand.near:
        group = stand.view.governed_group(word) or () if word.form in words.opposing_prepositions else ()
        if any(item.form in words.possessives for item in group):
            yield from group


def _origin(stand: StandFound, noun: Word) -> Word:
    """*norwegische Angaben*: the adjective of a country; else NO_WORD."""
    countries = stand.view.language.countries
    attributes = (child for child in stand.view.sentence.children(noun) if child.upos == "ADJ")
    return next((child for child in attributes if countries.of_adjective(child.text) is not None), NO_WORD)


def _parties(author: list[Word], resolve: Resolve) -> frozenset[str] | None:
    return frozenset(party.source for party in resolve(text_span(author))) or None


def _is_either_side(stand: StandFound, word: Word) -> bool:
    """*von keiner Seite*, *beider Lager*; not *von unabhängiger Seite*: that is nobody in particular."""
    described = any(child.upos == "ADJ" for child in stand.view.sentence.children(word))
    return word.form in words_of(stand).sides and not described


def _both_sides(stand: StandFound, noun: Word) -> bool:
    """*Die Angaben beider Seiten*; *neither account, either side's claims*."""
    sentence, children = stand.view.sentence, stand.view.sentence.children(noun)
    owners = (word for child in children if child.form in words_of(stand).sides for word in sentence.children(child))
    beside = (*_genitive(stand, noun)[:2], stand.view.before(noun), *children, *owners)
    words = words_of(stand)
    return any(word.form in words.both | words.one_of_two for word in beside)
