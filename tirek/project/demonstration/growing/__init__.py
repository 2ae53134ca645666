"""Years of the invented country that nobody wrote down: drawn by a seed, written in bulk as the house would have left them.

Here alone rows are made past the services, because half a million acts one by one take days; states, dates and texts keep the services' rules,
and every row stands in an entry of the ledger. It knows no face.
"""
