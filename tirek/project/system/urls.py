"""The address of the page about this server."""

from django.urls import path

from tirek.project.system import views

app_name = "system"
urlpatterns = [path("", views.instance, name="instance")]
