"""Institutions and names that no registry knows, by what the text says of them."""

import re
from collections.abc import Sequence

from attrib.records import Disclosure, Source, SourceKind
from attrib.source.country import country_of
from attrib.source.display import display_name
from attrib.source.kinds import OUTLETS
from attrib.source.known import Party
from attrib.source.mention import own_id
from attrib.source.name_run import NameRuns
from attrib.source.phrase import own_words
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_group, unnamed_row
from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.entries import InstitutionNoun
from attrib.text.kebab import kebab
from attrib.text.marks import MARKS
from attrib.text.words import NAMES

_LONGEST_ID = 60
_ENDING = 1
"""How many letters an oblique case adds to a name: *des Boten*, *des Kuriers*."""
_IN_NAMES = frozenset({"ADJ", "PROPN", "NOUN", "X"})
_BODIES: frozenset[SourceKind] = frozenset({"government", "police", "court", "legislature", "military"})
"""Kinds of institutions that are told apart by whose they are."""
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:de|at|ch|com|org|net|eu|info|tv)")
"""A name that is an address in the web."""


def discovered(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """An institution or name that the registry does not know."""
    noun = institution_word(question, words)
    body = _body(question, words, noun)
    if body is not None:
        return (body,)
    known = _named_institution(question, words) or _outlet(question, words) or _outlet_of_country(question, words)
    if known is not None:
        return (known,)
    earlier = question.cast.described_before(noun.start)
    if earlier is not None and noun is not NO_WORD:
        return (question.adopt(earlier, "named", "discovered", earlier.source.name),)
    if noun is not NO_WORD:
        return (new_institution(question, words, noun),)
    own = own_words(words)
    if _in_capitals(question, _without_place(question, own)):
        return (_named_in_capitals(question, own),)
    if _in_capitals(question, own) and _is_there_for(question, words, own):
        return (_named_in_capitals(question, words),)
    proper = _proper(question, own)
    if proper is not NO_WORD:
        return (named(question, sentence, own, proper),)
    capitals = _in_capitals(question, words)
    if capitals:
        return (_named_in_capitals(question, capitals),)
    described = next((word for word in own if word.upos == "NOUN"), NO_WORD)
    if not described:
        return None
    if not (_may_speak(question, described) or _counts_people(question, words, described)):
        return ()  # *Eine weitere Niederlage*, *38 Prozent*: what cannot speak is nobody.
    return (unnamed_row(question, words, "other", "unnamed_party"),)


def _body(question: Question, words: Sequence[Word], noun: Word) -> Party | None:
    """*das Gesundheitsamt | des Kreises Altenau*: a public body with a noun of its own, which is told apart by whose it
    is; None if it is none, or stands for whose it is (*die Regierung des Landes*)."""
    behind = [word for word in words if word.number > noun.number]
    entry = question.nouns.institution(noun)
    owned = bool(behind) and behind[0].upos == "DET" and behind[0].has("Case=Gen")
    named = any(question.cast.institution_at(word.start) is not None for word in behind)
    if entry is None or not owned or not named or entry.kind not in _BODIES or entry.organ_of:
        return None
    listed = question.language.words
    if noun.is_plural or noun.lemma.lower().endswith(tuple(listed.governments | listed.administrations)):
        return None
    name = display_name(question.text, [word for word in words if word.number >= noun.number], article=False)
    home = country_of(words, question.language.countries, question.index.names)
    source = Source(id=kebab(name)[:_LONGEST_ID], name=name, kind=entry.kind, origin="discovered", country=home)
    return question.new(source, "named", "discovered", name)


def _without_place(question: Question, words: Sequence[Word]) -> Sequence[Word]:
    """*das Rote Kreuz | Norwegens*: the phrase without a country in the genitive; nothing if it ends in none."""
    *rest, last = words or [NO_WORD]
    country = question.language.countries.of_place(question.language.grammar.without_genitive(last.text))
    return rest if country is not None and last.has("Case=Gen") else ()


def _is_there_for(question: Question, words: Sequence[Word], own: Sequence[Word]) -> bool:
    """*die Deutsche Gesellschaft | für Ernährung*: whether a name in capitals goes on with what it is there for."""
    opening = next((word for word in words if word.number > own[-1].number), NO_WORD)
    return opening.form in question.language.words.purpose_prepositions


def _in_capitals(question: Question, words: Sequence[Word]) -> Sequence[Word]:
    """*das Deutsche Rote Kreuz*: adjectives with a capital between article and noun; none if it is no such phrase."""
    article, *adjectives, noun = words if len(words) > 2 else (NO_WORD, NO_WORD)
    capital = adjectives and all(word.upos == "ADJ" and word.text[:1].isupper() for word in adjectives)
    named = noun.upos == "NOUN" and not noun.is_plural and question.nouns.person(noun) is None
    definite = article.form in question.language.words.definite_articles
    # *der Bremer Hafen*: an adjective of a place has a capital anyway
    declined = any(question.language.grammar.nominative(word, noun) != word.text for word in adjectives)
    known = any(word.form != word.lemma.lower() for word in adjectives)
    return words if capital and named and definite and (declined or known) else ()


def _named_in_capitals(question: Question, words: Sequence[Word]) -> Party:
    name = display_name(question.text, words, article=False)
    source = Source(
        id=kebab(name)[:_LONGEST_ID] or "party",
        name=name,
        kind="other",
        origin="discovered",
        country=country_of(words, question.language.countries, question.index.names),
    )
    return question.new(source, "named", "discovered", name)


def _named_institution(question: Question, words: Sequence[Word]) -> Party | None:
    """*ein Sprecher der Reederei Nordlicht*: one of the cast, itself or by who speaks for it."""
    for word in words:
        referent = question.cast.institution_at(word.start)
        if referent is not None:
            before = (question.nouns.person(item) for item in words if item.start < word.start)
            if any(entry is not None and not entry.unnamed for entry in before):
                detail = " ".join(item.text for item in words)
                return question.adopt(referent, "role", "role_of_institution", detail)
            told: Disclosure = "role" if _is_one_of_many(question, words, word) else "named"
            return question.adopt(referent, told, "discovered", referent.source.name)
    return None


def _is_one_of_many(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """*ein Bezirksgericht in Texas*: of its kind there are more in the place; *eine Firma Kolb Stahl* has a name."""
    behind = next((word for word in words if word.number > noun.number), NO_WORD)
    indefinite = words[0].form in question.language.words.indefinite_articles
    return indefinite and behind.form in question.language.words.speaking_place_prepositions


def institution_word(question: Question, words: Sequence[Word]) -> Word:
    """The first noun for an institution, none inside a name in quotation marks; NO_WORD if there is none. Where a head
    stands last it is the last before a preposition: *the government's relief | agency*."""
    runs = NameRuns(words, question.language)
    nouns = [word for word in words if question.nouns.institution(word) is not None and not runs.is_marked(word)]
    if question.language.grammar.HEAD_LAST:
        own = own_words(words)
        nouns = [word for word in nouns if word in own][-1:] or nouns
    return next(iter(nouns), NO_WORD)


def _proper(question: Question, words: Sequence[Word]) -> Word:
    """The first word of a name."""
    proper = next((word for word in _names(question, words) if _may_speak(question, word)), NO_WORD)
    noun, last = words[0], words[-1]
    if last.upos == "NOUN" and question.language.countries.of_name(last.text) is not None:
        return last  # *die Niederlande*
    bare = len(words) == 1 and noun.upos == "NOUN" and not noun.has("Number=Plur") and _may_speak(question, noun)
    # *entgegnete Merkel*: a noun in the singular without an article that speaks is a name.
    return noun if bare and question.language.grammar.may_be_name(noun) else proper


def _may_speak(question: Question, word: Word) -> bool:
    """Whether nothing says that the word is for what cannot speak: a day, a quality."""
    return question.language.lexicon.voice(word) != "none"


def _counts_people(question: Question, words: Sequence[Word], measure: Word) -> bool:
    """*47 Prozent | der Befragten*, *die Mehrheit | der Betriebe*: so many of those who can speak."""
    behind = [word for word in words if word.number > measure.number]
    owned = bool(behind) and behind[0].has("Case=Gen")
    counted = next((word for word in behind if word.upos == "NOUN"), NO_WORD)
    return owned and bool(counted) and question.language.lexicon.noun(counted).is_party


def _is_whole_name(question: Question, words: Sequence[Word]) -> bool:
    """*Gerd Starke*, *Carla Dorn*: names and nothing else, though the tagger takes the last for a noun, or the tree
    joins them otherwise."""
    *given, last = words
    family = last.upos in NAMES or (last.upos == "NOUN" and question.language.grammar.may_be_name(last))
    return bool(given) and family and len(_names(question, given)) == len(given)


def _names(question: Question, words: Sequence[Word]) -> list[Word]:
    """The words that are names, or parts of one: neither *Prof.* nor *Art.* is anybody."""
    abbreviations = question.language.lexicon.abbreviations
    proper = (word for word in words if word.upos in NAMES and word.text[:1].isalpha())
    return [word for word in proper if not abbreviations.is_nobody(word.text)]


def named(question: Question, sentence: Sentence, words: Sequence[Word], proper: Word) -> Party:
    """Somebody new, by the name that begins with a word."""
    language = question.language
    spellings = (proper.text, language.grammar.without_genitive(proper.text))
    state = next(filter(None, map(language.countries.of_place, spellings)), None)
    if state is not None and proper is words[-1]:
        return _government(question, state, proper)
    run = NameRuns(words, language).at(words.index(proper)) or _names(question, words) or [proper]
    if _is_whole_name(question, words):
        run = words
    forms = [word.text for word in run[question.nouns.titles(run) :]]  # *Wirtschaftsminister Weber* is Weber
    name = language.grammar.name_in_nominative(forms, genitive=False)
    if question.nouns.is_association(run[-1]):
        name = display_name(question.text, _with_attributes(words, run), article=False)
    kind = _kind_of_marked(question, words, run) or _kind(question, sentence, words, run)
    stated = language.countries.first_of(words)
    source = Source(
        id=own_id(name, question.registry)[:_LONGEST_ID],
        name=name,
        kind=kind,
        origin="discovered",
        country=stated if kind == "person" else country_of(words, language.countries, question.index.names),
    )
    return question.new(source, "named", "discovered", name)


def _with_attributes(words: Sequence[Word], run: Sequence[Word]) -> Sequence[Word]:
    """*dem | Deutschen | Mieterbund*: a name with the adjectives in capitals before it, and its article."""
    first = words.index(run[0])
    while _is_capital_attribute(word_at(words, first - 1)):
        first -= 1
    before = word_at(words, first - 1)
    return [*([before] if before.upos == "DET" else []), *words[first : words.index(run[-1]) + 1]]


def _kind_of_marked(question: Question, words: Sequence[Word], run: Sequence[Word]) -> SourceKind | None:
    """What a name in quotation marks is: a person behind a noun for one, else nobody knows; None without marks."""
    names, place = NameRuns(words, question.language), words.index(run[0])
    if not names.marked(place):
        return None
    noun = names.noun_of(place)
    entry = question.nouns.person(noun) if noun else None
    return "other" if entry is None else entry.kind


def _kind(question: Question, sentence: Sentence, words: Sequence[Word], run: Sequence[Word]) -> SourceKind:
    """What a new name is taken for: a person, unless the text, the name itself or a recogniser says otherwise.

    Whoever may be a private person stays one, so that the name can be covered where it is published.
    """
    if question.nouns.is_association(run[-1]):
        return "ngo"
    told: SourceKind | None = "other" if _is_called_institution(question, run) else question.name_kinds.of(run)
    if told is not None:
        return told
    kinds = {item.kind for item in sentence.entities if any(item.start <= word.start < item.end for word in run)}
    listed = question.language.words.institution_words | question.language.words.firm_words
    named = any(word.form in listed for word in words) or _is_organisation(question, run)
    other = kinds or named or _has_article(question, words, run)
    return "person" if "PER" in kinds or not other else "other"


def _is_organisation(question: Question, run: Sequence[Word]) -> bool:
    """*Der NABU*, *Greenpeace*: an abbreviation, or one word mostly in the neuter, as nobody's name is."""
    abbreviated = any(word.text.isupper() and word.text.isalpha() and len(word.text) > 1 for word in run)
    same = [word for word in question.text.analysis.words if len(run) == 1 and word.text == run[0].text]
    return abbreviated or (bool(same) and sum(word.has("Gender=Neut") for word in same) * 2 > len(same))


def _is_called_institution(question: Question, run: Sequence[Word]) -> bool:
    """*Kestrel Airways*, *George Kestrel University*, *kestrel.de*"""
    listed = question.language.words.institution_words
    return any(word.form in listed or _ADDRESS.fullmatch(word.text) for word in run)


def _has_article(question: Question, words: Sequence[Word], run: Sequence[Word]) -> bool:
    """*die Hafenwoche*, *das Kolbe*: nothing but a name and its article; *die Bergers* may be a family."""
    listed = question.language.words
    article, *rest = words
    definite = article.form in listed.definite_articles and article.form not in listed.masculine_articles
    family = question.language.grammar.without_genitive(run[-1].text) != run[-1].text
    return definite and article.upos == "DET" and rest == [*run] and not family


def _outlet(question: Question, words: Sequence[Word]) -> Party | None:
    """*das US-Magazin Barrons*, *die Nachrichtenseite „Golem“*, *bildblog.de*: an outlet is known by its name alone."""
    noun = institution_word(question, words)
    entry = question.nouns.institution(noun)
    stated = "media" if entry is None else entry.kind
    name = _outlet_name(question, words, noun if stated in OUTLETS else NO_WORD)
    if not name:
        return None
    spelled = _outlet_spelled(question, words, name)
    registered = question.registry.by_title(spelled)
    if len(registered) == 1:
        return question.registered(registered[0], "named", "alias", spelled)
    kind: SourceKind = "news_agency" if stated == "news_agency" else "media"
    source = Source(id=kebab(spelled)[:_LONGEST_ID] or "outlet", name=spelled, kind=kind, origin="discovered")
    return question.new(source, "named", "discovered", spelled)


def _outlet_of_country(question: Question, words: Sequence[Word]) -> Party | None:
    """*der englische Independent*, *des österreichischen Standards*: a registered title that is a common word too, by
    the country before it."""
    *before, noun = [word for word in words if word.upos != "DET"] or [NO_WORD]
    country = question.language.countries.of_adjective(before[0].text) if len(before) == 1 else None
    if country is None or noun.upos not in {"NOUN", "PROPN", "X"}:
        return None
    spelled = dict.fromkeys((noun.text, noun.lemma, question.language.grammar.without_genitive(noun.text)))
    found = {each.id: each for title in spelled for each in question.registry.by_title(title)}
    of_country = [entry for entry in found.values() if entry.country == country]
    return question.registered(of_country[0], "named", "alias", noun.text) if len(of_country) == 1 else None


def _outlet_spelled(question: Question, words: Sequence[Word], name: Sequence[Word]) -> str:
    """The name in the nominative, as the words before it show in which case it is."""
    before = [word for word in words if word.number < name[0].number and word.text not in MARKS]
    article = [word for word in before[-1:] if word.upos == "DET"]
    shown = display_name(question.text, [*article, *name], article=False)
    noun = _outlet_noun(question, name[-1])
    return f"{shown.rpartition(' ')[0]} {noun}".strip() if noun else shown


def _outlet_name(question: Question, words: Sequence[Word], noun: Word) -> Sequence[Word]:
    """The words of its name: an address, adjectives with a noun, or what stands behind the noun for outlets."""
    addresses = [word for word in words if _ADDRESS.fullmatch(word.text)]
    named = outlet_words(question, words) or _marked_outlet(question, words)
    return addresses[:1] or named or _name_behind(question, words, noun)


def _marked_outlet(question: Question, words: Sequence[Word]) -> Sequence[Word]:
    """*der „Hafenbote“*, *„Radio Fjord“*: a name in quotation marks with a word for an outlet in it."""
    runs, listed = NameRuns(words, question.language), question.language.words.outlet_words
    for run in filter(None, map(runs.marked, range(len(words)))):
        if any(word.form in listed for word in (run[0], run[-1])) or _outlet_noun(question, run[-1]):
            return run
    return ()


def _outlet_noun(question: Question, word: Word) -> str:
    """*Hafenboten* → *Hafenbote*: a compound with a noun for an outlet, without its ending; empty if it is none."""
    language = question.language
    nouns = tuple(language.words.outlet_nouns)
    stems = (stem for stem in language.grammar.noun_stems(word.form) if len(word.form) - len(stem) <= _ENDING)
    return next((word.text[: len(stem)] for stem in (word.form, *stems) if stem.endswith(nouns)), "")


def outlet_words(question: Question, words: Sequence[Word]) -> Sequence[Word]:
    """*Salzburger Nachrichten*, *Neue Zürcher Zeitung*: adjectives in capitals before a noun for an outlet."""
    nouns = question.language.words.outlet_nouns
    for place, word in enumerate(words):
        if word.form in nouns and word.upos in {"NOUN", "PROPN"}:
            first = place
            while _is_capital_attribute(word_at(words, first - 1)):
                first -= 1
            if first < place:
                return words[first : place + 1]
    return ()


def _is_capital_attribute(word: Word) -> bool:
    return word.upos in {"ADJ", "PROPN"} and word.text[:1].isupper()


def _name_behind(question: Question, words: Sequence[Word], noun: Word) -> list[Word]:
    """The proper nouns behind an outlet's noun, in quotation marks or not; none if a preposition stands between."""
    between = MARKS | question.language.words.articles_before_names
    name: list[Word] = []
    for word in (item for item in words if item.number > noun.number > 0):
        if word.upos in NAMES and word.text[:1].isalnum():
            name.append(word)
        elif name or word.text not in between:
            break
    return name


def _government(question: Question, country: str, word: Word) -> Party:
    """*Venezuela*: a state that speaks and is not in the registry, under the id it would have there."""
    name = question.language.countries.name(country)
    id_ = f"{country.lower()}-government"
    if id_ in question.registry.by_id:
        return question.registered(question.registry.by_id[id_], "named", "metonym", word.text)
    source = Source(id=id_, name=name, kind="government", origin="discovered", country=country)
    return question.new(source, "named", "metonym", word.text)


def new_institution(question: Question, words: Sequence[Word], noun: Word) -> Party:
    """*die spanische Regierung, die Bremer Umweltbehörde*: by what stands before its noun; *die Polizei* of this text.

    A noun alone names nobody outside its own document, so the row is this document's; *Bundestag* is a name.
    """
    language = question.language
    entry = question.nouns.institution(noun)
    assert entry is not None
    country = language.countries.first_of(words)
    if country is not None and entry.lemma.lower() in language.words.governments:
        return _government(question, country, noun)  # *Kenias Regierung*, *die thailändische Regierung*
    content = _up_to(words, noun)
    article = [word for word in words if word.upos == "DET" and word.number < content[0].number][-1:]
    shown = display_name(question.text, [*article, *content], article=False)
    before, _, last = shown.rpartition(" ")
    name = f"{before} {question.nouns.spelled(noun, entry) or last}".strip()
    id_ = kebab(name)[:_LONGEST_ID]
    home = country or country_of(words, language.countries, question.index.names)
    source = Source(id=id_, name=name, kind=entry.kind, origin="discovered", country=home)
    is_name = entry.proper or any(word.upos in NAMES for word in content) or _is_definite(question, words, noun)
    # *eine Behörde*, *Behörden*: nobody can say which; *ein US-Gericht* is one of a country
    one_of_country = country is not None and not noun.is_plural
    disclosure: Disclosure = "named" if is_name else "role" if one_of_country else "unnamed"
    if len(content) == 1 and _is_bare(question, noun, entry):
        return _of_document(question, source, disclosure, name)
    return question.new(source, disclosure, "discovered", name)


def _up_to(words: Sequence[Word], noun: Word) -> Sequence[Word]:
    """*Führung der | britischen Armee*: the noun with the words right before it that may belong to its name."""
    content = [noun]
    for word in reversed([word for word in words if word.number < noun.number]):
        if word.upos not in _IN_NAMES:
            break
        content.insert(0, word)
    return content


def _of_document(question: Question, source: Source, disclosure: Disclosure, name: str) -> Party:
    """An institution that only its document knows under its noun."""
    group = unnamed_group(source.kind, source.country, None)
    id_ = f"{kebab(name)}-{question.text.document.id[:6]}"
    own = source.model_copy(update={"id": id_, "origin": "unnamed", "grouped_under": group.id})
    return question.new(own, disclosure, "discovered", name, related=(group,))


def _is_bare(question: Question, noun: Word, entry: InstitutionNoun) -> bool:
    """Whether the noun alone is no name: neither *Bundestag* nor *US-Kongress*."""
    prefixed = "-" in noun.text or question.language.countries.of_prefix(noun.text) is not None
    return not entry.proper and not prefixed


def _is_definite(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """*die Polizei* is as good as a name, as is *Polizei* in a heading; *eine Behörde* and *Behörden* are not."""
    article = next((word for word in words if word.upos == "DET" and word.number < noun.number), NO_WORD)
    definite = not article or article.form in question.language.words.definite_articles
    entry = question.nouns.institution(noun)
    # *die Stadtwerke*: one institution, whose name is a plural
    is_one = not noun.has("Number=Plur") or article.has("Number=Sing") or (entry is not None and entry.plural)
    return definite and is_one
