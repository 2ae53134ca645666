"""Canonical JSON (RFC 8785) without floats: one value has one sequence of bytes. It knows no row."""

import json
from typing import Any

MAX_INT = 2**53 - 1


class NotCanonical(TypeError):
    """A value that has no canonical form here; say which type or number."""


def canonical(value: object) -> bytes:
    """UTF-8 bytes after RFC 8785: keys sorted by UTF-16 code units, no spaces. Raises NotCanonical for floats and integers beyond 2^53 - 1."""
    if _plain(value):  # then the order and form of Python's own encoder are the same, and that takes a tenth of the time
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8")
    return _text(value).encode("utf-8")


def _plain(value: object) -> bool:
    """Whether a value is made of nothing but text, small integers, lists and objects with ASCII keys."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if kind is dict:
        items: Any = value
        return all(type(key) is str and key.isascii() for key in items) and all(map(_plain, items.values()))
    if kind is list or kind is tuple:
        return all(map(_plain, value))  # type: ignore[call-overload]
    return kind is int and abs(value) <= MAX_INT  # type: ignore[arg-type]


def _text(value: object) -> str:
    match value:
        case None | bool() | str():
            return json.dumps(value, ensure_ascii=False)
        case int():
            if abs(value) > MAX_INT:
                raise NotCanonical(f"The integer {value} is beyond 2^53 - 1.")
            return str(value)
        case list() | tuple():
            return "[" + ",".join(_text(each) for each in value) + "]"
        case dict():
            return "{" + ",".join(f"{_text(key)}:{_text(value[key])}" for key in sorted(value, key=_utf16)) + "}"
    raise NotCanonical(f"A {type(value).__name__} has no canonical form; write it as text, integer or list.")


def _utf16(key: object) -> bytes:
    if not isinstance(key, str):
        raise NotCanonical("An object's keys must be text.")
    return key.encode("utf-16-be", "surrogatepass")
