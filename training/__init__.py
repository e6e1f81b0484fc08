"""How the models under `attrib/models` were made: one command per language, every step reproducible."""
