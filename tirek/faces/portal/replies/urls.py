"""Addresses of replies, of requests for correction or removal, and of their receipts."""

from django.urls import path

from tirek.faces.portal.replies import views

urlpatterns = [
    path("<country:country>/replies/", views.receipts, name="replies"),
    path("<country:country>/replies/<slug:kind>/<slug:key>/", views.reply, name="reply"),
    path("<country:country>/replies/<slug:kind>/<slug:key>/change/", views.change, name="change"),
]
