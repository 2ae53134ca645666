"""Reading bundles: those that were made, and one, for the head and the auditor. It writes nothing, and of the content it knows nothing."""

from tirek.insight.bundles.outlining import Outline
from tirek.insight.bundles.queries.bundles import BundleFacts, Taken, bundle, bundles

__all__ = ["BundleFacts", "Outline", "Taken", "bundle", "bundles"]
