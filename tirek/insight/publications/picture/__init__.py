"""The country's picture as an edition: what the documents say of a country, in sections, each figure with its sentence. It may not know faces."""

from tirek.insight.publications.picture.content import FORMAT, content
from tirek.insight.publications.picture.plan import KEY, SECTIONS, Shape

__all__ = ["FORMAT", "KEY", "SECTIONS", "Shape", "content"]
