"""What a person is told when a request fails on our side: each cause in its own words, and plain text where no page can be made."""

import errno

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError

from tirek.project import faults
from tirek.project.cli.troubles import FULL, is_full, sentence_of

pytestmark = pytest.mark.pure


def told(rf, error):
    request = rf.get("/en/desk/")
    request.user = AnonymousUser()
    try:
        raise error
    except (OperationalError, OSError, RuntimeError):
        return faults.broken(request)


def behind(error):
    """The same trouble behind another."""
    outer = RuntimeError("while saving")
    outer.__cause__ = error
    return outer


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (OperationalError("database or disk is full"), 507, "disk is full"),
        (OSError(errno.ENOSPC, "No space left on device"), 507, "disk is full"),
        (behind(OSError(errno.EDQUOT, "Disk quota exceeded")), 507, "disk is full"),
        (OperationalError("server closed the connection unexpectedly"), 503, "The database does not answer"),
        (RuntimeError("secret detail"), 500, "Something went wrong"),
    ],
)
def test_each_cause_has_its_own_page_that_says_what_was_saved(rf, error, status, words):
    answer = told(rf, error)
    page = answer.content.decode()
    assert answer.status_code == status and words in page and "Nothing was" in page
    assert "secret detail" not in page


def test_where_no_page_can_be_made_plain_words_say_so(rf, monkeypatch):
    def no_page(*_):
        raise OperationalError("the session's table too")

    monkeypatch.setattr(faults, "page_of", no_page)
    answer = told(rf, RuntimeError("first"))
    assert answer.status_code == 503 and answer["Content-Type"].startswith("text/plain") and b"Nothing was half-saved" in answer.content


def test_a_command_turns_what_may_happen_anywhere_into_a_sentence_and_leaves_our_own_faults_alone():
    assert sentence_of(OSError(errno.ENOSPC, "x")) == FULL and is_full(behind(OSError(errno.ENOSPC, "x")))
    assert "did not go on (connection lost)" in sentence_of(OperationalError("connection lost"))
    assert sentence_of(ValueError("ours")) == "" and not is_full(PermissionError(errno.EACCES, "x"))
