"""Tags of a small tagger set right where the tree or the lists settle them: *The bank | denied it*, *an | official*.

In English a past form and a participle are mostly spelled alike, and so are many nouns and adjectives.
"""

from dataclasses import replace

from attrib.languages.en.forms import noun_stems
from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.text.analysis import NO_WORD, Sentence, Word

_CLAUSAL = frozenset({"root", "ccomp", "parataxis", "advcl", "conj", "acl"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_OBJECTS = frozenset({"obj", "ccomp", "xcomp"})
_NOMINAL = frozenset({"nsubj", "obj", "obl", "nmod", "appos", "iobj"})
_IN_PHRASE = frozenset({"det", "compound", "nmod", "amod"})
_BETWEEN = frozenset({"ADV", "PART"})
_FINAL = frozenset({".", "!", "?", "”", '"', "’"})
_INDEFINITE = frozenset({f"{some}{one}" for some in ("no", "any", "every", "some") for one in ("body", "one", "thing")})
_APOSTROPHES = frozenset({"'", "’"})
_IN_GROUP = frozenset({"NOUN", "ADJ", "PROPN"})
_BEFORE_FRAME = frozenset({",", "”", '"', "’", "–", "—"})
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_FINITE = "Mood=Ind|Tense=Past|VerbForm=Fin"

_PERFECT = "Tense=Past|VerbForm=Part"


def with_tags(sentence: Sentence) -> Sentence:
    """The sentence with nouns, pronouns, verbs of saying and past forms for what was taken for something else."""
    sentence = _with_judged(_with_possessives(_with_whole_phrases(_with_last_nouns(_with_hyphens(sentence)))))
    sentence = replace(sentence, words=tuple(_retagged(sentence, word) for word in sentence.words))
    for word in sentence.words:
        if _is_saying_noun(sentence, word):
            sentence = _with_present(sentence, word)
    for word in sentence.words:
        if _is_past(sentence, sentence.word(word.number)):
            sentence = _with_past(sentence, word, _FINITE)
        elif _is_perfect(sentence, word):
            sentence = _with_past(sentence, word, _PERFECT)
    return sentence


def _with_hyphens(sentence: Sentence) -> Sentence:
    """*was tight-| lipped*: what a hyphen joins without a blank is one word, and its last part is the head."""
    for mark in sentence.words:
        left, right = sentence.before(mark), sentence.behind(mark)
        touches = mark.text == "-" and left.end == mark.start and mark.end == right.start
        if touches and _is_title_of_two(left, right):
            sentence = _with_title_of_two(sentence, left, mark, right)
            continue
        if not touches or right.head != left.number or right.relation != "parataxis":
            continue
        words = list(sentence.words)
        for child in sentence.children(left):
            words[child.number - 1] = replace(child, head=right.number)
        words[right.number - 1] = replace(right, upos="ADJ", head=left.head, deprel=left.deprel)
        words[left.number - 1] = replace(left, head=right.number, deprel="compound")
        sentence = replace(sentence, words=tuple(words))
    return sentence


def _is_title_of_two(left: Word, right: Word) -> bool:
    """*Secretary-| General*, *Governor-| General*: one office, though the tree joins the second word to the name."""
    behind = right.upos in {"PROPN", "ADJ", "NOUN"} and right.form == "general"
    return behind and left.head != right.number and _is_listed(left)


def _with_title_of_two(sentence: Sentence, left: Word, mark: Word, right: Word) -> Sentence:
    words, name = list(sentence.words), sentence.behind(right)
    words[mark.number - 1] = replace(mark, head=right.number)
    words[right.number - 1] = replace(right, head=left.number, deprel="flat")
    if name.upos == "PROPN" and name.head == left.head and name.relation == left.relation == "nsubj":
        words[left.number - 1] = replace(left, head=name.number, deprel="nmod")
    return replace(sentence, words=tuple(words))


def _with_last_nouns(sentence: Sentence) -> Sentence:
    """*A Defense Department | official*: a noun for somebody that was taken for an adjective behind its attribute."""
    for word in sentence.words:
        above = sentence.word(word.head)
        behind = word.upos == "ADJ" and word.relation == "amod" and above.number == word.number - 1
        if behind and above.upos in {"NOUN", "PROPN"} and _is_listed(word) and sentence.behind(word).upos != "NOUN":
            sentence = _with_head(sentence, word, above)
    return sentence


def _with_head(sentence: Sentence, noun: Word, attribute: Word) -> Sentence:
    words = list(sentence.words)
    for child in sentence.children(attribute):
        if child.relation in {"det", "case", "acl", "appos", "nmod"}:
            words[child.number - 1] = replace(child, head=noun.number)
    words[noun.number - 1] = replace(noun, upos="NOUN", head=attribute.head, deprel=attribute.deprel)
    words[attribute.number - 1] = replace(attribute, head=noun.number, deprel="compound")
    return replace(sentence, words=tuple(words))


def _with_whole_phrases(sentence: Sentence) -> Sentence:
    """*According to | the United States | Geological Survey*: article and preposition belong to the last noun."""
    words = list(sentence.words)
    for word in sentence.words:
        above = sentence.word(word.head)
        while word.relation in {"case", "det"} and above.relation == "compound" and above.head > above.number:
            above = sentence.word(above.head)
        if above.number != word.head and word.number < above.number and above.upos in {"NOUN", "PROPN"}:
            words[word.number - 1] = replace(word, head=above.number)
    return replace(sentence, words=tuple(words))


def _with_possessives(sentence: Sentence) -> Sentence:
    """*the miners | ' union*: an apostrophe right behind a plural, before a noun, is no mark."""
    words = list(sentence.words)
    for mark in sentence.words:
        owner, noun = sentence.before(mark), sentence.behind(mark)
        touches = mark.upos == "PUNCT" and mark.text in _APOSTROPHES and owner.end == mark.start
        if touches and owner.deprel == "compound" and owner.form.endswith("s") and noun.upos in _IN_GROUP:
            words[mark.number - 1] = replace(mark, upos="PART", head=owner.number, deprel="case")
            words[owner.number - 1] = replace(owner, deprel="nmod:poss")
    return replace(sentence, words=tuple(words))


def _retagged(sentence: Sentence, word: Word) -> Word:
    """*nobody*, *an official*, *Amnesty International*, *Survivors said*; no finite form is passive by itself."""
    if word.upos == "PRON" and _is_in_capitals(sentence, word):
        return _as_abbreviation(sentence, word)
    some = word.upos == "ADJ" and word.relation == "nsubj" and word.form in WORDS.indefinite_persons
    if some or (word.upos == "ADV" and word.form in _INDEFINITE):
        return replace(word, upos="PRON")
    if word.upos == "NOUN" and _is_judged(sentence, word):
        return replace(word, upos="ADJ", feats="Degree=Pos")
    if word.upos == "ADJ" and _is_stand_noun(word) and word.relation != "amod":
        return replace(word, upos="NOUN", feats="Number=Sing")
    if word.upos == "NOUN" and word.form in WORDS.firm_words and _ends_name(sentence, word):
        return replace(word, upos="PROPN")
    if word.number == 1 and word.upos in {"PROPN", "NOUN", "ADJ"} and _is_sentence_adverb(sentence, word):
        return replace(word, upos="ADV", feats="", head=(sentence.root or word).number, deprel="advmod")
    if word.upos == "PROPN" and word.text.islower() and _is_listed(word):
        return replace(word, upos="NOUN")  # *Battery | maker Volta says it has cash*
    if _opens_place(sentence, word):
        return replace(word, upos="PROPN", feats="Number=Sing", deprel="compound")
    if _is_object_that(sentence, word):
        head = sentence.word(sentence.word(word.head).head)
        return replace(word, upos="PRON", feats="PronType=Dem", head=head.number, deprel="obj")
    if word.is_finite and word.has("Voice=Pass"):
        return replace(word, feats="|".join(item for item in word.feats.split("|") if item != "Voice=Pass"))
    if word.upos == "ADJ" and _heads_phrase(sentence, word):
        named = word.text[:1].isupper() and sentence.before(word).upos == "PROPN"
        return replace(word, upos="PROPN") if named else replace(word, upos="NOUN") if _is_listed(word) else word
    if word.upos == "PROPN" and word.number == 1 and word.is_plural and sentence.behind(word).upos != "PROPN":
        stems = noun_stems(word.form)
        stem = next((stem for stem in stems if _is_listed(replace(word, lemma=stem)) or stem in WORDS.claim_nouns), "")
        return replace(word, upos="NOUN", lemma=stem) if stem else word
    return word


def _is_in_capitals(sentence: Sentence, word: Word) -> bool:
    """An abbreviation that is spelled like another word, in a sentence that is not written in capitals as a whole."""
    return len(word.text) > 1 and word.text.isupper() and any(other.text[1:].islower() for other in sentence.words)


def _as_abbreviation(sentence: Sentence, word: Word) -> Word:
    """*WHO said p*; *a | WHO | spokesman*, whom the noun behind it is about."""
    noun = sentence.behind(word)
    name = replace(word, upos="PROPN", lemma=word.text, feats="Number=Sing")
    attribute = noun.upos in {"NOUN", "PROPN"} and noun.head != word.number and not sentence.children(word)
    return replace(name, head=noun.number, deprel="compound") if attribute else name


def _with_judged(sentence: Sentence) -> Sentence:
    """*called the report | misleading*, *called the remark | slanderous*, *called it | a hoax*, *called the stories |
    lies*: what a verb of judging has behind it is what it judges and what it says of that."""
    for number in [word.number for word in sentence.words]:
        word = sentence.word(number)
        if _judges_before(sentence, word):
            sentence = _with_object_and_predicate(sentence, word, sentence.before(word))
        elif _is_second_noun(sentence, word):
            sentence = _with_object_and_predicate(sentence, word, sentence.word(word.head))
    return sentence


def _judges_before(sentence: Sentence, word: Word) -> bool:
    """Of two words behind a verb of judging the second says what the first is, if it is a word for what is not true, or
    the first is something said and the second nobody."""
    noun, verb = sentence.before(word), sentence.word(word.head)
    if verb.lemma not in WORDS.judging_verbs or noun.number < verb.number:
        return False
    named = any(word.form in entry.words for entry in ENGLISH.lexicon.stands(verb))
    if noun.deprel == "nsubj" and noun.head == word.number:
        return _is_said(noun) and named and word.upos == "VERB"
    closes = sentence.behind(word).upos in {"PUNCT", "CCONJ", "ADP", "SCONJ", ""}
    held = noun.head == word.number and (noun.deprel == "compound" or _is_said(noun))
    if not held or not closes:
        return False
    told = _is_said(noun) and sentence.before(noun).upos == "DET" and not _is_listed(word)
    return (noun.upos == "NOUN" and _is_stand_adjective(word)) or (told and (named or not _is_said(word)))


def _is_said(word: Word) -> bool:
    forms = {word.form, *noun_stems(word.form)}
    return word.upos in {"NOUN", "ADJ"} and word.text.islower() and not WORDS.claim_nouns.isdisjoint(forms)


def _is_second_noun(sentence: Sentence, word: Word) -> bool:
    """*called the news | a hoax*: a noun with *a* right behind the object of a verb of judging, no comma between."""
    noun = sentence.word(word.head)
    verb = sentence.word(noun.head)
    behind = word.upos == "NOUN" and word.relation in {"nmod", "appos"} and noun.relation == "obj"
    if not behind or verb.lemma not in WORDS.judging_verbs or not verb.number < noun.number < word.number:
        return False
    opening = sentence.subtree(word)[0]
    bare = not any(child.relation == "case" for child in sentence.children(word))
    return bare and opening.form in WORDS.indefinite_articles and opening.number == noun.number + 1


def _with_object_and_predicate(sentence: Sentence, word: Word, noun: Word) -> Sentence:
    verb = sentence.word(noun.head) if noun.head != word.number else sentence.word(word.head)
    words = list(sentence.words)
    words[word.number - 1] = replace(_as_predicate(word, noun), head=verb.number, deprel="xcomp")
    feats = noun.feats if noun.upos == "NOUN" else "Number=Sing"
    words[noun.number - 1] = replace(noun, upos="NOUN", feats=feats, head=verb.number, deprel="obj")
    for child in sentence.children(word):
        if child.number < noun.number:
            words[child.number - 1] = replace(child, head=noun.number)
    return replace(sentence, words=tuple(words))


def _as_predicate(word: Word, noun: Word) -> Word:
    """With the tag that it has as what is said of something."""
    if word.upos == "VERB":
        return replace(word, upos="NOUN", lemma=noun_stems(word.form)[-1], feats="Number=Plur")
    adjective = word.upos != "ADJ" and word.head != noun.number and _is_stand_adjective(word)
    return replace(word, upos="ADJ", feats="Degree=Pos") if adjective else word


def _is_stand_adjective(word: Word) -> bool:
    entries = ENGLISH.lexicon.stands(replace(word, upos="ADJ"))
    return any(entry.pos == "adjective" for entry in entries)


def _is_stand_noun(word: Word) -> bool:
    """*The story was | nonsense*: a word that takes a stand as a noun only."""
    entries = ENGLISH.lexicon.stands(replace(word, upos="NOUN"))
    return any(entry.pos == "noun" for entry in entries) and not any(entry.pos == "adjective" for entry in entries)


def _is_judged(sentence: Sentence, word: Word) -> bool:
    """*called the report | misleading*: a word for what is not true, behind an object, that was taken for a noun."""
    verb = sentence.word(word.head)
    judged = word.relation in {"xcomp", "obj", "advcl"} and verb.lemma in WORDS.judging_verbs
    bare = not any(child.relation in {"det", "amod", "case"} for child in sentence.children(word))
    return judged and bare and _is_stand_adjective(word)


def _is_sentence_adverb(sentence: Sentence, word: Word) -> bool:
    """*Separately, | the bank said p*."""
    return word.form.endswith("ly") and sentence.behind(word).text == "," and word is not sentence.root


def _opens_place(sentence: Sentence, word: Word) -> bool:
    """*New | Zealand*, *the United | States*: the first word of a country's name."""
    behind = sentence.behind(word)
    taken = word.upos in {"ADJ", "VERB"} and word.text[:1].isupper() and behind.upos == "PROPN"
    return taken and ENGLISH.countries.of_place(f"{word.text} {behind.text}") is not None


def _ends_name(sentence: Sentence, word: Word) -> bool:
    """*Tarn | Foods*."""
    before = sentence.before(word)
    return word.text[:1].isupper() and before.upos == "PROPN" and before.head == word.number


def _is_object_that(sentence: Sentence, word: Word) -> bool:
    """*called | that “an outrage”*: a mark needs a clause, and what it is joined to has neither verb nor subject."""
    above = sentence.word(word.head)
    verb = sentence.word(above.head)
    opens = word.form == "that" and word.relation == "mark" and above.upos in {"NOUN", "ADJ"}
    clausal = any(child.relation in {"cop", "nsubj", "aux"} for child in sentence.children(above))
    return opens and not clausal and word.number == verb.number + 1 and verb.lemma in WORDS.naming_verbs


def _heads_phrase(sentence: Sentence, word: Word) -> bool:
    """A predicate (*He is | unnamed*) has a copula, and an article only if it is a noun."""
    relations = {child.relation for child in sentence.children(word)}
    placed = word.relation in _NOMINAL or ("det" in relations and "cop" not in relations)
    return placed and not relations.isdisjoint(_IN_PHRASE)


def _is_listed(word: Word) -> bool:
    nouns, noun = ENGLISH.lexicon.nouns, replace(word, upos="NOUN")
    return nouns.person(noun) is not None or nouns.institution(noun) is not None


def _is_saying_noun(sentence: Sentence, word: Word) -> bool:
    """*p, | warns Ida Vogt*; *p, as the report | notes*: a verb of saying in the present, taken for a plural."""
    if word.upos != "NOUN" or not word.text.islower() or not _present_of(word):
        return False
    if not word.form.endswith("s"):
        return _closes_frame(sentence, word)
    before, behind = sentence.before(word), sentence.behind(word)
    inverted = before.text in _BEFORE_FRAME and behind.upos == "PROPN" and word.head != behind.number
    closes = not behind or behind.upos == "PUNCT"
    return inverted or (closes and bool(_compared(sentence, word)))


def _closes_frame(sentence: Sentence, word: Word) -> bool:
    """*p, | local media | report*: a verb of saying behind several who speak, at the end of the sentence."""
    party, behind = sentence.before(word), sentence.behind(word)
    begin = party
    while begin.upos in _IN_GROUP and begin.number > 1:
        begin = sentence.before(begin)
    several = party.form in WORDS.media_nouns or (party.is_plural and _is_listed(party))
    ends = behind.upos == "PUNCT" and behind.text in _FINAL
    return several and ends and begin.text == "," and any(item.is_finite for item in sentence.words[: begin.number])


def _present_of(word: Word) -> str:
    """The verb of saying whose third person it may be; empty if there is none."""
    verbs = ENGLISH.lexicon.verbs.reporting
    stems = (word.form, word.form.removesuffix("s"), word.form.removesuffix("es"), word.form.removesuffix("ies") + "y")
    return next((stem for stem in stems if any("clause" in entry.forms for entry in verbs.get(stem, ()))), "")


def _compared(sentence: Sentence, word: Word) -> Word:
    """*as | the report notes*: the noun between *as* behind a comma and the word; NO_WORD if there is none."""
    noun = sentence.before(word)
    opening = noun
    while opening.upos in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}:
        opening = sentence.before(opening)
    compares = opening.form in WORDS.comparative and sentence.before(opening).text == ","
    return noun if compares and noun.upos in {"NOUN", "PROPN"} else NO_WORD


def _with_present(sentence: Sentence, word: Word) -> Sentence:
    """The word as a verb with a subject of its own, joined to the clause it is the frame of."""
    plural = not word.form.endswith("s")
    subject = sentence.before(word) if plural else _compared(sentence, word) or sentence.behind(word)
    root = sentence.root or word
    beside = "advcl" if subject.number < word.number and not plural else "parataxis"
    words = list(sentence.words)
    words[word.number - 1] = replace(
        word, upos="VERB", lemma=_present_of(word), feats=_PRESENT, head=root.number, deprel=beside
    )
    for child in sentence.children(word):
        if child.number > subject.number or child.relation in {"compound", "det", "amod"}:
            words[child.number - 1] = replace(child, head=subject.number)
        elif child.form in WORDS.comparative:
            words[child.number - 1] = replace(child, upos="SCONJ", deprel="mark")
    words[subject.number - 1] = replace(subject, head=word.number, deprel="nsubj")
    return replace(sentence, words=tuple(words))


def _is_past(sentence: Sentence, verb: Word) -> bool:
    """A participle with no auxiliary that has a subject before it, or is joined to a finite verb or to none.

    In a heading such a form is a participle (*Two men arrested in Leeds*), unless it has an object.
    """
    if verb.upos != "VERB" or not verb.has("VerbForm=Part") or not verb.form.endswith(("ed", "d", "t", "n")):
        return False
    if verb.has("Tense=Pres") or verb.relation not in _CLAUSAL or _has_auxiliary(sentence, verb):
        return False
    children = sentence.children(verb)
    complete = sentence.words[-1].text in _FINAL or any(child.relation in _OBJECTS for child in children)
    return complete and (_has_subject(sentence, verb) or _is_joined(sentence, verb))


def _has_subject(sentence: Sentence, verb: Word) -> bool:
    return any(child.relation in _SUBJECTS and child.number < verb.number for child in sentence.children(verb))


def _is_joined(sentence: Sentence, verb: Word) -> bool:
    """*called it a lie and | threatened to strike*; the root of its sentence."""
    if verb.relation == "root":
        return True
    before = sentence.word(verb.head)
    joined = verb.relation == "conj" and before.upos == "VERB" and before.number < verb.number
    return joined and (before.is_finite or _is_past(sentence, before)) and not _has_auxiliary(sentence, before)


def _has_auxiliary(sentence: Sentence, verb: Word) -> bool:
    before = sentence.before(verb)
    while before.upos in _BETWEEN:
        before = sentence.before(before)
    return before.upos == "AUX" or any(child.relation in {"aux", "cop"} for child in sentence.children(verb))


def _is_perfect(sentence: Sentence, verb: Word) -> bool:
    """*has repeatedly | called for*, which the tree takes for a passive."""
    children = sentence.children(verb)
    auxiliaries = [child for child in children if child.relation == "aux"]
    passive = verb.has("Voice=Pass") or any(child.deprel == "nsubj:pass" for child in children)
    only_has = bool(auxiliaries) and auxiliaries[-1].lemma == "have"
    bare = not any(child.deprel == "aux:pass" for child in children)
    return passive and bare and only_has and verb.has("VerbForm=Part")


def _with_past(sentence: Sentence, verb: Word, feats: str) -> Sentence:
    """The verb in the active, its subject no longer that of a passive."""
    words = list(sentence.words)
    words[verb.number - 1] = replace(verb, feats=feats)
    for child in sentence.children(verb):
        if child.deprel in {"nsubj:pass", "csubj:pass"}:
            words[child.number - 1] = replace(child, deprel=child.relation)
    return replace(sentence, words=tuple(words))
