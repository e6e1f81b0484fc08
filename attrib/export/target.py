"""`export` has moved to `attrib.publish.export.target`.

This path works for one more release and warns.
"""

import warnings

from attrib.publish.export.target import export

__all__ = ["export"]

warnings.warn(
    "attrib.export.target will go: import export from attrib.publish.export.target.", DeprecationWarning, stacklevel=2
)
