"""`link_database` has moved to `attrib.store`.

This path works for one more release and warns.
"""

import warnings

from attrib.store import link_database

__all__ = ["link_database"]

warnings.warn("attrib.link_read will go: import link_database from attrib.store.", DeprecationWarning, stacklevel=2)
