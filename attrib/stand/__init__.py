"""Who confirms, denies, doubts or withholds what, and what the stand is about."""
