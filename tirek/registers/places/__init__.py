"""Places: where people are or may be deprived of liberty, with their history.

They belong to the registers. They know packs and the ledger and may not know members, visits or what was found there.
"""
