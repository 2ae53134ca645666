"""The pages that all work lists have in common: their columns, their saved views. Each list stands with its own noun and tells its columns itself."""
