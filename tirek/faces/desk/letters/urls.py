"""Addresses of the register of letters."""

from django.urls import path

from tirek.faces.desk.letters import entering, files, reading, views

ONE = "<uuid:letter_id>/"

urlpatterns = [
    path("", views.letters, name="letters"),
    path("new/<slug:direction>/", entering.new, name="letter-new"),
    path(ONE, views.letter, name="letter"),
    path(f"{ONE}read/", reading.read, name="letter-read"),
    path(f"{ONE}parts/", reading.parts, name="letter-parts"),
    path(f"{ONE}acknowledge/", entering.acknowledge, name="letter-acknowledge"),
    path(f"{ONE}file/", files.file, name="letter-file"),
    path(f"{ONE}pages/<int:number>/", files.page, name="letter-page"),
]
