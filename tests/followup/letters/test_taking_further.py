"""Taking recommendations further, rung by rung, and the letters that the house writes for it."""

import io
from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from docx import Document

from tests import world
from tests.followup.letters import making
from tests.followup.recommendations.making import ago, answer, read, today, verify
from tests.people import analyst, auditor, foreigner, head, leader, member, nobody, secretary
from tirek.followup.letters import queries, refusals, services
from tirek.followup.letters.models import Paper
from tirek.followup.letters.services.writing import text_of
from tirek.followup.recommendations.addressed import answering_chain
from tirek.followup.recommendations.refusals import NoAddressee, ReasonNeeded, TextMayName, UnknownChoice
from tirek.followup.recommendations.services import move_due
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.jurisdictions.queries import authorities
from tirek.foundation.ledger.models import Entry
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify as verify_ledger
from tirek.ground.rules.actors import SYSTEM
from tirek.ground.rules.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
OWN, ABOVE, LAW = "lum-prison-service", "lum-law", "lum-prosecution"


def further(about, rung="head_of_body", body=OWN, by=head, reason="Три месяца без ответа.", **given):
    return services.take_further(country="demo", rung=rung, body=body, about=about, reason=reason, by=by, **given).value


def paper(about=(), kind="reminder", body=OWN, language="ru", by=secretary, **given):
    made = services.write_paper(country="demo", kind=kind, body=body, language=language, about=about, by=by, **given).value
    services.make_paper(paper_id=made, by=by)
    return queries.paper(made, by=by, today=today())


def words_of(facts):
    """The words of both files, read back by other programs than those that wrote them."""
    document = Document(io.BytesIO(file_bytes(facts.docx)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    read_back = pdfium.PdfDocument(file_bytes(facts.pdf))
    pages = [page.get_textpage().get_text_range() for page in read_back]
    return "\n".join([*(each.text for each in document.paragraphs), *cells]), " ".join(" ".join(pages).split())




def test_the_head_takes_a_refused_recommendation_up_the_ladder_and_never_down(three):
    answer(three[0], "rejected", days=5)
    first = further(three[:1])
    assert queries.escalation(first, by=member, today=today()).about[0].id == three[0]
    with pytest.raises(refusals.RungTaken):
        further(three[:1])
    further(three[:1], "prosecution", LAW, reason="Отказ без причины.")
    with pytest.raises(refusals.RungTaken):
        further(three[:1], "ministry", ABOVE)
    further(three[:1], "spt", "")
    further(three[:1], "public", "")
    assert [each.rung for each in queries.ladder_of(three[0], by=analyst, country="demo")] == ["head_of_body", "prosecution", "spt", "public"]
    assert read(three[0]).word == "rejected"


def test_without_a_ground_nothing_is_taken_further_and_nothing_of_the_rest_either(three):
    answer(three[0], "rejected", days=5)
    answer(three[1], "accepted", days=5)
    with pytest.raises(refusals.NothingToTakeFurther, match="2026/7-2"):
        further(three[:2])
    assert queries.escalation_count(by=head, country="demo") == 0
    verify(three[1], "not_implemented")
    assert len(queries.escalation(further(three[:2]), by=head, today=today()).about) == 2


def test_silence_is_a_ground_after_the_day_of_the_answer_and_not_on_it(team):
    old = making.three(world.prison("Дом молчания"), team, days=100)
    further(old[:1])
    answer(old[1], "acknowledged", days=50)
    further(old[1:2])
    move_due(recommendation_id=old[2], due_on=today(), reason="Просили время.", by=secretary)
    with pytest.raises(refusals.NothingToTakeFurther):
        further(old[2:])


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"rung": "cloud"}, UnknownChoice), ({"body": ""}, refusals.BodyOnRungNeeded), ({"body": ABOVE}, refusals.BodyUnlikeRung),
        ({"rung": "ministry", "body": OWN}, refusals.BodyUnlikeRung), ({"rung": "prosecution", "body": "lum-court"}, refusals.BodyUnlikeRung),
        ({"rung": "spt", "body": LAW}, refusals.NoBodyOnRung), ({"reason": " "}, ReasonNeeded), ({"reason": "Осуждённый Петров И. И. ждёт."}, TextMayName),
    ],
)  # fmt: skip
def test_a_decision_that_says_too_little_or_the_wrong_body_is_refused(three, wrong, refusal):
    answer(three[0], "rejected", days=5)
    with pytest.raises(refusal):
        further(three[:1], **wrong)
    assert queries.escalation_count(by=head, country="demo") == 0


def test_the_head_alone_decides_and_the_mechanism_reads(three):
    answer(three[0], "rejected", days=5)
    for by in (secretary, leader, analyst, foreigner, nobody):
        with pytest.raises(NotAllowed):
            further(three[:1], by=by)
    made = further(three[:1])
    for by in (secretary, leader, member, analyst):
        assert queries.escalation(made, by=by, today=today()).rung == "head_of_body"
    for by in (auditor, foreigner, nobody):
        with pytest.raises(NotFound):
            queries.escalation(made, by=by, today=today())
        assert queries.escalations(by=by, country="demo") == () and queries.ladder_of(three[0], by=by, country="demo") == ()


