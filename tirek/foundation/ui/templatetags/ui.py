"""The components, as template tags: `{% load ui %}`. Each draws one template of ui/components; none asks a table.

The living page at /about/components/ shows every one in every state.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.templatetags.static import static
from django.utils import translation
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tirek.foundation.ui import formats
from tirek.foundation.ui import forms as drawn
from tirek.foundation.ui.language import LANGUAGE_NAMES, language_address
from tirek.foundation.ui.pieces import NOTICE_ICONS, STATE_ICONS, Cell, Column, Crumb, Event, Job, Need, Step, Tab, TodoGroup, WeekDay
from tirek.ground.rules.words import LANGUAGES, Words

register = template.Library()
COMPONENTS = "ui/components"


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. Without a label it is decoration and silent to a screen reader."""
    address = f"{static('ui/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, address)
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', address)


@register.simple_tag
def state(word: str, kind: str = "waiting") -> SafeString:
    """A state: its shape, its word, its tint. Kinds: waiting, going, done, attention, stopped, danger."""
    return format_html('<span class="state state-{}">{}<span>{}</span></span>', kind, icon(STATE_ICONS[kind]), word)


@register.simple_tag
def day(value: date | str | None, style: str = "long") -> SafeString | str:
    """A date in words within a time element; words of the source stay as they are."""
    if value is None or isinstance(value, str):
        return value or ""
    return format_html('<time datetime="{}">{}</time>', formats.local_day(value).isoformat(), formats.day(value, style))


@register.simple_tag
def moment(value: datetime | None, style: str = "long") -> SafeString | str:
    """A day with its time of day within a time element."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), formats.moment(value, style)) if value else ""


@register.simple_tag
def span(start: date, end: date | None = None) -> SafeString | str:
    """From one day to another; an open end is left open."""
    if end is None or end == start:
        return day(start)
    return formats.span(start, end)


@register.simple_tag
def number(value: int | Decimal | None, places: int | None = None) -> SafeString | str:
    """A number with its groups apart and its figures of one width; nothing stands as a dash."""
    return "—" if value is None else format_html('<span class="number">{}</span>', formats.number(value, places))


@register.simple_tag
def percent(share: Decimal | None, places: int = 0) -> SafeString | str:
    """A share of one as per cent."""
    return "—" if share is None else format_html('<span class="number">{}</span>', formats.percent(share, places))


@register.simple_tag
def clock(days: int, due: date, working: bool = True) -> SafeString:
    """What is left until a day, in words, with a shape of its own when it is overdue."""
    late = days < 0
    shape = icon("clock-exclamation" if late else "hourglass" if days <= 5 else "clock")
    return format_html(
        '<span class="deadline{}">{}<span>{}</span></span>', " late" if late else "", shape, formats.clock(days, due, working)
    )


@register.simple_tag
def hours(left: timedelta) -> SafeString:
    """The clock of an urgent measure, in hours."""
    late = left < timedelta(0)
    shape = icon("clock-exclamation" if late else "hourglass")
    return format_html('<span class="deadline{}">{}<span>{}</span></span>', " late" if late else "", shape, formats.hours_left(left))


@register.filter
def listed(items: Iterable[str]) -> str:
    """Words joined as a sentence joins them."""
    return formats.listed(items)


@register.simple_tag
def words(value: Words | None) -> SafeString | str:
    """A text of several languages in the reader's, else in the next best with its lang attribute."""
    if not value:
        return ""
    reader = active_language()
    spoken = value.best_language(reader)
    text = value.best(reader)
    return text if spoken == reader else format_html('<span lang="{}">{}</span>', spoken, text)


class Grouped(int):
    """A whole number whose text is written as the reader groups digits, and whose worth still chooses the plural."""

    def __str__(self) -> str:
        return formats.number(int(self), language=active_language())


@register.filter
def counted(value: int) -> Grouped:
    """A count for a sentence with plural forms: 49667 as 49 667."""
    return Grouped(value or 0)


@register.filter
def said(value: Words | None) -> str:
    """A text of several languages as plain text, for attributes and titles."""
    return value.best(active_language()) if value else ""


@register.filter
def languages(codes: str) -> list[str]:
    """Language codes written in a template: "ru,kk"."""
    return codes.split(",")


@register.inclusion_tag(f"{COMPONENTS}/bilingual.html")
def bilingual(value: Words, languages: Sequence[str]) -> dict[str, object]:
    """The same text in two languages side by side, with a mark where a translation is missing or stale."""
    return {"sides": [(code, LANGUAGE_NAMES[code], value.in_(code), code in value.stale) for code in languages]}


