"""Recommendations of international reports as a sheet that comes in and goes out."""

from tirek.followup.international.sheets.paragraphs import ParagraphsSheet

__all__ = ["ParagraphsSheet"]
