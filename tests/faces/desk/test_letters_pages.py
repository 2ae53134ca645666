"""The pages of letters: what was typed is never lost, whoever was faster, and nothing leaves without its key."""

import pytest
from django.urls import reverse

from tests import world
from tests.accounts import sign_in
from tests.followup.letters import making
from tests.followup.letters.scans import scan
from tests.followup.recommendations.making import ago, answer, read, today
from tests.people import head, leader, secretary
from tirek.followup.letters import queries, services

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.TIREK_DATA = tmp_path


@pytest.fixture
def three():
    return making.three(world.prison("Дом писем"), world.members())


@pytest.fixture
def office(client):
    return sign_in(client, secretary)


def parts(letter):
    return queries.letter(letter, by=secretary, today=today()).parts


def written(part, **given):
    return {f"{part.id.hex}-{name}": value for name, value in {"word": "accepted", "text": "Светильники заказаны.", **given}.items()}


def test_what_was_typed_of_a_part_that_somebody_read_meanwhile_is_shown_back(office, three):
    letter = making.letter(three)
    first, second, _third = parts(letter)
    services.read_part(item_id=first.id, word="rejected", text="Нет средств.", by=head)
    sent = {**written(first, text="Это я читал долго."), **written(second)}
    told = office.post(reverse("desk:letter-read", args=[letter]), sent)
    shown = told.content.decode()
    assert told.status_code == 422 and "Это я читал долго." in shown and "2026/7-1" in shown
    assert read(three[0]).word == "rejected" and len(read(three[0]).answers) == 1
    assert read(three[1]).word == "accepted", "what was in order is entered all the same"


def test_what_was_typed_is_kept_when_parts_are_named_meanwhile_that_come_before_it(office, three, monkeypatch):
    monkeypatch.setattr("tirek.faces.desk.letters.reading.AT_ONCE", 1)
    letter = making.letter(three[2:])
    (last,) = parts(letter)
    services.add_parts(letter_id=letter, about=three[:2], by=head)
    office.post(reverse("desk:letter-read", args=[letter]), written(last))
    assert read(three[2]).word == "accepted"


def test_what_was_typed_of_a_part_that_was_taken_out_meanwhile_is_shown_back(office, three):
    letter = making.letter(three[:2])
    first, second = parts(letter)
    services.take_out_part(item_id=first.id, by=head)
    told = office.post(reverse("desk:letter-read", args=[letter]), {**written(first, text="Написано зря."), **written(second)})
    assert told.status_code == 422 and "Написано зря." in told.content.decode()
    assert read(three[0]).word == "none" and read(three[1]).word == "accepted"


def test_a_part_that_the_letter_is_not_about_is_taken_out_whatever_was_typed_of_it(office, three):
    letter = making.letter(three[:2])
    first, second = parts(letter)
    told = office.post(reverse("desk:letter-read", args=[letter]), {**written(first, word="apart"), **written(second, word="", text="")})
    assert told.status_code == 302 and [each.recommendation.id for each in parts(letter)] == [three[1]]


def test_a_page_opens_with_the_key_of_its_screen_for_that_person_and_letter_alone(office, client, three):
    letter, other = making.letter(three, pages=2), making.letter(three[:1], number="9", pages=1)
    shown = office.get(reverse("desk:letter-read", args=[letter])).content.decode()
    key = shown.partition("?key=")[2].partition('"')[0]
    page = reverse("desk:letter-page", args=[letter, 1])
    opened = office.get(f"{page}?key={key}")
    assert opened.status_code == 200 and opened.headers["Content-Type"] == "image/png" and opened.content.startswith(b"\x89PNG")
    assert opened.headers["Cache-Control"] == "no-store" and opened.headers["X-Content-Type-Options"] == "nosniff"
    for address in (page, f"{page}?key=x", f"{reverse('desk:letter-page', args=[letter, 3])}?key={key}", f"{reverse('desk:letter-page', args=[other, 1])}?key={key}"):
        assert office.get(address).status_code == 404
    assert sign_in(client, leader).get(f"{page}?key={key}").status_code == 404


