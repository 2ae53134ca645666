"""Addresses of topics."""

from django.urls import path

from tirek.faces.portal.topics import views

urlpatterns = [
    path("<country:country>/topics/", views.topics, name="topics"),
    path("<country:country>/topics/<slug:key>/", views.topic, name="topic"),
    path("<country:country>/topics/<slug:key>/editions/<int:version>/", views.topic, name="topic-edition"),
    path("<country:country>/topics/<slug:key>/sheet/", views.sheet, name="topic-sheet"),
    path("<country:country>/topics/<slug:key>/beside/", views.beside, name="topic-beside"),
]
