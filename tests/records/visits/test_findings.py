"""Findings: two sources or a reason, no names, the doctor's word, two writers at once."""

from contextlib import suppress
from itertools import product

import pytest

from tests import world
from tests.people import conflicted, doctor, head, leader, member, secretary
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.records.visits import queries, services
from tirek.records.visits.refusals import (
    AlreadyReported,
    ChangedMeanwhile,
    DoctorOnly,
    FindingThere,
    NothingThere,
    NotYetBegun,
    ReasonNeeded,
    SourcesNeeded,
    TextNeeded,
    TextTooLong,
    UnknownCode,
)

pytestmark = pytest.mark.django_db
NAMED = "Осуждённый Петров А.В. сообщил, что свет не выключают."


@pytest.fixture
def visit():
    return world.begun(world.prison(), world.members())


def add(visit, by=leader, **given):
    return services.add_finding(visit_id=visit, seen=world.seen(**given), by=by).value


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"sources": ("own_eyes",)}, SourcesNeeded),
        ({"sources": ("own_eyes", "rumours")}, UnknownCode),
        ({"area": "nowhere"}, UnknownCode),
        ({"standards": ("mandela-999",)}, UnknownCode),
        ({"seriousness": "terrible"}, UnknownCode),
        ({"text": "я" * 20_001}, TextTooLong),
    ],
)
def test_what_a_finding_lacks_is_refused(visit, wrong, refusal):
    with pytest.raises(refusal):
        add(visit, **wrong)
    assert queries.findings(visit, by=leader) == ()


def test_one_source_stands_with_a_written_reason(visit):
    add(visit, sources=("own_eyes",), single_source_reason="Камера пустовала, журнал не вели.")
    assert queries.findings(visit, by=head)[0].single_source_reason


def test_a_text_without_words_is_refused(visit):
    from tirek.records.visits.services.findings import Observation

    with pytest.raises(TextNeeded):
        services.add_finding(visit_id=visit, seen=Observation(area="regime", text=Words(), sources=("own_eyes", "records")), by=leader)


def test_a_form_that_was_sent_twice_writes_one_finding(visit):
    first = add(visit, text="Стёкол нет.")
    for by in (leader, member):
        with pytest.raises(FindingThere):
            add(visit, by, text="Стёкол нет.")
    add(visit, text="Стёкол нет.", area="health_care")
    add(visit, text="Стёкол нет.", seriousness="critical")
    services.take_back_finding(finding_id=first, by=leader)
    add(visit, text="Стёкол нет.")
    assert len(queries.findings(visit, by=leader)) == 3


def test_nobody_learns_the_doctor_s_words_by_writing_them(visit):
    add(visit, doctor, text="Осмотра не было.", medical=True)
    with pytest.raises(FindingThere):
        add(visit, doctor, text="Осмотра не было.", medical=True)
    add(visit, text="Осмотра не было.")


def test_findings_wait_for_the_beginning_and_for_members_of_the_delegation():
    visit = world.planned(world.prison(), world.members())
    with pytest.raises(NotYetBegun):
        add(visit)
    services.begin(visit_id=visit, by=leader, because=world.WHY)
    add(visit, by=member)
    with pytest.raises(NotFound):
        add(visit, by=conflicted)


def test_two_writers_at_once_the_second_is_told(visit):
    finding = add(visit)
    services.edit_finding(finding_id=finding, seen=world.seen("Свет мигает."), revision=1, by=leader)
    with pytest.raises(ChangedMeanwhile):
        services.edit_finding(finding_id=finding, seen=world.seen("Свет погас."), revision=1, by=member)
    assert queries.finding(finding, by=head).text.in_("ru") == "Свет мигает."


def test_editing_the_source_makes_the_translation_stale_until_it_is_renewed(visit):
    finding = add(visit)
    services.edit_finding(finding_id=finding, seen=world.seen("Свет мигает."), revision=1, by=leader)
    assert queries.finding(finding, by=head).text.stale == {"kk"}
    services.translate_finding(finding_id=finding, texts={"kk": "Жарық жыпылықтайды."}, revision=2, by=member)
    facts = queries.finding(finding, by=head)
    assert not facts.text.stale and facts.text.in_("ru") == "Свет мигает."


