"""Addresses of the living page."""

from django.urls import path

from tirek.faces.portal.components import views

urlpatterns = [
    path("about/components/", views.components, name="components"),
    path("about/components/drawer/", views.drawer, name="components-drawer"),
]
