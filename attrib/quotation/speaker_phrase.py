"""The words that name a speaker: the noun phrase around the subject, its appositions, what a pronoun takes up."""

from collections.abc import Sequence
from itertools import takewhile

from attrib.quotation.frame import Stretch, outside_of
from attrib.quotation.reporting_noun import noun_entry
from attrib.records import SourceKind, Span
from attrib.text.analysis import NO_WORD, Word, word_at
from attrib.text.clause import Clause
from attrib.text.marks import DOUBLE_MARKS
from attrib.text.view import View, text_span
from attrib.text.words import NAMES, NOUNS, all_tags, any_tag, content, first_form, tagged

_HEADS = frozenset({"NOUN", "PROPN", "X"})
_END = frozenset({".", ",", ":", "!", "?"})
_NOT_IN_ATTRIBUTE = frozenset({"PRON", "PUNCT", "ADV", "PART", "VERB", "AUX"})
_IN_APPOSITION = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
_LISTED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "X", "CCONJ"})
_IN_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "X"})
_OF_MEDIA: frozenset[SourceKind] = frozenset({"media", "news_agency"})
_FARTHEST = 6
"""How many nouns back a relative pronoun may point."""


def speaker_span(view: View, head: Word, *, outside: Stretch | None = None) -> Span | None:
    """The speaker's noun phrase with appositions, without relative clauses, clear of the content.

    None if there is no head, or nothing of its phrase outside.
    """
    words = outside_of(view.phrase(head), outside) if head else []
    if not words:
        return None
    if head.is_relative or _opens_relative(view, head):
        before = antecedent(view, head)
        return text_span(_antecedent_phrase(view, head, before)) if before else None
    if len(words) > 1 and _opens_relative(view, words[0]):
        words = words[1:]  # *die Austin als „…“ bezeichnete*: the pronoun was taken for an article
    words = _without_addressee(view, _without_wording(view, _with_rest_of_name(view, words), head))
    words = _with_name_before(view, _with_pair(view, _with_corrected(view, _with_second(view, words, head))))
    listed = _with_listed(view, words, head)
    words = listed or with_apposition(view, _up_to_verb(view, words, outside=outside), outside=outside)
    words = outside_of(words, outside) if listed else words
    while len(words) > 1 and words[-1].text in _END:
        words.pop()
    return text_span(words)


def _without_wording(view: View, words: list[Word], head: Word) -> list[Word]:
    """*zitiert einen Beamten | mit den Worten*: without how it is said."""
    means = (word for word in words if word.upos == "ADP" and word.number > head.number)
    for word in means:
        group = tagged(view.governed_group(word) or (), {"NOUN"})
        said = any(noun_entry(noun, view.language) is not None for noun in group)
        if said and word.form in view.language.words.instrument_prepositions:
            return [item for item in words if item.number < word.number]
    return words


def _with_rest_of_name(view: View, words: list[Word]) -> list[Word]:
    """*Lee Seong* *-hyun*: the tokenizer has cut the name at its hyphen."""
    words = list(words)
    while _is_rest(words[-1], view.behind(words[-1])):
        words.append(view.behind(words[-1]))
    return words


def _is_rest(word: Word, behind: Word) -> bool:
    return behind.start == word.end and behind.text.startswith("-") and len(behind.text) > 1


def _without_addressee(view: View, words: list[Word]) -> list[Word]:
    """*sagte Minister Weber | der ARD*: behind a name that stands behind its verb, whom it was said to."""
    name, rest = before_dative(view, words)
    addressed = bool(rest) and (is_addressed(view, rest[0]) or is_postposed(view, words[-1]))
    return name if addressed else words


def before_dative(view: View, words: list[Word]) -> tuple[list[Word], list[Word]]:
    """*Minister Weber | der ARD*: a phrase behind a finite verb, cut behind a name where an article may be a dative.

    The second part is empty where it is no such phrase.
    """
    verbs = view.clause_of(words[0]).finite
    if not verbs or verbs[0].number > words[0].number:
        return words, []
    place = next(
        (place for place, word in enumerate(words) if place and _is_dative_behind_name(view, word)), len(words)
    )
    return words[:place], words[place:]


def _is_dative_behind_name(view: View, article: Word) -> bool:
    name = view.before(article)
    ends_name = name.upos == "PROPN" or (name.upos == "NOUN" and view.before(name).upos == "PROPN")
    dative = article.upos == "DET" and article.form in view.language.words.dative_articles
    return dative and (ends_name or _is_nobody_of_media(view, name, article))


