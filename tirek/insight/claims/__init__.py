"""Claims: what a text says in figures, who says it, and which of it can be checked.

It belongs to insight. It may not know faces and reports.
"""
