"""Printed pages → paragraphs: a PDF knows where every letter stands, and neither lines nor columns nor paragraphs.

    glyphs.words(page)           the words of a page with their places, as PDFium finds them
    running.without_running(…)   headers, footers and page numbers off
    columns.reading(words, …)    stretches of one column each, in the order in which they are read
    passages.passages(…)         their lines as paragraphs, put together across columns and pages

The order is told from white strips and from the text itself; where neither tells it, the result says so.
"""
