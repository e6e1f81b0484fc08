"""What a label looks like."""

from attrib.quotation.label import stripped
from attrib.records import Span


def cut(text: str) -> str:
    """What is left of a text."""
    return text[slice(*stripped(text, Span(0, len(text))))]


def test_emphasis_is_no_part_of_the_words() -> None:
    """Nor are blanks; an apostrophe is."""
    assert cut("** Vogt **") == "Vogt"
    assert cut("''Vogt''") == "Vogt"
    assert cut("  _Vogt_\n") == "Vogt"
    assert cut("'n Abend") == "'n Abend"
    assert cut("****") == ""
    assert cut("   ") == ""
