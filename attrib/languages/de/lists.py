"""The German word lists, for the modules of this folder."""

from attrib.text.loading import load_language

GERMAN = load_language("de")
WORDS = GERMAN.words
