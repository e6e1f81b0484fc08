"""The order of the stages: one document, and many."""