@register.inclusion_tag(f"{COMPONENTS}/figure.html")
def figure(value: object, label: str, source: str = "", href: str = "", when: str = "") -> dict[str, object]:
    """One figure with its label, its time and its source; `href` opens the quoted sentence."""
    shown = formats.number(value) if isinstance(value, int | Decimal) else value
    return {"value": shown, "label": label, "source": source, "href": href, "when": when}


@register.inclusion_tag(f"{COMPONENTS}/field.html")
def field(bound: BoundField, label: str = "", hint: str = "") -> dict[str, object]:
    """One field: label, hint, error, control, tied together for a screen reader."""
    return drawn.field_context(bound, label, hint)


@register.inclusion_tag(f"{COMPONENTS}/fields.html")
def fields(form: BaseForm, *names: str) -> dict[str, object]:
    """The named fields of a form, or all visible ones, and the hidden ones."""
    shown = [form[name] for name in names] if names else form.visible_fields()
    return {"shown": shown, "hidden": [] if names else form.hidden_fields()}


@register.inclusion_tag(f"{COMPONENTS}/errors.html")
def errors(*forms: BaseForm, focus: bool = True) -> dict[str, object]:
    """The summary above a form: every mistake as a link to its field; it takes the focus when the page opens."""
    return {"mistakes": [mistake for form in forms for mistake in drawn.mistakes(form)], "focus": focus}


@register.inclusion_tag(f"{COMPONENTS}/errors.html")
def errors_of(forms: Iterable[BaseForm]) -> dict[str, object]:
    """The same summary over forms that were gathered: the lines of a table are forms of their own."""
    return errors(*forms)


@register.inclusion_tag(f"{COMPONENTS}/button.html")
def button(
    label: str, kind: str = "", name: str = "", value: str = "", href: str = "", shape: str = "", confirm: str = "", action: str = ""
) -> dict[str, object]:
    """A button, or a link that looks like one when `href` is given. Kinds: primary, danger, quiet, small; several with spaces.

    `action`: where it sends its form, if not where the form goes by itself.
    """
    classes = " ".join(["btn", *(f"btn-{one}" for one in kind.split())])
    return {"label": label, "classes": classes, "name": name, "value": value, "href": href, "shape": shape, "confirm": confirm, "action": action}


@register.inclusion_tag(f"{COMPONENTS}/table.html")
def table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[object]],
    dense: bool = False,
    quiet_caption: bool = False,
    stacks: bool = True,
    aligned: bool = False,
    choose: str = "",
    choices: Sequence[tuple[str, str] | None] = (),
) -> dict[str, object]:
    """A table whose first column names its row; on a telephone each row becomes a small list unless `stacks` is off.

    `aligned`: its columns are as wide as those of another one with the same columns, whatever stands in them. `choose`: under this name rows are
    chosen with a box each, within a form round the table; `choices` are the value and the label of each row's box, None where there is none.
    """
    boxes = choices or [None] * len(rows)
    paired = [(box, list(zip(columns, row, strict=True))) for box, row in zip(boxes, rows, strict=True)]
    return {"choose": choose, "caption": caption, "columns": columns, "rows": paired, "dense": dense, "quiet_caption": quiet_caption, "stacks": stacks, "aligned": aligned}


