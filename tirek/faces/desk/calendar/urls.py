"""The address of a personal calendar, for programs; it ends as they expect a calendar's to end."""

from django.urls import path

from tirek.faces.desk.calendar import served

urlpatterns = [path("<str:secret>.ics", served.calendar, name="calendar-feed")]
