"""What the sign-in page shows of the demonstration: its persons, on the machine itself alone."""

from django import template

from tirek.faces.desk.signin.origin import may_demonstrate
from tirek.foundation.people import queries

register = template.Library()


@register.simple_tag(takes_context=True)
def demonstration_people(context: template.Context) -> tuple[queries.DemonstrationPerson, ...]:
    """The demonstration's persons, or nobody where they may not sign in."""
    request = context.get("request")
    return queries.demonstration_people() if request is not None and may_demonstrate(request) else ()
