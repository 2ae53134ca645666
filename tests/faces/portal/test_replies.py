"""A reply, and a request for a change, come through a public form without cookie or script; a receipt number tells what became of them."""

import re
from html import unescape

import pytest
from django.core import signing
from django.core.files import uploadhandler
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile, TemporaryUploadedFile
from django.test import Client

from tests.insight.publications.making import publish
from tests.people import foreigner as head
from tirek.foundation.ledger.models import EntryRow
from tirek.ground.rules.words import Words
from tirek.insight.publications import filing, receipts
from tirek.insight.publications.models import ChangeRequest, Reply
from tirek.insight.publications.services import voices

pytestmark = pytest.mark.django_db
ADDRESS, CHANGE = "/en/kz/replies/document/004/", "/en/kz/replies/document/004/change/"
NUMBER = re.compile(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b")


@pytest.fixture(autouse=True)
def published():
    publish("004")
    publish("003")


def shown(answer, status=200):
    assert answer.status_code == status, answer.content.decode()[:3000]
    assert not answer.cookies
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def draw(client, address=ADDRESS):
    return re.search(r'name="form" value="([^"]+)"', client.get(address).content.decode()).group(1)


def filled(client, **given):
    typed = {"speaker": "coalition", "office": "Coalition of NGOs", "contact": "office@example.org", "text_en": "The report says 36, not 160.", "form": draw(client)}
    return {**typed, **given}


def asking(client, **given):
    return {"sort": "correction", "speaker": "person", "text": "The year is wrong.", "form": draw(client, CHANGE), **given}


def file(client, address=ADDRESS, **given):
    sent = asking(client, **given) if address.endswith("change/") else filled(client, **given)
    return NUMBER.search(shown(client.post(address, sent))).group()


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "en"])
def test_the_forms_stand_in_every_language_without_a_token_or_a_cookie(language):
    client = Client(enforce_csrf_checks=True)
    for address in ("/kz/replies/", "/kz/replies/document/004/", "/kz/replies/document/004/change/"):
        page = shown(client.get(f"/{language}{address}"))
        assert f'lang="{language}"' in page and "csrfmiddlewaretoken" not in page
    assert NUMBER.search(shown(client.post(ADDRESS, filled(client))))


def test_a_reply_waits_and_stands_nowhere_until_somebody_made_sure_who_wrote_it(client):
    number = file(client)
    assert "Coalition of NGOs" not in shown(client.get("/en/documents/004/"))
    assert "waits until a person of the mechanism" in shown(client.post("/en/kz/replies/", {"number": number.lower().replace("-", " ")}))
    row = Reply.objects.get()
    voices.confirm_reply(reply_id=row.pk, way="letter", sure="Письмо 12.", by=head)
    page = shown(client.get("/en/documents/004/"))
    assert "<bdi>Coalition of NGOs</bdi> (a coalition of organisations)" in page and "The report says 36, not 160." in page and "filed on" in page
    assert "office@example.org" not in page and "Письмо 12" not in page
    assert "It stands beside the page since" in shown(client.post("/en/kz/replies/", {"number": number}))


def test_a_reply_that_is_not_shown_says_for_which_reason_under_its_number_alone(client):
    number = file(client)
    voices.decline_reply(reply_id=Reply.objects.get().pk, reason="not_theirs", told="The coalition answered that it wrote nothing.", by=head)
    page = shown(client.post("/en/kz/replies/", {"number": number}))
    assert "decided not to show it" in page and "did not write this" in page and "wrote nothing" in page
    assert "Coalition of NGOs" not in shown(client.get("/en/documents/004/"))


