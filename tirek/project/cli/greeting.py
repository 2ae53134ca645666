"""What `tirek run` prints for people once it serves."""

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
    ]
