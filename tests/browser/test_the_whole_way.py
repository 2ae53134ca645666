"""One preventive visit goes the whole way: five people of the demonstration, each in a browser of their own, in Russian, by what they see.

The house is the one that `make run` serves, with its worker; nothing here reads a table or signs anybody in past the sign-in page. At the
end every number of the issued PDF is counted again, by SQL that knows nothing of the code that wrote it.
"""

import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import psycopg
import pytest

from tests.browser.screens import LANGUAGES
from tests.browser.tutorials.guide import Guide
from tests.browser.tutorials.pages import bold
from tests.browser.tutorials.walks import WALKS
from tests.browser.walker import Walker
from tests.insight.reports import reading
from tests.project.commands import ROOT, House, Served, new_database
from tests.project.conftest import copy

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(reading.WITHOUT_PDFTOTEXT, reason="pdftotext (poppler-utils) is not installed"),
]

LEADER, MEMBER, DOCTOR, SECRETARY, HEAD = "Мирена Кольт", "Дариус Ольм", "Юна Берг", "Орсен Талли", "Элара Винтер"
PLACE = "Исправительный дом «Старый мост»"
SEEN = "В корпусе Д на одного человека приходится 2,9 м² жилой площади; нары стоят в три яруса."
SEEN_KK = "Д корпусында бір адамға 2,9 м² тұрғын алаң келеді; сәкілер үш қабат қойылған."
MEDICAL = "Осмотр при поступлении проводят на третий день; журнал телесных повреждений не ведут."
MEDICAL_KK = "Келіп түскен адамды үшінші күні қарайды; дене жарақаттарының журналы жүргізілмейді."
GOOD = "Телефон линии помощи доступен во всех корпусах без разрешения дежурного."
GOOD_KK = "Көмек желісінің телефоны барлық корпуста кезекшінің рұқсатынсыз қолжетімді."
ASKED = "До 1 марта перевести людей из корпуса Д так, чтобы на каждого приходилось не меньше 4 м² жилой площади, и сообщить число переведённых."
DISSENT = "Считаю, что людей нужно перевести раньше."
ASKED_KK = "1 наурызға дейін Д корпусындағы адамдарды әрқайсысына кемінде 4 м² тұрғын алаң келетіндей етіп көшіру және көшірілгендер санын хабарлау."


@pytest.fixture(scope="module")
def house(told_house, tmp_path_factory):
    """The demonstration as it is served after its first start, in a data folder (and on PostgreSQL a database) of its own."""
    with new_database(told_house.house.url) as url:
        house = House(tmp_path_factory.mktemp("whole-way") / "data", url, more={"DEMO": "1"})
        copy(told_house.house.folder, house.folder)
        yield house


def count(house: House, sql: str, visit_id: str) -> int:
    """Counts in the served house's own database, past all of its code."""
    if house.url:
        with psycopg.connect(house.url) as database:
            return database.execute(sql.format(f"'{visit_id}'")).fetchone()[0]
    with closing(sqlite3.connect(house.folder / "demo" / "tirek.sqlite3")) as database:
        return database.execute(sql.format(f"'{visit_id.replace('-', '')}'")).fetchone()[0]


@pytest.fixture(scope="module")
def served(house):
    with house.served(limit=300) as running:
        yield running


@pytest.fixture(scope="module")
def enter(chromium, served: Served):
    """Lets a person of the demonstration in with one click, in a window of her own; "" is a visitor without account."""
    walkers: list[Walker] = []

    def entered(name: str, language: str = "ru", **options) -> Walker:
        walker = Walker.start(chromium, f"http://localhost:{served.port}", **options)
        walker.page.set_default_timeout(45_000)
        walkers.append(walker)
        if name:
            walker.open(f"/{language}/accounts/demonstration/")
            walker.page.get_by_role("button", name=name).click()
            walker.page.wait_for_url("**/desk/**")
        return walker

    yield entered
    for walker in walkers:
        walker.finish()


@dataclass
class Walked:
    """What the walk left: the visit's address and the PDF that the secretary took away."""

    visit: str
    pdf: bytes

    @property
    def visit_id(self) -> str:
        return re.search(r"/visits/([0-9a-f-]{36})/", self.visit)[1]


@pytest.fixture(scope="module")
def walked(enter) -> Walked:
    """The whole way, walked once for all tests of this file."""
    people = {name: enter(name) for name in (LEADER, MEMBER, DOCTOR, SECRETARY, HEAD)}
    for who, step in STEPS:
        step(people[who])
    to_visit(people[LEADER])
    return Walked(people[LEADER].page.url, TAKEN[0])


