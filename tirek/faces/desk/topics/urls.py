"""Addresses of topics."""

from django.urls import path

from tirek.faces.desk.topics import publishing, stating, views, writing

urlpatterns = [
    path("", views.topics, name="topics"),
    path("new/", writing.make, name="topic-new"),
    path("<uuid:topic_id>/", views.topic, name="topic"),
    path("<uuid:topic_id>/change/", writing.change, name="topic-change"),
    path("<uuid:topic_id>/close/", writing.close, name="topic-close"),
    path("<uuid:topic_id>/reopen/", writing.reopen, name="topic-reopen"),
    path("<uuid:topic_id>/publish/", publishing.publish, name="topic-publish"),
    path("<uuid:topic_id>/statements/add/", stating.add, name="statement-add"),
    path("statements/<uuid:statement_id>/", stating.change, name="statement-change"),
    path("statements/<uuid:statement_id>/take-back/", stating.take_back, name="statement-take-back"),
]
