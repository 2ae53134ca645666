"""Two versions of a report compared: nothing of either is lost, the other way round the kinds change places, and only who may read both compares."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import world
from tests.insight.reports import flow
from tests.insight.reports.sample import same, sample
from tests.people import analyst, foreigner, head, leader, secretary
from tirek.ground.rules.refusals import NotFound
from tirek.ground.rules.text_differences import new_text, old_text
from tirek.insight.reports import queries, services
from tirek.insight.reports.differing import differing, entries
from tirek.records.visits.queries import findings

EXCHANGED = {"same": "same", "changed": "changed", "added": "removed", "removed": "added"}
WHOLE = sample()


@st.composite
def altered(draw):
    """A version that drops, rewords, renames or reorders whatever it likes."""
    sections = tuple(
        replace(
            each,
            title=draw(st.sampled_from([each.title, same("Иной раздел")])),
            paragraphs=tuple(
                replace(one, text=draw(st.sampled_from([one.text, same("Сказано иначе. Окон нет."), same("")])))
                for one in each.paragraphs if draw(st.booleans())
            ),
        )
        for each in WHOLE.sections
    )  # fmt: skip
    kept = [each for each in WHOLE.recommendations if draw(st.booleans())]
    numbers = tuple(replace(each, value=each.value + draw(st.integers(0, 1))) for each in WHOLE.numbers)
    signed = draw(st.sampled_from([WHOLE.signatures, WHOLE.signatures[:1]]))
    return replace(WHOLE, sections=draw(st.permutations(sections)), recommendations=tuple(kept), numbers=numbers, signatures=signed)


def told(document):
    return Counter((each.section, each.name, each.text) for each in entries(document, "ru"))


@pytest.mark.pure
@given(altered(), altered())
@settings(max_examples=25, deadline=None)
def test_both_versions_can_be_read_back_whole(before, after):
    found = differing(before, after, "ru")
    old, new = Counter(), Counter()
    for section in found.sections:
        for each in section.entries:
            if each.kind != "added":
                old[each.was_in or section.title, each.was_named or each.name, old_text(each.stretches)] += 1
            if each.kind != "removed":
                new[section.title, each.name, new_text(each.stretches)] += 1
    assert (old, new) == (told(before), told(after))


@pytest.mark.pure
@given(altered(), altered())
@settings(max_examples=15, deadline=None)
def test_the_other_way_round_the_kinds_change_places(before, after):
    there, back = differing(before, after, "ru"), differing(after, before, "ru")
    assert back.counts == Counter({EXCHANGED[kind]: count for kind, count in there.counts.items()})
    assert {(each.noun, each.after, each.before) for each in there.figures} == {(each.noun, each.before, each.after) for each in back.figures}


@pytest.mark.pure
def test_a_version_compared_with_itself_is_the_same():
    found = differing(WHOLE, WHOLE, "en")
    assert not found.figures and set(found.counts) == {"same"} and not any(each.differs for each in found.sections)


@pytest.mark.pure
def test_a_dropped_finding_changes_its_section_and_the_figures():
    first, *others = WHOLE.sections
    shorter = replace(first, paragraphs=first.paragraphs[1:])
    numbers = tuple(replace(each, value=each.value + 1) if place == 0 else each for place, each in enumerate(WHOLE.numbers))
    found = differing(WHOLE, replace(WHOLE, sections=(shorter, *others), numbers=numbers), "ru")
    section = next(each for each in found.sections if first.title.in_("ru") in each.title)
    gone = [each for each in section.entries if each.kind == "removed"]
    assert [first.paragraphs[0].text.in_("ru") in each.stretches[0].text for each in gone] == [True]
    assert [(each.before + 1, each.after) for each in found.figures] == [(numbers[0].value, numbers[0].value)]


@pytest.mark.django_db
def test_a_correction_shows_the_words_that_it_changed_and_the_old_bytes_stay():
    visit = flow.visit()
    old = flow.issued(visit)
    new = services.correct_report(report_id=old, changes=flow.both("Исправлено."), by=secretary).value
    first = findings(visit, by=leader)[0]
    said = first.text.best("ru")
    services.amend_finding(report_id=new, finding_id=first.id, text=flow.both(said.replace(".", " и проверено.", 1)), by=leader)
    found = queries.compared_versions(old, new, language="ru", by=leader)
    added = [each.text for section in found.sections for one in section.entries if one.kind == "changed" for each in one.stretches if each.kind == "added"]
    assert " и проверено" in added
    for reader in (analyst, foreigner):
        with pytest.raises(NotFound):
            queries.compared_versions(old, new, language="ru", by=reader)
    flow.through(new)
    assert queries.compared_versions(old, new, language="ru", by=analyst).counts["changed"] >= 1


@pytest.mark.django_db
def test_versions_of_two_reports_are_not_compared():
    place, team = world.prison(), world.members()
    one, other = (flow.drafted(world.concluded(place, team)) for _ in range(2))
    with pytest.raises(NotFound):
        queries.compared_versions(one, other, language="ru", by=head)
