"""Batches on several processes, their results in order; what a process leaves undone when it dies is done again.

Each process has a pipe of its own, so that it is known which documents a dead one had. It is handed a batch only when
it waits for one: neither end of a pipe ever waits for the other to read.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Self

from attrib.errors import AttribError, WorkerError
from attrib.pipeline.batch import Annotates, Failure, Key, Result, annotate_batch
from attrib.records import Document

Make = Callable[[], Annotates]
"""Makes the annotator, models and all, in the process that uses it; can be pickled."""
AHEAD = 4
"""Batches for each process that may be read or done before the one that is written next."""
MOST_FALSE_STARTS = 3
"""Processes that may die before they are ready."""


@dataclass
class _Task:
    """A batch: what the caller knows it by, its documents, and a result for each, None until there is one."""

    key: Any
    documents: Sequence[Document]
    results: list[Result | None] = field(init=False)

    def __post_init__(self) -> None:
        self.results = [None] * len(self.documents)

    @property
    def is_done(self) -> bool:
        """Whether there is a result for each document."""
        return None not in self.results


@dataclass(frozen=True)
class _Stretch:
    """Documents of a batch that one process is handed: all of them, or fewer after deaths."""

    task: _Task
    start: int
    end: int
    is_repeated: bool = False
    """Whether a process died over it."""

    @property
    def documents(self) -> Sequence[Document]:
        """What the process annotates, in the batch's order."""
        return self.task.documents[self.start : self.end]

    def settle(self, results: Sequence[Result]) -> None:
        """Put the results, one for each document, where the batch has room for them."""
        self.task.results[self.start : self.end] = results

    def again(self) -> "Iterator[_Stretch]":
        """The same documents once more; in halves if it was not the first time, to find the one that kills."""
        middle = (self.start + self.end) // 2 if self.is_repeated else self.start
        for start, end in ((self.start, middle), (middle, self.end)):
            if start < end:
                yield _Stretch(self.task, start, end, is_repeated=True)


class _Process:
    """A process that annotates what it is handed."""

    def __init__(self, make: Make) -> None:
        context = get_context("spawn")  # a copy of this process would have its threads' locks, but not the threads
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(make, theirs), name="attrib annotate", daemon=True)
        with _for_children():
            self._process.start()
        theirs.close()
        self.is_ready = False
        self.stretch: _Stretch | None = None

    @property
    def pid(self) -> int | None:
        """The system's number of the process."""
        return self._process.pid

    def end(self) -> int | None:
        """End it whatever it does; its exit code."""
        self.connection.close()
        self._process.terminate()
        self._process.join()
        return self._process.exitcode


class Workers:
    """Up to `number` processes, started when there is work for them; a context manager that ends them.

    An instance is handed batches as `attrib.pipeline.batch.AnnotatesBatches`, one iteration at a time. Raises what
    `make` raises if it is an AttribError, and WorkerError if processes die before they are ready.
    """

    def __init__(self, make: Make, number: int) -> None:
        self._make, self._number = make, number
        self._processes: list[_Process] = []
        self._todo: deque[_Stretch] = deque()
        self._false_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._processes:
            self._processes.pop().end()
        self._todo.clear()

    @property
    def pids(self) -> list[int | None]:
        """The system's numbers of the processes that live."""
        return [process.pid for process in self._processes]

    def __call__(self, batches: Iterable[tuple[Key, Sequence[Document]]]) -> Iterator[tuple[Key, list[Result]]]:
        """Each batch in order, with a result for each of its documents."""
        source, tasks = _Source(batches), deque[_Task]()
        while True:
            while len(tasks) < AHEAD * self._number and len(self._todo) < self._number and (task := source.next()):
                tasks.append(task)
                if task.documents:
                    self._todo.append(_Stretch(task, 0, len(task.documents)))
            self._hand_out()
            if tasks and tasks[0].is_done:
                task = tasks.popleft()
                yield task.key, [result for result in task.results if result is not None]
            elif tasks:
                self._listen()
            else:
                source.raise_error()
                return

    def _hand_out(self) -> None:
        """A stretch for each process that waits; more processes while there is more to do."""
        working = sum(process.stretch is not None for process in self._processes)
        for _ in range(len(self._processes), min(self._number, working + len(self._todo))):
            self._processes.append(_Process(self._make))
        for process in tuple(self._processes):
            if self._todo and process.is_ready and process.stretch is None:
                process.stretch = self._todo.popleft()
                try:
                    process.connection.send(process.stretch.documents)
                except OSError:
                    self._bury(process)

    def _listen(self) -> None:
        """Wait until a process says something or dies."""
        heard = wait([process.connection for process in self._processes])
        for process in [each for each in self._processes if each.connection in heard]:
            try:
                message = process.connection.recv()
            except (EOFError, OSError):
                self._bury(process)
                continue
            if isinstance(message, AttribError):
                raise message
            process.is_ready = True
            if process.stretch is not None:
                process.stretch.settle(message)
                process.stretch = None

    def _bury(self, process: _Process) -> None:
        """Forget a dead process; its documents are next."""
        self._processes.remove(process)
        code, stretch = process.end(), process.stretch
        if stretch is not None:
            if stretch.is_repeated and len(stretch.documents) == 1:
                stretch.settle([Failure("WorkerError", f"the process ended twice over it, the last time with {code}")])
            else:
                self._todo.extendleft(reversed([*stretch.again()]))
        elif not process.is_ready:
            self._false_starts += 1
            if self._false_starts >= MOST_FALSE_STARTS:
                raise WorkerError(
                    f"{self._false_starts} processes that should annotate ended before they were ready, the last one "
                    f"with {code}. Make room in memory, or use fewer: `--jobs 1` annotates in a single process.",
                    seen=code,
                )


class _Source:
    """Batches as they are asked for; an error in reading waits until what was read before is done."""

    def __init__(self, batches: Iterable[tuple[Any, Sequence[Document]]]) -> None:
        self._batches = iter(batches)
        self._error: Exception | None = None

    def next(self) -> _Task | None:
        """The next batch, if there is one."""
        if self._error is not None:
            return None
        try:
            return next((_Task(key, documents) for key, documents in self._batches), None)
        except Exception as error:
            self._error = error
            return None

    def raise_error(self) -> None:
        """What went wrong in reading, if anything did."""
        if self._error is not None:
            raise self._error


@contextmanager
def _for_children() -> Iterator[None]:
    """What is started meanwhile has one thread, and leaves Ctrl-C to this process."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    with _interrupts_waiting():
        try:
            yield
        finally:
            if before is None:
                del os.environ["OMP_NUM_THREADS"]
            else:
                os.environ["OMP_NUM_THREADS"] = before


@contextmanager
def _interrupts_waiting() -> Iterator[None]:
    """Ctrl-C waits a moment; a process that is started meanwhile never hears of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(make: Make, connection: "Connection[Any, Any]") -> None:
    """What a process does: say that it is ready, then answer batches with results until nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        annotator = make()
    except AttribError as error:
        connection.send(error)
        return
    try:
        connection.send(None)
        while True:
            connection.send(_answer(annotator, connection.recv()))
    except (EOFError, OSError):
        return


def _answer(annotator: Annotates, documents: Sequence[Document]) -> list[Result] | AttribError:
    try:
        return annotate_batch(annotator, documents)
    except AttribError as error:
        return error
