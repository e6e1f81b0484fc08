"""The word lists: every entry loads, stands once, and is at work in its own example."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from attrib.errors import ResourceError
from attrib.text.entries import (
    Boilerplate,
    Entry,
    InstitutionNoun,
    PersonNoun,
    ReportingNoun,
    ReportingPhrase,
    ReportingVerb,
    Stand,
    WordSet,
)
from attrib.text.language import Language, closed_classes
from attrib.text.loading import languages, load_language

GERMAN = load_language("de")
VOWELS = "aeiouyäöüéà"

# Forms that the stem's consonants do not lead to.
IRREGULAR = {
    "sein": "ist|sind|war|waren|sei|seien|gewesen",
    "werden": "wird|wurde|wurden|geworden",
    "haben": "hat|hatte|hatten|habe|gehabt",
    "wollen": "will|wollte|wollten",
    "tun": "tat|tut|taten|getan",
    "gehen": "ging|gingen|gegangen|geht",
    "stehen": "stand|standen|gestanden|steht",
    "denken": "dachte|dachten|gedacht|denkt",
    "bringen": "brachte|brachten|gebracht|bringt",
    "ziehen": "zog|zogen|gezogen|zieht",
    "nehmen": "nimmt|nahm|nahmen|genommen",
    "kommen": "kam|kamen|kommt|gekommen",
    "können": "könnte|könnten",
}


def words(text: str) -> list[str]:
    """The words of a text, lower-cased, hyphens kept."""
    return re.findall(r"\w+(?:-\w+)*", text.lower())


def skeleton(stem: str) -> str:
    """A pattern for a stem whose vowels may change and whose consonants may double: `sprech` finds *sprach*."""
    pattern = ""
    for group in re.finditer(rf"[{VOWELS}]+|ß|(.)\1|.", stem):
        part = group.group()
        if part[0] in VOWELS:
            pattern += f"[{VOWELS}]+"
        elif part in {"ß", "ss"}:
            pattern += "(?:ß|ss?)"
        else:
            pattern += re.escape(part[0]) + "{1,2}"
    return pattern


def verb_forms(base: str) -> str:
    """A pattern for the forms of a verb without its separable particle."""
    for irregular, forms in IRREGULAR.items():
        if base.endswith(irregular):
            prefix = re.escape(base.removesuffix(irregular))
            return f"{prefix}(?:{forms}|{irregular})"
    stem = re.sub(r"e?n$", "", base)
    return skeleton(stem) + "(?:e|t|te|en|n|ten|st|est|et|ete|eten|tet)?"


def has_verb(example: str, *, lemma: str, particle: str | None) -> bool:
    """Does the sentence hold the verb: finite with its particle apart, or particle and verb in one word?"""
    seen = words(example)
    if particle is None:
        return any(re.fullmatch(f"(?:ge|zu)?{verb_forms(lemma)}", word) for word in seen)
    finite = verb_forms(lemma.removeprefix(particle))
    together = any(re.fullmatch(f"{particle}(?:ge|zu)?{finite}", word) for word in seen)
    return together or (particle in seen and any(re.fullmatch(finite, word) for word in seen))


def has_noun(example: str, *, lemma: str) -> bool:
    """Does the sentence hold the noun, in any case and number, or an adjective with any ending? *43-Jährige* does."""
    stem = re.sub(r"(?:er|en|e|um|us|n|r)$", "", lemma.lower()) if len(lemma) > 4 else lemma.lower()
    pattern = skeleton(stem) + r"\w{0,4}"
    return any(re.fullmatch(pattern, part) for word in words(example) for part in (word, word.rpartition("-")[2]))


def has_words(example: str, forms: Iterable[str]) -> bool:
    """Do all these lower-cased words stand in the sentence?"""
    return set(forms) <= set(words(example))


def has_form(example: str, form: str) -> bool:
    """Does this word stand in the sentence as it is?"""
    return re.search(rf"(?<!\w){re.escape(form.lower())}(?!\w)", example.lower()) is not None


OF_MORPHOLOGY = frozenset({"paradigms", "governing_prepositions"})
OF_ADJECTIVES = frozenset({"not_holding", "former_attributes"})
"""Classes that are compared with the lemmas of adjectives before a noun, which never stand there as they are."""


def has_adjective(example: str, lemma: str) -> bool:
    """Does the adjective stand in the sentence with an ending?"""
    return re.search(rf"(?<!\w){re.escape(lemma)}e[mnrs]?(?!\w)", example.lower()) is not None


def lists(language: Language) -> Iterator[tuple[str, Entry]]:
    """Every entry of every list but the page's own lines, with the list's name."""
    for name, value in vars(language).items():
        if isinstance(value, tuple) and name != "boilerplate":
            for entry in value:
                yield name, entry


def label(entry: Entry) -> str:
    """What pytest calls an entry."""
    values = entry.model_dump()
    key = values.get("lemma") or values.get("form") or values.get("pattern") or values.get("opening") or ""
    return " ".join([str(key), *map(str, values.get("words", ()))])


def repeated(keys: Iterable[object]) -> list[object]:
    """The keys that stand more than once."""
    return [key for key, count in Counter(keys).items() if count > 1]


@pytest.mark.parametrize("code", languages())
def test_every_list_holds_entries(code: str) -> None:
    """No language comes with an empty list, but for those that only a language with a morphology of its own needs."""
    language = load_language(code)
    tuples = {name: value for name, value in vars(language).items() if isinstance(value, tuple)}
    assert len(tuples) == 22
    assert {name for name, value in tuples.items() if not value} <= OF_MORPHOLOGY


def test_no_entry_stands_twice() -> None:
    """Of two equal entries one would silently lose."""
    assert not repeated((verb.lemma, verb.particle) for verb in GERMAN.reporting_verbs)
    assert not repeated((p.lemma, p.particle, frozenset(p.words)) for p in GERMAN.reporting_phrases)
    bound = ((s.of_such, s.of_question, s.of_clause) for s in GERMAN.stands)  # *sagte nicht, wer*: not *nichts solches*
    keys = ((s.lemma, s.pos, s.particle, frozenset(s.words)) for s in GERMAN.stands)
    assert not repeated(zip(keys, bound, strict=True))
    assert not repeated(noun.lemma for noun in GERMAN.reporting_nouns)
    assert not repeated([noun.lemma for noun in GERMAN.person_nouns] + [n.lemma for n in GERMAN.institution_nouns])
    assert not repeated(entry.form for entry in GERMAN.according_to)
    assert not repeated(entry.form for entry in GERMAN.anaphoric_adverbs)
    assert not repeated(entry.form.lower() for entry in GERMAN.adverbs)
    assert not repeated(form for modal in GERMAN.modals for form in modal.forms)
    assert not repeated(mark.opening for mark in GERMAN.quotation_marks)
    assert not repeated(entry.pattern for entry in GERMAN.boilerplate)


def test_no_list_uses_an_example_twice() -> None:
    """An example shows its own entry, not a neighbour; closed classes may share one."""
    for name in {name for name, _ in lists(GERMAN)} - {"word_sets"}:
        assert not repeated(entry.example for other, entry in lists(GERMAN) if other == name), name


def test_examples_are_sentences() -> None:
    """A capital or a quotation mark first, a full stop last."""
    for name, entry in lists(GERMAN):
        assert re.fullmatch(r"[„“»«‚\"A-ZÄÖÜ].*[.?!“]", entry.example), (name, entry)
        assert "  " not in entry.example, (name, entry)


@pytest.mark.parametrize("verb", GERMAN.reporting_verbs, ids=label)
def test_reporting_verb(verb: ReportingVerb) -> None:
    """The verb is at work in its example, with all that it requires."""
    assert has_verb(verb.example, lemma=verb.lemma, particle=verb.particle)
    assert verb.forms
    if verb.particle:
        assert verb.lemma.startswith(verb.particle)
        assert verb.particle in GERMAN.words.separable_particles
    if verb.adverb:
        assert verb.adverb in GERMAN.words.pronominal_adverbs
    if verb.adverb_required:
        assert verb.adverb is not None
        assert has_words(verb.example, [verb.adverb])
    if verb.reflexive:
        assert has_words(verb.example, ["sich"])
    if verb.forms == ("quote",):
        assert any(mark.opening in verb.example for mark in GERMAN.quotation_marks)


@pytest.mark.parametrize("phrase", GERMAN.reporting_phrases, ids=label)
def test_reporting_phrase(phrase: ReportingPhrase) -> None:
    """Verb and words stand together in the example."""
    assert has_verb(phrase.example, lemma=phrase.lemma, particle=phrase.particle)
    assert phrase.words
    assert has_words(phrase.example, (word for word in phrase.words if not word.startswith("*")))
    for name in (word[1:] for word in phrase.words if word.startswith("*") and word != "*"):
        assert set(words(phrase.example)) & getattr(GERMAN.words, name), name
    if phrase.reflexive:
        assert has_words(phrase.example, ["sich"])


@pytest.mark.parametrize("stand", GERMAN.stands, ids=label)
def test_stand(stand: Stand) -> None:
    """The word by which the stand is taken is in the example, under negation if it needs one."""
    if stand.pos == "verb":
        assert has_verb(stand.example, lemma=stand.lemma, particle=stand.particle)
    else:
        assert stand.particle is None
        assert has_noun(stand.example, lemma=stand.lemma)
    assert has_words(stand.example, stand.words)
    assert stand.verdict or stand.negated
    assert "supports" not in {stand.verdict, stand.negated}
    if stand.verdict is None:
        assert set(words(stand.example)) & GERMAN.words.negations


@pytest.mark.parametrize("noun", [*GERMAN.reporting_nouns, *GERMAN.person_nouns, *GERMAN.institution_nouns], ids=label)
def test_noun(noun: ReportingNoun | PersonNoun | InstitutionNoun) -> None:
    """The noun is in its example."""
    assert noun.lemma[0].isupper()
    assert has_noun(noun.example, lemma=noun.lemma)


def test_a_reporting_noun_is_good_for_something() -> None:
    """A noun that can do nothing is in the wrong list."""
    assert not [n.lemma for n in GERMAN.reporting_nouns if not (n.according_to or n.clause or n.document)]


def test_words_that_credit_and_weigh() -> None:
    """Words without inflection, adjectives and modal forms are in their examples."""
    for credit in GERMAN.according_to:
        assert has_form(credit.example, credit.form), credit
    for anaphor in GERMAN.anaphoric_adverbs:
        assert has_form(anaphor.example, anaphor.form), anaphor
    for adverb in GERMAN.adverbs:
        assert adverb.form == adverb.form.lower(), adverb
        assert adverb.certainty or adverb.distance, adverb
        assert re.search(rf"(?<!\w){re.escape(adverb.form.lower())}(?:e[nmrs]?)?(?!\w)", adverb.example.lower()), adverb
    for modal in GERMAN.modals:
        assert any(has_form(modal.example, form) for form in modal.forms), modal


def test_quotation_marks_enclose_something() -> None:
    """The usual closing mark closes the example."""
    for style in GERMAN.quotation_marks:
        assert all(len(mark) == 1 for mark in (style.opening, *style.closing))
        closing = re.escape(style.closing[0])
        assert re.search(rf"{re.escape(style.opening)}[^{closing}]+{closing}", style.example), style


def test_word_sets_hold_lower_case_words_and_show_one() -> None:
    """Closed classes are compared with lower-cased words."""
    for entry in GERMAN.word_sets:
        assert entry.forms, entry.name
        assert not repeated(entry.forms), entry.name
        assert all(form == form.lower() == form.strip() for form in entry.forms), entry.name
        has = has_adjective if entry.name in OF_ADJECTIVES else has_form
        shown = any(has(entry.example, form.removesuffix("-")) for form in entry.forms)  # *al-* in *al-Attar*
        verbs = [form for form in entry.forms if form.endswith("n")]  # Some classes hold infinitives.
        assert shown or any(has_verb(entry.example, lemma=verb, particle=None) for verb in verbs), entry.name
        assert getattr(GERMAN.words, entry.name) == frozenset(entry.forms)
    assert not repeated(entry.name for entry in GERMAN.word_sets)


def test_an_unknown_word_set_is_refused() -> None:
    """A misspelt class is an error, and the message lists the classes."""
    misspelt = WordSet(name="colours", forms=("rot",), example="Das Dach ist rot.")
    with pytest.raises(ResourceError, match=r"'colours' is no class .* negations"):
        closed_classes([misspelt], where="languages/de")


def test_a_word_set_is_there_once() -> None:
    """Two lists of one class would hide one of them."""
    with pytest.raises(ResourceError, match="is there twice"):
        closed_classes(GERMAN.word_sets[:1] * 2, where="languages/de")


@pytest.mark.parametrize("line", GERMAN.boilerplate, ids=label)
def test_boilerplate_matches_its_line(line: Boilerplate) -> None:
    """The pattern matches the whole line."""
    assert re.fullmatch(line.pattern, line.example, re.IGNORECASE)


def test_boilerplate_leaves_sentences_alone() -> None:
    """No sentence of the other lists is taken for a line of the page."""
    patterns = [re.compile(line.pattern, re.IGNORECASE) for line in GERMAN.boilerplate]
    sentences = [entry.example for _, entry in lists(GERMAN)] + [
        "Mehr dazu wollte der Minister nicht sagen.",
        "Weitere Themen waren der Handel und die Fischerei.",
        "Quellen aus dem Umfeld des Konzerns bestätigten den Verkauf.",
        "Teilen der Opposition geht das nicht weit genug.",
        "Am 3. Mai erschien der Artikel in der Zeitung.",
        "Russland dementiert",
        "Raketen und Granaten",
        "Hohes Risiko",
    ]
    wrong = [(p.pattern, s) for s in sentences for p in patterns if p.fullmatch(s)]
    assert not wrong


def test_the_checks_can_fail() -> None:
    """The helpers above find what is there and miss what is not."""
    assert has_verb("Die Behörde teilte mit, es brenne.", lemma="mitteilen", particle="mit")
    assert has_verb("Das wurde so mitgeteilt.", lemma="mitteilen", particle="mit")
    assert not has_verb("Die Behörde teilte das Geld.", lemma="mitteilen", particle="mit")
    assert not has_verb("Die Behörde schwieg.", lemma="sagen", particle=None)
    assert not has_noun("Der Bericht liegt vor.", lemma="Angabe")
    assert not has_words("Er gab nach.", ["zu", "protokoll"])