def test_of_a_reply_that_was_taken_back_the_page_says_that_when_and_why_and_none_of_its_words(client):
    number = file(client)
    voices.confirm_reply(reply_id=Reply.objects.get().pk, way="letter", sure="Письмо 12.", by=head)
    voices.take_back_reply(reply_id=Reply.objects.get().pk, reason="names_person", told="Please send it again without the name.", by=head)
    page = shown(client.get("/en/documents/004/"))
    assert "A reply (a coalition of organisations) stood here from" in page and "was taken back on" in page and "The text names a detained person" in page
    assert "Coalition of NGOs" not in page and "The report says 36" not in page and "without the name" not in page
    told = shown(client.post("/en/kz/replies/", {"number": number}))
    assert "It stood beside the page and was taken back on" in told and "Please send it again without the name." in told


def test_a_reply_to_one_figure_quotes_it_and_stands_in_its_drawer(client):
    from tirek.foundation.jurisdictions.queries import fact

    found = fact("kz", "terminals")
    figure = f"{found.start}-{found.end}"
    page = shown(client.get(f"{ADDRESS}?figure={figure}"))
    assert "612 электронных терминалов" in page
    assert NUMBER.search(shown(client.post(f"{ADDRESS}?figure={figure}", filled(client))))
    voices.confirm_reply(reply_id=Reply.objects.get().pk, way="letter", sure="Письмо.", by=head)
    assert "The report says 36" in shown(client.get("/en/kz/facts/terminals/"))
    assert "The report says 36" not in shown(client.get("/en/kz/facts/cameras/"))
    for wrong in ("5", "9-2", "1-9999999", "a-b", "-1-4"):
        assert client.get(f"{ADDRESS}?figure={wrong}").status_code == 404, wrong


def test_what_is_missing_is_told_and_what_was_typed_stays(client):
    page = shown(client.post(ADDRESS, filled(client, text_en="", office="Ministry X", contact="")), 422)
    assert "Ministry X" in page and 'class="error-summary"' in page
    assert Reply.objects.count() == 0
    page = shown(client.post(ADDRESS, filled(client, text_en="я" * 5001)), 422)
    assert "longer than 5000" in page or "longer than 5,000" in page


def test_the_same_form_sent_twice_is_one_reply_with_one_number_and_other_words_are_refused(client):
    sent = filled(client)
    first, second = (NUMBER.search(shown(client.post(ADDRESS, sent))).group() for _ in range(2))
    assert first == second and Reply.objects.count() == 1
    assert "sent already, with other words" in shown(client.post(ADDRESS, {**sent, "text_en": "Something else."}), 422)
    assert "exactly these words" in shown(client.post(ADDRESS, {**sent, "form": draw(client)}), 422)


def test_the_same_form_that_meets_itself_in_the_door_is_one_reply_with_one_number(monkeypatch):
    """The second looks before the first is there, and finds its own words waiting when it writes."""
    form, seen, looked = receipts.new_form(), [], filing.sent_before
    about, filer, text = filing.About("document", "kz", "004"), filing.Filer("authority", "Ведомство", "office"), Words.of({"ru": "Нет."})
    first = filing.file_reply(about=about, filer=filer, text=text, form=form)
    monkeypatch.setattr(filing, "sent_before", lambda row: looked(row) if seen else seen.append(row))
    assert filing.file_reply(about=about, filer=filer, text=text, form=form) == first and Reply.objects.count() == 1


def test_one_draw_gives_a_reply_and_a_request_numbers_of_their_own(client):
    drawn = draw(client)
    reply, change = file(client, form=drawn), file(client, CHANGE, form=drawn)
    assert reply != change
    assert "Your reply" in shown(client.post("/en/kz/replies/", {"number": reply}))
    assert "Your request for correction" in shown(client.post("/en/kz/replies/", {"number": change}))


@pytest.mark.parametrize("other", ["003/", "004/?figure=1-9"])
def test_the_same_words_by_the_same_form_about_something_else_are_not_taken_for_sent(client, other):
    for what, sent in (("", filled(client)), ("change/", asking(client))):
        assert NUMBER.search(shown(client.post(f"/en/kz/replies/document/004/{what}", sent)))
        key, _slash, figure = other.partition("/")
        assert "sent already" in shown(client.post(f"/en/kz/replies/document/{key}/{what}{figure}", sent), 422)


