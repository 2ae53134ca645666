"""The process that extracts the figures of one text: the text on its standard input, one line of JSON on its standard output, then it ends.

Its limits are set before the first letter is read; once the dictionaries are loaded it can open no file and no connection. It knows no framework.
"""

import json
import os
import resource
import sys

from tirek.foundation.files.apart.confining import cap, confine


def main(written: str) -> None:
    """Extracts, answers, ends without tidying. `written`: the limits as JSON."""
    limits: dict[str, int] = json.loads(written)
    confine(limits)
    from tirek.insight.claims.extracting import extract  # within the limits, as everything here
    from tirek.insight.claims.lexicons import LANGUAGES, lexicon, morphology
    from tirek.insight.claims.told import told

    for language in LANGUAGES:
        lexicon(language)
        morphology(language).forms("a")
    cap(resource.RLIMIT_NOFILE, 0)
    try:
        answer: dict[str, object] = told(extract(sys.stdin.buffer.read().decode()))
    except (MemoryError, RecursionError):
        answer = {"refused": "too-much-work"}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode())
    sys.stdout.flush()
    os._exit(0)
