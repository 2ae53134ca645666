"""Checks: whether figures that a text relates to one another agree; one file per kind of relation.

A check judges arithmetic and definitions, never who wrote the figures nor why they differ.
"""
