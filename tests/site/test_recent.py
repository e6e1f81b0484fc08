"""Answers are kept, a few of them."""

import pytest

from attrib.site.recent import Recent


async def test_a_question_is_asked_once_while_its_answer_is_kept() -> None:
    """The answer that was needed longest ago goes first."""
    asked: list[str] = []
    recent: Recent[str] = Recent(2)

    async def get(question: str) -> str:
        async def ask() -> str:
            asked.append(question)
            return question.upper()

        return await recent.get(question, ask)

    assert [await get(each) for each in "abacb"] == list("ABACB")
    assert asked == ["a", "b", "c", "b"]
    assert len(recent) == 2


async def test_failures_are_not_kept() -> None:
    """The next one who asks may have an answer."""
    recent: Recent[str] = Recent(2)

    async def fail() -> str:
        raise KeyError("a")

    with pytest.raises(KeyError, match="a"):
        await recent.get("a", fail)
    assert len(recent) == 0
