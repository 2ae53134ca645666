"""Addresses of the webhooks."""

from django.urls import path

from tirek.faces.desk.webhooks import views

ONE = "<uuid:webhook_id>/"
urlpatterns = [
    path("", views.webhooks, name="webhooks"),
    path("new/", views.make, name="webhook-make"),
    path(ONE, views.webhook, name="webhook"),
    path(f"{ONE}secret/", views.renew, name="webhook-renew"),
    path(f"{ONE}inside/", views.inside, name="webhook-inside"),
    path(f"{ONE}stop/", views.stop, name="webhook-stop"),
    path(f"{ONE}start/", views.start, name="webhook-start"),
    path(f"{ONE}trial/", views.trial, name="webhook-trial"),
    path(f"{ONE}messages/<uuid:message_id>/again/", views.again, name="webhook-again"),
]
