"""Reading YAML into frozen values: every fault is noted with file and line, and reading goes on.

The dataclass is the schema: its fields are the keys, its annotations the types. Only composed nodes are used, so no
object is ever constructed from a tag. It knows no pack, only types.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from tirek.foundation.jurisdictions.refusals import Problem
from tirek.ground.rules.words import LANGUAGES, Words

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Lines = dict[tuple[int, str], tuple[str, int]]
"""Where a value (by identity) and each of its keys stood; the empty key is the value itself."""
STRING, NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"


class _Bad:
    """Stands where a value could not be read."""


BAD = _Bad()


@cache
def keys_of(cls: type) -> tuple[tuple[str, Field[Any], Any], ...]:
    """The keys of a class: name, field and type, without those the loader gives."""
    hints = get_type_hints(cls)
    return tuple((item.name, item, hints[item.name]) for item in fields(cls) if not item.metadata.get("given"))


class Reader:
    """Reads one file's nodes; `problems` collects the faults, `lines` remembers where each value stood."""

    def __init__(self, file: str, problems: list[Problem], lines: Lines) -> None:
        self.file, self.problems, self.lines = file, problems, lines

    def fault(self, node: yaml.Node, what: str) -> _Bad:
        """Note a fault at the node's line."""
        self.problems.append(Problem(self.file, node.start_mark.line + 1, what))
        return BAD

    def compose(self, text: str) -> yaml.Node | None:
        """The document's root node, or None when it is no YAML or empty (a fault)."""
        try:
            node: yaml.Node | None = yaml.compose(text, Loader=Loader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self.problems.append(Problem(self.file, line, f"this is not valid YAML: {error.problem}."))
            return None
        if node is None:
            self.problems.append(Problem(self.file, 1, "the file is empty; delete it or fill it."))
        return node

    def entries(self, node: yaml.Node, cls: type, given: Mapping[str, object]) -> tuple[Any, ...]:
        """A list of values of one class."""
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, f"a list of {cls.__name__} entries is expected here.")
            return ()
        read = [self.thing(item, cls, given) for item in node.value]
        return tuple(item for item in read if item is not BAD)

    def thing(self, node: yaml.Node, cls: type, given: Mapping[str, object] | None = None) -> Any:
        """One value of a dataclass from a mapping node, or BAD."""
        pairs = self._pairs(node, cls.__name__)
        if pairs is None:
            return BAD
        known = {name for name, _, _ in keys_of(cls)}
        for key, (key_node, _) in pairs.items():
            if key not in known:
                self.fault(key_node, f"unknown key “{key}” in {cls.__name__}; the keys are {', '.join(sorted(known))}.")
        values = {name: self._field(node, pairs, item, hint, cls) for name, item, hint in keys_of(cls)}
        if any(value is BAD for value in values.values()):
            return BAD
        names = {item.name for item in fields(cls)}
        made = cls(**values, **{name: value for name, value in (given or {}).items() if name in names and name not in values})
        self.lines[id(made), ""] = (self.file, node.start_mark.line + 1)
        self.lines.update({(id(made), key): (self.file, at.start_mark.line + 1) for key, (at, _) in pairs.items()})
        return made

    def _pairs(self, node: yaml.Node, what: str) -> dict[str, tuple[yaml.Node, yaml.Node]] | None:
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, f"{what} needs keys and values here.")
            return None
        pairs: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            if key.value in pairs:
                self.fault(key, f"the key “{key.value}” stands twice in one {what}.")
            pairs[key.value] = (key, value)
        return pairs

    def _field(self, node: yaml.Node, pairs: dict[str, tuple[yaml.Node, yaml.Node]], item: Field[Any], hint: Any, cls: type) -> Any:
        if item.name not in pairs:
            if item.default is MISSING:
                return self.fault(node, f"missing key “{item.name}” in {cls.__name__}.")
            return item.default
        value = pairs[item.name][1]
        if "none" in item.metadata and isinstance(value, yaml.ScalarNode) and value.value == item.metadata["none"]:
            return None
        if "none" in item.metadata and value.tag == NULL:
            return self.fault(value, f"“{item.name}” is empty; write {item.metadata['none']} where the source gives none.")
        return self.value(value, hint, item.name)

    def value(self, node: yaml.Node, hint: Any, name: str) -> Any:
        """A value of the type that the annotation asks for, or BAD."""
        origin = get_origin(hint)
        if origin in (types.UnionType, Union):
            inner = next(arg for arg in get_args(hint) if arg is not type(None))
            return None if node.tag == NULL else self.value(node, inner, name)
        if origin is tuple:
            return self._list(node, get_args(hint)[0], name)
        if hint is Words:
            return self._words(node, name)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.thing(node, hint)
        if not isinstance(node, yaml.ScalarNode):
            return self.fault(node, f"“{name}” needs one value, not a list or a mapping.")
        if origin is Literal:
            return self._choice(node, get_args(hint), name)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            chosen = self._choice(node, tuple(str(one) for one in hint), name)
            return BAD if chosen is BAD else hint(chosen)
        return self._scalar(node, hint, name)

    def _list(self, node: yaml.Node, hint: Any, name: str) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return self.fault(node, f"“{name}” needs a list.")
        read = tuple(self.value(item, hint, name) for item in node.value)
        return BAD if any(item is BAD for item in read) else read

    def _words(self, node: yaml.Node, name: str) -> Any:
        pairs = self._pairs(node, name)
        if pairs is None:
            return BAD
        for code, (key, text) in pairs.items():
            if code not in LANGUAGES:
                self.fault(key, f"unknown language “{code}” in “{name}”; the languages are {', '.join(LANGUAGES)}.")
            elif text.tag != STRING:
                return self.fault(text, f"“{name}” in “{code}” must be text; put it into quotation marks.")
        texts = {code: pairs[code][1].value for code in LANGUAGES if code in pairs}
        missing = [code for code in LANGUAGES if not texts.get(code, "").strip()]
        if missing:
            return self.fault(node, f"missing translation of “{name}”: {', '.join(missing)}.")
        return Words.of(texts)

    def _choice(self, node: yaml.ScalarNode, choices: tuple[str, ...], name: str) -> Any:
        if node.value in choices:
            return node.value
        return self.fault(node, f"“{name}” is “{node.value}”, but must be one of {', '.join(choices)}.")

    def _scalar(self, node: yaml.ScalarNode, hint: Any, name: str) -> Any:
        read, kind = _SCALARS[hint]
        if hint is str and node.tag != STRING:
            return self.fault(node, f"“{name}” must be text; put {node.value!r} into quotation marks.")
        try:
            return read(node.value)
        except (ValueError, KeyError, InvalidOperation):
            return self.fault(node, f"“{name}” is {node.value!r}, but must be {kind}.")


_SCALARS: dict[Any, tuple[Callable[[str], Any], str]] = {
    str: (str, "text"),
    int: (int, "a whole number"),
    bool: ({"true": True, "false": False}.__getitem__, "true or false"),
    date: (date.fromisoformat, "a date like 2025-10-03"),
    Decimal: (Decimal, "a number"),
}
