"""Django's registration of the bundles app."""

from django.apps import AppConfig
from django.utils.translation import gettext_noop


class BundlesConfig(AppConfig):
    """Sealed bundles for delegations."""

    name = "tirek.insight.bundles"
    label = "bundles"

    def ready(self) -> None:
        """Makes its work known to the jobs room, as work of which nobody but who asked for it learns."""
        from tirek.foundation.jobs.kinds import register
        from tirek.insight.bundles.tasks import KIND, bundle_work

        register(KIND, bundle_work, words=gettext_noop("Gathering and sealing a bundle for a delegation"), private=True)
