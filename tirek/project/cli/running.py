"""`tirek run`: prepares the instance, then web server, worker and scheduler under one supervisor."""

import time
import urllib.request
from http.client import HTTPException

from tirek.project.cli.collecting import settle_collector
from tirek.project.cli.folders import check_folder, held, leaving_nothing
from tirek.project.cli.preparing import check_port, prepare
from tirek.project.cli.steps import say, step
from tirek.project.cli.supervisor import Supervisor
from tirek.project.cli.troubles import DatabaseRefused, Trouble
from tirek.project.instance import Instance, in_address, metrics_address, read_instance, web_host
from tirek.project.metrics.sharing import counted_together

A_MOMENT = 2.0
ORPHANS_END = 20.0
"""Seconds that the port may still be taken: the parts of a supervisor that was killed end their open requests first."""
DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Asks this machine itself, whatever proxy the environment names for the world outside."""


def run_house() -> int:
    """Serves until a signal ends it; returns 0 after an orderly end, 3 when a part would not stay up.

    A new instance looks at its ports before any folder is made: what cannot be served here leaves nothing behind.
    """
    instance = read_instance()
    say(f"Tirek, {'demonstration' if instance.demo else 'main'} edition, in {instance.folder}")
    if not instance.folder.exists():
        check_ports(instance, A_MOMENT)
    with leaving_nothing(instance, DatabaseRefused):
        check_folder(instance)
        return run_held(instance)


def run_held(instance: Instance) -> int:
    """Prepares and serves, in a folder that nobody else serves meanwhile."""
    with held(instance, "run") as earlier:
        orphaned = earlier.endswith(f"port {instance.port}")
        check_ports(instance, ORPHANS_END if orphaned else A_MOMENT)
        with counted_together(instance):
            prepare()
            return serve_until_ended(instance)


def check_ports(instance: Instance, patience: float) -> None:
    """Nobody else listens on any of the instance's ports. Raises Trouble."""
    for port in web_ports(instance):
        check_port(web_host(), port, patience)
    if address := metrics_address():
        check_port(*address, patience)


def serve_until_ended(instance: Instance) -> int:
    """Starts the web servers, then the other parts (so that a page is there soon), greets, and watches over them."""
    from tirek.project.cli.parts import other_parts, web_servers

    web, others = web_servers(instance), other_parts()
    settle_collector()
    with Supervisor([*web, *others], before=let_go_of_databases) as supervisor:
        supervisor.listen_to_signals()
        with step("Web server"):
            supervisor.start(web)
            ready = wait_until_it_serves(instance, supervisor)
        if ready:
            with step("Worker and scheduler"):
                supervisor.start(others)
            greet(instance)
            let_go_of_databases()  # it watches from now on, and asks none
        return supervisor.watch()


def let_go_of_databases() -> None:
    """Closes connections, and the pools that keep them open with threads of their own: no two processes may speak over one."""
    from django.db import connections

    for each in connections.all(initialized_only=True):
        each.close()
        getattr(each, "close_pool", lambda: None)()  # PostgreSQL's alone


def wait_until_it_serves(instance: Instance, supervisor: Supervisor, limit: float = 60.0) -> bool:
    """Waits for /healthz of every web server; False when a signal asked to end first. Raises Trouble when one does not come up."""
    until = time.monotonic() + limit
    waiting = web_ports(instance)
    while waiting and time.monotonic() < until and supervisor.alive():
        waiting = [port for port in waiting if not healthy(port)]
        if waiting:
            time.sleep(0.05)
    if not waiting:
        return True
    if supervisor.ending:
        return False
    supervisor.end()
    raise Trouble("The web server did not come up. The lines above say why.")


def web_ports(instance: Instance) -> list[int]:
    """The ports that web servers listen on."""
    return [port for _, port in instance.ports] or [instance.port]


def healthy(port: int) -> bool:
    """Whether the web server on a port answers /healthz."""
    host = "127.0.0.1" if web_host() == "0.0.0.0" else in_address(web_host())  # noqa: S104
    try:
        with DIRECTLY.open(f"http://{host}:{port}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, HTTPException):
        return False


def greet(instance: Instance) -> None:
    """Tells the person where to look first; the last line is for programs."""
    from tirek.project.cli.greeting import lines

    for line in lines(instance):
        say(line)
    say(f"Ready: http://127.0.0.1:{instance.port}/")
