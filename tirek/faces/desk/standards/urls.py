"""Addresses of the catalogue of standards."""

from django.urls import path

from tirek.faces.desk.standards import views

urlpatterns = [
    path("", views.texts, name="standards"),
    path("suggested/", views.suggested, name="standards-suggested"),
    path("<slug:text>/", views.text, name="standards-of"),
    path("<slug:text>/<slug:rule>/", views.rule, name="standard"),
]
