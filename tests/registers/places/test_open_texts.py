"""How a place is known and who counted: a source is not named by accident; what stays, stays with a reason."""

from datetime import date

import pytest

from tests import world
from tests.people import secretary
from tirek.foundation.ledger.services import record
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.words import Words
from tirek.registers.places import services
from tirek.registers.places.models import KeptPassage, Place, PlaceName

pytestmark = pytest.mark.django_db
NAMED = "Рассказал Ержан Қайрат, бывший в подвале."
WHY = "Имя дано с его письменного согласия."


def unofficial(**given):
    told = {"kind": "unofficial", "region": "LU-TA", "name": Words.of({"ru": "Подвал"})}
    return services.register_place(country="demo", unofficial_reason=NAMED, by=secretary, **told, **given)


def corrected(**given):
    return services.correct_place(place_id=world.prison(), source=NAMED, by=secretary, **given)


def counted(**given):
    return services.record_population(place_id=world.prison(), counted_on=date(2026, 1, 5), male=3, source=NAMED, by=secretary, **given)


def called(name=NAMED, **given):
    told = {"kind": "prison", "region": "LU-TA", "name": Words.of({"ru": name, "kk": "Үй"})}
    return services.register_place(country="demo", by=secretary, **{**told, **given})


def addressed(**given):
    return called("Дом", address=NAMED, **given)


def misspelt(**given):
    return services.correct_place(place_id=world.prison(), name=Words.of({"ru": "Дом", "kk": NAMED}), by=secretary, **given)


def moved(**given):
    return services.correct_place(place_id=world.prison(), address=NAMED, by=secretary, **given)


def renamed(**given):
    return services.rename_place(place_id=world.prison(), name=Words.of({"ru": NAMED}), since=date(2025, 1, 5), by=secretary, **given)


def tied(**given):
    return services.tie_to_event(place_id=world.prison(), event="bridge-feast-unrest", note=NAMED, by=secretary, **given)


DOORS = (unofficial, corrected, counted, called, addressed, misspelt, moved, renamed, tied)


@pytest.mark.parametrize("door", DOORS, ids=lambda each: each.__name__)
def test_a_name_stays_with_a_reason_that_is_kept(door):
    with pytest.raises(PassagesUndecided):
        door()
    about = door(names_nobody=WHY).value
    (row,) = KeptPassage.objects.filter(about=str(about))
    assert (row.reason, row.decided_by, row.kind) == (WHY, secretary.id, "name")
    assert NAMED not in str(vars(row)) and "Ержан" not in str(vars(row))
    assert verify().holds


def test_a_place_that_bears_a_name_is_asked_about_it_once():
    named = Words.of({"ru": "Дом Айгерім Сәрсенова"})
    place = called(named.in_("ru"), names_nobody="Дом назван в честь врача.").value
    services.correct_place(place_id=place, name=named, address="ул. Тихая, 1", by=secretary)
    services.rename_place(place_id=place, name=Words.of({"ru": "Новый дом Айгерім Сәрсенова"}), since=date(2025, 1, 5), by=secretary)
    with pytest.raises(PassagesUndecided):
        services.rename_place(place_id=place, name=Words.of({"ru": "Дом Ержана Қайрата"}), since=date(2026, 1, 5), by=secretary)


def test_what_a_correction_leaves_as_it_was_is_not_asked_about_anew():
    """A name that was entered before names were searched must not shut a correction of something else."""
    place = world.prison()
    old = Words.of({"ru": "Дом Айгерім Сәрсенова", "kk": "Үй"})
    with record("place.corrected", by=secretary, subject=("place", place)) as entry:
        for row in (Place.objects.get(pk=place), PlaceName.objects.get(place_id=place)):
            row.name = old
            row.save()
        entry.of(None)
    services.correct_place(place_id=place, name=old, address="ул. Тихая, 1", by=secretary)
    with pytest.raises(PassagesUndecided):
        services.correct_place(place_id=place, name=Words.of({"ru": "Дом Айгерім Сәрсенова-2", "kk": "Үй"}), by=secretary)