TAKEN: list[bytes] = []


def test_five_people_take_a_visit_from_plan_to_verified_recommendation(walked, house):
    counted = {
        "Наблюдений": "SELECT COUNT(*) FROM visits_finding WHERE visit_id = {} AND NOT good_practice AND NOT taken_back",
        "из них критических": "SELECT COUNT(*) FROM visits_finding WHERE visit_id = {} AND seriousness = 'critical' AND NOT taken_back",
        "из них серьёзных": "SELECT COUNT(*) FROM visits_finding WHERE visit_id = {} AND seriousness = 'serious' AND NOT taken_back",
        "Положительная практика": "SELECT COUNT(*) FROM visits_finding WHERE visit_id = {} AND good_practice AND NOT taken_back",
        "Рекомендаций": "SELECT COUNT(*) FROM recommendations_recommendation WHERE visit_id = {} AND state = 'issued'",
        "Прав, в которых отказано, с которыми медлили или которые нарушены": "SELECT COUNT(*) FROM visits_accessitem WHERE visit_id = {} AND outcome <> 'granted'",
        "Неотложных мер": "SELECT COUNT(*) FROM visits_urgentmeasure WHERE visit_id = {} AND sent_at IS NOT NULL",
    }
    text = reading.text_of(walked.pdf)
    said = {label: int(re.search(rf"{label} [^\d]*?(\d+) \[N\d+\]", text)[1]) for label in counted}
    assert said == {label: count(house, sql, walked.visit_id) for label, sql in counted.items()}
    assert list(said.values()) == [2, 1, 1, 1, 1, 1, 1]
    for kept in (SEEN, SEEN_KK, MEDICAL_KK, GOOD, ASKED, ASKED_KK, DISSENT, "ДЕМОНСТРАЦИЯ"):
        assert letters(kept) in letters(text), kept


def letters(text: str) -> str:
    """The text without spaces and hyphens: lines of a PDF are broken anywhere."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


@pytest.fixture(scope="module")
def readers(enter) -> tuple[Walker, Walker]:
    """A visitor at a telephone and the head at a desk, who read in one language after the other."""
    return enter("", width=390), enter(HEAD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_start_mission_and_report_are_read_in_every_language(readers, walked, language):
    visitor, head = readers
    for address in ("/{}/kz/", "/{}/kz/missions/spt-2023/"):
        assert visitor.open(address.format(language)) == 200
        assert visitor.page.locator("html").get_attribute("lang") == language
        visitor.must_be_accessible()
        assert visitor.sideways() == 0
    head.open(f"/{language}/desk/visits/{walked.visit_id}/")
    head.page.locator("main nav a[href$='/report/']").click()
    head.page.locator("main a[href*='/reports/']").first.click()
    assert head.page.locator("html").get_attribute("lang") == language
    head.must_be_accessible()
    head.page.locator("main nav a[href$='/text/']").click()
    head.see(SEEN)
    head.must_be_accessible()


def test_the_three_pictures_of_the_readme(enter, walked, tmp_path):
    """`make pictures` keeps them in docs/pictures; otherwise they are only drawn, so that a page that broke is seen here."""
    folder = Path(os.environ.get("TIREK_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    visitor, leader = enter("", width=1280), enter(LEADER, "en")
    visitor.open("/en/kz/")
    visitor.page.screenshot(path=str(folder / "start.png"))
    leader.open("/en/desk/")
    leader.page.screenshot(path=str(folder / "tasks.png"))
    leader.open("/en/desk/recommendations/")
    leader.page.locator("main").get_by_role("link", name="3/2026-1", exact=True).click()
    leader.page.get_by_role("heading", level=1, name="3/2026-1").wait_for()
    leader.page.screenshot(path=str(folder / "recommendation.png"), full_page=True)
    named = re.findall(r"docs/pictures/(\w+\.png)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(path.name for path in folder.glob("*.png")) == ["recommendation.png", "start.png", "tasks.png"]
    assert all((ROOT / "docs" / "pictures" / name).stat().st_size > 20_000 for name in named)


WALKED_IN = {"analyst": "en", "reader": "en", "head": "en"}
"""The others in Russian: the catalogues hold the words of both languages (tests/house/test_tutorials.py), so one language a walk is enough."""


@pytest.mark.slow
@pytest.mark.parametrize("name", WALKS)
def test_a_tutorial_is_walked_as_its_page_tells(enter, tmp_path, name):
    """`make pictures` walks all of them in each language and keeps their pictures."""
    language = os.environ.get("TIREK_TUTORIALS") or WALKED_IN.get(name, "ru")
    walker = enter("", width=1024)
    walker.page.set_viewport_size({"width": 1024, "height": 720})
    guide = Guide(walker, language, name, Path(os.environ.get("TIREK_PICTURES") or tmp_path) / "tutorials")
    WALKS[name](guide)
    assert set(guide.said) - set(bold(name, language)) == set(), "pressed on the way, but the page does not tell of it"
    assert guide.taken == len(list((ROOT / "docs/pictures/tutorials" / language).glob(f"{name}-*.png"))), "run: make pictures"


@pytest.mark.parametrize(("scripts", "length"), [(True, 3_000_000), pytest.param(False, 10_000_000, marks=pytest.mark.trial)])
def test_megabytes_in_a_field_are_refused_in_words_and_what_was_typed_is_not_lost(enter, scripts, length):
    """Through the served house: a server that closed the connection unread would leave the browser's own error page."""
    secretary, heard, words = enter(SECRETARY, "en", scripts=scripts), [], "a" * length
    secretary.page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.accept()))
    secretary.open("/en/desk/places/new/")
    field = secretary.page.locator("main form textarea:visible").first
    secretary.page.get_by_role("button", name="Enter the place").focus()  # before the text: a page with megabytes of text is drawn slowly
    field.evaluate("(field, words) => { field.value = words; }", words)
    secretary.page.keyboard.press("Enter")
    if scripts:
        assert len(heard) == 1 and heard[0].startswith("This form holds more text than can be sent at once. Nothing was sent")
    else:
        secretary.see("The request is too large or damaged. Nothing was saved.")
        secretary.page.go_back()
    assert field.evaluate("field => field.value.length") == length


