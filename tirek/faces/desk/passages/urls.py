"""The address of all passages that stay."""

from django.urls import path

from tirek.faces.desk.passages import views

urlpatterns = [path("", views.passages, name="passages")]
