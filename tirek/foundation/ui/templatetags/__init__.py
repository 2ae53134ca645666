"""Template tags of the house's components."""
