"""How the letters of a text are laid out: lines, marks for line breaks, composed letters."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrib.evaluation.invariance.passage import Change, Passage
from attrib.records import Part, Span
from attrib.text.traced import Edit

_BLANK = re.compile(r"(?<=\S) (?=\S)")
_LINES = 2
"""A wrapped paragraph is at least so many lines long."""
_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_VOWELS = "aeiouäöüy"
_SYLLABLE = re.compile(rf"(?<=[^\W\d_]{{2}}[{_VOWELS}])(?=[bdfgklmnprtvwz][{_VOWELS}][^\W\d_])")
"""Between a vowel and a single consonant with a vowel: where a word may be parted in any spelling."""

Perturbation = Callable[[Passage], Change | None]


def wrapped(width: int, *, framed: bool = False) -> Perturbation:
    """Lines of at most so many characters; `framed`: with blank lines and neutral paragraphs around the text."""

    def wrap(passage: Passage) -> Change | None:
        if not _is_free(passage):
            return None
        opening = _opening(passage, width)
        last_line = len(opening) - (opening.rfind("\n") + 1)
        breaks = [Edit(span, "\n") for span in _breaks(passage, width, before=last_line)]
        start = passage.running[0].start if opening else 0
        frame = _frame(passage) if framed else ()
        is_wrapped = bool(breaks) or "\n" in opening
        return passage.change(*frame, Edit(Span(start, start), opening), *breaks) if is_wrapped else None

    return wrap


def wrapped_with_hyphens(width: int) -> Perturbation:
    """Lines of about so many characters that end within words, at hyphens."""

    def wrap(passage: Passage) -> Change | None:
        places = list(_hyphens(passage, width)) if _is_free(passage) else []
        return passage.change(*(Edit(Span(place, place), "-\n") for place in places)) if places else None

    return wrap


def break_tags(passage: Passage) -> Change | None:
    """*<br>* where a line was wrapped, as pages leave it in what is copied from them."""
    tag = passage.pick(("<br>", "<br/>", "<br />\n"), "tag")
    breaks = list(_breaks(passage, 34)) if _is_free(passage) else []
    return passage.change(*(Edit(span, tag) for span in breaks)) if breaks else None


def decomposed(passage: Passage) -> Change | None:
    """Letters and their marks as two characters (NFD)."""
    letters = ((place, unicodedata.normalize("NFD", letter)) for place, letter in enumerate(passage.text))
    edits = [Edit(Span(place, place + 1), letter) for place, letter in letters if len(letter) > 1]
    return passage.change(*edits) if edits else None


def _is_free(passage: Passage) -> bool:
    """Whether a line break means nothing in the text: it has none that does, and nobody's words are told by them."""
    return not passage.is_laid_out and not _SINGLE_BREAK.search(passage.text)


def _frame(passage: Passage) -> tuple[Edit, Edit]:
    """Neutral paragraphs above and below, parted by blank lines."""
    above, below = (passage.pick(passage.vocabulary.sentences, purpose) for purpose in ("above", "below"))
    end = len(passage.text)
    return Edit(Span(0, 0), f"\n\n{above}\n\n"), Edit(Span(end, end), f"\n\n{below}\n\n")


def _opening(passage: Passage, width: int) -> str:
    """Neutral sentences before a paragraph that is too short to be wrapped, wrapped and with a blank behind them."""
    sentences = passage.vocabulary.sentences
    first = sentences.index(passage.pick(sentences, "opening"))
    if not passage.running or passage.labelled:
        return ""
    text = passage.text[passage.running[0].start : passage.running[0].end]
    opening = ""
    while len(opening) + len(text) < _LINES * width:
        opening += sentences[first % len(sentences)] + " "
        first += 1
    places = set(_wraps(opening + text, Span(0, len(opening + text)), width))
    return "".join("\n" if place in places else letter for place, letter in enumerate(opening))


def _breaks(passage: Passage, width: int, *, before: int = 0) -> Iterator[Span]:
    """The blanks at which running text is wrapped, so many characters being put before the first part."""
    for part in passage.running:
        yield from (Span(place, place + 1) for place in _wraps(passage.text, Span(part.start, part.end), width, before))
        before = 0


def _wraps(text: str, part: Span, width: int, before: int = 0) -> Iterator[int]:
    """The blanks at which lines of a stretch end."""
    line = part.start - before
    places = [part.start + match.start() for match in _BLANK.finditer(text[part.start : part.end])]
    for place, end in pairwise([*places, part.end]):
        if end - line > width:
            yield place
            line = place + 1


def _hyphens(passage: Passage, width: int) -> Iterator[int]:
    """Where words are parted so that lines are full."""
    for part in passage.running:
        places = [part.start + match.start() for match in _SYLLABLE.finditer(passage.text[part.start : part.end])]
        yield from _ends(places, part, width)


def _ends(places: Sequence[int], part: Part, width: int) -> Iterator[int]:
    """The last place of each line, as long as there is more to come than a line holds."""
    line = part.start
    for place, following in pairwise([*places, part.end]):
        if following - line > width and place - line > width // 2:
            yield place
            line = place
