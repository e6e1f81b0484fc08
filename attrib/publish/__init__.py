"""The copy that is published, what describes it, and the datasets to take away."""
