"""The fixed cast. Everybody has one role in the invented country, and keeps it in every test."""

from tirek.ground.rules.actors import NOBODY, Actor, Grant, Role

COUNTRY = "demo"


def person(name: str, *roles: Role, country: str = COUNTRY, authority: str | None = None) -> Actor:
    """An actor whose id is a fixed UUID made from the name."""
    from uuid import NAMESPACE_OID, uuid5

    return Actor(str(uuid5(NAMESPACE_OID, name)), frozenset(Grant(role, country, authority) for role in roles), name)


head = person("head", Role.HEAD)
deputy = person("deputy", Role.HEAD)  # organises the hidden visits of tests, so that head and secretary can stay outside
secretary = person("secretary", Role.SECRETARIAT)
leader = person("leader", Role.LEADER, Role.MEMBER)
conflicted = person("conflicted", Role.MEMBER)
member = person("member", Role.MEMBER)
doctor = person("doctor", Role.MEDIC)
analyst = person("analyst", Role.ANALYST)
focal = person("focal", Role.FOCAL_POINT, authority="lum-law")
minister = person("minister", Role.BODY_HEAD, authority="lum-law")
receiver = person("receiver", Role.RECEIVER, authority="lum-prosecution")
auditor = person("auditor", Role.AUDITOR)
administrator = person("administrator", Role.ADMINISTRATOR)
foreigner = person("foreigner", Role.HEAD, country="kz")
nobody = NOBODY

EVERYBODY = (head, secretary, leader, conflicted, member, doctor, analyst, focal, minister, receiver, auditor, administrator, foreigner, nobody)
