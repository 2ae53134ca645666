"""Rows of the plan and of visits: hidden ones (unannounced, not begun) for delegation and organisers alone; others by role.

The deputy, who stands outside the cast of the table, organises them, so that head and secretary are outside a hidden visit. "Open" includes
the answer that a state forbids a thing (409) and the question for a purpose (302): both tell only what the person may know.
"""

from itertools import count

from django.utils import timezone

from tests import world
from tests.access.table import MECHANISM, NOONE, OFFICE, VISITORS, Road
from tests.people import deputy, leader, member
from tirek.ground.rules.words import Words
from tirek.insight.planning.services import begin_plan
from tirek.records.visits import services
from tirek.records.visits.services.findings import Observation

ELSEWHERE = frozenset({"foreigner"})
LEADER = frozenset({"leader"})
DELEGATION = frozenset({"leader", "member", "doctor"})
INSIDE = OFFICE | DELEGATION
"""Who opens a page of a visit that is no secret within the mechanism."""
PLANNERS = OFFICE | LEADER
STATES = ("hidden", "announced", "begun", "reported")
NUMBERS = count(1)


def of(state):
    """The arguments of a visit in that state: hidden, announced, begun, concluded or reported."""

    def needs(scene):
        key = f"visit_{state}"
        if key not in scene.things:
            scene.things[key] = make(state, scene.prison, scene.team)
        return {"visit_id": scene.things[key]}

    return needs


def make(state, place, team):
    """A visit brought to the state."""
    if state in ("hidden", "announced"):
        return world.planned(place, team, announced=state == "announced")
    if state == "begun":
        return world.begun(place, team)
    visit = world.concluded(place, team)
    if state == "reported":
        services.mark_reported(visit_id=visit, by=leader)
    return visit


def nothing(scene):
    return {"visit_id": scene.nothing}


def read(name, states=STATES):
    """A page of a visit, read in each secrecy."""
    open_to = {"hidden": DELEGATION, "reported": INSIDE | {"analyst"}}
    rows = [Road(name, open_to.get(state, INSIDE), of(state), about=state, kind="detail") for state in states]
    return [*rows, Road(name, NOONE, nothing, about="not there", kind="error")]


def form(name, open_to):
    """A form of a visit and its sending, by the state of the visit it is about."""
    rows = []
    for state, who in open_to.items():
        rows += [Road(name, who, of(state), about=state, kind="form"), Road(name, who, of(state), "post", about=state, kind="write")]
    return [*rows, Road(name, NOONE, nothing, about="not there", kind="error"), Road(name, NOONE, nothing, "post", "not there", "error")]


PREPARED = {"hidden": LEADER, "announced": OFFICE | LEADER, "begun": OFFICE | LEADER, "reported": OFFICE | LEADER}
LED = {"hidden": LEADER, "announced": LEADER, "begun": LEADER, "reported": LEADER}
RECORDED = {"hidden": DELEGATION, "announced": INSIDE, "begun": INSIDE, "reported": INSIDE}
ASKED = {"hidden": DELEGATION, "begun": INSIDE, "reported": INSIDE | {"analyst"}}


def thing(state, key, work):
    """The arguments of something that belongs to a visit, made at its first need."""

    def needs(scene):
        visit = of(state)(scene)
        name = f"{key}_{state}"
        if name not in scene.things:
            scene.things[name] = work(visit["visit_id"])
        return {**visit, key.partition(":")[0]: scene.things[name]}

    return needs


def finding(visit):
    """A finding in words of its own: what says the same as another one is not written twice."""
    return services.add_finding(visit_id=visit, seen=world.seen(f"Замечание номер {next(NUMBERS)} записано."), by=leader).value


def taken_back(visit):
    return services.take_back_finding(finding_id=finding(visit), by=leader).value


def medical(visit):
    seen = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    return services.add_finding(visit_id=visit, seen=seen, by=leader).value


