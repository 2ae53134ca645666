"""The reference of the packs' keys is written from the schema: run this file to write it anew, the test compares."""

import inspect
import types
from dataclasses import MISSING, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from tirek.foundation.jurisdictions import documents
from tirek.foundation.jurisdictions.loading import COMMON_FILES, COUNTRY_FILES, OPTIONAL
from tirek.foundation.jurisdictions.pack import Head
from tirek.foundation.jurisdictions.reading import keys_of

REFERENCE = documents.ROOT / "docs" / "reference" / "packs.md"
OPENING = """# Keys of the packs

Written from the schema (`tirek/foundation/jurisdictions/pack.py` and `common.py`) by
`python -m tests.foundation.jurisdictions.test_reference`; a test compares. How to write a pack:
[add a pack](../how-to/add-a-pack.md). `Words` is a text in all four languages; every date is like `2025-10-03`.
"""


def shown(hint: Any) -> str:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " ".join(f"`{one}`" for one in args)
    if origin is tuple:
        return f"list of {shown(args[0])}"
    if origin in (types.UnionType, Union):
        return shown(next(one for one in args if one is not type(None)))
    return {"str": "text", "int": "whole number", "bool": "`true` or `false`", "Decimal": "number"}.get(hint.__name__, hint.__name__)


def inner_classes(cls: type) -> list[type]:
    found: list[type] = []
    for _, _, hint in keys_of(cls):
        for one in (hint, *get_args(hint)):
            if is_dataclass(one) and one.__name__ != "Words" and one not in found:
                found += [one, *inner_classes(one)]  # type: ignore[list-item, arg-type]
    return found


def table(cls: type) -> list[str]:
    rows = ["| key | value | needed |", "|---|---|---|"]
    for name, item, hint in keys_of(cls):
        blank = f", or `{item.metadata['none']}`" if "none" in item.metadata else ""
        needed = "yes" if item.default is MISSING else "no" if item.default in (None, ()) else f"no (`{str(item.default).lower()}`)"
        rows.append(f"| `{name}` | {shown(hint)}{blank} | {needed} |")
    return rows


def section(name: str, cls: type, optional: bool) -> list[str]:
    lines = [f"### {name}.yaml" + (" (may be absent)" if optional else ""), "", inspect.cleandoc(cls.__doc__ or ""), "", *table(cls), ""]
    for inner in inner_classes(cls):
        lines += [f"**{inner.__name__}**: {inspect.cleandoc(inner.__doc__ or '')}", "", *table(inner), ""]
    return lines


def reference() -> str:
    lines = [OPENING, "## A country's files", "", *section("pack", Head, False)]
    for name, cls in COUNTRY_FILES.items():
        lines += section(name, cls, name in OPTIONAL)
    lines += ["## Files that all countries share (`packs/common`)", ""]
    for name, cls in COMMON_FILES.items():
        if name != "sources":
            lines += section(name, cls, False)
    return "\n".join(lines).rstrip() + "\n"


def test_the_reference_lists_every_key_of_the_schema() -> None:
    written = REFERENCE.read_text(encoding="utf-8")
    assert written == reference(), "run: python -m tests.foundation.jurisdictions.test_reference"


def test_the_guide_names_every_file_of_a_country() -> None:
    guide = (documents.ROOT / "docs" / "how-to" / "add-a-pack.md").read_text(encoding="utf-8")
    assert [name for name in ("pack", *COUNTRY_FILES) if f"`{name}" not in guide] == []
    assert len(guide.splitlines()) <= 80


if __name__ == "__main__":
    REFERENCE.parent.mkdir(parents=True, exist_ok=True)
    REFERENCE.write_text(reference(), encoding="utf-8")
