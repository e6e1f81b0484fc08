"""Answers that were needed last, few and small: the database never changes, so a question has one answer.

Whoever goes on to the next page, turns the order or the language asks for the same counts again.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Recent(Generic[Answer]):
    """The answers to the `most` questions that were asked last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    async def get(self, question: Hashable, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer; `ask` is called where it is not known. What it raises is not kept."""
        if question in self._kept:
            self._kept.move_to_end(question)
            return self._kept[question]
        answer = await ask()
        self._kept[question] = answer
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return answer
