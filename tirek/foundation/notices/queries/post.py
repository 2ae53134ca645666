"""How the mail goes."""

from datetime import datetime

from django.db.models import Q

from tirek.foundation.notices.models import Handover, Notice


def mail_is_due(now: datetime) -> bool:
    """Whether a mail is due and the server may be asked."""
    left_alone = Handover.objects.filter(Q(next_try_at__gt=now), pk=1).exists()
    return not left_alone and Notice.objects.due(now).exists()
