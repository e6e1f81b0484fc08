"""One folder of word lists per language."""
