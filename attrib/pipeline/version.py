"""What decides an annotation beside the document, as a few short hashes: nobody has to count versions.

The number of the release is none of it: a release that changes no rule, list or model yields the same rows, and no
database has to be annotated again for it.
"""

from functools import cache
from importlib.resources import files

from attrib.fingerprint import code_fingerprint, fingerprint, imports_of, libraries_fingerprint
from attrib.registry.registry import Registry
from attrib.taxonomy import load_taxonomy
from attrib.text.language import Language

START = "attrib.pipeline.annotate"
"""Whatever this module imports, directly or not, may decide."""
LIBRARIES = ("anyascii", "py3langid", "text2num")
"""Which decide too: how Han letters are read, what is foreign, which words are numbers. Stanza's version belongs to the
models."""


def annotator_version(*, models: str, language: Language, registry: Registry) -> str:
    """Code, models, lists and registry, twelve digits each, joined by hyphens; `models` is the parser's fingerprint."""
    return "-".join((_code(language), models, _lists(language), registry.fingerprint))


@cache
def _code(language: Language) -> str:
    """The code that every document takes, and what the language's own modules are made of, wherever they lie."""
    modules = (START, *(name for name in imports_of(language.folder) if name.startswith("attrib.")))
    return fingerprint([code_fingerprint(files("attrib"), *modules), libraries_fingerprint(*LIBRARIES)])


def _lists(language: Language) -> str:
    """The language's lists and code, and the words for kinds of parties: *Militär, anonym* is called by them."""
    kinds = (word for term in load_taxonomy("source_kind") for word in (term.code, term.label, term.label_de))
    return fingerprint([language.fingerprint, *kinds])