def test_a_name_waits_for_a_decision_and_each_decision_is_kept(visit):
    finding = add(visit, text=NAMED)
    hits = queries.undecided_hits(visit, by=leader)
    assert hits and all(each.finding_id == finding for each in hits)
    with pytest.raises(ReasonNeeded):
        services.decide_hit(finding_id=finding, digest=hits[0].digest, decision="kept", by=leader)
    with pytest.raises(NothingThere):
        services.decide_hit(finding_id=finding, digest="0" * 64, decision="taken_out", by=leader)
    for _ in range(5):
        left = queries.undecided_hits(visit, by=leader)
        if not left:
            break
        services.decide_hit(finding_id=finding, digest=left[0].digest, decision="generalised", replacement="один из осуждённых", by=leader)
    assert queries.undecided_hits(visit, by=leader) == ()
    assert "Петров" not in queries.finding(finding, by=head).text.in_("ru")


def test_a_kept_passage_does_not_ask_again_but_a_new_one_does(visit):
    finding = add(visit, text=NAMED)
    for each in queries.undecided_hits(visit, by=leader):
        services.decide_hit(finding_id=finding, digest=each.digest, decision="kept", reason="Это должностное лицо.", by=leader)
    assert queries.undecided_hits(visit, by=leader) == ()
    services.edit_finding(
        finding_id=finding, seen=world.seen(NAMED + " Осуждённый Сидоров К.К. тоже."), revision=queries.finding(finding, by=head).revision, by=leader
    )
    assert queries.undecided_hits(visit, by=leader)


def test_a_medical_finding_waits_for_the_doctor_s_wording(visit):
    from tirek.records.visits.services.findings import Observation

    with pytest.raises(DoctorOnly):
        add(visit, medical=True)
    silent = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    finding = services.add_finding(visit_id=visit, seen=silent, by=leader).value
    assert queries.finding(finding, by=head).waits_for_doctor
    with pytest.raises(DoctorOnly):
        services.release_medical_wording(finding_id=finding, text=Words.of({"ru": "Врач принимает раз в неделю."}), by=leader)
    services.release_medical_wording(finding_id=finding, text=Words.of({"ru": "Врач принимает раз в неделю."}), by=doctor)
    assert queries.finding(finding, by=head).text.in_("ru")
    with pytest.raises(DoctorOnly):
        services.edit_finding(
            finding_id=finding, seen=world.seen("Иначе.", area="health_care", medical=True), revision=queries.finding(finding, by=head).revision, by=leader
        )


RELEASED = Words.of({"ru": "Врач со слов Петрова А.В. принимает раз в неделю.", "kk": "Дәрігер сирек қабылдайды."})
OTHER = Words.of({"ru": "Всё хорошо.", "kk": "Бәрі жақсы."})


def medical(visit, released):
    """A medical finding, with or without the doctor's wording."""
    from tirek.records.visits.services.findings import Observation

    silent = Observation(area="health_care", text=Words(), sources=("own_eyes", "records"), medical=True)
    finding = services.add_finding(visit_id=visit, seen=silent, by=leader).value
    if released:
        services.release_medical_wording(finding_id=finding, text=RELEASED, by=doctor)
    return finding


def rewrite(text, flag):
    """An edit of whatever stands there now, with this text (None: the one that is read) and this box."""

    def act(finding, by):
        from tirek.records.visits.services.findings import Observation

        now = queries.finding(finding, by=by)
        seen = Observation(area="health_care", text=now.text if text is None else text, sources=("own_eyes", "records"), medical=flag)
        services.edit_finding(finding_id=finding, seen=seen, revision=now.revision, by=by)

    return act


def decide(decision):
    """A decision about the first passage that waits."""

    def act(finding, by):
        visit = queries.finding(finding, by=by).visit_id
        for hit in [each for each in queries.undecided_hits(visit, by=by) if each.finding_id == finding][:1]:
            services.decide_hit(finding_id=finding, digest=hit.digest, decision=decision, reason="Так надо.", replacement="Всё хорошо.", by=by)

    return act


def translate(finding, by):
    services.translate_finding(finding_id=finding, texts={"kk": "Бәрі жақсы."}, revision=queries.finding(finding, by=by).revision, by=by)


