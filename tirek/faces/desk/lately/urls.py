"""Address of what changed lately."""

from django.urls import path

from tirek.faces.desk.lately import views

urlpatterns = [path("", views.lately, name="lately")]
