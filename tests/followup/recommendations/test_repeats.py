"""What was said before: found by its meaning, cut to the reader; linked, taken apart, and one thread through however many links."""

import random

import pytest

from tests import world
from tests.followup.recommendations.making import ago, answer, draft, issued, proposal, read, today, verify, words
from tests.people import EVERYBODY, analyst, conflicted, foreigner, head, leader, nobody, secretary
from tests.remembering import remembered
from tirek.followup.recommendations import keeping_keys, queries, services
from tirek.followup.recommendations.models import Recommendation, RepeatKey, ThreadPlace
from tirek.followup.recommendations.refusals import NotEarlier, NotInForce, NotLinked, OneReport, ReasonNeeded, SaidTogether, TextMayName
from tirek.foundation.ledger.models import Entry
from tirek.ground.rules.refusals import NotAllowed, NotFound
from tirek.ground.rules.repeats import keys
from tirek.ground.rules.words import Words
from tirek.records.visits import queries as visits
from tirek.registers.mandate.models import Member

pytestmark = pytest.mark.django_db
LIGHT = words("Обеспечить достаточное освещение в карцерах.", "")
SAME = words("Установить светильники в штрафном изоляторе.", "")
YARDS = words("Обеспечить достаточное освещение прогулочных дворов.", "")


@remembered
def visited(place="Тарноборский исправительный дом"):
    """A concluded visit of the same team to a place of that name."""
    team = {each.name.lower(): each.pk for each in Member.objects.all()}
    return world.concluded(world.prison(place), team or world.members())


@pytest.fixture
def three():
    return said_three_times()


@remembered
def said_three_times():
    """Three reports on three visits that say the same in other words."""
    first = issued(visited(), days=800, number="Р-1", text=LIGHT)
    second = issued(visited("Велисадский дом"), days=400, number="Р-2", text=SAME)
    third = issued(visited("Дом у реки"), days=10, number="Р-3", text=words("В карцерах должно быть освещение.", ""))
    return first, second, third


def link(later, earlier, by=secretary, reason="Говорит то же.", **given):
    return services.link(recommendation_id=later, earlier_id=earlier, reason=reason, by=by, **given)


def unlink(later, earlier, by=secretary, reason="Это о другом."):
    return services.unlink(recommendation_id=later, earlier_id=earlier, reason=reason, by=by)


def found(text, by=leader, without=(), **given):
    asking = queries.Asking(text if isinstance(text, Words) else words(text, ""), without=frozenset(without), **given)
    return queries.said_before(asking, by=by, country="demo").found


def ids(of):
    return [each.id for each in of]


def thread(of, by=head):
    return [(each.facts.id, each.stands.place, each.stands.times) for each in queries.thread_of(of, by=by, today=today())]


def test_what_says_the_same_in_other_words_is_shown_with_the_reason_and_other_duties_are_not():
    made = issued(visited(), text=SAME)
    issued(visited("Велисадский дом"), number="Р-2", text=YARDS)
    (one,) = found(LIGHT)
    assert (one.id, one.number, one.state, one.word, one.verification) == (made, "Р-1-1", "issued", "none", "not_verified")
    assert {each.slot for each in one.compared.alike} == {"what", "room"} and one.compared.differs == ()
    assert found(words("Камераларда жарық жеткілікті болсын.", "")) == () and found("") == () and found("Усилить работу.") == ()


def test_it_is_found_across_languages():
    made = issued(visited(), text=words("Обеспечить достаточное освещение в камерах.", ""))
    assert ids(found(Words.of({"kk": "Камераларда жеткілікті жарық болсын."}))) == [made]


def test_one_of_the_place_comes_first_then_one_of_the_theme():
    far, themed = issued(visited("Велисадский дом"), number="Р-2", text=LIGHT), issued(visited("Дом у реки"), number="Р-3", text=LIGHT)
    near = issued(visited(), number="Р-1", text=SAME)
    services.set_theme(recommendation_id=themed, theme="living_conditions", by=secretary)
    place = read(near).visit_id
    asked = {"place_id": visits.visit(place, by=leader).place_id, "themes": frozenset({"living_conditions"})}
    assert ids(found(LIGHT, **asked)) == [near, themed, far]
    assert [(each.same_place, each.same_theme) for each in found(LIGHT, **asked)] == [(True, False), (False, True), (False, False)]


