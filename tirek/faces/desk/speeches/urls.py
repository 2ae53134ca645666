"""Addresses of the sheet for a speech."""

from django.urls import path

from tirek.faces.desk.speeches import checking, files, views

urlpatterns = [
    path("", views.newest, name="speeches"),
    path("<int:year>/", views.sheet, name="speech"),
    path("<int:year>/freeze/", views.freeze, name="speech-freeze"),
    path("<int:year>/check/", checking.check, name="speech-check"),
    path("frozen/<uuid:sheet_id>/", views.frozen, name="speech-frozen"),
    path("frozen/<uuid:sheet_id>/<str:language>/<str:form>/", files.file, name="speech-file"),
]
