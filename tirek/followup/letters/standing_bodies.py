"""Which authorities stand on which rung of the ladder, by the pack of the day."""

from tirek.foundation.jurisdictions.queries import authorities, chain_of_command, successor_on, today

WITHOUT_BODY = frozenset({"spt", "public"})
KINDS = {"prosecution": "prosecution", "parliament": "parliament"}


def bodies_on(country: str, addressee: str, rung: str) -> frozenset[str]:
    """Which authorities can stand on a rung today for what was addressed to one: whoever stands in its place, those above that, the prosecution, parliament."""
    on = today(country)
    own, *above = (each.code for each in chain_of_command(country, successor_on(country, addressee, on), on))
    if rung == "head_of_body":
        return frozenset({own})
    if rung == "ministry":
        return frozenset(above)
    return frozenset(each.code for each in authorities(country, on) if each.kind == KINDS.get(rung))
