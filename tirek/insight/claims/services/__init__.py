"""Writing sources, proposals and decisions. Each verb is one transaction and one entry of the ledger."""

from tirek.insight.claims.services.deciding import Changes, Context, Seen, add_figure, confirm, edit, reject
from tirek.insight.claims.services.loading import load_documents
from tirek.insight.claims.services.proposing import KIND, ask_again, make_proposals
from tirek.insight.claims.services.sources import NewSource, add_source

__all__ = [
    "KIND", "Changes", "Context", "NewSource", "Seen", "add_figure", "add_source", "ask_again", "confirm", "edit", "load_documents", "make_proposals",
    "reject",
]  # fmt: skip
