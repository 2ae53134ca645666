"""The work lists by key. Each stands with its own noun; here they are only found."""

from tirek.faces.desk.findings.views import FINDINGS
from tirek.faces.desk.letters.views import LETTERS
from tirek.faces.desk.listing import WorkList
from tirek.faces.desk.members.views import MEMBERS
from tirek.faces.desk.places.views import PLACES
from tirek.faces.desk.recommendations.views import RECOMMENDATIONS
from tirek.faces.desk.reports.views import REPORTS
from tirek.faces.desk.sources.views import SOURCES
from tirek.faces.desk.visits.views import VISITS
from tirek.ground.rules.refusals import NotFound

WORK_LISTS = {each.key: each for each in (PLACES, VISITS, FINDINGS, RECOMMENDATIONS, REPORTS, LETTERS, MEMBERS, SOURCES)}


def work_list(key: str) -> WorkList:
    """The list with this key. Raises NotFound."""
    if key not in WORK_LISTS:
        raise NotFound
    return WORK_LISTS[key]
