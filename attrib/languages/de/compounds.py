"""German compounds that a tokeniser cuts at their hyphens: *US-Regierung*, *Lee Yong-hyun*."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib.languages.de.lists import GERMAN
from attrib.text.analysis import NO_WORD, Sentence, Word

_HYPHENS = ("-", "‑")
_HALVES = 2
"""Words of a contraction."""
JOINTS = frozenset({"-", "/", "‑", "&"})


def is_joint(sentence: Sentence, number: int) -> bool:
    """A hyphen or slash inside a compound (*NATO-Sprecherin*): no white space around it."""
    if not 1 < number < len(sentence.words):
        return False
    word = sentence.word(number)
    return word.text in JOINTS and sentence.before(word).end == word.start and word.end == sentence.behind(word).start


def joined_compounds(words: Sequence[Word]) -> list[Word]:
    """The words with hyphenated compounds, and contractions in names, in one piece: *US* *-* *Regierung* →
    *US-Regierung*, *Kurier* *an* *dem* *Abend* → *Kurier* *am* *Abend*."""
    if not any(word.text.startswith(_HYPHENS) or word.surface for word in words):
        return list(words)
    result: list[Word] = []
    for group in _groups(words):
        joined = group[0] if len(group) == 1 else _compound(group)
        double = joined.upos == "NOUN" and len(group) > 1 and _is_double_name(group, result)
        result.append(replace(joined, upos="PROPN") if double else joined)
    return result


def _groups(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of each compound, and every other word alone."""
    place = 0
    while place < len(words):
        group = [words[place]]
        tail = _at(words, place + 1)
        if _is_contraction(words[place]) and tail.start == words[place].start:
            group.append(tail)
            place += 1
        elif tail.start == words[place].end and tail.text[:1] == "-" and len(tail.text) > 1:
            group.append(tail)  # *Yong* *-hyun*
            place += 1
        while _is_hyphenated(words, place):
            group += [words[place + 1], words[place + 2]]
            place += 2
        place += 1
        yield group


def _at(words: Sequence[Word], place: int) -> Word:
    return words[place] if place < len(words) else NO_WORD


def _is_hyphenated(words: Sequence[Word], place: int) -> bool:
    """Whether a hyphen and another part follow without white space."""
    hyphen, behind = _at(words, place + 1), _at(words, place + 2)
    return hyphen.text in _HYPHENS and words[place].end == hyphen.start and hyphen.end == behind.start


def _is_double_name(group: Sequence[Word], before: Sequence[Word]) -> bool:
    """*Anna Müller-Kirchhoff*, *Gutachterin Müller-Kirchhoff*: behind a first name or an office the second half is a
    name too, unless the first is *US, EU, CDU*, or a list has the second."""
    if not before or group[0].upos != "PROPN" or group[0].text.isupper():
        return False
    known = GERMAN.lexicon.noun(group[-1])
    office = before[-1].upos == "NOUN" and GERMAN.lexicon.noun(before[-1]).person is not None
    return before[-1].upos == "PROPN" or (office and not (known.is_party or known.reporting))


def _is_contraction(word: Word) -> bool:
    """The first half of one in a name, where its article is none: *vom* in *Claus vom Hagen*."""
    return word.surface == _HALVES and word.upos in {"PROPN", "X"}


def _contracted(preposition: str, article: str) -> str:
    """*von* and *dem*: *vom*, *zu* and *der*: *zur*."""
    return preposition.removesuffix("n") + article[-1]


def _compound(group: Sequence[Word]) -> Word:
    if _is_contraction(group[0]):
        return replace(group[0], text=_contracted(group[0].text, group[1].text), surface=0)
    last = group[-1] if group[-1].upos != "PUNCT" else group[0]
    prefix = "".join(word.text for word in group[:-1])
    return Word(
        number=last.number,
        text="".join(word.text for word in group),
        lemma=prefix + group[-1].lemma,
        upos=last.upos,
        feats=last.feats,
        head=last.head,
        deprel=last.deprel,
        start=group[0].start,
        end=group[-1].end,
    )
