"""What a web server makes before its first reader asks."""

import gc
import logging

import pytest
from django.core.cache import caches  # noqa: F401  the settings are loaded
from django.template.loader import get_template

from tirek.project.cli import warming


def test_every_template_of_the_house_is_known_and_can_be_made() -> None:
    names = warming.templates()
    assert "ui/base.html" in names and any(name.startswith("desk/") for name in names) and any(name.startswith("portal/") for name in names)
    for name in names:
        assert get_template(name)


def test_a_step_that_fails_is_logged_and_the_others_are_made(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    made = list[str]()
    monkeypatch.setattr(warming, "steps", lambda: (lambda: made.append("first"), lambda: 1 / 0, lambda: made.append("last")))
    with caplog.at_level(logging.ERROR, "tirek.warming"):
        warming.warm(between=0.0)
    gc.unfreeze()
    assert made == ["first", "last"]
    assert [record.exc_info is not None for record in caplog.records] == [True]


def test_what_the_first_reader_needs_stands_afterwards() -> None:
    from tirek.foundation.ui.charts import rendered

    rendered.cache_clear()
    try:
        warming.warm(between=0.0)
        assert gc.get_freeze_count() > 0 and rendered.cache_info().currsize == 1
    finally:
        gc.unfreeze()
