"""What is published, on the desk: replies confirmed or not shown, requests entered and decided, documents published again with a note."""

import re
import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.accounts import sign_in
from tests.insight.publications.making import publish
from tests.people import analyst, head, member, person, secretary
from tirek.faces.desk.publications import withholding
from tirek.foundation.ledger.queries import history
from tirek.ground.rules.actors import Role
from tirek.ground.rules.words import Words
from tirek.insight.claims import queries as claims
from tirek.insight.claims import services as deciding
from tirek.insight.publications import contacts, filing
from tirek.insight.publications.gathering import now
from tirek.insight.publications.models import ChangeRequest, Edition, Reply, ReplyRequest
from tirek.insight.publications.queries import edition, replies_to
from tirek.insight.publications.queries import voices as queries
from tirek.insight.publications.receipts import new_form
from tirek.insight.publications.services import voices

pytestmark = pytest.mark.django_db
KEY = "svodka"
TEXT = "В 2024 году поступило 120 жалоб: 70 от мужчин и 40 от женщин."
ABOUT = filing.About("document", "demo", KEY)


@pytest.fixture
def source(client):
    sign_in(client, analyst)
    new = deciding.NewSource(title=Words.of({"ru": "Сводка"}), kind="press", code=KEY)
    made = deciding.add_source(country="demo", new=new, pasted=TEXT, by=analyst, later=False).value
    deciding.make_proposals(source_id=made, by=analyst)
    publish(KEY, "demo", **now("document", "demo", KEY, analyst))
    return made


def filed(text="Это не так.", office="Ведомство порядка"):
    filing.file_reply(about=ABOUT, filer=filing.Filer("authority", office, "+7 000 office"), text=Words.of({"ru": text}), form=new_form())
    return Reply.objects.get(decided_at=None).pk


def asked_for():
    filing.file_change(about=ABOUT, filer=filing.Filer("person"), sort="removal", text="Уберите 40.", form=new_form())
    return ChangeRequest.objects.get().pk


def page(client, name, *args, data=None, status=None):
    address = reverse(f"desk:{name}", args=args)
    answer = client.get(address) if data is None else client.post(address, data)
    assert answer.status_code == (status or (200 if data is None else 302)), answer.content.decode()[:2500]
    return answer.content.decode() if answer.status_code != 302 else client.get(answer.url).content.decode()


def said(name, russian, kazakh):
    return {f"{name}_ru": russian, f"{name}_kk": kazakh, f"{name}_ky": "Оңдолду.", f"{name}_en": "Put right."}


def beside():
    return replies_to("document", "demo", KEY)


def test_a_reply_is_confirmed_with_how_and_then_stands_beside_the_page(client, source):
    one = filed()
    listed = page(client, "voices")
    assert "Ведомство порядка" in listed and "waits for you" in listed
    shown = page(client, "voice-reply", one)
    assert "+7 000 office" in shown and "Это не так." in shown
    assert 'class="error-summary"' in page(client, "voice-reply", one, data={"way": "letter", "sure": ""}, status=422)
    assert beside().replies == ()
    assert "stands beside the page" in page(client, "voice-reply", one, data={"way": "called_back", "sure": "Позвонили в приёмную."})
    assert [each.office for each in beside().replies] == ["Ведомство порядка"]
    again = page(client, "voice-reply", one, data={"way": "letter", "sure": "Ещё раз."}, status=422)
    assert "Somebody decided about this already" in again


def test_a_contact_is_opened_on_the_page_of_its_row_alone_and_that_is_recorded(client, source, monkeypatch):
    one, other, opened = filed(), asked_for(), []
    monkeypatch.setattr(queries, "opened", lambda kept: opened.append(kept) or contacts.opened(kept))
    page(client, "voices")
    page(client, "publication", "document", KEY)
    sign_in(client, secretary)
    page(client, "home")
    assert opened == [] and [entry.verb for entry in history("reply", one)] == ["reply.filed"]
    assert "+7 000 office" in page(client, "voice-reply", one)
    read = history("reply", one)[-1]
    assert opened and (read.verb, read.actor, read.purpose) == ("reply.read", secretary.id, "contact")
    page(client, "voice-change", other)
    assert [entry.verb for entry in history("change-request", other)] == ["change.asked"]


def test_a_reply_that_could_name_somebody_is_shown_only_with_a_reason_why_it_may(client, source):
    one = filed("Осуждённый Петров В. С. жив и здоров.")
    shown = page(client, "voice-reply", one)
    assert "Passages that could name somebody" in shown and "Петров В. С." in shown
    sure = {"way": "letter", "sure": "Письмо 3."}
    assert "could name a person" in page(client, "voice-reply", one, data=sure, status=422)
    page(client, "voice-reply", one, data={**sure, "names_nobody": "Вымышленное лицо."})
    assert Reply.objects.get().kept_because == "Вымышленное лицо."


