"""`tirek setup-link`: prints the one-time link to make the first administrator. Only whoever sits at the terminal sees it."""

from tirek.project.cli.steps import say
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import Instance


def print_link(again: bool) -> int:
    """Prints a new link (30 minutes). While one is open a second is made only with --again, and ends the first."""
    from tirek.project.cli.preparing import prepare

    instance = prepare()
    for line in link_lines(instance, again=again):
        say(line)
    return 0


def link_lines(instance: Instance, *, again: bool) -> list[str]:
    """The lines with the link; raises Trouble when there is an administrator, or a link is still open and `again` is not asked."""
    from tirek.foundation.people.queries import set_up_waits
    from tirek.foundation.people.refusals import SetUpDone
    from tirek.foundation.people.services import make_setup_link

    if set_up_waits() and not again:
        raise Trouble("A set-up link is still open. Use it, or run `tirek setup-link --again` for a new one; the old one then ends.")
    try:
        secret = make_setup_link().value.secret
    except SetUpDone as refused:
        raise Trouble(str(refused)) from refused
    address = f"http://localhost:{instance.port_of('desk')}/accounts/set-up/{secret}/"
    return ["", "Make the first administrator with this link. It works once, for 30 minutes:", f"  {address}", ""]


def first_start_lines(instance: Instance) -> list[str]:
    """For the greeting of the main edition: the link when nobody has set the house up yet and none is open, else nothing."""
    from tirek.foundation.people.queries import set_up_waits

    if instance.demo:
        return []
    if set_up_waits():
        return ["", "A set-up link is still open; `tirek setup-link --again` prints a new one.", ""]
    try:
        return link_lines(instance, again=False)
    except Trouble:
        return []