def tick(person: Walker, *names: str) -> None:
    for name in names:
        person.page.get_by_label(name).first.check()


def choose(person: Walker, label: str, option: str) -> None:
    person.page.get_by_label(label).first.select_option(label=option)


def room(person: Walker, name: str) -> None:
    link = person.page.get_by_role("navigation", name="Разделы").get_by_role("link", name=name)
    path = link.get_attribute("href")
    link.click()
    person.page.wait_for_url(lambda url: urlsplit(url).path.endswith(path))


def tab(person: Walker, name: str) -> None:
    """A tab of the visit, or the question for what it is read: its address holds where it leads on to."""
    link = person.page.get_by_role("navigation", name="Посещение").get_by_role("link", name=name)
    path = link.get_attribute("href")
    link.click()
    person.page.wait_for_url(lambda url: path in (urlsplit(url).path, *parse_qs(urlsplit(url).query).get("next", ())))


def to_visit(person: Walker) -> None:
    """To today's visit to the place, by way of the list."""
    room(person, "Посещения")
    today = date.today().strftime("%d.%m.%Y")
    person.page.get_by_role("row").filter(has_text=PLACE).filter(has_text=today).get_by_role("link", name=PLACE).click()


def plan(leader: Walker) -> None:
    room(leader, "План")
    leader.press("Включить посещение в план")
    choose(leader, "Место", PLACE)
    choose(leader, "Вид посещения", "специальное")
    leader.write("Первый день", date.today().isoformat())
    leader.write("Последний день", (date.today() + timedelta(days=1)).isoformat())
    tick(leader, HEAD)
    leader.press("Сохранить запись")
    leader.see("без уведомления")


def approve_plan(head: Walker) -> None:
    room(head, "План")
    head.page.get_by_role("row").filter(has_text=PLACE).filter(has_text="предложено").get_by_role("link", name=PLACE).click()
    head.press("Утвердить")


def open_visit(leader: Walker) -> None:
    leader.page.reload()
    leader.press("Открыть посещение")


def choose_team(leader: Walker) -> None:
    leader.press("Выбрать группу")
    for name, role in ((LEADER, "руководитель"), (MEMBER, "участник"), (DOCTOR, "врач")):
        choose(leader, name, role)
    leader.press("Сохранить группу")


def begin(leader: Walker) -> None:
    leader.press("Начать посещение")
    leader.press("Начать посещение")
    leader.see("идёт")


