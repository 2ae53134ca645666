"""A walker: a real browser that uses only what a person sees, and fails on any request or script that leaves the house.

Fixtures (loaded by tests/browser/conftest.py): `chromium` the browser, `walk` a factory of walkers:

    def test_something(walk):
        person = walk(width=390, scheme="dark")
        person.open("/kk/about/components/")
        person.must_be_accessible()
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_BROWSER = "No Chromium was found, so nothing was tried in a browser. Install it (Debian: apt install chromium) and run the tests again."
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}, "resultTypes": ["violations"]}
COLOURS_ONCE = """
(() => {
  const kept = new Map(), colour = axe.commons.color.Color.prototype, parse = colour.parseString;
  colour.parseString = function (text) {
    if (!kept.has(text)) {
      parse.call(this, text);
      kept.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = kept.get(text);
    return this;
  };
})();
"""
"""axe reads the words of a colour anew wherever it meets them, a quarter of its time: what they mean is kept while a page is looked at."""
RUN_AXE = f"axe.run({json.dumps(WCAG)}).then(found => found.violations)"  # what passes stays in the browser: it is long
SIZES = {390: 844, 768: 1024, 1280: 900, 1920: 1080}


def find_chromium() -> str | None:
    """The path of the Chromium on this machine; CHROMIUM= names another. Without windows it takes a fifth less time, so that one comes first."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@dataclass
class Walker:
    """One browser window with its own cookies. `requests` holds every address it asked for, `complaints` what it wrote to the console."""

    context: BrowserContext
    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def start(
        cls, browser: Browser, base: str, width: int = 1280, scheme: str = "light", scripts: bool = True, locale: str = "ru-RU"
    ) -> "Walker":
        """A new window of a width, in light or dark, with or without scripts, asking for a language."""
        size = {"width": width, "height": SIZES.get(width, 900)}
        context = browser.new_context(
            viewport=size, color_scheme=scheme, java_script_enabled=scripts, locale=locale, reduced_motion="reduce"
        )
        walker = cls(context, context.new_page(), base.rstrip("/"))
        walker.page.on("request", lambda request: walker.requests.append(request.url))
        walker.page.on("console", walker.hear)
        walker.page.on("pageerror", lambda error: walker.complaints.append(str(error)))
        walker.page.set_default_timeout(15_000)
        return walker

    def hear(self, message: ConsoleMessage) -> None:
        """Keeps what the browser complains about; a status that the test itself asked for is no complaint."""
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def open(self, path: str) -> int:
        """Goes to an address of the site; returns the status."""
        response = self.page.goto(self.base + path)
        return response.status if response else 0

    def see(self, text: str) -> None:
        """Fails unless the page shows the text."""
        self.page.get_by_text(text).first.wait_for(state="visible")

    def press(self, name: str) -> None:
        """Presses the button, or else follows the link, that a person would call by this name; waits until a link's page has come."""
        button = self.page.get_by_role("button", name=name, exact=True)
        link = self.page.get_by_role("link", name=name, exact=True)
        button.or_(link).first.wait_for(state="visible")
        if button.count():
            button.first.click()
            self.page.wait_for_load_state()  # a page that began to come is seen whole
            return
        leads_to = urljoin(self.page.url, link.first.get_attribute("href") or "")
        before, files = self.page.url.partition("#")[0], []
        self.page.once("download", lambda file: files.append(file))
        link.first.click()
        for _ in range(600):  # half a minute: another page has come, or a file
            if files or leads_to.partition("#")[0] == before or self.page.url.partition("#")[0] != before:
                self.page.wait_for_load_state()
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"“{name}” leads nowhere")

    def go(self, target: Locator) -> None:
        """Presses what leads to another page (a form's button too), and waits until that page has come whole: counting does not wait by itself."""
        with self.page.expect_navigation():
            target.click()

    def write(self, label: str, text: str) -> None:
        """Writes into the field with this label."""
        self.page.get_by_label(label).first.fill(text)

    def outside(self) -> list[str]:
        """Every address asked for that is not this site's."""
        own = urlsplit(self.base).netloc
        return [url for url in self.requests if urlsplit(url).netloc != own and not url.startswith(("data:", "about:", "blob:"))]

    def sideways(self) -> int:
        """How many pixels the page is wider than its window: 0 when nobody must scroll sideways."""
        return self.page.evaluate("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")

    def barriers(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA: rule, place, reason."""
        self.page.wait_for_load_state()
        self.page.evaluate(AXE_SCRIPT + COLOURS_ONCE)
        found = self.page.evaluate(RUN_AXE)
        return [f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]

    def must_be_accessible(self) -> None:
        """Fails with every barrier that axe finds."""
        found = self.barriers()
        assert not found, f"{self.page.url}\n" + "\n".join(found)

    def picture(self, path: Path) -> None:
        """A picture of the whole page."""
        self.page.screenshot(path=str(path), full_page=True)

    def finish(self) -> None:
        """Closes the window; fails if anything was asked for outside or the browser complained (a blocked style, a broken script)."""
        self.context.close()
        assert not self.outside(), f"asked outside: {self.outside()}"
        assert not self.complaints, f"the browser complains: {self.complaints}"


OPEN: list[Browser] = []
"""The browser of this process, while it runs: each folder that imports the fixture has one of its own, and playwright runs once in a thread."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this machine. Without one the tests say so; where TIREK_CI is set that is a failure."""
    if OPEN:
        yield OPEN[0]
        return
    path = find_chromium()
    if path is None:
        (pytest.fail if os.environ.get("TIREK_CI") else pytest.skip)(NO_BROWSER)
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright keeps an event loop in the test's thread
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        OPEN.append(browser)
        yield browser
        OPEN.remove(browser)
        browser.close()
    if before is None:
        os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)


@pytest.fixture
def walk(chromium: Browser, live_server) -> Iterator[Callable[..., Walker]]:
    """Makes walkers over the site of this test; each is closed, and judged, at its end."""
    walkers: list[Walker] = []

    def start(**options) -> Walker:
        walkers.append(Walker.start(chromium, live_server.url, **options))
        return walkers[-1]

    yield start
    for walker in walkers:
        walker.finish()
