"""Typesetting: tagged PDF/A from templates and plain values, and the words of documents in four languages.

It belongs to the foundation. It may not know what a report or a visit is, asks nobody outside, and takes time as an argument.
"""

from tirek.foundation.files.typesetting.characters import printable
from tirek.foundation.files.typesetting.phrases import PhraseMissing, Phrases, date_words, days_words, figure_words
from tirek.foundation.files.typesetting.press import FONTS, PaperNotMade, typeset

__all__ = ["FONTS", "PaperNotMade", "PhraseMissing", "Phrases", "date_words", "days_words", "figure_words", "printable", "typeset"]
