"""Addresses of the ledger."""

from django.urls import path

from tirek.faces.desk.ledger import views

urlpatterns = [
    path("", views.entries, name="ledger"),
    path("verify/", views.start_verification, name="ledger-verify"),
    path("verify/<uuid:job_id>/", views.verification, name="ledger-verification"),
]
