"""Ledger: every writing act leaves an entry whose hash stands in an RFC 9162 tree.

It belongs to the foundation. It knows actors and subjects as opaque strings and may not know people, places or what an act means.
"""
