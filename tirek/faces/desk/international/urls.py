"""Addresses of the international bodies."""

from django.urls import path

from tirek.faces.desk.international import calendar, contacts, importing, linking, mending, publishing, readers, views, writing

urlpatterns = [
    path("", views.reviews, name="international"),
    path("calendar/", calendar.calendar, name="international-calendar"),
    path("calendar/new/", calendar.new, name="international-due-new"),
    path("calendar/<uuid:due_id>/done/", calendar.done, name="international-due-done"),
    path("contacts/", contacts.contacts, name="international-contacts"),
    path("contacts/new/", contacts.new, name="international-contact-new"),
    path("contacts/readers/", contacts.readers, name="international-contact-readers"),
    path("contacts/readers/<uuid:account_id>/end/", contacts.end, name="international-contact-reader-end"),
    path("publish/", publishing.publish, name="international-publish"),
    path("mend/<slug:noun>/<uuid:thing>/", mending.mend, name="international-mend"),
    path("new/", writing.new_review, name="international-new"),
    path("<uuid:review_id>/", views.review, name="international-review"),
    path("<uuid:review_id>/report/", writing.new_report, name="international-report-new"),
    path("reports/<uuid:report_id>/", views.report, name="international-report"),
    path("reports/<uuid:report_id>/step/", writing.step, name="international-step"),
    path("reports/<uuid:report_id>/readers/", readers.readers, name="international-readers"),
    path("reports/<uuid:report_id>/readers/<uuid:account_id>/end/", readers.end, name="international-reader-end"),
    path("reports/<uuid:report_id>/recommendation/", writing.new_paragraph, name="international-paragraph-new"),
    path("reports/<uuid:report_id>/document/", importing.bring, name="international-document-new"),
    path("documents/<uuid:document_id>/", importing.choose, name="international-document"),
    path("documents/<uuid:document_id>/file/", importing.file, name="international-document-file"),
    path("recommendations/<uuid:paragraph_id>/", views.thread, name="international-thread"),
    path("recommendations/<uuid:paragraph_id>/earlier/", linking.earlier, name="international-link-earlier"),
    path("recommendations/<uuid:paragraph_id>/own/", linking.national, name="international-link-own"),
    path("recommendations/<uuid:paragraph_id>/finding/", linking.finding, name="international-link-finding"),
    path("recommendations/<uuid:paragraph_id>/links/<uuid:link_id>/take-back/", linking.take_back, name="international-link-take-back"),
]
