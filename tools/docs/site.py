"""Puts the pages together into a folder, and finds what leads nowhere."""

import posixpath
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import yaml
from django.template import Context, Engine

from tools.docs import contents, finding, told
from tools.docs.contents import DOCS, LANGUAGES, ROOT, Page
from tools.docs.rendering import Rendered, render

LOOK = Path(__file__).resolve().parent / "look"
UI = ROOT / "tirek" / "foundation" / "ui" / "static" / "ui"
ENGINE = Engine(dirs=[str(LOOK)], autoescape=True)
OUTSIDE = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Link:
    """A line of the navigation."""

    title: str
    address: str
    language: str
    current: bool


class Site:
    """The pages of one building, what they become, and the files that they take with them."""

    def __init__(self, pages: list[Page]) -> None:
        self.pages = {(page.name, page.language): page for page in pages}
        self.words = yaml.safe_load((LOOK / "words.yaml").read_text(encoding="utf-8"))
        self.files: dict[str, Path] = {}
        self.faults: list[str] = []

    def said(self, language: str) -> dict[str, str]:
        """The frame's words in a language."""
        return {key: each[language] for key, each in self.words.items()}

    def leads(self, page: Page, written: str) -> str:
        """The address in the site, seen from a page, of what its Markdown names."""
        if written.startswith(OUTSIDE) or written.startswith("#"):
            return written
        target, _, part = written.partition("#")
        part = f"#{part}" if part else ""
        path = (page.source or contents.source(page.name, page.language)).parent / target
        path = Path(posixpath.normpath(path.as_posix()))
        name = self.name_of(path)
        if name == page.name and path != page.source:  # a translation that names the page it was made from
            return posixpath.relpath(self.pages[(name, "en")].address, posixpath.dirname(page.address)) + part
        other = self.pages.get((name, page.language)) or self.pages.get((name, "en"))
        if other:
            return posixpath.relpath(other.address, posixpath.dirname(page.address)) + part
        if not path.is_file():
            return written + part  # told by the check
        place = f"pictures/{path.relative_to(DOCS / 'pictures').as_posix()}" if path.suffix == ".png" else f"files/{path.name}"
        self.files[place] = path
        return posixpath.relpath(place, posixpath.dirname(page.address)) + part

    def name_of(self, path: Path) -> str:
        """The name of the page that a file of Markdown is."""
        if path.suffix != ".md":
            return ""
        if path.is_relative_to(DOCS):
            return path.relative_to(DOCS).with_suffix("").as_posix().removeprefix("ru/")
        return path.stem.lower() if path.parent == ROOT else ""

    def make(self, page: Page) -> Rendered:
        """The body of a page."""
        near = (page.source or contents.source(page.name, page.language)).parent
        return render(page.text, lambda written: self.leads(page, written), lambda written: near / written, self.said(page.language)["table"])

    def navigation(self, page: Page) -> list[tuple[str, list[Link]]]:
        """The contents as they stand beside a page; what is not there in its language leads to the English page."""
        found = []
        for section, names in contents.sections().items():
            shown = [each for name in names if (each := self.pages.get((name, page.language)) or self.pages.get((name, "en")))]
            if page.name not in names:  # decisions are many: they are told to whoever is near them
                shown = [each for each in shown if not each.name.startswith("decisions/")]
            lines = [Link(each.title, posixpath.relpath(each.address, posixpath.dirname(page.address)), each.language, each is page) for each in shown]
            found.append((self.said(page.language)[section], lines))
        return [(title, lines) for title, lines in found if lines]

    def behind(self, page: Page) -> str:
        """Where the English page stands, seen from a translation that lacks commands, settings or file names of it: the English one was changed since."""
        english = self.pages.get((page.name, "en"))
        if page.language == "en" or page.source is None or english is None or page.section in ("tutorials", "explanation") or contents.codes(english.text) <= contents.codes(page.text):
            return ""
        return posixpath.relpath(english.address, posixpath.dirname(page.address))

    def frame(self, page: Page, made: Rendered) -> str:
        """The whole page."""
        here = posixpath.dirname(page.address)
        others = []
        for language in LANGUAGES:
            twin = self.pages.get((page.name, language))
            there = twin or self.pages[("index", language)]
            others.append({"code": language, "name": self.words["name"][language], "address": posixpath.relpath(there.address, here), "current": language == page.language, "whole": twin is not None})
        title, _, body = made.html.rpartition("</h1>") if made.html.count("</h1>") == 1 else ("", "", made.html)
        return ENGINE.get_template("page.html").render(Context({
            "page": page, "words": self.said(page.language), "title": title, "body": body, "languages": others, "navigation": self.navigation(page),
            "behind": self.behind(page), "parts": [each for each in made.headings if each.level == 2], "root": posixpath.relpath(".", here), "home": posixpath.relpath(f"{page.language}/index.html", here),
        }))  # fmt: skip


