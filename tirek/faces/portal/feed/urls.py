"""The addresses of a country's feeds; a language stands before them."""

from django.urls import path

from tirek.faces.portal.feed import views

urlpatterns = [
    path("<country:country>/feed/", views.feed, name="feed"),
    path("<country:country>/feed/<slug:theme>/", views.themed, name="feed-theme"),
    path("<country:country>/following/", views.following, name="following"),
]
