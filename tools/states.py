"""`python -m tools.states`: writes docs/reference/states.md and its Russian page from the tables of transitions on the ground floor; a test compares.

The Russian page names each state as the desk does, by the catalogues; its headings are those of `tools/docs/look/told.yaml`.
"""

import importlib
import os
import pkgutil
from pathlib import Path

import yaml

from tirek.ground import rules
from tirek.ground.rules.transitions import Transitions

DOCS = Path(__file__).resolve().parent.parent / "docs"
REFERENCE = {"en": DOCS / "reference" / "states.md", "ru": DOCS / "ru" / "reference" / "states.md"}
FRAME = Path(__file__).resolve().parent / "docs" / "look" / "told.yaml"
OPENING = {
    "en": """# States

Written from the tables of transitions (`tirek/ground/rules/*_states.py`) by `python -m tools.states`; a test compares. A move that a table
does not hold is refused with a sentence that says what is possible instead.
""",
    "ru": """# Состояния

Написано по таблицам переходов (`tirek/ground/rules/*_states.py`) командой `python -m tools.states`; с ними сравнивает тест. Шаг, которого в таблице
нет, отклоняется предложением, которое говорит, что возможно вместо него.
""",
}
COLUMNS = {"en": ("state", "possible then", "nothing: an end"), "ru": ("состояние", "что из него возможно", "ничего: это конец")}


def tables() -> list[tuple[str, Transitions]]:
    """Every table of transitions: module and table, in the order of their modules."""
    found = []
    for module in sorted(pkgutil.iter_modules(rules.__path__), key=lambda each: each.name):
        held = vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values()
        found += [(module.name, each) for each in held if isinstance(each, Transitions)]
    return found


def heading(table: Transitions, language: str) -> str:
    """What a table is about."""
    if language == "en":
        return f"{table.noun[0].upper()}{table.noun[1:]}"
    said: str = yaml.safe_load(FRAME.read_text(encoding="utf-8"))["states"][table.noun][language]
    return said


def part(module: str, table: Transitions, language: str, words: dict[str, str]) -> str:
    """One table as a heading, its states and its diagram."""
    state, possible, end = COLUMNS[language]
    lines = [f"## {heading(table, language)}", "", f"`tirek/ground/rules/{module}.py`", "", f"| {state} | {possible} |", "|---|---|"]
    for one in table.states:
        moves = ", ".join(f"`{verb}`" for verb in dict.fromkeys(table.possible(one))) or end
        lines.append(f"| `{one}`{', ' + words[one] if words else ''} | {moves} |")
    return "\n".join([*lines, "", "```mermaid", table.mermaid(), "```", ""])


def reference(language: str) -> str:
    """The whole page."""
    from django.utils.translation import override

    from tools.docs.told import said_of  # it tells of these tables too

    with override(language):
        parts = [part(module, table, language, {} if language == "en" else said_of(table)) for module, table in tables()]
    return "\n".join([OPENING[language], *parts])


def main() -> None:
    """Writes both pages."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"  # nothing of an instance is read
    django.setup()
    for language, path in REFERENCE.items():
        path.write_text(reference(language), encoding="utf-8")


if __name__ == "__main__":
    main()
