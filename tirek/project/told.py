"""A sentence about this server that a terminal says in English and a page in its reader's language; and stretches of time, roughly. It knows no setting."""

from datetime import timedelta

from django.utils.translation import gettext, ngettext


def to_be_said(message: str) -> str:
    """Marks a sentence for translation. Django's own mark would load the settings, which make keys, before anything was checked."""
    return message


class Told(str):
    """The English sentence; `message` is its msgid and `places` what stands in it. A stretch of time is said in minutes, hours or days."""

    message: str
    places: dict[str, object]

    def __new__(cls, message: str, **places: object) -> "Told":
        """Put together as the terminal says it."""
        made = super().__new__(cls, message % {name: lag(value) if isinstance(value, timedelta) else value for name, value in places.items()} if places else message)
        made.message, made.places = message, places
        return made

    def in_words(self) -> str:
        """In the reader's language."""
        said = {name: span_words(value) if isinstance(value, timedelta) else value for name, value in self.places.items()}
        return gettext(self.message) % said if said else gettext(self.message)


def lag(span: timedelta) -> str:
    """A stretch of time, roughly."""
    minutes = int(span.total_seconds() // 60)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours" if minutes < 2880 else f"{minutes // 1440} days"


def span_words(span: timedelta) -> str:
    """The same in the reader's language."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 120:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    if minutes < 2880:
        return ngettext("%(count)d hour", "%(count)d hours", minutes // 60) % {"count": minutes // 60}
    return ngettext("%(count)d day", "%(count)d days", minutes // 1440) % {"count": minutes // 1440}
