"""What an article is, parsed or not: its parts, sentences, words and their places."""
