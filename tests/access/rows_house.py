"""Rows of the house itself: home, country, theme, ledger, accounts."""

from tests.access.table import EVERYBODY, Road, posts

ADMIN = frozenset({"administrator"})
INVITERS = frozenset({"administrator", "head", "foreigner"})


def somebody(scene):
    return {"account_id": scene.account("member").pk}


ROADS = [
    Road("desk:home", EVERYBODY),
    *posts(["desk:choose-country", "desk:choose-theme"], EVERYBODY),
    Road("desk:ledger", frozenset({"auditor"}), kind="list"),
    *posts(["desk:ledger-verify"], frozenset({"auditor"})),
    Road("desk:ledger-verification", frozenset(), lambda scene: {"job_id": scene.nothing}, about="of somebody else"),
    Road("desk:accounts", ADMIN | {"head", "foreigner"}, kind="list"),
    Road("desk:account", ADMIN | {"head"}, somebody, kind="detail"),
    Road("desk:invite", INVITERS),
    Road("desk:invitations", INVITERS, kind="list"),
    Road("desk:role-grant", ADMIN, somebody, "post", kind="write", data={"role": "analyst"}),
    *posts(["desk:account-disable", "desk:account-enable", "desk:account-sessions-end", "desk:account-lock-lift",
            "desk:reset-ask"], ADMIN, somebody),
    *posts(["desk:role-end"], frozenset(), lambda scene: {**somebody(scene), "grant_id": scene.nothing}, "not there"),
    *posts(["desk:invitation-withdraw"], frozenset(), lambda scene: {"invitation_id": scene.nothing}, "not there"),
    *posts(["desk:reset-confirm", "desk:reset-stop", "desk:reset-complete"], frozenset(), lambda scene: {"reset_id": scene.nothing}, "not there"),
]
