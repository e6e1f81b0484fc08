"""A made-up language like English: the smallest folder that a language can be, to be copied."""
