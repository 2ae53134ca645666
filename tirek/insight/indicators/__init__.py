"""Indicators: what is measured of a country, each value with its sentence, who entered and who checked it.

It belongs to insight. It may not know faces, publications and reports.
"""
