"""What a web server makes once and keeps, made before the first reader asks: addresses, packs, templates, the drawing engine.

Each is made at its first use as well. Together they take some 0.8 s of processor time, which the first reader of each process would wait for.
"""

import gc
import logging
import os
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

BEFORE, BETWEEN = 5.0, 0.05
"""Seconds before the first step, so that a start is not held up, and between two, so that a reader who is there already is not."""
log = logging.getLogger("tirek.warming")


def warm_beside(before: float = BEFORE) -> Thread:
    """Makes all of it in a thread of its own, which ends then. A step that fails is logged: its first use will tell its reader."""
    thread = Thread(target=partial(warm, before=before), name="warming", daemon=True)
    thread.start()
    return thread


def warm(before: float = 0.0, between: float = BETWEEN) -> None:
    """Makes all of it, then takes what stands out of the collector's sight: it would be looked through again and again, and never goes."""
    time.sleep(before)
    for step in steps():
        try:
            step()
        except Exception:
            log.exception("What the first reader needs could not be made beforehand")
        time.sleep(between)
    gc.collect()
    gc.freeze()


def steps() -> Iterable[Callable[[], object]]:
    """One after the other, each short."""
    yield addresses
    yield packs
    face = os.environ.get("TIREK_FACE", "")
    for name in templates():
        if not face or name.startswith((f"{face}/", "ui/", "frame/")):
            yield partial(template, name)
    yield drawing


def addresses() -> None:
    """All addresses: reading them imports every page."""
    from django.urls import get_resolver

    ahead: list[Any] = [get_resolver()]
    while ahead:
        ahead += [each for each in ahead.pop().url_patterns if hasattr(each, "url_patterns")]


def packs() -> None:
    """The countries' packs."""
    from tirek.foundation.jurisdictions.queries import countries

    countries()


def templates() -> list[str]:
    """The names of the house's own templates."""
    from django.apps import apps

    folders = [Path(each.path) / "templates" for each in apps.get_app_configs() if each.name.startswith("tirek.")]
    return [str(path.relative_to(folder)) for folder in folders for path in sorted(folder.rglob("*.html"))]


def template(name: str) -> None:
    """One template, as Django keeps it."""
    from django.template.loader import get_template

    get_template(name)


def drawing() -> None:
    """The drawing engine, by the smallest of drawings."""
    from tirek.foundation.ui.charts import drawing as drawn

    drawn({"mark": "bar", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a", "type": "quantitative"}}}, language="en")
