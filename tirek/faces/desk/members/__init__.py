"""Members: the list, a member's page with the clock of the term, forms, and the list for the public without names."""
