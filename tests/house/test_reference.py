"""The reference tells the truth: every setting, command, address and state of the code has its row, and no row tells of what is not there."""

import re

import pytest
from django.urls import get_resolver

from tests.house.test_floors import ROOT
from tests.project.test_commands import names
from tools import states

pytestmark = pytest.mark.pure
REFERENCE = ROOT / "docs" / "reference"
READ = re.compile(r'(?:environ\.get|environ\.setdefault|read_number|number|environ\[)\(?\s*"([A-Z][A-Z_]+)"')
FOR_EACH_FACE = re.compile(r'f"TIREK_\{\w+\.upper\(\)\}(_[A-Z_]+)"')
FOREIGN = {"DJANGO_ALLOW_ASYNC_UNSAFE"}


def rows(page, column=0):
    """The first cells of all tables of a page, without the mark-up."""
    lines = [line for line in (REFERENCE / page).read_text().splitlines() if line.startswith("| `")]
    return [re.search(r"`([^`]+)`", line.split("|")[1 + column])[1] for line in lines]


def settings_read():
    """Every environment setting that the code reads."""
    found = {"PYTHON"}
    for folder in ("tirek", "tests", "tools", "benchmarks"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text()
            found |= set(READ.findall(text))
            found |= {f"TIREK_{face}{ending}" for ending in FOR_EACH_FACE.findall(text) for face in ("PORTAL", "DESK", "RESPOND")}
    return found - FOREIGN | set(re.findall(r"\$\$\{(TIREK_\w+):-", (ROOT / "Makefile").read_text()))


def test_every_setting_has_its_row_once():
    told = rows("settings.md")
    assert sorted(told) == sorted(settings_read())


def test_every_command_has_its_row():
    told = [row for row in rows("commands.md") if row.startswith("tirek")]
    verbs = [words for words in names() if words and words not in (["demo"], ["ledger"], ["claims"], ["search"], ["mail"], ["record"])]
    assert {" ".join(["tirek", *words]) for words in verbs} == {re.sub(r" (FILE|--\w+)$", "", row) for row in told}


def test_every_target_of_make_has_its_row():
    told = {row.removeprefix("make ") for row in rows("commands.md") if row.startswith("make")}
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split()
    assert told == set(phony)


def addresses(resolver, before=""):
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern, here)
        else:
            yield here


def prefix(address):
    """The part of an address that the reference tells of: face and noun."""
    parts = address.replace("<country:country>", "<country>").split("/")
    if parts[0] == "<country>" and len(parts) == 2:
        return "/"
    return "/" + "/".join(parts[: 2 if parts[0] in {"desk", "<country>"} else 1]).rstrip("/") + ("/" if parts[0] else "")


def test_every_prefix_of_the_addresses_has_its_row():
    served = {prefix(address) for address in addresses(get_resolver())} | {"/healthz", "/readyz", "/static/"}
    assert served == set(rows("addresses.md"))


@pytest.mark.parametrize("language", sorted(states.REFERENCE))
def test_the_page_of_states_is_the_tables_of_the_ground_floor(language):
    assert states.REFERENCE[language].read_text() == states.reference(language), "run: python -m tools.states"


def test_every_table_of_transitions_is_on_the_page():
    text = states.REFERENCE["en"].read_text()
    written = sum(path.read_text().count("= table(") + path.read_text().count("= _axis(") for path in (ROOT / "tirek/ground/rules").glob("*_states.py"))
    assert text.count("```mermaid") == len(states.tables()) == written
