"""The parts that the supervisor runs: web server, worker, scheduler, each a process of its own.

They are forked from the supervisor, with the house loaded. A face with an address and perhaps a database role of its own is a new program instead:
it must know nothing of what the others were told.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from tirek.project.cli.folders import let_go
from tirek.project.cli.supervisor import Part, hold_lifeline
from tirek.project.cli.worker import work
from tirek.project.instance import FACES, Instance, in_address, metrics_address, read_number, web_host

IN_MEMORY = Path("/dev/shm")  # noqa: S108  only gunicorn's heartbeat files


MODULE = (sys.executable, "-m", "tirek.project.cli.parts")


def web_servers(instance: Instance) -> list[Part]:
    """The web server of all faces, or one for each."""
    apart = [Part(f"web server of the {face}", partial(become, port, face_environment(instance, face))) for face, port in instance.ports]
    return apart or [Part("web server", partial(live, "web", partial(serve, str(instance.port))))]


def other_parts() -> list[Part]:
    """The workers and the scheduler, and what serves metrics where they are wanted."""
    workers = read_number("TIREK_WORKERS", 1)
    named = [(f"worker {number}" if number > 1 else "worker", work) for number in range(1, workers + 1)]
    named += [("scheduler", schedule), *([("metrics", measure)] if metrics_address() else [])]
    return [Part(name, partial(live, name, does), vital=False) for name, does in named]


def live(name: str, does: Callable[[], None], lifeline: int) -> None:
    """A part's life, forked: the folder is its supervisor's to hold, and its own name shows in the list of processes where the system can do that."""
    let_go()
    hold_lifeline(lifeline)
    called(name)
    does()


def become(port: int, told: Mapping[str, str], lifeline: int) -> None:
    """A web server as a new program, with its own environment."""
    let_go()
    os.set_inheritable(lifeline, True)
    os.execve(sys.executable, [*MODULE, "web", str(port)], {**told, "TIREK_LIFELINE": str(lifeline)})  # noqa: S606


def called(name: str) -> None:
    """This process's name for `ps`, on Linux."""
    with suppress(OSError):
        Path("/proc/self/comm").write_text(f"tirek {name}")


def face_environment(instance: Instance, face: str) -> dict[str, str]:
    """The environment of a face's own process: its name, where the others are, its own database role if it has one; nobody else's role."""
    roles = {other: f"TIREK_{other.upper()}_DATABASE_URL" for other in FACES}
    addresses = {f"TIREK_{other.upper()}_ADDRESS": f"http://localhost:{port}" for other, port in instance.ports}
    told = {**os.environ, "TIREK_FACE": face, **{name: os.environ.get(name) or address for name, address in addresses.items()}}
    if os.environ.get(roles[face]):
        told["DATABASE_URL"] = os.environ[roles[face]]
    return {name: value for name, value in told.items() if name not in roles.values()}


def serve(port: str) -> None:
    """Gunicorn, threads in one process: the measured best for SQLite and for a small server. No header of a request changes the path it asks for."""
    from gunicorn.app.wsgiapp import WSGIApplication

    workers, host = str(read_number("TIREK_WEB_PROCESSES", 1)), in_address(web_host())
    beats = str(IN_MEMORY) if IN_MEMORY.is_dir() else tempfile.gettempdir()  # heartbeats must not wait for a slow disk
    sys.argv = [
        "gunicorn", "tirek.project.wsgi:application", "--bind", f"{host}:{port}", "--worker-class", "tirek.project.cli.web_worker.HouseWorker", "--workers", workers,
        "--threads", "8", "--timeout", "60", "--graceful-timeout", "8", "--log-level", "warning", "--logger-class", "tirek.project.cli.web_worker.ServerLog", "--no-control-socket",
        "--limit-request-line", "8190", "--forwarder-headers", "", "--worker-tmp-dir", beats,
    ]
    WSGIApplication("%(prog)s").run()


def schedule() -> None:
    """The scheduler: what runs by the clock."""
    import django

    django.setup()
    from tirek.project.schedule import run_for_ever

    run_for_ever()


def measure() -> None:
    """The metrics at their own port."""
    import django

    django.setup()
    from tirek.project.metrics.serving import serve as serve_metrics

    address = metrics_address()
    if address:
        serve_metrics(*address)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tirek.project.settings")
    if lifeline := os.environ.get("TIREK_LIFELINE"):
        hold_lifeline(int(lifeline))
    called(sys.argv[1])
    {"web": lambda: serve(sys.argv[2]), "worker": work, "scheduler": schedule, "metrics": measure}[sys.argv[1]]()
