"""Visits: the plan's rows, the visit, access, findings and events, and the papers of the visit.

It belongs to records. It may not know reports, recommendations or faces.
"""
