"""In which language a text was probably written."""

from pathlib import Path

import pytest

from tirek.ground.rules.tongues import foreign, language_of

pytestmark = pytest.mark.pure
ROOT = Path(__file__).parents[3]
TEXTS, SOURCES = ROOT / "tests" / "insight" / "claims" / "texts", ROOT / "demo" / "sources"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Вернуть жителям ключи от тумбочек.", "ru"),
        ("директор дома, старшая сестра, юрист", "ru"),
        ("Находился в больнице", "ru"),
        ("нет указания", "ru"),
        ("Тұрғындарға кілттерді қайтару.", "kk"),
        ("Ачкычтарды тургундарга кайтарып берүү.", "ky"),
        ("Give the keys back to the residents.", "en"),
        ("WC және душ", "kk"),
        ("Мы в Твиттере @UNTreatyBodies", "ru"),
    ],
)
def test_letters_and_small_words_tell(text, language):
    assert language_of(text, ("ky", "ru")) == language


def test_where_nothing_tells_the_country_s_first_language_is_taken():
    assert language_of("директор", ("ky", "ru")) == "ky"
    assert language_of("директор", ("ru", "kk")) == "ru"
    assert language_of("12", ("kk", "ru")) == "kk"
    assert language_of("12", ()) == "ru"
    assert (language_of("12", ("en",)), language_of("директор", ("en",))) == ("en", "ru")


def test_letters_of_both_kazakh_and_kyrgyz_are_the_country_s():
    assert language_of("Бөлме кең.", ("kk", "ru")) == "kk"
    assert language_of("Бөлмө кең.", ("ky", "ru")) == "ky"


GERMAN = """Im Jahr 2024 wurden 120 Beschwerden registriert, 20 % mehr als 2023 (100). Die Zahl der Gefangenen ging von 900 auf 850 zurück. In den
Anstalten wurden 40 Kameras eingebaut, davon 12 in den Gängen und 28 in den Höfen. Das Ministerium erklärte, dass alle Empfehlungen umgesetzt werden."""
TURKISH = """2024 yılında 120 şikâyet kaydedildi, bunların 40 tanesi kadınlardan geldi. Cezaevlerindeki kişi sayısı 900 kişiden 850 kişiye düştü. Bakanlık
bütün tavsiyelerin yerine getirileceğini açıkladı. Koridorlarda 12, avlularda 28 kamera kuruldu ve kayıtlar otuz gün boyunca saklanıyor, dedi yetkili bir kişi bugün."""
UKRAINIAN = """У 2024 році зареєстровано 120 скарг, це більше ніж торік. Кількість ув’язнених зменшилася зі 900 осіб. Міністерство заявило, що всі рекомендації
виконуються. Встановлено 12 камер відеоспостереження, ще 28 камер працюють у дворах. Записи зберігаються тридцять днів, повідомив речник відомства журналістам учора ввечері."""


@pytest.mark.parametrize("text", [GERMAN, TURKISH, UKRAINIAN, "2024年共收到120起投诉，比上一年增加。" * 6, "في عام ٢٠٢٤ سجلت ١٢٠ شكوى من السجناء في البلاد." * 3])
def test_a_running_text_of_another_language_is_told(text):
    assert foreign(text)


@pytest.mark.parametrize("text", ["", "12 34 56", "Иванов, Петров, Сидоров", "Осмотрено 25 тюрем.", "Ермеков Асан Болатұлы", "40 | 12 | 28"])
def test_what_is_too_short_to_tell_is_not_called_foreign(text):
    assert not foreign(text)


@pytest.mark.parametrize("path", [*sorted(TEXTS.glob("*/*.txt")), *sorted(SOURCES.glob("*.txt"))], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_of_the_four_languages_is_called_foreign(path):
    assert not foreign(path.read_text(encoding="utf-8"))
