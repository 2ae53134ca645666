"""Recommendations: drafts of a visit, the list, one with both its axes, answers and verifications, the export."""
