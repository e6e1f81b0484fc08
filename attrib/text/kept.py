"""Answers that are looked for once, beside the thing that they are about."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """The answers to questions about one thing, by the question."""

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] = {}

    def __call__(self, question: Hashable, find: Callable[[], T]) -> T:
        """The answer to a question, found at the first time it is asked."""
        try:
            answer: T = self._answers[question]
        except KeyError:
            answer = self._answers[question] = find()
        return answer
