"""Letters that the house writes, as DOCX to be worked on and as PDF: plain values in, bytes out. It knows no row."""

from tirek.followup.letters.papers.composing import Asked, PaperText, composed
from tirek.followup.letters.papers.rendering import paper_docx, paper_pdf

__all__ = ["Asked", "PaperText", "composed", "paper_docx", "paper_pdf"]
