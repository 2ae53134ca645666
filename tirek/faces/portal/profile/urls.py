"""Addresses of country profiles."""

from django.urls import path

from tirek.faces.portal.profile import views

urlpatterns = [
    path("<country:country>/profile/", views.newest, name="profile"),
    path("<country:country>/profile/<int:year>/", views.of_year, name="profile-year"),
    path("<country:country>/profile/<int:year>/editions/<int:version>/", views.of_year, name="profile-edition"),
    path("<country:country>/profile/<int:year>/<slug:code>/", views.line, name="profile-line"),
]
