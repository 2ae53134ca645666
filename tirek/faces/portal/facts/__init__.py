"""Figures of the documents: each with its sentence, and the documents themselves."""
