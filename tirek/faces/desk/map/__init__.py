"""The map: what is counted by region, as squares, and the table that says the same."""
