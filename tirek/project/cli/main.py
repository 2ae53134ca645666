"""Reading the command line. Exit codes: 0 done, 1 found something wrong, 2 wrong use, 3 could not start or finish."""

import argparse
import os
from collections.abc import Sequence
from datetime import date

from tirek.project.cli.troubles import told


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tirek.project.settings")
    asked = parser().parse_args(arguments)
    return told(lambda: asked.work(asked))


def parser() -> argparse.ArgumentParser:
    """All commands with their help."""
    top = argparse.ArgumentParser(prog="tirek", description="The open information system of a National Preventive Mechanism.")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add(commands, "run", "start everything and serve until stopped", run)
    check = add(commands, "check", "check settings, packs, keys and database", check_house)
    check.add_argument("--deploy", action="store_true", help="also check what a server open to a network needs")
    demo = add(commands, "demo", "the demonstration", None).add_subparsers(required=True, metavar="VERB")
    remove = add(demo, "remove", "delete the demonstration's folder or rows", remove_demo)
    remove.add_argument("--yes", action="store_true", help="do not ask")
    grow = add(demo, "grow", "tell years of an invented country at full size, reproducible by seed", grow_demo)
    grow.add_argument("--years", type=whole, default=10, help="how many years up to today (default: 10)")
    grow.add_argument("--seed", type=int, default=1, help="what all is drawn by (default: 1)")
    grow.add_argument("--places", type=whole, default=500, help="how many places, and visits a year (default: 500)")
    grow.add_argument("--until", type=date.fromisoformat, default=None, metavar="DAY", help="the last day told, YYYY-MM-DD (default: today)")
    ledger = add(commands, "ledger", "the ledger", None).add_subparsers(required=True, metavar="VERB")
    add(ledger, "verify", "check every entry, row and checkpoint; exit code 1 when something does not hold", verify_ledger)
    back = add(ledger, "taken-back", "put on record that the database was taken back to an earlier moment on purpose", take_back_ledger)
    back.add_argument("--yes", action="store_true", help="do not ask")
    backup = add(commands, "backup", "write database, files and checkpoints to one file", back_up)
    backup.add_argument("file", metavar="FILE", help="the file to write; it must not exist yet")
    key = add(commands, "backup-key", "make an age key for encrypted backups; the secret goes into the file, the public key is printed", make_backup_key)
    key.add_argument("file", metavar="FILE", help="the file to write the secret key to; it must not exist yet")
    restore = add(commands, "restore", "restore a backup into an empty data folder or database", bring_back)
    restore.add_argument("file", metavar="FILE", help="a file that `tirek backup` wrote")
    whole_record = add(commands, "record", "the whole record of a mechanism", None).add_subparsers(required=True, metavar="VERB")
    hand = add(whole_record, "hand-over", "write the record of a mechanism that ends for its successor, sealed to the successor's key", give_record)
    hand.add_argument("file", metavar="FILE", help="the file to write; it must not exist yet")
    hand.add_argument("--to", metavar="KEY", action="append", required=True, help="a public key of the successor (age1...); may be given again for another one")
    hand.add_argument("--despite-faults", action="store_true", help="also where the ledger finds something that does not hold")
    prove = add(whole_record, "verify", "prove off line that a record or a backup is whole; exit code 1 when something does not hold", prove_record)
    prove.add_argument("file", metavar="FILE", help="a file that `tirek record hand-over` or `tirek backup` wrote")
    prove.add_argument("--checkpoint", metavar="NOTE", default="", help="a file with the checkpoint that was published at the hand-over")
    claims = add(commands, "claims", "figures of a text", None).add_subparsers(required=True, metavar="VERB")
    extract = add(claims, "extract", "print the figures of a document and what can be checked about them", extract_claims)
    extract.add_argument("file", metavar="FILE", help="a TXT, DOCX, PDF or HTML file")
    extract.add_argument("--json", action="store_true", help="as JSON, in the format of docs/reference/claims.md")
    extract.add_argument("--language", default="en", choices=("ru", "kk", "ky", "en"), help="the language of the sentences (default: en)")
    score = add(claims, "score", "compare extraction with truth files; exit code 1 when there is a false alarm", score_claims)
    score.add_argument("file", metavar="FILE", nargs="+", help="a text and its truth file, in turn")
    search = add(commands, "search", "the index that the search asks", None).add_subparsers(required=True, metavar="VERB")
    add(search, "rebuild", "make the index anew from the rows, while the house goes on working", rebuild_index)
    add(search, "check", "compare the index with the rows; exit code 1 when they differ", check_index)
    setup = add(commands, "setup-link", "print a one-time link (30 minutes) to make the first administrator", first_link)
    setup.add_argument("--again", action="store_true", help="make a new link although one is still open")
    setup.add_argument("--second", metavar="COUNTRY", default="", help="one more administrator, where fewer than two persons can give rights")
    add(commands, "move", "move a stopped instance from the embedded database to the empty one that TIREK_MOVE_TO names, with proof", move_instance)
    add(commands, "portal-role", "give the portal's own database role what it needs, and nothing else", give_portal_role)
    mail = add(commands, "mail", "mail that is sent and comes back", None).add_subparsers(required=True, metavar="VERB")
    add(mail, "bounce", "read a delivery status notification (RFC 3464) from the standard input and mark the address that it is about", take_mail_back)
    manage = add(commands, "manage", "Django's own commands, for development", django_command)
    manage.add_argument("rest", nargs=argparse.REMAINDER)
    return top


