"""The pages of sealed bundles: the head chooses, looks, seals and takes; the auditor reads; nobody else finds a trace."""

import io
import re

import pytest

from tests import world
from tests.accounts import sign_in
from tests.faces.desk.visiting import page, send
from tests.followup.letters import making as letters
from tests.followup.recommendations import making as recommendations
from tests.insight.bundles import making
from tests.people import administrator, auditor, head, secretary
from tirek.ground.seal import sealing
from tirek.ground.seal.keys import Key
from tirek.insight.bundles.models import Bundle

pytestmark = pytest.mark.django_db
TYPED = {"delegation": "Council of Visits, 2026", "since": "2020-01-01", "until": "2040-01-01", "parts": ["recommendations"], "keys": making.PUBLIC}


@pytest.fixture
def issued(place, team):
    about = recommendations.issued(world.concluded(place, team), number="М-7")
    recommendations.verify(about, text="Показал Иванов Пётр Сергеевич.", confirmed=True)
    return about


def begun(client, **typed):
    """A bundle begun on the page, and gathered."""
    status, _ = send(client, "bundle-new", **{**TYPED, **typed})
    assert status == 302
    made = Bundle.objects.get().pk
    making.run(made)
    return made


def test_the_head_chooses_looks_at_it_seals_it_and_takes_the_file(client, issued):
    sign_in(client, head)
    assert "No bundle was made yet" in page(client, "bundles")[1] and "Sealed bundles" in page(client, "international")[1]
    made = begun(client)
    shown = page(client, "bundle", made)[1]
    assert Key(making.PUBLIC).fingerprint in shown and "Иванов Пётр Сергеевич" in shown and "without an English text of today" in shown
    status, refused = send(client, "bundle-seal", made, seen=Bundle.objects.get().outline["digest"], keys_compared="on")
    assert status == 422 and "confirm both" in refused
    assert send(client, "bundle-seal", made, seen=Bundle.objects.get().outline["digest"], keys_compared="on", passages_looked_at="on")[0] == 302
    making.run(made)
    ready = page(client, "bundle", made)[1]
    assert "Nobody has taken it yet" in ready and "Иванов" not in ready
    taken = client.post(f"/desk/bundles/{made}/file/")
    plain = io.BytesIO()
    sealing.unseal(io.BytesIO(b"".join(taken.streaming_content)), plain, sealing.secret_keys([making.SECRET]))
    assert plain.getvalue().startswith(b"PK") and taken["Content-Disposition"].startswith('attachment; filename="demonstration-bundle-') and taken["Cache-Control"] == "no-store"
    assert "Nobody has taken it yet" not in page(client, "bundle", made)[1]
    reader = client.get("/desk/bundles/reader/")
    assert b"def fingerprint" in reader.content and "open_bundle.py" in reader["Content-Disposition"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"keys": making.SECRET}, "This is a secret key"), ({"keys": "ssh-ed25519 AAAA"}, "key of another kind"), ({"keys": "age1abc"}, "no public key of age"),
        ({"parts": []}, "Choose at least one thing"), ({"since": "2041-01-01"}, "The last day is before the first day"),
    ],
)  # fmt: skip
def test_a_mistake_comes_back_with_its_sentence_and_nothing_is_begun(client, typed, sentence):
    sign_in(client, head)
    status, shown = send(client, "bundle-new", **{**TYPED, **typed})
    assert status == 422 and sentence in shown and making.SECRET not in shown and "Council of Visits, 2026" in shown and not Bundle.objects.exists()


def test_a_bundle_in_which_nothing_falls_says_so_and_can_be_given_up(client, issued):
    sign_in(client, head)
    made = begun(client, until="2020-01-02")
    assert "Nothing of what was chosen falls into this period" in page(client, "bundle", made)[1]
    assert send(client, "bundle-again", made)[0] == 302 and send(client, "bundle-drop", made)[0] == 302
    shown = page(client, "bundle", made)[1]
    assert "given up" in shown and "Seal the bundle" not in shown
    assert "is not at this point" in client.post(f"/desk/bundles/{made}/drop/", follow=True).content.decode()


def test_the_auditor_finds_it_from_the_ledger_but_not_what_is_in_it(client, issued):
    making.made(parts=["recommendations"])
    sign_in(client, auditor)
    assert 'href="/desk/bundles/"' in page(client, "ledger")[1] and "Bundle for a delegation sealed" in page(client, "ledger")[1]
    assert "Council of Visits, 2026" in page(client, "bundles")[1]
    shown = page(client, "bundle", Bundle.objects.get().pk)[1]
    assert Bundle.objects.get().file.sha256 in shown and "Save the sealed file" not in shown and "М-7-1" not in shown


@pytest.mark.parametrize("who", [secretary, administrator], ids=lambda one: one.name)
def test_no_page_list_search_file_or_count_tells_anybody_else_of_it(client, issued, who):
    sign_in(client, who)
    roads = ("/desk/", "/desk/jobs/", "/desk/lately/", "/desk/international/", "/desk/notices/", "/desk/search/?q=Council", "/desk/sheets/", "/desk/recommendations/")
    before = {road: shown_of(client, road) for road in roads}
    making.made(parts=["recommendations"])
    for road in roads:
        assert shown_of(client, road) == before[road], road
    assert client.get("/desk/bundles/").status_code == client.get("/desk/nothing/").status_code in (403, 404) and "bundle" not in " ".join(before["/desk/international/"][1])


def shown_of(client, road):
    """Status and words of a page, without what is another one each time."""
    answer = client.get(road)
    lines = [line for line in answer.content.decode().splitlines() if "csrf" not in line]
    return answer.status_code, lines


def test_the_page_says_that_nothing_was_sealed_because_something_changed(client, issued):
    made = making.begun(parts=["recommendations"])
    making.run(made)
    sign_in(client, head)
    assert "changed since it was shown" not in page(client, "bundle", made)[1]
    making.confirmed(made)
    recommendations.verify(issued, text="Сделано.", confirmed=True)
    making.run(made)
    assert "changed since it was shown" in page(client, "bundle", made)[1]


def test_each_scan_that_goes_in_can_be_opened_from_the_page_and_no_other(client, issued):
    scanned, plain = letters.letter([issued], pages=1, number="77-1"), letters.letter([issued], number="77-2")
    made = making.begun(parts=["letters"])
    making.run(made)
    sign_in(client, head)
    told = page(client, "bundle", made)[1]
    assert re.findall(r"letters/([^/\"]+)/\">([^<]+)<", told) == [(str(scanned), "77-1 · Service of Correctional Houses under the Ministry of Law")]
    assert f"/desk/letters/{plain}/" not in told
    making.confirmed(made)
    making.run(made)
    assert Bundle.objects.get(pk=made).outline.get("scanned") is None, "of what was sealed no name is kept"
