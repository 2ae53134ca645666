"""Recommendations: from the draft on; what the authority says and what the mechanism verifies, apart; international missions.

It belongs to followup. It reads findings below and may not know reports or faces.
"""
