"""What `tirek run` prints for people once it serves."""

from tirek.project.cli.setup_link import first_start_lines
from tirek.project.instance import Instance, address_of, respond_apart


def lines(instance: Instance) -> list[str]:
    """Addresses worth opening first, by name (a passkey exists for a name, never for an IP address)."""
    home, desk = (address_of(instance, face) for face in ("portal", "desk"))
    second = (f"{desk}/accounts/demonstration/", "enter as a person of the demonstration, with one click") if instance.demo else (f"{desk}/desk/", "the desk")
    found = [(f"{home}/", "how it works, in the documents' own figures"), second, (f"{home}/kz/missions/spt-2023/", "the SPT's mission of 2023, from its sources")]
    if respond_apart():
        body = address_of(instance, "respond")
        found.insert(2, (f"{body}/accounts/demonstration/", "the same for people of authorities") if instance.demo else (f"{body}/respond/", "the authorities' page"))
    width = max(len(address) for address, _ in found)
    return ["", "Worth opening first:", *(f"  {address:<{width}}  {words}" for address, words in found), "", *first_start_lines(instance), *password_lines(instance)]


def password_lines(instance: Instance) -> list[str]:
    """Logins and passwords of the demonstration's persons, drawn for this folder; they work on this machine alone."""
    from tirek.foundation.people.services import demonstration_passwords

    people = demonstration_passwords() if instance.demo else ()
    width = max((len(login) for login, _ in people), default=0)
    lines = [f"  {login:<{width}}  {password}" for login, password in people]
    return ["Persons of the demonstration (one click lets them in on this machine; or with these passwords):", *lines, ""] if lines else []
