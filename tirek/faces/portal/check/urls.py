"""The address of the check."""

from django.urls import path

from tirek.faces.portal.check import views

urlpatterns = [path("check/", views.check, name="check")]