def test_a_form_that_is_too_old_or_not_ours_is_given_back_whole_and_can_then_be_sent(client, monkeypatch):
    monkeypatch.setattr(receipts, "OPEN_FOR", -1)
    page = shown(client.post(ADDRESS, filled(client)), 422)
    monkeypatch.undo()
    assert "open for more than a day" in page and "The report says 36" in page
    again = re.search(r'name="form" value="([^"]+)"', page).group(1)
    assert NUMBER.search(shown(client.post(ADDRESS, filled(client, form=again))))
    assert "open for more than a day" in shown(client.post(ADDRESS, filled(client, form=signing.dumps("x"))), 422)


def test_the_contact_lies_sealed_and_the_number_only_as_a_digest(client):
    number = file(client)
    row = Reply.objects.get()
    assert "example.org" not in row.contact and number not in (row.receipt, row.contact) and len(row.receipt) == 64
    assert "example.org" not in repr(list(EntryRow.objects.values()))


def test_limits_count_what_waits_and_not_who_sends(client, monkeypatch):
    monkeypatch.setattr(filing, "WAITING_FOR_ONE", 3)
    for number in range(3):
        file(client, text_en=f"Reply {number}.")
    assert "More texts wait" in shown(client.post(ADDRESS, filled(client)), 422)
    assert NUMBER.search(shown(client.post("/en/kz/replies/document/003/", filled(client))))
    voices.decline_reply(reply_id=Reply.objects.first().pk, reason="twice", told="Стоит уже.", by=head)
    file(client)


def test_however_much_waits_in_a_country_a_page_about_which_nothing_waits_takes_a_reply(client, monkeypatch):
    monkeypatch.setattr(filing, "WAITING", 2, raising=False)
    for number in range(2):
        file(client, text_en=f"Reply {number}.")
        file(client, CHANGE, text=f"Wrong {number}.")
    assert NUMBER.search(shown(client.post("/en/kz/replies/document/003/", filled(client))))
    assert NUMBER.search(shown(client.post("/en/kz/replies/document/003/change/", asking(client))))


def test_a_change_asked_for_shows_its_day_at_once_and_its_decision_for_good(client):
    number = file(client, CHANGE)
    row = ChangeRequest.objects.get()
    page = shown(client.get("/en/documents/004/"))
    assert "1 request for correction or removal waits; it is decided by" in page and "The year is wrong" not in page
    assert "It is decided by" in shown(client.post("/en/kz/replies/", {"number": number}))
    voices.decide_change(change_id=row.pk, outcome="refused", answer=Words.of({"en": "The document says so."}), by=head)
    page = shown(client.get("/en/documents/004/"))
    assert "; decided on" in page and "somebody who is named" not in page and "The document says so." in page
    assert "not done" in shown(client.post("/en/kz/replies/", {"number": number}))


def test_marks_that_turn_the_direction_of_writing_are_dropped_from_office_and_text(client):
    file(client, office="Ministry \u202eX\u2066", text_en="It is\u202e 36.\x0b", contact="a\x0bb@example.org")
    row = Reply.objects.get()
    assert (row.office, row.text.in_("en")) == ("Ministry X", "It is 36.")
    assert "no text" in shown(client.post(ADDRESS, filled(client, text_en="\u202e\u200f")), 422)
    assert "the name of the body" in shown(client.post(ADDRESS, filled(client, office="\u202e\u200f")), 422)
    voices.confirm_reply(reply_id=row.pk, way="letter", sure="Письмо 1.", by=head)
    assert "<bdi>Ministry X</bdi>" in shown(client.get("/en/documents/004/"))
    file(client, CHANGE, text="The year\u202e is\x0b wrong.")
    assert ChangeRequest.objects.get().text == "The year is wrong."


