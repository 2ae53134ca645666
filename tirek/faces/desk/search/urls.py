"""Address of the search."""

from django.urls import path

from tirek.faces.desk.search import views

urlpatterns = [path("", views.search, name="search")]