def test_no_draft_is_found_and_a_place_is_told_to_those_alone_who_may_know_of_the_visit():
    draft(visited(), text=LIGHT)
    assert found(LIGHT, by=head) == found(LIGHT) == () and not RepeatKey.objects.exists()
    made = issued(visited("Велисадский дом"), text=LIGHT)
    place = visits.visit(read(made).visit_id, by=leader).place_id
    assert found(LIGHT, by=leader, place_id=place)[0].same_place
    for by in (analyst, conflicted):  # they read the recommendation, and may not know of the visit
        (one,) = found(LIGHT, by=by, place_id=place)
        assert one.id == made and not one.place_name and not one.same_place
    for by in (foreigner, nobody):
        assert found(LIGHT, by=by) == ()


@pytest.mark.parametrize("by", EVERYBODY, ids=lambda by: by.name or "nobody")
def test_what_was_said_of_a_place_is_told_of_visits_alone_that_the_reader_may_open(by):
    """By another definition: each visit is opened one by one."""
    said = [issued(visited(place), number=f"Р-{number}", text=words("Починить крышу.", "")) for number, place in enumerate(("Дом А", "Дом Б", "Дом А"))]
    of = {each: read(each).visit_id for each in said}
    place = visits.visit(of[said[0]], by=leader).place_id
    told = queries.said_before(queries.Asking(Words(), place), by=by, country="demo")
    assert set(ids(told.others)) == {each for each in said if visits.visit(of[each], by=leader).place_id == place and opens(of[each], by)} and told.found == ()


def opens(visit, by):
    """Whether somebody can open a visit."""
    try:
        return bool(visits.visit(visit, by=by))
    except NotFound:
        return False


def test_neither_itself_nor_one_of_its_report_nor_what_was_refused_is_shown():
    made = issued(visited(), text=LIGHT)
    visit = read(made).visit_id
    assert ids(found(SAME)) == [made]
    assert found(SAME, visit_id=visit) == found(SAME, without={made}) == found(SAME, before=ago(61)) == ()


def test_that_it_is_something_else_is_remembered_for_this_draft_until_it_is_taken_back():
    earlier = issued(visited(), text=LIGHT)
    second = visited("Велисадский дом")
    made = draft(second, text=SAME, other_things=(earlier,))
    assert read(made, leader).other_things == (earlier,)

    def edit(revision, **given):
        return services.edit_draft(recommendation_id=made, made=proposal(second, text=SAME, **given), revision=revision, by=leader)

    edit(1)
    assert read(made, leader).other_things == (earlier,)
    edit(2, other_things=())
    assert read(made, leader).other_things == ()
    edit(3, other_things=(earlier,))
    assert read(made, leader).other_things == (earlier,)
    told = queries.said_before(queries.Asking(SAME, refused=frozenset({earlier})), by=leader, country="demo")
    assert told.found == () and ids(told.refused) == [earlier]


def test_what_was_chosen_is_shown_even_where_its_words_are_others_and_what_is_open_at_the_place_stands_apart():
    far, near = issued(visited("Велисадский дом"), number="Р-2", text=YARDS), issued(visited(), number="Р-1", text=words("Починить крышу.", ""))
    place = visits.visit(read(near).visit_id, by=leader).place_id
    told = queries.said_before(queries.Asking(LIGHT, place, chosen=far), by=leader, country="demo")
    assert ids(told.found) == [far] and ids(told.others) == [near]
    verify(near)
    assert queries.said_before(queries.Asking(Words(), place), by=leader, country="demo") == queries.SaidBefore()


def test_a_draft_that_repeats_joins_the_thread_with_its_issue():
    first = issued(visited(), days=800, text=LIGHT)
    visit = visited("Велисадский дом")
    made = draft(visit, text=SAME, repeats=first)
    assert thread(first) == [(first, 1, 1)] and not ThreadPlace.objects.exists()
    services.issue(visit_id=visit, report_number="Р-2", on=today(), by=leader)
    assert thread(first) == thread(made) == [(first, 1, 2), (made, 2, 2)]
    assert queries.stands_of([made])[made].since == ago(800)