def test_many_requests_for_a_change_are_one_line_and_say_nothing_of_who_they_claim_to_be_from(client):
    for number in range(3):
        file(client, CHANGE, text=f"Wrong {number}.", speaker="ombudsman", sort=("removal", "correction")[number % 2])
    page = shown(client.get("/en/documents/004/"))
    assert page.count("correction or removal wait") == 1 and "3 requests for correction or removal wait; the next one is decided by" in page
    voices.decide_change(change_id=ChangeRequest.objects.first().pk, outcome="granted", answer=Words.of({"en": "Removed."}), by=head)
    page = shown(client.get("/en/documents/004/"))
    assert "the ombudsman" not in page and "Removed." in page and "2 requests for correction or removal wait" in page


def test_a_request_laid_aside_is_counted_and_not_shown(client):
    number = file(client, CHANGE)
    voices.decide_change(change_id=ChangeRequest.objects.get().pk, outcome="aside", answer=Words.of({"en": "It is about another page."}), by=head)
    page = shown(client.get("/en/documents/004/"))
    assert "1 request was laid aside: it was not about this page, or was sent twice." in page and "about another page" not in page
    assert "It is about another page." in shown(client.post("/en/kz/replies/", {"number": number}))


def test_the_last_day_is_ten_working_days_of_the_country_away(client):
    from tirek.foundation.jurisdictions.queries import today, working_days_between

    file(client, CHANGE)
    row = ChangeRequest.objects.get()
    assert working_days_between("kz", today("kz"), row.due_on) == 10


@pytest.mark.parametrize("place", ["cross-site", "same-site"])
def test_a_form_that_another_site_sends_is_refused_and_keeps_nothing(client, place):
    for address, sent in ((ADDRESS, filled(client)), (CHANGE, asking(client))):
        assert "from another website" in shown(client.post(address, sent, HTTP_SEC_FETCH_SITE=place), 403)
    assert "from another website" in shown(client.post("/en/kz/replies/", {"number": "x"}, HTTP_SEC_FETCH_SITE=place), 403)
    assert not Reply.objects.exists() and not ChangeRequest.objects.exists()


def test_more_than_a_form_may_hold_is_told(client):
    assert "Shorten it" in shown(client.post(ADDRESS, filled(client, text_en="x" * 2_600_000)), 413)


def test_a_file_that_nobody_asked_for_never_reaches_the_disk(client, monkeypatch):
    written = []
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", lambda *args, **named: written.append(args) or TemporaryUploadedFile(*args, **named))
    monkeypatch.setattr(uploadhandler, "InMemoryUploadedFile", lambda *args, **named: written.append(args) or InMemoryUploadedFile(*args, **named))
    for address, sent in ((ADDRESS, filled(client)), (CHANGE, asking(client))):
        for size in (10, 3_000_000):
            large = SimpleUploadedFile("large.bin", b"x" * size)
            assert NUMBER.search(shown(client.post(address, {**sent, "form": draw(client), sent_text(sent): f"Size {size}.", "file": large})))
    client.post("/en/kz/replies/", {"number": "x", "file": SimpleUploadedFile("large.bin", b"x" * 3_000_000)})
    assert written == []


def sent_text(sent):
    return "text" if "text" in sent else "text_en"


def test_there_is_no_form_for_what_is_not_published_nor_in_an_invented_country(client):
    for address in ("/kz/replies/document/001/", "/kz/replies/document/999/", "/kz/replies/novel/004/", "/demo/replies/", "/zz/replies/document/004/change/"):
        assert client.get(f"/en{address}").status_code == 404, address


def test_a_number_that_nobody_was_given_says_so(client):
    assert "Nothing was filed under this number" in shown(client.post("/en/kz/replies/", {"number": "AAAA-BBBB-CCCC-DDDD"}), 422)
    assert 'class="error-summary"' in shown(client.post("/en/kz/replies/", {"number": ""}), 422)
