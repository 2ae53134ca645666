"""Papers: what a delegation carries through the gate on paper: the checklist without names and the entitlements card.

It belongs to visits. It may not know a visit's rows: who prints gives names of kinds and entitlements; no person's name is ever printed.
"""

from tirek.records.visits.papers.kinds import areas_for
from tirek.records.visits.papers.printing import (
    Checklist,
    EntitlementLine,
    EntitlementsCard,
    areas_of,
    checklist_pdf,
    entitlements_card_pdf,
)

__all__ = ["Checklist", "EntitlementLine", "EntitlementsCard", "areas_for", "areas_of", "checklist_pdf", "entitlements_card_pdf"]
