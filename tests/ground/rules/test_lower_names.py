"""Names written without capitals are found in four languages, and ordinary prose in small letters is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ground.rules.test_text_check import ORDINARY
from tirek.ground.rules.given_names import GIVEN
from tirek.ground.rules.lower_names import lower_names
from tirek.ground.rules.lower_words import OTHERS, RUSSIAN_WORDS
from tirek.ground.rules.text_check import check_text

pytestmark = pytest.mark.pure
ROOT = Path(__file__).parents[3]

WHOLE = [
    ("ибраимов азамат", "{} сказал, что голоден"),
    ("азамат ибраимов", "нам {} сказал, что голоден"),
    ("Ибраимов азамат", "{} голоден"),
    ("ибраимов Азамат", "так сказал {}"),
    ("сериков а.б.", "по жалобе {} ответа нет"),
    ("а. б. сериков", "осмотрен {} и отпущен"),
    ("дмитрий достоевский", "со слов его, {} болен"),
    ("сейдахметова бакыта", "избили {} в карцере"),
    ("бакыт уулу нурлан", "{} кайрылды"),
    ("асан кызы", "{} арызданды"),
    ("ерлан бақытұлы", "{} шағымданды"),
    ("азамат бакытович", "беседа, {}, 34 года"),
    ("анна ивановна", "врач {} плакала"),
    ("айбек тұрсын", "{} айтты: тамақ суық"),
    ("smith john", "{} said that he was cold"),
    ("john smith", "{} told us about it"),
    ("осужденный сидорчуков", "{} жалуется на боль"),
    ("задержанного касенова", "видели {} без обуви"),
    ("detainee bekov", "the {} was kept alone"),
]
FOUND = [
    "сидоров сказал, что его били",
    "он говорит, что незванов избит",
    "со слов незванова, света нет",
    "со слов нурлана его били",
    "гульмира не ела три дня",
    "в камере иванов и двое других",
    "роза сказала, что холодно",
    "бакыт сказал, что холодно",
    "тынчтык айтты: суу жок",
    "серікқызы айтты",
    "Осужденный ахметов без обуви.",
    "сотталған нұрлан емделмеген",
    "mr bekov was moved",
    "aidar said that he was cold",
    "токтогуловду урушту",
    "пациент петренко привязан",
    "осужденного ковальчук не кормили",
    "осужденная петренко плачет",
    "тело кайрата нашли в камере",
    "его били вместе с дауреном",
    "дилноза сказала, что холодно",
    "дәурен деген жігіт ұсталды",
    "азамат есімді бала жылады",
    "бакыт аттуу жигит",
]
QUIET = [
    "осуждённый документов не имеет, осуждённый переводов не получает",
    "один из сотрудников сказал; никто из свидетелей не сообщил; сотрудников опросили",
    "мужчина сообщил, женщина сказала, гражданин просил, старшина заявил, хозяин пояснил, грузин говорит",
    "законов и т.д., сотрудников т.е. двоих, осмотров и т. п.",
    "по словам сотрудников и осуждённых, со слов мужчины, по словам господина",
    "осуждённая готова, осуждённый здоров, задержанного основания, осуждённую половину",
    "роман лежит в библиотеке, света нет, вера подорвана, надежда на ремонт, роза ветров, лев",
    "машин и магазинов нет, талантов много, канатов и алмазов не выдают, султанов, узбеков",
    "сотталған азамат, азамат айтты, азаматтың құқығы, бақыт пен теңдік, еркін серуен",
    "бала айтты, кызы келди, анын уулу, ұлы ақын, улуу күн, кийин айтты, мекеменин бакыты",
    "камераны карап чыктык, андан кийин камактагылар айтты; адамдын укугу, элдин салты",
    "he said that the man told them; the patient said no; staff said so; when asked he said it",
    "mark each item, frank talks, rose water, may visits, will of the people",
    "из-за лени, кати тележку; в рамазан и до рамазана; рамазан айында, рамазанда ораза; чай с жасмином; омарта мен гаухар",
    "бақыт деген не, еркін деген сөз, азамат деген ат, бакыт деген эмне; баары жараша, иш улана берет, кубана күлдү; хвост омара, поза асана",
    "верховна рада, основна, духовна, душевна, типична; ровна поверхность",
]


@pytest.mark.parametrize(("name", "around"), WHOLE)
def test_a_name_in_small_letters_is_found_whole(name, around):
    text = around.format(name)
    hits = [hit for hit in check_text(text) if hit.kind == "name"]
    start = text.index(name)
    assert any(hit.start <= start and hit.end >= start + len(name) for hit in hits), hits


@pytest.mark.parametrize("text", FOUND)
def test_what_could_name_a_person_is_found_in_small_letters(text):
    assert "name" in {hit.kind for hit in check_text(text)}


@pytest.mark.parametrize("text", QUIET)
def test_words_that_only_look_like_names_are_left_alone(text):
    assert [hit.text for hit in check_text(text) if hit.kind == "name"] == []


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_prose_says_no_more_in_small_letters(text):
    assert [text.lower()[start:end] for start, end, _why, _sure in lower_names(text.lower())] == []


@given(st.sampled_from(sorted(GIVEN - RUSSIAN_WORDS - OTHERS)), st.sampled_from(["ибраимов", "незванова", "жолдошбеков", "ketov"]), st.booleans())
def test_every_given_name_is_found_beside_a_surname(name, surname, first):
    pair = f"{name} {surname}" if first else f"{surname} {name}"
    assert any(pair in hit.text for hit in check_text(f"тогда {pair} не ел"))


@given(st.text(alphabet="абвинокеруy .\nsmithАИ-", max_size=120))
def test_a_hit_is_a_stretch_of_the_text(text):
    for start, end, _why, _sure in lower_names(text):
        assert 0 <= start < end <= len(text) and text[start:end].strip() == text[start:end]


def prose():
    """The documents, the demonstration's texts, the packs', and every translated sentence of the interface: prose that names nobody in small letters."""
    folders = ("demo/sources/*.txt", "tirek/project/demonstration/**/*.yaml", "tirek/foundation/jurisdictions/**/*.yaml", "locale/*/LC_MESSAGES/*.po", "docs/**/*.md")
    return [path.read_text() for each in folders for path in sorted(ROOT.glob(each))]


@pytest.mark.slow
def test_hundreds_of_pages_of_prose_get_no_new_hit():
    texts = prose()
    assert sum(map(len, texts)) > 1_000_000
    assert [text[max(0, start - 20) : end + 20] for text in texts for start, end, _why, _sure in lower_names(text)] == []
