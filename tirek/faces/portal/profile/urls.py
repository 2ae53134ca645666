"""Addresses of country profiles, their series, the index and the comparison of two."""

from django.urls import path

from tirek.faces.portal.profile import comparing, drawing, views, weighing

urlpatterns = [
    path("compare/", comparing.compare, name="compare"),
    path("<country:country>/profile/", views.newest, name="profile"),
    path("<country:country>/profile/<int:year>/", views.of_year, name="profile-year"),
    path("<country:country>/profile/<int:year>/editions/<int:version>/", views.of_year, name="profile-edition"),
    path("<country:country>/profile/<int:year>/editions/<int:version>/<slug:code>/", views.line, name="profile-line-edition"),
    path("<country:country>/profile/<int:year>/<slug:code>/", views.line, name="profile-line"),
    path("<country:country>/series/<slug:code>/", drawing.over_years, name="series"),
    path("<country:country>/index/", weighing.index, name="index"),
]
