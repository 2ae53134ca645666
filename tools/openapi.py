"""`python -m tools.openapi`: writes docs/reference/openapi.json, the description that the api serves; a test compares."""

import json
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "openapi.json"


def reference() -> str:
    """The description as it is written down."""
    from tirek.faces.api.description import description

    return json.dumps(description(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    REFERENCE.write_text(reference(), encoding="utf-8")
