"""A bundle: what goes in, what stays out, what must be confirmed, and who learns that it was made."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import world
from tests.followup.international import making as international
from tests.followup.letters import making as letters
from tests.followup.recommendations import making as recommendations
from tests.insight.bundles import making
from tests.people import EVERYBODY, administrator, auditor, deputy, head, leader, secretary
from tirek.foundation.files.bytes import path_of
from tirek.foundation.files.queries import file_bytes
from tirek.foundation.jobs import queries as jobs
from tirek.foundation.jobs.services import cancel, retry
from tirek.foundation.ledger.queries import acts, entries
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.words import Words
from tirek.ground.seal import sealing
from tirek.insight.bundles import queries, refusals, services
from tirek.insight.bundles.gathering import gather, visited_at
from tirek.insight.bundles.models import Bundle
from tirek.insight.bundles.services.sealing import show_again
from tirek.registers.places.services import merge_places

pytestmark = pytest.mark.django_db


def inside(bundle):
    """The archive of a sealed bundle, opened with the delegation's key."""
    plain = io.BytesIO()
    file = services.take_bundle(bundle_id=bundle, by=head).value
    sealing.unseal(io.BytesIO(file_bytes(file)), plain, sealing.secret_keys([making.SECRET]))
    return zipfile.ZipFile(plain)


def text_of(archive, name="index.html"):
    return archive.read(name).decode()


@pytest.fixture
def house():
    """A place and who visits it."""
    return world.prison(), world.members()


@pytest.fixture
def national(house):
    """Issues a recommendation, in English too where that is told; its id."""

    def issue(text="До 1 марта установить светильники.", english="", number="М-7", place=None):
        words = Words.of({"ru": text, "kk": "Шам орнату.", "en": english})
        return recommendations.issued(world.concluded(place or house[0], house[1]), number=number, text=words, days=20)

    return issue


def test_a_report_its_documents_and_recommendations_are_found_by_place_and_number():
    making.report()
    archive = inside(making.made())
    index, told = text_of(archive), json.loads(text_of(archive, "manifest.json"))
    reports = [name for name in archive.namelist() if name.startswith("reports/")]
    assert reports and all(f'href="{name}"' in index for name in reports) and any(name.endswith(".pdf") for name in reports)
    assert "Тарноборский исправительный дом" in index and "By place" in index and "By recommendation" in index
    assert told["for"] == "Council of Visits, 2026" and {each["name"] for each in told["members"]} == set(archive.namelist()) - {"manifest.json"}
    assert "Everything here is invented" in index and "http" not in index.replace("http-equiv", "")


def test_english_stands_beside_the_original_and_where_there_is_none_that_is_said(national):
    one, two = national(english="Install lamps by 1 March."), national("Вести журнал.", number="М-8")
    page = text_of(inside(making.made(parts=["recommendations"])), "recommendations.html")
    first, second = (page.partition(f'id="r-{each.hex}"')[2].partition("</article>")[0] for each in (one, two))
    assert "Install lamps by 1 March." in first and "До 1 марта" in first and "No English translation exists" not in first
    assert "No English translation exists" in second and "Вести журнал." in second


def test_the_authoritys_word_and_the_verification_stand_apart_and_no_officials_name_goes_in(national):
    about = national()
    recommendations.answer(about, "claimed_implemented", text="Всё <b>сделано</b>.", official_name="Пётр Соколов", official_function="начальник", confirmed=True)
    recommendations.verify(about, "not_implemented")
    page = text_of(inside(making.made(parts=["recommendations"])), "recommendations.html")
    said, found = page.index("says that it is done"), page.index("not carried out")
    assert page.index("What the authority says") < said < page.index("What the mechanism verified") < found
    assert "&lt;b&gt;сделано&lt;/b&gt;" in page and "Соколов" not in page and "начальник" not in page


def test_a_draft_and_what_was_issued_outside_the_period_stay_out(national, house):
    recommendations.draft(world.concluded(*house), text=recommendations.words("Черновик о светильниках."))
    national("Давно выпущено.", number="М-1")
    bundle = making.begun(since=recommendations.ago(10), parts=["recommendations"])
    assert making.run(bundle).state == "gathering" and jobs.progress(queries.bundle(bundle, by=head).job, by=head).state == "failed"
    told = text_of(inside(making.made(parts=["recommendations"])), "recommendations.html")
    assert "Давно выпущено." in told and "Черновик" not in told


def test_only_the_chosen_places_go_in(national):
    other = world.prison("Озёрная колония")
    national()
    national("Построить навес.", number="О-3", place=other)
    page = text_of(inside(making.made(parts=["recommendations"], places=[other])), "recommendations.html")
    assert "Построить навес." in page and "До 1 марта" not in page


