"""Arcs of verbs of saying set right where word order leaves no doubt: *X said | that p* · *X said | p*.

A small parser errs most at the beginning of a clause without a word to open it.
"""

from collections.abc import Sequence
from dataclasses import replace

from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.languages.en.names import is_time
from attrib.quotation.reporting_noun import noun_entry
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.entries import ReportingVerb
from attrib.text.words import first

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_BEFORE_VERB = frozenset({"ADV", "AUX", "PART"})
_IN_GROUP = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_REACH = 12
"""How many words behind the verb the finite verb of what is said may stand."""
_BEHIND = frozenset({"nsubj", "obj", "obl", "nmod", "ccomp", "dep", "appos", "parataxis"})
_QUOTES = frozenset({"“", "”", '"', "‘", "’", "'", "``", "''"})
_GERUND_FORMS = frozenset({"act", "about"})
_SAYING = frozenset({"saying", "telling", "warning", "stating"})
_ACCUSING = frozenset({"of", "with", "for"})
_ASKING = frozenset({"ask", "question", "press", "quiz"})
_FARTHEST_HEAD = 5
_DEEPEST = 60


def with_content(sentence: Sentence) -> Sentence:
    """The sentence with subject and content joined to each finite verb of saying that the tree leaves without."""
    sentence = _with_relations(_with_antecedents(_with_nouns_of_saying(sentence)))
    for number in [word.number for word in sentence.words if _reports(word) or _refuses(sentence, word)]:
        sentence = _taken_out(sentence, sentence.word(number))
    for number in [word.number for word in sentence.words if _says(word)]:
        sentence = _with_told(sentence, sentence.word(number))
        sentence = _with_told_where(sentence, sentence.word(number))
        sentence = _with_insertion(sentence, sentence.word(number))
        sentence = _with_subject(sentence, sentence.word(number))
        sentence = _with_clause(sentence, sentence.word(number))
        sentence = _with_own_subject(sentence, sentence.word(number))
        sentence = _with_gerund(sentence, sentence.word(number))
    for number in [word.number for word in sentence.words if _reports(word)]:
        sentence = _with_accusation(sentence, sentence.word(number))
    return sentence


def _reports(word: Word) -> bool:
    return word.upos == "VERB" and word.lemma.lower() in ENGLISH.lexicon.verbs.reporting


def _says(word: Word) -> bool:
    entries = ENGLISH.lexicon.verbs.reporting.get(word.lemma.lower(), ())
    return word.upos == "VERB" and word.is_finite and any("clause" in entry.forms for entry in entries)


def _with_nouns_of_saying(sentence: Sentence) -> Sentence:
    """*the accusation by the union | that managers forged p*: with a subject of its own it is no relative clause;
    *contrary to | claims by the operator*: behind a preposition stands no verb."""
    for word in sentence.words:
        if word.upos == "VERB" and word.form.endswith("s") and _is_noun_of_saying(sentence, word):
            sentence = _as_noun(sentence, word)
        elif word.upos == "VERB" and _is_owned(sentence, word):
            sentence = _as_subject(sentence, word)
    words = list(sentence.words)
    words = _with_quoted(sentence, words)
    sentence = replace(sentence, words=tuple(words))
    for word in sentence.words:
        opener = first(
            sentence.children(word), lambda child: child.form == "that" and child.relation in {"nsubj", "obj"}
        )
        subjects = [child for child in sentence.children(word) if child.relation == "nsubj" and child is not opener]
        lacks = opener.relation == "obj" and not (_is_complete(sentence, word) and _has_noun_of_saying(sentence, word))
        if (
            word.deprel == "acl:relcl"
            and opener
            and any(opener.number < child.number for child in subjects)
            and not lacks
        ):
            words[opener.number - 1] = replace(opener, upos="SCONJ", feats="", deprel="mark")
            words[word.number - 1] = replace(word, deprel="acl")
    return replace(sentence, words=tuple(words))


