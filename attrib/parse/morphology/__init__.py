"""What form a word is in: the tagger's features corrected by a lexicon, by agreement and by the clause."""
