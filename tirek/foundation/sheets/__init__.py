"""Sheets: tables that come in and go out, row by row; what would happen is shown before it happens, and an import is undone as a whole.

It belongs to the foundation. It may not know what a row means: rooms register their kinds of sheet.
"""
