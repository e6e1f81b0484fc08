"""Who claims it, how, and whether it is confirmed or disputed: statement by statement, in news articles."""

__version__ = "0.1.0"