def look(leader: Walker) -> None:
    """Access, an urgent measure, a meeting, the closing talk, and what was seen."""
    tab(leader, "Доступ")
    leader.press("Внести ответы")
    for answer in leader.page.get_by_role("radio", name="предоставлено").all():
        answer.check()
    records = leader.page.get_by_role("group", name="просмотр журналов")
    records.get_by_role("radio", name="с задержкой").check()
    records.get_by_label("Кем").fill("дежурный помощник начальника")
    records.get_by_label("На каком основании").fill("Ключ от архива был у другого дежурного.")
    records.get_by_label("Сколько минут").fill("40")
    leader.press("Сохранить")
    urgent(leader)
    leader.press("Внести встречу")
    leader.page.get_by_label("С кем").select_option(index=1)
    leader.write("О чём шла речь", "Начальник учреждения: размещение людей в корпусе Д.")
    leader.press("Сохранить встречу")
    leader.press("Внести заключительную беседу")
    leader.write("День заключительной беседы", date.today().isoformat())
    leader.write("Кто участвовал", "Начальник учреждения, врач.")
    promise = leader.page.get_by_role("group", name="Обещание 1")
    promise.get_by_label("Что обещано").fill("Дать матрац каждому.")
    promise.get_by_label("По какой день").fill((date.today() + timedelta(days=7)).isoformat())
    leader.press("Сохранить заключительную беседу")
    finding(leader, "переполненность", SEEN, SEEN_KK, "увидено своими глазами", "журналы и записи", serious="критическое")


def urgent(leader: Walker) -> None:
    leader.press("Записать неотложную меру")
    leader.write("Русский", "В карцере нет воды. Просим сегодня перевести людей.")
    leader.write("Қазақша", "Карцерде су жоқ. Бүгін адамдарды көшіруді сұраймыз.")
    leader.press("Сохранить неотложную меру")
    leader.press("Отметить отправку или ответ")
    leader.page.get_by_label("Когда отправлено").fill(datetime.now(ZoneInfo("Asia/Almaty")).strftime("%Y-%m-%dT%H:%M"))
    leader.press("Сохранить")


def finding(person: Walker, area: str, text: str, translated: str, *sources: str, serious: str = "", **given: bool) -> None:
    """Writes down one finding."""
    tab(person, "Наблюдения")
    person.press("Записать наблюдение")
    choose(person, "Сфера", area)
    person.write("Русский", text)
    person.write("Қазақша", translated)
    if given.get("good"):
        tick(person, "Это положительная практика")
    if serious:
        person.page.get_by_role("radio", name=serious).check()
    if given.get("medical"):
        tick(person, "Это медицинское наблюдение")
    tick(person, *sources)
    person.press("Сохранить наблюдение")


def tell_good_practice(member: Walker) -> None:
    to_visit(member)
    finding(member, "подача и рассмотрение жалоб", GOOD, GOOD_KK, "люди, лишённые свободы", "увидено своими глазами", good=True)


def release_wording(doctor: Walker) -> None:
    to_visit(doctor)
    finding(doctor, "медицинская помощь", MEDICAL, MEDICAL_KK, "журналы и записи", "администрация", serious="серьёзное", medical=True)
    doctor.press("Разрешить формулировку")
    doctor.press("Разрешить формулировку")
    doctor.see("Формулировка разрешена.")


def end(leader: Walker) -> None:
    to_visit(leader)
    leader.press("Завершить посещение")
    leader.press("Завершить посещение")
    leader.see("завершено")


def recommend(leader: Walker) -> None:
    tab(leader, "Рекомендации")
    leader.press("Написать рекомендацию")
    asked = leader.page.get_by_role("group", name="Что нужно сделать")
    asked.get_by_label("Русский").fill(ASKED)
    asked.get_by_label("Қазақша").fill(ASKED_KK)
    leader.page.get_by_role("checkbox", name=re.compile("переполненность")).check()
    choose(leader, "Приоритет", "высокий")
    leader.press("Сохранить черновик")
    leader.see("Служба")


def draft_report(leader: Walker) -> None:
    tab(leader, "Отчёт")
    leader.press("Составить отчёт")
    leader.press("Написать краткое содержание")
    leader.write("Русский", "Группа посетила корпус Д; её провёл дежурный Тарек А. В., он открыл камеры. Главное: переполненность и осмотр на третий день.")
    leader.write("Қазақша", "Топ Д корпусына барды. Ең бастысы: толып кету және үшінші күні қарау.")
    leader.press("Сохранить краткое содержание")
    leader.press("Принять решения по отрывкам")  # staff are named by their role alone
    leader.page.get_by_role("radio", name="написать в общих словах").first.check()
    leader.write("Общие слова взамен", "смены")
    leader.press("Записать решение")
    leader.press("Обзор")
    leader.press("Отдать на рассмотрение")
    leader.see("Отчёт на рассмотрении.")


