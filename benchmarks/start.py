"""Start and memory of a served demonstration. Run: python -m benchmarks.start

Prints the first start (with all its contents), three more, and the memory of each process before and after some pages.
"""

import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.machine import machine, megabytes
from tests.project.commands import House, Served, family
from tests.trials.visitors import SECRETARY, Visitor

PAGES = ("/", "/kk/kz/", "/en/desk/", "/en/desk/places/", "/en/desk/visits/", "/en/desk/recommendations/")


def memory(served: Served) -> str:
    """Memory of supervisor and parts, in MB."""
    parts = {"supervisor": [served.process.pid], **{name: family(pid) for name, pid in served.parts().items()}}
    shown = {name: sum(map(megabytes, pids)) for name, pids in parts.items()}
    return ", ".join(f"{name} {each:.0f}" for name, each in shown.items()) + f"; together {sum(shown.values()):.0f} MB"


def main() -> None:
    """The whole measurement."""
    print(machine())
    folder = Path(tempfile.mkdtemp(prefix="tirek-benchmark-"))
    house = House(folder / "data", more={"DEMO": "1"})
    for name in ("first start", "second", "third", "fourth"):
        begun = time.monotonic()
        with house.served(limit=900) as served:
            print(f"{name}: {time.monotonic() - begun:.1f} s")
            if name == "fourth":
                time.sleep(2)
                print(f"memory at rest: {memory(served)}")
                visitor = Visitor(served.port).enter(SECRETARY)
                for path in PAGES * 5:
                    assert visitor.get(path).status == 200
                print(f"memory after {len(PAGES) * 5} pages: {memory(served)}")
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
