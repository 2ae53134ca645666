"""`tirek search`: the index is compared with the rows and made anew; killed in the middle, it is not whole and is begun again. It is in no backup."""

import pytest

from tirek.project.cli.rows import models_to_keep

KILLED = """
import os, signal, django
django.setup()
from tirek.foundation.search import services
from tirek.foundation.search.models import Entry
Entry.objects.all().delete()
services.BATCH = 1
services.rebuild(lambda done, total: os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.mark.slow
def test_an_index_whose_making_was_killed_is_not_whole_and_is_made_again(filled):
    killed = filled.python("-c", KILLED, DJANGO_SETTINGS_MODULE="tirek.project.settings")
    assert killed.returncode == -9, killed.stderr
    told = filled.tirek("search", "check")
    assert told.returncode == 1 and " 0 are told otherwise" in told.stdout and " 0 are missing" not in told.stdout, told.stdout + told.stderr
    assert filled.tirek("search", "rebuild").returncode == 0
    told = filled.tirek("search", "check")
    assert told.returncode == 0 and "The index is whole." in told.stdout
    assert filled.tirek("ledger", "verify").returncode == 0


@pytest.mark.slow
def test_a_house_of_before_the_search_serves_at_once_and_its_worker_makes_the_index(filled):
    emptied = KILLED.partition("services.BATCH")[0] + "from tirek.foundation.search.models import State\nState.objects.all().delete()\n"
    assert filled.python("-c", emptied, DJANGO_SETTINGS_MODULE="tirek.project.settings").returncode == 0
    with filled.served():
        for _ in range(60):
            if filled.tirek("search", "check").returncode == 0:
                break
    assert filled.tirek("search", "check").returncode == 0


@pytest.mark.pure
@pytest.mark.slow
def test_what_rows_make_again_is_in_no_backup():
    assert "search" not in {model._meta.app_label for model in models_to_keep()}
