"""Rows of the sealed bundles: the head makes them, the auditor sees that they were made; to everybody else no such address exists."""

from tests.access.rows_letters import issued
from tests.access.table import NOONE, Road
from tests.insight.bundles import making

HEAD = frozenset({"head"})
KNOW = HEAD | {"auditor"}
ELSEWHERE = frozenset({"foreigner"})
PERIOD = {"delegation": "Council of Visits", "since": "2020-01-01", "until": "2030-01-01", "parts": "recommendations", "keys": making.PUBLIC}


def bundle(scene, sealed=False):
    """A bundle that waits to be looked at, or one that is sealed."""
    name = f"bundle_{sealed}"
    if name not in scene.things:
        issued(scene)
        scene.things[name] = making.made(parts=["recommendations"]) if sealed else making.begun(parts=["recommendations"])
        if not sealed:
            making.run(scene.things[name])
    return {"bundle_id": scene.things[name]}


def sealed(scene):
    return bundle(scene, sealed=True)



def one_is_made(scene):
    sealed(scene)
    return {}


def not_there(scene):
    return {"bundle_id": scene.nothing}


ROADS = [
    Road("desk:bundles", KNOW | ELSEWHERE, one_is_made, kind="list", about="nobody else sees that there is one"),
    Road("desk:bundle-reader", KNOW | ELSEWHERE, kind="export"),
    Road("desk:bundle-new", HEAD | ELSEWHERE, kind="form"),
    Road("desk:bundle-new", HEAD | ELSEWHERE, method="post", kind="write", data=PERIOD),
    Road("desk:bundle", KNOW, bundle, kind="detail", about="waits to be looked at"),
    Road("desk:bundle", KNOW, sealed, kind="detail", about="sealed"),
    Road("desk:bundle", NOONE, not_there, kind="detail", about="not there"),
    Road("desk:bundle-seal", HEAD, bundle, "post", kind="write"),
    Road("desk:bundle-again", HEAD, bundle, "post", kind="write"),
    Road("desk:bundle-file", HEAD, sealed, "post", kind="export"),
    Road("desk:bundle-drop", HEAD, bundle, "post", kind="write"),
]
