"""Addresses of the register of letters."""

from django.urls import path

from tirek.faces.desk.letters import entering, files, further, papers, reading, views

ONE = "<uuid:letter_id>/"

urlpatterns = [
    path("", views.letters, name="letters"),
    path("new/<slug:direction>/", entering.new, name="letter-new"),
    path("further/", further.escalations, name="escalations"),
    path("further/new/", further.new, name="escalation-new"),
    path("further/<uuid:escalation_id>/", further.escalation, name="escalation"),
    path("further/<uuid:escalation_id>/letter/", further.letter, name="escalation-letter"),
    path("further/<uuid:escalation_id>/mend/", further.mend, name="escalation-mend"),
    path("written/", papers.papers, name="papers"),
    path("written/new/<slug:kind>/", papers.new, name="paper-new"),
    path("written/<uuid:paper_id>/", papers.paper, name="paper"),
    path("written/<uuid:paper_id>/again/", papers.again, name="paper-again"),
    path("written/<uuid:paper_id>/files/<slug:form>/", papers.file, name="paper-file"),
    path(ONE, views.letter, name="letter"),
    path(f"{ONE}read/", reading.read, name="letter-read"),
    path(f"{ONE}parts/", reading.parts, name="letter-parts"),
    path(f"{ONE}mend/", entering.mend, name="letter-mend"),
    path(f"{ONE}take-out/", entering.take_out, name="letter-take-out"),
    path(f"{ONE}acknowledge/", entering.acknowledge, name="letter-acknowledge"),
    path(f"{ONE}file/", files.file, name="letter-file"),
    path(f"{ONE}pages/<int:number>/", files.page, name="letter-page"),
]
