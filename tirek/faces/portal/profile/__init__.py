"""The country profile: a year with every value one click from its sentence."""
