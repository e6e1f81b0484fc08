"""What form a word is in: the tagger's features corrected by a lexicon of full forms, by agreement and by the clause."""
