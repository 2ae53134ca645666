"""Addresses of the findings of all visits."""

from django.urls import path

from tirek.faces.desk.findings import views

urlpatterns = [path("", views.findings, name="findings")]
