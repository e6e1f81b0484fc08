"""Scores against hand annotation."""
