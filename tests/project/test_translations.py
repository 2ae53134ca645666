"""Compiling translations where the checkout cannot be written: one sentence, as for the user of a service it should be so."""

import errno
import shutil
from pathlib import Path

import pytest

from tests.project.commands import ROOT
from tirek.project.cli.translations import compile_translations
from tirek.project.cli.troubles import Trouble

pytestmark = pytest.mark.pure


@pytest.fixture
def locale(tmp_path):
    folder = tmp_path / "ky/LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "locale/ky/LC_MESSAGES/django.po", folder)
    return tmp_path


def opening(monkeypatch, number):
    """Whoever opens a file for writing gets this error."""
    original = Path.open

    def refused(self, mode="r", *arguments, **more):
        if "w" in mode:
            raise OSError(number, "no")
        return original(self, mode, *arguments, **more)

    monkeypatch.setattr(Path, "open", refused)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_checkout_that_cannot_be_written_says_who_makes_it_ready(locale, monkeypatch, number):
    opening(monkeypatch, number)
    with pytest.raises(Trouble, match="make ready"):
        compile_translations(locale)


def test_a_full_disk_stays_a_full_disk(locale, monkeypatch):
    opening(monkeypatch, errno.ENOSPC)
    with pytest.raises(OSError, match="no"):
        compile_translations(locale)


def test_what_is_compiled_is_not_compiled_again(locale, monkeypatch):
    assert compile_translations(locale) == 1
    opening(monkeypatch, errno.EROFS)
    assert compile_translations(locale) == 0
