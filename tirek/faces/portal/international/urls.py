"""Addresses of the international bodies."""

from django.urls import path

from tirek.faces.portal.international import views

urlpatterns = [
    path("<country:country>/international/", views.bodies, name="bodies"),
    path("<country:country>/international/editions/<int:version>/", views.bodies, name="bodies-edition"),
    path("<country:country>/international/<slug:code>/", views.thread, name="bodies-thread"),
]
