"""Where the content of an English frame begins and ends, in one place: `attrib.quotation.plain` has the rest."""

from attrib.languages.en.content_clauses import content_end, content_start, governor_of_content, noun_content

__all__ = ["content_end", "content_start", "governor_of_content", "noun_content"]
