"""Files: stored bytes addressed by their SHA-256, and the typesetting machinery.

It belongs to the foundation. It may not know what a file means to a visit or a report.
"""
