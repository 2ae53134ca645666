"""`python -m tools.messages`: collects the interface's sentences into locale/*/LC_MESSAGES/django.po, keeping what is translated.

Sources: gettext calls in Python and templates (Django's own templatize), the `message` of every Refusal, and the sentence tables of the
ground floor (named in TABLES). `--check` writes nothing and fails when a catalogue is not complete. Languages may be named: `python -m tools.messages ru`.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ru", "kk", "ky")
KEYWORDS = {
    "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3), "_": None, "gettext_noop": None,
}  # fmt: skip
TABLES = {"SENTENCES", "HINTS", "REASONS", "NOTES"}
UNSAID = ("POT-Creation-Date", "PO-Revision-Date", "Project-Id-Version", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team", "Generated-By")
"""Header lines that would change with every run or that nobody has filled in."""

Found = tuple[str, int, str | tuple[str, ...], str | None]


def collected() -> Iterator[Found]:
    """Every sentence: file, line, text (or singular and plural), context."""
    for path in sorted((ROOT / "tirek").rglob("*.py")):
        if "migrations" not in path.parts:
            yield from from_python(path, path.read_text(encoding="utf-8"))
            yield from from_tables(path)
    for path in sorted([*(ROOT / "tirek").rglob("*.html"), *(ROOT / "tirek").rglob("*.txt")]):
        if "templates" in path.parts:
            drawn = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            yield from from_python(path, "\n".join(line.lstrip() for line in drawn.split("\n")))


def from_python(path: Path, text: str) -> Iterator[Found]:
    """Sentences in gettext calls."""
    name = str(path.relative_to(ROOT))
    for line, function, found, _ in extract_python(io.BytesIO(text.encode()), KEYWORDS.keys(), [], {"encoding": "utf-8"}):
        parts = [found] if isinstance(found, str) else [each for each in found or () if each]
        context = parts.pop(0) if "pgettext" in (function or "") else None
        if not parts or not parts[0]:
            continue
        plural = "ngettext" in (function or "") or "npgettext" in (function or "")
        yield name, line, (parts[0], parts[1]) if plural else parts[0], context


def from_tables(path: Path) -> Iterator[Found]:
    """Messages of refusals and sentence tables."""
    name = str(path.relative_to(ROOT))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            said = dict(texts_in(node))
            if "message" in said:
                yield name, node.lineno, (said["message"], said["plural"]) if said.get("plural") else said["message"], None
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and target.id in TABLES and isinstance(node.value, ast.Dict):
                for value in node.value.values:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield name, value.lineno, value.value, None


def texts_in(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Texts that a class sets by name: the `message` of a refusal and, where it hangs on a number, its `plural`."""
    for line in node.body:
        target = line.targets[0] if isinstance(line, ast.Assign) else line.target if isinstance(line, ast.AnnAssign) else None
        named = isinstance(target, ast.Name) and target.id in ("message", "plural")
        if named and isinstance(line.value, ast.Constant) and isinstance(line.value.value, str):
            yield target.id, line.value.value


def template() -> Catalog:
    """All sentences as one catalogue without translations."""
    catalogue = Catalog(project="Tirek", fuzzy=False)
    for name, _, text, context in collected():
        catalogue.add(text, locations=[(name, 0)], context=context)
    return catalogue


def path_of(language: str) -> Path:
    """Where a language's catalogue lies."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def renewed(language: str, wanted: Catalog) -> Catalog:
    """A language's catalogue with today's sentences; translations that are there stay, dead ones go."""
    path = path_of(language)
    held = read_po(path.open("rb"), locale=language) if path.exists() else Catalog(locale=language)
    fresh = Catalog(locale=language, header_comment=f"# The sentences of the interface: {language}.", fuzzy=False)
    for message in wanted:
        if message.id:
            old = held.get(message.id, message.context) or held.get(message.id[0] if isinstance(message.id, tuple) else message.id, message.context)
            string = old.string if old is not None and not old.fuzzy else ""
            fresh.add(message.id, string, locations=sorted(set(message.locations)), context=message.context)
    return fresh


def untranslated(catalogue: Catalog) -> list[str]:
    """Sentences without a translation (or with a missing plural form)."""
    found = []
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and not all(strings):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def write(language: str, catalogue: Catalog) -> None:
    """Writes a catalogue without dates, line numbers and empty headers, so that only sentences change it."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, omit_header=False, include_lineno=False, ignore_obsolete=True)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(tuple(f'"{name}:' for name in UNSAID))]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def main(check: bool, languages: tuple[str, ...] = LANGUAGES) -> int:
    """Renews or checks all catalogues; returns how many languages are incomplete."""
    settings.configure(USE_I18N=True)
    django.setup()
    wanted = template()
    incomplete = 0
    for language in languages:
        catalogue = renewed(language, wanted)
        left = untranslated(catalogue)
        if not check:
            write(language, catalogue)
        total = sum(1 for message in catalogue if message.id)
        sys.stdout.write(f"{language}: {total} sentences, {len(left)} without translation\n")
        incomplete += bool(left)
        for text in left[:5] if check else []:
            sys.stdout.write(f"  {text}\n")
    return incomplete if check else 0


if __name__ == "__main__":
    chosen = tuple(each for each in sys.argv[1:] if each in LANGUAGES)
    sys.exit(main("--check" in sys.argv[1:], chosen or LANGUAGES))
