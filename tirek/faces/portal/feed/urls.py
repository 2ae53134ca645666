"""The address of a country's feed; a language stands before it."""

from django.urls import path

from tirek.faces.portal.feed import views

urlpatterns = [path("<country:country>/feed/", views.feed, name="feed")]