def test_linking_joins_two_threads_with_one_history_and_unlinking_parts_them(three):
    first, second, third = three
    link(third, second)
    assert thread(first) == [(first, 1, 1)] and thread(third) == [(second, 1, 2), (third, 2, 2)]
    entries = Entry.objects.count()
    link(second, first, by=head)
    assert Entry.objects.count() == entries + 1 and Entry.objects.latest("seq").verb == "recommendation.linked"
    assert thread(first) == thread(second) == thread(third) == [(first, 1, 3), (second, 2, 3), (third, 3, 3)]
    unlink(third, second)
    assert thread(first) == [(first, 1, 2), (second, 2, 2)] and thread(third) == [(third, 1, 1)]
    assert [(each.together, each.reason) for each in queries.ties_of(third, by=head)] == [(True, "Говорит то же."), (False, "Это о другом.")]
    link(third, second)
    assert len(thread(first)) == 3


def test_a_link_of_the_draft_can_be_taken_apart_after_the_issue_and_the_draft_s_word_stays():
    first, visit = issued(visited(), days=800, text=LIGHT), visited("Велисадский дом")
    made = draft(visit, text=SAME, repeats=first)
    services.issue(visit_id=visit, report_number="Р-2", on=today(), by=leader)
    unlink(made, first)
    assert thread(made) == [(made, 1, 1)] and Recommendation.objects.get(pk=made).repeats_id == first


def test_a_cycle_an_order_backwards_one_report_and_a_draft_are_refused(three):
    first, second, third = three
    link(third, second)
    link(second, first)
    for later, earlier, refusal in ((third, first, SaidTogether), (third, second, SaidTogether), (first, third, NotEarlier), (first, first, NotEarlier)):
        with pytest.raises(refusal):
            link(later, earlier)
    with pytest.raises(NotLinked):
        unlink(third, first)
    one_visit = visited("Дом тишины")
    draft(one_visit, text=LIGHT)
    draft(one_visit, text=SAME)
    services.issue(visit_id=one_visit, report_number="Р-4", on=today(), by=leader)
    both = list(Recommendation.objects.filter(visit=one_visit).order_by("position").values_list("pk", flat=True))
    with pytest.raises(OneReport):
        link(both[1], both[0])
    with pytest.raises(NotInForce):
        link(draft(visited("Ещё один дом"), text=LIGHT), first)


def test_the_office_alone_links_with_a_reason_that_names_nobody(three):
    first, second, _third = three
    for by in (leader, analyst, conflicted):
        with pytest.raises(NotAllowed):
            link(second, first, by=by)
    with pytest.raises(NotFound):
        link(second, first, by=foreigner)
    with pytest.raises(ReasonNeeded):
        link(second, first, reason=" ")
    with pytest.raises(TextMayName):
        link(second, first, reason="Так сказал Иванов Пётр Сергеевич.")
    link(second, first, reason="Так сказал Иванов Пётр Сергеевич.", confirmed=True)
    with pytest.raises(NotFound):
        queries.thread_of(first, by=foreigner, today=today())


def test_threads_are_what_can_be_reached_whatever_is_linked_and_taken_apart_in_whatever_order():
    rows = [issued(visited(f"Дом {number}"), days=500 - number, number=f"Р-{number}", text=LIGHT) for number in range(1, 7)]
    drawn, links = random.Random(5), set()

    def reached(start):
        known, edge = {start}, {start}
        while edge:
            edge = {b for pair in links for a, b in (pair, pair[::-1]) if a in edge} - known
            known |= edge
        return known

    for _step in range(25):
        earlier, later = sorted(drawn.sample(range(6), 2))
        if (later, earlier) in links:
            unlink(rows[later], rows[earlier])
            links.remove((later, earlier))
        elif later not in reached(earlier):
            link(rows[later], rows[earlier])
            links.add((later, earlier))
        told = {each.pk: each.thread for each in ThreadPlace.objects.all()}
        for number, row in enumerate(rows):
            mates = {key for key, one in told.items() if one == told.get(row)} or {row}
            assert mates == {rows[each] for each in reached(number)}
    assert links


