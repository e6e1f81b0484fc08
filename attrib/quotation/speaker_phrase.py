"""The words that name a speaker: the noun phrase around the subject, its appositions, what a pronoun takes up."""

from collections.abc import Sequence
from itertools import pairwise

from attrib.quotation.frame import is_inside
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.party import party_test
from attrib.text.view import View, text_span


def speaker_span(view: View, head: Word, *, outside: tuple[int, int] | None = None) -> Span | None:
    """The speaker's noun phrase with appositions, without relative clauses, clear of the content."""
    words = view.phrase(head)
    words = [word for word in words if not is_inside(word, outside)]
    if not words:
        return None
    if head.is_relative or _opens_relative(view, head):
        before = antecedent(view, head)
        return None if before is None else text_span(_antecedent_phrase(view, head, before))
    if len(words) > 1 and _opens_relative(view, words[0]):
        words = words[1:]  # *die Austin als „…“ bezeichnete*: the pronoun was taken for an article
    words = _without_addressee(view, _with_rest_of_name(view, words))
    words = _with_name_before(view, _with_pair(view, words))
    words = _up_to_verb(view, words, outside=outside)
    words = with_apposition(view, words, outside=outside)
    while len(words) > 1 and words[-1].text in {".", ",", ":", "!", "?"}:
        words.pop()
    return text_span(words)


def _with_rest_of_name(view: View, words: list[Word]) -> list[Word]:
    """*Lee Seong* *-hyun*: the tokenizer has cut the name at its hyphen."""
    rest: list[Word] = []
    end = words[-1].end
    for word in view.words(words[-1].number + 1, len(view.sentence.words)):
        if word.start != end or not word.text.startswith("-") or len(word.text) == 1:
            break
        rest.append(word)
        end = word.end
    return [*words, *rest]


def _without_addressee(view: View, words: list[Word]) -> list[Word]:
    """*sagte Weber | der ARD*: behind a bare name right behind the verb, whom it was said to."""
    before = view.words(words[0].number - 1, words[0].number - 1) if words[0].number > 1 else ()
    if words[0].upos != "PROPN" or not before or not before[0].is_finite:
        return words
    is_party = party_test(view.language)
    for place, (article, noun) in enumerate(pairwise(words)):
        dative = article.upos == "DET" and article.form in view.language.words.dative_articles
        if place and dative and (noun.text.isupper() or is_party.is_medium(noun)):
            return words[:place]
    return words


def _up_to_verb(view: View, words: list[Word], *, outside: tuple[int, int] | None) -> list[Word]:
    """*Das Team um Anita Weber sagte*: what opens a main clause up to its finite verb is one constituent.

    So is what stands before a name set off by commas: *Der Vorsitzende im Landtag, Jan Weber, sagte*.
    """
    index = view.clause_of(words[0]).number
    clause = view.clauses[index]
    last = words[-1].number
    finite = clause.finite[0].number if clause.finite else None
    end = finite - 1 if finite is not None else clause.last
    named = finite is None and _is_name_between(view, index + 1)
    opens = all(word.upos in {"ADV", "PUNCT", "CCONJ"} for word in view.words(clause.first, words[0].number - 1))
    if not opens or not (named or (finite is not None and clause.kind == "main")) or end <= last:
        return words
    behind = view.words(last + 1, end)
    attribute = behind[0].upos == "ADP" and behind[0].form not in view.language.words.sentence_prepositions
    nominal = attribute and behind[-1].upos in {"NOUN", "PROPN", "X"}
    plain = all(word.upos not in {"PRON", "PUNCT", "ADV", "PART", "VERB", "AUX"} or word.text == "-" for word in behind)
    if (
        not nominal
        or not plain
        or any(view.language.grammar.is_time(word) or is_inside(word, outside) for word in behind)
    ):
        return words
    return [*words, *behind]


def _is_name_between(view: View, index: int) -> bool:
    """*…, Jan Weber, sagte*: a name in a clause of its own, the finite verb right behind it."""
    if index + 1 >= len(view.clauses):
        return False
    name = [word for word in view.clauses[index].words if word.upos != "PUNCT"]
    following = view.words(view.clauses[index + 1].first, view.clauses[index + 1].first)
    only = bool(name) and all(word.upos in {"PROPN", "X"} for word in name)
    return only and view.clauses[index].closer == "," and following[0].is_finite


def _opens_relative(view: View, word: Word) -> bool:
    clause = view.clause_of(word)
    return clause.kind == "relative" and clause.first == word.number


def antecedent(view: View, pronoun: Word) -> Word | None:
    """The noun that a relative pronoun takes up: the nearest one before its clause that agrees in number."""
    clause = view.clause_of(pronoun)
    number = next((item for item in pronoun.feats.split("|") if item.startswith("Number=")), "")
    before = [word for word in view.words(1, clause.first - 1) if word.upos in {"NOUN", "PROPN"}]
    for word in reversed(before[-6:]):
        if word.relation in {"flat", "compound"}:
            continue
        if not number or number in word.feats.split("|") or "Number=" not in word.feats:
            return word
    return before[-1] if before else None


