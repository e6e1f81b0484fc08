"""Scores by what a reader of news means: is the source the right party, is the stand the right one?

Gold is a file per article that lists the parties of the article with every name by which each may rightly be called
(`gold_article`, `gold_files`). So ids do not count here, names do (`naming`): a source is right if it is the party that
gold means, however it came by its id (`outcome`). What is scored is what `attrib annotate` stores of the articles
(`stored`); each article is compared with its gold (`comparison`), and all comparisons together give the figures
(`figures`) and a page to read (`disagreement`, `page`).
"""
