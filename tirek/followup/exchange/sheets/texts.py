"""Texts of cells: what can be kept in a database and shown by whatever opens the file. It knows no column."""

from unicodedata import category


def kept_text(text: str) -> str:
    """A text without control characters and halves of characters; ends of lines stay, and every kind of blank becomes one that is seen as such."""
    clean = (each if each == "\n" or category(each) not in ("Cc", "Cs", "Cn") else " " if each in "\t\r" else "" for each in text)
    return "".join(" " if category(each) == "Zs" else each for each in "".join(clean)).strip()
