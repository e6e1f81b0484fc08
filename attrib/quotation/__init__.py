"""Who puts what forward: constructions, one file each, and the runner that asks them.

`attrib.quotation.runner.quotations` finds the statements of a `Text`; the rules themselves, in order, are the
language's (`attrib/languages/<code>/rules.py`).
"""

from attrib.quotation.quotation import Quotation

__all__ = ["Quotation"]