ACTS = {
    "flag off": rewrite(None, False), "flag on": rewrite(None, True), "other text": rewrite(OTHER, True), "both": rewrite(OTHER, False),
    "kept": decide("kept"), "generalised": decide("generalised"), "taken out": decide("taken_out"), "translation": translate,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("by", [member, secretary], ids=lambda each: each.name)
def test_no_two_acts_of_others_put_words_into_the_doctor_s_mouth(visit, by):
    """Whatever others try, one act after another: no word that is not the doctor's stands as released, and none leaves the doctor's hands."""
    for released, *acts in product((True, False), ACTS, ACTS):
        finding = medical(visit, released)
        for name in acts:
            with suppress(DoctorOnly):
                ACTS[name](finding, by)
        facts = queries.finding(finding, by=doctor)
        assert facts.medical, acts
        assert not facts.released or dict(facts.text.texts) == dict(RELEASED.texts), acts
        assert released or not facts.text, acts
        assert queries.finding(finding, by=head).text == (facts.text if facts.released else Words()), acts
        services.take_back_finding(finding_id=finding, by=doctor)


@pytest.mark.slow
def test_what_the_doctor_does_stays_the_doctor_s(visit):
    for acts in product(ACTS, repeat=2):
        finding = medical(visit, released=True)
        for name in acts:
            ACTS[name](finding, doctor)
        facts = queries.finding(finding, by=head)
        assert bool(facts.text) is facts.released and facts.released is not facts.waits_for_doctor, acts
        assert facts.released or acts[0] in {"flag off", "both"}, "only what was not medical for a while waits for a new release"
        assert queries.finding(finding, by=doctor).text, acts
        services.take_back_finding(finding_id=finding, by=doctor)


def test_what_the_doctor_writes_is_the_doctor_s_alone_until_it_is_released(visit):
    finding = services.add_finding(visit_id=visit, seen=world.seen("Следы на запястьях.", area="health_care", medical=True), by=doctor).value
    for who in (leader, member, head):
        facts = queries.finding(finding, by=who)
        assert facts.waits_for_doctor and not facts.text
    revision = queries.finding(finding, by=doctor).revision
    services.edit_finding(finding_id=finding, seen=world.seen("Следы на обоих запястьях.", area="health_care", medical=True), revision=revision, by=doctor)
    assert queries.finding(finding, by=leader).waits_for_doctor, "rewriting releases nothing"
    services.release_medical_wording(finding_id=finding, text=queries.finding(finding, by=doctor).text, by=doctor)
    assert queries.finding(finding, by=leader).text.in_("ru") == "Следы на обоих запястьях."


def test_what_was_released_is_not_released_for_ever(visit):
    """The doctor says it is not medical, a member rewrites it and marks it as medical again: nobody has released that."""
    finding = medical(visit, released=True)
    ACTS["flag off"](finding, doctor)
    ACTS["both"](finding, member)
    assert queries.finding(finding, by=head).text.in_("ru") == "Всё хорошо."
    ACTS["flag on"](finding, member)
    facts = queries.finding(finding, by=head)
    assert facts.waits_for_doctor and not facts.text
    assert queries.finding(finding, by=doctor).text.in_("ru") == "Всё хорошо.", "nothing is lost: the doctor reads it and releases a wording"


def test_a_translation_by_another_waits_for_the_doctor(visit):
    finding = medical(visit, released=True)
    translate(finding, member)
    assert queries.finding(finding, by=member).waits_for_doctor and not queries.finding(finding, by=member).text
    services.release_medical_wording(finding_id=finding, text=queries.finding(finding, by=doctor).text, by=doctor)
    assert queries.finding(finding, by=member).text.in_("kk") == "Бәрі жақсы."


def test_passages_of_a_withheld_wording_are_the_doctor_s_to_see(visit):
    finding = add(visit, text=NAMED, area="health_care")
    assert queries.undecided_hits(visit, by=member)
    ACTS["flag on"](finding, member)
    assert queries.undecided_hits(visit, by=member) == () and queries.undecided_hits(visit, by=doctor)


def test_findings_freeze_with_the_report(visit):
    finding = add(visit)
    services.end(visit_id=visit, by=leader)
    services.mark_reported(visit_id=visit, by=leader)
    with pytest.raises(AlreadyReported):
        services.edit_finding(finding_id=finding, seen=world.seen("Позже."), revision=1, by=leader)


def test_findings_change_places_and_the_ends_stay(visit):
    first, second, third = (add(visit, text=f"Наблюдение {number}.") for number in range(3))
    services.move_finding(finding_id=third, up=True, by=member)
    assert [each.id for each in queries.findings(visit, by=head)] == [first, third, second]
    services.move_finding(finding_id=first, up=True, by=member)
    services.move_finding(finding_id=first, up=False, by=member)
    services.take_back_finding(finding_id=third, by=leader)
    services.move_finding(finding_id=second, up=True, by=leader)
    assert [(each.id, each.position) for each in queries.findings(visit, by=head)] == [(second, 1), (first, 2)]
    with pytest.raises(NotFound):
        services.move_finding(finding_id=first, up=True, by=conflicted)
