"""Invented examples for the living page; each is one state of one component. They name no real place, body or person."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from tirek.foundation.ui.charts import Picture, draw
from tirek.foundation.ui.pieces import AxisEvent, Cell, Column, Crumb, Event, Job, Need, Step, Tab, Todo, TodoGroup, WeekDay
from tirek.ground.rules.words import Words

STATES = ("waiting", "going", "done", "attention", "stopped", "danger")


def states() -> list[tuple[str, str]]:
    """Every kind of state with a word that uses it."""
    said = [_("planned"), _("under way"), _("verified"), _("answer overdue"), _("withdrawn"), _("urgent measure")]
    return list(zip(STATES, said, strict=True))


def tabs(href: str) -> list[Tab]:
    """The tabs of a visit."""
    words = [_("Prepare"), _("Team"), _("Access"), _("Findings"), _("Report"), _("Recommendations"), _("History")]
    counts = {3: 14, 5: 6}
    return [Tab(word, f"{href}#tabs", place == 3, counts.get(place)) for place, word in enumerate(words)]


def crumbs(href: str) -> list[Crumb]:
    """The way to a finding."""
    return [Crumb(_("Visits"), href), Crumb(_("Remand centre of Tarnobor"), href), Crumb(_("Findings"))]


def steps() -> list[Step]:
    """The states of a visit."""
    return [
        Step(_("planned"), met=True),
        Step(_("begun"), met=True),
        Step(_("findings"), current=True),
        Step(_("report")),
        Step(_("report issued")),
    ]


def needs(href: str) -> list[Need]:
    """What is missing before a report can be signed."""
    return [
        Need(_("Every finding has at least two kinds of source"), True),
        Need(
            _("The doctor has released the wording of the medical part"),
            False,
            f"{href}#needs",
            _("Until then the report shows only what the doctor releases."),
        ),
        Need(_("All members of the delegation have signed"), False, f"{href}#needs"),
    ]


def events(href: str) -> list[Event]:
    """The story of a place."""
    return [
        Event(_("Opened"), date(1987, 9, 1), _("Capacity 420."), icon="building"),
        Event(_("Passed from the ministry of the interior to the ministry of health"), date(2022, 7, 1), icon="arrow-right"),
        Event(_("Visit by six members"), date(2026, 3, 12), _("Fourteen findings, six recommendations."), href, icon="route"),
        Event(_("Answer due"), date(2026, 6, 12), ahead=True),
    ]


def todos(href: str) -> list[TodoGroup]:
    """Things to do, two groups."""
    uncertain = _("Movable holidays of %(years)s are not yet confirmed in the country’s pack: the day may be later.") % {"years": "2027"}
    late = (
        Todo(_("Send the urgent measure of the visit to the remand centre of Tarnobor."), href, clock=_("Overdue by 2 hours"), late=True, danger=True),
        Todo(_("An authority has not answered two recommendations."), href, "mail-opened", _("Overdue by 3 working days"), late=True, note=uncertain),
    )
    soon = (Todo(_("Sign the report on the visit to Tarnobor: 2 of 5 have signed."), href, "signature", _("4 working days left")),)
    return [TodoGroup(_("Overdue"), late), TodoGroup(_("This week"), soon, _("Three more in the list"), href)]


def week(href: str) -> list[WeekDay]:
    """A week with a visit and a day off."""
    monday = date(2026, 3, 9)
    items: dict[int, tuple[tuple[str, str], ...]] = {1: ((_("Visit: Tarnobor"), href),), 3: ((_("Answer due"), href), (_("Term ends"), href))}
    days = [monday + timedelta(days=number) for number in range(7)]
    return [WeekDay(day, items.get(number, ()), today=number == 3, off=number > 4) for number, day in enumerate(days)]


def axes(href: str) -> list[AxisEvent]:
    """What was said and what was verified about one recommendation."""
    return [
        AxisEvent(
            "said",
            _("accepted"),
            date(2026, 4, 2),
            _("Repairs of the second block are in the budget of 2026."),
            href,
            _("Letter 14-03/221"),
            "going",
        ),
        AxisEvent(
            "verified",
            _("not begun"),
            date(2026, 6, 18),
            _("The second block was seen by two members; no work had started."),
            href,
            _("Photographs"),
            "attention",
        ),
        AxisEvent("said", _("carried out"), date(2026, 9, 1), _("Work was finished on 25 August."), href, _("Letter 14-03/507"), "done"),
        AxisEvent("verified", _("partly carried out"), date(2026, 9, 22), _("Windows replaced in 14 of 20 rooms."), kind="going"),
    ]


def table() -> tuple[list[Column], list[list[object]]]:
    """A list with an address, a state, a date, numbers and a gap."""
    columns = [
        Column(_("Place")),
        Column(_("State")),
        Column(_("Last visit")),
        Column(_("Capacity"), numeric=True),
        Column(_("People held"), numeric=True),
    ]
    rows: list[list[object]] = [
        [Cell(_("Remand centre of Tarnobor"), "#table"), Cell(_("under way"), state="going"), date(2026, 3, 12), 1420, 1298],
        [
            Cell(_("Psychoneurological institution for long-term care in Velisad"), "#table"),
            Cell(_("planned"), state="waiting"),
            date(2025, 11, 3),
            300,
            288,
        ],
        [
            Cell(_("Temporary detention room of the Sarny district police"), "#table"),
            Cell(_("answer overdue"), state="attention"),
            None,
            12,
            None,
        ],
    ]
    return columns, rows


def jobs(href: str) -> list[Job]:
    """A piece of long work in each of its states; none asks the server again from the living page."""
    return [
        Job(_("Making the report"), "waiting", key="a"),
        Job(_("Making the report"), "running", 1240, 4800, key="b"),
        Job(_("Making the report"), "done", result=href, key="c"),
        Job(_("Making the report"), "failed", text=_("The disk is full. Free some space and start it again."), key="d"),
    ]


def text() -> Words:
    """A recommendation whose Kazakh text is older than the Russian one."""
    russian = "Обеспечить в камерах второго корпуса естественное освещение, достаточное для чтения, до 1 сентября."
    kazakh = "Екінші корпус камераларында оқуға жеткілікті табиғи жарықты 1 қыркүйекке дейін қамтамасыз ету."
    return Words.of({"ru": russian, "kk": kazakh}, stale=["kk"])


def chart() -> Picture:
    """Two series over three years, with the table that says the same."""
    asked, verified = _("recommendations made"), _("verified as carried out")
    figures = [(2024, 1210, 640), (2025, 1312, 702), (2026, 980, 415)]
    values = [{"year": str(year), "what": what, "n": n} for year, *pair in figures for what, n in zip((asked, verified), pair, strict=True)]
    spec = {
        "data": {"values": values},
        "mark": "bar",
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": None},
            "xOffset": {"field": "what", "sort": None},
            "y": {"field": "n", "type": "quantitative", "title": None},
            "color": {"field": "what", "type": "nominal", "title": None, "sort": None},
        },
    }
    return draw(
        spec,
        title=_("Recommendations made and verified, by year"),
        alt=_("Bars for three years: in each year about half of the recommendations made were verified as carried out."),
        columns=[Column(_("Year")), Column(asked, numeric=True), Column(verified, numeric=True)],
        rows=[[str(year), made, seen] for year, made, seen in figures],
        source=_("Invented figures of the living page."),
    )
