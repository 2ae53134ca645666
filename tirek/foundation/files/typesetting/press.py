"""The press: a template and plain values in, the bytes of a tagged PDF out. It reads no clock, no database and no network.

People's text reaches the template only as JSON values and is never part of the template's source, so no text can become a
command. The same template, values, pictures and stamp give the same bytes.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tirek.foundation.files.typesetting.characters import printable
from tirek.ground.rules.refusals import Refusal

FONTS = Path(__file__).resolve().parents[2] / "ui" / "fonts"
STANDARDS = ["a-2a", "ua-1"]
_SHARED = Path(__file__).parent / "templates" / "paper.typ"


class PaperNotMade(Refusal):
    """The typesetter refused: a picture that cannot be read, or a fault in a template."""

    code = "paper-not-made"
    message = "The document could not be made: %(reason)s. Check its pictures and try again."


def typeset(template: Path, content: Mapping[str, object], *, stamp: datetime, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """A PDF (PDF/A-2a and PDF/UA-1) of the template filled with `content`; `stamp` is its date, aware of its time zone.

    The template reads `content.json`, may import `paper.typ`, and finds the pictures under their names. Typst is loaded by the first paper: what
    makes none, as most processes of the public face, is smaller by it.
    """
    import typst

    files = {
        "main.typ": template.read_bytes(),
        "paper.typ": _SHARED.read_bytes(),
        "content.json": json.dumps(_printable(dict(content)), ensure_ascii=False).encode(),
        **(pictures or {}),
    }
    try:
        return typst.compile(  # type: ignore[call-overload,no-any-return]
            files,
            format="pdf",
            pdf_standards=STANDARDS,
            font_paths=[str(FONTS)] if FONTS.is_dir() else [],
            ignore_system_fonts=True,
            timestamp=int(stamp.timestamp()),
        )
    except (typst.TypstError, RuntimeError) as trouble:
        raise PaperNotMade(reason=str(trouble)[:300]) from trouble


def _printable(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(inner) for inner in value]
    return value
