"""A mark of everything that publications show: it changes with every edition, withheld or given back, with every reply, request and decision."""

from django.db.models import Count, Max

from tirek.insight.publications.models import ChangeRequest, Edition, Reply, ReplyRequest, Withheld


def mark() -> str:
    """The mark as it is now. Costs five queries over columns that are counted."""
    editions = Edition.objects.aggregate(number=Count("id"), latest=Max("published_at"))
    held = Withheld.objects.order_by().aggregate(number=Count("id"), back=Count("given_back_at"), latest=Max("withheld_at"), latest_back=Max("given_back_at"))
    seen = [str(each) for each in (*editions.values(), *held.values())]
    for voice in (Reply, ReplyRequest, ChangeRequest):
        counted = {"number": Count("id"), "decided": Count("decided_at"), "latest": Max("decided_at"), "made": Max("made_at")}
        counted |= {"back": Count("taken_back_at"), "latest_back": Max("taken_back_at")} if voice is Reply else {}
        seen += [str(each) for each in voice.objects.order_by().aggregate(**counted).values()]
    return " ".join(seen)
