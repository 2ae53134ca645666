"""What may be asked of publications: editions, newest first. All of it is public; nothing is cut."""

from tirek.insight.publications.queries.documents import DocumentEdition, document_edition
from tirek.insight.publications.queries.editions import Frozen, Version, edition, newest_of

__all__ = ["DocumentEdition", "Frozen", "Version", "document_edition", "edition", "newest_of"]