def test_a_letter_of_a_broken_file_is_refused_and_its_words_stay_in_the_form(office, three):
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {"kind": "answer", "body": "lum-prison-service", "number": "12-3/45", "dated_on": ago(2).isoformat(), "moved_on": ago(1).isoformat(), "way": "post",
            "numbers": "2026/7-1", "file": SimpleUploadedFile("a.pdf", scan(2)[:200], "application/pdf")}  # fmt: skip
    told = office.post(reverse("desk:letter-new", args=["in"]), sent)
    assert told.status_code == 422 and "12-3/45" in told.content.decode() and queries.count(by=secretary, country="demo") == 0


def test_a_letter_may_be_a_picture_or_a_document_of_which_no_page_can_be_shown(office, three):
    from tirek.foundation.files.services import NewFile

    picture = making.letter(three, number="1", file=NewFile(b"\xff\xd8\xff\xe0 picture", "a.jpg", "image/jpeg"))
    tiff = making.letter(three, number="2", file=NewFile(b"II*\x00 scan", "a.tiff", "image/tiff"))
    assert office.get(reverse("desk:letter-read", args=[picture])).content.decode().count("?key=") == 1
    assert "?key=" not in office.get(reverse("desk:letter-read", args=[tiff])).content.decode()


def test_a_part_that_is_taken_out_is_not_told_as_an_answer(office, three):
    letter = making.letter(three)
    first, second, _third = parts(letter)
    told = office.post(reverse("desk:letter-read", args=[letter]), {**written(first, word="apart"), **written(second)}, follow=True, headers={"accept-language": "en"})
    said = [str(each) for each in told.context["messages"]]
    assert [each[:2] for each in said] == ["1 ", "1 "] and "answer is entered" in said[0] and "taken out" in said[1]


def test_a_letter_that_went_out_is_entered_with_what_the_house_wrote_however_much_it_is_about(office, three):
    made = services.write_paper(country="demo", kind="reminder", body="lum-prison-service", language="ru", about=three, by=secretary).value
    services.make_paper(paper_id=made, by=secretary)
    shown = office.get(reverse("desk:paper", args=[made])).content.decode()
    address = f"{reverse('desk:letter-new', args=['out'])}?paper={made}"
    assert f'href="{address}"' in shown
    form = office.get(address).context["form"]
    assert form["numbers"].value() == "2026/7-1, 2026/7-2, 2026/7-3" and (form["body"].value(), form["kind"].value()) == ("lum-prison-service", "reminder")
    for wrong in ("x", three[0]):
        assert office.get(f"{reverse('desk:letter-new', args=['out'])}?paper={wrong}").status_code == 404


def test_a_letter_is_taken_out_on_its_page_and_told_as_taken_out_there(office, three):
    letter = making.letter(three)
    page = office.get(reverse("desk:letter", args=[letter])).content.decode()
    take_out = reverse("desk:letter-take-out", args=[letter])
    assert take_out in page
    assert office.post(take_out, {"reason": ""}).status_code == 422
    told = office.post(take_out, {"reason": "Внесено дважды."}, follow=True, headers={"accept-language": "en"}).content.decode()
    assert "Внесено дважды." in told and "Taken out of the register" in told and take_out not in told and reverse("desk:letter-mend", args=[letter]) not in told
    assert office.get(take_out).status_code == office.get(reverse("desk:letter-mend", args=[letter])).status_code == 404
    assert "12-3/45" in office.get(f"{reverse('desk:letters')}?out=on").content.decode()
    assert "12-3/45" not in office.get(reverse("desk:letters")).content.decode()


def test_a_decision_is_put_right_on_its_page_with_what_stood_before(client, three):
    answer(three[0], "rejected", days=5)
    made = services.take_further(country="demo", rung="spt", body="", about=three[:1], reason="Отказ без причин.", by=head).value
    headed, address = sign_in(client, head), reverse("desk:escalation-mend", args=[made])
    assert address in headed.get(reverse("desk:escalation", args=[made])).content.decode()
    told = headed.post(address, {"body": "", "reason": "Отказ без причины.", "why": "Опечатка."}, follow=True).content.decode()
    assert all(each in told for each in ("Отказ без причины.", "Опечатка.", "Отказ без причин."))