def _is_nobody_of_media(view: View, noun: Word, article: Word) -> bool:
    """*sagte sie | der Zeitung*, *sagte ein Sprecher | der Agentur Reuters*: a pronoun, or one of many who works for
    none, before a paper or an agency: these hear what is said, and have no such spokesmen; *die Chefin der Zeitung*
    is theirs."""
    words = view.language.words
    if noun.upos == "PRON":
        return noun.form in words.personal_subjects
    entry = view.language.lexicon.nouns.person(noun)
    if entry is None or entry.kind in _OF_MEDIA or view.phrase(noun)[0].form in words.definite_articles:
        return False
    group = tagged(view.nominal_group(article.number) or (), {"NOUN"})
    return any(map(view.is_medium, group)) or view.behind(article).text in DOUBLE_MARKS


def is_addressed(view: View, article: Word) -> bool:
    """*der ARD*, *der dpa*, *der Zeitung „X“*, *der „Post“*: an abbreviation or a medium in the dative."""
    noun = view.behind(article)
    if article.upos != "DET" or article.form not in view.language.words.dative_articles:
        return False
    group = tagged(view.nominal_group(article.number) or (), NOUNS)
    short = noun.upos in NOUNS and (noun.text.isupper() or noun.text.islower())
    return short or noun.text in DOUBLE_MARKS or any(map(view.is_medium, group))


def is_postposed(view: View, word: Word) -> bool:
    """Whether a word that credits what is said to a phrase stands behind its last word: *der ARD zufolge*."""
    return view.behind(word).form in view.language.words.crediting_prepositions


def _up_to_verb(view: View, words: list[Word], *, outside: Stretch | None) -> list[Word]:
    """*Das Team um Anita Weber sagte*: what opens a main clause up to its finite verb is one constituent.

    So is what stands before a name set off by commas: *Der Vorsitzende im Landtag, Jan Weber, sagte*.
    """
    clause, last = view.clause_of(words[0]), words[-1].number
    if clause.finite:
        whole, end = clause.kind == "main", clause.finite[0].number - 1
    else:
        whole, end = _is_name_between(view, view.next(clause)), clause.last
    opens = all_tags(view.words(clause.first, words[0].number - 1), {"ADV", "PUNCT", "CCONJ"})
    behind = view.words(last + 1, end)
    fits = bool(behind) and opens and whole and _is_attribute(view, behind)
    return [*words, *behind] if fits and outside_of(behind, outside) == list(behind) else words


def _is_attribute(view: View, words: Sequence[Word]) -> bool:
    """A prepositional phrase that belongs to the noun before it: not *im Mai*, not *laut X*."""
    attributive = words[0].upos == "ADP" and words[0].form not in view.language.words.sentence_prepositions
    if not attributive or words[-1].upos not in _HEADS or any(map(view.language.grammar.is_time, words)):
        return False
    return all(word.text == "-" for word in tagged(words, _NOT_IN_ATTRIBUTE))


def _is_name_between(view: View, clause: Clause) -> bool:
    """*…, Jan Weber, sagte*: a name in a clause of its own, the finite verb right behind it."""
    name = bool(clause.content) and all_tags(clause.content, NAMES)
    return name and clause.closer == "," and view.next(clause).opening.is_finite


def _opens_relative(view: View, word: Word) -> bool:
    clause = view.clause_of(word)
    return clause.kind == "relative" and clause.opening is word


def antecedent(view: View, pronoun: Word) -> Word:
    """The noun that a relative pronoun takes up: the nearest one before its clause that agrees in number.

    *die Tochter von Karl Lund, die …*: where a noun further back alone agrees in gender, that noun.
    """
    before = tagged(view.words(1, view.clause_of(pronoun).first - 1), NOUNS)
    near = [word for word in reversed(before[-_FARTHEST:]) if word.relation not in {"flat", "compound"}]
    agreeing = [word for word in near if _agree(pronoun, word, "Number")]
    nearest = next(iter((*agreeing, *before[-1:])), NO_WORD)
    joined = _joined_to(view, pronoun)
    if joined in near and view.is_party(joined) and _is_place(view, nearest):
        return joined
    if pronoun.has("Number=Plur") or _agree(pronoun, nearest, "Gender"):
        return nearest
    # *brachte eine Darstellung in Umlauf, die widerspricht*
    same = (word for word in agreeing if pronoun.feature("Gender") == word.feature("Gender"))
    return next(same, nearest)


