"""Figures: what a text says in numbers, and whether its numbers agree with one another; pure functions over plain values.

Dictionaries and morphology come in as arguments. Nothing here knows a document, a country, a speaker or a database, and nothing judges
anything but arithmetic and definitions.
"""
