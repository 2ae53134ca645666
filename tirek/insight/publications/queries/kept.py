"""Passages of replies, requests and editions that could name somebody and stay, each with the reason kept in its row. For the mechanism alone."""

from tirek.ground.rules.actors import Actor
from tirek.ground.rules.open_texts import KeptText
from tirek.insight.publications.models import ChangeRequest, Edition, Reply, ReplyRequest, Withheld, open_to
from tirek.insight.publications.policies import may_withhold

SORTS: dict[str, type[Reply | ChangeRequest | ReplyRequest]] = {"reply": Reply, "change": ChangeRequest, "request": ReplyRequest}


def kept_in_publications(*, by: Actor, country: str) -> tuple[KeptText, ...]:
    """All of the country's, for its office and analysts; those about withheld editions for its office alone. Cost: 5 queries."""
    kept = [
        KeptText(sort, str(row.pk), row.kept_because, row.decided_by, row.decided_at or row.made_at)
        for sort, model in SORTS.items()
        for row in model._default_manager.filter(open_to(by, country)).exclude(kept_because="")
    ]
    editions = Edition.objects.filter(open_to(by, country)).exclude(kept_because="")
    kept += [KeptText("edition", f"{row.kind}/{row.key}", row.kept_because, "", row.published_at) for row in editions]
    if may_withhold(by, country):
        held = Withheld.objects.filter(country=country).exclude(kept_because="").select_related("edition")
        kept += [KeptText("edition", f"{row.edition.kind}/{row.edition.key}", row.kept_because, row.withheld_by, row.withheld_at) for row in held]
    return tuple(kept)
