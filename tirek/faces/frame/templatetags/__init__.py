"""Template tags of signed-in pages."""