def test_a_reply_is_not_shown_only_for_a_reason_of_the_list(client, source):
    one = filed()
    for wrong in ({"reason": "inconvenient", "told": "Нет."}, {"reason": "twice", "told": ""}):
        page(client, "voice-decline", one, data=wrong, status=422)
    assert "the reason stands under its receipt number" in page(client, "voice-decline", one, data={"reason": "twice", "told": "Стоит уже."})
    assert beside().replies == () and Reply.objects.get().reason == "twice"
    assert "not shown" in page(client, "voices")


def test_a_shown_reply_is_taken_back_by_the_office_alone_for_a_reason_of_the_list(client, source):
    one = filed()
    voices.confirm_reply(reply_id=one, way="letter", sure="Письмо 3.", by=analyst)
    assert reverse("desk:voice-take-back", args=[one]) not in page(client, "voice-reply", one)
    page(client, "voice-take-back", one, status=403)
    sign_in(client, head)
    assert reverse("desk:voice-take-back", args=[one]) in page(client, "voice-reply", one)
    page(client, "voice-take-back", one, data={"reason": "inconvenient", "told": "Нет."}, status=422)
    assert "no longer stands beside the page" in page(client, "voice-take-back", one, data={"reason": "names_person", "told": "Назван человек."})
    assert beside().replies == () and len(beside().taken_back) == 1
    seen = page(client, "voice-reply", one)
    assert "shown no more" in seen and "Письмо 3." in seen and "Назван человек." in seen and reverse("desk:voice-take-back", args=[one]) not in seen


def test_a_request_sent_by_letter_stands_until_the_reply_to_it_is_shown(client, source):
    form = {"speaker": "authority", "office": "Ведомство порядка", "asked_on": timezone.localdate().isoformat(), "letter": "7-12"}
    ahead = {**form, "asked_on": (timezone.localdate() + timedelta(days=9)).isoformat()}
    assert "in the future" in page(client, "publication-ask", "document", KEY, data=ahead, status=422)
    page(client, "publication-ask", "document", KEY, data=form)
    assert [each.office for each in beside().unanswered] == ["Ведомство порядка"]
    one = filed()
    assert "Answers our request" in page(client, "voice-reply", one)
    page(client, "voice-reply", one, data={"way": "letter", "sure": "Письмо 5.", "asked": str(ReplyRequest.objects.get().pk)})
    assert beside().unanswered == () and len(beside().replies) == 1
    assert "answered" in page(client, "voice-request", ReplyRequest.objects.get().pk)


def test_a_reply_that_came_by_letter_is_entered_word_for_word_and_answers_the_request(client, source):
    made = voices.ask_for_reply(about=ABOUT, filer=filing.Filer("authority", "Ведомство"), asked_on=timezone.localdate(), letter="1", by=analyst).value
    form = {"speaker": "authority", "office": "Ведомство порядка", "text_ru": "Сообщаем, что цифра верна.", "sure": "Письмо 5 от 1 марта.", "asked": str(made)}
    page(client, "publication-reply", "document", KEY, data={**form, "sure": ""}, status=422)
    page(client, "publication-reply", "document", KEY, data=form)
    assert [each.text.in_("ru") for each in beside().replies] == ["Сообщаем, что цифра верна."] and beside().unanswered == ()
    (entry,) = history("reply", Reply.objects.get().pk)
    assert entry.verb == "reply.entered"


def test_a_request_entered_by_mistake_is_taken_back_with_a_reason(client, source):
    made = voices.ask_for_reply(about=ABOUT, filer=filing.Filer("media", "Газета"), asked_on=timezone.localdate(), letter="1", by=analyst).value
    page(client, "voice-request", made, data={"because": ""}, status=422)
    page(client, "voice-request", made, data={"because": "Письмо не отправлено."})
    assert beside().unanswered == ()


def test_a_request_for_a_change_has_its_clock_and_its_decision_in_the_countrys_languages(client, source):
    one = asked_for()
    assert "working days left" in page(client, "voices")
    shown = page(client, "voice-change", one)
    assert "Уберите 40." in shown and "working days left" in shown
    assert 'class="error-summary"' in page(client, "voice-change", one, data={"outcome": "refused", "answer_ru": "Верно."}, status=422)
    page(client, "voice-change", one, data={"outcome": "refused", **said("answer", "Цифра верна.", "Цифр дұрыс.")})
    (note,) = beside().notes
    assert (note.outcome, note.answer.in_("kk"), beside().changes) == ("refused", "Цифр дұрыс.", ())