def whole() -> list[Page]:
    """Every page; what the code tells of itself comes before what is written of the same name."""
    return list({(page.name, page.language): page for page in (*contents.written(), *told.pages())}.values())


def missing(pages: Iterable[Page]) -> list[str]:
    """Names of a section that no page has."""
    held = {page.name for page in pages}
    return [f"docs/contents.yaml lists {name}, which is no page" for names in contents.sections().values() for name in names if name not in held]


def build(folder: Path, pages: Iterable[Page] | None = None) -> list[str]:
    """Writes the site and returns every fault; a folder that is there is only replaced if a site was built into it before."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "look" / "docs.css").exists():
        return [f"{folder} is not empty and holds no documentation built before. Name another folder."]
    site = Site(list(whole() if pages is None else pages))
    faults = [] if pages is not None else [*missing(site.pages.values()), *(f"docs/{name}.md stands in no section of docs/contents.yaml" for name in contents.unlisted())]
    made = {key: site.make(page) for key, page in site.pages.items()}
    shutil.rmtree(folder, ignore_errors=True)
    for language in LANGUAGES:
        found = [record for (_, spoken), page in site.pages.items() if spoken == language for record in finding.records(page, made[(page.name, language)])]
        write(folder / language / "search.js", finding.script(found))
    for key, page in site.pages.items():
        write(folder / page.address, site.frame(page, made[key]))
    write(folder / "index.html", ENGINE.get_template("start.html").render(Context({"words": {code: site.said(code) for code in LANGUAGES}})))
    for place, path in site.files.items():
        copied(path, folder / place)
    look(folder)
    return faults + [fault for key, page in site.pages.items() for fault in broken(folder, page, made[key])]


def look(folder: Path) -> None:
    """The site's own style and scripts, the product's type, and its tokens of colour."""
    for name in ("docs.css", "docs.js", "theme.js"):
        copied(LOOK / name, folder / "look" / name)
    whole = (UI / "tirek.css").read_text(encoding="utf-8")
    write(folder / "look" / "tokens.css", whole[: whole.index("/* Type: ")])
    for path in (UI / "fonts.css", UI / "emblem.svg", *UI.glob("fonts/*.woff2"), UI / "licences" / "golos-text.txt"):
        copied(path, folder / "look" / path.relative_to(UI))


def write(path: Path, text: str) -> None:
    """A file with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def copied(source: Path, target: Path) -> None:
    """A copy with the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


class Seen(HTMLParser):
    """What a written page leads to, and the addresses within it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps addresses and anchors of one element."""
        held = {name: value or "" for name, value in attrs}
        self.anchors |= {held["id"]} if "id" in held else set()
        self.links += [held[name] for name in ("href", "src") if name in held]
        self.loaded += [held[name] for name in ("href", "src") if name in held and tag in {"link", "script", "img"}]


def broken(folder: Path, page: Page, made: Rendered) -> list[str]:
    """Links of a page that lead nowhere, and what it would load from outside; the line where it is known."""
    where = (page.source or contents.source(page.name, page.language)).relative_to(ROOT)
    written = dict(made.links)
    file = folder / page.address
    seen, faults = Seen(file.read_text(encoding="utf-8")), []
    for link in dict.fromkeys(seen.links):
        if link.startswith(OUTSIDE):
            faults += [f"{where}: {link} would be loaded from outside"] if link in seen.loaded else []
            continue
        path, _, part = unquote(link).partition("#")
        target = Path(posixpath.normpath((file.parent / path).as_posix())) if path else file
        line = f":{written[link]}" if link in written else ""
        if not target.is_file():
            faults.append(f"{where}{line}: {link} leads nowhere")
        elif part and target.suffix == ".html" and part not in Seen(target.read_text(encoding="utf-8")).anchors:
            faults.append(f"{where}{line}: {link} names a part that is not there")
    return faults
