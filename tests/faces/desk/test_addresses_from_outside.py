"""Every address of the desk is walked for a visit that the reader was not at, or is told to show nothing of one visit: a new address is refused at once."""

from django.urls import get_resolver

from tests.faces.desk.test_reading_from_outside import OF_OTHER_THINGS, OF_THE_VISIT, wanted_by


def test_what_fills_an_address_is_told_for_the_walk_from_outside():
    names = filter(lambda key: isinstance(key, str), get_resolver().namespace_dict["desk"][1].reverse_dict)
    untold = {name: left for name in names if (left := set(wanted_by(name)) - OF_OTHER_THINGS - OF_THE_VISIT)}
    assert not untold, "say in test_reading_from_outside what fills them"