def meeting(visit):
    return services.add_meeting(visit_id=visit, with_whom="staff", held_on=timezone.localdate(), by=leader).value


def measure(visit):
    what = Words.of({"ru": "Открыть окна."})
    asked = {"visit_id": visit, "what": what, "authority_code": "lum-prison-service", "observed_at": timezone.now()}
    return services.send_urgent_measure(by=leader, **asked).value


def part(name, key, work, open_to=INSIDE, methods=("get", "post")):
    """Pages of something that belongs to a begun visit; of one that is not there; of one that belongs to another visit."""
    there = thing("begun", key, work)

    def elsewhere(scene):
        return {**there(scene), **of("concluded")(scene)}

    def missing(scene):
        return {**there(scene), key.partition(":")[0]: scene.nothing}

    return [
        road
        for method in methods
        for road in (
            Road(name, open_to, there, method, "begun", "form" if method == "get" else "write"),
            Road(name, NOONE, missing, method, "not there", "error"),
            Road(name, NOONE, elsewhere, method, "of another visit", "error"),
        )
    ]


def entry(announced, key="entry"):
    """An entry of the plan; `key` tells those apart that a road changes."""

    def needs(scene):
        name = f"{key}_{announced}"
        if name not in scene.things:
            by, today = (leader if announced else deputy), timezone.localdate()
            asked = {"place_id": scene.prison, "country": "demo", "kind": "periodic", "announced": announced, "first_day": today, "last_day": today}
            scene.things[name] = services.plan_visit(by=by, organisers=(member.id,), **asked).value
        return {"entry_id": scene.things[name]}

    return needs


def planned(name, methods, announced, hidden=NOONE):
    """Roads of an entry: announced, hidden (the deputy's and the member's), and not there."""
    there = [(True, announced, "announced"), (False, hidden, "hidden")]
    rows = [Road(name, who, entry(known, name), method, about, "detail") for method in methods for known, who, about in there]
    return [*rows, *(Road(name, NOONE, lambda scene: {"entry_id": scene.nothing}, method, "not there", "error") for method in methods)]


def of_year(known):
    """The arguments of the plan of this year, begun at first need; or of a year that nobody plans."""

    def needs(scene):
        year = timezone.localdate().year
        if known and "annual_plan" not in scene.things:
            scene.things["annual_plan"] = begin_plan(country="demo", year=year, by=deputy).value
        return {"year": year if known else year + 2}

    return needs


def in_month(scene):
    """The arguments of this month."""
    today = timezone.localdate()
    return {"year": today.year, "month": today.month}


OPEN_ELSEWHERE = PLANNERS | ELSEWHERE
YEARS = [
    ("year", "get", "detail", True, OPEN_ELSEWHERE),
    ("year", "get", "detail", False, OPEN_ELSEWHERE),
    ("year-sheet", "get", "detail", True, PLANNERS),
    ("year-sheet", "get", "error", False, NOONE),
    ("write", "get", "form", True, OFFICE),
    ("write", "post", "write", True, OFFICE),
    ("write", "get", "error", False, NOONE),
    ("write", "post", "error", False, NOONE),
    ("year-begin", "post", "write", True, OFFICE | ELSEWHERE),
    *((f"year-{verb}", "post", "write", True, OFFICE if verb != "approve" else frozenset({"head"})) for verb in ("submit", "return", "approve")),
    *((f"year-{verb}", "post", "error", False, NOONE) for verb in ("submit", "return", "approve")),
]
"""Roads of a year's plan: name, method, kind, whether it is begun, and who goes there. A head elsewhere finds the page of his own country's year."""

SEES_ANNOUNCED = PLANNERS | {"member"}

