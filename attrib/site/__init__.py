"""The site: what its pages show (one module per page), in which words, and how it is protected.

The pages are Jinja templates in `templates/`, their questions to the database stand in `sql/`; `plugins/` holds the
hooks by which Datasette shows them.
"""
