"""Where the content of a frame begins and ends, who speaks in it, and how far the frame itself reaches."""

from collections.abc import Sequence

from attrib.analysis import Sentence, Span, Word
from attrib.language import Language
from attrib.phrase import is_time, phrase_words
from attrib.quotation.cues import Cue
from attrib.syntax import (
    NOMINAL,
    Field,
    is_finite,
    is_relative,
    is_reported_mood,
    is_subjunctive,
    text_span,
)

MARKS = frozenset('„“”"«»‚‘’‹›')


class View:
    """One sentence with its fields: what the constructions ask of it."""

    def __init__(self, sentence: Sentence, fields: Sequence[Field], *, language: Language) -> None:
        self.sentence = sentence
        self.fields = tuple(fields)
        self.language = language

    def field_index(self, word: Word) -> int:
        """The number of the field that holds `word`; punctuation belongs to the field before it."""
        for index in range(len(self.fields) - 1, -1, -1):
            if self.fields[index].first <= word.number:
                return index
        return 0

    def words(self, first: int, last: int) -> tuple[Word, ...]:
        """The words numbered `first` to `last`, both included."""
        return self.sentence.words[first - 1 : last]

    def field_words(self, index: int) -> tuple[Word, ...]:
        """The words of one field."""
        return self.words(self.fields[index].first, self.fields[index].last)

    @property
    def last_content(self) -> int:
        """The number of the last word before the sentence's final full stop."""
        last = len(self.sentence.words)
        while last > 1 and self.sentence.words[last - 1].text in {".", ",", ";", ":"}:
            last -= 1
        return last

    def span(self, first: int, last: int) -> Span | None:
        """Text from word `first` to word `last`, without punctuation at the ends (quotation marks stay)."""
        while first <= last and self.words(first, first)[0].text in {",", ";", ":", "–", "—", "-", "."}:
            first += 1
        while last >= first and self.words(last, last)[0].text in {",", ";", ":", "–", "—", "-", "."}:
            last -= 1
        return text_span(self.words(first, last)) if first <= last else None


def content_start(view: View, cue: Cue) -> tuple[int, str] | None:
    """The number of the first word of the clause a cue introduces behind it, and its kind; None if there is none.

    Kinds: `complement` (dass, ob, w-word), `verb_second`, `infinitive`.
    """
    anchor = max(cue.verb.number, cue.anchor.number) if cue.anchor.number < cue.verb.number else cue.anchor.number
    start = view.field_index(cue.anchor)
    inside = _complementizer_inside(view, start, after=anchor)
    if inside is not None:
        return inside, "complement"
    pending: int | None = None
    for index in range(start + 1, len(view.fields)):
        field = view.fields[index]
        if field.first <= anchor <= field.last:
            pending = None
            continue
        if _hands_over(view, cue, anchor, field.first):
            return None
        kind = _content_kind(view, index, cue, pending=pending)
        if kind == "stop":
            return None
        if kind == "pending":
            pending = field.first if pending is None else pending
        elif kind == "skip":
            pending = None
        elif kind is not None:
            first = pending if pending is not None and kind == "verb_second" else field.first
            return first, kind
    return None


def _hands_over(view: View, cue: Cue, anchor: int, first: int) -> bool:
    """*Experten äußern Zweifel und weisen darauf hin, dass p*: the clause belongs to the later verb."""
    between = view.words(anchor + 1, first - 1)
    for place, word in enumerate(between):
        if is_finite(word) and word.number != cue.verb.number and word is not cue.finite:
            field = view.fields[view.field_index(word)]
            coordinated = any(item.upos == "CCONJ" for item in between[max(0, place - 3) : place])
            if coordinated and field.kind not in {"relative", "subordinate", "complement"}:
                return True
    return False


def _complementizer_inside(view: View, index: int, *, after: int) -> int | None:
    for word in view.field_words(index):
        if word.number > after + 1 and word.text.lower() in view.language.words("complementizers"):
            return word.number
    return None


