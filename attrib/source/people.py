"""Persons: by full name, by title and family name, by family name alone."""

from collections.abc import Mapping, Sequence

from attrib.registry.registry import RegistrySource
from attrib.source.known import Party
from attrib.source.mention import own_id
from attrib.source.name_kind import PUBLIC
from attrib.source.name_run import NameRuns
from attrib.source.named import Named, family_stem
from attrib.source.phrase import own_words
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word, word_at
from attrib.text.words import NOUNS

_REACH = 3
"""How many sentences back somebody of the name was mentioned in full, or how many speakers back."""
_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "X"})


def person(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A full name, or a family name that the registry or the text ties to one person; nobody if it has two bearers."""
    others = others_names(question, words)
    inside = [named for named in _people_in(question, words) if named not in others]
    for named in sorted(inside, key=lambda item: not item.is_full):
        party = named_person(question, named, words)
        if party is not None:
            return (party,)
    if any(len(named.candidates) > 1 for named in inside):
        names = [question.registry.by_id[item].name.de for named in inside for item in named.candidates]
        return question.leave_open(words, list(dict.fromkeys(names)))
    return _surname(question, words)


def _people_in(question: Question, words: Sequence[Word]) -> list[Named]:
    found = question.names.between(words[0].start, words[-1].end)
    return [named for named in found if _is_person(question, named)]


def others_names(question: Question, words: Sequence[Word]) -> list[Named]:
    """The names of people in a phrase that belong to somebody else than whom it is about."""
    return [named for named in _people_in(question, words) if _is_attribute(question, words, named)]


def _is_person(question: Question, named: Named) -> bool:
    return not named.candidates or any(question.registry.by_id[item].person for item in named.candidates)


def _is_attribute(question: Question, words: Sequence[Word], named: Named) -> bool:
    """*der Sprecher von Präsident Wladimir Putin*, *die Anwältin des Ministers Karl Lund*, *Putins Sprecher*: somebody
    else's name.

    In *die Sprecherin der Polizei Anna Weiß* it is the spokeswoman's: the police bear no such name, nor does what
    *der Beauftragte für Integration Karl Lund* is there for.
    """
    before = [word for word in words if word.end <= named.span.start]
    if any(question.cast.circle_at(word.start) is not None for word in before) or _owns_circle(question, words, named):
        return True  # *ein Team um Anna Berg*
    if question.language.grammar.HEAD_LAST and _holds_office(question, before, named):
        return False
    titled, matter = False, False
    while before and before[-1].upos in _TITLES and before[-1].text not in {",", "("}:
        title = before.pop()  # *Präsident Wladimir Putin*
        titled = titled or question.nouns.person(title) is not None
        matter = matter or (title.upos == "NOUN" and not question.language.lexicon.noun(title).is_party)
    last = word_at(before, len(before) - 1)
    if last.form in question.language.words.purpose_prepositions and matter and not titled:
        return False
    owned = last.upos == "DET" and last.has("Case=Gen") and any(word.upos in NOUNS for word in before)
    return last.upos == "ADP" or (owned and titled) or _is_possessor(words, named) or _owns(question, words, named)


def _holds_office(question: Question, before: Sequence[Word], named: Named) -> bool:
    """*Director of education | Paul Hendry*: whether the tree joins the name to a noun for a person before it."""
    sentence = question.text.sentence_at(named.span.start).sentence
    name = next((word for word in sentence.words if word.start >= named.span.start), NO_WORD)
    noun = next((word for word in before if question.nouns.person(word) is not None), NO_WORD)
    bare = noun is not NO_WORD and before[0].upos != "DET"  # *A spokesman for Prime Minister Ann Reid* is not she
    return bare and question.language.grammar.joins_name(sentence, noun, name)


def _owns_circle(question: Question, words: Sequence[Word], named: Named) -> bool:
    """*McCains | Kampagne*."""
    behind = next((word for word in words if word.start >= named.span.end), NO_WORD)
    return question.cast.circle_at(behind.start) is not None


def _is_possessor(words: Sequence[Word], named: Named) -> bool:
    """*Anna Berger | 's lawyer*: the ending of a possessive in a word of its own."""
    behind = next((word for word in words if word.start >= named.span.end), NO_WORD)
    return behind.upos == "PART" and behind.relation == "case"


def _owns(question: Question, words: Sequence[Word], named: Named) -> bool:
    """*Putins Sprecher*, *der Anwalt Karl Lunds*: a name in the genitive beside a noun for somebody."""
    name = next((word for word in words if named.span.end == word.end), NO_WORD)
    if name is NO_WORD or not _is_genitive(question, named, name):
        return False
    first = next(place for place, word in enumerate(words) if word.end > named.span.start)
    beside = word_at(words, first - 1), word_at(words, words.index(name) + 1)
    return any(question.nouns.person(word) is not None for word in beside)


def _is_genitive(question: Question, named: Named, name: Word) -> bool:
    """Whether the name that ends in a word has an ending there that it does not have by itself."""
    entries = [question.registry.by_id[item] for item in named.candidates]
    names = [name for entry in entries for name in (*entry.names, *entry.family_names)] or [named.name]
    plain = {item.split()[-1] for item in names}
    return question.language.grammar.is_genitive_name(name) and name.text not in plain


def named_person(question: Question, named: Named, words: Sequence[Word]) -> Party | None:
    """The person a name stands for: the only registered bearer, the one the context decides on, or a new one."""
    candidates = [question.registry.by_id[item] for item in named.candidates]
    if len(candidates) == 1:
        detail = f"{named.name}: {named.evidence}" if named.evidence else named.name
        return question.registered(candidates[0], "named", "full_name" if named.is_full else "family_name", detail)
    if candidates:
        return _one_of(question, candidates, named, words)
    referent = question.cast.referents.get(own_id(named.name, question.registry))
    return None if referent is None else question.adopt(referent, "named", "discovered_person", named.name)


def _one_of(
    question: Question, candidates: Sequence[RegistrySource], named: Named, words: Sequence[Word]
) -> Party | None:
    """Several bearers of one family name: the title decides, else who was named in this text; else nobody."""
    titles = {word.lemma for word in words if word.upos == "NOUN"} | {word.text for word in words}
    fitting = [entry for entry in candidates if entry.may_be_titled(titles)]
    if len(fitting) == 1:
        return question.registered(fitting[0], "named", "title_and_name", named.name)
    seen = _last_full(question, named, {entry.id for entry in candidates})
    if seen is None:
        return None
    detail = f"{named.name}: named before"
    return question.registered(question.registry.by_id[seen], "named", "family_name", detail)


def _last_full(question: Question, named: Named, ids: set[str]) -> str | None:
    """The only one of `ids` whose full name stands in the text, or the only one near before the mention."""
    full = [item for source in ids for item in question.names.by_party.get(source, ()) if item.is_full]
    bearers = {item.candidates[0] for item in full}
    near = {item.candidates[0] for item in full if _is_near(item, named)}
    recent = ids & {party.source for _, party in question.known.history[-_REACH:]}
    chosen = (some for some in (bearers, near, recent) if len(some) == 1)
    return min(next(chosen, ()), default=None)


def _is_near(full: Named, named: Named) -> bool:
    return full.span.start < named.span.start and named.sentence - full.sentence <= _REACH


def _surname(question: Question, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """A single proper noun that is part of the name of somebody named in full elsewhere in this text."""
    runs = NameRuns(words, question.language)
    body = next((word for word in words if word.upos in NOUNS), NO_WORD)
    entry = question.nouns.institution(body)
    if entry is not None and entry.kind in PUBLIC and question.cast.institution_at(body.start) is not None:
        return None  # *das Amtsgericht Aurich*, where Jan Aurich is spoken of too
    others = others_names(question, words)
    for word in (word for word in own_words(words) if not runs.is_marked(word, among=2)):
        if any(named.span.contains(word) for named in others):
            continue
        common = word.upos == "NOUN" and len(words) > 1
        behind = word_at(words, words.index(word) + 1)
        if _owner(question, words, word) is not None or question.cast.circle_at(behind.start) is not None:
            continue
        if word.upos in {"PROPN", "X", "NOUN"} and not common and _is_capital(word):
            bearers = _bearers(question, word)
            if len(bearers) > 1:
                return question.leave_open(words, list(bearers))
            for named in bearers.values():
                party = named_person(question, named, words)
                return None if party is None else (party,)
    return None


def _is_capital(word: Word) -> bool:
    """*Scheich*, *al-Scheich*: a name has a capital, behind its article if that is joined to it."""
    return any(part[:1].isupper() for part in (word.text, word.text.rpartition("-")[2]))


def owners(question: Question, words: Sequence[Word]) -> list[Named]:
    """*ein Sprecher | Brandts*, *Brandts Vertreter*: whose family name stands beside a noun for somebody else."""
    found = (_owner(question, words, word) for word in words if word.upos == "PROPN")
    return [named for named in found if named is not None]


def _owner(question: Question, words: Sequence[Word], name: Word) -> Named | None:
    """Who is meant by a family name in the genitive beside a noun for a person; None if it is no such name."""
    grammar, place = question.language.grammar, words.index(name)
    beside = word_at(words, place - 1), word_at(words, place + 1)
    if not grammar.is_genitive_name(name) or not any(question.nouns.person(word) is not None for word in beside):
        return None
    bearers = [named for named in _bearers(question, name).values() if name.text not in named.name.split()]
    return bearers[0] if len(bearers) == 1 else None


def _bearers(question: Question, word: Word) -> Mapping[str, Named]:
    """Who is called so, by full name.

    The last word of a name counts before the first: *Berger* is Anna Berger, *Park* may be Park Jin.
    """
    names, language = question.names, question.language
    asked = (names.by_last, family_stem(language, word.text)), (names.by_first, language.grammar.stem(word.text))
    for index, stem in asked:
        bearers = {name: named for name, named in index.get(stem, {}).items() if _is_person(question, named)}
        if bearers:
            return bearers
    return {}
