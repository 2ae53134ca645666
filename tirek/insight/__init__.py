"""Insight: what the mechanism makes of its records: reports, plans, indicators, claims and public editions.

It stands above followup and records and below the faces. It may not know a request or a page.
"""