def _antecedent_phrase(view: View, pronoun: Word, noun: Word) -> list[Word]:
    """*dem Führer Alt und dem Präsidenten Jung, die warnten*: under a plural verb both, where the nearer is one."""
    phrase = view.phrase(noun)
    clause = view.clause_of(pronoun)
    joining = view.words(phrase[0].number - 1, phrase[0].number - 1) if phrase[0].number > 2 else ()
    plural = any(verb.has("Number=Plur") for verb in clause.finite[-1:])
    if not plural or not joining or joining[0].upos != "CCONJ" or noun.has("Number=Plur"):
        return phrase
    first = view.words(phrase[0].number - 2, phrase[0].number - 2)[0]
    if first.upos not in {"NOUN", "PROPN", "X"}:
        return phrase
    return [*view.phrase(first), joining[0], *phrase]


def _with_pair(view: View, words: list[Word]) -> list[Word]:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    first, last = words[0], words[-1]
    pairs = view.language.words.negation_pairs
    before = view.words(first.number - 1, first.number - 1) if first.number > 1 else ()
    behind = view.words(last.number + 1, last.number + 1) if last.number < len(view.sentence.words) else ()
    if not before or before[0].form not in pairs or not behind or behind[0].form not in pairs:
        return words
    second: list[Word] = []
    for word in view.words(last.number + 2, len(view.sentence.words)):
        if word.upos not in {"DET", "ADJ", "NOUN", "PROPN", "X"}:
            break
        second.append(word)
    return [*words, behind[0], *second] if second else words


def _with_name_before(view: View, words: list[Word]) -> list[Word]:
    """*Michael Butler, ein Politikwissenschaftler an der Universität, sagte*: the name before the apposition."""
    index = view.clause_of(words[0]).number
    clause, before = view.clauses[index], view.clauses[index - 1]
    if index == 0 or clause.first != words[0].number or clause.kind != "fragment" or before.kind != "fragment":
        return words
    tail = view.clauses[index - 1].words
    if clause.opener != "," or not tail or tail[-1].upos != "PROPN" or words[0].upos not in {"DET", "NOUN", "ADJ"}:
        return words
    name = view.phrase(tail[-1])
    return [*view.words(name[0].number, clause.first - 1), *words]


def with_apposition(view: View, words: Sequence[Word], *, outside: tuple[int, int] | None = None) -> list[Word]:
    """*sagte Peter Müller, Chef der Firma*: a clause of nouns only, right behind the name, belongs to it."""
    last = words[-1].number
    index = view.clause_of(words[-1]).number
    result = list(words)
    if view.clauses[index].opener == "(" and view.clauses[index].last + 1 == last and words[-1].text == ")":
        last -= 1  # *der Leiter des Amtes (BA), Peter Clever,*: the bracket belongs to the clause it closes.
    if view.clauses[index].last != last or index + 1 >= len(view.clauses):
        return result
    clause = view.clauses[index + 1]
    inner = [word for word in view.clauses[index + 1].words if word.upos != "PUNCT"]
    name = _name_before_verb(view, inner, opener=clause.opener)
    if name and view.clauses[index].kind == "fragment" and not is_inside(name[0], outside):
        return [*result, *view.words(last + 1, name[-1].number)]
    fits = clause.opener in {",", "("} and clause.kind == "fragment" and bool(inner)
    if not fits or inner[0].upos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}:
        return result
    if is_inside(inner[0], outside) or not any(word.upos in {"NOUN", "PROPN", "NUM"} for word in inner):
        return result
    closing = 1 if clause.opener == "(" and clause.closer == ")" else 0
    result.extend(view.words(last + 1, clause.last + closing))
    bracket = view.clauses[index + 2] if clause.closer == "(" and index + 2 < len(view.clauses) else None
    if bracket is not None and bracket.closer == ")" and not bracket.finite:
        result.extend(view.words(clause.last + 1, bracket.last + 1))  # *…, Präsident des Verbands (DFB), sagte*
    return result


def _name_before_verb(view: View, inner: Sequence[Word], *, opener: str) -> list[Word]:
    """*Die Juristin, Anabella Morfin verwies …*, *Kurt Weber, ein Sprecher der Stadt verwies*: the name or apposition
    right before the verb, its closing comma forgotten."""
    name: list[Word] = []
    for word in inner:
        if word.upos not in {"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "X"} or word.is_finite:
            break
        name.append(word)
    follows = len(inner) > len(name) and inner[len(name)].is_finite
    only = all(word.upos == "PROPN" for word in name)
    articles = view.language.words.subject_articles
    described = len(name) > 1 and name[0].text in articles and name[1].upos in {"ADJ", "NOUN"}
    return name if opener == "," and name and follows and (only or described) else []
