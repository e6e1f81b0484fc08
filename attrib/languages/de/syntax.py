"""What word lists cannot say of German: how forms are made."""

CONTRACTIONS = {
    "zum": ("zu", "dem"),
    "zur": ("zu", "der"),
    "im": ("in", "dem"),
    "ins": ("in", "das"),
    "am": ("an", "dem"),
    "ans": ("an", "das"),
    "vom": ("von", "dem"),
    "beim": ("bei", "dem"),
    "aufs": ("auf", "das"),
    "fürs": ("für", "das"),
}
"""Written as one, parsed as two."""

_UNSTRESSED = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "wider", "hinter")


def participle(lemma: str, particle: str | None) -> str:
    """The regular past participle of an infinitive: *andeuten → angedeutet*, *berichten → berichtet*.

    Irregular verbs get a form that does not exist, which does no harm: nothing in a text will match it.
    """
    base = lemma.removeprefix(particle or "")
    stem = (
        base.removesuffix("n").removesuffix("e") if not base.endswith("ern") and not base.endswith("eln") else base[:-1]
    )
    ending = "et" if stem.endswith(("t", "d")) else "t"
    prefix = "" if base.endswith("ieren") or base.startswith(_UNSTRESSED) else "ge"
    return f"{particle or ''}{prefix}{stem}{ending}"


def expanded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as the parser gives them: *zum Ausdruck* → *zu dem Ausdruck*."""
    return tuple(part for word in words for part in CONTRACTIONS.get(word, (word,)))
