"""What publications do: freeze editions of what the rooms below hold. Nothing else writes their rows."""

from tirek.insight.publications.services.bodies import publish_bodies
from tirek.insight.publications.services.documents import publish_documents
from tirek.insight.publications.services.editions import freeze
from tirek.insight.publications.services.pictures import publish_pictures
from tirek.insight.publications.services.profiles import publish_profile, publish_profiles
from tirek.insight.publications.services.reports import publish_report
from tirek.insight.publications.services.topics import publish_topic, publish_topics

__all__ = [
    "freeze", "publish_bodies", "publish_documents", "publish_pictures", "publish_profile", "publish_profiles", "publish_report", "publish_topic", "publish_topics",
]  # fmt: skip