def _is_complete(sentence: Sentence, verb: Word) -> bool:
    """*that it had ignored | the problem*, *that she planned | to leave*: what it tells of is named, *that* is not;
    *that he had fled*: nobody flees a report, as they publish, read or deny one."""
    behind = [child for child in sentence.children(verb) if child.number > verb.number]
    named = any(child.relation in {"obj", "ccomp", "xcomp"} for child in behind)
    alone = any(isinstance(item, ReportingVerb) for item in ENGLISH.lexicon.verbs.reporting.get(verb.lemma, ()))
    of_words = verb.lemma in WORDS.handling_verbs or alone
    takes_stand = any(not stand.words for stand in ENGLISH.lexicon.stands(verb))
    other = verb.upos == "VERB" and not (of_words or takes_stand)
    return named or other or sentence.behind(verb).form in WORDS.infinitive_markers or _is_passive(sentence, verb)


def _has_noun_of_saying(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause belongs to a noun of saying, or to the party that such a noun has."""
    above = sentence.word(verb.head)
    entries = (noun_entry(word, ENGLISH) for word in (above, sentence.word(above.head)) if word.upos == "NOUN")
    return any(entry is not None and entry.clause for entry in entries)


def _with_quoted(sentence: Sentence, words: list[Word]) -> list[Word]:
    """*quoted an official | as saying p*: whoever is quoted says it."""
    for word in sentence.words:
        verb = sentence.word(word.head)
        quoted = verb.lemma in WORDS.citing_verbs and word.form in _SAYING and sentence.before(word).form == "as"
        party = first(sentence.children(verb), lambda child: child.relation == "obj") if quoted else NO_WORD
        if party and party.number < word.number:
            words[party.number - 1] = replace(party, head=word.number, deprel="nsubj")
    return words


def _is_noun_of_saying(sentence: Sentence, word: Word) -> bool:
    noun = noun_entry(replace(word, upos="NOUN", lemma=word.form.removesuffix("s")), ENGLISH)
    governed = sentence.before(word).form in WORDS.prepositions and sentence.before(word).form not in WORDS.comparative
    return governed and noun is not None and noun.clause


def _is_owned(sentence: Sentence, word: Word) -> bool:
    """*NATO's | claim*: behind the ending of a possessive stands no verb."""
    before = sentence.before(word)
    noun = noun_entry(replace(word, upos="NOUN"), ENGLISH)
    return before.upos == "PART" and before.relation == "case" and noun is not None


def _as_subject(sentence: Sentence, word: Word) -> Sentence:
    """The word as a noun, the subject of the finite verb behind what it says."""
    words = list(sentence.words)
    behind = (child for child in sentence.children(word) if child.number > word.number and child.upos == "VERB")
    verb = first(behind, lambda child: not _is_opened(sentence, child) and _has_auxiliary(sentence, child))
    noun = replace(word, upos="NOUN", feats="Number=Sing")
    if verb:
        passive = any(child.deprel == "aux:pass" for child in sentence.children(verb))
        noun = replace(noun, head=verb.number, deprel="nsubj:pass" if passive else "nsubj")
        words[verb.number - 1] = replace(verb, head=word.head, deprel=word.deprel)
    words[word.number - 1] = noun
    return replace(sentence, words=tuple(words))


def _is_opened(sentence: Sentence, verb: Word) -> bool:
    return any(child.relation == "mark" for child in sentence.children(verb))


def _has_auxiliary(sentence: Sentence, verb: Word) -> bool:
    return verb.is_finite or any(child.relation == "aux" for child in sentence.children(verb))


def _as_noun(sentence: Sentence, word: Word) -> Sentence:
    """The word as a noun in the plural, and what the tree joins to the verb as its attribute."""
    words = list(sentence.words)
    noun = replace(word, upos="NOUN", lemma=word.form.removesuffix("s"), feats="Number=Plur", deprel="nmod")
    words[word.number - 1] = noun
    for child in sentence.children(word):
        if child.number == word.number - 1:
            words[child.number - 1] = replace(child, upos="ADP", deprel="case")
        elif child.relation == "obl":
            words[child.number - 1] = replace(child, deprel="nmod")
    return replace(sentence, words=tuple(words))


def _with_antecedents(sentence: Sentence) -> Sentence:
    """*Senator Jane Vogt of Ohio, | who said*: who speaks is the person, not the place or the institution behind; *the
    call of the union | to strike*: what the noun of saying is about."""
    for word in sentence.words:
        above = sentence.word(word.head)
        person = sentence.word(above.head)
        asks = any(child.form == "who" and child.relation == "nsubj" for child in sentence.children(word))
        attached = word.deprel == "acl:relcl" and above.relation in {"nmod", "obl"} and above.number < word.number
        named = _name_before(sentence, word) if asks and word.deprel == "acl:relcl" else NO_WORD
        if named and named.number != word.head:
            sentence = _joined(sentence, word, named, "acl:relcl")
        elif word.deprel == "acl" and _is_of_noun(sentence, word):
            sentence = _joined(sentence, word, person, "acl")
        elif asks and attached and _is_person(person) and ENGLISH.lexicon.nouns.person(above) is None:
            sentence = _joined(sentence, word, person, "acl:relcl")
    return sentence


def _name_before(sentence: Sentence, verb: Word) -> Word:
    """*…, Ann Reid, | who leads p*: the name that the comma before the clause closes, if the tree joins the clause to a
    verb."""
    if sentence.word(verb.head).upos != "VERB":
        return NO_WORD
    opening = sentence.subtree(verb)[0]
    comma = opening if opening.text == "," else sentence.before(opening)
    name = sentence.before(comma)
    if comma.text != "," or name.upos != "PROPN":
        return NO_WORD
    return sentence.word(name.head) if name.relation == "flat" else name


def _is_of_noun(sentence: Sentence, word: Word) -> bool:
    """*the claim of the miller | that p*: behind a party that a noun of saying has."""
    party = sentence.word(word.head)
    noun = noun_entry(sentence.word(party.head), ENGLISH)
    opened = any(child.relation == "mark" for child in sentence.children(word))
    return opened and party.relation == "nmod" and noun is not None and noun.clause and _may_speak(party)


def _with_relations(sentence: Sentence) -> Sentence:
    """*no evidence | that the virus escaped*: with a subject of its own it is no relative clause; *neither confirmed
    | nor denied*: two verbs of one rank; *Asked about it, | he said p*: a participle; *said | up to 500 came*:
    no particle of the verb."""
    words = list(sentence.words)
    for word in sentence.words:
        children = sentence.children(word)
        subject = any(child.relation == "nsubj" and child.form not in WORDS.relative_pronouns for child in children)
        opened = any(child.relation == "mark" and child.form in WORDS.noun_complementizers for child in children)
        joined = any(
            (child.relation == "cc" or child.form in WORDS.pair_joints) and child.number < word.number
            for child in children
        )
        number = sentence.behind(word, 2)
        if word.deprel == "compound:prt" and number.upos == "NUM" and word.head == word.number - 1:
            words[word.number - 1] = replace(word, head=number.head or number.number, deprel="advmod")
        elif word.deprel == "nmod" and _is_bare_name(sentence, word):
            words[word.number - 1] = replace(word, deprel="appos")
        elif word.deprel == "acl:relcl" and opened and subject:
            words[word.number - 1] = replace(word, deprel="acl")
        elif word.number == 1 and word.lemma.lower() in _ASKING and word.head > 1 and word.text.endswith("ed"):
            words[0] = replace(word, deprel="advcl", feats="Tense=Past|VerbForm=Part")
        elif joined and word.upos == "VERB" and word.relation in {"xcomp", "ccomp"} and not subject:
            words[word.number - 1] = replace(word, deprel="conj")
    return replace(sentence, words=tuple(words))


def _is_bare_name(sentence: Sentence, word: Word) -> bool:
    """*the ambassador to Chile | Ann Reid*: a full name that no preposition governs, behind a noun for a person."""
    children = sentence.children(word)
    governed = any(child.relation in {"case", "det"} for child in children)
    full = word.upos == "PROPN" and any(child.relation == "flat" for child in children)
    above = sentence.word(word.head)
    return full and not governed and above.number < word.number and ENGLISH.lexicon.nouns.person(above) is not None


def _is_person(word: Word) -> bool:
    name = word.upos == "PROPN" and ENGLISH.countries.of_place(word.text) is None
    return name or ENGLISH.lexicon.nouns.person(word) is not None


def _taken_out(sentence: Sentence, verb: Word) -> Sentence:
    """*said that the dam leaked and | warned that q* · *denied that p, | adding that q*: the speaker goes on, where
    what the tree joins the verb to has a subject that is a thing."""
    content = sentence.word(verb.head)
    outer = sentence.word(content.head)
    inside = content.relation in _CONTENT and outer.number < content.number < verb.number and _reports(outer)
    if not inside or _subject(sentence, verb):
        return sentence
    adds = verb.relation == "advcl" and not verb.is_finite and sentence.before(verb).text == ","
    refuses = verb.lemma in WORDS.refusing_verbs and verb.form.endswith("ed")
    joined = verb.relation == "conj" and (verb.is_finite or refuses or _has_auxiliary(sentence, verb))
    goes_on = joined and (_contrasts(sentence, verb, content) or not _may_speak(_subject(sentence, content)))
    if not (adds or goes_on):
        return sentence
    return _joined(sentence, _as_past(verb) if refuses and goes_on else verb, outer, verb.deprel)


def _as_past(verb: Word) -> Word:
    """*had seized it but | declined to comment*: no participle."""
    return replace(verb, feats="Mood=Ind|Tense=Past|VerbForm=Fin")


def _contrasts(sentence: Sentence, verb: Word, content: Word) -> bool:
    """*confirmed it had opened a file but | stressed that q*, *said no one was hurt but | would not be drawn*: behind
    *but* a verb with an auxiliary of its own, or with none where what is said has one."""
    joint = first(sentence.children(verb), lambda child: child.relation == "cc")
    own, other = (
        {child.lemma for child in sentence.children(word) if child.relation in {"aux", "cop"}}
        for word in (verb, content)
    )
    return joint.form in WORDS.contrasting and own != other and bool(own or other)


def _refuses(sentence: Sentence, word: Word) -> bool:
    """*declined to comment*, *would not be drawn*: what somebody is not willing to do."""
    if word.upos != "VERB" or word.relation != "conj":
        return False
    children = sentence.children(word)
    modal = any(child.relation == "aux" and child.lemma in WORDS.refusing_modals for child in children)
    unwilling = modal and any(child.form in WORDS.clause_negations for child in children)
    return unwilling or word.lemma in WORDS.refusing_verbs


def _subject(sentence: Sentence, verb: Word) -> Word:
    return first(sentence.children(verb), lambda child: child.relation in _SUBJECTS)


def _may_speak(word: Word) -> bool:
    nouns = ENGLISH.lexicon.nouns
    return word.upos in {"PROPN", "PRON"} or bool(nouns.person(word) or nouns.institution(word))


def _with_told(sentence: Sentence, verb: Word) -> Sentence:
    """*told the radio | that he had spoken the truth*: behind whom somebody tells it no relative clause begins with
    *that* and a subject of its own."""
    if verb.lemma not in WORDS.addressing_verbs or any(
        child.relation in _CONTENT and child.number > verb.number for child in sentence.children(verb)
    ):
        return sentence
    for party in sentence.children(verb):
        opener = sentence.word(sentence.subtree(party)[0].number)
        if party.relation not in {"iobj", "obj"} or party.number < verb.number or opener.number != verb.number + 1:
            continue
        for said in sentence.children(party):
            that = sentence.behind(party)
            subject = sentence.behind(that)
            own = first(sentence.children(said), lambda child: child.relation == "nsubj" and child.form != "that")
            told = subject.upos == "PRON" or (own.number > that.number and _is_complete(sentence, said))
            if said.relation == "acl" and that.form == "that" and that.head == said.number and told:
                words = list(sentence.words)
                words[that.number - 1] = replace(that, upos="SCONJ", feats="", deprel="mark")
                words[said.number - 1] = replace(said, head=verb.number, deprel="ccomp")
                return replace(sentence, words=tuple(words))
    return sentence


def _with_told_where(sentence: Sentence, verb: Word) -> Sentence:
    """*told reporters on Sunday | that she was ill*: nor does it behind when or where somebody says it, behind a name,
    or where a noun would have no place in the clause."""
    if any(child.relation in _CONTENT and child.number > verb.number for child in sentence.children(verb)):
        return sentence
    for that in sentence.words[verb.number + 1 :]:
        if that.upos == "PUNCT" or that.is_finite:
            return sentence
        said = sentence.word(that.head)
        if that.form == "that" and said.relation == "acl" and _is_told_where(sentence, verb, that, said):
            words = list(sentence.words)
            words[that.number - 1] = replace(that, upos="SCONJ", feats="", deprel="mark")
            words[said.number - 1] = replace(said, head=verb.number, deprel="ccomp")
            return replace(sentence, words=tuple(words))
    return sentence


def _is_told_where(sentence: Sentence, verb: Word, that: Word, said: Word) -> bool:
    above = sentence.word(said.head)
    own = any(child.relation == "nsubj" and child.number > that.number for child in sentence.children(said))
    if not own or above.number <= verb.number or not _is_below(sentence, above, verb):
        return False
    if above.upos == "PROPN" or is_time(above):
        return True
    nearest = sentence.before(that)
    heard = nearest is above or is_time(nearest) or _may_speak(nearest)  # *told the paper of a plan | that she had*
    told = heard and verb.lemma in WORDS.addressing_verbs and above.relation in {"obj", "iobj"}
    if told and sentence.behind(that).upos == "PRON":
        return True
    case = first(sentence.children(above), lambda child: child.relation == "case")
    return _is_complete(sentence, said) and (told or case.form in WORDS.setting_prepositions)


def _with_insertion(sentence: Sentence, verb: Word) -> Sentence:
    """*The road, | said a spokesman, | was shut*: what stands before the insertion is the subject of what is said, and
    what stands behind the verb speaks."""
    comma = sentence.before(verb)
    before = [word for word in sentence.words if word.number < comma.number]
    content = first(sentence.children(verb), lambda child: child.relation in _CONTENT and child.number > verb.number)
    plain = bool(before) and not any(word.is_finite or word.upos == "PUNCT" for word in before)
    if comma.text != "," or not plain or not content:
        return sentence
    theme = first(before, lambda word: word.head in {verb.number, content.number} and word.upos in _NOMINAL)
    party = first(sentence.words[verb.number :], lambda word: _opens_behind(sentence, word, verb, content))
    last = max((word.number for word in sentence.subtree(party) if word.text != ","), default=0) if party else 0
    if not theme or sentence.word(last + 1).text != "," or not party:
        return sentence
    words = list(sentence.words)
    words[theme.number - 1] = replace(theme, head=content.number, deprel="nsubj")
    words[party.number - 1] = replace(party, head=verb.number, deprel="nsubj")
    return replace(sentence, words=tuple(words))


def _opens_behind(sentence: Sentence, word: Word, verb: Word, content: Word) -> bool:
    """The head of the group right behind the verb."""
    joined = word.upos in _NOMINAL and word.head in {verb.number, content.number} and word is not content
    return joined and sentence.subtree(word)[0].number == verb.number + 1


def _with_subject(sentence: Sentence, verb: Word) -> Sentence:
    """*The mayor | said*, *The mayor, a farmer, | said*, *“…,” | warned the mayor*: what stands before or behind."""
    if _is_passive(sentence, verb):
        return sentence
    sentence = _with_inverted(sentence, verb)
    if _subject(sentence, verb):
        return sentence
    given = _given_to_content(sentence, verb)
    if given:
        return _joined(sentence, given, verb, "nsubj")
    before = _before_insertion(sentence, _before_adverbs(sentence, verb))
    head = _head_before(sentence, before, verb)
    if _is_governed(sentence, head):
        head = _first_of_group(sentence, before)
    fits = head.upos in _NOMINAL and not head.has("Case=Acc") and not head.is_relative
    return _joined(sentence, head, verb, "nsubj") if fits and not _is_governed(sentence, head) else sentence


def _is_governed(sentence: Sentence, word: Word) -> bool:
    return any(child.relation == "case" for child in sentence.children(word))


def _first_of_group(sentence: Sentence, last: Word) -> Word:
    """*two sources | familiar with the matter*: the first noun since the mark before that no preposition governs."""
    mark = max((word.number for word in sentence.words[: last.number] if word.upos == "PUNCT"), default=0)
    group = sentence.words[mark : last.number]
    if any(word.is_finite for word in group):
        return NO_WORD
    free = (word for word in group if word.upos in _NOMINAL and not _is_governed(sentence, word))
    return first(free, lambda word: word.deprel != "compound" and not is_time(word) and word.upos != "NUM")


def _is_passive(sentence: Sentence, verb: Word) -> bool:
    return any(child.deprel == "aux:pass" for child in sentence.children(verb))


def _before_adverbs(sentence: Sentence, verb: Word) -> Word:
    before = sentence.before(verb)
    while before.upos in _BEFORE_VERB:
        before = sentence.before(before)
    return before


def _given_to_content(sentence: Sentence, verb: Word) -> Word:
    """The subject before the verb that the tree gives to what is said, which has one of its own behind the verb."""
    for content in sentence.children(verb):
        subjects = [child for child in sentence.children(content) if child.relation == "nsubj"]
        if content.relation in _CONTENT and len(subjects) > 1 and subjects[0].number < verb.number < subjects[1].number:
            return subjects[0]
    return NO_WORD


def _before_insertion(sentence: Sentence, comma: Word) -> Word:
    """*The mayor | , a farmer, said*: the word before the insertion that a comma ends; the word itself if none does."""
    if comma.text != ",":
        return comma
    opening = sentence.before(comma)
    while opening and opening.text != ",":
        if opening.text in _QUOTES:
            return comma
        opening = sentence.before(opening)
    return sentence.before(opening) if opening else comma


def _head_before(sentence: Sentence, before: Word, verb: Word) -> Word:
    """The head of the nominal group that ends in a word."""
    head = before
    while (above := sentence.word(head.head)) and above.upos in _NOMINAL and above.number < verb.number:
        if not all(word.upos in _IN_GROUP for word in sentence.words[above.number : before.number]):
            break
        head = above
    return head


def _with_inverted(sentence: Sentence, verb: Word) -> Sentence:
    """*“…,” | warned the mayor*: the noun behind the verb that the tree takes for its object."""
    before = sentence.before(verb)
    quoted = before.text in _QUOTES or (before.text == "," and sentence.before(before).text in _QUOTES)
    children = sentence.children(verb)
    if not quoted or any(child.relation == "nsubj" and child.number > verb.number for child in children):
        return sentence
    behind = _group_behind(sentence, verb)
    if not behind:
        return sentence
    words = [
        replace(word, deprel="dep") if word in children and word.relation in _SUBJECTS else word
        for word in sentence.words
    ]
    return _joined(replace(sentence, words=tuple(words)), behind, verb, "nsubj")


def _group_behind(sentence: Sentence, verb: Word) -> Word:
    """The head of the nominal group right behind a verb; NO_WORD if there is none."""
    for word in sentence.words[verb.number : verb.number + _REACH]:
        below = sentence.subtree(word)
        nominal = word.upos in _NOMINAL and not word.has("Case=Acc") and word.upos != "NUM"
        if nominal and below[0].number == verb.number + 1 and word.relation in _BEHIND:
            return word
    return NO_WORD


def _with_own_subject(sentence: Sentence, verb: Word) -> Sentence:
    """*said | the crew jumped*: of two subjects of the verb the one behind it belongs to what is said."""
    children = sentence.children(verb)
    content = first(children, lambda child: child.relation in _CONTENT and child.number > verb.number)
    if not content or _subject(sentence, content):
        return sentence
    own = _subject(sentence, verb)
    nouns = [child for child in children if child.relation in {"nsubj", "obj"} and child is not own]
    between = [child for child in nouns if verb.number < child.number < content.number]
    stands_first = bool(between) and sentence.subtree(between[0])[0].number == verb.number + 1
    finite = content.is_finite or any(child.upos == "AUX" and child.is_finite for child in sentence.children(content))
    if stands_first and not finite and _may_be_past(sentence, verb, content):
        content = replace(content, deprel="ccomp", feats="Mood=Ind|Tense=Past|VerbForm=Fin")
        words = list(sentence.words)
        words[content.number - 1] = content
        return _joined(replace(sentence, words=tuple(words)), between[0], content, "nsubj")
    return _joined(sentence, between[0], content, "nsubj") if stands_first and finite else sentence


def _may_be_past(sentence: Sentence, saying: Word, verb: Word) -> bool:
    """*allege Whitmore | funneled the money*: a past form with an object, and nothing that opens an infinitive; *said a
    man | fled*: any, behind a verb that has no object but what is said."""
    relations = {child.relation for child in sentence.children(verb)}
    entries = ENGLISH.lexicon.verbs.reporting.get(saying.lemma.lower(), ())
    only_clauses = not any({"act", "about", "infinitive"} & set(entry.forms) for entry in entries)
    past = verb.form.endswith("ed") and "obj" in relations
    return verb.upos == "VERB" and "mark" not in relations and (past or (only_clauses and verb.has("Tense=Past")))


def _with_gerund(sentence: Sentence, verb: Word) -> Sentence:
    """*admitted | misleading parliament*, which the tree takes for a kind of parliament."""
    entries = ENGLISH.lexicon.verbs.reporting.get(verb.lemma.lower(), ())
    gerund = sentence.behind(verb)
    noun = sentence.word(gerund.head)
    taken = gerund.upos in {"VERB", "ADJ"} and gerund.form.endswith("ing") and gerund.relation == "amod"
    fits = taken and noun.head == verb.number and noun.relation == "obj"
    if not fits or not any(_GERUND_FORMS.intersection(entry.forms) for entry in entries):
        return sentence
    words = list(sentence.words)
    words[gerund.number - 1] = replace(gerund, upos="VERB", feats="VerbForm=Ger", head=verb.number, deprel="xcomp")
    words[noun.number - 1] = replace(noun, head=gerund.number, deprel="obj")
    return replace(sentence, words=tuple(words))


def _with_accusation(sentence: Sentence, verb: Word) -> Sentence:
    """*accused X of | spreading lies*, which the tree takes for a kind of lies."""
    if not any(entry.accuses for entry in ENGLISH.lexicon.verbs.reporting.get(verb.lemma.lower(), ())):
        return sentence
    behind = sentence.words[verb.number : verb.number + _REACH]
    gerund = first(behind, lambda word: word.form.endswith("ing") and sentence.before(word).form in _ACCUSING)
    noun = sentence.word(gerund.head)
    taken = gerund.upos in {"NOUN", "ADJ"} and gerund.relation in {"compound", "amod"} and noun.number > gerund.number
    if not taken or sentence.before(gerund).head not in {noun.number, gerund.number}:
        return sentence
    words = list(sentence.words)
    preposition = sentence.before(gerund)
    words[preposition.number - 1] = replace(preposition, upos="SCONJ", head=gerund.number, deprel="mark")
    words[gerund.number - 1] = replace(gerund, upos="VERB", feats="VerbForm=Ger", head=verb.number, deprel="advcl")
    words[noun.number - 1] = replace(noun, head=gerund.number, deprel="obj")
    return replace(sentence, words=tuple(words))


def _with_clause(sentence: Sentence, verb: Word) -> Sentence:
    """*said | that the dam broke*, *said | the dam broke*: the next finite verb, with no mark between."""
    behind = sentence.words[verb.number : verb.number + _REACH]
    if _has_content(sentence, verb):
        return sentence
    for place, word in enumerate(behind):
        if word.upos == "PUNCT" or word.is_relative or word.upos == "CCONJ":
            return sentence
        if word.upos == "SCONJ" and word.form not in WORDS.noun_complementizers:
            return sentence
        if word.is_finite:
            return (
                _joined(sentence, _lexical(sentence, word), verb, "ccomp") if _has_opening(behind[:place]) else sentence
            )
    return sentence


def _has_content(sentence: Sentence, verb: Word) -> bool:
    """Whether something that is said begins before the next mark."""
    behind = sentence.words[verb.number :]
    mark = next((word.number for word in behind if word.upos == "PUNCT"), len(sentence.words) + 1)
    contents = (child for child in sentence.children(verb) if child.relation in _CONTENT)
    return any(verb.number < sentence.subtree(child)[0].number < mark or child.number < mark for child in contents)


def _has_opening(words: Sequence[Word]) -> bool:
    """Whether what stands between the verb and a finite one can be *that* or a subject."""
    opener = first(words, lambda word: word.form in WORDS.noun_complementizers)
    return bool(opener) or any(word.upos in _NOMINAL and not word.has("Case=Acc") for word in words)


def _lexical(sentence: Sentence, finite: Word) -> Word:
    """*was | closed*: what an auxiliary belongs to."""
    head = sentence.word(finite.head)
    near = 0 < head.number - finite.number <= _FARTHEST_HEAD
    return head if finite.upos == "AUX" and near else finite


def _joined(sentence: Sentence, word: Word, verb: Word, deprel: str) -> Sentence:
    """The sentence with a word joined to the verb; if the verb stands below the word, it takes the word's place."""
    if word is verb or word is NO_WORD or (word.head == verb.number and word.deprel == deprel):
        return sentence
    words = list(sentence.words)
    if _is_below(sentence, verb, word):
        words[verb.number - 1] = replace(verb, head=word.head, deprel=word.deprel)
    words[word.number - 1] = replace(word, head=verb.number, deprel=deprel)
    return replace(sentence, words=tuple(words))


def _is_below(sentence: Sentence, word: Word, above: Word) -> bool:
    for _ in range(_DEEPEST):
        word = sentence.word(word.head)
        if not word:
            return False
        if word.number == above.number:
            return True
    return True
