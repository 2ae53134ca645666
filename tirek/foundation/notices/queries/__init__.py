"""Reading notices: one's own; and how the mail goes."""

from tirek.foundation.notices.queries.own import NoticeLine, OwnMail, own_mail
from tirek.foundation.notices.queries.post import mail_is_due

__all__ = ["NoticeLine", "OwnMail", "mail_is_due", "own_mail"]