def whole(text: str) -> int:
    """A whole number above nought; raises ValueError, which the parser tells of."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str, work: object) -> argparse.ArgumentParser:
    """One command with its help text and the function that does it."""
    made = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    if work is not None:
        made.set_defaults(work=work)
    return made


def run(asked: argparse.Namespace) -> int:
    """Start everything."""
    from tirek.project.cli.running import run_house

    return run_house()


def check_house(asked: argparse.Namespace) -> int:
    """Check the house."""
    from tirek.project.cli.checking import check

    return check(deploy=asked.deploy)


def remove_demo(asked: argparse.Namespace) -> int:
    """Remove the demonstration."""
    from tirek.project.cli.demonstration import remove

    return remove(sure=asked.yes)


def grow_demo(asked: argparse.Namespace) -> int:
    """Grow the demonstration."""
    from tirek.project.cli.growing import grow

    return grow(years=asked.years, seed=asked.seed, places=asked.places, until=asked.until)


def verify_ledger(asked: argparse.Namespace) -> int:
    """Verify the ledger."""
    from tirek.project.cli.verifying import verify

    return verify()


def take_back_ledger(asked: argparse.Namespace) -> int:
    """Put on record that the database was taken back."""
    from tirek.project.cli.taken_back import put_on_record

    return put_on_record(sure=asked.yes)


def back_up(asked: argparse.Namespace) -> int:
    """Write a backup."""
    from tirek.project.cli.backups import backup

    return backup(asked.file)


def make_backup_key(asked: argparse.Namespace) -> int:
    """Make a key for backups."""
    from tirek.project.cli.sealing import make_key

    return make_key(asked.file)


def give_record(asked: argparse.Namespace) -> int:
    """Hand the record over."""
    from tirek.project.cli.handing_over import hand_over

    return hand_over(asked.file, asked.to, despite_faults=asked.despite_faults)


def prove_record(asked: argparse.Namespace) -> int:
    """Prove a record."""
    from tirek.project.cli.proving import verify_record

    return verify_record(asked.file, asked.checkpoint)


def bring_back(asked: argparse.Namespace) -> int:
    """Restore a backup."""
    from tirek.project.cli.restoring import restore

    return restore(asked.file)


def extract_claims(asked: argparse.Namespace) -> int:
    """Print a document's figures."""
    from tirek.project.cli.claims import extract

    return extract(asked.file, as_json=asked.json, language=asked.language)


def score_claims(asked: argparse.Namespace) -> int:
    """Compare with truth files."""
    from tirek.project.cli.claims import score

    return score(asked.file)


def rebuild_index(asked: argparse.Namespace) -> int:
    """Make the index anew."""
    from tirek.project.cli.searching import rebuild

    return rebuild()


def check_index(asked: argparse.Namespace) -> int:
    """Compare the index with the rows."""
    from tirek.project.cli.searching import check

    return check()


def first_link(asked: argparse.Namespace) -> int:
    """Print the set-up link."""
    from tirek.project.cli.setup_link import print_link

    return print_link(again=asked.again, second=asked.second)


def move_instance(asked: argparse.Namespace) -> int:
    """Move to a server's database."""
    from tirek.project.cli.moving import move

    return move()


def give_portal_role(asked: argparse.Namespace) -> int:
    """Make or mend the portal's database role."""
    from tirek.project.cli.portal_role import portal_role

    return portal_role()


def take_mail_back(asked: argparse.Namespace) -> int:
    """Mark a mail that came back."""
    from tirek.project.cli.returned_mail import bounce

    return bounce()


def django_command(asked: argparse.Namespace) -> int:
    """Run a Django command."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["tirek manage", *asked.rest])
    return 0
