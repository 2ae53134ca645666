"""Where a text stands in an edition, in the reader's words: "missions 1 › title › ru" is "mission 1 › title (Russian)". It knows no edition."""

import re

from django.utils.translation import pgettext_lazy

from tirek.foundation.ui.language import LANGUAGE_NAMES

PARTS = {
    "about": pgettext_lazy("part of an edition", "what it is about"),
    "breaks": pgettext_lazy("part of an edition", "break in the series"),
    "source": pgettext_lazy("part of an edition", "source"),
    "sources": pgettext_lazy("part of an edition", "source"),
    "role_source": pgettext_lazy("part of an edition", "source of the office"),
    "text": pgettext_lazy("part of an edition", "text"),
    "said": pgettext_lazy("part of an edition", "in words"),
    "points": pgettext_lazy("part of an edition", "point"),
    "question": pgettext_lazy("part of an edition", "question"),
    "rivals": pgettext_lazy("part of an edition", "other figure"),
    "statements": pgettext_lazy("part of an edition", "statement"),
    "document": pgettext_lazy("part of an edition", "document"),
    "documents": pgettext_lazy("part of an edition", "document"),
    "date_note": pgettext_lazy("part of an edition", "date"),
    "publisher": pgettext_lazy("part of an edition", "publisher"),
    "title": pgettext_lazy("part of an edition", "title"),
    "inferred": pgettext_lazy("part of an edition", "what was concluded from it"),
    "location": pgettext_lazy("part of an edition", "place in the source"),
    "of_whom": pgettext_lazy("part of an edition", "about whom"),
    "people": pgettext_lazy("part of an edition", "who is counted"),
    "position": pgettext_lazy("part of an edition", "position"),
    "quote": pgettext_lazy("part of an edition", "quotation"),
    "retold_by": pgettext_lazy("part of an edition", "who retells it"),
    "retold": pgettext_lazy("part of an edition", "who retells it"),
    "role": pgettext_lazy("part of an edition", "office held"),
    "scope": pgettext_lazy("part of an edition", "what is counted"),
    "scopes": pgettext_lazy("part of an edition", "what is counted"),
    "speaker": pgettext_lazy("part of an edition", "who says it"),
    "stage": pgettext_lazy("part of an edition", "step of the case"),
    "headings": pgettext_lazy("part of an edition", "heading"),
    "name": pgettext_lazy("part of an edition", "name"),
    "label": pgettext_lazy("part of an edition", "name"),
    "lines": pgettext_lazy("part of an edition", "line"),
    "why": pgettext_lazy("part of an edition", "reason"),
    "cell": pgettext_lazy("part of an edition", "cell"),
    "derived": pgettext_lazy("part of an edition", "derived from others"),
    "rule": pgettext_lazy("part of an edition", "rule"),
    "values": pgettext_lazy("part of an edition", "value"),
    "after": pgettext_lazy("part of an edition", "words after it"),
    "before": pgettext_lazy("part of an edition", "words before it"),
    "check": pgettext_lazy("part of an edition", "check"),
    "calculation": pgettext_lazy("part of an edition", "calculation"),
    "remark": pgettext_lazy("part of an edition", "remark"),
    "scales": pgettext_lazy("part of an edition", "scale"),
    "steps": pgettext_lazy("part of an edition", "step"),
    "series": pgettext_lazy("part of an edition", "series"),
    "explanations": pgettext_lazy("part of an edition", "explanation"),
    "figures": pgettext_lazy("part of an edition", "figure"),
    "misuse": pgettext_lazy("part of an edition", "misuse to avoid"),
    "missions": pgettext_lazy("part of an edition", "mission"),
    "body": pgettext_lazy("part of an edition", "body"),
    "reports": pgettext_lazy("part of an edition", "report"),
    "recommendations": pgettext_lazy("part of an edition", "recommendation"),
    "number": pgettext_lazy("part of an edition", "number"),
    "numbers": pgettext_lazy("part of an edition", "number"),
    "jurisdiction": pgettext_lazy("part of an edition", "country"),
    "mechanism": pgettext_lazy("part of an edition", "mechanism"),
    "place": pgettext_lazy("part of an edition", "place"),
    "kind": pgettext_lazy("part of an edition", "kind"),
    "region": pgettext_lazy("part of an edition", "region"),
    "authority": pgettext_lazy("part of an edition", "authority"),
    "visit": pgettext_lazy("part of an edition", "visit"),
    "delegation": pgettext_lazy("part of an edition", "delegation"),
    "profession": pgettext_lazy("part of an edition", "profession"),
    "summary": pgettext_lazy("part of an edition", "summary"),
    "changes": pgettext_lazy("part of an edition", "what changed"),
    "overview": pgettext_lazy("part of an edition", "overview"),
    "chart": pgettext_lazy("part of an edition", "chart"),
    "alternative": pgettext_lazy("part of an edition", "the same in words"),
    "bars": pgettext_lazy("part of an edition", "bar"),
    "sections": pgettext_lazy("part of an edition", "section"),
    "paragraphs": pgettext_lazy("part of an edition", "paragraph"),
    "area": pgettext_lazy("part of an edition", "area"),
    "seriousness": pgettext_lazy("part of an edition", "seriousness"),
    "standards": pgettext_lazy("part of an edition", "standard"),
    "single_source_reason": pgettext_lazy("part of an edition", "why one source is enough"),
    "good_practices": pgettext_lazy("part of an edition", "good practice"),
    "urgent_measures": pgettext_lazy("part of an edition", "urgent measure"),
    "addressee": pgettext_lazy("part of an edition", "addressee"),
    "outcome": pgettext_lazy("part of an edition", "outcome"),
    "entitlements": pgettext_lazy("part of an edition", "right of access"),
    "entitlement": pgettext_lazy("part of an edition", "right of access"),
    "article": pgettext_lazy("part of an edition", "article"),
    "refusals": pgettext_lazy("part of an edition", "refusal"),
    "office": pgettext_lazy("part of an edition", "who refused"),
    "ground": pgettext_lazy("part of an edition", "ground given"),
    "meetings": pgettext_lazy("part of an edition", "meeting"),
    "partner": pgettext_lazy("part of an edition", "with whom"),
    "subject": pgettext_lazy("part of an edition", "subject"),
    "closing_talk": pgettext_lazy("part of an edition", "closing talk"),
    "promised": pgettext_lazy("part of an edition", "promised"),
    "promises": pgettext_lazy("part of an edition", "promise"),
    "what": pgettext_lazy("part of an edition", "what"),
    "by_whom": pgettext_lazy("part of an edition", "by whom"),
    "earlier": pgettext_lazy("part of an edition", "earlier wording"),
    "indicator": pgettext_lazy("part of an edition", "by what one can tell"),
    "priority": pgettext_lazy("part of an edition", "priority"),
    "findings": pgettext_lazy("part of an edition", "finding"),
    "dissents": pgettext_lazy("part of an edition", "separate opinion"),
    "signatures": pgettext_lazy("part of an edition", "signature"),
    "missing_reason": pgettext_lazy("part of an edition", "why it is missing"),
    "noun": pgettext_lazy("part of an edition", "what it counts"),
    "query": pgettext_lazy("part of an edition", "how it is counted"),
    "emblem": pgettext_lazy("part of an edition", "emblem"),
    "description": pgettext_lazy("part of an edition", "description"),
    "withdrawn": pgettext_lazy("part of an edition", "withdrawn"),
    "changed_records": pgettext_lazy("part of an edition", "changed record"),
}
"""Names of an edition's content; what is not among them and not a code of the thing itself is left out of the way."""
NUMBERED = re.compile(r"(?P<name>.*?)(?: (?P<number>\d+))?$")
CODED = ("figures", "scales")
"""Below these a thing is named by its own code, which stands as it is."""


def way_words(where: str) -> str:
    """The way to a text. Never empty: a text of which no part has a name is called text."""
    told: list[str] = []
    before = ""
    for part in where.split(" › "):
        name, number = NUMBERED.match(part).group("name", "number")  # type: ignore[union-attr]
        word = str(PARTS[name]) if name in PARTS else name if before in CODED else ""
        if word:
            told.append(f"{word} {number}" if number else word)
        before = name
    language = LANGUAGE_NAMES.get(before)
    way = " › ".join(told) or str(PARTS["text"])
    return f"{way} ({language})" if language else way
