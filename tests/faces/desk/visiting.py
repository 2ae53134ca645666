"""What the tests of the visits' pages share: asking for a page, sending a form, and what is typed into it."""

from django.urls import reverse
from django.utils import timezone

NAMED = "Осуждённый Петров А.В. сообщил, что свет не выключают."


def page(client, name, *args, **query):
    """Status and text of a page of the desk."""
    answer = client.get(reverse(f"desk:{name}", args=args), query)
    return answer.status_code, answer.content.decode()


def send(client, name, *args, **typed):
    """Status and text of the answer to a form."""
    answer = client.post(reverse(f"desk:{name}", args=args), typed)
    return answer.status_code, answer.content.decode()


def local(moment):
    """A moment as a browser sends it."""
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def finding_form(**given):
    """A finding as a person fills it in."""
    plain = {"area": "regime", "text_ru": "Прогулок нет.", "text_kk": "Серуен жоқ.", "seriousness": "serious", "sources": ["own_eyes", "records"]}
    return {**plain, **given}


def again(kept):
    """What a kept form sends when its button is pressed: address and typed values."""
    sent = {}
    for name, value in kept.context["pairs"]:
        sent.setdefault(name, []).append(value)
    return kept.context["path"], sent
