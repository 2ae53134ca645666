"""Letters made through services only."""

from tests import world
from tests.followup.letters.scans import scan
from tests.followup.recommendations import making
from tests.people import leader, secretary
from tests.remembering import remembered
from tirek.followup.letters import services
from tirek.followup.recommendations.services import issue
from tirek.foundation.files.services import NewFile

PDF = "application/pdf"


@remembered
def three(place, team, days=60):
    """The ids of three issued recommendations, in their order."""
    visit = world.concluded(place, team)
    made = tuple(making.draft(visit) for _number in range(3))
    issue(visit_id=visit, report_number="2026/7", on=making.ago(days), by=leader)
    return made


def letter(about=(), direction="in", by=secretary, pages=0, **given):
    """A letter of the prison service, come yesterday; its id."""
    said = {
        "direction": direction, "kind": "answer" if direction == "in" else "transmittal", "body": "lum-prison-service", "number": "12-3/45",
        "dated_on": making.ago(3), "moved_on": making.ago(1), "file": NewFile(scan(pages), "letter.pdf", PDF) if pages else None,
    }  # fmt: skip
    made = services.NewLetter(**{**said, **given})
    return services.register_letter(country="demo", letter=made, about=about, by=by).value
