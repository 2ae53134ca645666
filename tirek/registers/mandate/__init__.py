"""Mandate: the members of the mechanism, their terms, oaths, certificates and conflicts of interest.

It belongs to the registers. It knows places, accounts and packs and may not know visits or who goes where.
"""
