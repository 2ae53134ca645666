"""Addresses of the tables that come in and go out."""

from django.urls import path

from tirek.faces.desk.sheets import bringing, showing, taking

urlpatterns = [
    path("", showing.sheets, name="sheets"),
    path("bring/<slug:kind>/", bringing.bring, name="sheet-bring"),
    path("bring/<slug:kind>/template/", taking.empty_sheet, name="sheet-template"),
    path("take/<slug:kind>/", taking.take, name="sheet-take"),
    path("lists/<uuid:list_id>/", taking.taken, name="sheet-list"),
    path("lists/<uuid:list_id>/file/", taking.fetch, name="sheet-list-file"),
    path("<uuid:sheet_id>/", showing.sheet, name="sheet"),
    path("<uuid:sheet_id>/columns/", bringing.columns, name="sheet-columns"),
    path("<uuid:sheet_id>/try/", bringing.try_again, name="sheet-try"),
    path("<uuid:sheet_id>/enter/", bringing.enter, name="sheet-enter"),
    path("<uuid:sheet_id>/take-back/", bringing.take_back, name="sheet-take-back"),
    path("<uuid:sheet_id>/discard/", bringing.discard, name="sheet-discard"),
    path("<uuid:sheet_id>/refused/", taking.refused, name="sheet-refused"),
]
