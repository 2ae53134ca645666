"""Filling an instance with its contents, each once. What stands is known from the database itself, which goes with backups and copies."""

from django.conf import settings

from tirek.project.cli.steps import dot, say, step
from tirek.project.cli.troubles import Trouble
from tirek.project.contents import Load, loads
from tirek.project.instance import Instance


def load_contents(instance: Instance) -> None:
    """Loads the sourced record and, in a demonstration, the invented country; each once for each version of its text.

    What is told once is not told anew by a later version: people may have gone on with the story since.
    """
    from tirek.foundation.people.queries import filled_with
    from tirek.foundation.people.services import mark_filled

    outdated = False
    adopt(instance)
    filled = filled_with()
    for load in loads(demo=instance.demo):
        if filled.get(load.name) == load.digest():
            continue
        if load.once and load.name in filled:
            outdated = True
            continue
        run(load, instance)
        mark_filled(name=load.name, digest=load.digest())
    if outdated:
        say("  The demonstration stands as an earlier version told it. For this version's: tirek demo remove, then start again.")
    if instance.demo:
        complete_passwords()


def adopt(instance: Instance) -> None:
    """Marks what an earlier version told, which noted it in the folder alone. Whoever signs in comes after everything was told."""
    from tirek.foundation.people.queries import filled_with, somebody_came
    from tirek.foundation.people.services import mark_filled

    filled, came = filled_with(), somebody_came()
    for load in loads(demo=instance.demo):
        digest = stamped(load, instance)
        if load.name not in filled and (digest or (load.once and came)):
            mark_filled(name=load.name, digest=digest)
    forget_stamps(instance)


def stamped(load: Load, instance: Instance) -> str:
    """The digest that an earlier version's stamp in the folder gives for this database; the embedded one may have been moved with its folder."""
    stamp = instance.folder / f".loaded-{load.name}"
    digest, name, host = [*(stamp.read_text().split("\n") if stamp.exists() else []), "", "", ""][:3]
    moved = not instance.database_url and name.endswith(f"/{instance.database.name}")
    return digest if moved or (name, host) == database_address() else ""


def forget_stamps(instance: Instance) -> None:
    """Takes an earlier version's stamps away: the database says what it holds."""
    for stamp in instance.folder.glob(".loaded-*"):
        stamp.unlink(missing_ok=True)


def database_address() -> tuple[str, str]:
    """Name and host of the database."""
    return str(settings.DATABASES["default"]["NAME"]), str(settings.DATABASES["default"].get("HOST"))


def complete_passwords() -> None:
    """The passwords that the person at the machine reads are this folder's own: a backup holds none."""
    from tirek.foundation.people.services import complete_passwords as complete
    from tirek.ground.rules.actors import SYSTEM
    from tirek.project.demonstration.people import logins

    complete(logins=logins(), by=SYSTEM)


def run(load: Load, instance: Instance) -> None:
    """One loading, with a dot for each piece. What an earlier version began to tell and left half told may not be told on."""
    try:
        with step(load.words):
            load.work(dot)
    except ValueError as error:
        if not load.once:
            raise
        remedy = "Take it away with `tirek demo remove` and start again: a new one is made."
        raise Trouble(f"The demonstration in {instance.folder} was begun by an earlier version and cannot be completed. {remedy}") from error
