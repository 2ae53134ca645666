"""Figures from the mechanism's own records stay unpublished until a lawyer of the country has ticked every point by name."""

import shutil

import pytest

from tests.people import analyst, member
from tirek.foundation.jurisdictions import loading
from tirek.foundation.jurisdictions.queries import countries
from tirek.foundation.jurisdictions.refusals import PackRefused
from tirek.foundation.jurisdictions.soundness import POINTS
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotAllowed
from tirek.insight.publications.policies import check_own_records
from tirek.insight.publications.refusals import OwnRecordsClosed

pytestmark = pytest.mark.pure
TICKS = "\n".join(f"  - {{point: {point}, by: A lawyer, on: 2026-11-02}}" for point in POINTS)


@pytest.fixture
def ticked(tmp_path):
    """The invented country with own records on, ticked as far as is told."""

    def make(ticks):
        for name in ("common", "demo"):
            shutil.copytree(loading.PACKS / name, tmp_path / name)
        head = tmp_path / "demo" / "pack.yaml"
        head.write_text(head.read_text(encoding="utf-8").replace("own_records: off", f"own_records: on\nown_records_ticks:\n{ticks}"), encoding="utf-8")
        return tmp_path

    return make


def test_no_country_publishes_its_own_records_today():
    for country in countries():
        with pytest.raises(OwnRecordsClosed):
            check_own_records(SYSTEM, country)


def test_ticked_whole_they_may_be_published_by_those_who_publish(ticked, monkeypatch):
    packs = loading.load(ticked(TICKS)).packs
    monkeypatch.setattr("tirek.foundation.jurisdictions.queries.country.pack", packs.__getitem__)
    check_own_records(analyst, "demo")
    with pytest.raises(NotAllowed):
        check_own_records(member, "demo")


@pytest.mark.parametrize("point", POINTS)
def test_a_point_that_nobody_ticked_keeps_the_house_from_starting(ticked, point):
    with pytest.raises(PackRefused, match=f"not ticked: {point}"):
        loading.load(ticked("\n".join(line for line in TICKS.splitlines() if f"point: {point}," not in line)))


def test_a_tick_without_a_name_is_refused(ticked):
    with pytest.raises(PackRefused, match="ticked by nobody"):
        loading.load(ticked(TICKS.replace("by: A lawyer", 'by: " "', 1)))
