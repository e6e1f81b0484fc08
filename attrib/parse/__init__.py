"""Texts → analyses: the only room that knows which program parses."""
