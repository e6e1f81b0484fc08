"""Whose saying a stand's noun for it means, and whom that accuses: *die Vorwürfe der Ärzte gegen den Trainer*."""

from collections.abc import Iterator, Sequence

from attrib.quotation.stand_found import StandFound
from attrib.stand.object_words import genitive_behind, object_words
from attrib.stand.pointer import Resolve
from attrib.stand.taken_up import has_pronoun
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, any_form, any_tag, ends_in, first, tagged


def author_words(stand: StandFound, noun: Word) -> list[Word]:
    """The words that name whose saying it is: *der Ermittler*, *von Huber*, *aus Oslo*; *the paper's report*, *a report
    in the paper*, *the figure given by Dushanbe*."""
    words, view = stand.listed, stand.view
    owner = _owner(view, noun)
    if owner:
        return list(view.phrase(owner)) or [owner]
    behind = _behind_participle(view, noun)
    group = _nominals(view, behind)
    if behind.upos == "ADP" and behind.form in words.inner_prepositions:
        return group if group and _is_medium(view, group[-1]) else []
    origin = behind.upos == "ADP" and behind.form in words.of_prepositions | words.stand_origins
    return group if origin and any_tag(group, NOUNS) else _genitive_author(stand, noun)


def _owner(view: View, noun: Word) -> Word:
    """*the paper's, its | report*: where heads stand last; NO_WORD if nobody speaks."""
    owner = first(view.sentence.children(noun), lambda child: child.deprel == "nmod:poss")
    speaks = owner.upos == "PRON" or (owner.upos in NOUNS and view.is_party(owner))
    return owner if view.language.grammar.HEAD_LAST and speaks else NO_WORD


def _behind_participle(view: View, noun: Word) -> Word:
    """*the figure given | by Dushanbe*: the word behind a noun, and behind a participle where heads stand last."""
    behind = view.behind(noun)
    given = view.language.grammar.HEAD_LAST and behind.upos == "VERB" and behind.is_participle
    return view.behind(behind) if given else behind


def _nominals(view: View, preposition: Word) -> list[Word]:
    group = view.governed_group(preposition) or () if preposition.upos == "ADP" else ()
    return [word for word in group if word.upos != "ADP"]


def _genitive_author(stand: StandFound, noun: Word) -> list[Word]:
    """*die Angaben | des Ministers Huber*, *Hubers*; not *der Vorwurf | der Täuschung*."""
    group = genitive_behind(stand, noun)
    is_name = bool(group) and (group[0].has("Case=Gen") or group[0].upos == "PROPN")
    return group if is_name and any(stand.view.is_party(word) or word.upos == "PROPN" for word in group) else []


def is_with_author(stand: StandFound, noun: Word) -> bool:
    """*widersprach einem Bericht der Zeitung*: whether the words around a noun for a saying tell whose it is."""
    return bool(noun) and bool(author_words(stand, noun))


def words_told(stand: StandFound, noun: Word) -> list[Word]:
    """The words right behind the noun that say what was said: *der Täuschung*, *über einen Verkauf*."""
    behind = stand.view.behind(noun)
    if behind.form in stand.listed.content_prepositions:
        group = list(stand.view.governed_group(behind) or ())
        # *ließ die Vorwürfe über seinen Anwalt bestreiten*: through whom
        return [] if any(ends_in(word, stand.listed.advocates) for word in group) else group
    group = genitive_behind(stand, noun)
    return group if group and group[0].has("Case=Gen") else []


def where_said(stand: StandFound) -> Iterator[Word]:
    """*widersprach im Sender Nordlicht*: where a contradiction stands is not what it is about."""
    for word in stand.near if stand.stand.lemma in stand.listed.contradicting_verbs else ():
        inner = word.form in stand.listed.inner_prepositions
        group = stand.view.governed_group(word) or () if inner else ()
        if group and _is_medium(stand.view, group[-1]):
            yield from group


def _is_medium(view: View, word: Word) -> bool:
    """Whether something can stand in it: *in the Financial Times*; not *in Kyiv*."""
    name = word.upos == "PROPN" and view.language.countries.of_place(word.text) is None
    noun = view.language.lexicon.noun(word)
    return name or (word.upos == "NOUN" and noun.institution is not None and noun.is_medium)


def accused_words(stand: StandFound, noun: Word) -> Sequence[Word]:
    """The words that name who is accused; *gegen seine Person*, *gegen ihn* is who takes the stand."""
    group = _opposed(stand, stand.view.behind(noun))
    return [] if set(group) & set(against_taker(stand)) or not any_tag(group, NOUNS) else group


def against_taker(stand: StandFound) -> Iterator[Word]:
    """*wies die Vorwürfe gegen **seine Person** zurück*."""
    for word in stand.near:
        group = _opposed(stand, word)
        if any_form(group, stand.listed.possessives):
            yield from group


def _opposed(stand: StandFound, preposition: Word) -> Sequence[Word]:
    opposes = preposition.form in stand.listed.opposing_prepositions
    return stand.view.governed_group(preposition) or () if opposes else ()


def country_adjective(stand: StandFound, noun: Word) -> Word:
    """*norwegische Angaben*: the adjective of a country; NO_WORD if there is none."""
    countries = stand.view.language.countries
    attributes = tagged(stand.view.sentence.children(noun), {"ADJ"})
    return first(attributes, lambda child: countries.of_adjective(child.text) is not None)


def contradicted(stand: StandFound, resolve: Resolve) -> frozenset[str] | None:
    """*widersprach dem Minister*: whom a verb of contradicting names, not what he said."""
    view = stand.view
    if stand.stand.lemma not in stand.listed.contradicting_verbs or has_pronoun(stand):
        return None  # *Dem widersprach X im Sender Y*
    nouns = (word for word in tagged(object_words(stand), NOUNS) if not word.has("Case=Gen"))
    named = first(nouns, lambda word: not view.is_governed(word) and _is_somebody(view, word))
    return parties_named(list(view.phrase(named) or [named]), resolve) if named else None


def _is_somebody(view: View, noun: Word) -> bool:
    opening = next(iter(view.phrase(noun) or [noun]))
    return view.is_party(noun) and view.before(opening).upos != "ADP"


def parties_named(words: Sequence[Word], resolve: Resolve) -> frozenset[str] | None:
    """Who is meant by some words; None where that is nobody."""
    return frozenset(party.source for party in resolve(text_span(words))) or None


def is_either_side(stand: StandFound, word: Word) -> bool:
    """*von keiner Seite*, *beider Lager*; not *von unabhängiger Seite*: that is nobody in particular."""
    return word.form in stand.listed.sides and not any_tag(stand.view.sentence.children(word), {"ADJ"})


def is_of_both_sides(stand: StandFound, noun: Word) -> bool:
    """*Die Angaben beider Seiten*; *neither account, either side's claims*."""
    sentence, children = stand.view.sentence, stand.view.sentence.children(noun)
    owners = (word for child in children if child.form in stand.listed.sides for word in sentence.children(child))
    beside = (*genitive_behind(stand, noun)[:2], stand.view.before(noun), *children, *owners)
    return any_form(beside, stand.listed.both | stand.listed.one_of_two)
