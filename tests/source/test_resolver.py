"""Who is meant: short texts whose speakers are named, meant by a role or a pronoun, grouped, anonymous, or unclear."""

from collections import Counter

from tests import frozen

CASES = frozen.mention_cases()


def found_for(case: frozen.MentionCase) -> tuple[str, ...] | None:
    """Who the last statement of the case's speaker is credited to; None if there is no such statement."""
    annotation = frozen.annotated_text(case.text, publisher="Küstenbote")
    for statement in reversed(annotation.statements):
        words = " … ".join(case.text[start:end] for start, end in statement.speaker)
        same = words in case.mention or case.mention in words if words and case.mention else words == case.mention
        if same and (case.mention or statement.type != "author" or not case.source):
            links = [link.source for link in statement.sources if link.relation == "states"]
            return tuple(sorted("unnamed" if item.startswith("unnamed-") else item for item in links))
    return None


def expected_of(case: frozen.MentionCase) -> tuple[str, ...]:
    """The ids the case asks for, none if a reader cannot tell."""
    if case.source is None:
        return ()
    return (case.source,) if isinstance(case.source, str) else tuple(sorted(case.source))


def wrong() -> list[tuple[frozen.MentionCase, tuple[str, ...] | None]]:
    """The cases that come out differently, with what was found."""
    found = [(case, found_for(case)) for case in CASES]
    return [(case, sources) for case, sources in found if sources != expected_of(case)]


def test_the_set_is_large_and_half_of_it_is_unclear() -> None:
    """At least sixty texts, each once; in about half of them a reader cannot tell."""
    assert len({case.text for case in CASES}) == len(CASES) >= 60
    assert 0.45 <= sum(case.source is None for case in CASES) / len(CASES) <= 0.55
    assert set(Counter(case.kind for case in CASES)) == {"named", "pronoun", "role", "group", "unnamed"}


def test_nine_in_ten_are_right() -> None:
    """The right party, the right parties, or rightly nobody."""
    assert len(wrong()) <= 0.10 * len(CASES), wrong()


def test_what_is_unclear_stays_open() -> None:
    """Where a reader cannot tell, a party is named in at most one text of twenty."""
    unclear = [case for case in CASES if case.source is None]
    guessed = [(case, sources) for case, sources in wrong() if case.source is None and sources]
    assert len(guessed) <= 0.05 * len(unclear), guessed
