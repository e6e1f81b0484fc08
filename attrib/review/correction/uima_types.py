"""The UIMA types in which statements travel to INCEpTION (https://inception-project.github.io) and back.

INCEpTION makes a layer of every type in a type system file that inherits from `uima.tcas.Annotation`: a statement is a
span on its first piece, and a link feature leads to its further pieces and to the words of its roles, each with what
they are (`piece`, `cue`, `frame`, `speaker`, `addressee`). Layers of users are called `webanno.custom.…`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrib.errors import AttribError

if TYPE_CHECKING:
    from cassis import TypeSystem

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STATEMENT = "webanno.custom.AttribStatement"
WORDS = "webanno.custom.AttribWords"
LINK = "webanno.custom.AttribLink"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
PIECE = "piece"

_TEXT = "uima.cas.String"
_STATEMENT_FEATURES = {
    "id": "Id of the statement. Leave it empty for a statement that you add.",
    "document": "Id of the document. Leave it as it is.",
    "version": "Fingerprint of the statement as it was exported. Leave it as it is.",
    "document_version": "State of the document when it was exported. Leave it as it is.",
    "statement_type": "Form: direct, indirect, indirect_free_indirect, free_indirect, reported, author.",
    "medium": "How the source put it forward: speech, writing, thought, two of them, unknown.",
    "marker": "The linguistic device that tells us that somebody else is speaking.",
    "polarity": "positive, negative, underspecified.",
    "certainty": "certain, probable, possible, underspecified.",
    "distance": "Does the publisher step back? neutral, inferred, distanced.",
    "disclosure": "How openly the text lets us know who the source is: named, role, unnamed, impersonal, or empty.",
    "sources": "Ids of the parties that state it, separated by commas; empty if nobody can be made out.",
    "why": "Why you corrected it, in your words.",
    "status": "Derived from the stands that parties take. Changes are not read.",
    "level": "How deep it is nested in other statements. Changes are not read.",
}
_METADATA_FEATURES = ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")


def uima_types(*, more: Mapping[str, Iterable[str]] | None = None) -> "TypeSystem":
    """The type system; `more` names further text features of a type, such as somebody added to a layer.

    Raises AttribError if dkpro-cassis is not installed.
    """
    try:
        from cassis import TypeSystem
    except ImportError as error:
        raise AttribError(
            "The format uima needs the library dkpro-cassis. Install it with: pip install 'attrib[uima]'",
            seen="dkpro-cassis",
        ) from error
    types = TypeSystem()
    for name in (SENTENCE, TOKEN):
        types.create_type(name)
    types.create_type(METADATA, "uima.tcas.DocumentAnnotation")
    types.create_type(WORDS, description="Words of a statement: a further piece, or a role.")
    types.create_type(LINK, "uima.cas.TOP")
    types.create_type(STATEMENT, description="A stretch of the article in which one party puts something forward.")
    for name in _METADATA_FEATURES:
        types.create_feature(METADATA, name, _TEXT)
    types.create_feature(WORDS, "role", _TEXT, description="piece, cue, frame, speaker or addressee.")
    types.create_feature(LINK, "role", _TEXT)
    types.create_feature(LINK, "target", WORDS)
    for name, description in _STATEMENT_FEATURES.items():
        range_ = "uima.cas.Integer" if name == "level" else _TEXT
        types.create_feature(STATEMENT, name, range_, description=description)
    types.create_feature(
        STATEMENT,
        "links",
        "uima.cas.FSArray",
        LINK,
        description="Its further pieces and its roles: piece, cue, frame, speaker, addressee.",
        multipleReferencesAllowed=False,
    )
    _add(types, more or {})
    return types


def _add(types: "TypeSystem", more: Mapping[str, Iterable[str]]) -> None:
    for type_name, features in more.items():
        known = {feature.name for feature in types.get_type(type_name).all_features}
        for name in sorted(set(features) - known):
            types.create_feature(type_name, name, _TEXT)


def xml_text(text: str) -> str:
    """The text with a blank for every character that XML 1.0 cannot hold: as long as before."""
    return _NOT_XML.sub(" ", text)