def test_what_waits_stands_among_the_tasks_of_the_secretariat(client, source):
    asked_for()
    filed()
    sign_in(client, secretary)
    tasks = page(client, "home")
    assert "Decide a request for correction or removal that came on" in tasks and "1 reply waits until somebody makes sure who wrote it." in tasks
    sign_in(client, member)
    assert "1 reply waits" not in page(client, "home")


def test_many_requests_for_a_change_are_one_task_and_one_is_laid_aside_without_words(client, source):
    for number in range(3):
        filing.file_change(about=ABOUT, filer=filing.Filer("person"), sort="removal", text=f"Уберите {number}.", form=new_form())
    page(client, "voice-change", ChangeRequest.objects.first().pk, data={"outcome": "aside"})
    assert beside().notes == () and beside().aside == 1
    sign_in(client, secretary)
    tasks = page(client, "home")
    assert "2 requests for correction or removal to be decided" in tasks and "that came on" not in tasks


def test_a_document_is_published_again_with_what_was_decided_and_a_note(client, source):
    assert "Nothing differs" in page(client, "publication-correct", "document", KEY)
    note = said("note", "Цифра 40 исправлена.", "40 цифры түзетілді.")
    taken_as(source, "40", "45")
    first = seen(client)
    taken_as(source, "40", "50")
    stale = page(client, "publication-correct", "document", KEY, data={**note, "seen": first}, status=422)
    assert "changed while you looked at it" in stale and "Цифра 40 исправлена." in stale
    assert "50" in page(client, "publication-correct", "document", KEY)
    assert 'class="error-summary"' in page(client, "publication-correct", "document", KEY, data={"note_ru": "Да.", "seen": seen(client)}, status=422)
    done = page(client, "publication-correct", "document", KEY, data={**note, "seen": seen(client)})
    assert "corrected edition is published" in done and "Put right." in done
    newest = edition("document", "demo", KEY).version
    assert (newest.number, newest.change, newest.note.in_("kk")) == (2, "correction", "40 цифры түзетілді.")
    assert Edition.objects.get(key=KEY, version=1).note.texts == ()
    assert "Nothing differs" in page(client, "publication-correct", "document", KEY)
    assert [entry.verb for entry in history("edition", Edition.objects.get(key=KEY, version=1).pk)] == ["edition.corrected"]


def test_why_passages_of_a_correcting_note_stay_is_kept_with_the_edition(client, source):
    taken_as(source, "40", "45")
    note = said("note", "Осуждённый Петров В. С. указан верно.", "40 цифры түзетілді.")
    typed = {**note, "seen": seen(client)}
    assert "say in the last field why it stays" in page(client, "publication-correct", "document", KEY, data=typed, status=422)
    page(client, "publication-correct", "document", KEY, data={**typed, "names_nobody": " Вымышленное лицо. "})
    assert [each.kept_because for each in Edition.objects.filter(key=KEY)] == ["Вымышленное лицо.", ""]
    taken_as(source, "40", "50")
    page(client, "publication-correct", "document", KEY, data={**said("note", "Цифра исправлена.", "40 цифры түзетілді."), "seen": seen(client), "names_nobody": "Лишнее."})
    assert Edition.objects.filter(key=KEY).first().kept_because == ""


def taken_as(source, quote, value):
    one = next(one for one in claims.analysis(source, 1, by=analyst, country="demo").figures if one.quote == quote)
    known = deciding.deciding.Seen(one.decision.id if one.decision else None)
    deciding.edit(source_id=source, stretch=(one.start, one.end), changes=deciding.Changes(value=value), reason="Опечатка.", by=analyst, seen=known)


def seen(client):
    return page(client, "publication-correct", "document", KEY).partition('name="seen" value="')[2].partition('"')[0]


def test_whoever_signed_in_long_ago_confirms_before_something_becomes_public(client, source):
    thing, about = ("document", KEY), [("voice-reply", (filed(),)), ("voice-decline", (Reply.objects.get().pk,)), ("voice-change", (asked_for(),))]
    session = client.session
    session["confirmed_at"] = time.time() - 301
    session.save()
    for name, args in (*about, *((name, thing) for name in ("publication-correct", "publication-ask", "publication-reply", "publication-withhold"))):
        for answer in (client.get(reverse(f"desk:{name}", args=args)), client.post(reverse(f"desk:{name}", args=args), {"reason": "twice", "told": "Уже стоит."})):
            assert answer.status_code == 302 and "confirm" in answer.url, name
    assert Reply.objects.get().decided_at is None


