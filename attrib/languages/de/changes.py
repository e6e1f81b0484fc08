"""What the mending of a sentence changes."""

from typing import Any

Change = dict[str, Any]
"""What of a word is otherwise: its fields with their new values."""
Changes = dict[int, Change]
"""By the number of a word, what of it is otherwise."""
