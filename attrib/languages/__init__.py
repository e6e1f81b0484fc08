"""One folder for each language: its word lists, its grammar, its rules; loaded by its code, imported by nobody."""
