"""Visits as a sheet that goes out, and past ones that come in."""

from tirek.records.visits.sheets.visits import VisitsSheet

__all__ = ["VisitsSheet"]
