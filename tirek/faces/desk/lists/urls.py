"""Addresses of what all work lists have in common."""

from django.urls import path

from tirek.faces.desk.lists import choosing, filing, saving

urlpatterns = [
    path("<slug:of_list>/views/", saving.views, name="views"),
    path("<slug:of_list>/columns/", choosing.columns, name="columns"),
    path("<slug:of_list>/file/", filing.file, name="list-file"),
    path("<slug:of_list>/whole/", saving.begin_whole, name="views-whole"),
    path("views/<uuid:view_id>/", saving.view, name="view"),
    path("views/<uuid:view_id>/change/", saving.change, name="view-change"),
    path("views/<uuid:view_id>/begin/", saving.begin, name="view-begin"),
    path("views/<uuid:view_id>/remove/", saving.remove, name="view-remove"),
]
