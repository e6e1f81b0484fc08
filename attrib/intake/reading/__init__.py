"""Files of every format → articles: the text as it stands there, and what the file says of it.

    formats.kind_of(name)        which format a name stands for, None for no format of ours
    formats.read(blob, …)        every article in a file, or the reason why there is none in its place

One module per format. A reader is a generator of `Found`, one for each article; it never holds more than one article in
memory, and what is wrong with one article never hides the next.
"""
