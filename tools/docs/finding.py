"""The index of the search: one record a heading, written as a script, because a page opened from a folder may load no data."""

import json

from tools.docs.contents import Page
from tools.docs.rendering import Rendered


def records(page: Page, made: Rendered) -> list[dict[str, str]]:
    """What a page can be found by: its parts, each with address, page, heading and words."""
    found = []
    for heading in made.headings:
        words = " ".join(" ".join(heading.words).split()).removeprefix(heading.title).strip()
        if words:
            found.append({"a": f"{page.name}.html" + (f"#{heading.anchor}" if heading.level > 1 else ""), "p": page.title, "h": heading.title if heading.level > 1 else "", "w": words})
    return found


def script(found: list[dict[str, str]]) -> str:
    """The index as a script of its own for each language."""
    return f"window.tirekIndex = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"
