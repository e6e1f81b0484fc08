"""Who is known beforehand: parties, their names and terms, and the letters analysts give them."""
