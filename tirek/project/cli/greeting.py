"""What `tirek run` prints for people once it serves."""

from tirek.project.cli.setup_link import first_start_lines
from tirek.project.instance import Instance


def lines(instance: Instance) -> list[str]:
    """Addresses worth opening first, by name (a passkey exists for a name, never for an IP address)."""
    home = f"http://localhost:{instance.port}"
    return [
        "",
        f"Open {home}/",
        f"  {home}/            how it works, in the documents' own figures",
        f"  {home}/desk/       the desk: visits, reports, recommendations",
        f"  {home}/about/components/   the parts that every page is made of",
        "",
        *first_start_lines(instance),
        *password_lines(instance),
    ]


def password_lines(instance: Instance) -> list[str]:
    """Logins and passwords of the demonstration's persons, drawn for this folder; they work on this machine alone."""
    from tirek.foundation.people.services import demonstration_passwords

    people = demonstration_passwords() if instance.demo else ()
    width = max((len(login) for login, _ in people), default=0)
    lines = [f"  {login:<{width}}  {password}" for login, password in people]
    return ["Persons of the demonstration (one click lets them in on this machine; or with these passwords):", *lines, ""] if lines else []
