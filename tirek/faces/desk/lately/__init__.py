"""What changed lately, in words: by day, by person, by sort of thing."""
