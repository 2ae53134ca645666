"""The reference of the packs' keys is written from the schema, in English and in Russian: run this file to write it anew, the test compares."""

import inspect
import types
from dataclasses import MISSING, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import pytest
import yaml

from tirek.foundation.jurisdictions import documents
from tirek.foundation.jurisdictions.loading import COMMON_FILES, COUNTRY_FILES, OPTIONAL
from tirek.foundation.jurisdictions.pack import Head
from tirek.foundation.jurisdictions.reading import keys_of

pytestmark = pytest.mark.pure

DOCS = documents.ROOT / "docs"
REFERENCE = {"en": DOCS / "reference" / "packs.md", "ru": DOCS / "ru" / "reference" / "packs.md"}
RUSSIAN = {one["en"]: one["ru"] for one in yaml.safe_load(Path(__file__).with_name("reference_ru.yaml").read_text(encoding="utf-8"))}
"""The docstrings of the schema, and what the Russian page says instead."""
OPENING = {
    "en": """# Keys of the packs

Written from the schema (`tirek/foundation/jurisdictions/pack.py` and `common.py`) by
`python -m tests.foundation.jurisdictions.test_reference`; a test compares. How to write a pack:
[add a pack](../how-to/add-a-pack.md). `Words` is a text in all four languages; every date is like `2025-10-03`.
""",
    "ru": """# Ключи пакетов

Написано по схеме (`tirek/foundation/jurisdictions/pack.py` и `common.py`) командой
`python -m tests.foundation.jurisdictions.test_reference`; с ней сравнивает тест. Как написать пакет:
[добавить пакет страны](../how-to/add-a-pack.md). `Words` это текст на всех четырёх языках; каждая дата имеет вид `2025-10-03`.
""",
}
SAID = {
    "own": ("A country's files", "Файлы страны"), "shared": ("Files that all countries share", "Файлы, общие для всех стран"), "absent": ("may be absent", "может не быть"),
    "key": ("key", "ключ"), "value": ("value", "значение"), "needed": ("needed", "нужно ли"), "yes": ("yes", "да"), "no": ("no", "нет"), "or": ("or", "или"),
    "list": ("list of", "список:"), "str": ("text", "текст"), "int": ("whole number", "целое число"), "Decimal": ("number", "число"), "date": ("date", "дата"),
}  # fmt: skip
WORDS = {language: {key: pair[number] for key, pair in SAID.items()} for number, language in enumerate(("en", "ru"))}


def shown(hint: Any, words: dict[str, str]) -> str:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " ".join(f"`{one}`" for one in args)
    if origin is tuple:
        return f"{words['list']} {shown(args[0], words)}"
    if origin in (types.UnionType, Union):
        return shown(next(one for one in args if one is not type(None)), words)
    return f"`true` {words['or']} `false`" if hint is bool else words.get(hint.__name__, hint.__name__)


def inner_classes(cls: type) -> list[type]:
    found: list[type] = []
    for _, _, hint in keys_of(cls):
        for one in (hint, *get_args(hint)):
            if is_dataclass(one) and one.__name__ != "Words" and one not in found:
                found += [one, *inner_classes(one)]  # type: ignore[list-item, arg-type]
    return found


def table(cls: type, words: dict[str, str]) -> list[str]:
    rows = [f"| {words['key']} | {words['value']} | {words['needed']} |", "|---|---|---|"]
    for name, item, hint in keys_of(cls):
        blank = f", {words['or']} `{item.metadata['none']}`" if "none" in item.metadata else ""
        needed = words["yes"] if item.default is MISSING else words["no"] if item.default in (None, ()) else f"{words['no']} (`{str(item.default).lower()}`)"
        rows.append(f"| `{name}` | {shown(hint, words)}{blank} | {needed} |")
    return rows


def about(cls: type, language: str) -> str:
    said = inspect.cleandoc(cls.__doc__ or "")
    return said if language == "en" else RUSSIAN.get(said, f"reference_ru.yaml does not have: {said}")


def section(name: str, cls: type, optional: bool, language: str) -> list[str]:
    words = WORDS[language]
    lines = [f"### {name}.yaml" + (f" ({words['absent']})" if optional else ""), "", about(cls, language), "", *table(cls, words), ""]
    for inner in inner_classes(cls):
        lines += [f"**{inner.__name__}**: {about(inner, language)}", "", *table(inner, words), ""]
    return lines


def reference(language: str) -> str:
    words = WORDS[language]
    lines = [OPENING[language], f"## {words['own']}", "", *section("pack", Head, False, language)]
    for name, cls in COUNTRY_FILES.items():
        lines += section(name, cls, name in OPTIONAL, language)
    lines += [f"## {words['shared']} (`packs/common`)", ""]
    for name, cls in COMMON_FILES.items():
        if name != "sources":
            lines += section(name, cls, False, language)
    return "\n".join(lines).rstrip() + "\n"


@pytest.mark.parametrize("language", sorted(REFERENCE))
def test_the_reference_lists_every_key_of_the_schema(language: str) -> None:
    written = REFERENCE[language].read_text(encoding="utf-8")
    assert written == reference(language), "run: python -m tests.foundation.jurisdictions.test_reference"


def test_the_russian_words_are_those_of_the_schema_and_no_others() -> None:
    classes = [Head, *COUNTRY_FILES.values(), *COMMON_FILES.values()]
    assert {inspect.cleandoc(one.__doc__ or "") for cls in classes for one in (cls, *inner_classes(cls))} == set(RUSSIAN)


def test_the_guide_names_every_file_of_a_country() -> None:
    guide = (documents.ROOT / "docs" / "how-to" / "add-a-pack.md").read_text(encoding="utf-8")
    assert [name for name in ("pack", *COUNTRY_FILES) if f"`{name}" not in guide] == []
    assert len(guide.splitlines()) <= 80


if __name__ == "__main__":
    for each, path in REFERENCE.items():
        path.write_text(reference(each), encoding="utf-8")
