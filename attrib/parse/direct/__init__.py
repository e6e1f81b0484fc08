"""Straight to the layers of Stanza's models: the same numbers, without what is computed or copied in vain.

Stanza hands a document from step to step; each copies it into rows, numbers the rows, and copies the answers back. Here
the steps hand on lists of words, look up a form's numbers and spelling once, and run the layers of Stanza's modules as
they are. Models of another kind (character language models, transformers, name recognition) go through Stanza's own
steps; only the tree is still found here. A text gets what Stanza gives it; where it ever differs, two answers were
equally good to the seventh digit, or a paragraph of more than a thousand characters was read in company (Stanza pads
its last stretch to the length of others).

Importing these modules imports PyTorch and Stanza: `attrib.parse.parser` does so when the first text is parsed.
"""
