"""The walks themselves, one a tutorial, in the order of its steps."""

from collections.abc import Callable
from datetime import date, timedelta

from tests.browser.tutorials.guide import Guide, told

STONE_FORD = {"ru": "Исправительный дом «Каменный брод»", "en": "Stone Ford Correctional House"}
LANTERNS = {"ru": "Детский приют «Семь фонарей»", "en": "Seven Lanterns Children's Shelter"}
RIVER = {"ru": "Воинская арестная Речного гарнизона", "en": "Military Arrest House of the River Garrison"}
MILL = {"ru": "Участок стражи порядка № 9 «Мельница»", "en": "Order Guard Post No 9 (Mill)"}


def secretary(guide: Guide) -> None:
    """A place is entered, a visit to it planned, an answer recorded, a report taken away."""
    guide.enter("Орсен Талли")
    guide.picture()
    guide.room("Places")
    guide.press("Enter a place")
    name = guide.page.get_by_role("group", name=guide.word("Name of the place"))
    for label, text in (("Русский", MILL["ru"]), ("Қазақша", "№ 9 «Диірмен» күзет бекеті"), ("Кыргызча", "№ 9 «Тегирмен» күзөт пункту"), ("English", MILL["en"])):
        name.get_by_label(label).fill(text)
    guide.choose("Kind of place", ru="участок стражи порядка", en="order guard post")
    guide.choose("Region", ru="Тарноборский край", en="Tarnobor Province")
    guide.press("Enter the place")
    guide.room("Plan")
    guide.press("Coverage")
    guide.picture()
    guide.press("Entries")
    guide.press("Put a visit into the plan")
    guide.choose("Place", **MILL)
    guide.choose("Kind of visit", ru="периодическое", en="periodic")
    day = date.today() + timedelta(days=40)
    guide.write("First day", day.isoformat())
    guide.write("Last day", day.isoformat())
    guide.page.get_by_label(guide.other(ru="Элара Винтер", en="Элара Винтер")).check()
    guide.press("Save the entry")
    guide.see("plan entry|proposed")
    guide.picture()
    guide.room("Recommendations")
    guide.tick("Answer overdue")
    guide.press("Show")
    guide.walker.go(guide.page.locator("main table tbody").get_by_role("link").first)
    guide.press("Enter the authority’s answer")
    guide.choose("What the authority says", **listed("authority|says that work is under way"))
    guide.write("Date of the letter", date.today().isoformat())
    guide.write("What the letter says", {"ru": "Работа начата, закончат в следующем месяце.", "en": "Work has begun and will end next month."}[guide.language])
    guide.press("Save the answer")
    guide.picture("Two facts on one time line")
    guide.room("Reports")
    guide.row("report|issued")
    guide.press("Documents")
    guide.picture()


def listed(source: str) -> dict[str, str]:
    """A word of the catalogue that stands in a list, in both languages."""
    return {each: told(each, source) for each in ("ru", "en")}


def member(guide: Guide) -> None:
    """A visit is under way: papers, access, a finding with a passage that could name somebody, an urgent measure."""
    guide.enter("Мирена Кольт")
    guide.picture()
    guide.room("Visits")
    guide.follow(**STONE_FORD)
    guide.picture()
    guide.press("Access")
    guide.press("Change the answers")
    guide.picture()
    guide.page.get_by_role("radio", name=guide.word("access|granted")).last.check()
    guide.press("Save")
    guide.press("Findings")
    guide.press("Write a finding")
    guide.choose("Area", ru="медицинская помощь", en="health care")
    seen = guide.page.get_by_role("group", name=guide.word("What was seen"))
    seen.get_by_label("Русский").fill("Журнал осмотров за неделю не заполнен; дежурный Тарек А. В. сказал, что врач в отпуске.")
    guide.page.get_by_role("radio", name=guide.word("finding|serious")).check()
    guide.tick("records")
    guide.press("Save the finding")
    guide.see("A finding rests on at least two kinds of source. Name a second one, or write why there is only one.")
    guide.tick("seen with own eyes")
    guide.press("Save the finding")
    guide.picture()


