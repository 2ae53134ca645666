"""Rows of the house itself: home, country, theme, ledger, accounts."""

from tests.access.table import CAST, EVERYBODY, Road, posts
from tests.accounts import account_of
from tests.people import COUNTRY, deputy
from tirek.foundation.jobs.clock import Work, announce
from tirek.foundation.jobs.services import enqueue
from tirek.foundation.people import queries, services
from tirek.ground.rules.actors import Role

ADMIN = frozenset({"administrator"})
INVITERS = frozenset({"administrator", "head", "foreigner"})


def somebody(scene):
    return {"account_id": scene.account("member").pk}


def a_right(scene):
    """An invitation that the deputy head asked for: everybody else who heads or administers the country may decide it."""
    account_of(deputy)
    words = {"email": "aida@lumeria.example", "name": "Aida", "language": "en", "country": COUNTRY}
    asked = services.invite(**words, role=Role.MEMBER, by=deputy).value
    waiting = {each.login: each for each in queries.rights_to_decide(by=CAST["head"], country=COUNTRY)}
    assert asked.secret == ""
    return {"request_id": waiting["aida@lumeria.example"].id}


def a_job(scene):
    """Somebody's work, whom nobody of the cast is."""
    return {"job_id": enqueue(kind_name="ledger.verify", arguments={}, by=deputy, country=COUNTRY)}


def a_timed_work(scene):
    announce([Work("checkpoint", "Sign", 60)])
    return {"name": "checkpoint"}


ROADS = [
    Road("desk:home", EVERYBODY),
    *posts(["desk:choose-country"], EVERYBODY),
    Road("desk:ledger", frozenset({"auditor"}), kind="list"),
    *posts(["desk:ledger-verify"], frozenset({"auditor"})),
    Road("desk:ledger-verification", frozenset(), lambda scene: {"job_id": scene.nothing}, about="of somebody else"),
    Road("desk:jobs", EVERYBODY, kind="list"),
    Road("desk:job", ADMIN, a_job, kind="detail"),
    Road("desk:job-cancel", ADMIN, a_job, "post", kind="write"),
    Road("desk:job-again", ADMIN, a_job, "post", kind="write"),
    Road("system:instance", ADMIN),
    Road("desk:schedule", ADMIN, kind="list"),
    Road("desk:schedule-run", ADMIN, a_timed_work, "post", kind="write"),
    Road("desk:accounts", ADMIN | {"head", "foreigner"}, kind="list"),
    Road("desk:account", ADMIN | {"head"}, somebody, kind="detail"),
    Road("desk:invite", INVITERS),
    Road("desk:invitations", INVITERS, kind="list"),
    Road("desk:role-grant", ADMIN, somebody, "post", kind="write", data={"role": "analyst"}),
    *posts(["desk:account-disable", "desk:account-enable", "desk:account-sessions-end", "desk:account-lock-lift",
            "desk:reset-ask"], ADMIN, somebody),
    *posts(["desk:role-end"], frozenset(), lambda scene: {**somebody(scene), "grant_id": scene.nothing}, "not there"),
    *posts(["desk:invitation-withdraw"], frozenset(), lambda scene: {"invitation_id": scene.nothing}, "not there"),
    Road("desk:mail", INVITERS, kind="list"),
    *posts(["desk:mail-again"], ADMIN, somebody),
    Road("desk:rights", INVITERS, kind="list"),
    Road("desk:right", ADMIN | {"head"}, a_right, kind="detail"),
    *posts(["desk:right-confirm"], ADMIN | {"head"}, a_right),
    Road("desk:right-refuse", ADMIN | {"head"}, a_right, "post", kind="write", data={"reason": "Unknown to me"}),
    *posts(["desk:right-confirm", "desk:right-refuse"], frozenset(), lambda scene: {"request_id": scene.nothing}, "not there"),
    *posts(["desk:reset-confirm", "desk:reset-stop", "desk:reset-complete"], frozenset(), lambda scene: {"reset_id": scene.nothing}, "not there"),
]
