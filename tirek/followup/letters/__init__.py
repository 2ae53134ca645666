"""Letters: the register of what went out to authorities and came in from them, which recommendations a letter is about, and on which of its pages.

It belongs to followup. It stands on recommendations and may not know reports, international bodies or faces.
"""
