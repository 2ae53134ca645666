"""What publications do: freeze editions of what the rooms below hold. Nothing else writes their rows."""

from tirek.insight.publications.services.documents import publish_documents
from tirek.insight.publications.services.editions import freeze
from tirek.insight.publications.services.pictures import publish_pictures

__all__ = ["freeze", "publish_documents", "publish_pictures"]
