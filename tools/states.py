"""`python -m tools.states`: writes docs/reference/states.md from the tables of transitions on the ground floor; a test compares."""

import importlib
import pkgutil
from pathlib import Path

from tirek.ground import rules
from tirek.ground.rules.transitions import Transitions

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "states.md"
OPENING = """# States

Written from the tables of transitions (`tirek/ground/rules/*_states.py`) by `python -m tools.states`; a test compares. A move that a table
does not hold is refused with a sentence that says what is possible instead.
"""


def tables() -> list[tuple[str, Transitions]]:
    """Every table of transitions: module and table, in the order of their modules."""
    found = []
    for module in sorted(pkgutil.iter_modules(rules.__path__), key=lambda each: each.name):
        held = vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values()
        found += [(module.name, each) for each in held if isinstance(each, Transitions)]
    return found


def part(module: str, table: Transitions) -> str:
    """One table as a heading, its states and its diagram."""
    lines = [f"## {table.noun[0].upper()}{table.noun[1:]}", "", f"`tirek/ground/rules/{module}.py`", "", "| state | possible then |", "|---|---|"]
    for state in table.states:
        moves = ", ".join(f"`{verb}`" for verb in dict.fromkeys(table.possible(state))) or "nothing: an end"
        lines.append(f"| `{state}` | {moves} |")
    return "\n".join([*lines, "", "```mermaid", table.mermaid(), "```", ""])


def reference() -> str:
    """The whole page."""
    return "\n".join([OPENING, *(part(module, table) for module, table in tables())])


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
