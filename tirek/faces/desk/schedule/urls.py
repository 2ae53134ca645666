"""Addresses of what runs by the clock."""

from django.urls import path

from tirek.faces.desk.schedule import views

urlpatterns = [path("", views.schedule, name="schedule"), path("<slug:name>/run/", views.run_now, name="schedule-run")]
