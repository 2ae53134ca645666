"""The texts with truth files keep to the form that the reference states; whether extraction finds them is not asked here."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.pure

TEXTS = Path(__file__).parent / "texts"
REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "claims.md"
TRUTHS = sorted(TEXTS.glob("*/*.json"))
BESIDE_EACH_OTHER = {path.with_suffix("") for path in TEXTS.glob("*/*.txt")}


def _section(title):
    """The part of the reference under a heading."""
    return REFERENCE.read_text(encoding="utf-8").split(f"## {title}\n")[1].split("\n## ")[0]


def _listed(item):
    """The words in backticks in what explains one key of the output."""
    explained = next(entry for entry in _section("The output").split("\n- ") if entry.startswith(f"`{item}`:"))
    return set(re.findall(r"`([^`]+)`", explained.split(":", 1)[1]))


UNITS = set(re.findall(r"`(\w+)`", _section("Units").strip().split("\n\n")[0]))
KINDS = {
    kind: set(re.findall(r"`(\w+)`", roles))
    for kind, roles in re.findall(r"^\| `(\w+)` \| ([^|]+) \|", _section("Kinds of check and their roles"), re.M)
}
VERDICTS = _listed("verdict")
HEDGES = _listed("hedge")
MISSING = {"not_collected", "not_published", "closed", "not_applicable"}

each_truth = pytest.mark.parametrize("path", TRUTHS, ids=lambda path: f"{path.parent.name}/{path.stem}")


def _truth(path):
    return json.loads(path.read_text(encoding="utf-8"))


def _text(path):
    return path.with_suffix(".txt").read_bytes().decode("utf-8")


def _known_unit(unit):
    return unit is None or all(part in UNITS or re.fullmatch("[A-Z]{3}", part) for part in unit.split("/"))


def test_the_reference_lists_what_is_read_from_it():
    assert {"persons", "times", "points"} <= UNITS
    assert {"sum", "funnel", "twice"} <= set(KINDS)
    assert KINDS["percent"] == {"part", "whole", "percent"}
    assert {"holds", "holds_with_rounding", "does_not_follow", "cannot_be_checked"} == VERDICTS
    assert {"more_than", "almost"} <= HEDGES
    assert _listed("kind") >= MISSING


def test_every_text_has_a_truth_and_every_truth_a_text():
    assert BESIDE_EACH_OTHER
    assert {path.with_suffix("") for path in TRUTHS} == BESIDE_EACH_OTHER


@each_truth
def test_each_figure_stands_once_in_its_text(path):
    truth, text = _truth(path), _text(path)
    starts = []
    for figure in truth["figures"]:
        assert text.count(figure["in"]) == 1, figure
        assert figure["number"] in figure["in"], figure
        starts.append(text.index(figure["in"]) + figure["in"].index(figure["number"]))
    assert [start for start, times in Counter(starts).items() if times > 1] == []


@each_truth
def test_each_figure_has_a_value_in_the_words_of_the_reference(path):
    truth = _truth(path)
    ids = [figure["id"] for figure in truth["figures"]]
    assert len(ids) == len(set(ids))
    for figure in truth["figures"]:
        assert set(figure) <= {"id", "in", "number", "value", "interval", "unit", "hedge", "period", "missing"}, figure
        assert _is_quantity(figure), figure
        assert _known_unit(figure.get("unit")), figure
        assert figure.get("hedge") in HEDGES | {None}, figure
        if period := figure.get("period"):
            assert len(period) == 2, figure
            assert all(day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in period), figure
            assert None in period or period[0] <= period[1], figure


def _is_quantity(figure):
    """A number, an interval, or a silence with its reason: exactly one of them."""
    if "missing" in figure:
        return figure["missing"] in MISSING and figure["value"] is None
    if "interval" in figure:
        low, high = figure["interval"]
        return figure.get("value") is None and (None in (low, high) or low <= high) and (low, high) != (None, None)
    return isinstance(figure["value"], int | float)


@each_truth
def test_each_relation_names_its_figures_in_the_roles_of_its_kind(path):
    truth = _truth(path)
    ids = {figure["id"] for figure in truth["figures"]}
    assert truth["relations"]
    for relation in truth["relations"]:
        assert set(relation) <= {"kind", "roles", "verdict", "planted"}, relation
        assert relation["kind"] in KINDS, relation
        assert set(relation["roles"]) <= KINDS[relation["kind"]], relation
        assert relation["kind"] == "percent" or set(relation["roles"]) == KINDS[relation["kind"]], relation
        assert all(named and set(named) <= ids for named in relation["roles"].values()), relation
        assert relation["verdict"] in VERDICTS, relation
        assert not relation.get("planted") or relation["verdict"] == "does_not_follow", relation


def test_about_half_of_the_seen_texts_have_planted_errors_and_the_others_none_at_all():
    wrong = {
        path: [r for r in _truth(path)["relations"] if r["verdict"] == "does_not_follow"] for path in TRUTHS if path.parent.name == "seen"
    }
    planted = [path for path, relations in wrong.items() if relations]
    assert all(relation.get("planted") for relations in wrong.values() for relation in relations)
    assert abs(2 * len(planted) - len(wrong)) <= len(wrong) / 10
    assert all(len(wrong[path]) <= 3 for path in planted)


def test_every_kind_of_check_and_every_verdict_has_an_example_among_the_seen():
    relations = [relation for path in TRUTHS if path.parent.name == "seen" for relation in _truth(path)["relations"]]
    assert {relation["kind"] for relation in relations} == set(KINDS)
    assert {relation["verdict"] for relation in relations} == VERDICTS


def test_there_are_seventy_four_seen_texts_in_the_four_languages():
    languages = Counter(_truth(path)["language"] for path in TRUTHS if path.parent.name == "seen")
    assert languages == {"ru": 31, "en": 22, "kk": 11, "ky": 10}
