"""Addresses of the jobs."""

from django.urls import path

from tirek.faces.desk.jobs import views

urlpatterns = [
    path("", views.jobs, name="jobs"),
    path("<uuid:job_id>/", views.job, name="job"),
    path("<uuid:job_id>/cancel/", views.cancel, name="job-cancel"),
    path("<uuid:job_id>/again/", views.again, name="job-again"),
]
