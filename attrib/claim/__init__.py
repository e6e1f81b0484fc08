"""What several statements have in common, across documents."""