def test_the_list_of_editions_is_the_mechanisms_and_work_with_them_is_not(client, source):
    sign_in(client, member)
    assert KEY in page(client, "publications")
    for name, args in (("publication-ask", ("document", KEY)), ("publication-correct", ("document", KEY)), ("voices", ()), ("voice-reply", (filed(),))):
        assert client.get(reverse(f"desk:{name}", args=args)).status_code in {403, 404}, name
    sign_in(client, person("stranger", Role.ANALYST, country="kz"))
    assert KEY not in page(client, "publications")


def test_contacts_are_erased_when_their_day_has_come_and_not_before(source, monkeypatch):
    one = filed()
    voices.decline_reply(reply_id=one, reason="twice", told="Уже стоит.", by=analyst)
    assert voices.erase_contacts() == 0 and Reply.objects.get().contact
    later = timezone.now() + timedelta(days=91)
    monkeypatch.setattr(voices.timezone, "now", lambda: later)
    assert voices.erase_contacts() == 1 and Reply.objects.get().contact == ""
    assert voices.erase_contacts() == 0


def corrected(text="В 2024 году поступили жалобы."):
    publish(KEY, "demo", **{**now("document", "demo", KEY, analyst), "text": text})


def test_earlier_editions_are_withheld_from_the_decision_of_a_request_read_by_the_office_and_given_back(client, source):
    sign_in(client, head)
    empty = page(client, "publication-withhold", "document", KEY)
    assert "no earlier edition that everybody can read" in empty and "Publish a corrected edition first" in empty
    one = asked_for()
    corrected()
    page(client, "voice-change", one, data={"outcome": "granted", **said("answer", "Убрано.", "Алынды.")})
    assert reverse("desk:publication-withhold", args=["document", KEY]) in page(client, "voice-change", one)
    form = page(client, "publication-withhold", "document", KEY)
    assert "Edition 1" in form and "Edition 2" not in form
    given = {"editions": ["1"], "because": "Просьба названного.", **said("note", "В ней был назван человек.", "Онда адам аталған.")}
    for wrong in ({"because": ""}, {"editions": []}, {"editions": ["2"]}):
        assert 'class="error-summary"' in page(client, "publication-withhold", "document", KEY, data={**given, **wrong}, status=422)
    done = page(client, "publication-withhold", "document", KEY, data=given)
    assert ("Withheld editions: 1." in done and "В ней был назван человек." in done) or "Put right." in done
    read = page(client, "publication-edition", "document", KEY, 1)
    assert TEXT in read and "Просьба названного." in read
    page(client, "publication-give-back", "document", KEY, 1, data={"because": ""}, status=422)
    assert "can be read by everybody again" in page(client, "publication-give-back", "document", KEY, 1, data={"because": "Ошибка."})
    assert edition("document", "demo", KEY, 1).body["text"] == TEXT


def test_the_office_takes_a_passage_out_is_told_of_the_earlier_editions_and_loses_nothing_typed(client, source):
    sign_in(client, head)
    assert reverse("desk:publication-take-out", args=[KEY]) in page(client, "publication", "document", KEY)
    given = {"words": "40 от женщин", "reason": "names_person", **said("note", "Отрывок убран.", "Үзінді алынды.")}
    for wrong, told in (({"words": "50 от женщин"}, "do not stand in the newest edition"), ({"reason": ""}, "")):
        again = page(client, "publication-take-out", KEY, data={**given, **wrong}, status=422)
        assert 'class="error-summary"' in again and told in again and "Отрывок убран." in again
    done = page(client, "publication-take-out", KEY, data=given)
    assert "stands without the passage" in done and "Edition 1" in done
    held = edition("document", "demo", KEY).body
    assert "женщин" not in held["text"] and [each["quote"] for each in held["found"]["claims"]] == ["120", "70"]
    assert now("document", "demo", KEY, head) == held
    start = held["out"][0]["span"][0]
    back = reverse("desk:publication-put-back", args=[KEY, start])
    assert f'href="{back}"' in page(client, "publication-take-out", KEY) and "40 от женщин" in page(client, "publication-put-back", KEY, start)
    page(client, "publication-put-back", KEY, start, data={"note_ru": ""}, status=422)
    assert "holds the passage again" in page(client, "publication-put-back", KEY, start, data=said("note", "Убран по ошибке.", "Қате."))
    assert edition("document", "demo", KEY).body == edition("document", "demo", KEY, 1).body
    page(client, "publication-put-back", KEY, start, status=404)


