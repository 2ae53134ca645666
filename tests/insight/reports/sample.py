"""An invented report of an invented country, as full as a real one; tests and the benchmark change it with `dataclasses.replace`."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tirek.ground.rules.words import Words
from tirek.insight.reports.documents import model

EMBLEM = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">'
    b'<circle cx="24" cy="24" r="22" fill="none" stroke="#0f5f6b" stroke-width="3"/><path d="M12 32 L24 12 L36 32 Z" fill="#0f5f6b"/></svg>'
)


def four(ru: str, kk: str, ky: str, en: str) -> Words:
    return Words.of({"ru": ru, "kk": kk, "ky": ky, "en": en})


def same(text: str) -> Words:
    return four(text, text, text, text)


def row(kind: str, number: int) -> str:
    return f"{kind}-00000000-0000-4000-8000-{number:012d}"


LIVING = four("Материально-бытовые условия", "Тұрмыстық жағдайлар", "Жашоо-турмуш шарттары", "Living conditions")
HEALTH = four("Медицинская помощь", "Медициналық көмек", "Медициналык жардам", "Health care")
SAFEGUARDS = four("Правовые гарантии", "Құқықтық кепілдіктер", "Укуктук кепилдиктер", "Legal safeguards")
VIDEO = four("Видеонаблюдение", "Бейнебақылау", "Видеокөзөмөл", "Video surveillance")
SERIOUS = four("серьёзная", "елеулі", "олуттуу", "serious")
OWN_EYES = four("собственное наблюдение", "өз көзімен көру", "өз көзү менен көрүү", "own eyes")
DETAINED = four("лица, лишённые свободы", "бас бостандығынан айырылған адамдар", "эркиндигинен ажыратылган адамдар", "detained persons")
RECORDS = four("журналы и записи", "журналдар мен жазбалар", "журналдар жана жазуулар", "records")
ADMINISTRATION = four("администрация", "әкімшілік", "администрация өкүлдөрү", "administration")
MINISTRY = four(
    "Министерство внутренних дел Республики Лумерия",
    "Лумерия Республикасының Ішкі істер министрлігі",
    "Лумерия Республикасынын Ички иштер министрлиги",
    "Ministry of the Interior of the Republic of Lumeria",
)

FINDINGS = (
    four(
        "В двух камерах первого этажа окна закрыты листами железа; днём читать без лампы невозможно. Свет не выключают и ночью.",
        "Бірінші қабаттағы екі камераның терезелері темір қаңылтырмен жабылған; күндіз шамсыз оқу мүмкін емес. Жарық түнде де сөндірілмейді. Қолжетімділік жағдайы қанағаттанарлықсыз.",
        "Биринчи кабаттагы эки камеранын терезелери темир барактар менен жабылган; күндүз лампасыз окууга мүмкүн эмес. Жарык түнкүсүн да өчүрүлбөйт. Көңүл бурулушу керек.",
        "In two cells of the ground floor the windows are covered with sheets of iron; by day it is not possible to read without a lamp. The light is not switched off at night.",
    ),
    four(
        "Журнал телесных повреждений ведётся, но осмотр проходит в присутствии конвоя, и врач записывает только видимые повреждения.",
        "Дене жарақаттарын тіркеу журналы жүргізіледі, бірақ қарап-тексеру айдауылдың көзінше өтеді, ал дәрігер тек көрінетін жарақаттарды ғана жазады.",
        "Дене жаракаттарын каттоо журналы жүргүзүлөт, бирок кароо конвойдун көзүнчө өтөт, ал эми дарыгер көрүнгөн жаракаттарды гана жазат.",
        "A register of injuries is kept, but examinations take place in the presence of the escort, and the doctor writes down visible injuries only.",
    ),
    four(
        "Время фактического задержания не записывается: в журнал вносят время доставления. Разница по проверенным записям достигает нескольких часов.",
        "Нақты ұсталған уақыт жазылмайды: журналға жеткізілген уақыт енгізіледі. Тексерілген жазбалар бойынша айырма бірнеше сағатқа жетеді.",
        "Иш жүзүндө кармалган убакыт жазылбайт: журналга алып келинген убакыт киргизилет. Текшерилген жазуулар боюнча айырма бир нече саатка жетет.",
        "The time of actual apprehension is not written down: the register holds the time of arrival. In the records seen the difference reaches several hours.",
    ),
)


def sample(**changes: object) -> model.ReportDocument:
    """The report in Russian and Kazakh, side by side, issued; fields can be changed."""
    finding = [row("finding", place) for place in range(1, 5)]
    rows = tuple(finding[:3])
    numbers = (
        model.Number("findings", 3, four("установленные обстоятельства", "анықталған жағдайлар", "аныкталган жагдайлар", "findings"), four("все, кроме положительной практики", "оң тәжірибеден басқа барлығы", "оң тажрыйбадан башка баары", "all but good practice"), rows),
        model.Number("living", 1, four("установленные обстоятельства", "анықталған жағдайлар", "аныкталган жагдайлар", "findings"), four("сфера — материально-бытовые условия", "саласы — тұрмыстық жағдайлар", "тармагы — жашоо-турмуш шарттары", "area is living conditions"), rows[:1]),
        model.Number("health", 1, four("установленные обстоятельства", "анықталған жағдайлар", "аныкталган жагдайлар", "findings"), four("сфера — медицинская помощь", "саласы — медициналық көмек", "тармагы — медициналык жардам", "area is health care"), rows[1:2]),
        model.Number("safeguards", 1, four("установленные обстоятельства", "анықталған жағдайлар", "аныкталган жагдайлар", "findings"), four("сфера — правовые гарантии", "саласы — құқықтық кепілдіктер", "тармагы — укуктук кепилдиктер", "area is legal safeguards"), rows[2:]),
        model.Number("recommendations", 2, four("рекомендации", "ұсынымдар", "сунуштар", "recommendations"), four("все рекомендации отчёта", "есептің барлық ұсынымдары", "отчёттун бардык сунуштары", "all recommendations of this report"), (row("recommendation", 1), row("recommendation", 2))),
        model.Number("population", 1284, four("содержащиеся", "ұсталатын адамдар", "кармалгандар", "persons held"), four("по сведениям администрации в день посещения", "бару күнгі әкімшіліктің мәліметі бойынша", "баруу күнүндөгү администрациянын маалыматы боюнча", "as stated by the administration on the day"), (row("population", 1),)),
        model.Number("delay", 45, four("минуты ожидания", "күту минуттары", "күтүү мүнөттөрү", "minutes of waiting"), four("записано при входе", "кіреберісте жазылған", "кире бериште жазылган", "recorded at the gate"), (row("refusal", 1),)),
        model.Number("hours", 24, four("часы до ответа", "жауапқа дейінгі сағат", "жоопко чейинки саат", "hours until the answer"), four("срок неотложной меры", "шұғыл шараның мерзімі", "кечиктирилгис чаранын мөөнөтү", "time limit of the urgent measure"), (row("urgent", 1),)),
        model.Number("term", 30, four("дни до ответа", "жауапқа дейінгі күн", "жоопко чейинки күн", "days until the answer"), four("срок по правилам страны", "ел ережелері бойынша мерзім", "өлкөнүн эрежелери боюнча мөөнөт", "the term of the country's rules"), (row("recommendation", 1), row("recommendation", 2))),
    )  # fmt: skip
    document = model.ReportDocument(
        jurisdiction=four("Республика Лумерия", "Лумерия Республикасы", "Лумерия Республикасы", "Republic of Lumeria"),
        mechanism=four("Национальный превентивный механизм", "Ұлттық алдын алу тетігі", "Улуттук алдын алуу механизми", "National Preventive Mechanism"),
        emblem=model.Emblem(EMBLEM, "svg", four("Эмблема: гора в круге", "Елтаңба: шеңбердегі тау", "Герб: тегеректеги тоо", "Emblem: a mountain in a circle")),
        title=four("Посещение изолятора временного содержания города Тарнобор", "Тарнобор қаласының уақытша ұстау изоляторына бару", "Тарнобор шаарынын убактылуу кармоочу жайына баруу", "Visit to the temporary detention facility of the town of Tarnobor"),
        number="12/2026", issued_on=date(2026, 3, 20), version="1", stamp=datetime(2026, 3, 20, 9, 0, tzinfo=UTC),
        place=model.PlaceLine(
            four("Изолятор временного содержания № 1", "№ 1 уақытша ұстау изоляторы", "№ 1 убактылуу кармоочу жай", "Temporary detention facility No. 1"),
            four("изолятор временного содержания", "уақытша ұстау изоляторы", "убактылуу кармоочу жай", "temporary detention facility"),
            four("Тарноборская область", "Тарнобор облысы", "Тарнобор облусу", "Tarnobor region"), MINISTRY,
        ),
        visit=model.VisitLine(
            False, date(2026, 3, 10), date(2026, 3, 11),
            (
                model.Delegate(four("руководитель группы", "топ жетекшісі", "топтун жетекчиси", "group leader"), four("юрист", "заңгер", "юрист", "lawyer")),
                model.Delegate(four("участник", "қатысушы", "катышуучу", "member"), four("врач", "дәрігер", "дарыгер", "doctor")),
            ),
        ),
        languages=("ru", "kk"),
        summary=four(
            "Группа увидела изменения к лучшему после прошлого посещения, но три обстоятельства требуют решения министерства. Сотрудники отвечали на вопросы открыто.",
            "Топ өткен барудан кейінгі оң өзгерістерді көрді, бірақ үш жағдай министрліктің шешімін талап етеді. Қызметкерлер сұрақтарға ашық жауап берді.",
            "Топ мурунку баруудан кийинки оң өзгөрүүлөрдү көрдү, бирок үч жагдай министрликтин чечимин талап кылат. Кызматкерлер суроолорго ачык жооп беришти.",
            "The delegation saw improvements since the last visit, but three matters need a decision of the ministry. Staff answered questions openly.",
        ),
        numbers=numbers,
        overview=(
            model.Fact(four("Установленных обстоятельств", "Анықталған жағдайлар", "Аныкталган жагдайлар", "Findings"), "findings"),
            model.Fact(four("Рекомендаций", "Ұсынымдар", "Сунуштар", "Recommendations"), "recommendations"),
            model.Fact(four("Содержалось в день посещения", "Бару күні ұсталғандар", "Баруу күнү кармалгандар", "Persons held on the day"), "population"),
        ),
        chart=model.Chart(
            four("Установленные обстоятельства по сферам", "Салалар бойынша анықталған жағдайлар", "Тармактар боюнча аныкталган жагдайлар", "Findings by area"),
            four("Столбцы: условия — 1, медицинская помощь — 1, гарантии — 1.", "Бағандар: жағдайлар — 1, медициналық көмек — 1, кепілдіктер — 1.", "Тилкелер: шарттар — 1, медициналык жардам — 1, кепилдиктер — 1.", "Bars: conditions 1, health care 1, safeguards 1."),
            (model.Fact(LIVING, "living"), model.Fact(HEALTH, "health"), model.Fact(SAFEGUARDS, "safeguards")),
        ),
        sections=(
            model.Section(LIVING, (model.Paragraph(FINDINGS[0], finding[0], LIVING, SERIOUS, (same("Mandela 14 (a)"), same("CPT/Inf(92)3-part2")), (OWN_EYES, DETAINED)),)),
            model.Section(HEALTH, (model.Paragraph(FINDINGS[1], finding[1], HEALTH, SERIOUS, (same("Istanbul Protocol 124"),), (RECORDS, DETAINED)),)),
            model.Section(SAFEGUARDS, (model.Paragraph(FINDINGS[2], finding[2], SAFEGUARDS, SERIOUS, (), (RECORDS,), four("Задержанные уже убыли.", "Ұсталғандар кетіп қалған.", "Кармалгандар кетип калышкан.", "Those concerned had left.")),)),
        ),
        good_practices=(model.Paragraph(four("Памятка о правах висит в каждой камере на трёх языках.", "Құқықтар туралы жадынама әр камерада үш тілде ілулі тұр.", "Укуктар жөнүндө эскертме ар бир камерада үч тилде илинип турат.", "A leaflet on rights hangs in every cell in three languages."), finding[3], SAFEGUARDS, sources=(OWN_EYES, ADMINISTRATION)),),
        urgent_measures=(model.UrgentMeasure(four("Показать врачу больницы человека с признаками пневмонии.", "Пневмония белгілері бар адамды аурухана дәрігеріне көрсету.", "Пневмониянын белгилери бар адамды оорукананын дарыгерине көрсөтүү.", "Have a person with signs of pneumonia seen by a hospital doctor."), row("urgent", 1), MINISTRY, datetime(2026, 3, 10, 16, 30, tzinfo=UTC), "hours", four("осмотр проведён в тот же вечер", "сол күні кешке қаралды", "ошол эле күнү кечинде каралды", "seen the same evening")),),
        entitlements=(
            model.Entitlement(four("доступ во все помещения", "барлық үй-жайларға кіру", "бардык имараттарга кирүү", "access to all installations"), "20 (c)", False),
            model.Entitlement(four("беседа наедине", "оңаша әңгімелесу", "жекече маек", "private interviews"), "20 (d)", True),
        ),
        refusals=(model.RefusedAccess(four("Доступ во все помещения", "Барлық үй-жайларға кіру", "Бардык имараттарга кирүү", "Access to all installations"), row("refusal", 1), four("дежурная часть", "кезекші бөлім", "нөөмөтчү бөлүм", "duty office"), four("«нет указания»", "«нұсқау жоқ»", "«көрсөтмө жок»", "“no instruction”"), "delay"),),
        meetings=(model.Meeting(four("начальник учреждения", "мекеме бастығы", "мекеменин башчысы", "head of the facility"), four("порядок посещения", "бару тәртібі", "баруу тартиби", "order of the visit"), date(2026, 3, 10), row("meeting", 1)),),
        closing_talk=model.ClosingTalk(four("начальник учреждения", "мекеме бастығы", "мекеменин башчысы", "head of the facility"), four("Снять листы с окон до конца марта.", "Наурыздың соңына дейін терезелердегі қаңылтырларды алып тастау.", "Марттын аягына чейин терезелердеги барактарды алып салуу.", "To take the sheets off the windows before the end of March."), date(2026, 3, 11), row("talk", 1), said=four("Начальник рассказал о ремонте и согласился, что света мало.", "Бастық жөндеу туралы айтып, жарықтың аз екеніне келісті.", "Башчы оңдоо тууралуу айтып, жарыктын аз экенине макул болду.", "The head told of repairs and agreed that there was little light.")),
        recommendations=(
            model.RecommendationLine("12/2026-1", four("Снять листы железа с окон камер и обеспечить дневной свет.", "Камера терезелеріндегі темір қаңылтырларды алып, күндізгі жарықты қамтамасыз ету.", "Камералардын терезелеринен темир барактарды алып, күндүзгү жарыкты камсыз кылуу.", "Take the iron sheets off the cell windows and provide daylight."), row("recommendation", 1), MINISTRY, four("высокий", "жоғары", "жогору", "high"), "term", True, date(2026, 5, 4), (finding[0],)),
            model.RecommendationLine("12/2026-2", four("Проводить медицинский осмотр вне поля зрения конвоя.", "Медициналық қарап-тексеруді айдауылдың көзінен тыс өткізу.", "Медициналык кароону конвойдун көзүнөн тышкары өткөрүү.", "Hold medical examinations out of the sight of the escort."), row("recommendation", 2), MINISTRY, four("высокий", "жоғары", "жогору", "high"), "term", False, date(2026, 4, 19), (finding[1],)),
        ),
        dissents=(model.DissentLine("А. Велин", four("участник", "қатысушы", "катышуучу", "member"), four("Считаю первое обстоятельство менее тяжким.", "Бірінші жағдайды онша ауыр емес деп санаймын.", "Биринчи жагдайды анча оор эмес деп эсептейм.", "I hold the first matter to be less serious."), date(2026, 3, 18), row("dissent", 1)),),
        signatures=(
            model.SignatureLine("Л. Орсин", four("руководитель группы", "топ жетекшісі", "топтун жетекчиси", "group leader"), date(2026, 3, 19), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            model.SignatureLine("М. Талева", four("участник", "қатысушы", "катышуучу", "member"), missing_reason=four("длительная командировка", "ұзақ іссапар", "узак иш сапары", "long absence on duty")),
        ),
        checkpoint="tirek.example/lumeria\n4182\nq4t1o8s0bP5wJx0GmJ6hT2rFMN3vVgk0Lx9p2Zk8y7A=\n\n— tirek.example/lumeria Az3grl…",
        demonstration=True,
    )  # fmt: skip
    return replace(document, **changes)  # type: ignore[arg-type]
