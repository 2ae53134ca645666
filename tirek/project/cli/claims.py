"""`tirek claims extract` and `tirek claims score`: figures of a document, without database or network."""

import json
from pathlib import Path

from tirek.project.cli.given_files import bytes_of
from tirek.project.cli.preparing import start_django
from tirek.project.cli.steps import say
from tirek.project.cli.troubles import Trouble

LARGEST_TRUTH = 30_000_000


def extract(name: str, *, as_json: bool, language: str) -> int:
    """Prints what a page would propose for a document. 0 always when it could be read."""
    from django.utils.translation import override

    text = _text(name)
    from tirek.insight.claims.extracting import extract as proposals
    from tirek.insight.claims.printing import as_json as printed
    from tirek.insight.claims.sentences import sentence

    found = proposals(text)
    with override(language):
        if as_json:
            say(json.dumps(printed(found), ensure_ascii=False, indent=1))
            return 0
        for claim in found.claims:
            say(f"{claim.key}\t{claim.figure.start}–{claim.figure.end}\t{' '.join(claim.quote.split())}\t{claim.figure.unit or '–'}")
        for check in found.checks:
            say(f"{check.relation.kind}\t{', '.join(check.claims)}\t{sentence(check.outcome)}")
    return 0


def score(pairs: list[str]) -> int:
    """Compares texts with their truth files, given in turn, and prints shares. 0 without a false alarm, else 1."""
    if len(pairs) % 2:
        raise Trouble("Give a text and its truth file, in turn: tirek claims score TEXT TRUTH.")
    texts = [(name, _text(name), _truth(truth)) for name, truth in zip(pairs[::2], pairs[1::2], strict=True)]
    from tirek.insight.claims.extracting import extract as proposals
    from tirek.insight.claims.scoring import Score, shares
    from tirek.insight.claims.scoring import score as compared

    total = Score()
    for name, text, truth in texts:
        try:
            told = compared(text, proposals(text), truth)
        except (KeyError, ValueError, TypeError) as error:
            raise Trouble(f"The truth file of {name} does not fit it: {error}. docs/reference/claims.md has its format.") from error
        total += told
        say("\n".join((f"{Path(name).name}", *(f"  {line}" for line in (*shares(told), *told.missed, *(f"false alarm: {one}" for one in told.alarms))))))
    say("\n".join(("all texts", *(f"  {line}" for line in shares(total)))))
    return 1 if total.alarms else 0


def _text(name: str) -> str:
    """The document's text; a refusal's own sentence where there is none."""
    from tirek.ground.rules.refusals import Refusal
    from tirek.insight.claims.reading import LIMITS, read_document

    data = bytes_of(name, LIMITS.size)
    start_django()
    try:
        return read_document(data, name=name).text
    except Refusal as refusal:
        raise Trouble(str(refusal)) from refusal


def _truth(name: str) -> dict[str, object]:
    try:
        found = json.loads(bytes_of(name, LARGEST_TRUTH).decode())
    except ValueError as error:
        raise Trouble(f"{name} is no truth file: {error}.") from error
    if not isinstance(found, dict):
        raise Trouble(f"{name} is no truth file: docs/reference/claims.md has its format.")
    return found
