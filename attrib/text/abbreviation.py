"""The abbreviations of a language, by the token that each is with its full stop."""

from collections.abc import Iterable, Mapping

from attrib.text.entries import Abbreviation, AbbreviationKind

_SHORTEST_TITLE = 4
"""Letters and full stop; shorter ones may be initials (*Ch. Roth*)."""


class Abbreviations:
    """Which kind of word stands behind an abbreviation."""

    def __init__(self, entries: Iterable[Abbreviation]) -> None:
        listed = list(entries)
        self.kinds: Mapping[str, AbbreviationKind] = {
            key_of(form): entry.kind for entry in listed for form in entry.forms
        }
        """Without the last full stop and without blanks."""
        self.endings: Mapping[str, AbbreviationKind] = {
            key_of(form).lower(): entry.kind for entry in listed if entry.compounds for form in entry.forms
        }
        """The same in lower case, of those that longer words end in."""

    def kind(self, token: str) -> AbbreviationKind | None:
        """The kind of a token, None unless it is listed: *Univ.-Prof.*, *Ortsvors.* are what their last part is."""
        last = token.rsplit("-", 1)[-1]
        if not last.endswith("."):
            return None
        key = key_of(last)
        longer = (kind for ending, kind in self.endings.items() if key.endswith(ending))
        return self.kinds.get(key) or self.kinds.get(key[:1].lower() + key[1:]) or next(longer, None)

    def is_title(self, token: str) -> bool:
        """Whether a token before a name is none of its words: a listed title, or one that no list has."""
        last = token.rsplit("-", 1)[-1]
        unlisted = len(last) >= _SHORTEST_TITLE and last[-1] == "." and last[:-1].isalpha() and last[:-1].istitle()
        return (self.kind(token) or ("title" if unlisted else None)) == "title"

    def is_nobody(self, token: str) -> bool:
        """Whether a token names nobody by itself: a title, or a word that others always follow."""
        return self.is_title(token) or self.kind(token) in {"number", "word", "final"}


def key_of(form: str) -> str:
    """An abbreviation as it is looked up."""
    return form.replace(" ", "").removesuffix(".")


def initials(words: Iterable[str]) -> str:
    """The first letters of some words: *Deutsche Presse Agentur* gives DPA."""
    return "".join(word[:1] for word in words)
