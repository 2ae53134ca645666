"""Writing sources, proposals, decisions, topics and statements. Each verb is one transaction and one entry of the ledger."""

from tirek.insight.claims.context import Context
from tirek.insight.claims.services.deciding import Changes, Seen, add_figure, confirm, edit, reject
from tirek.insight.claims.services.loading import load_documents
from tirek.insight.claims.services.proposing import KIND, ask_again, make_proposals
from tirek.insight.claims.services.sources import NewSource, add_source
from tirek.insight.claims.services.statements import add_statement, change_statement, take_back_statement
from tirek.insight.claims.services.topic_loading import load_topics
from tirek.insight.claims.services.topics import change_topic, close_topic, make_topic, reopen_topic

__all__ = [
    "KIND", "Changes", "Context", "NewSource", "Seen", "add_figure", "add_source", "add_statement", "ask_again", "change_statement", "change_topic",
    "close_topic", "confirm", "edit", "load_documents", "load_topics", "make_proposals", "make_topic", "reject", "reopen_topic", "take_back_statement",
]  # fmt: skip
