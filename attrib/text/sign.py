"""Signs: who wrote a text, as dateline or end tell in a few letters: *dpa*, *AFP, Reuters*, *dpa/lno*, *mko*."""

import re

from attrib.text.language import Language

_PARTED = re.compile(r"\s*[/,;&+|]\s*")
_DESK = re.compile(r"[^\W\d_]{1,4}\d?|[^\W\d_]\d{1,2}")
"""*yyzz*, *n1*: the codes by which an agency says which desk and whose text it is."""
_INITIALS = re.compile(r"[^\W\d_]{1,4}")
"""A code of a desk or an author: a sentence's words are longer or stand beside others."""


def names_agency(sign: str, language: Language) -> bool:
    """Whether a sign holds the name of an agency, and beside such names only codes, abbreviations (*SZ/dpa*) and words
    like *mit, Quelle*."""
    tokens = _tokens(sign)
    known = [_is_agency(token, language) for token in tokens]
    return any(known) and all(
        is_known or _is_code(token) or (token.isupper() and token.isalpha()) or _is_about_origin(token, language)
        for token, is_known in zip(tokens, known, strict=True)
    )


def is_code(sign: str) -> bool:
    """Whether a sign is nothing but codes in small letters: *mko*, *lno/be*."""
    tokens = _tokens(sign)
    return bool(tokens) and all(map(_is_code, tokens))


def is_row_of_codes(sign: str, language: Language) -> bool:
    """*dpa abc xyz n1*: an agency and behind it codes in a row, none of which is a word of the language's closed
    classes."""
    first, *codes = sign.split() or [""]
    words = language.words
    closed = words.auxiliaries | words.modal_verbs | words.prepositions | words.articles | words.pronouns_personal
    closed |= words.negations | words.separable_particles | words.coordinators | words.subordinators
    return (
        bool(codes)
        and names_agency(first, language)
        and all(code.islower() and _DESK.fullmatch(code) and code not in closed for code in codes)
    )


def _tokens(sign: str) -> list[str]:
    return [token for token in _PARTED.split(sign.strip()) if token]


def _is_agency(token: str, language: Language) -> bool:
    """*dpa*, *dpa-AFX*, *Dow Jones*, *Quelle: dpa*, *mit Material von Reuters und AFP*."""
    agencies = language.words.agency_names
    if token.lower() in agencies or token.lower().partition("-")[0] in agencies:
        return True
    words = token.lower().replace(":", " ").split()
    named = [word in agencies or word.partition("-")[0] in agencies for word in words]
    return any(named) and all(
        is_name or word in language.words.mark_words for word, is_name in zip(words, named, strict=True)
    )


def _is_code(token: str) -> bool:
    return token.islower() and bool(_INITIALS.fullmatch(token))


def _is_about_origin(token: str, language: Language) -> bool:
    return all(word in language.words.mark_words for word in token.lower().split())
