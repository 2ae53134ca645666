"""Addresses of the visits."""

from django.urls import path

from tirek.faces.desk.visits import views

urlpatterns = [
    path("", views.visits, name="visits"),
    path("<uuid:visit_id>/", views.visit, name="visit"),
]