def _is_place(view: View, noun: Word) -> bool:
    """*engineers | in Lyon*."""
    preposition = view.before(view.phrase(noun)[0]).form if noun else ""
    return noun.upos == "PROPN" and preposition in view.language.words.place_prepositions


def _joined_to(view: View, pronoun: Word) -> Word:
    """*by engineers | in Lyon, who said p*: the noun to which the tree joins the clause of a pronoun that has no number
    and no gender to tell."""
    verb = view.word(pronoun.head)
    told = any(pronoun.feature(each) for each in ("Number", "Gender"))
    return NO_WORD if told or verb.deprel != "acl:relcl" else view.word(verb.head)


def _agree(pronoun: Word, noun: Word, feature: str) -> bool:
    """Whether both have the same value of a feature, or one has none."""
    values = pronoun.feature(feature), noun.feature(feature)
    return not all(values) or values[0] == values[1]


def _antecedent_phrase(view: View, pronoun: Word, noun: Word) -> list[Word]:
    """*dem Führer Alt und dem Präsidenten Jung, die warnten*: under a plural verb both, where the nearer is one."""
    phrase = view.phrase(noun)
    joining = view.before(phrase[0])
    other = view.before(joining)
    plural = any(verb.has("Number=Plur") for verb in view.clause_of(pronoun).finite[-1:])
    both = plural and joining.upos == "CCONJ" and not noun.has("Number=Plur") and other.upos in _HEADS
    return [*view.phrase(other), joining, *phrase] if both else phrase


def _with_pair(view: View, words: list[Word]) -> list[Word]:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    pairs, joining = view.language.words.negation_pairs, view.behind(words[-1])
    if view.before(words[0]).form not in pairs or joining.form not in pairs:
        return words
    rest = view.words(joining.number + 1, len(view.sentence.words))
    second = list(takewhile(lambda word: word.upos in {"DET", "ADJ", *_HEADS}, rest))
    return [*words, joining, *second] if second else words


def _with_corrected(view: View, words: list[Word]) -> list[Word]:
    """*nicht nur | das Amt, sondern auch | der Verband*: both, whichever of them the verb has for its subject."""
    listed = view.language.words
    comma = next((word for word in (view.behind(words[-1]), view.before(words[0], 3)) if word.text == ","), NO_WORD)
    if (
        view.behind(comma).form not in listed.correcting_conjunctions
        or view.behind(comma, 2).form not in listed.additive_particles
    ):
        return words
    before = list(takewhile(lambda word: not word.is_finite, reversed(view.words(1, comma.number - 1))))
    negation = first_form(before, listed.clause_negations)
    first = negation.number + (2 if view.behind(negation).upos in {"ADV", "PART"} else 1)
    second = view.nominal_group(comma.number + 3)
    return list(view.words(first, second[-1].number)) if negation and second else words


def _with_name_before(view: View, words: list[Word]) -> list[Word]:
    """*Michael Butler, ein Politikwissenschaftler an der Universität, sagte*: the name before the apposition."""
    clause, before = view.clause_of(words[0]), view.previous(view.clause_of(words[0]))
    fragments = clause.kind == before.kind == "fragment" and clause.opener == ","
    named = any_tag(before.words[-1:], {"PROPN"}) and words[0].upos in {"DET", "NOUN", "ADJ"}
    if not fragments or not named or clause.opening is not words[0]:
        return words
    name = view.phrase(before.words[-1])
    return [*view.words(name[0].number, clause.first - 1), *words]


def _with_listed(view: View, words: list[Word], head: Word) -> list[Word]:
    """*Anna Berger, Karl Ohm und Ina Moor sagten*: noun phrases between commas, the last behind a conjunction, beside a
    verb in the plural; empty if the phrase is none of several, as before an apposition."""
    clause, last = view.clause_of(words[-1]), words[-1].number
    while clause.closer == "," and clause.last == last and view.next(clause):
        clause = view.next(clause)
        inner = list(takewhile(lambda word: word.upos in _LISTED, clause.content))
        last = inner[-1].number if inner else 0
        if any_tag(inner, {"CCONJ"}) and inner[-1].upos in _HEADS:
            verb = view.word(last + 1) if view.word(last + 1).is_finite else view.before(words[0])
            alone = not head.is_plural or _names_one(words, head)
            several = verb.is_finite and verb.has("Number=Plur") and alone
            return list(view.words(words[0].number, last)) if several else []
    return []