def test_a_letter_is_written_as_word_and_as_pdf_with_both_facts_apart(three):
    answer(three[0], "claimed_implemented", days=5)
    verify(three[0], "not_implemented", days=1)
    made = further(three[:1])
    facts = paper(kind="escalation", escalation_id=made, answer_by=today() + timedelta(days=30))
    for told in words_of(facts):
        for wanted in ("2026/7-1", "сообщает, что исполнено", "не исполнена", "Три месяца без ответа.", "Служба исправительных домов", "До 1 марта установить"):
            assert wanted in " ".join(told.split()), wanted
        assert "вымышлено" in told
    assert paper(kind="escalation", escalation_id=made).about == facts.about


def test_a_letter_of_transmittal_says_nothing_of_answers_and_speaks_the_language_asked_for(three):
    answer(three[0], "rejected", days=5)
    told, printed = words_of(paper(three, kind="transmittal", language="kk"))
    assert "Қайда және не істеу керек" in told and "Наурызға дейін" in told and "2026/7-3" in printed
    for each in (told, printed):
        assert "қабылдамайды" not in each and "Тетіктің тексергені" not in each


def test_a_text_that_is_not_in_the_letters_language_says_which_it_speaks(three):
    facts = paper(three[:1], language="en")
    document = Document(io.BytesIO(file_bytes(facts.docx)))
    _number, text, *_rest = document.tables[0].rows[1].cells
    (spoken,) = text.paragraphs[0].runs[0]._element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}lang")
    assert text.text == "Дом писем\nДо 1 марта установить в камерах светильники." and spoken.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val") == "ru-RU"


def test_what_cannot_be_written_is_refused(three):
    for wrong, refusal in (
        ({"kind": "poem"}, UnknownChoice), ({"language": "de"}, UnknownChoice), ({"body": "nowhere"}, NoAddressee), ({"answer_by": ago(1)}, refusals.DayGoneBy),
        ({"about": ()}, refusals.NothingChosen), ({"by": leader}, NotAllowed), ({"kind": "escalation"}, NotFound),
        ({"body": "lum-prosecution"}, refusals.BodyElsewhere),
    ):  # fmt: skip
        with pytest.raises(refusal):
            paper(**{"about": three, **wrong})
    assert queries.paper_count(by=secretary, country="demo") == 0


def test_to_the_public_no_letter_is_written(three):
    answer(three[0], "rejected", days=5)
    with pytest.raises(NotFound):
        paper(kind="escalation", escalation_id=further(three[:1], "public", ""))


def test_a_written_letter_that_was_sent_stands_in_the_register_with_its_decision(three):
    answer(three[0], "rejected", days=5)
    made = further(three[:1])
    facts = paper(kind="escalation", escalation_id=made)
    sent = making.letter(three[:1], direction="out", kind="escalation", number="5/2026", paper_id=facts.id)
    (kept,) = queries.escalation(made, by=secretary, today=today()).papers
    assert kept.letters == ((sent, "5/2026", ago(3)),)
    assert queries.escalation(made, by=member, today=today()).papers == ()
    with pytest.raises(NotFound):
        making.letter(number="6", paper_id=facts.id)
    for by in (leader, analyst, foreigner):
        with pytest.raises(NotFound):
            queries.paper(facts.id, by=by, today=today())
        assert queries.papers(by=by, country="demo") == ()


def test_making_a_letter_twice_makes_it_once(three):
    facts = paper(three)
    services.make_paper(paper_id=facts.id, by=secretary)
    again = queries.paper(facts.id, by=secretary, today=today())
    assert (again.docx, again.pdf) == (facts.docx, facts.pdf)
    assert verify_ledger().holds


def test_a_letter_goes_to_whoever_answers_for_all_that_it_asks(three):
    """By the chain told of each by itself."""
    for body in {each.code for each in authorities("demo")}:
        answers = body in answering_chain("demo", OWN, today())
        try:
            assert paper(three, body=body).body == body and answers
        except refusals.BodyElsewhere as refused:
            assert not answers and "2026/7-3" in str(refused)


def test_a_letter_that_is_made_later_tells_the_day_on_which_it_was_made(three):
    made = services.write_paper(country="demo", kind="reminder", body=OWN, language="ru", about=three, by=secretary).value
    with record("paper.of-old", by=SYSTEM) as act:
        row = Paper.objects.get(pk=made)
        row.written_on = ago(10)
        row.save()
        act.of(None)
    answer(three[0], "rejected", days=2)
    text = text_of(Paper.objects.get(pk=made), secretary)
    assert text.as_of == today() and [each.word for each in text.asked] == ["rejected", "none", "none"]


def test_a_confirmed_passage_is_noted_in_the_ledger_and_a_text_without_one_is_not(three):
    answer(three[0], "rejected", days=5)
    further(three[:1], reason="Осуждённый Петров И. И. ждёт.", confirmed=True)
    further(three[:1], "spt", "", confirmed=True)
    sent = making.letter(three, direction="out", number="5/2026")
    services.acknowledge(letter_id=sent, on=today(), how="Звонил Петров И. И.", by=secretary, confirmed=True)
    told = Entry.objects.filter(verb__in=("escalation.decided", "letter.acknowledged")).order_by("seq").values_list("purpose", flat=True)
    assert list(told) == ["passages-confirmed", "", "passages-confirmed"]


def test_for_who_does_not_keep_letters_there_is_none_to_be_written_again(three):
    made = paper(three).id
    for by in (leader, analyst, auditor, foreigner, nobody):
        with pytest.raises(NotFound):
            services.ask_again(paper_id=made, by=by)