@register.filter
def cell(value: object) -> object:
    """The value of a cell as it is written: numbers grouped, dates in short, nothing as a dash."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return value
    if isinstance(value, int | Decimal):
        return formats.number(value)
    return formats.day(value, "short") if isinstance(value, date) else value


@register.simple_tag
def cell_of(value: object) -> SafeString:
    """What stands in a cell. Written here and in no template: a table of a hundred years has a thousand cells, and a template for each takes longer than all else."""
    if not isinstance(value, Cell):
        return format_html("<span>{}</span>", localize(cell(value)))
    if value.state:
        return state(str(value.text), value.state)
    words = localize(cell(value.text))
    if value.href:
        return format_html('<a href="{}">{}</a>', value.href, words)
    return format_html('<span lang="{}">{}</span>', value.lang, words) if value.lang else format_html("<span>{}</span>", words)


@register.inclusion_tag(f"{COMPONENTS}/filters.html", takes_context=True)
def filters(context: template.Context, form: BaseForm, label: str = "") -> dict[str, object]:
    """The bar that narrows a list: a GET form, so that the narrowed list has an address.

    Of the page's context it takes `everything`, where the whole list stands if not at the bare address, and `kept_in_address`, pairs that
    stand in the address beside the filters.
    """
    path = context["request"].path
    return {"form": form, "label": label, "path": path, "everything": context.get("everything") or path, "kept": context.get("kept_in_address") or ()}


@register.inclusion_tag(f"{COMPONENTS}/pagination.html", takes_context=True)
def pagination(context: template.Context, page: "Page[Any]") -> dict[str, object]:
    """Pages of a list; the filters stay in the address."""
    query: QueryDict = context["request"].GET.copy()
    query.pop("page", None)
    return {
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "query": query.urlencode(),
        "gap": "…",
    }


@register.inclusion_tag(f"{COMPONENTS}/tabs.html")
def tabs(items: Sequence[Tab], label: str) -> dict[str, object]:
    """Tabs that are addresses; `label` names the group to a screen reader."""
    return {"items": items, "label": label}


@register.inclusion_tag(f"{COMPONENTS}/crumbs.html")
def crumbs(items: Sequence[Crumb]) -> dict[str, object]:
    """The way here."""
    return {"items": items}


@register.inclusion_tag(f"{COMPONENTS}/needs.html")
def needs(items: Sequence[Need], title: str = "") -> dict[str, object]:
    """What is missing for the next state, each with the link to where it is done."""
    return {"items": items, "title": title, "left": sum(not item.met for item in items)}


@register.inclusion_tag(f"{COMPONENTS}/timeline.html")
def timeline(events: Sequence[Event], label: str = "") -> dict[str, object]:
    """Dated events, one under another."""
    return {"events": events, "label": label}


@register.inclusion_tag(f"{COMPONENTS}/todo.html")
def todo(group: TodoGroup) -> dict[str, object]:
    """Things to do under one heading, each one sentence with a link and its clock."""
    return {"group": group}


@register.inclusion_tag(f"{COMPONENTS}/week.html")
def week(days: Sequence[WeekDay], label: str) -> dict[str, object]:
    """A strip of days with what falls on each; `label` names it to a screen reader."""
    return {"days": days, "label": label}


@register.inclusion_tag(f"{COMPONENTS}/axes.html")
def axes(events: Sequence[object], label: str = "") -> dict[str, object]:
    """What the authority says and what the mechanism verified, on one time line and never merged."""
    return {"events": events, "label": label}


@register.inclusion_tag(f"{COMPONENTS}/steps.html")
def steps(items: Sequence[Step], label: str = "") -> dict[str, object]:
    """The chain of states a thing goes through."""
    return {"items": items, "label": label}


@register.inclusion_tag(f"{COMPONENTS}/empty.html")
def empty(title: str, text: str = "", href: str = "", action: str = "") -> dict[str, object]:
    """An empty place that says what will stand here and how it comes to be."""
    return {"title": title, "text": text, "href": href, "action": action}


@register.inclusion_tag(f"{COMPONENTS}/job.html")
def job(piece: Job) -> dict[str, object]:
    """Progress of long work; polls with htmx, and has a refresh link for a browser without scripts."""
    return {"job": piece, "known": piece.total > 0, "going": piece.state in {"waiting", "running"}}


@register.inclusion_tag(f"{COMPONENTS}/chart.html")
def chart(picture: object) -> dict[str, object]:
    """A chart with its words and, beside it, its table (see charts.Picture)."""
    return {"picture": picture}


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    """A notice within a page. Kinds: info, done, attention, danger (only for danger to a person, or destroying)."""
    head = format_html('<p class="notice-title">{}</p>', title) if title else ""
    role = "alert" if kind == "danger" else "note"
    body = mark_safe(content)  # noqa: S308 — the block's own rendered template
    return format_html('<div class="notice notice-{}" role="{}">{}<div>{}{}</div></div>', kind, role, icon(NOTICE_ICONS[kind]), head, body)


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[dict[str, object]]:
    """The page in each language: code, name, address, whether it is the one being read."""
    request = context.get("request")
    current = active_language()
    return [
        {"code": code, "name": LANGUAGE_NAMES[code], "href": language_address(request, code), "current": code == current}
        for code in LANGUAGES
    ]


def active_language() -> str:
    """The reader's language as a code of the interface."""
    return (translation.get_language() or "en").split("-")[0]
