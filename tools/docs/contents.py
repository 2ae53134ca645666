"""Which pages the documentation has, in which order, and where their texts stand.

`docs/contents.yaml` lists them by section. An English page stands at `docs/<page>.md`, its Russian version at `docs/ru/<page>.md`; a page
without one is told of in Russian as an English page. What the code tells of itself comes from `tools.docs.told`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
LANGUAGES = ("ru", "en")
CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Page:
    """One page in one language: its name (`how-to/tables`), its Markdown, and the file it stands in, if any."""

    name: str
    language: str
    text: str
    source: Path | None = None

    @property
    def address(self) -> str:
        """Where the page stands in the site."""
        return f"{self.language}/{self.name}.html"

    @property
    def section(self) -> str:
        """The first part of its name."""
        return self.name.partition("/")[0]

    @property
    def title(self) -> str:
        """The page's first heading."""
        return next((line[2:].strip() for line in self.text.splitlines() if line.startswith("# ")), self.name)


def codes(text: str) -> set[str]:
    """What a text writes as code: names that are the same in each language."""
    return set(CODE.findall(text))


def sections() -> dict[str, list[str]]:
    """The names of the pages by section, in the order of reading."""
    listed: dict[str, list[str]] = yaml.safe_load((DOCS / "contents.yaml").read_text(encoding="utf-8"))
    decisions = sorted(f"decisions/{path.stem}" for path in (DOCS / "decisions").glob("*.md"))
    return {section: [name for each in pages for name in (decisions if each == "decisions" else [each])] for section, pages in listed.items()}


def source(name: str, language: str) -> Path:
    """The file that a written page stands in; what is named in capitals is beside the folder, for who works on the code."""
    if language == "ru":
        return DOCS / "ru" / f"{name}.md"
    return ROOT / f"{name.upper()}.md" if (ROOT / f"{name.upper()}.md").exists() else DOCS / f"{name}.md"


def written() -> list[Page]:
    """Every page that people wrote."""
    names = ["index", *(name for pages in sections().values() for name in pages)]
    places = [(name, language, source(name, language)) for name in names for language in LANGUAGES]
    return [Page(name, language, path.read_text(encoding="utf-8"), path) for name, language, path in places if path.exists()]


def unlisted() -> list[str]:
    """Pages that stand in `docs/` and in no section, and names in a section that stand nowhere."""
    held = {path.relative_to(DOCS).with_suffix("").as_posix().removeprefix("ru/") for path in DOCS.rglob("*.md")} - {"README", "index"}
    listed = {name for pages in sections().values() for name in pages}
    return sorted(held - listed)
