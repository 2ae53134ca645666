"""The list of webhooks and one of them with its log; making one, its secret shown once, a trial, stopping and starting. It sends nothing itself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tirek.faces.desk.accounts.answers import told
from tirek.faces.desk.webhooks.forms import InsideForm, WebhookForm
from tirek.faces.desk.webhooks.words import STATES, answered, standing
from tirek.faces.frame.context import SignedRequest
from tirek.faces.frame.entering import kept, read_or_write
from tirek.faces.frame.once import made_before, note_made
from tirek.faces.frame.signin.reauthentication import recently_authenticated
from tirek.foundation.people.queries import names_of
from tirek.foundation.ui.formats import zone_note
from tirek.foundation.ui.pieces import Crumb
from tirek.foundation.webhooks import queries, services
from tirek.foundation.webhooks.events import WORDS
from tirek.foundation.webhooks.policies import check_may_make, may_make_webhooks, may_tell_inside


@require_safe
def webhooks(request: SignedRequest) -> HttpResponse:
    """All webhooks of the country. Cost: one question."""
    found = queries.webhooks(by=request.actor, country=request.country)
    context = {"lines": [(each, *standing(each)) for each in found], "makes": may_make_webhooks(request.actor, request.country)}
    return render(request, "desk/webhooks/list.html", context)


@never_cache
@read_or_write
@recently_authenticated
def make(request: SignedRequest) -> HttpResponse:
    """The form; then the secret, once."""
    check_may_make(request.actor, request.country)
    if request.method == "POST" and made_before(request):
        return told_once(request, "desk:webhooks")
    form = WebhookForm(request.POST if request.method == "POST" else None)
    made = kept(request, form, lambda asked: services.make_webhook(**asked, country=request.country, by=request.actor))
    if made:
        note_made(request)
        return shown(request, made.value.id, made.value.secret)
    return render(request, "desk/webhooks/make.html", {"form": form, "crumbs": crumbs(_("New webhook"))}, status=422 if form.errors else 200)


def told_once(request: SignedRequest, name: str, *args: object) -> HttpResponse:
    """A page that is loaded again makes nothing again."""
    messages.info(request, _("This was made already. A secret is shown once; if it was not kept, make another one and end this one."))
    return redirect(name, *args)


def shown(request: SignedRequest, webhook_id: UUID, secret: str, *, renewed: bool = False) -> HttpResponse:
    """The page that shows a secret."""
    context = {"secret": secret, "renewed": renewed, "back": reverse("desk:webhook", args=[webhook_id]), "crumbs": crumbs(_("The secret"))}
    return render(request, "desk/webhooks/secret.html", context)


@require_safe
def webhook(request: SignedRequest, webhook_id: UUID) -> HttpResponse:
    """One webhook with the newest of its messages. Cost: three questions."""
    facts = queries.webhook(webhook_id, by=request.actor, country=request.country)
    lines = queries.messages_of(webhook_id, by=request.actor, country=request.country)
    context = {
        "facts": facts,
        "standing": standing(facts),
        "events": [WORDS[each] for each in facts.events],
        "maker": names_of([facts.made_by]).get(facts.made_by, "—"),
        "lines": [(line, WORDS.get(line.event, line.event), *STATES[line.state], answered(line)) for line in lines],
        "makes": may_make_webhooks(request.actor, request.country),
        "inside": InsideForm(initial={"events": facts.events}) if may_tell_inside(request.actor, request.country) and not facts.stopped_at else None,
        "crumbs": crumbs(facts.purpose),
        "zone": zone_note(),
    }
    return render(request, "desk/webhooks/webhook.html", context)


def crumbs(last: str) -> list[Crumb]:
    """The way from the list."""
    return [Crumb(_("Webhooks"), reverse("desk:webhooks")), Crumb(last)]


@require_POST
@recently_authenticated
def inside(request: SignedRequest, webhook_id: UUID) -> HttpResponse:
    """What of the exchange with authorities it tells; the head's."""
    form = InsideForm(request.POST)
    chosen = form.cleaned_data["events"] if form.is_valid() else []
    done = _("From now on the other system is told by number that this passed.") if chosen else _("From now on the other system is told of nothing that passes between the mechanism and authorities.")
    return told(request, lambda: services.choose_inside(webhook_id=webhook_id, events=chosen, country=request.country, by=request.actor), done, address_of(webhook_id))


@never_cache
@require_POST
@recently_authenticated
def renew(request: SignedRequest, webhook_id: UUID) -> HttpResponse:
    """Another secret, shown once."""
    if made_before(request):
        return told_once(request, "desk:webhook", webhook_id)
    note_made(request)
    secret = services.renew_secret(webhook_id=webhook_id, country=request.country, by=request.actor).value
    return shown(request, webhook_id, secret, renewed=True)


@require_POST
def stop(request: SignedRequest, webhook_id: UUID) -> HttpResponse:
    """Nothing more is sent."""
    done = _("The webhook is stopped. What waits goes out only if it is started again.")
    return told(request, lambda: services.stop_webhook(webhook_id=webhook_id, country=request.country, by=request.actor), done, address_of(webhook_id))


@require_POST
@recently_authenticated
def start(request: SignedRequest, webhook_id: UUID) -> HttpResponse:
    """It is told again."""
    done = _("The webhook goes again. What waits is sent within half a minute.")
    return told(request, lambda: services.start_webhook(webhook_id=webhook_id, country=request.country, by=request.actor), done, address_of(webhook_id))


@require_POST
def trial(request: SignedRequest, webhook_id: UUID) -> HttpResponse:
    """A message that tells of nothing."""
    done = _("A trial message is sent within half a minute. Open the page again to see what was answered.")
    return told(request, lambda: services.try_webhook(webhook_id=webhook_id, country=request.country, by=request.actor), done, address_of(webhook_id))


@require_POST
def again(request: SignedRequest, webhook_id: UUID, message_id: UUID) -> HttpResponse:
    """One message once more."""
    done = _("The message is sent once more within half a minute, with the same number.")
    return told(
        request, lambda: services.send_again(webhook_id=webhook_id, message_id=message_id, country=request.country, by=request.actor), done, address_of(webhook_id)
    )


def address_of(webhook_id: UUID) -> str:
    """The webhook's page."""
    return reverse("desk:webhook", args=[webhook_id])
