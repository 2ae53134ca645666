"""Time and memory of a long visit report as PDF and DOCX. Run: python -m benchmarks.report_documents [FINDINGS]

Prints the figures and the machine; the report is the invented one of the tests, with many findings.
"""

import io
import os
import platform
import resource
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice

import pikepdf

from tests.insight.reports.sample import FINDINGS, LIVING, OWN_EYES, RECORDS, SERIOUS, row, same, sample
from tirek.insight.reports.documents import ReportDocument, model, report_docx, report_pdf


def long_report(findings: int) -> ReportDocument:
    """The sample with that many findings, forty in a section."""
    texts = enumerate(islice(cycle(FINDINGS), findings), start=100)
    paragraphs = [model.Paragraph(text, row("finding", n), LIVING, SERIOUS, (same("Mandela 14 (a)"),), (OWN_EYES, RECORDS)) for n, text in texts]
    sections = tuple(model.Section(LIVING, tuple(paragraphs[start : start + 40])) for start in range(0, findings, 40))
    return sample(sections=sections)


def timed(name: str, make: Callable[[ReportDocument], bytes], document: ReportDocument) -> bytes:
    """Makes the document twice and prints both times, its size and the peak of memory."""
    times = []
    for _ in range(2):
        begun = time.perf_counter()
        made = make(document)
        times.append(time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}: first {times[0]:.2f} s, again {times[1]:.2f} s, {len(made) // 1024} KiB, peak memory of the process {peak} MiB")
    return made


def main() -> None:
    """The whole measurement."""
    findings = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    document = long_report(findings)
    print(f"machine: {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    made = timed("PDF", report_pdf, document)
    print(f"      {findings} findings, {len(pikepdf.open(io.BytesIO(made)).pages)} pages")
    timed("DOCX", report_docx, document)


if __name__ == "__main__":
    main()