def to_report(person: Walker) -> None:
    to_visit(person)
    tab(person, "Отчёт")
    if person.page.locator("input[name=purpose]").count():  # whoever was not there says once what for
        person.page.get_by_role("radio", name="чтобы рассмотреть или править отчёт").check()
        person.press("Продолжить")
    person.press("Открыть отчёт")


def approve_report(head: Walker) -> None:
    to_report(head)
    head.press("Утвердить для подписания")
    head.see("её провёл дежурный смены, он открыл камеры. Главное: переполненность и осмотр на третий день.")
    head.press("Утвердить текст")
    head.see("Текст зафиксирован и передан на подпись.")


def sign(person: Walker) -> None:
    to_report(person)
    person.press("Подписать")
    person.press("Подписать")
    person.see("Ваша подпись записана.")


def dissent(member: Walker) -> None:
    to_report(member)
    member.press("Приложить особое мнение")
    member.write("Русский", DISSENT)
    member.write("Қазақша", "Адамдарды ертерек көшіру керек деп санаймын.")
    member.press("Приложить мнение")
    member.see("Ваше мнение приложено.")


def issue(secretary: Walker) -> None:
    to_report(secretary)
    secretary.press("Выпустить отчёт")
    secretary.press("Выпустить отчёт")
    secretary.see("Отчёт выпущен.")


def take_away(secretary: Walker) -> None:
    """The issued PDF, once the worker has made it."""
    to_report(secretary)
    secretary.press("Документы")
    secretary.page.locator(".job").wait_for(state="detached", timeout=120_000)  # the page looks again by itself
    secretary.page.reload()
    secretary.page.get_by_role("radio", name=re.compile("^PDF")).first.check()
    secretary.page.get_by_label("Для чего этот файл").select_option(index=1)
    with secretary.page.expect_download() as download:
        secretary.press("Скачать документ")
    TAKEN[:] = [Path(download.value.path()).read_bytes()]


def to_recommendation(person: Walker) -> None:
    to_visit(person)
    tab(person, "Рекомендации")
    person.page.locator("main").get_by_role("link", name=re.compile("^Рекомендация")).first.click()


def answer(secretary: Walker) -> None:
    to_recommendation(secretary)
    secretary.press("Внести ответ органа")
    choose(secretary, "Что сообщает орган", "сообщает, что исполнено")
    secretary.write("Дата письма", date.today().isoformat())
    secretary.write("Номер письма", "СД-11/402")
    secretary.write("Что сказано в письме", "Из корпуса Д переведены 38 человек.")
    letter = {"name": "ответ.pdf", "mimeType": "application/pdf", "buffer": TAKEN[0]}
    secretary.page.get_by_label("Письмо в виде файла").set_input_files(letter)
    secretary.press("Сохранить ответ")
    secretary.see("Из корпуса Д переведены 38 человек.")


def verify(leader: Walker) -> None:
    to_recommendation(leader)
    leader.press("Внести проверку")
    choose(leader, "Что установлено", "исполнена частично")
    leader.page.get_by_role("radio", name="изучение документов").check()
    leader.write("Что увидели или прочитали", "По книге размещения переведены 31 человек; на одного приходится 3,6 м².")
    leader.press("Сохранить проверку")
    leader.see("По книге размещения переведены 31 человек")
    leader.see("сообщает, что исполнено")
    leader.see("исполнена частично")
    leader.must_be_accessible()


STEPS = [
    (LEADER, plan), (HEAD, approve_plan), (LEADER, open_visit), (LEADER, choose_team), (LEADER, begin), (LEADER, look),
    (MEMBER, tell_good_practice), (DOCTOR, release_wording), (LEADER, end), (LEADER, recommend), (LEADER, draft_report),
    (HEAD, approve_report), (LEADER, sign), (MEMBER, dissent), (MEMBER, sign), (DOCTOR, sign), (SECRETARY, issue), (SECRETARY, take_away),
    (SECRETARY, answer), (LEADER, verify),
]  # fmt: skip
