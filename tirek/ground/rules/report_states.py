"""The life of one version of a visit's report. A correction is a new version; the old one stays, superseded. Only a correction is abandoned."""

from tirek.ground.rules.transitions import table

MISSING = ("absent", "personal", "refused", "term_ended", "other")
"""Why a signature is missing, as far as a report says it; "personal" is all that is said of an illness."""

REPORT = table(
    "report", "draft",
    ("submit", "draft", "in_review"),
    ("abandon", "draft", "abandoned"),
    ("return_to_draft", "in_review", "draft"),
    ("approve", "in_review", "for_signature"),
    ("return_to_draft", "for_signature", "draft"),
    ("sign", "for_signature", "for_signature"),
    ("record_missing_signature", "for_signature", "for_signature"),
    ("issue", "for_signature", "issued"),
    ("supersede", "issued", "superseded"),
)
