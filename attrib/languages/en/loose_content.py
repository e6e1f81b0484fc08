"""What is said, where a small parser joins it to what stands between: *said | on Friday | there was p* · *accused the
bank | on Friday | of doing p* · *denied having | done p* · *said | the ground | shook*.
"""

from dataclasses import replace

from attrib.languages.en.lists import ENGLISH, WORDS
from attrib.languages.en.lost_verbs import PAST, is_tree
from attrib.languages.en.names import is_time
from attrib.text.analysis import NO_WORD, Sentence, Word
from attrib.text.words import first

_CONTENT = frozenset({"ccomp", "xcomp", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_CLAUSAL = frozenset({"clause", "infinitive", "quote"})
_ACCUSING = frozenset({"of", "with", "for"})
_ENDS = frozenset({"PUNCT", "CCONJ", "SCONJ"})


def with_loose_content(sentence: Sentence) -> Sentence:
    """The sentence with what is said joined to its verb of saying."""
    sentence = _with_perfect_gerunds(sentence)
    for number in [word.number for word in sentence.words if _reports(word)]:
        sentence = _with_theme(sentence, sentence.word(number))
        sentence = _with_setting(sentence, sentence.word(number))
        sentence = _with_far_gerund(sentence, sentence.word(number))
        sentence = _with_lost_verb(sentence, sentence.word(number))
    return sentence


def _reports(word: Word) -> bool:
    return word.upos == "VERB" and word.lemma.lower() in ENGLISH.lexicon.verbs.reporting


def _with_perfect_gerunds(sentence: Sentence) -> Sentence:
    """*denied | having met her*: *having* helps the participle behind it."""
    for word in sentence.words:
        behind = sentence.behind(word)
        while behind.upos == "ADV":
            behind = sentence.behind(behind)
        helps = word.form == "having" and word.upos == "VERB" and behind.has("VerbForm=Part")
        if not helps or behind.upos not in {"VERB", "AUX"} or behind.head not in {word.number, word.head}:
            continue
        words = list(sentence.words)
        for child in sentence.children(word):
            words[child.number - 1] = replace(words[child.number - 1], head=behind.number)
        words[behind.number - 1] = replace(behind, upos="VERB", head=word.head, deprel=word.deprel)
        words[word.number - 1] = replace(word, upos="AUX", head=behind.number, deprel="aux")
        found = replace(sentence, words=tuple(words))
        sentence = found if is_tree(found) else sentence
    return sentence


def _with_setting(sentence: Sentence, verb: Word) -> Sentence:
    """*said | on Friday | there was no reason*, *said | in a statement | it had sold the ship*: when and where it was
    said belongs to the verb of saying."""
    settings = WORDS.spoken_settings | WORDS.written_settings
    for content in (child for child in sentence.children(verb) if child.relation in _CONTENT):
        for child in sentence.children(content):
            group = sentence.subtree(child)
            begins = group[0].number == verb.number + 1 and child.relation in {"obl", "advmod"}
            opened = sentence.behind(group[-1]).upos not in {*_ENDS, "VERB", "AUX", ""}
            if begins and opened and (is_time(child) or child.form in settings):
                words = list(sentence.words)
                words[child.number - 1] = replace(child, head=verb.number)
                return _with_setting(replace(sentence, words=tuple(words)), verb)
    return sentence


def _with_theme(sentence: Sentence, verb: Word) -> Sentence:
    """*Minister | to resign, says party*: of two subjects the one before what is said belongs to it."""
    children = sentence.children(verb)
    content = first(children, lambda child: child.relation in _CONTENT and child.number < verb.number)
    subjects = [child for child in children if child.relation == "nsubj"]
    own = any(child.relation == "nsubj" for child in sentence.children(content)) if content else True
    if own or len(subjects) < 2 or not subjects[0].number < content.number < verb.number < subjects[1].number:
        return sentence
    words = list(sentence.words)
    words[subjects[0].number - 1] = replace(subjects[0], head=content.number)
    return replace(sentence, words=tuple(words))


def _with_far_gerund(sentence: Sentence, verb: Word) -> Sentence:
    """*accused the bank | on Friday | of hiding p*: the gerund says of what, whatever stands between."""
    entries = ENGLISH.lexicon.verbs.reporting.get(verb.lemma.lower(), ())
    if not any(entry.accuses for entry in entries):
        return sentence
    addressee = first(sentence.children(verb), lambda child: child.relation == "obj" and child.number > verb.number)
    for gerund in sentence.words[verb.number :]:
        opener = first(sentence.children(gerund), lambda child: child.relation in {"mark", "case"})
        between = sentence.word(gerund.head)
        formed = gerund.upos == "VERB" and (gerund.form.endswith("ing") or _is_perfect(sentence, gerund))
        loose = between.head == verb.number and between.relation == "obl" and between.number < gerund.number
        if (
            addressee
            and formed
            and opener.form in _ACCUSING
            and loose
            and gerund.relation == "acl"
            and is_time(between)
        ):
            words = list(sentence.words)
            words[gerund.number - 1] = replace(gerund, head=verb.number, deprel="advcl")
            return replace(sentence, words=tuple(words))
    return sentence


def _is_perfect(sentence: Sentence, verb: Word) -> bool:
    return any(child.form == "having" and child.relation == "aux" for child in sentence.children(verb))


def _with_lost_verb(sentence: Sentence, verb: Word) -> Sentence:
    """*Residents said | the ground | shook for an hour*: nobody says a thing; of two nouns the last is a verb."""
    entries = ENGLISH.lexicon.verbs.reporting.get(verb.lemma.lower(), ())
    children = sentence.children(verb)
    has_subject = any(child.relation == "nsubj" and child.number < verb.number for child in children)
    only_clauses = bool(entries) and all(_CLAUSAL.issuperset(entry.forms) for entry in entries)
    if not (verb.is_finite and only_clauses and has_subject) or any(child.relation in _CONTENT for child in children):
        return sentence
    said = first(children, lambda child: child.relation == "obj" and child.number > verb.number)
    theme = first(reversed(sentence.children(said)), lambda child: child.number == said.number - 1) if said else NO_WORD
    opens = bool(theme) and sentence.subtree(said)[0].number == verb.number + 1
    may_be = (
        said.upos == "NOUN" and not said.form.endswith("s") and theme.relation == "compound" and theme.upos in _NOMINAL
    )
    if not (opens and may_be) or sentence.behind(said).form == "of":
        return sentence
    words = list(sentence.words)
    for child in sentence.children(said):
        if child.number < theme.number:
            words[child.number - 1] = replace(child, head=theme.number)
        elif child.relation == "nmod":
            words[child.number - 1] = replace(child, deprel="obl")
    words[theme.number - 1] = replace(theme, head=said.number, deprel="nsubj")
    words[said.number - 1] = replace(said, upos="VERB", feats=PAST, head=verb.number, deprel="ccomp")
    return replace(sentence, words=tuple(words))
