"""What signing in shows on pages of others: the demonstration's persons, and the notice of a reset to the account's owner."""

from django import template

from tirek.faces.frame.signin.doors import people_of_this_door
from tirek.faces.frame.signin.origin import may_demonstrate
from tirek.foundation.people import queries

register = template.Library()


@register.filter
def in_fours(code: str) -> str:
    """A code in groups of four, as people copy it by hand; the forms take it with or without the gaps."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


@register.simple_tag(takes_context=True)
def demonstration_people(context: template.Context) -> tuple[queries.DemonstrationPerson, ...]:
    """The demonstration's persons, or nobody where they may not sign in."""
    request = context.get("request")
    return people_of_this_door() if request is not None and may_demonstrate(request) else ()


@register.simple_tag(takes_context=True)
def reset_at_sign_in(context: template.Context) -> queries.ResetFacts | None:
    """The open reset of the account whose password was right and whose second factor is still asked for."""
    stage = getattr(context.get("request"), "_login_stage", None)
    return queries.reset_of(stage.login.user.pk) if stage is not None and stage.login.user else None


@register.simple_tag(takes_context=True)
def printed_codes(context: template.Context) -> dict[str, object]:
    """Whether printed codes are offered to the person, how many are left (None without a set), and whether these are few. One or two queries."""
    person = getattr(context.get("request"), "user", None)
    if person is None or not person.is_authenticated:
        return {"offered": False, "left": None, "few": False}
    left = queries.printed_left(person)
    return {"offered": queries.may_print(person), "left": left, "few": left is not None and left <= queries.FEW}


@register.inclusion_tag("frame/signin/_reset_notice_box.html", takes_context=True)
def reset_notice(context: template.Context) -> dict[str, object]:
    """On every page of the desk: the notice that somebody asked to reset one's own account. One query."""
    request = context.get("request")
    person = getattr(request, "user", None)
    reset = queries.reset_of(person.pk) if person is not None and person.is_authenticated else None
    return {"reset": reset, "csrf_token": context.get("csrf_token")}
