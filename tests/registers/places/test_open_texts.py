"""How a place is known and who counted: a source is not named by accident; what stays, stays with a reason."""

from datetime import date

import pytest

from tests import world
from tests.people import secretary
from tirek.foundation.ledger.verification import verify
from tirek.ground.rules.open_texts import PassagesUndecided
from tirek.ground.rules.words import Words
from tirek.registers.places import services
from tirek.registers.places.models import KeptPassage

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


@pytest.mark.parametrize("door", [unofficial, corrected, counted], ids=lambda each: each.__name__)
def test_a_name_stays_with_a_reason_that_is_kept(door):
    with pytest.raises(PassagesUndecided):
        door()
    about = door(names_nobody=WHY).value
    (row,) = KeptPassage.objects.filter(about=str(about))
    assert (row.reason, row.decided_by, row.kind) == (WHY, secretary.id, "name")
    assert NAMED not in str(vars(row)) and "Ержан" not in str(vars(row))
    assert verify().holds
