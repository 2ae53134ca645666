"""Address of the desk's home."""

from django.urls import path

from tirek.faces.desk.home import views

urlpatterns = [path("", views.home, name="home")]