def test_other_words_that_come_into_force_are_what_is_found(three):
    first, second, third = three
    services.reword(recommendation_id=first, report_version=2, text=YARDS, indicator=Words(), by=leader)
    assert first in ids(found(LIGHT)) and found(YARDS) == ()
    services.issue(visit_id=read(first).visit_id, report_number="Р-1", on=today(), by=leader)
    assert ids(found(YARDS)) == [first] and set(ids(found(LIGHT))) == {second, third}


def test_the_list_is_narrowed_to_what_was_said_again(three):
    first, second, third = three
    link(second, first)
    told = {"by": analyst, "country": "demo", "today": today()}
    twice = queries.Filters(repeated=2)
    assert [(each.id, each.times, each.since) for each in queries.recommendations(**told, filters=twice)] == [(second, 2, ago(800)), (first, 2, ago(800))]
    assert queries.counts(**told, filters=twice).total == 2 and queries.counts(**told, filters=queries.Filters(repeated=3)).total == 0
    assert {each.id: each.times for each in queries.recommendations(**told)}[third] == 1


def test_what_is_counted_of_the_repeated_follows_every_answer_and_verification(three):
    first, second, _third = three
    link(second, first)
    told = {"by": analyst, "country": "demo", "today": today()}

    def counted():
        quick, slow = queries.counts(**told, filters=queries.Filters(repeated=2)), queries.counts(**told, filters=queries.Filters(repeated=2, ids=frozenset(three)))
        assert quick == slow  # one of them is counted of the rows themselves
        return quick

    assert counted() == queries.Counts(2, 2, 2)
    answer(first, "accepted", days=5)
    verify(second, "not_implemented")
    assert counted() == queries.Counts(2, 1, 1)
    services.withdraw(recommendation_id=second, reason="Учреждение закрыто.", by=secretary)
    assert counted() == queries.Counts(2, 0, 1)
    assert queries.counts(**{**told, "by": foreigner}, filters=queries.Filters(repeated=2)) == queries.Counts(0, 0, 0)


def test_what_may_be_linked_is_offered_without_what_stands_in_the_thread(three):
    first, second, third = three
    assert set(ids(queries.alike(third, by=secretary))) == {first, second}
    link(third, second)
    assert ids(queries.alike(third, by=secretary)) == [first] and ids(queries.alike(first, by=secretary)) == []
    verify(first)
    (one,) = queries.alike(third, by=secretary)
    assert (one.word, one.verification) == ("none", "implemented")


def test_looking_asks_the_database_a_bounded_number_of_times(three, django_assert_max_num_queries):
    place = visits.visit(read(three[0]).visit_id, by=leader).place_id
    with django_assert_max_num_queries(14):
        assert len(found(LIGHT, place_id=place)) == 3
    link(three[2], three[1])
    with django_assert_max_num_queries(16):
        assert len(queries.thread_of(three[2], by=leader, today=today())) == 2


def test_keys_that_older_rules_made_are_made_anew_and_then_stand(three, monkeypatch):
    kept = sorted(RepeatKey.objects.values_list("recommendation", "key"))
    assert not keeping_keys.keys_stand() and keeping_keys.rebuild_keys() == 3 and keeping_keys.keys_stand()
    assert sorted(RepeatKey.objects.values_list("recommendation", "key")) == kept
    monkeypatch.setattr(keys, "RULES", keys.RULES + 1)
    assert not keeping_keys.keys_stand()
    RepeatKey.objects.filter(recommendation=three[0]).delete()
    RepeatKey.objects.create(recommendation_id=three[1], country="demo", key=7, issued_on=today())
    told = []
    assert keeping_keys.rebuild_keys(lambda done, total: told.append((done, total))) == 3 and told == [(3, 3)]
    assert keeping_keys.keys_stand() and sorted(RepeatKey.objects.values_list("recommendation", "key")) == kept


def test_another_glossary_is_another_rule_and_without_recommendations_there_is_nothing_to_do(monkeypatch):
    assert keeping_keys.keys_stand()
    before = keeping_keys.rules()
    monkeypatch.setattr(keeping_keys, "terms_of_the_field", lambda: {("карцер",): "cell"})
    assert keeping_keys.rules() != before and keeping_keys.keys_stand()
