"""The English word lists, for the modules of this folder."""

from attrib.text.loading import load_language

ENGLISH = load_language("en")
WORDS = ENGLISH.words
