"""The country's picture: what the documents say, section by section, each figure one click from its sentence."""
