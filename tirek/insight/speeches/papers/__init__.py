"""The sheet for a speech as PDF and as DOCX: plain values in, bytes out. It knows no row."""

from tirek.insight.speeches.papers.composing import PHRASES, SheetText, composed, meaning, numbers, shares
from tirek.insight.speeches.papers.rendering import sheet_docx, sheet_pdf

__all__ = ["PHRASES", "SheetText", "composed", "meaning", "numbers", "shares", "sheet_docx", "sheet_pdf"]
