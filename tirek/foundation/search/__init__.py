"""Search: one index of what rooms tell of their things, words of four languages brought to their stems, and typing errors.

It belongs to the foundation. It knows the ledger, whose acts it follows, and may not know what a thing means: each room says who sees it.
"""
