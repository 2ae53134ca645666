"""Desk pages of the catalogue of standards: texts, their rules, and the findings that name one."""
