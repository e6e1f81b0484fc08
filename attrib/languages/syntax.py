"""What the attribution rules ask of a parsed sentence: clauses, fields between commas, verb groups, noun phrases.

The parser is small and errs on long sentences, so no question hangs on one arc: word order, commas and morphology
answer where they can, the tree where they cannot. Everything here is a pure function of one sentence and the language.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from attrib.languages.language import Language
from attrib.records import Span
from attrib.text.analysis import Sentence, Word

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of words between commas, colons, dashes or brackets; `opener` is the mark before it, '' at the start.

    `first` and `last` are word numbers, both included. `finite` are the finite verbs in it.
    """

    first: int
    last: int
    opener: str
    closer: str
    finite: tuple[Word, ...]
    kind: str
    """`main` (verb first or second), `complement` and `subordinate` (a subordinator and the verb late), `relative`,
    `infinitive`, `fragment` (no finite verb)."""

    @property
    def is_dependent(self) -> bool:
        """Whether it is a clause inside another one, with its finite verb late."""
        return self.kind in {"relative", "complement", "subordinate"}


def is_finite(word: Word) -> bool:
    """A verb form with person and mood."""
    return word.upos in {"VERB", "AUX"} and (word.has("VerbForm=Fin") or "Mood=" in word.feats)


def is_subjunctive(word: Word) -> bool:
    """Konjunktiv I or II."""
    return word.has("Mood=Sub")


def is_reported_mood(word: Word) -> bool:
    """Konjunktiv I: the mood of indirect speech."""
    return word.has("Mood=Sub") and not word.has("Tense=Past")


def fields(sentence: Sentence, *, language: Language) -> tuple[Field, ...]:
    """The sentence cut at its punctuation, quotation marks left alone; never empty for a sentence with words."""
    found: list[Field] = []
    first, opener = 1, ""
    for word in sentence.words:
        if word.text in _BREAKS and word.upos == "PUNCT" and not _is_joint(sentence, word):
            if word.number > first:
                found.append(_field(sentence, first, word.number - 1, opener, word.text, language=language))
            first, opener = word.number + 1, word.text
    if first <= len(sentence.words):
        found.append(_field(sentence, first, len(sentence.words), opener, "", language=language))
    return _with_conditions(sentence, found, language=language)


def _with_conditions(sentence: Sentence, found: list[Field], *, language: Language) -> tuple[Field, ...]:
    """*Sollte das stimmen, wäre …*: a clause that begins with its verb before one that does is a condition."""
    openers = language.words("conditional_openers")
    for place, field in enumerate(found):
        first = sentence.words[field.first - 1]
        if (
            field.kind == "main"
            and first.text.lower() in openers
            and any(
                item.kind == "main" and item.finite and item.finite[0].number <= item.first + 1
                for item in found[place + 1 :]
            )
        ):
            found[place] = replace(field, kind="subordinate")
    return tuple(found)


def _is_joint(sentence: Sentence, word: Word) -> bool:
    """A hyphen inside a compound: *NATO-Sprecherin* is no clause boundary."""
    if word.text != "-" or not 1 < word.number < len(sentence.words):
        return False
    return sentence.words[word.number - 2].end == word.start or word.end == sentence.words[word.number].start


def _field(sentence: Sentence, first: int, last: int, opener: str, closer: str, *, language: Language) -> Field:
    words = [word for word in sentence.words[first - 1 : last] if word.upos != "PUNCT"]
    finite = tuple(word for word in words if is_finite(word))
    kind = _kind(words, finite, language=language)
    if kind == "relative" and not opener and words[0].text.lower() in language.words("articles"):
        kind = "main"  # Nothing stands before it that it could be about: *Der Förster sagte*.
    return Field(first, last, opener, closer, finite, kind)


