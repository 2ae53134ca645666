"""The desk's search: one field, and what fits by sort."""
