"""Which worker runs which tests: a file is never divided, files that share something dear stay together, the longest begin first.

With `--dist loadfile` alone a long file that comes late leaves the other worker with nothing to do, and the told country is told for each file.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from xdist.scheduler import LoadFileScheduling

TOGETHER = {
    "tests/project/demonstration/test_does_no_harm.py": "the told country",
    "tests/project/demonstration/test_loads.py": "the told country",
    "tests/project/demonstration/test_mixes_nothing.py": "the told country",
    "tests/project/demonstration/test_questions.py": "the told country",
    "tests/project/demonstration/test_starts.py": "a told house",
    "tests/project/test_faces_apart.py": "a told house",
}
"""File -> what it shares with others of the same words: a fixture that takes many seconds to make."""
LONGEST = (
    "tests/access/test_roads.py",
    "tests/project/test_earlier_data.py",
    "a told house",
    "tests/faces/desk/test_medical_findings_pages.py",
    "tests/browser/test_the_whole_way.py",
    "the told country",
    "tests/access/test_files_that_leave.py",
    "tests/project/test_commands.py",
    "tests/project/test_moving.py",
    "tests/project/test_backups.py",
    "tests/faces/desk/test_reading_from_outside.py",
    "tests/browser/test_topics.py",
    "tests/browser/test_public_pages.py",
    "tests/browser/test_reports.py",
    "tests/project/test_mail_and_kills.py",
    "tests/project/test_tables.py",
    "tests/project/test_running.py",
    "tests/insight/reports/test_says_not_why.py",
    "tests/insight/reports/test_stands_again.py",
    "tests/project/test_records.py",
    "tests/project/test_sealed_backups.py",
    "tests/browser/test_visits.py",
    "tests/faces/portal/test_withheld.py",
    "tests/faces/desk/test_number_of_queries.py",
    "tests/project/test_growing.py",
    "tests/browser/test_profiles.py",
    "tests/browser/test_a_figure.py",
    "tests/browser/test_start.py",
    "tests/browser/test_tasks.py",
    "tests/browser/test_components.py",
    "tests/browser/test_recommendations.py",
    "tests/browser/test_signing_in.py",
)
"""What takes longest, in `make test` or as trials, longest first; all others follow by their number of tests."""


def unit(nodeid: str) -> str:
    """What is run by one worker without a break: a file, or all files that share something."""
    file = nodeid.split("::", 1)[0]
    return TOGETHER.get(file, file)


def longest_first(nodeids: Iterable[str]) -> dict[str, int]:
    """The rank of every unit."""
    sizes = Counter(unit(nodeid) for nodeid in nodeids)
    known = {one: place for place, one in enumerate(LONGEST)}
    units = sorted(sizes, key=lambda one: (known.get(one, len(known)), -sizes[one]))
    return {one: rank for rank, one in enumerate(units)}


OF_TRIALS = re.compile(r"mark\.(?:trial|slow)\b")
BORROWED = re.compile(r"^(?:from|import) tests\.[^\n]*\b(?:test_\w+|screens)\b", re.M)
"""What a file takes from another file of tests may bring its marks with it."""
OF_THE_FILE = re.compile(r"^pytestmark = (\[[^\]]*\]|[^\n]*)", re.M)
IN_BRACKETS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
TESTS, NO_PAGE = Path(__file__).parent, "test_database_role.py"


def needless(path: Path, wanted: str) -> bool:
    """Whether no test of a file can be among the wanted marks, as the file itself says: then it is not even imported.

    Marks that a folder adds (tests/insight: long) take no test of a file that is passed over here back in.
    """
    if not wanted or not path.name.startswith("test_") or path.suffix != ".py":
        return False
    text = path.read_text(encoding="utf-8")
    if wanted == "trial or slow":
        return not OF_TRIALS.search(text) and not BORROWED.search(text)
    rest = IN_BRACKETS.sub("", wanted)
    if " or " in rest:
        return False
    unwanted = set(re.findall(r"not (\w+)", rest))
    marks = {each for found in OF_THE_FILE.findall(text) for each in re.findall(r"mark\.(\w+)", found)}
    page = "page" in unwanted and TESTS / "faces" in path.parents and path.name != NO_PAGE  # tests/faces/conftest.py
    return bool(unwanted & marks) or page


class ByWhatIsShared(LoadFileScheduling):
    """xdist's own distribution by files, over units, in the order in which they were collected."""

    def __init__(self, config, log=None) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)
