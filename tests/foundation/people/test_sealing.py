"""Secrets of one-time and recovery codes lie sealed; what was in clear is still read and is sealed; without the key nothing opens, by no code."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache

from tests.foundation.people.cast import PASSWORD, account, with_passkey
from tirek.foundation.people.queries import has_way_in
from tirek.foundation.people.refusals import SetUpDone
from tirek.foundation.people.sealing import FactorsKeyRefused, key_path, people_without_their_codes, seal, seal_what_is_clear
from tirek.foundation.people.services import accept_set_up, make_setup_link
from tirek.ground.proof.sealing import Sealer, SealRefused, new_key
from tirek.ground.rules.actors import Role

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
EMPTY = ""


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    settings.TIREK_DATA = tmp_path
    cache.clear()


@pytest.fixture
def aida():
    owner = account("aida", Role.ADMINISTRATOR, password=PASSWORD)
    TOTP.activate(owner, SECRET)
    RecoveryCodes.activate(owner)
    return owner


def codes_now(secret):
    return [format_hotp_value(hotp_value(secret, counter)) for counter in yield_hotp_counters_from_time()]


def factor(kind):
    return Authenticator.objects.get(type=kind)


def test_neither_secret_nor_seed_stands_in_the_database(aida):
    assert key_path().stat().st_mode & 0o777 == 0o600
    assert SECRET not in str(factor("totp").data) and factor("totp").data["secret"].startswith("sealed:")
    assert factor("recovery_codes").data["seed"].startswith("sealed:")
    assert factor("totp").wrap().validate_code(codes_now(SECRET)[1])
    assert factor("recovery_codes").wrap().validate_code(factor("recovery_codes").wrap().generate_codes()[0])


def test_what_an_earlier_version_left_in_clear_is_read_and_then_sealed(aida):
    for kind, data in (("totp", {"secret": SECRET}), ("recovery_codes", {"seed": "ab" * 40, "used_mask": 5})):
        Authenticator.objects.filter(type=kind).update(data=data)
    before = factor("recovery_codes").wrap().generate_codes()
    assert factor("totp").wrap().validate_code(codes_now(SECRET)[1])
    assert seal_what_is_clear() == 2 and seal_what_is_clear() == 0
    cache.clear()
    assert SECRET not in str(factor("totp").data) and factor("totp").wrap().validate_code(codes_now(SECRET)[1])
    after = factor("recovery_codes")
    assert after.data["used_mask"] == 5 and after.wrap().generate_codes() == before and "ab" * 40 not in str(after.data)


def test_without_the_key_no_code_is_right_and_nothing_breaks(aida):
    given = factor("recovery_codes").wrap().generate_codes()
    kept = key_path().read_bytes()
    key_path().unlink()
    assert people_without_their_codes() == 1 and not has_way_in(aida)
    for guess in (*codes_now(SECRET), *codes_now(EMPTY), "000000"):
        assert not factor("totp").wrap().validate_code(guess)
    assert not any(factor("recovery_codes").wrap().validate_code(one) for one in given)
    key_path().write_bytes(kept)
    assert people_without_their_codes() == 0 and has_way_in(aida)
    assert factor("totp").wrap().validate_code(codes_now(SECRET)[1])


def test_passkeys_need_no_key(aida):
    with_passkey(aida)
    key_path().unlink()
    assert has_way_in(aida)


def test_when_no_administrator_can_sign_in_without_the_key_the_terminal_helps(aida):
    with pytest.raises(SetUpDone):
        make_setup_link()
    key_path().unlink()
    secret = make_setup_link().value.secret
    words = {"email": "aida@npm.example", "name": "Aida", "language": "ru", "countries": ["kz"], "password": "quite another one here"}
    assert accept_set_up(secret=secret, **words).value.pk == aida.pk
    assert people_without_their_codes() == 0


def test_a_key_that_is_damaged_or_open_to_others_is_told():
    seal("x")
    key_path().chmod(0o640)
    with pytest.raises(FactorsKeyRefused, match="chmod 600"):
        seal("x")
    key_path().chmod(0o600)
    key_path().write_text("no key")
    with pytest.raises(FactorsKeyRefused, match="damaged"):
        seal("x")


def test_a_seal_is_another_each_time_and_an_altered_one_is_refused():
    mine, other = Sealer(new_key()), Sealer(new_key())
    one, two = mine.seal("words"), mine.seal("words")
    assert one != two and mine.open(one) == mine.open(two) == "words"
    for spoilt in (one[:-2] + "xx", one[:20], "sealed:", "sealed:ключ"):
        with pytest.raises(SealRefused):
            mine.open(spoilt)
    with pytest.raises(SealRefused):
        other.open(one)
