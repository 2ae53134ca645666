"""To which network addresses the house may connect of its own accord: public ones, and those that its operator names. Plain answers over addresses; nothing is looked up.

Whoever may write an address into a form must not reach through the server what only the server reaches: itself, its neighbours, a cloud's own services.
"""

from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
LOOPBACK: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
CARRYING = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"), ip_network("2002::/16"), ip_network("2001::/32"), ip_network("::/96"))
"""IPv6 addresses that lead to an IPv4 one written within them: translation (RFC 6052, 8215), 6to4, Teredo, and the old compatible form."""


def may_reach(address: str, inside: Collection[Network], *, public: bool = True) -> bool:
    """Whether an address may be connected to: one `inside`, or a public one unless `public` is False. What is no address may not."""
    try:
        one: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, IPv6Address) and one.ipv4_mapped:
        one = one.ipv4_mapped
    if any(one in network for network in inside if network.version == one.version):
        return True
    return public and one.is_global and not one.is_multicast and not any(one in network for network in CARRYING if network.version == one.version)


def networks(text: str) -> tuple[Network, ...]:
    """Networks as they are written in a setting, between commas. Raises ValueError."""
    return tuple(ip_network(each.strip()) for each in text.split(",") if each.strip())