def test_a_place_that_became_a_part_of_a_chosen_one_goes_in_with_its_reports(national):
    part, whole = world.prison("Малый дом"), world.prison("Большой дом")
    national("Построить навес.", number="О-3", place=part)
    merge_places(place_id=part, into_id=whole, on=timezone.localdate(), by=head)
    chosen = Bundle.objects.get(pk=making.begun(parts=["recommendations", "reports"], places=[whole]))
    assert len(visited_at(chosen, head)) == 1 == len(gather(chosen, head).recommendations)
    assert visited_at(Bundle(country="demo", places=[str(world.prison("Дальний дом"))]), head) == frozenset()


def test_letters_go_in_only_when_they_were_chosen_with_their_scans_as_they_came(national):
    about = national()
    letters.letter([about], pages=1, number="77-1")
    assert not [each for each in inside(making.made()).namelist() if each.startswith("letters")]
    archive = inside(making.made(parts=["letters"]))
    scans = [each for each in archive.namelist() if each.startswith("letters/")]
    assert len(scans) == 1 and archive.read(scans[0]).startswith(b"%PDF") and "No. 77-1" in text_of(archive, "letters.html") and "recommendations.html" not in archive.namelist()


def test_what_could_name_a_person_is_shown_and_nothing_is_sealed_before_it_is_confirmed(national):
    about = national()
    recommendations.verify(about, text="Показал Иванов Пётр Сергеевич.", confirmed=True)
    bundle = making.begun(parts=["recommendations"])
    told = making.run(bundle).outline
    assert [number for number, passage in told.passages if "Иванов Пётр" in passage] == ["М-7-1"] and told.found == len(told.passages)
    asked = {"bundle_id": bundle, "seen": told.digest, "by": head}
    for keys, passages in ((True, False), (False, True)):
        with pytest.raises(refusals.NotConfirmed):
            services.confirm_bundle(keys_compared=keys, passages_looked_at=passages, **asked)
    with pytest.raises(refusals.ContentChanged):
        services.confirm_bundle(keys_compared=True, passages_looked_at=True, bundle_id=bundle, seen="0" * 64, by=head)
    making.confirmed(bundle)
    assert making.run(bundle).outline.passages == () and "Иванов" not in json.dumps(Bundle.objects.get().outline, ensure_ascii=False)


def test_what_changes_after_the_confirmation_is_shown_again_and_not_sealed(national):
    about = national()
    bundle = making.begun(parts=["recommendations"])
    making.run(bundle)
    making.confirmed(bundle)
    recommendations.verify(about)
    facts = making.run(bundle)
    assert (facts.state, facts.size) == ("ready", 0) and jobs.progress(facts.job, by=head).state == "failed"
    making.confirmed(bundle)
    assert making.run(bundle).state == "made"


def test_the_sealed_file_lies_there_in_no_readable_form_and_is_taken_more_than_once(national):
    national("Проветривать камеры.")
    bundle = making.made(parts=["recommendations"])
    first, again = (services.take_bundle(bundle_id=bundle, by=head).value for _ in range(2))
    facts = queries.bundle(bundle, by=head)
    stored = path_of(facts.sha256).read_bytes()
    assert first == again and len(facts.taken) == 2 and sealing.is_sealed(stored) and "Проветривать".encode() not in stored and b"index.html" not in stored
    folder = path_of(facts.sha256).parent.parent
    assert not [each for each in folder.rglob("*") if each.is_file() and len(each.name) != 64]


def test_a_bundle_is_begun_with_a_period_things_and_fit_keys():
    for given, refusal in (
        ({"parts": []}, refusals.NothingChosen), ({"since": date(2026, 2, 1), "until": date(2026, 1, 1)}, refusals.PeriodTurned), ({"keys": ""}, refusals.NoKey),
        ({"keys": making.SECRET}, refusals.SecretKeyGiven), ({"keys": "ssh-ed25519 AAAA"}, refusals.KeyOfOtherKind), ({"keys": "age1x"}, refusals.KeyUnfit),
    ):  # fmt: skip
        with pytest.raises(refusal):
            making.begun(**given)
    assert not Bundle.objects.exists()


def test_more_than_one_bundle_holds_is_refused_with_what_to_do(national, monkeypatch):
    national()
    monkeypatch.setattr("tirek.insight.bundles.gathering.MOST_RECOMMENDATIONS", 0)
    bundle = making.begun(parts=["recommendations"])
    making.run(bundle)
    assert "Choose a shorter period" in str(Bundle.objects.get().job and jobs.progress(Bundle.objects.get().job, by=head).fault)


