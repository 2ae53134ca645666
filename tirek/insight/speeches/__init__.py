"""Speeches: the sheet of ten figures for whoever speaks before parliament, frozen in versions, and a draft set against the record.

It belongs to insight and stands above publications. It may not know faces, and of places and people only counts.
"""