def _names_one(words: Sequence[Word], head: Word) -> bool:
    """*die Verbände | A*, B und C: a name right behind the plural that says what all of them are."""
    behind = [word for word in words if word.number > head.number]
    return bool(behind) and all_tags(behind, {"PROPN", "X"})


def _with_second(view: View, words: list[Word], head: Word) -> list[Word]:
    """*Er sowie Brandt sagten*: a pronoun and whoever is joined to it, before a verb in the plural."""
    joining = view.behind(words[-1])
    second = (
        view.nominal_group(joining.number + 1) if joining.form in view.language.words.joining_conjunctions else None
    )
    if head.upos != "PRON" or len(words) > 1 or not second:
        return words
    verb = view.behind(second[-1])
    return [*words, joining, *second] if verb.is_finite and verb.has("Number=Plur") else words


def with_apposition(view: View, words: Sequence[Word], *, outside: Stretch | None = None) -> list[Word]:
    """*sagte Peter Müller, Chef der Firma*: a clause of nouns only, right behind the name, belongs to it."""
    named = _named_inside(view, words)
    if named:
        return [*words, *named]
    clause, last = view.clause_of(words[-1]), words[-1].number
    commas = [word.number for word in clause.words if word.text == "," and word.number > words[0].number]
    if len(commas) > 1 and commas[0] <= last + 1:
        # *verwies die Ministerin, Mitglied des Rates, | auf …*: between two commas of the clause itself
        return outside_of(view.words(words[0].number, commas[1] - 1), outside)
    if clause.opener == "(" and clause.last + 1 == last and words[-1].text == ")":
        last -= 1  # *der Leiter des Amtes (BA), Peter Clever,*: the bracket belongs to the clause it closes.
    following = view.next(clause)
    if clause.last != last or not following or not outside_of([word_at(following.content, 0)], outside):
        return list(words)
    name = _name_before_verb(view, following)
    if name and clause.kind == "fragment":
        return [*words, *view.words(last + 1, name[-1].number)]
    return [*words, *view.words(last + 1, _apposition_end(view, following))]


def _named_inside(view: View, words: Sequence[Word]) -> Sequence[Word]:
    """*p, the governor|, Ann Reid, said*: the name that the tree joins to the noun behind a comma of its own clause,
    and the comma; none in a language where a comma ends a clause."""
    comma = view.behind(words[-1])
    if view.language.grammar.VERB_SECOND or comma.text != ",":
        return ()
    names = (child for word in words for child in view.sentence.children(word) if child.relation == "appos")
    name = next((child for child in names if child.number == comma.number + 1 and child.upos in NAMES), NO_WORD)
    inside = bool(name) and view.clause_of(name) is view.clause_of(words[0])
    return [comma, *view.phrase(name)] if inside else ()


def _apposition_end(view: View, clause: Clause) -> int:
    """The last word of an apposition, brackets included; 0 if the clause is none: neither is *„Wir“, sagte X, | „keine
    Leute“*, which goes on with what is said."""
    inner = clause.content
    if clause.words[0].text in DOUBLE_MARKS:
        return 0
    nominal = any_tag(inner[:1], _IN_APPOSITION) and any_tag(inner, {*NOUNS, "NUM"})
    if clause.opener not in {",", "("} or clause.kind != "fragment" or not nominal:
        return 0
    bracket = view.next(clause)
    if clause.closer == "(" and bracket.closer == ")" and not bracket.finite:
        return bracket.last + 1  # *…, Präsident des Verbands (DFB), sagte*
    return clause.last + (clause.opener == "(" and clause.closer == ")")


def _name_before_verb(view: View, clause: Clause) -> list[Word]:
    """*Die Juristin, Anabella Morfin verwies …*, *Kurt Weber, ein Sprecher der Stadt verwies*: the name or apposition
    right before the verb, its closing comma forgotten."""
    inner = content(clause.words)
    name = list(takewhile(lambda word: word.upos in _IN_NAME and not word.is_finite, inner))
    if clause.opener != "," or not name or len(name) == len(inner) or not inner[len(name)].is_finite:
        return []
    article = len(name) > 1 and name[0].text in view.language.words.subject_articles
    described = article and name[1].upos in {"ADJ", "NOUN"}
    return name if described or all_tags(name, {"PROPN"}) else []
