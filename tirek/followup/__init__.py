"""Follow-up: what becomes of what was recommended.

It stands above records and below insight. It may not know reports or faces.
"""
