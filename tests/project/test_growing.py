"""Grown years are what the house itself would have left: legal states and dates, texts that name nobody, a ledger that holds, the same by the same seed."""

import hashlib
from collections import Counter
from contextlib import contextmanager
from datetime import date

import pytest
from django.apps import apps
from django.db import transaction

from tests.followup.recommendations import test_totals as recommendation_totals
from tests.records.visits import test_totals as finding_totals
from tirek.followup.recommendations.models import Recommendation
from tirek.foundation.files.models import StoredFile
from tirek.foundation.ledger.rows import LedgeredRow, canonical_row
from tirek.foundation.ledger.verification import verify
from tirek.foundation.people.models import Account
from tirek.foundation.people.services import mark_edition
from tirek.ground.proof.canonical import canonical
from tirek.ground.rules.recommendation_states import AUTHORITY_WORD, VERIFICATION
from tirek.ground.rules.text_check import check_text
from tirek.insight.reports.amending import gathered_for
from tirek.insight.reports.models import Report
from tirek.insight.reports.policies import check_based, check_named_nobody, check_two_languages, check_unchanged
from tirek.project.cli import growing as command
from tirek.project.cli.troubles import Trouble
from tirek.project.demonstration.growing import growing, phrases
from tirek.project.demonstration.growing.chance import Chance
from tirek.project.demonstration.growing.growing import GrownOtherwise, grow
from tirek.project.demonstration.growing.outline import Size, outline
from tirek.project.demonstration.people import load_people
from tirek.records.visits.models import Visit
from tirek.records.visits.warnings import team_warnings

pytestmark = [pytest.mark.django_db, pytest.mark.long]
UNTIL = date(2026, 9, 30)
SMALL = Size(years=1, seed=7, until=UNTIL, places=6, visits_a_year=11, accounts=40)
TEXTS = 120


def tiny(seed):
    """A size that takes a second."""
    return Size(years=1, seed=seed, until=UNTIL, places=3, visits_a_year=4, accounts=40)


def nobody(done, total):
    """Nobody is told of the progress."""


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def demo():
    mark_edition(edition="demonstration")
    load_people()


@contextmanager
def undone():
    """What is written in the block is taken back; checkpoints, which ask for no transaction round them, are written all the same."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


def content_of_grown():
    """A digest of every grown row, but for what comes of the ledger's own instants: the bytes of issued reports; and who is of the cast."""
    cast = {str(key) for key in Account.objects.exclude(email__startswith="person-").values_list("pk", flat=True)}
    found = hashlib.sha256()
    for model in sorted((each for each in apps.get_models() if issubclass(each, LedgeredRow)), key=lambda each: each._meta.label):
        for row in model.objects.order_by("pk"):
            told = canonical_row(row)
            if not (model is StoredFile and "-body-" not in row.name) and str(told.get("account_id")) not in cast:
                found.update(canonical(told))
    return found.hexdigest()


def test_grown_years_are_as_the_house_leaves_them(demo):
    grow(SMALL, nobody)
    assert [fault.sentence for fault in verify().faults] == []
    reports = Report.objects.filter(state="issued")
    assert len(reports) > 6
    for report in reports:
        gathered = gathered_for(report)
        check_unchanged(report, gathered)
        check_based(gathered)
        check_two_languages(gathered)
        check_named_nobody(report, gathered)
        assert report.visit.ends_on <= report.frozen_on <= max(report.signatures.exclude(signed_on=None).values_list("signed_on", flat=True)) <= report.issued_on
    for visit in Visit.objects.exclude(begun_at=None):
        assert [each.code for each in team_warnings(visit) if each.code != "no-speaker"] == []
    for row in Recommendation.objects.prefetch_related("answers", "verifications__visit"):
        followed(row)
    assert finding_totals.kept() == finding_totals.anew() != {}
    assert recommendation_totals.kept() == recommendation_totals.anew() != {}


def followed(row):
    """The answers and verifications of a recommendation can have come so, and it mirrors the last ones."""
    word = "none"
    for each in row.answers.all():
        assert AUTHORITY_WORD.allows(word, each.word) and row.issued_on <= each.said_on <= each.received_on <= UNTIL
        word = each.word
    outcome = "not_verified"
    for each in row.verifications.all():
        assert VERIFICATION.allows(outcome, each.outcome) and row.issued_on <= each.verified_on <= UNTIL
        if each.visit:
            assert each.visit.place_id == row.visit.place_id and each.visit.starts_on <= each.verified_on <= each.visit.ends_on
        outcome = each.outcome
    assert (row.word, row.verification) == (word, outcome)


def test_the_same_seed_tells_the_same_years_and_another_one_others(demo):
    told = []
    for seed in (7, 7, 8):
        with undone():
            grow(tiny(seed), nobody)
            told.append(content_of_grown())
    assert told[0] == told[1] != told[2]


def test_years_that_were_cut_short_are_told_on_to_the_same_end(demo, monkeypatch):
    small = tiny(7)
    with undone():
        grow(small, nobody)
        whole = content_of_grown()
    write, left = growing.write_report, [3]

    def cut(*arguments):
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt
        return write(*arguments)

    monkeypatch.setattr(growing, "write_report", cut)
    with pytest.raises(KeyboardInterrupt):
        grow(small, nobody)
    grow(small, nobody)
    assert content_of_grown() == whole
    grow(small, nobody)
    assert content_of_grown() == whole
    with pytest.raises(GrownOtherwise):
        grow(tiny(8), nobody)


@pytest.mark.pure
def test_ten_years_have_the_size_that_was_asked_for_and_seasons():
    made = outline(Size(years=10, seed=1, until=UNTIL))
    begun = [each for each in made.visits if each.fate in ("reported", "concluded", "under_way")]
    assert len(made.places) == 500 and 4850 <= len(begun) <= 5000
    assert len({each.name.in_("ru") for each in made.places}) == 500
    by_month = Counter(each.first.month for each in begun)
    assert by_month[10] > 1.5 * by_month[7]
    assert all(a.place is b.place and a.last < b.first for a in begun if (b := a.after)), "two visits to a place at once"


@pytest.mark.pure
def test_drawn_sentences_name_nobody():
    chance = Chance("sentences")
    for _ in range(TEXTS):
        told = phrases.finding(chance)
        asked = phrases.recommendation(chance, max(told.subject, 0))
        texts = [text for words in (told.text, asked, phrases.indicator(chance)) for _code, text in words.texts]
        assert [hit.text for text in texts for hit in check_text(text)] == []


@pytest.mark.pure
def test_nothing_but_a_demonstration_is_grown(monkeypatch, tmp_path):
    monkeypatch.setenv("DEMO", "0")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    with pytest.raises(Trouble, match="Only a demonstration"):
        command.grow(years=1, seed=1, places=3, until=None)
    assert list(tmp_path.iterdir()) == []
