"""Names as ids: *Müller & Söhne* → `mueller-soehne`."""

import re
import unicodedata


def kebab(text: str) -> str:
    """An id made of a name: lower case, umlauts written out, words joined by hyphens.

    The same in texts of every language, so that one name has one id.
    """
    spelled = text.lower()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = spelled.replace(letter, plain)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", plain))
