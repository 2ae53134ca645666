"""Writing bundles: begin one, confirm and seal it, take it, drop it. They know no page."""

from tirek.insight.bundles.services.choosing import begin_bundle, drop_bundle, gather_again, take_bundle
from tirek.insight.bundles.services.sealing import confirm_bundle, gather_bundle, seal_confirmed

__all__ = ["begin_bundle", "confirm_bundle", "drop_bundle", "gather_again", "gather_bundle", "seal_confirmed", "take_bundle"]