ROADS = [
    Road("desk:plan", OFFICE | VISITORS | ELSEWHERE, kind="list"),
    Road("desk:plan-new", PLANNERS | ELSEWHERE, kind="form"),
    Road("desk:plan-new", PLANNERS | ELSEWHERE, method="post", kind="write"),
    *planned("desk:plan-entry", ("get",), SEES_ANNOUNCED, frozenset({"member"})),
    *planned("desk:plan-change", ("get", "post"), PLANNERS),
    *planned("desk:plan-open", ("post",), PLANNERS),
    *planned("desk:plan-approve", ("post",), OFFICE),
    *planned("desk:plan-drop", ("post",), PLANNERS),
    *[Road(f"desk:plan-{name}", OFFICE | VISITORS | ELSEWHERE, in_month, kind="list") for name in ("month", "members")],
    Road("desk:plan-calendar", OFFICE | VISITORS | ELSEWHERE, lambda scene: {"year": timezone.localdate().year}, kind="list"),
    Road("desk:plan-deed", PLANNERS | ELSEWHERE, lambda scene: {"year": timezone.localdate().year}, kind="list"),
    *[Road("desk:plan-several", PLANNERS | ELSEWHERE, method=method, kind="form") for method in ("get", "post")],
    Road("desk:plan-coverage", PLANNERS | ELSEWHERE, kind="list"),
    *[Road(f"desk:plan-{name}", who, of_year(known), method, "begun" if known else "not there", kind) for name, method, kind, known, who in YEARS],
    Road("desk:visits", MECHANISM | ELSEWHERE, kind="list"),
    *read("desk:visit"),
    *[road for name in ("days", "preparation", "cancel") for road in form(f"desk:visit-{name}", PREPARED)],
    *[road for name in ("begin", "beginning", "end") for road in form(f"desk:visit-{name}", LED)],
    *[
        Road(f"desk:visit-paper-{what}", who, of(state), "post", state, "export", {"first": "ru", "second": "kk"})
        for what in ("checklist", "card")
        for state, who in (("hidden", DELEGATION), ("announced", INSIDE), ("reported", INSIDE))
    ],
    *read("desk:visit-team"),
    *form("desk:visit-team-edit", PREPARED),
    *form("desk:visit-organisers", {"hidden": LEADER, "announced": LEADER, "begun": NOONE, "reported": NOONE}),
    *[Road("desk:visit-warning", who, of(state), "post", state, "write") for state, who in LED.items()],
    *read("desk:visit-access"),
    *[road for name in ("access-edit", "meeting", "talk", "measure") for road in form(f"desk:visit-{name}", RECORDED)],
    *[Road("desk:visit-restore", DELEGATION if state == "hidden" else INSIDE, of(state), method, state, kind) for state in STATES for method, kind in (("get", "form"), ("post", "write"))],
    *part("desk:visit-meeting-remove", "meeting_id:gone", meeting, methods=("post",)),
    *part("desk:visit-measure-answer", "measure_id", measure),
    *part("desk:visit-measure-edit", "measure_id", measure),
    *part("desk:visit-measure-translate", "measure_id", measure),
    *form("desk:visit-afterwards", {**RECORDED, "hidden": DELEGATION}),
    *form("desk:visit-purpose", ASKED),
    *read("desk:visit-findings", ("hidden", "begun", "reported")),
    *form("desk:finding-new", RECORDED),
    *form("desk:visit-passages", RECORDED),
    *part("desk:finding-edit", "finding_id", finding),
    *part("desk:finding-translate", "finding_id", finding),
    *part("desk:finding-release", "finding_id:medical", medical, frozenset({"doctor"})),
    *part("desk:finding-move", "finding_id", finding, methods=("post",)),
    *part("desk:finding-take-back", "finding_id:gone", finding, methods=("post",)),
    *part("desk:finding-bring-back", "finding_id:taken", taken_back, LEADER, methods=("post",)),
    *read("desk:visit-history"),
    *[Road("desk:visit-kept", DELEGATION if state == "hidden" else INSIDE, of(state), about=state, kind="detail") for state in STATES],
    Road("desk:visit-kept", NOONE, nothing, about="not there", kind="error"),
]
