"""Desk page of three charts over the chosen country's own records, each with its table and its query."""
