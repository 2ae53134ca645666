"""Addresses of what is published and of what others say of it."""

from django.urls import path

from tirek.faces.desk.publications import asking, clearing, correcting, deciding, finding, taking_out, views, withholding

urlpatterns = [
    path("", views.editions, name="publications"),
    path("words/", finding.find, name="publication-words"),
    path("voices/", views.voices, name="voices"),
    path("voices/aside/", clearing.lay_aside, name="voices-aside"),
    path("voices/replies/<uuid:reply_id>/", deciding.reply, name="voice-reply"),
    path("voices/replies/<uuid:reply_id>/decline/", deciding.decline, name="voice-decline"),
    path("voices/replies/<uuid:reply_id>/take-back/", deciding.take_back, name="voice-take-back"),
    path("voices/changes/<uuid:change_id>/", deciding.change, name="voice-change"),
    path("voices/requests/<uuid:request_id>/", deciding.request, name="voice-request"),
    path("<slug:kind>/<slug:key>/", views.one, name="publication"),
    path("<slug:kind>/<slug:key>/ask/", asking.ask, name="publication-ask"),
    path("<slug:kind>/<slug:key>/reply/", asking.enter, name="publication-reply"),
    path("<slug:kind>/<slug:key>/correct/", correcting.correct, name="publication-correct"),
    path("document/<slug:key>/take-out/", taking_out.take_out, name="publication-take-out"),
    path("document/<slug:key>/put-back/<int:start>/", taking_out.put_back, name="publication-put-back"),
    path("<slug:kind>/<slug:key>/withhold/", withholding.withhold, name="publication-withhold"),
    path("<slug:kind>/<slug:key>/editions/<int:version>/", withholding.read, name="publication-edition"),
    path("<slug:kind>/<slug:key>/editions/<int:version>/give-back/", withholding.give_back, name="publication-give-back"),
]
