"""`tirek run`: prepares the instance, then web server, worker and scheduler under one supervisor."""

import time
import urllib.error
import urllib.request

from tirek.project.cli.preparing import check_folder, check_port, prepare
from tirek.project.cli.steps import say, step
from tirek.project.cli.supervisor import Supervisor
from tirek.project.cli.troubles import Trouble
from tirek.project.instance import Instance, read_instance


def run_house() -> int:
    """Serves until a signal ends it; returns 0 after an orderly end, 3 when a part would not stay up."""
    instance = read_instance()
    say(f"Tirek, {'demonstration' if instance.demo else 'main'} edition, in {instance.folder}")
    check_folder(instance)
    check_port(instance.port)
    prepare()
    from tirek.project.cli.parts import parts

    supervisor = Supervisor(parts(instance))
    supervisor.listen_to_signals()
    with step("Web server, worker and scheduler"):
        supervisor.start()
        wait_until_it_serves(instance, supervisor)
    greet(instance)
    return supervisor.watch()


def wait_until_it_serves(instance: Instance, supervisor: Supervisor, limit: float = 60.0) -> None:
    """Waits for /healthz; raises Trouble when the server does not come up."""
    until = time.monotonic() + limit
    while time.monotonic() < until and supervisor.alive():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{instance.port}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    supervisor.end()
    raise Trouble("The web server did not come up. The lines above say why.")


def greet(instance: Instance) -> None:
    """Tells the person where to look first; the last line is for programs."""
    from tirek.project.cli.greeting import lines

    for line in lines(instance):
        say(line)
    say(f"Ready: http://127.0.0.1:{instance.port}/")
