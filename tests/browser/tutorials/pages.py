"""What the page of a tutorial prints in bold: the words that its reader is told to look for."""

import re

from tools.docs.contents import source

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def bold(name: str, language: str) -> list[str]:
    """The words in bold, in the order of the page."""
    text = source(f"tutorials/{name}", language).read_text(encoding="utf-8")
    return [" ".join(found.split()) for found in BOLD.findall(text)]
