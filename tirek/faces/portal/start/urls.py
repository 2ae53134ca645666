"""Addresses of the start page, one a country."""

from django.urls import path

from tirek.faces.portal.start import views

urlpatterns = [path("", views.start, name="start"), path("<country:country>/", views.of_country, name="country")]