def test_a_bundle_that_was_given_up_is_not_sealed_and_keeps_nothing(national):
    national()
    bundle = making.begun(parts=["recommendations"])
    making.run(bundle)
    services.drop_bundle(bundle_id=bundle, by=head)
    assert Bundle.objects.get().outline == {}
    for verb in (services.drop_bundle, services.gather_again, services.take_bundle):
        with pytest.raises(refusals.NotReady):
            verb(bundle_id=bundle, by=head)


def test_a_bundle_that_is_being_sealed_is_neither_given_up_nor_gathered_again_until_that_has_ended(national, monkeypatch):
    national()
    bundle = making.begun(parts=["recommendations"])
    making.run(bundle)
    making.confirmed(bundle)
    for verb in (services.drop_bundle, services.gather_again):
        with pytest.raises(refusals.SealingNow):
            verb(bundle_id=bundle, by=head)
    monkeypatch.setattr("tirek.insight.bundles.services.sealing.gather", lambda row, by: 1 // 0)
    making.run(bundle)
    assert queries.bundle(bundle, by=head).state == "sealing", "the job stopped"
    services.drop_bundle(bundle_id=bundle, by=head)
    assert Bundle.objects.get().state == "dropped"


def test_what_changed_is_shown_again_only_while_it_is_asked_for(national):
    national()
    bundle = making.made(parts=["recommendations"])
    row = Bundle.objects.get()
    with pytest.raises(refusals.NotReady):
        show_again(bundle_id=bundle, seen=row.seen, made=gather(row, head), by=head)
    assert queries.bundle(bundle, by=head).state == "made"


def test_the_mission_is_named_and_another_countrys_is_not_there(national):
    national()
    mission = international.review(2023)
    assert "Визит Совета посещений, 2023" in text_of(inside(making.made(review_id=mission, parts=["recommendations"])))


def test_nobody_but_head_and_auditor_learns_of_it_by_any_question(national):
    national()
    bundle = making.made(parts=["recommendations"])
    for who in EVERYBODY:
        for question, asked in ((queries.bundle, {"bundle_id": bundle}), (queries.bundles, {"country": "demo"})):
            if who in (head, auditor):
                assert question(**asked, by=who)
            else:
                with pytest.raises(NotFound):
                    question(**asked, by=who)
        if who is not head:
            for verb in (services.take_bundle, services.drop_bundle, services.gather_again):
                with pytest.raises(NotFound):
                    verb(bundle_id=bundle, by=who)
            with pytest.raises(NotFound):
                making.begun(by=who)
    assert len(queries.bundles(by=deputy, country="demo")) == 1


def test_the_auditor_learns_that_and_for_whom_but_not_what(national):
    national()
    bundle = making.made(parts=["recommendations"])
    services.take_bundle(bundle_id=bundle, by=head)
    facts = queries.bundle(bundle, by=auditor)
    assert (facts.delegation, facts.state, facts.mine, facts.job, facts.outline.digest) == ("Council of Visits, 2026", "made", False, None, "") and facts.taken
    assert {"bundle.begun", "bundle.gathered", "bundle.confirmed", "bundle.made", "bundle.exported"} <= {each.verb for each in entries(by=auditor, country="demo").entries}


def test_no_other_things_history_and_nothing_that_changed_lately_tells_of_it(national):
    national()
    bundle = making.made(parts=["recommendations"])
    told = [each for each in entries(by=auditor, country="demo", size=200).entries if each.verb.startswith("bundle.")]
    assert {(each.noun, each.subject) for each in told} == {("bundle", str(bundle))}
    day = recommendations.today()
    assert all(each.noun == "bundle" for each in acts(country="demo", since=day - timedelta(days=1), until=day, verbs={"bundle.made", "bundle.exported"}))


def test_its_work_is_in_no_list_count_or_figure_of_the_administrator(national):
    national()
    before, figures = jobs.counts(by=administrator, country="demo"), jobs.queue(timezone.now()).states
    bundle = making.begun(parts=["recommendations"])
    job = queries.bundle(bundle, by=head).job
    making.run(bundle)
    assert jobs.counts(by=administrator, country="demo") == before and jobs.queue(timezone.now()).states == figures
    assert jobs.counts(by=head, country="demo")["done"] == 1 and jobs.job(job, by=head, country="demo").own
    for who in (administrator, secretary, leader):
        with pytest.raises(NotFound):
            jobs.job(job, by=who, country="demo")
        for verb in (cancel, retry):
            with pytest.raises(NotFound):
                verb(job_id=job, by=who, country="demo")
