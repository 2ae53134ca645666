"""`tirek setup-link`: prints the one-time link to make the first administrator, or a second one where rights could not be given any more.

Only whoever sits at the terminal sees it.
"""

import os

from tirek.project.cli.folders import leaving_nothing
from tirek.project.cli.steps import say
from tirek.project.cli.troubles import DatabaseRefused, Trouble
from tirek.project.instance import Instance, address_of, read_instance


def print_link(again: bool, second: str = "") -> int:
    """Prints a new link (30 minutes). While one is open a second is made only with --again, and ends the first.

    `second` is a country in which fewer than two persons can give rights: the link makes one more administrator of it.
    """
    refuse_demonstration(read_instance())
    from tirek.project.cli.preparing import prepare

    with leaving_nothing(read_instance(), DatabaseRefused):
        instance = prepare()
    for line in link_lines(instance, again=again, second=second):
        say(line)
    return 0


def refuse_demonstration(instance: Instance) -> None:
    """Raises Trouble for the demonstration, before anything of it is made or loaded: its persons are there from the first start."""
    if instance.demo:
        raise Trouble(
            "A set-up link is for real records, and this is the demonstration: its persons sign in with the passwords that `tirek run` prints."
            " For real records type: DEMO=0 tirek setup-link"
        )


def link_lines(instance: Instance, *, again: bool, second: str = "") -> list[str]:
    """The lines with the link; raises Trouble when there is an administrator, or a link is still open and `again` is not asked."""
    from tirek.foundation.jurisdictions.refusals import UnknownCountry
    from tirek.foundation.people.queries import set_up_waits
    from tirek.foundation.people.refusals import SecondPersonThere, SetUpDone
    from tirek.foundation.people.services import make_setup_link

    if set_up_waits() and not again:
        raise Trouble("A set-up link is still open. Use it, or run `tirek setup-link --again` for a new one; the old one then ends.")
    try:
        secret = make_setup_link(country=second).value.secret
    except (SetUpDone, SecondPersonThere, UnknownCountry) as refused:
        raise Trouble(str(refused)) from refused
    address = f"{address_of(instance, 'desk')}/accounts/set-up/{secret}/"
    whom = f"a further administrator ({second})" if second else "the first administrator"
    return ["", f"Make {whom} with this link. It works once, for 30 minutes:", f"  {address}", ""]


def speaks_into_journal() -> bool:
    """Whether what is said here goes into systemd's journal. A desktop's terminals inherit the variable of the session that started them, so that it
    must name the very stream (systemd.exec(5)).
    """
    try:
        said = os.fstat(1)
    except OSError:
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{said.st_dev}:{said.st_ino}"


def first_start_lines(instance: Instance) -> list[str]:
    """For the greeting of the main edition: the link when nobody has set the house up yet and none is open, else nothing.

    What systemd starts speaks into the journal, which others read and which stays: no link there.
    """
    from tirek.foundation.people.queries import set_up_waits

    if instance.demo or speaks_into_journal():
        return []
    if set_up_waits():
        return ["", "A set-up link is still open; `tirek setup-link --again` prints a new one.", ""]
    try:
        return link_lines(instance, again=False)
    except Trouble:
        return []
