"""The errors a caller can act on.

    AttribError
    ├── InputError        a document or path cannot be read: skip it or mend it
    ├── ResourceError     a YAML list, registry or model folder is missing or wrong: mend it
    │   └── ModelError    the models cannot be loaded, so that no document can be annotated
    ├── WorkerError       processes that should annotate die: make room or use fewer
    ├── DatabaseError     a database is missing, foreign, newer or not writable: name another
    └── ExportError       a format or target cannot be used: choose another

Every message says what was seen, what is allowed and what to do next; `seen` and `allowed` carry the same as fields.
The library raises; only the command line prints and exits.
"""

from typing import Literal

IssueKind = Literal[
    "unreadable",
    "not_a_file",
    "link_loop",
    "unreachable",
    "timed_out",
    "http_status",
    "redirect",
    "private_address",
    "robots",
    "media_type",
    "entries_left",
    "empty",
    "binary",
    "too_large",
    "encoding",
    "mojibake",
    "control_characters",
    "malformed",
    "no_text",
    "excerpt",
    "paywall",
    "reading_order",
    "metadata",
    "archive",
    "missing_extra",
    "duplicate",
    "other_language",
    "foreign_part",
    "foreign_sentence",
    "no_running_text",
    "unclosed_quotation_mark",
    "ambiguous_source",
    "judgement_moved",
    "judgement_lost",
    "failed",
]
"""What is recorded in the table `issues`; docs/intake.md says what each means and what to do."""


class AttribError(Exception):
    """Something went wrong that the person at the keyboard can mend."""

    def __init__(self, message: str, *, seen: object = None, allowed: object = None) -> None:
        super().__init__(message)
        self.seen = seen
        self.allowed = allowed


class InputError(AttribError):
    """A document or path cannot be read as a text; `kind` is the word under which the table `issues` lists it."""

    def __init__(
        self, message: str, *, seen: object = None, allowed: object = None, kind: IssueKind = "unreadable"
    ) -> None:
        super().__init__(message, seen=seen, allowed=allowed)
        self.kind: IssueKind = kind


class ResourceError(AttribError):
    """A list, registry or model that the program needs is missing or malformed."""


class ModelError(ResourceError):
    """The models are there but cannot be loaded: what goes wrong then is no document's fault."""


class WorkerError(AttribError):
    """The processes that should annotate die before they are ready."""


class DatabaseError(AttribError):
    """A database cannot be used: not there, not ours, newer than this program, or not writable."""


class ExportError(AttribError):
    """An export cannot be made: the format is not known or needs more than is there, or the target is in use."""
