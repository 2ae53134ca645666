"""The Django side of jurisdictions: a system check that refuses to start on a bad pack. It has no models."""

from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from tirek.foundation.jurisdictions import loading
from tirek.foundation.jurisdictions.refusals import PackRefused


def check_packs(app_configs: object = None, **_: Any) -> list[CheckMessage]:
    """One error for each fault of a pack, with file and line."""
    try:
        loading.catalogue()
    except PackRefused as refused:
        return [Error(str(problem), hint="Mend this line of the pack.", id="jurisdictions.E001") for problem in refused.problems]
    return []


class JurisdictionsConfig(AppConfig):
    """Binds the folders of the setting TIREK_PACKS and registers the check."""

    name = "tirek.foundation.jurisdictions"
    label = "jurisdictions"

    def ready(self) -> None:
        """Called once by Django at start."""
        loading.bind(*(Path(folder) for folder in getattr(settings, "TIREK_PACKS", ())))
        register(check_packs)
