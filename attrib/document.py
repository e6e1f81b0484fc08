"""`document_id` and `read_document` have moved to `attrib.intake.article`.

This path works for one more release and warns.
"""

import warnings

from attrib.intake.article import document_id, read_document

__all__ = ["document_id", "read_document"]

warnings.warn(
    "attrib.document will go: import document_id and read_document from attrib.intake.article.",
    DeprecationWarning,
    stacklevel=2,
)
