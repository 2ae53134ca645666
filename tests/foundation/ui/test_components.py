"""Components: each state is told by shape and word, each field is tied to its words, nothing people wrote becomes markup."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from tirek.foundation.ui.pieces import STATE_ICONS, AxisEvent, Cell, Column, Event, Job, Need, Tab, Todo, TodoGroup, WeekDay
from tirek.ground.rules.words import Words

pytestmark = pytest.mark.pure

DAY = date(2026, 3, 12)
EVIL = "<script>x</script>"


def draw(source: str, language: str = "en", path: str = "/", **context) -> str:
    with translation.override(language):
        template = engines["django"].from_string("{% load ui %}" + source)
        return template.render({"request": None, **context}, RequestFactory().get(path))


class Sample(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the sign")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Agreed", required=False)

    def clean(self):
        raise forms.ValidationError("Both ends are wrong.")


@pytest.mark.parametrize("kind", STATE_ICONS)
def test_a_state_has_a_shape_of_its_own_and_its_word(kind):
    html = draw("{% state word kind %}", word=EVIL, kind=kind)
    assert f"#{STATE_ICONS[kind]}" in html
    assert "&lt;script&gt;" in html and EVIL not in html
    assert len(set(STATE_ICONS.values())) == len(STATE_ICONS)


def test_an_icon_is_silent_unless_it_has_words():
    assert 'aria-hidden="true"' in draw("{% icon 'check' %}")
    assert 'role="img" aria-label="done"' in draw("{% icon 'check' 'done' %}")


@pytest.mark.parametrize(("language", "text"), [("ru", "12 марта"), ("kk", "наурыз"), ("ky", "12-март"), ("en", "12 March")])
def test_a_day_is_a_time_element_in_the_readers_language(language, text):
    html = draw("{% day day %}", language, day=DAY)
    assert 'datetime="2026-03-12"' in html and text in html


def test_words_of_a_source_stay_as_they_are():
    assert draw("{% day day %}", day="year not stated") == "year not stated"


def test_nothing_is_a_dash_and_zero_is_zero():
    assert draw("{% number value %}", value=None) == "—"
    assert ">0<" in draw("{% number value %}", value=0)
    assert draw("{{ value|cell }}", value="") == "—"


def test_an_overdue_clock_has_its_own_shape():
    assert "clock-exclamation" in draw("{% clock -2 day %}", day=DAY)
    assert "clock-exclamation" not in draw("{% clock 2 day %}", day=DAY)


def test_a_field_is_tied_to_its_hint_and_its_mistake():
    form = Sample({})
    html = draw("{% field form.name %}", form=form)
    assert 'for="id_name"' in html
    assert 'aria-describedby="id_name-hint id_name-error"' in html
    assert 'id="id_name-hint"' in html and 'id="id_name-error"' in html
    assert 'aria-invalid="true"' in html


def test_choices_stand_in_a_fieldset_with_its_legend():
    html = draw("{% field form.kind %}", form=Sample())
    assert "<fieldset" in html and "<legend>Kind" in html and html.count('type="radio"') == 2


def test_a_field_that_may_stay_empty_says_so():
    class Loose(forms.Form):
        note = forms.CharField(label="Note", required=False)

    assert "(optional)" in draw("{% field form.note %}", form=Loose())
    assert "(optional)" not in draw("{% field form.agreed %}", form=Sample())


def test_the_summary_links_every_mistake_to_its_field():
    html = draw("{% errors form %}", form=Sample({}))
    assert 'href="#id_name"' in html and 'href="#id_kind_0"' in html
    assert "Both ends are wrong." in html and "3 things" in html
    assert draw("{% errors form %}", form=forms.Form({})).strip() == ""


def test_a_table_names_its_cells_for_a_telephone():
    html = draw(
        "{% table 'Places' columns rows %}",
        columns=[Column("Place"), Column("Held", numeric=True), Column("State")],
        rows=[[Cell(EVIL, "/x"), 1357, Cell("open", state="going")], ["B", 0, None]],
    )
    assert html.count('data-label="Held"') == 2 and 'scope="row"' in html
    assert EVIL not in html and "1,357" in html and ">0<" in html and "state-going" in html


def test_a_table_refuses_a_row_of_the_wrong_length():
    with pytest.raises(ValueError):
        draw("{% table 'Places' columns rows %}", columns=[Column("Place")], rows=[["a", "b"]])


def test_pages_of_a_list_keep_its_filters():
    page = Paginator(range(100), 10).get_page(5)
    request = RequestFactory().get("/?state=open&page=5")
    template = engines["django"].from_string("{% load ui %}{% pagination page %}")
    html = template.render({"page": page}, request)
    assert "?state=open&amp;page=6" in html and 'aria-current="page">5' in html


def test_tabs_are_addresses_and_one_is_current():
    html = draw("{% tabs items 'Parts' %}", items=[Tab("A", "/a", True, 3), Tab("B", "/b")])
    assert html.count('aria-current="page"') == 1 and 'href="/b"' in html


def test_the_checklist_says_what_is_missing_and_leads_there():
    html = draw("{% needs items %}", items=[Need("a doctor", False, "/team", "Rule 1"), Need("a leader", True, "/team")])
    assert 'aria-label="missing"' in html and 'aria-label="done"' in html
    assert html.count('href="/team"') == 1 and "Still missing" in html
    assert "Everything for the next step" in draw("{% needs items %}", items=[Need("a leader", True)])


def test_said_and_verified_are_named_apart_in_words():
    events = [AxisEvent("said", "carried out", DAY, kind="done"), AxisEvent("verified", "not begun", DAY, kind="attention")]
    html = draw("{% axes events %}", events=events)
    assert "The authority says" in html and "The mechanism verified" in html


def test_what_is_still_ahead_says_so():
    assert "still ahead" in draw("{% timeline events %}", events=[Event("Answer due", DAY, ahead=True)])


@pytest.mark.parametrize("state", ["waiting", "running", "done", "failed", "cancelled"])
def test_long_work_shows_its_state_and_works_without_scripts(state):
    html = draw("{% job job %}", job=Job("Report", state, 3, 10, "/job", "/result"))
    going = state in {"waiting", "running"}
    assert (
        ("hx-get" in html) is going
        and ("Look again" in html) is going
        and "3 of 10" in html.replace('<span class="number">', "").replace("</span>", "")
    )


def test_two_languages_stand_side_by_side_with_a_mark_where_one_is_stale():
    text = Words.of({"ru": "текст", "kk": "мәтін"}, stale=["kk"])
    html = draw("{% bilingual text codes %}", text=text, codes=["ru", "kk", "ky"])
    assert 'lang="kk"' in html and "Older than the original" in html and "No text in this language yet" in html


def test_words_in_another_language_say_which():
    assert draw("{% words text %}", "ky", text=Words.of({"ru": "текст"})) == '<span lang="ru">текст</span>'


def test_a_notice_of_danger_interrupts_and_others_do_not():
    assert 'role="alert"' in draw("{% notice 'danger' 'Now' %}<p>x</p>{% endnotice %}")
    assert 'role="note"' in draw("{% notice %}<p>{{ text }}</p>{% endnotice %}", text=EVIL)
    assert EVIL not in draw("{% notice %}<p>{{ text }}</p>{% endnotice %}", text=EVIL)


def test_a_button_may_be_a_link():
    assert draw("{% button 'Go' 'primary' href='/x' %}").startswith('<a class="btn btn-primary" href="/x"')
    assert 'data-confirm="Sure?"' in draw("{% button 'Go' confirm='Sure?' %}")


def test_the_frame_needs_no_session():
    html = engines["django"].from_string("{% extends 'ui/base.html' %}").render({}, RequestFactory().get("/about/?a=1"))
    assert 'href="/kk/about/?a=1"' in html and "data-theme" not in html


def test_a_thing_to_do_is_one_link_with_its_clock_and_danger_has_its_word():
    items = (Todo("Sign <it>.", "/report/", "signature", "2 days left"), Todo("Send it.", "/m/", clock="Overdue", late=True, danger=True))
    html = draw("{% todo group %}", group=TodoGroup("Today", items, "3 more", "/all/"))
    assert 'href="/report/">Sign &lt;it&gt;.</a>' in html and "2 days left" in html and 'href="/all/">3 more' in html
    assert html.count('aria-label="danger to a person"') == 1 and html.count("clock-exclamation") == 1
    assert 'class="todo-item late danger"' in html


@pytest.mark.parametrize(("language", "text"), [("ru", "чт, 12 мар"), ("kk", "12 нау"), ("ky", "12-мар"), ("en", "Thu")])
def test_a_week_names_its_days_says_today_and_days_off(language, text):
    days = [WeekDay(DAY, (("Visit", "/v/"), ("Due", "")), today=True), WeekDay(date(2026, 3, 14), off=True)]
    html = draw("{% week days label %}", language, days=days, label="This week")
    assert text in html and html.count('aria-current="date"') == 1 and 'href="/v/">Visit</a>' in html and "<li>Due</li>" in html
    assert html.count("week-day off") == 1