def test_of_several_editions_to_withhold_the_one_that_somebody_withheld_meanwhile_is_told(client, source, monkeypatch):
    corrected()
    corrected("Жалобы поступили.")
    sign_in(client, head)
    whole = withholding.withhold_edition

    def meanwhile(**given):
        if given["version"] == 2:
            whole(**{**given, "by": secretary})
        return whole(**given)

    monkeypatch.setattr(withholding, "withhold_edition", meanwhile)
    given = {"editions": ["2", "1"], "because": "Просьба.", **said("note", "Назван человек.", "Адам аталған.")}
    done = page(client, "publication-withhold", "document", KEY, data=given)
    assert "Withheld editions: 1." in done and "Edition 2 is withheld already" in done
    assert [each.withheld is None for each in edition("document", "demo", KEY).versions] == [True, False, False]


def flood(number=3):
    for each in range(number):
        filing.file_reply(about=ABOUT, filer=filing.Filer("media", f"Газета {each}", "x"), text=Words.of({"ru": f"Купите {each}."}), form=new_form())
        filing.file_change(about=ABOUT, filer=filing.Filer("person"), sort="removal", text=f"Реклама {each}.", form=new_form())


def boxes(client):
    return re.findall(r'name="chosen" value="([^"]+)"', page(client, "voices-aside"))


def test_many_that_wait_are_laid_aside_at_once_each_by_an_act_of_its_own(client, source):
    kept = filed("Это не так.", "Ведомство порядка")
    flood()
    assert reverse("desk:voices-aside") in page(client, "voices")
    chosen = [each for each in boxes(client) if str(kept) not in each]
    assert len(chosen) == 6 and "Купите 1." in page(client, "voices-aside") and "+7 000 office" not in page(client, "voices-aside")
    given = {"chosen": chosen, "reason": "not_about", "told": "Это реклама."}
    for wrong in ({"chosen": []}, {"told": ""}, {"reason": ""}, {"reason": "not_theirs"}, {"chosen": ["reply:5"]}):
        assert 'class="error-summary"' in page(client, "voices-aside", data={**given, **wrong}, status=422)
    assert "6 were laid aside" in page(client, "voices-aside", data=given)
    assert Reply.objects.get(decided_at=None).pk == kept and beside().aside == 3 and not ChangeRequest.objects.filter(decided_at=None).exists()
    for row in (*Reply.objects.exclude(pk=kept), *ChangeRequest.objects.all()):
        noun = "reply" if isinstance(row, Reply) else "change-request"
        assert [entry.verb for entry in history(noun, row.pk)][-1] in {"reply.not-shown", "change.decided"}
    assert {row.told for row in Reply.objects.exclude(pk=kept)} == {"Это реклама."} == {row.answer.best("ru") for row in ChangeRequest.objects.all()}


def test_one_of_many_that_was_decided_meanwhile_stays_as_it_was_decided_and_is_told(client, source):
    flood(2)
    chosen = boxes(client)
    other = Reply.objects.get(office="Газета 1")
    voices.confirm_reply(reply_id=other.pk, way="letter", sure="Письмо.", by=secretary)
    done = page(client, "voices-aside", data={"chosen": chosen, "reason": "twice", "told": "Уже есть."})
    assert "3 were laid aside" in done and "Somebody decided meanwhile" in done and "Газета 1" in done
    other.refresh_from_db()
    assert other.way == "letter" and other.reason == "" and not Reply.objects.filter(decided_at=None).exists()


def test_every_box_can_be_ticked_by_an_address_without_a_script(client, source):
    flood(2)
    shown = client.get(reverse("desk:voices-aside"), {"all": ""}).content.decode()
    assert len(re.findall(r'name="chosen"[^>]* checked', shown)) == 4 and " checked" not in page(client, "voices-aside")


def test_words_are_found_in_every_edition_and_stand_in_no_address(client, source):
    corrected("Жалобы поступили.")
    sign_in(client, head)
    found = page(client, "publication-words", data={"text": "70 ОТ  мужчин"}, status=200)
    assert "earlier edition: everybody can read it" in found and reverse("desk:publication", args=["document", KEY]) in found and "correct it first" not in found
    assert "stand in no edition" in page(client, "publication-words", data={"text": "никого"}, status=200)
    assert 'class="error-summary"' in page(client, "publication-words", data={"text": "и"}, status=422)
    assert "earlier edition" not in client.get(reverse("desk:publication-words"), {"text": "70 от мужчин"}).content.decode()
