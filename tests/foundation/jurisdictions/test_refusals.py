"""A wrong pack is refused with file and line: one fault is planted in a copy of the packs, one sentence comes back."""

import re
import shutil
from pathlib import Path

import pytest

from tirek.foundation.jurisdictions.loading import PACKS, load
from tirek.foundation.jurisdictions.refusals import PackRefused

pytestmark = pytest.mark.pure

DEMO = "demo"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the shared files and of the invented country only, so that each trial is quick."""
    for name in ("common", DEMO):
        shutil.copytree(PACKS / name, tmp_path / name)
    return tmp_path


def planted(packs: Path, file: str, old: str, new: str) -> tuple[str, int]:
    """Replace the first `old` by `new`; the file and line of the change."""
    path = packs / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path.as_posix(), text[: text.index(old)].count("\n") + 1


def refusal(packs: Path) -> PackRefused:
    with pytest.raises(PackRefused) as caught:
        load(packs)
    return caught.value


CASES = {
    "an unknown key": ("demo/events.yaml", "  since: 2025-06-24", "  begun: 2025-06-24", 0, "unknown key “begun” in Event"),
    "a missing key": ("demo/regions.yaml", "- code: LU-VE\n  kind: city", "- code: LU-VE", 0, "missing key “kind” in Region"),
    "a wrong type": ("demo/terms.yaml", "amount: 90", "amount: ninety", 0, "“amount” is 'ninety', but must be a whole number"),
    "text without quotation marks": ("demo/holidays.yaml", 'day: "06-24"', "day: 624", 0, "“day” must be text"),
    "a bad date": ("demo/events.yaml", "until: 2025-06-26", "until: 2025-02-30", 0, "must be a date like 2025-10-03"),
    "since after until": (
        "demo/events.yaml",
        "since: 2025-06-24\n  until: 2025-06-26",
        "since: 2025-06-27\n  until: 2025-06-26",
        0,
        "since 2025-06-27 is after until 2025-06-26",
    ),
    "overlapping intervals": (
        "demo/terms.yaml",
        "since: 2025-01-01",
        "since: 2024-12-31",
        0,
        "this interval overlaps the one that begins openly and ends 2024-12-31",
    ),
    "an urgent measure's limit in days": (
        "demo/terms.yaml",
        "{amount: 24, unit: hours",
        "{amount: 1, unit: calendar_days",
        0,
        "“unit” of the term “urgent” is “calendar_days”, but must be hours: its clock counts nothing else.",
    ),
    "an authority under two names on one day": (
        "demo/authorities.yaml", "      parent: lum-law\n      since: 2022-01-01", "      parent: lum-law\n      since: 2021-12-31", -2,
        "authority “lum-prison-service”: this interval overlaps the one that begins openly and ends 2021-12-31",
    ),
    "two authorities for a kind of place on one day": (
        "demo/place_kinds.yaml", "{authority: lum-schools, since: 2023-01-01", "{authority: lum-schools, since: 2022-06-01", 0,
        "place kind “childrens-home”: this interval overlaps",
    ),
    "one holder of a duty twice on one day": (
        "demo/duties.yaml", "authority: lum-care, since: 2024-01-01", "authority: lum-prison-service, since: 2023-01-01", 0,
        "duty “prison-medicine”: this interval overlaps another of “lum-prison-service”",
    ),
    "two holders of a duty on one day": (
        "demo/duties.yaml", "authority: lum-care, since: 2024-01-01", "authority: lum-care, since: 2023-12-31", 0,
        "duty “prison-medicine”: “lum-prison-service” and “lum-care” hold it on one day",
    ),
    "a time limit below nothing": ("demo/terms.yaml", "amount: 90", "amount: -3", 0, "“amount” is -3, but must be at least 1"),
    "a time limit of nothing": ("demo/terms.yaml", "amount: 90", "amount: 0", 0, "“amount” is 0, but must be at least 1"),
    "a longest visit of no days": (
        "demo/pack.yaml", "invented: true", "invented: true\nlongest_visit_days: 0", 1, "visits: “longest_visit_days” is 0, but must be at least 1",
    ),
    "an interval of no months": ("demo/visit_kinds.yaml", "months: 24", "months: 0", 0, "visit kind “periodic”: “months” is 0, but must be at least 1"),
    "a delegation of nobody": ("demo/pack.yaml", "members: ", "members: -", 0, "minimum_delegation: “members” is -"),
    "a successor before the end": (
        "demo/authorities.yaml", "to: lum-schools, on: 2023-01-01", "to: lum-schools, on: 2022-01-01", 0,
        "stands until 2022-12-31, but is succeeded on 2022-01-01",
    ),
    "a successor on the last day": (
        "demo/authorities.yaml", "to: lum-schools, on: 2023-01-01", "to: lum-schools, on: 2022-12-31", 0, "it must end before that day",
    ),
    "an abolished body that goes on": (
        "demo/authorities.yaml", "until: 2022-12-31\n      source: invention\n      verified: true\n  succeeded_by", "until: 2023-12-31\n      source: invention\n      verified: true\n  succeeded_by", 3,
        "stands until 2023-12-31, but is succeeded on 2023-01-01",
    ),
    "an abolished body without an end": (
        "demo/authorities.yaml", "      until: 2022-12-31\n      source: invention\n      verified: true\n  succeeded_by", "      source: invention\n      verified: true\n  succeeded_by", 2,
        "has no end, but is succeeded on 2023-01-01",
    ),
    "a feast that nobody named": ("demo/holidays.yaml", '- day: "06-24"', '- on: 2025-06-24\n  feast: moon', 1, "unknown feast “moon”"),
    "two mechanisms on one day": ("demo/mechanisms.yaml", "  since: 2020-01-01", "  since: 2019-12-31", -5, "mechanism: this interval overlaps"),
    "two intervals for a kind of place": (
        "demo/visit_kinds.yaml", "{months: 24, source", "{months: 24, place_kinds: [sizo, ivs], source", 1, "visit kind “periodic”: this interval overlaps"
    ),
    "an unknown key inside": ("demo/terms.yaml", "amount: 90, unit", "ammount: 90, unit", 0, "unknown key “ammount” in TermRule"),
    "a missing translation of a note": (
        "demo/authorities.yaml", ', en: "The committee became a ministry"', "", 0, "missing translation of “note”: en"
    ),
    "an unknown authority": ("demo/duties.yaml", "authority: lum-care", "authority: lum-nobody", 0, "unknown authority “lum-nobody”"),
    "an unknown source": ("demo/duties.yaml", "source: invention", "source: hearsay", 0, "unknown source “hearsay”"),
    "a missing translation": ("demo/regions.yaml", ', ky: "Велисад шаары"', "", 0, "missing translation of “name”: ky"),
    "an empty translation": ("demo/regions.yaml", '"Велисад шаары"', '""', 0, "missing translation of “name”: ky"),
    "an unknown language": ("demo/regions.yaml", 'ky: "Велисад шаары"', 'ky: "Велисад шаары", uz: "Velisad"', 0, "unknown language “uz”"),
    "a time limit that is not there": ("demo/terms.yaml", "- key: dissent", "- key: disent", 32, "terms.yaml needs the time limits dissent too."),
    "two regions on one square": ("demo/regions.yaml", "column: 3, row: 2", "column: 3, row: 3", 18, "“LU-TA” and “LU-SK” stand on one tile"),
    "a square beside the sheet": ("demo/regions.yaml", "column: 3, row: 3", "column: 0, row: 3", 0, "columns and rows of tiles are numbers from 1 to 16"),
    "a name too long for a square": ("demo/regions.yaml", 'short: {ru: "Тарнобор"', 'short: {ru: "Тарноборский"', 0, "is longer than the 11 letters"),
    "an unknown report language": ("demo/pack.yaml", "[ru, kk, ky, en]", "[ru, la]", 0, "unknown language “la”"),
    "a duplicate id": ("demo/regions.yaml", "- code: LU-TA", "- code: LU-VE", 0, "duplicate code “LU-VE”"),
    "a bad choice": ("demo/regions.yaml", "kind: city", "kind: town", 0, "must be one of region, city"),
    "broken YAML": ("demo/events.yaml", "regions: [LU-TA]", "regions: [LU-TA", 1, "this is not valid YAML"),
    "a key twice": ("demo/events.yaml", "  verified: true", "  verified: true\n  verified: true", 1, "the key “verified” stands twice"),
    "an object tag": ("demo/events.yaml", "since: 2025-06-24", "since: !!python/object/apply:os.getcwd []", 0, "needs one value"),
    "a wrong digest": ("common/documents.yaml", 'sha256: "095c', 'sha256: "195c', 0, "the SHA-256 of “000_ee8fb8e6e5c1fd71.txt” is 095c"),
    "an assumption called verified": (
        "demo/duties.yaml",
        "source: invention, verified: true",
        "source: general-knowledge, verified: true",
        0,
        "cannot be verified",
    ),
    "a year of nothing": ("common/documents.yaml", "dated: not_stated", "dated:", 0, "write not_stated where the source gives none"),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.replace(" ", "-"))
def test_a_planted_fault_is_named_with_file_and_line(packs: Path, case: str) -> None:
    file, old, new, below, sentence = CASES[case]
    path, line = planted(packs, file, old, new)
    problems = refusal(packs).problems
    assert [str(one) for one in problems if sentence in one.what and (one.file, one.line) == (path, line + below)], list(map(str, problems))


def test_a_quote_that_is_not_in_the_document_is_refused(tmp_path: Path) -> None:
    shutil.copytree(PACKS, tmp_path, dirs_exist_ok=True)
    planted(tmp_path, "kz/facts.yaml", "осуждено 47 сотрудников", "осуждено 48 сотрудников")
    planted(tmp_path, "kz/missions.yaml", "это сделало государство-участник", "это сделало государство")
    said = str(refusal(tmp_path))
    assert re.search(r"kz/facts\.yaml:\d+: the quote of “convicted-2023” was not found verbatim in document 004", said)
    assert re.search(r"kz/missions\.yaml:\d+: the quote of “spt-2016-public” was not found", said)


def test_an_invented_thing_in_a_real_country_is_refused(tmp_path: Path) -> None:
    shutil.copytree(PACKS, tmp_path, dirs_exist_ok=True)
    (tmp_path / "kg/sources.yaml").open("a", encoding="utf-8").write((tmp_path / "demo/sources.yaml").read_text(encoding="utf-8"))
    planted(tmp_path, "kg/duties.yaml", "source: general-knowledge", "source: invention")
    assert "an invented thing may stand only in the pack of an invented country" in str(refusal(tmp_path))


def test_an_authority_above_itself_is_refused(packs: Path) -> None:
    planted(
        packs,
        "demo/authorities.yaml",
        "      source: invention\n      verified: true\n- code: lum-guardian",
        "      parent: lum-law\n      source: invention\n      verified: true\n- code: lum-guardian",
    )
    assert "authority “lum-law” is its own superior" in str(refusal(packs))


def test_all_faults_are_told_at_once(packs: Path) -> None:
    planted(packs, "demo/regions.yaml", "kind: city", "kind: town")
    planted(packs, "demo/events.yaml", "until: 2025-06-26", "until: soon")
    (packs / "demo/roles.yaml").unlink()
    (packs / "demo/rules.yaml").write_text("[]\n", encoding="utf-8")
    files = {Path(problem.file).name for problem in refusal(packs).problems}
    assert {"regions.yaml", "events.yaml", "roles.yaml", "rules.yaml"} <= files


def test_a_file_that_is_not_text_is_refused(packs: Path) -> None:
    (packs / "demo/events.yaml").write_bytes(b"\xff\xfe\x00")
    assert "the file is not UTF-8" in str(refusal(packs))


def test_the_start_check_names_each_fault(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tirek.foundation.jurisdictions import apps, loading

    planted(packs, "demo/regions.yaml", "kind: city", "kind: town")
    monkeypatch.setattr(apps.loading, "catalogue", lambda: loading.load(packs))
    errors = apps.check_packs()
    assert errors
    assert "regions.yaml:" in errors[0].msg
    monkeypatch.undo()
    assert apps.check_packs() == []


def test_a_mechanism_may_keep_its_own_pack_elsewhere(tmp_path: Path) -> None:
    from tirek.foundation.jurisdictions import loading, queries

    shutil.copytree(PACKS / DEMO, tmp_path / "xx")
    planted(tmp_path, "xx/pack.yaml", "country: demo", "country: xx")
    loading.bind(tmp_path)
    try:
        assert "xx" in queries.countries()
    finally:
        loading.bind()
    assert "xx" not in queries.countries()


def test_a_country_given_twice_is_refused(tmp_path: Path) -> None:
    shutil.copytree(PACKS / DEMO, tmp_path / DEMO)
    with pytest.raises(PackRefused, match="must be named as its folder and stand only once"):
        load(PACKS, tmp_path)


def test_a_folder_of_packs_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackRefused, match="there is no such folder of packs"):
        load(PACKS, tmp_path / "missing")


def test_the_folder_of_one_pack_is_refused_with_the_folder_that_is_meant(tmp_path: Path) -> None:
    shutil.copytree(PACKS / DEMO, tmp_path / "xx")
    with pytest.raises(PackRefused) as caught:
        load(PACKS, tmp_path / "xx")
    assert [(one.file, one.line) for one in caught.value.problems] == [((tmp_path / "xx/pack.yaml").as_posix(), 1)]
    assert f"name the folder that holds it: {tmp_path}." in str(caught.value)


def test_a_folder_without_any_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackRefused, match="this folder holds no pack"):
        load(PACKS, tmp_path)


def test_a_duty_that_the_law_gives_to_several_may_be_shared(packs: Path) -> None:
    planted(packs, "demo/duties.yaml", "authority: lum-care, since: 2024-01-01", "authority: lum-care, since: 2023-12-31")
    planted(packs, "demo/duties.yaml", "  holders:", "  shared: true\n  holders:")
    assert load(packs).packs[DEMO].duties[0].shared
