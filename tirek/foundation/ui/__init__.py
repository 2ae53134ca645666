"""Ui: the look, the components, numbers and dates in four languages.

It is the lowest room of the foundation and may know nothing but the ground floor.
"""
