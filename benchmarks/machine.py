"""What every benchmark shares: the machine in one line, memory of processes, an instance in a temporary folder."""

import os
import platform
import sys
import tempfile
from pathlib import Path

import django


def machine() -> str:
    """The machine that the figures were taken on."""
    text = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = next((line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")), platform.machine())
    busy = os.getloadavg()[0]
    return f"machine: {os.cpu_count()} processors ({model}), Python {platform.python_version()}, load before {busy:.1f}"


def megabytes(pid: int) -> float:
    """Memory that a process holds for itself (proportional share of what it shares), in MB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    return 0.0


def own_instance(demo: bool) -> str:
    """Settings of an instance in a temporary folder for this process; returns the folder."""
    folder = tempfile.mkdtemp(prefix="tirek-benchmark-")
    os.environ |= {"DATA_DIR": folder, "DEMO": "1" if demo else "0", "DJANGO_SETTINGS_MODULE": "tirek.project.settings"}
    os.environ.pop("DATABASE_URL", None)
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    django.setup()
    return folder
