"""A facility's code names one place in one spelling, and nothing that a pack can hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tirek.foundation.jurisdictions.queries import authorities
from tirek.ground.rules.bodies import facility_code, is_facility, place_of


@settings(max_examples=40)
@given(st.uuids())
def test_a_place_has_one_code_that_fits_the_columns_and_means_it_again(place):
    code = facility_code(place)
    assert is_facility(code) and place_of(code) == place and len(code) <= 60
    for other in (code.upper(), code.replace("-", ""), f"{code} ", f"place:{{{place}}}", f"place:urn:uuid:{place}", str(place)):
        assert place_of(other) is None, "one body would be two under another spelling"


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_what_is_no_place_means_none(text):
    assert place_of(text) is None and place_of(f"place:{text}") is None


def test_no_authority_of_a_pack_is_taken_for_a_facility():
    assert not [one.code for country in ("demo", "kz", "kg") for one in authorities(country) if is_facility(one.code)]
