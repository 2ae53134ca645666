"""The forms of the public, what stands beside a published page, and the desk's pages about both, on every screen and in four languages."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.screens import screens
from tests.browser.test_recommendations import enter
from tests.insight.publications.making import publish
from tests.people import foreigner as head
from tirek.ground.rules.words import Words
from tirek.insight.publications import filing
from tirek.insight.publications.receipts import new_form
from tirek.insight.publications.services import voices
from tirek.insight.publications.services.corrections import take_out
from tirek.insight.publications.services.withholding import withhold_edition

__all__ = ["enter"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ABOUT = filing.About("document", "kz", "004")
FILER = filing.Filer("authority", "Министерство внутренних дел", "+7 7172 00 00 00")


@pytest.fixture
def told():
    """A page with a reply, an unanswered request, an open request for correction and a decided one; and what waits on the desk. Ids by name."""
    publish("004", rules="earlier")
    publish("004")
    publish("004", rules="later")

    def reply(about, text):
        filing.file_reply(about=about, filer=FILER, text=Words.of({"ru": text}), form=new_form())
        return filing.Reply.objects.get(decided_at=None).pk

    def change(sort, text):
        filing.file_change(about=ABOUT, filer=filing.Filer("person"), sort=sort, text=text, form=new_form())
        return filing.ChangeRequest.objects.get(decided_at=None).pk

    figure = filing.About("document", "kz", "004", (3000, 3028))
    voices.confirm_reply(reply_id=reply(figure, "Показатель относится ко всем учреждениям, а не только к тюрьмам."), way="letter", sure="Письмо 1.", by=head)
    asked = voices.ask_for_reply(about=ABOUT, filer=FILER, asked_on=timezone.localdate() - timedelta(days=20), letter="1-2", by=head).value
    gone = Words.of({"ru": "В этом издании был назван человек.", "en": "This edition named a person."})
    withhold_edition(kind="document", country="kz", key="004", version=1, note=gone, because="Просьба названного.", by=head)
    publish("002", text="Поступило 12 жалоб от Иванова.", sha256="")
    note = Words.of({"ru": "Был назван человек.", "kk": "Адам аталған."})
    take_out(country="kz", key="002", words="от Иванова", reason="names_person", note=note, by=head)
    answer = Words.of({"ru": "Так сказано в документе.", "kk": "Құжатта солай айтылған."})
    voices.decide_change(change_id=change("removal", "Уберите."), outcome="refused", answer=answer, by=head)
    shown = filing.Reply.objects.exclude(decided_at=None).get().pk
    return {"asked": asked, "shown": shown, "change": change("correction", "Год неверен."), "reply": reply(ABOUT, "Осуждённый Петров В. С. этого не говорил.")}


@screens((390, "dark", "ru"), (1280, "light", "kk"), (390, "light", "en"), (1280, "dark", "ky"))
def test_the_pages_of_the_public_read_on_every_screen(walk, told, width, scheme, language):
    person = walk(width=width, scheme=scheme, scripts=True)
    for path in ("kz/replies/", "kz/replies/document/004/?figure=3000-3028", "kz/replies/document/004/change/", "documents/002/", "documents/004/"):
        assert person.open(f"/{language}/{path}") == 200, path
        person.must_be_accessible()
        assert person.sideways() == 0, path
    assert person.page.locator(".reply").count() == 1 and person.page.locator(".voices .dated-states li").count() == 3
    assert person.open(f"/{language}/documents/004/editions/1/") == 410
    person.must_be_accessible()
    assert person.sideways() == 0 and person.page.locator("blockquote").inner_text()
    person.open(f"/{language}/kz/replies/document/004/")
    person.go(person.page.locator("form.filing-form .btn-primary"))
    person.must_be_accessible()
    assert person.page.locator(".error-summary li").count() >= 4 and person.context.cookies() == []


@screens((1280, "light", "ru"), (390, "dark", "kk"), (1280, "dark", "en"), (390, "light", "ky"))
def test_the_pages_of_the_desk_read_on_every_screen(enter, told, width, scheme, language):
    walker = enter(head, language, width=width, scheme=scheme)
    for path in ("", "voices/", "voices/aside/?all", "words/", f"voices/replies/{told['reply']}/", f"voices/changes/{told['change']}/", f"voices/requests/{told['asked']}/",
                 "document/004/", "document/004/ask/", "document/004/reply/", "document/004/withhold/", "document/004/editions/1/",
                 "document/004/editions/1/give-back/", "document/002/take-out/", "document/002/put-back/19/",
                 f"voices/replies/{told['shown']}/take-back/"):  # fmt: skip
        assert walker.open(f"/{language}/desk/publications/{path}") == 200, path
        walker.must_be_accessible()
        assert walker.sideways() == 0, path