def _kind(words: Sequence[Word], finite: Sequence[Word], *, language: Language) -> str:
    opening = words[:3]
    # *dass 1.100 Verluste – Tote oder Verwundete – gemeldet wurden*: the clause goes on behind the dash.
    if opening and opening[0].text.lower() in language.words("complementizers"):
        return "complement"
    if not finite:
        marked = any(word.text.lower() == "zu" and word.upos == "PART" for word in words)
        fused = any(word.has("VerbForm=Inf") and "zu" in word.text[2:-3] and word.upos == "VERB" for word in words)
        return "infinitive" if marked or fused else "fragment"
    late = finite[-1].number >= words[-1].number - 1
    lowered = [word.text.lower() for word in opening]
    for place, form in enumerate(lowered):
        if form in language.words("complementizers") and (
            place == 0 or lowered[0] in language.words("subordinator_prefixes")
        ):
            return "complement"
        if place == 0 and form in language.words("subordinators") and (late or finite[0].number > words[0].number + 1):
            return "subordinate"
    start = 1 if len(words) > 1 and words[0].upos == "ADP" else 0
    # *die Fähre fahre* begins with an article, *die Austin nannte* with a pronoun, whatever the tagger says.
    following = words[start + 1] if start + 1 < len(words) else None
    pronoun = start < len(words) and (
        words[start].upos != "DET"
        # *deren Halle abbrannte*, *in der geprobt wird*
        or lowered[start] in language.words("possessive_relatives")
        or (following is not None and following.upos in {"PROPN", "PRON", "ADV", "ADP", "VERB"})
        # *den die Zeitung zitiert*: the second article has a noun of its own.
        or (following is not None and following.text.lower() in language.words("articles"))
    )
    if pronoun and start < len(lowered) and lowered[start] in language.words("relative_pronouns") and late:
        if not is_reported_mood(finite[-1]) and finite[0].number > words[start].number + 1:
            return "relative"
        if finite[0].number > words[start].number + 1 and words[start].has("PronType=Rel"):
            return "relative"
    if lowered and lowered[0] in language.words("w_words") and late:
        return "complement"
    return "main"


def finite_verb(sentence: Sentence, verb: Word) -> Word | None:
    """The finite form of the verb's group: itself, the auxiliary behind it (*gesagt hat*), else the one before it."""
    if is_finite(verb):
        return verb
    for word in sentence.words[verb.number : verb.number + 3]:
        if word.upos == "AUX" and is_finite(word):
            return word
        if word.upos not in {"AUX", "VERB"}:
            break
    open_commas = 0
    for word in reversed(sentence.words[: verb.number - 1]):
        if word.text == ",":
            open_commas += 1
        if is_finite(word) and word.upos == "AUX" and (open_commas % 2 == 0 or word.head == verb.number):
            return word
        if word.text in {":", ";"}:
            break
    return None


def is_passive(sentence: Sentence, verb: Word, *, language: Language) -> bool:
    """*wird berichtet, ist berichtet worden, ist bestätigt*: a participle with *werden*, or *sein* for a state."""
    finite = None if is_finite(verb) else finite_verb(sentence, verb)
    if finite is None:
        return False
    if verb.has("VerbForm=Inf") and not verb.has("VerbForm=Part"):
        # *wurden angewiesen*: some participles look like infinitives, but none follows *wurde*.
        return finite.lemma in language.words("passive_auxiliaries") and finite.has("Tense=Past")
    behind = sentence.words[verb.number : verb.number + 2]
    if any(word.text.lower() == "worden" for word in behind):
        return True
    return finite.lemma in language.words("passive_auxiliaries") and not any(
        word.has("VerbForm=Inf") and word.upos == "VERB" for word in behind[:1]
    )


def text_span(words: Sequence[Word]) -> Span:
    """From the first word's start to the last one's end."""
    return Span(words[0].start, words[-1].end)


def is_relative(word: Word) -> bool:
    """A relative pronoun, also where the tagger leaves open whether it is a demonstrative."""
    return word.upos == "PRON" and any(item.startswith("PronType=") and "Rel" in item for item in word.feats.split("|"))