def head(guide: Guide) -> None:
    """An entry of the plan is approved, a report read and laid for signature, a question published."""
    guide.enter("Элара Винтер")
    guide.room("Plan")
    guide.row("plan entry|proposed", **LANTERNS)
    guide.picture()
    guide.press("Approve")
    guide.room("Reports")
    guide.follow(**RIVER)
    guide.tick("to review or edit the report")
    guide.press("Go on")
    guide.press("Approve for signature")
    guide.picture()
    guide.press("Approve the text")
    guide.room("Questions")
    guide.follow(ru="Жалоб стало больше или меньше?", en="Did the number of complaints rise or fall?")
    guide.press("Publish the question")
    guide.picture()
    guide.press("Publish the question")
    guide.room("Published pages")
    guide.picture()


TOLD = {
    "ru": "За 2025 год поступило 120 жалоб: 70 от мужчин и 40 от женщин. Из них по 18 начато расследование, то есть по 15%.",
    "en": "In 2025, 120 complaints were received: 70 from men and 40 from women. Of them 18 were investigated, that is 15%.",
}
"""A text of nobody's whose first sum does not come out and whose share does."""


def analyst(guide: Guide) -> None:
    """A source is entered, its figures decided, a question read, a value compared with its sentence."""
    guide.enter("Тео Марлин")
    guide.room("Sources and figures")
    guide.press("Enter a source")
    title = guide.page.get_by_role("group", name=guide.word("Title"))
    for label in ("Русский", "Қазақша", "Кыргызча", "English"):
        title.get_by_label(label).fill({"ru": "Сообщение о жалобах", "en": "Notice of complaints"}[guide.language])
    guide.page.get_by_label(guide.word("Text"), exact=True).fill(TOLD[guide.language])
    guide.press("Enter the source")
    guide.until("Confirm")
    guide.picture()
    guide.press("Confirm")
    guide.room("Questions")
    guide.follow(ru="Сколько жалоб было в 2025 году?", en="How many complaints were there in 2025?")
    guide.picture()
    guide.room("Indicators")
    guide.picture()


def administrator(guide: Guide) -> None:
    """Somebody is invited by two administrators; the server is looked at."""
    guide.enter("Кай Норден")
    guide.room("Accounts")
    guide.press("Invite somebody")
    guide.write("Name", "Этель Норр")
    guide.write("E-mail address", "ethel@lumeria.example")
    guide.choose("Role", ru="участник НПМ", en="member")
    guide.picture()
    guide.press("Invite")
    guide.enter("Ида Рейн")
    guide.room("Accounts")
    guide.press("Rights that need two persons")
    guide.follow(ru="Этель Норр", en="Этель Норр")
    guide.picture()
    guide.press("Confirm this right")
    guide.word("Copy the link")
    guide.room("This server")
    guide.picture()
    guide.room("Jobs")
    guide.room("Schedule")
    guide.see("Schedule")


def reader(guide: Guide) -> None:
    """Without an account: a figure with its sentence, a text checked, where one replies."""
    guide.open("/kz/")
    guide.picture()
    guide.press("In the country's picture")
    guide.picture()
    guide.open("/check/")
    guide.page.get_by_label(guide.word("Text"), exact=True).fill(TOLD[guide.language])
    guide.press("Check the figures")
    guide.picture()
    guide.open("/documents/002/")
    guide.press("Reply to this")
    guide.picture()


WALKS: dict[str, Callable[[Guide], None]] = {
    "secretary": secretary, "member": member, "head": head, "administrator": administrator, "reader": reader, "analyst": analyst,
}  # fmt: skip
"""The analyst comes last: the worker reads the entered source after all that a house reads at its first start."""