def _content_kind(view: View, index: int, cue: Cue, *, pending: int | None) -> str | None:
    field = view.fields[index]
    words = [word for word in view.field_words(index) if word.upos != "PUNCT"]
    if not words or field.opener in {"(", ")"}:
        return "skip"
    first = words[0].text.lower()
    if field.kind == "complement":
        return "complement" if "clause" in cue.forms else "stop"
    if field.kind == "infinitive":
        if first in view.language.words("infinitive_adjuncts"):
            return "skip"
        return "infinitive" if "infinitive" in cue.forms else "stop"
    if field.kind == "subordinate":
        return "pending"
    if field.kind == "relative":
        return None if pending is not None else "skip"
    if field.kind == "fragment" and view.words(field.first - 2, field.first - 2)[0].text.lower() in view.language.words(
        "pronominal_adverbs"
    ):
        return "pending"
    if field.kind == "fragment":
        # *sagte, trotz des Regens werde …* against *sagte Müller, Chef der Firma, er …*
        return None if pending is not None else ("pending" if words[0].upos in {"ADP", "ADV"} else "skip")
    return _verb_second_kind(view, field, words, cue)


def _verb_second_kind(view: View, field: Field, words: Sequence[Word], cue: Cue) -> str:
    if "clause" not in cue.forms:
        return "stop"
    coordinated = words[0].upos == "CCONJ" or words[0].text.lower() in view.language.words("coordinators")
    if any(is_subjunctive(word) for word in field.finite):
        return "stop" if coordinated else "verb_second"
    # *Er sagte, er kommt* is content; *Er sagte das, ging und …* and *…, sagte X, doch Y kam* are not.
    verb_first = is_finite(words[0])
    if coordinated or verb_first or field.opener not in {",", ":"} or cue.passive or _has_object(view, cue):
        return "stop"
    return "verb_second"


def _has_object(view: View, cue: Cue) -> bool:
    """*bestätigen diese Meldung*: the verb has its object already, a clause behind it is another one."""
    field = view.fields[view.field_index(cue.anchor)]
    head = subject(view, cue)
    own = {word.number for word in phrase_words(view.sentence, head, language=view.language)} if head else set()
    governed = False
    for word in view.words(cue.anchor.number + 1, field.last):
        if word.upos == "ADP":
            governed = True
        elif word.upos == "NOUN" and word.number not in own and not governed and not is_time(word):
            return not (word.has("Case=Dat") or word.has("Case=Gen"))
        elif word.upos not in {"DET", "ADJ", "NUM", "NOUN", "PROPN"}:
            governed = False
    return False


def content_end(view: View, first: int, kind: str) -> int:
    """The number of the last word of content that begins at word `first`.

    It runs to the end of the sentence unless the matrix clause goes on: with *und* and an indicative verb behind a
    dass-clause or a Konjunktiv clause, or with a frame of its own (*…, so X*; *…, sagte X*).
    """
    mood = _leading_mood(view, first)
    last = view.last_content
    for word in view.words(first + 1, last):
        if _resumes_matrix(view, word, first=first, kind=kind, subjunctive=mood):
            before = view.words(word.number - 1, word.number - 1)[0]
            return word.number - 2 if before.text == "," else word.number - 1
    return last


def _leading_mood(view: View, first: int) -> bool:
    """Whether the first finite verb of the content is in the Konjunktiv."""
    verb = next((word for word in view.words(first, len(view.sentence.words)) if is_finite(word)), None)
    return verb is not None and is_subjunctive(verb)


def _resumes_matrix(view: View, word: Word, *, first: int, kind: str, subjunctive: bool) -> bool:
    """*Er sagte, dass p, und kündigte an …*: the conjunction goes on with the matrix clause, whose subject is left out
    or whose verb stands in the indicative."""
    if word.text.lower() not in view.language.words("coordinators") or word.number >= len(view.sentence.words):
        return False
    following = [item for item in view.words(word.number + 1, word.number + 4) if item.upos != "PUNCT"]
    head = next((place for place, item in enumerate(following) if is_finite(item)), None)
    if head is None or is_subjunctive(following[head]):
        return False
    index = view.field_index(following[head])
    late = view.fields[index].finite[-1].number >= view.fields[index].last - 1 if view.fields[index].finite else False
    if kind in {"complement", "infinitive"}:
        # In a dass-clause a coordinated verb stands at the end; right behind *und* it belongs to the matrix.
        return head <= 1 and not (late and view.fields[index].finite[-1].number == following[head].number and head > 0)
    return subjunctive and head <= 3


