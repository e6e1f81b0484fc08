"""Words that take up a party named before: pronouns, possessives, *beide*, *der Minister*, *die 52-Jährige*.

Gender, number, the nouns of the text and nearness decide between those who were named; if two are left, nobody is
meant for certain and the mention stays unresolved. A step returns None if the words take nobody up, and an empty tuple
if they do but the text does not say whom.
"""

from collections.abc import Iterable, Sequence

from attrib.source.cast import Referent
from attrib.source.nouns import Gender, gender_of, institution_noun, person_noun
from attrib.source.resolver import Party, Resolver
from attrib.text.analysis import Sentence, Word

Found = tuple[Party, ...] | None
_MEMORY = 40
"""How many of the last speakers are remembered; time must not grow with the square of the document."""
_NEAR = (0, 1, 3)
"""How many sentences back is looked in turn; the first distance at which somebody fits decides."""


def pronoun(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*er, sie, ihm, beide, Letzterer*: whoever of those named before fits in gender and number."""
    form = words[0].form
    if len(words) != 1 or form not in resolver.language.words.personal_subjects:
        return None
    if form in resolver.language.words.first_persons:
        return ()
    if form in resolver.language.words.both:
        return both(resolver, sentence, words)
    if form in resolver.language.words.former_words | resolver.language.words.latter_words:
        return _ordinal(resolver, sentence, words[0])
    return taken_up_by(resolver, sentence, words[0], plural=_is_plural(resolver, sentence, words[0]))


def owner(resolver: Resolver, sentence: Sentence, word: Word) -> Found:
    """Who is behind *seinen* Angaben; None if the word is no possessive."""
    if word.form not in resolver.language.words.possessives or word.upos not in {"DET", "PRON"}:
        return None
    return taken_up_by(resolver, sentence, word, plural=False)


def taken_up_by(resolver: Resolver, sentence: Sentence, word: Word, *, plural: bool) -> tuple[Party, ...]:
    """The party that a personal or possessive pronoun stands for; empty if the text does not decide."""
    if plural:
        return _several(resolver, sentence, word)
    gender: Gender = "m" if word.form in resolver.language.words.masculine_pronouns else "f"
    people = [item for item in resolver.cast.before(word.start) if item.is_person and item.gender in {None, gender}]
    speaker, *others = _last_speakers(resolver, sentence, word, gender) or (None,)
    if others:
        return ()  # Two who spoke together, and either may be meant.
    if speaker is not None:
        rivals = [item for item in people if item.source.id != speaker.source and _took_over(resolver, item, word)]
        if not rivals:
            return (_as_pronoun(resolver, speaker, word),)
        people = [item for item in people if item in rivals or item.source.id == speaker.source]
    chosen = _nearest(people, sentence, word)
    return tuple(
        resolver.adopt(item, "named", "pronoun", f"{word.text}: {item.source.name}, the only one near who fits")
        for item in chosen
    )


def _is_plural(resolver: Resolver, sentence: Sentence, word: Word) -> bool:
    """*sie sagten*: the verb says it."""
    if word.form in resolver.language.words.plural_pronouns:
        return True
    if word.form in resolver.language.words.dative_pronouns:
        return False
    head = sentence.head(word)
    verb = None if head is None else head if head.is_finite else resolver.language.grammar.finite_verb(sentence, head)
    return verb is not None and verb.has("Number=Plur")


def _last_speakers(resolver: Resolver, sentence: Sentence, word: Word, gender: Gender) -> list[Party]:
    """Who spoke last, not long ago, if the pronoun fits; for institutions only from one sentence to the next."""
    for place, _ in reversed(resolver.history[-4:]):
        if place >= word.start:
            continue
        distance = sentence.number - resolver.sentence_at(place)
        together = [party for start, party in resolver.history[-4:] if start == place]
        fitting = [party for party in together if _may_be(resolver, party, gender, distance)]
        if fitting:
            return list(dict.fromkeys(fitting))
    return []


def _may_be(resolver: Resolver, party: Party, gender: Gender, distance: int) -> bool:
    referent = resolver.cast.referents.get(party.source)
    known = referent.gender if referent is not None else None
    reach = 3 if referent is None or referent.is_person else 1
    return party.disclosure in {"named", "role"} and distance <= reach and known in {None, gender}


def _took_over(resolver: Resolver, rival: Referent, word: Word) -> bool:
    """Whether somebody became the subject after the last speaker spoke: then the pronoun may mean either."""
    spoken = max((place for place, _ in resolver.history[-_MEMORY:] if place < word.start), default=0)
    since, here = resolver.sentence_at(spoken), resolver.sentence_at(word.start)
    return any(number in rival.subject_in for number in range(since + 1, here + 1))


def _as_pronoun(resolver: Resolver, party: Party, word: Word) -> Party:
    name = resolver.sources[party.source].name
    return Party(party.source, party.disclosure, "pronoun", f"{word.text}: {name}, who spoke last")


def _nearest(people: Iterable[Referent], sentence: Sentence, word: Word) -> list[Referent]:
    """The only one within the shortest distance at which anybody is; nobody if there are several."""
    candidates = list(people)
    for reach in _NEAR:
        near = [
            item
            for item in candidates
            if (far := item.distance(word.start, sentence.number)) is not None and far <= reach
        ]
        if near:
            return near if len(near) == 1 else []
    return []


def _several(resolver: Resolver, sentence: Sentence, word: Word) -> tuple[Party, ...]:
    """*sie sagten*: those who spoke together last, or a group that spoke."""
    recent = resolver.history[-_MEMORY:]
    last = max((place for place, _ in recent if place < word.start), default=None)
    if last is None or sentence.number - resolver.sentence_at(last) > 3:
        return ()
    parties = [party for place, party in recent if place == last]
    if len(parties) == 1 and resolver.is_single_person(parties[0]):
        return ()
    return tuple(dict.fromkeys(_as_pronoun(resolver, party, word) for party in parties))


def both(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*beide, die beiden Minister*: the two who were named last and fit; nobody if they are not two."""
    place = next((n for n, word in enumerate(words) if word.form in resolver.language.words.both), None)
    if place is None:
        return None
    noun = next((word for word in words[place + 1 :] if word.upos in {"NOUN", "PROPN"}), None)
    before = [item for item in resolver.cast.before(words[0].start) if item.phrase is None]
    fitting = before if noun is None else [item for item in before if fits(resolver, item, noun)]
    pair = _named_last(fitting, sentence, words[0])
    if len(pair) != 2:
        return ()
    return tuple(resolver.adopt(item, "named", "both", f"{words[0].text}: one of the two named last") for item in pair)


def _named_last(candidates: Sequence[Referent], sentence: Sentence, word: Word) -> list[Referent]:
    """Those named in the nearest sentence before in which more than one is, in text order."""
    near = [item for item in candidates if (item.distance(word.start, sentence.number) or 0) <= 3]
    for reach in range(4):
        number = sentence.number - reach
        found = [
            (min(start for start, s in item.places if s == number), item)
            for item in near
            if any(s == number and start < word.start for start, s in item.places)
        ]
        if len(found) > 1:
            people = [(start, item) for start, item in found if item.is_person]
            return [item for _, item in sorted(people if len(people) > 1 else found, key=lambda pair: pair[0])]
    return []


def _ordinal(resolver: Resolver, sentence: Sentence, word: Word) -> tuple[Party, ...]:
    """*Ersterer, Letzterer, dieser*: the first or the last of the two named last."""
    pair = _named_last(list(resolver.cast.before(word.start)), sentence, word)
    latter = word.form in resolver.language.words.latter_words
    if len(pair) < 2:
        return taken_up_by(resolver, sentence, word, plural=False) if latter else ()
    if len(pair) > 2 and not latter:
        return ()
    chosen = pair[-1 if latter else 0]
    return (resolver.adopt(chosen, "named", "ordinal", f"{word.text}: {chosen.source.name}, of those named last"),)


def fits(resolver: Resolver, referent: Referent, noun: Word) -> bool:
    """Whether a noun may take a party up: it is (the last part of) a noun for it, or a general one for its kind."""
    forms = {noun.lemma.lower(), noun.form}
    if any(known.endswith(form) for form in forms for known in referent.nouns if len(form) > 3):
        return True
    if referent.is_person and any(_is_same_office(resolver, form, known) for form in forms for known in referent.nouns):
        return True
    entry = person_noun(resolver.language, noun) if referent.is_person else institution_noun(resolver.language, noun)
    plain = entry is not None and entry.lemma.lower() in forms
    return plain and entry is not None and entry.takes_up and entry.kind == referent.source.kind


def _is_same_office(resolver: Resolver, one: str, other: str) -> bool:
    """*Premierminister* and *Ministerpräsident*, *Staatschef* and *Präsident* are names of one office."""
    groups = (resolver.language.words.heads_of_government, resolver.language.words.heads_of_state)
    return any(one in group and other in group for group in groups)


def abbreviation(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*das IMK*: the party behind whose name the text puts these letters in brackets."""
    for word in words:
        found = resolver.cast.abbreviations.get(word.text)
        if found is not None and resolver.cast.referents[found].stands_before(word.start):
            referent = resolver.cast.referents[found]
            return (resolver.adopt(referent, "named", "abbreviation", f"{word.text}: {referent.source.name}"),)
    return None


def described(resolver: Resolver, sentence: Sentence, words: Sequence[Word]) -> Found:
    """*der Minister, die Agentur, die 52-Jährige, der Russe*: a definite phrase for somebody named before."""
    if any(word.form in resolver.language.words.both for word in words):
        return both(resolver, sentence, words)
    noun = _anaphoric_noun(resolver, words)
    if noun is None:
        return None
    before = [item for item in resolver.cast.before(words[0].start) if _agrees(resolver, item, words, noun)]
    if _is_several(resolver, words, noun):
        groups = [item for item in before if not item.is_person and fits(resolver, item, noun)]
        return _choice(resolver, groups, sentence, words, noun) if groups else None
    if resolver.language.grammar.is_age(noun.text):
        return _of_age(resolver, [item for item in before if item.is_person], sentence, noun)
    country = resolver.language.countries.of_inhabitant(noun.text)
    if country is not None:
        people = [item for item in before if item.is_person and item.source.country == country]
        return _choice(resolver, people, sentence, words, noun) if people else None
    fitting = [item for item in before if fits(resolver, item, noun)]
    if fitting:
        return _choice(resolver, fitting, sentence, words, noun)
    return _not_named(resolver, before, sentence, words, noun)


def _of_age(resolver: Resolver, people: Sequence[Referent], sentence: Sentence, noun: Word) -> tuple[Party, ...]:
    """An age says nothing but the gender: somebody in the sentence before, or the only person of the text."""
    near = [item for item in people if (item.distance(noun.start, sentence.number) or 0) <= 1]
    chosen = near or people
    if len(chosen) != 1:
        return ()
    detail = f"{noun.text}: {chosen[0].source.name}, the only one near whom it fits"
    return (resolver.adopt(chosen[0], "named", "role_in_context", detail),)


def _anaphoric_noun(resolver: Resolver, words: Sequence[Word]) -> Word | None:
    """The noun of a singular phrase with a definite article and nothing behind the noun."""
    if words[0].form not in resolver.language.words.definite_articles:
        return None
    nouns = [word for word in words if word.upos in {"NOUN", "PROPN", "X"}]
    last = words[-1]
    if not nouns:
        return (
            last
            if resolver.language.grammar.is_age(last.text) or resolver.language.countries.of_inhabitant(last.text)
            else None
        )
    if len(nouns) != 1 or nouns[0] is not last:
        return None
    return last


def _is_several(resolver: Resolver, words: Sequence[Word], noun: Word) -> bool:
    """Whether noun and article are plural; where the tagger errs, an ending or an age says that it is one person."""
    one = resolver.language.grammar.is_feminine(noun.form) or resolver.language.grammar.is_age(noun.text)
    return noun.has("Number=Plur") and words[0].has("Number=Plur") and not one


def _agrees(resolver: Resolver, item: Referent, words: Sequence[Word], noun: Word) -> bool:
    """Gender of people and country must not contradict each other."""
    country = resolver.language.countries.first_of(words)
    if country is not None and item.source.country not in {None, country}:
        return False
    if not item.is_person:
        return True
    return item.gender is None or gender_of(resolver.language, noun, words[0]) in {None, item.gender}


def _choice(
    resolver: Resolver, fitting: Sequence[Referent], sentence: Sentence, words: Sequence[Word], noun: Word
) -> tuple[Party, ...]:
    """The only one who fits near by, else the only one at all."""
    recent = resolver.history[-_MEMORY:]
    spoken = {party.source: resolver.sentence_at(place) for place, party in recent if place < noun.start}
    for reach in (*_NEAR, sentence.number):
        near = [
            item
            for item in fitting
            if sentence.number - spoken.get(item.source.id, -1000) <= reach
            or ((far := item.distance(noun.start, sentence.number)) is not None and far <= reach)
        ]
        if near:
            if len(near) > 1:
                resolver.leave_open(words, near)
                return ()
            detail = f"{noun.text}: {near[0].source.name}, the only one near whom it fits"
            return (resolver.adopt(near[0], "named", "role_in_context", detail, words=words),)
    return ()


def _not_named(
    resolver: Resolver, before: Sequence[Referent], sentence: Sentence, words: Sequence[Word], noun: Word
) -> Found:
    """Nobody who was named is known to be one: several may be meant, or the only person there is."""
    plurals = resolver.cast.plurals.items()
    if any(place < noun.start and lemma.endswith(noun.lemma.lower()) for lemma, place in plurals):
        return ()
    entries = resolver.registry.by_role(noun.lemma, None) or resolver.registry.by_role(noun.text, None)
    spoken_of = {code for code, place in resolver.cast.countries.items() if place < noun.start}
    offices = [
        entry for entry in entries if entry.country in spoken_of and resolver.language.countries.first_of(words) is None
    ]
    if len(offices) > 1:
        return ()
    if len(offices) == 1 and len(spoken_of) == 1:
        detail = f"{noun.text}: no other country is spoken of"
        return (resolver.registered(offices[0], "role", "only_country", detail),)
    entry = person_noun(resolver.language, noun)
    if entry is None or not entry.unnamed:
        return None
    # *die Forscherin* is somebody the text has brought in: one whose office it has not told, or nobody for certain.
    people = [item for item in before if item.is_person and not item.nouns]
    return _choice(resolver, people, sentence, words, noun) if people else None
