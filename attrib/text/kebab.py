"""Names as ids: *Müller & Söhne* → `mueller-soehne`."""

import re
import unicodedata
from types import MappingProxyType

UMLAUTS = MappingProxyType({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""How letters are written out where there are none but the basic ones, in ids and in names that are compared."""
_WRITTEN_OUT = str.maketrans({**UMLAUTS})


def kebab(text: str) -> str:
    """An id made of a name: lower case, umlauts written out, words joined by hyphens.

    The same in texts of every language, so that one name has one id.
    """
    spelled = text.lower().replace("'", "").translate(_WRITTEN_OUT)  # as ’ is left out: *O'Hara*, *O’Hara*
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", plain))
