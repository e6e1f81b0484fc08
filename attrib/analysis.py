"""`Span` has moved to `attrib.records`.

This path works for one more release and warns.
"""

import warnings

from attrib.records import Span

__all__ = ["Span"]

warnings.warn("attrib.analysis will go: import Span from attrib.records.", DeprecationWarning, stacklevel=2)
