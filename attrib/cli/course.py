"""How a run that writes a database goes, from its beginning to its exit code."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from attrib.cli.stop import Stop
from attrib.cli.tally import Tally, summary

SOME_FAILED = 3


@dataclass
class Course:
    """How a run goes: when it began, what it did, whether it should end."""

    max_errors: int | None = None
    stop: Stop = field(default_factory=Stop)
    tally: Tally = field(default_factory=Tally)
    begun: float = field(default_factory=time.monotonic)
    started: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))

    def should_stop(self) -> bool:
        """Whether Ctrl-C was pressed, or more documents failed than `--max-errors` allows."""
        return self.stop.is_set or (self.max_errors is not None and self.tally.states["failed"] >= self.max_errors)

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.begun

    def summary(self, database: Path) -> str:
        """What it did to a database, in a few lines."""
        return summary(self.tally, database=database, seconds=self.seconds, stopped=self.should_stop())

    @property
    def exit_code(self) -> int:
        """As the README lists them."""
        if self.stop.is_set:
            return 1
        return SOME_FAILED if self.tally.states["failed"] else 0
