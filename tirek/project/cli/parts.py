"""The parts that the supervisor runs: web server, worker, scheduler, each a process of its own."""

import os
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from tirek.project.cli.supervisor import GRACE, Part
from tirek.project.instance import Instance, in_address, read_number, web_host

BACK = 10
"""How far the worker steps back, in the steps of nice(2)."""
IN_MEMORY = Path("/dev/shm")  # noqa: S108  only gunicorn's heartbeat files


MODULE = (sys.executable, "-m", "tirek.project.cli.parts")


def web_servers(instance: Instance) -> list[Part]:
    """The web server of all faces, or one for each."""
    apart = [Part(f"web server of the {face}", [*MODULE, "web", str(port)], face_environment(instance, face)) for face, port in instance.ports]
    return apart or [Part("web server", [*MODULE, "web", str(instance.port)])]


def other_parts() -> list[Part]:
    """The worker and the scheduler."""
    return [Part(name, [*MODULE, name], vital=False) for name in ("worker", "scheduler")]


def face_environment(instance: Instance, face: str) -> dict[str, str]:
    """What a face's own process is told: its name, where the others are, and its own database role if it has one."""
    addresses = {f"TIREK_{other.upper()}_ADDRESS": f"http://localhost:{port}" for other, port in instance.ports}
    told = {"TIREK_FACE": face, **{name: os.environ.get(name) or address for name, address in addresses.items()}}
    role = os.environ.get(f"TIREK_{face.upper()}_DATABASE_URL")
    return {**told, "DATABASE_URL": role} if role else told


def hold_lifeline() -> None:
    """Ends this process as soon as the supervisor is gone, however it went."""
    number = os.environ.get("TIREK_LIFELINE")
    if number:
        threading.Thread(target=_end_with_supervisor, args=(int(number),), daemon=True).start()


def _end_with_supervisor(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.killpg(0, signal.SIGTERM)
    time.sleep(GRACE)
    os.killpg(0, signal.SIGKILL)


def serve(port: str) -> None:
    """Gunicorn, threads in one process: the measured best for SQLite and for a small server. No header of a request changes the path it asks for."""
    from gunicorn.app.wsgiapp import WSGIApplication

    workers, host = str(read_number("TIREK_WEB_PROCESSES", 1)), in_address(web_host())
    beats = str(IN_MEMORY) if IN_MEMORY.is_dir() else tempfile.gettempdir()  # heartbeats must not wait for a slow disk
    sys.argv = [
        "gunicorn", "tirek.project.wsgi:application", "--bind", f"{host}:{port}", "--worker-class", "tirek.project.cli.web_worker.HouseWorker", "--workers", workers,
        "--threads", "8", "--timeout", "60", "--graceful-timeout", "8", "--log-level", "warning", "--no-control-socket",
        "--limit-request-line", "8190", "--forwarder-headers", "", "--worker-tmp-dir", beats,
    ]
    WSGIApplication("%(prog)s").run()


def work() -> None:
    """The worker: takes tasks from the database. It steps back behind the web server: typesetting must not make a person wait."""
    import django
    from django.core.management import call_command

    os.nice(BACK)
    django.setup()
    call_command("db_worker", interval=1, verbosity=0, startup_delay=False)


def schedule() -> None:
    """The scheduler: what runs by the clock."""
    import django

    django.setup()
    from tirek.project.schedule import run_for_ever

    run_for_ever()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tirek.project.settings")
    hold_lifeline()
    {"web": lambda: serve(sys.argv[2]), "worker": work, "scheduler": schedule}[sys.argv[1]]()
