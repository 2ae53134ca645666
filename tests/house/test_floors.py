"""The house is built as it is drawn: relations and migrations go down only, like imports; the drawing is true; nothing is written that must not be."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = ("project", "faces", "insight", "followup", "records", "registers", "foundation", "ground")
pytestmark = pytest.mark.pure


def contracts():
    return {each["id"]: each for each in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]}


def layers(floor):
    """Rank of each room of a floor, from the contracts: greater stands higher; `|` shares a rank."""
    contract = contracts().get(floor) or contracts().get(f"{floor}-rooms")
    if contract is None:
        return {}
    ranked = {}
    for rank, layer in enumerate(reversed(contract["layers"])):
        for room in layer.split("|"):
            ranked[room.strip(" ()")] = (rank, layer)
    return ranked


def room_of(module):
    parts = module.split(".")
    return (parts[1], parts[2]) if len(parts) > 2 and parts[0] == "tirek" else None


def stands_below(lower, upper):
    """Whether a thing in `upper` may refer to one in `lower`."""
    if lower is None or upper is None or lower == upper:
        return True
    if lower[0] != upper[0]:
        return FLOORS.index(lower[0]) > FLOORS.index(upper[0])
    ranks = layers(upper[0])
    return ranks[lower[1]][0] < ranks[upper[1]][0]


def test_relations_between_models_go_down_only():
    wrong = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignObject) and field.remote_field:
                here, there = room_of(model.__module__), room_of(field.related_model.__module__)
                if not stands_below(there, here):
                    wrong.append(f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}")
    assert wrong == []


def test_migrations_of_a_room_stand_in_one_line():
    """Two changes that both follow the same migration stop every start."""
    assert not MigrationLoader(None).detect_conflicts()


def test_migrations_depend_downward_only():
    wrong = []
    for (label, name), migration in MigrationLoader(None).disk_migrations.items():
        here = room_of(apps.get_app_config(label).name + ".migrations") if label in apps.app_configs else None
        for other, _ in migration.dependencies:
            if other in apps.app_configs and other != label:
                there = room_of(apps.get_app_config(other).name + ".migrations")
                if here and there and not stands_below(there, here):
                    wrong.append(f"{label}.{name} -> {other}")
    assert wrong == []


def test_every_module_says_what_it_is():
    bare = []
    for path in (ROOT / "tirek").rglob("*.py"):
        tree = ast.parse(path.read_text())
        if tree.body and not ast.get_docstring(tree) and "migrations" not in path.parts:
            bare.append(str(path.relative_to(ROOT)))
    assert bare == []


def test_the_drawing_names_every_room_and_no_other():
    drawn = set(re.findall(r"`tirek/([a-z_]+/[a-z_]+)`", (ROOT / "docs/architecture.md").read_text()))
    built = {f"{floor}/{path.name}" for floor in FLOORS if floor != "project" for path in (ROOT / "tirek" / floor).glob("*")
             if (path / "__init__.py").exists() and path.is_dir()}
    assert drawn == built


def test_every_room_stands_in_a_contract():
    for floor in FLOORS[1:]:
        built = {path.parent.name for path in (ROOT / "tirek" / floor).glob("*/__init__.py")}
        if built:
            assert built <= set(layers(floor)), floor


def tracked_files():
    found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in found.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_package_registry_or_this_machine():
    banned = re.compile(rb"(?:py" rb"pi|python" rb"hosted)\.org|npm" rb"js\.(?:org|com)|deb\.deb" rb"ian|/wo" rb"rk/|/tmp/" rb"wt|/ro" rb"ot/")
    found = [str(path.relative_to(ROOT)) for path in tracked_files() if banned.search(path.read_bytes())]
    assert found == []


def test_rooms_take_the_day_and_the_hour_from_the_row_s_country_and_not_from_the_instance():
    banned = re.compile(r"timezone\.local(date|time)\(|date\.today\(|make_aware\(|datetime\.now\(\)")
    rooms = [path for floor in ("insight", "followup", "records", "registers") for path in (ROOT / "tirek" / floor).rglob("*.py")]
    assert [str(path.relative_to(ROOT)) for path in rooms if banned.search(path.read_text())] == []


def test_models_get_model_and_raw_connections_stay_in_their_place():
    banned = re.compile(r"get_model\(|ContentType|connection\.cursor")
    allowed = re.compile(r"/(project|migrations)/|/queries(\.py|/)|/ledger/one_view\.py$")  # the last sets how a transaction sees, and reads nothing
    found = [str(path.relative_to(ROOT)) for path in (ROOT / "tirek").rglob("*.py")
             if banned.search(path.read_text()) and not allowed.search(path.as_posix())]
    assert found == []