def frame_start(view: View, cue: Cue) -> int:
    """The number of the first word of the clause that holds the cue."""
    index = view.field_index(cue.anchor)
    field = view.fields[index]
    if field.kind in {"relative", "complement", "subordinate"}:
        return field.first
    while index > 0:
        before = view.fields[index - 1]
        if before.kind in {"main", "complement", "infinitive"} and before.finite:
            break
        if before.closer in {";", ":"}:
            break
        index -= 1
    first = view.fields[index].first
    for word in reversed(view.words(first, cue.anchor.number)):
        if word.upos == "CCONJ" and word.number < cue.anchor.number and _verb_before(view, first, word.number):
            return word.number
    return first


def _verb_before(view: View, first: int, number: int) -> bool:
    return any(is_finite(word) for word in view.words(first, number))


def subject(view: View, cue: Cue, *, outside: tuple[int, int] | None = None) -> Word | None:
    """The head of the noun phrase that speaks: the cue's subject, or the agent of a passive.

    `outside` are the first and last word of the content, where the subject cannot stand.
    """
    sentence = view.sentence
    if cue.passive:
        return _agent(view, cue) or _impersonal_pronoun(view, cue)
    right = view.words(cue.anchor.number + 1, min(cue.anchor.number + 1, len(sentence.words)))
    if right and cue.finite is not None and _is_subject_pronoun(view, right[0]) and not _inside(right[0], outside):
        return right[0]
    if _is_coordinated(view, cue) or _is_second_participle(view, cue):
        shared = _shared_subject(view, cue, outside=outside)
        if shared is not None:
            return shared
    for head in (cue.verb, *_conjunction_heads(sentence, cue.verb)):
        for child in sentence.children(head):
            nominal = child.relation in {"nsubj", "csubj"} and child.upos in NOMINAL
            if nominal and not _inside(child, outside) and _is_nominative(sentence, child):
                return child
    return _linear_subject(view, cue, outside=outside)


def _is_subject_pronoun(view: View, word: Word) -> bool:
    """A pronoun that can only be the subject: *er, ich, wir, man, es*; *sie* where the tagger says so."""
    if word.upos != "PRON":
        return False
    return word.text.lower() in view.language.words("subject_pronouns") or (
        word.has("Case=Nom") and word.text.lower() in view.language.words("personal_subjects")
    )


def _impersonal_pronoun(view: View, cue: Cue) -> Word | None:
    """The *es* of *es wird berichtet*, so that it can be marked as part of the cue."""
    finite = cue.anchor.number
    near = [
        word
        for word in (*view.words(finite - 1, finite - 1), *view.words(finite + 1, finite + 1))
        if finite > 1 or word
    ]
    return next((word for word in near if word.text.lower() in view.language.words("impersonal_subjects")), None)


def _is_coordinated(view: View, cue: Cue) -> bool:
    """*… und warnte*: a conjunction right before the finite verb, whose subject stands with the verb before."""
    before = view.words(cue.anchor.number - 1, cue.anchor.number - 1) if cue.anchor.number > 1 else ()
    return bool(before) and before[0].upos == "CCONJ"


def _is_second_participle(view: View, cue: Cue) -> bool:
    """*hat p verstärkt und q eingestuft*: a participle whose auxiliary stands before another participle."""
    if cue.finite is None or cue.finite is cue.verb or cue.finite.number > cue.verb.number:
        return False
    between = view.words(cue.finite.number + 1, cue.verb.number - 1)
    place = next((i for i, word in enumerate(between) if word.upos == "CCONJ"), None)
    return place is not None and any(word.has("VerbForm=Part") and word.upos == "VERB" for word in between[:place])


