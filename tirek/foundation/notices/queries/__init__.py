"""Reading notices: one's own; and how the mail goes."""

from tirek.foundation.notices.queries.own import NoticeLine, OwnMail, own_mail
from tirek.foundation.notices.queries.post import HandoverFacts, ReturnedLine, handover, mail_is_due, returned

__all__ = ["HandoverFacts", "NoticeLine", "OwnMail", "ReturnedLine", "handover", "mail_is_due", "own_mail", "returned"]
