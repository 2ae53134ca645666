"""Markdown to HTML: headings with addresses of their own, tables that scroll within themselves, pictures with their size, links of the site."""

import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

SIGNS = re.compile(r"[^\w\- ]")


@dataclass
class Heading:
    """A heading with its address in the page and the text below it, up to the next one."""

    level: int
    anchor: str
    title: str
    words: list[str] = field(default_factory=list)


@dataclass
class Rendered:
    """A page's body, its headings, and what it leads to: address as written, and the line where it stands."""

    html: str
    headings: list[Heading]
    links: list[tuple[str, int]]

    @property
    def anchors(self) -> set[str]:
        """The addresses within the page."""
        return {heading.anchor for heading in self.headings}


def anchor(title: str, taken: set[str]) -> str:
    """A heading's address, as GitHub makes it: the same link works there and here."""
    base = SIGNS.sub("", title.lower()).strip().replace(" ", "-") or "part"
    found, further = base, 0
    while found in taken:
        further += 1
        found = f"{base}-{further}"
    return found


def plain(token: Token) -> str:
    """What a reader sees of a line of Markdown."""
    return "".join(child.content if child.type in {"text", "code_inline"} else " " if child.type in {"softbreak", "hardbreak"} else plain(child) if child.children else "" for child in token.children or ())


def size(path: Path) -> tuple[int, int] | None:
    """Width and height of a PNG, so that the page does not jump while its pictures come."""
    head = path.read_bytes()[:24] if path.is_file() else b""
    return struct.unpack(">II", head[16:24]) if head[:8] == b"\x89PNG\r\n\x1a\n" else None  # type: ignore[return-value]


def render(text: str, leads: Callable[[str], str], pictures: Callable[[str], Path], table: str) -> Rendered:
    """Makes a page's body. `leads` gives a link's address in the site, `pictures` the file of a picture, `table` names a table for a screen reader."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    headings = [Heading(0, "", "")]
    links: list[tuple[str, int]] = []
    taken: set[str] = set()
    kept: list[Token] = []
    for number, token in enumerate(tokens):
        if token.type == "fence" and token.info == "mermaid":
            continue  # the same as the table above it; drawing it would need a program in the page
        if token.type == "heading_open":
            title = plain(tokens[number + 1])
            name = anchor(title, taken)
            taken.add(name)
            token.attrSet("id", name)
            headings.append(Heading(int(token.tag[1]), name, title))
        elif token.type == "inline":
            lines = (token.map or [0])[0] + 1
            for child in token.children or ():
                follow(child, lines, leads, pictures, links)
            headings[-1].words.append(plain(token))
        elif token.type in {"fence", "code_block"}:
            headings[-1].words.append(token.content)
        elif token.type == "table_open":
            kept.append(html(f'<div class="scroll" role="region" tabindex="0" aria-label="{table}">'))
        kept.append(token)
        if token.type == "table_close":
            kept.append(html("</div>"))
    return Rendered(reader.renderer.render(kept, reader.options, {}), headings, links)


def html(text: str) -> Token:
    """A piece of the frame between the tokens."""
    return Token("html_block", "", 0, content=text)


def follow(child: Token, line: int, leads: Callable[[str], str], pictures: Callable[[str], Path], links: list[tuple[str, int]]) -> None:
    """Turns a link's or picture's address into the site's own, and remembers it for the check."""
    name = {"link_open": "href", "image": "src"}.get(child.type)
    if name is None:
        return
    written = str(child.attrGet(name) or "")
    links.append((written, line))
    child.attrSet(name, leads(written))
    if child.type == "image":
        child.attrSet("loading", "lazy")
        for what, pixels in zip(("width", "height"), size(pictures(written)) or (), strict=False):
            child.attrSet(what, str(pixels))
