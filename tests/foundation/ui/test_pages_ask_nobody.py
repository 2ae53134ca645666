"""A lint over every template and every asset: no inline style or script, no address outside, short templates, untouched assets."""

import hashlib
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.pure

ROOT = Path(__file__).resolve().parents[3]
UI = ROOT / "tirek" / "foundation" / "ui"
TEMPLATES = sorted((ROOT / "tirek").rglob("templates/**/*.html"))
STATIC = sorted(path for path in (ROOT / "tirek").rglob("static/**/*") if path.suffix in {".css", ".js", ".svg"})
NAMESPACES = re.compile(r"https?://www\.w3\.org/(2000/svg|1999/xlink|1999/xhtml|1998/Math/MathML)")
FORBIDDEN = {
    "an inline style": re.compile(r"<[^>]*\sstyle\s*="),
    "a style element": re.compile(r"<style[\s>]"),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)"),
    "htmx code in an attribute": re.compile(r"hx-on|hx-vals=.js:"),
    "an address outside": re.compile(r"(?:src|href|action|srcset)\s*=\s*[\"']?(?:https?:)?//"),
}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_no_style_no_script_and_no_outside_address(path):
    text = NAMESPACES.sub("", path.read_text(encoding="utf-8"))
    found = [what for what, pattern in FORBIDDEN.items() if pattern.search(text)]
    assert not found, f"{name_of(path)} has {', '.join(found)}"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_stays_under_a_hundred_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 100


@pytest.mark.parametrize("path", STATIC, ids=name_of)
def test_a_static_file_asks_nobody_outside(path):
    text = NAMESPACES.sub("", path.read_text(encoding="utf-8"))
    assert not re.search(r"(?:url\(|@import|src=|href=)\s*[\"']?(?:https?:)?//", text)
    assert "sourceMappingURL" not in text


def test_assets_are_those_that_were_built():
    rows = [line.split("  ", 1) for line in (UI / "assets.sha256").read_text(encoding="utf-8").splitlines()]
    changed = [name for digest, name in rows if hashlib.sha256((UI / name).read_bytes()).hexdigest() != digest]
    assert len(rows) >= 30
    assert not changed, f"run `make assets`: {changed}"


def test_the_lock_of_the_assets_names_no_host():
    lock = (ROOT / "assets" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert "omit-lockfile-registry-resolved=true" in (ROOT / "assets" / ".npmrc").read_text(encoding="utf-8")


def test_every_icon_that_a_page_names_is_in_the_sprite():
    known = set((UI / "static" / "ui" / "icons.txt").read_text(encoding="utf-8").split())
    named = {name for path in TEMPLATES for name in re.findall(r"{% icon [\"']([a-z0-9-]+)[\"']", path.read_text(encoding="utf-8"))}
    shapes = {name for path in TEMPLATES for name in re.findall(r"shape=[\"']([a-z0-9-]+)[\"']", path.read_text(encoding="utf-8"))}
    assert not (named | shapes) - known
