"""Which network addresses the house may connect to of its own accord, against a list written out by hand from the registries of special addresses."""

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tirek.ground.rules.outside_addresses import LOOPBACK, may_reach, networks

pytestmark = pytest.mark.pure
NEVER = [ip_network(each) for each in (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
)]  # fmt: skip
NEVER6 = [ip_network(each) for each in ("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8")]
NEAR = st.sampled_from(NEVER).flatmap(lambda net: st.integers(int(net[0]) - 1, int(net[-1]) + 1)).filter(lambda each: 0 <= each < 2**32).map(IPv4Address)
NEAR6 = st.sampled_from(NEVER6).flatmap(lambda net: st.integers(int(net[0]), int(net[-1]))).map(IPv6Address)


@given(NEAR | st.ip_addresses(v=4))
@example(IPv4Address("169.254.169.254"))
@example(IPv4Address("127.0.0.1"))
def test_no_special_address_is_reached_whether_written_in_four_or_in_six(address):
    special = any(address in net for net in NEVER)
    if special:
        assert not may_reach(str(address), ()) and not may_reach(f"::ffff:{address}", ()) and not may_reach(f"64:ff9b::{address}", ())
    elif may_reach(str(address), ()):
        assert address.is_global


@given(NEAR6)
def test_no_special_address_of_six_is_reached(address):
    assert not may_reach(str(address), ())


def test_public_ones_are_and_those_that_the_operator_names():
    for public in ("93.184.216.34", "8.8.8.8", "2606:4700::1111"):
        assert may_reach(public, ()) and not may_reach(public, (), public=False)
    inside = networks("10.20.0.0/16, fd00:20::/32")
    assert may_reach("10.20.3.4", inside) and may_reach("::ffff:10.20.3.4", inside) and may_reach("fd00:20::1", inside)
    assert not may_reach("10.21.3.4", inside) and not may_reach("127.0.0.1", inside)
    assert may_reach("127.0.0.1", LOOPBACK, public=False) and may_reach("::1", LOOPBACK, public=False)


@pytest.mark.parametrize("wrong", ["", "localhost", "0x7f.1", "127.1", "2130706433", "1.2.3.4.5", "fe80::1%eth0"])
def test_what_is_no_address_is_not_reached(wrong):
    assert not may_reach(wrong, LOOPBACK if "fe80" not in wrong else ())
