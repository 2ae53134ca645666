"""The codes of letters: which way they went, what they do, how they travel. Plain values for models, services and faces."""

OUT, IN = DIRECTIONS = ("out", "in")
OUTGOING = ("transmittal", "reminder", "escalation", "other")
INCOMING = ("answer", "acknowledgement", "other")
PAPERS = ("transmittal", "reminder", "escalation")
"""Letters that the house writes."""
WAYS = ("post", "courier", "handed", "mail", "system")
