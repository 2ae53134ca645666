"""The ledger in words: every act and noun that any service records has its name, and what does not hold is said in the reader's language."""

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

import tirek
from tests.accounts import alone, sign_in
from tests.foundation.ledger.hand import by_hand
from tests.people import auditor, secretary
from tirek.faces.desk.ledger.acts import ACTS, FORMER_ACTS, FORMER_NOUNS, NOUNS, act_name, noun_name
from tirek.faces.desk.ledger.views import in_words
from tirek.faces.frame.signin import hooks
from tirek.foundation.jobs.services import run
from tirek.foundation.jobs.verification import kept
from tirek.foundation.ledger.findings import told
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.services import record

BY_PARTS = {
    "f'recommendation.{verb}'": lambda: {f"recommendation.{verb}" for verb in given("_close", "verb", 1)},
    "f'{noun}.read'": lambda: {f"{noun}.read" for noun in given("record_read", "noun")},
    "f'{noun}.exported'": lambda: {f"{noun}.exported" for noun in exported()},
    "verb": lambda: set(hooks.VERBS) | given("note_event", "verb") | given("changing", "verb", 2),
}
"""Acts whose code is put together: how it is written, and from which calls its parts come. A new way of writing one fails here."""


@cache
def nodes() -> tuple[dict[str, list[ast.Call]], list[ast.Assign]]:
    """Every call in the house by the name of what is called, and every assignment. All files are read once, when first asked."""
    by_name: dict[str, list[ast.Call]] = defaultdict(list)
    assigned = []
    for path in Path(tirek.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                by_name[getattr(node.func, "id", getattr(node.func, "attr", ""))].append(node)
            elif isinstance(node, ast.Assign):
                assigned.append(node)
    return by_name, assigned


def calls(name: str) -> list[ast.Call]:
    """All calls of a function or method by this name."""
    return nodes()[0].get(name, [])


def given(function: str, keyword: str, place: int | None = None) -> set[str]:
    """The literal values given to one argument of a function anywhere."""
    found = [word.value for call in calls(function) for word in call.keywords if word.arg == keyword]
    found += [call.args[place] for call in calls(function) if place is not None and len(call.args) > place]
    return {value.value for value in found if isinstance(value, ast.Constant)}


def exported() -> set[str]:
    """Nouns that leave the house as a file."""
    return given("record_export", "noun") | given("csv_answer", "noun")


def recorded() -> set[str]:
    """Every act that any service records."""
    first = [call.args[0] for call in calls("record") if call.args]
    made = {each.value for each in first if isinstance(each, ast.Constant)}
    parts = {ast.unparse(each) for each in first if not isinstance(each, ast.Constant)}
    assert parts == set(BY_PARTS), "an act whose code is put together in a new way"
    return made.union(*(found() for found in BY_PARTS.values()), renamed())


def renamed() -> set[str]:
    """Acts that a service names only once it knows what happens."""
    drafts = [line for line in nodes()[1] if isinstance(line.targets[0], ast.Attribute) and ast.unparse(line.targets[0]) in {"entry.verb", "act.verb"}]
    assert all(isinstance(line.value, ast.Constant) for line in drafts)
    return {line.value.value for line in drafts if isinstance(line.value, ast.Constant)}


def nouns() -> set[str]:
    """Every noun that an entry is about. Table names, of erased salts, stand for themselves."""
    pairs = [word.value for call in calls("record") for word in call.keywords if word.arg == "subject"]
    first = [pair.elts[0] for pair in pairs if isinstance(pair, ast.Tuple)] + [call.args[0] for call in calls("about") if call.args]
    return {each.value for each in first if isinstance(each, ast.Constant)} | {"account-digest"} | exported() | given("record_read", "noun")


def test_every_act_that_is_recorded_has_a_name_and_no_name_is_left_over():
    assert set(ACTS) == recorded()


def test_every_noun_has_a_name_and_no_name_is_left_over():
    assert set(NOUNS) == nouns()


def test_what_earlier_programs_recorded_keeps_its_name():
    """The entries stay in the ledger when no service records such an act any more."""
    assert not set(FORMER_ACTS) & recorded() and not set(FORMER_NOUNS) & nouns()
    assert all(act_name(each) != each for each in FORMER_ACTS) and act_name("visits.exported") == "List of visits handed out as a file"
    with translation.override("ru"):
        assert all(noun_name(each) != each for each in FORMER_NOUNS)


def test_no_two_acts_have_the_same_name():
    assert len({*ACTS.values(), *FORMER_ACTS.values()}) == len(ACTS) + len(FORMER_ACTS)


@pytest.mark.parametrize("language", ["ru", "kk", "ky"])
def test_every_name_is_said_in_every_language(language):
    with translation.override(language):
        assert [verb for verb in ACTS if act_name(verb) == ACTS[verb]] == []


def test_an_act_of_a_later_program_shows_its_code():
    assert act_name("moon.landed") == "moon.landed"


@pytest.mark.django_db
def test_list_and_filter_name_the_acts_in_the_readers_language(client):
    sign_in(client, auditor)
    with record("visit.begun", by=secretary, subject=("visit", "v1"), country="demo") as entry:
        entry.of(None)
    client.cookies["language"] = "ru"
    page = client.get(reverse("desk:ledger"), {"verb": "visit.begun"}).content.decode()
    assert page.count("Посещение начато") == 2 and "Visit begun" not in page and "role.granted</" not in page
    assert '<option value="visit.begun" selected>Посещение начато</option>' in page


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_what_does_not_hold_is_said_in_the_readers_language(client, language):
    alone(auditor)
    sign_in(client, auditor)
    last = Entry.objects.latest("seq")
    by_hand("UPDATE ledger_entry SET verb = 'visit.forged' WHERE seq = %s", last.seq)
    answer = client.post(reverse("desk:ledger-verify"))
    run(job_id=answer.url.rstrip("/").rsplit("/", 1)[1])
    client.cookies["language"] = language
    page = client.get(answer.url).content.decode()
    with translation.override(language):
        sentence = "Entry %(entry)s or its list of rows was altered. Nothing vouches any more for what it speaks of: %(rows)s."
        rows = [f"{row.table} {row.row}" for row in last.rows.order_by("table", "row")]
        wanted = translation.gettext(sentence) % {"entry": last.seq, "rows": ", ".join(rows)}
    assert f"<li>{escape(wanted)}</li>" in page
    assert language == "en" or "was altered" not in page


def test_the_outcome_of_an_earlier_version_is_shown_as_it_was_kept():
    assert in_words("Entry 3 is missing.") == "Entry 3 is missing."


def test_a_noun_within_a_fault_is_said_in_the_readers_language_too():
    fault = told("The salt of %(noun)s %(subject)s was erased without an entry that says so.", noun="entry", subject="7")
    with translation.override("ru"):
        assert in_words(kept(fault)) == "Соль стёрта без записи об этом: запись журнала 7."