def _shared_subject(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """The subject of the main verb before a coordinated one: by the tree, else the nominative that stands nearest to
    the first finite verb of the sentence."""
    first = next((word for word in view.sentence.words if is_finite(word) and word.number < cue.verb.number), None)
    if first is None:
        return None
    field = view.fields[view.field_index(first)]
    right = [word for word in view.words(first.number + 1, field.last) if word.number < cue.verb.number]
    left = list(view.words(1, first.number - 1))
    opening = _first_nominal(view.sentence, left)
    return opening or _first_nominal(view.sentence, right)


def _inside(word: Word, outside: tuple[int, int] | None) -> bool:
    return outside is not None and outside[0] <= word.number <= outside[1]


def _conjunction_heads(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """The verbs this one is coordinated with: they share their subject."""
    found: list[Word] = []
    word = verb
    while word.relation == "conj" and len(found) < 4:
        head = sentence.head(word)
        if head is None or head in found:
            break
        found.append(head)
        word = head
    return tuple(found)


def _is_nominative(sentence: Sentence, head: Word) -> bool:
    words = (head, *(child for child in sentence.children(head) if child.upos in {"DET", "ADJ"}))
    if any(child.upos == "ADP" and child.relation == "case" for child in sentence.children(head)):
        return False
    cases = {feature for word in words for feature in word.feats.split("|") if feature.startswith("Case=")}
    return not cases or "Case=Nom" in cases


def _agent(view: View, cue: Cue) -> Word | None:
    for child in view.sentence.children(cue.verb):
        if child.relation == "obl" and child.upos in NOMINAL:
            for case in view.sentence.children(child):
                if case.relation == "case" and case.text.lower() in view.language.words("agent_prepositions"):
                    return child
    return None


def _linear_subject(view: View, cue: Cue, *, outside: tuple[int, int] | None) -> Word | None:
    """Right of the finite verb (*sagte Müller*), else left of it (*Müller sagte*)."""
    anchor = cue.anchor.number
    index = view.field_index(cue.anchor)
    field = view.fields[index]
    right = [word for word in view.words(anchor + 1, field.last) if not _inside(word, outside)]
    left = [word for word in view.words(frame_start(view, cue), anchor - 1) if not _inside(word, outside)]
    first = _first_nominal(view.sentence, left)
    # *Kim hatte Putin zugesagt*: a name that opens the clause right before its verb; *Am Freitag sagte Kim* has none.
    opens = first is not None and _opens_clause(view, first, left, anchor)
    for words in (left, right) if opens else (right, left):
        head = _first_nominal(view.sentence, words)
        if head is not None:
            return head
    return None


def _opens_clause(view: View, head: Word, left: Sequence[Word], anchor: int) -> bool:
    phrase = phrase_words(view.sentence, head, language=view.language)
    return bool(left) and phrase[0].number == left[0].number and phrase[-1].number == anchor - 1


def _first_nominal(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    for word in words:
        if word.upos in {"NOUN", "PROPN", "PRON"} and _is_nominative(sentence, word):
            head = sentence.head(word)
            if word.relation in {"nmod", "det", "amod", "compound"} and head is not None and head in words:
                continue
            if word.has("Reflex=Yes") or is_relative(word):
                continue
            return word
    return None


def speaker_span(view: View, head: Word, *, outside: tuple[int, int] | None = None) -> Span | None:
    """The speaker's noun phrase with appositions, without relative clauses, clear of the content."""
    words = phrase_words(view.sentence, head, language=view.language)
    words = [word for word in words if not _inside(word, outside)]
    if not words:
        return None
    if is_relative(head) or _opens_relative(view, head):
        before = antecedent(view, head)
        return text_span(phrase_words(view.sentence, before, language=view.language)) if before is not None else None
    words = _with_name_before(view, _with_pair(view, words))
    words = _with_apposition(view, words, outside=outside)
    while len(words) > 1 and words[-1].text in {".", ",", ":", "!", "?"}:
        words.pop()
    return text_span(words)


def _opens_relative(view: View, word: Word) -> bool:
    field = view.fields[view.field_index(word)]
    return field.kind == "relative" and field.first == word.number


def antecedent(view: View, pronoun: Word) -> Word | None:
    """The noun that a relative pronoun takes up: the nearest one before its clause that agrees in number."""
    field = view.fields[view.field_index(pronoun)]
    number = next((item for item in pronoun.feats.split("|") if item.startswith("Number=")), "")
    before = [word for word in view.words(1, field.first - 1) if word.upos in {"NOUN", "PROPN"}]
    for word in reversed(before[-6:]):
        if word.relation in {"flat", "compound"}:
            continue
        if not number or number in word.feats.split("|") or "Number=" not in word.feats:
            return word
    return before[-1] if before else None


def _with_pair(view: View, words: list[Word]) -> list[Word]:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    first, last = words[0], words[-1]
    pairs = view.language.words("negation_pairs")
    before = view.words(first.number - 1, first.number - 1) if first.number > 1 else ()
    behind = view.words(last.number + 1, last.number + 1) if last.number < len(view.sentence.words) else ()
    if not before or before[0].text.lower() not in pairs or not behind or behind[0].text.lower() not in pairs:
        return words
    second: list[Word] = []
    for word in view.words(last.number + 2, len(view.sentence.words)):
        if word.upos not in {"DET", "ADJ", "NOUN", "PROPN", "X"}:
            break
        second.append(word)
    return [*words, behind[0], *second] if second else words


def _with_name_before(view: View, words: list[Word]) -> list[Word]:
    """*Michael Butler, ein Politikwissenschaftler an der Universität, sagte*: the name before the apposition."""
    index = view.field_index(words[0])
    field, before = view.fields[index], view.fields[index - 1]
    if index == 0 or field.first != words[0].number or field.kind != "fragment" or before.kind != "fragment":
        return words
    tail = view.field_words(index - 1)
    if field.opener != "," or not tail or tail[-1].upos != "PROPN" or words[0].upos not in {"DET", "NOUN", "ADJ"}:
        return words
    name = phrase_words(view.sentence, tail[-1], language=view.language)
    return [*view.words(name[0].number, field.first - 1), *words]


def _with_apposition(view: View, words: Sequence[Word], *, outside: tuple[int, int] | None) -> list[Word]:
    """*sagte Peter Müller, Chef der Firma*: a field of nouns only, right behind the name, belongs to it."""
    last = words[-1].number
    index = view.field_index(words[-1])
    result = list(words)
    if view.fields[index].last != last or index + 1 >= len(view.fields):
        return result
    field = view.fields[index + 1]
    inner = [word for word in view.field_words(index + 1) if word.upos != "PUNCT"]
    name = _name_before_verb(inner, opener=field.opener)
    if name and view.fields[index].kind == "fragment" and not _inside(name[0], outside):
        return [*result, *view.words(last + 1, name[-1].number)]
    fits = field.opener in {",", "("} and field.kind == "fragment" and bool(inner)
    if not fits or inner[0].upos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}:
        return result
    if _inside(inner[0], outside) or not any(word.upos in {"NOUN", "PROPN", "NUM"} for word in inner):
        return result
    closing = 1 if field.opener == "(" and field.closer == ")" else 0
    result.extend(view.words(last + 1, field.last + closing))
    return result


def _name_before_verb(inner: Sequence[Word], *, opener: str) -> list[Word]:
    """*Die Juristin, Anabella Morfin verwies …*: a name right before the verb, its closing comma forgotten."""
    name: list[Word] = []
    for word in inner:
        if word.upos != "PROPN":
            break
        name.append(word)
    follows = len(inner) > len(name) and is_finite(inner[len(name)])
    return name if opener == "," and name and follows else []


def frame_spans(view: View, first: int, last: int, content: tuple[int, int]) -> tuple[Span, ...]:
    """The words `first` to `last` without the content between them, as stretches of text."""
    pieces: list[Span] = []
    if first < content[0]:
        pieces.append(text_span(view.words(first, min(last, content[0] - 1))))
    if last > content[1]:
        pieces.append(text_span(view.words(max(first, content[1] + 1), last)))
    return tuple(pieces)


def quoted_mood(view: View, first: int, last: int) -> bool:
    """Whether any verb in the stretch stands in Konjunktiv I."""
    return any(is_reported_mood(word) for word in view.words(first, last))
