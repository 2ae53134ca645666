"""Saved views of lists: how a person narrows, orders and lays out a list, kept under a name, alone or for the country's staff.

It belongs to the foundation. It may not know what a list holds: it keeps the query of an address and gives it back; the list judges it anew.
"""
