"""What lists cannot say of the toy language: `attrib.text.plain` has the rest."""

FIGURE = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"
"""A number in figures: *1,200*, *3.5*."""


def figure_value(text: str) -> float:
    """What a number in figures says: commas part thousands."""
    return float(text.replace(",", ""))


def number_word(text: str) -> float | None:
    """What a word for a number says, None for other words."""
    return {"one": 1.0, "two": 2.0, "three": 3.0}.get(text)
