"""HTML: what a reader would see, in one pass. Nothing is fetched, no script runs; a declaration inside defines nothing."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from tirek.foundation.files.apart.characters import characters
from tirek.insight.claims.formats.answers import Answer
from tirek.insight.claims.formats.blocks import Blocks, number

UNSEEN = frozenset(["script", "style", "template", "noscript", "title", "svg", "select", "datalist", "iframe", "object"])
BLOCKS = frozenset(
    ["p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "figure", "figcaption", "address", "hr", "form", "fieldset", "legend", "details", "summary", "caption", "body", "html", "option"]
)
_MAY_BE_HIDDEN = frozenset(["div", "section", "aside", "nav", "article", "span", "ul", "ol", "table", "header", "footer", "p", "a", "b", "em", "strong", "small"])
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read(content: bytes, limits: Mapping[str, int]) -> Answer:
    """The text of a page."""
    text, notes = characters(content, declared=True)
    page = Page(limits["text"])
    page.feed(text)
    page.close()
    return Answer("html", page.blocks.finish(), tuple(sorted({*notes, *page.remarks})))


class Page(HTMLParser):
    """Events of the HTML parser in, lines out."""

    def __init__(self, most: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = Blocks(most)
        self.remarks: set[str] = set()
        self._unseen = ""
        self._depth = self._above = self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if self._unseen == "p" and tag in BLOCKS:  # it ends a paragraph that was left open
            self._unseen = ""
        if self._unseen:
            self._depth += tag == self._unseen
        elif tag in UNSEEN or (tag in _MAY_BE_HIDDEN and hidden(attrs)):
            if tag in BLOCKS or tag == "table":  # what stands before and after it is not one word
                self.blocks.rest()
            self._unseen, self._depth = tag, 1
            self.remarks.update(["hidden-text"] if tag not in UNSEEN else [])
        elif tag == "br":
            self.blocks.write("\n")
        elif tag == "sup":
            self._above += 1
        elif tag in ("table", "tr", "td", "th"):
            self._table(tag, {key: value or "" for key, value in attrs})
        elif tag in BLOCKS:
            self._pre += tag == "pre"
            self.blocks.rest()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>`; a slash in any other start says nothing, as in browsers, but for what is left out."""
        if tag not in UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if self._unseen:
            self._depth -= tag == self._unseen
            self._unseen = self._unseen if self._depth else ""
        elif tag == "sup":
            self._above = max(0, self._above - 1)
        elif tag in ("td", "th"):
            self.blocks.close_cell()
        elif tag == "tr":
            self.blocks.close_row()
        elif tag == "table":
            self.blocks.close_table()
        elif tag in BLOCKS:
            self._pre = max(0, self._pre - (tag == "pre"))
            self.blocks.rest()

    def handle_data(self, data: str) -> None:
        """Text between the marks."""
        if not self._unseen:
            self.blocks.write(data if self._pre else _BLANKS.sub(" ", data), above=self._above > 0)

    def _table(self, tag: str, said: dict[str, str]) -> None:
        if tag == "table":
            self.blocks.open_table()
        elif tag == "tr":
            self.blocks.close_row()
        else:
            self.blocks.open_cell(number(said.get("colspan")), number(said.get("rowspan")))


def hidden(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether the element itself says that it is not shown."""
    return any(key == "hidden" or (key == "style" and _HIDDEN.search(value or "")) for key, value in attrs)
