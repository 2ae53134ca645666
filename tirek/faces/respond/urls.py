"""Addresses of the authorities' page."""

from django.urls import path

from tirek.faces.respond import asking, files, home, letters, lists, one, replies, sending, sheet

app_name = "respond"
ONE = "recommendations/<uuid:recommendation_id>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("recommendations/", lists.recommendations, name="recommendations"),
    path(ONE, one.recommendation, name="recommendation"),
    path(f"{ONE}say/", one.say, name="say"),
    path(f"{ONE}reply/", replies.reply, name="reply"),
    path(f"{ONE}hand-in/", replies.hand_in, name="hand-in"),
    path(f"{ONE}drop/", replies.drop, name="drop"),
    path(f"{ONE}send/", sending.send, name="send"),
    path(f"{ONE}return/", sending.give_back, name="return"),
    path(f"{ONE}time/", asking.time, name="time"),
    path(f"{ONE}delegate/", asking.delegate, name="delegate"),
    path(f"{ONE}undelegate/", asking.undelegate, name="undelegate"),
    path(f"{ONE}files/<uuid:file_id>/", files.file, name="file"),
    path("letters/", letters.letters, name="letters"),
    path("letters/<uuid:letter_id>/file/", letters.file, name="letter-file"),
    path("letters/<uuid:letter_id>/confirm/", letters.confirm, name="letter-confirm"),
    path("sheet/", sheet.sheet, name="sheet"),
    path("sheet/file/", sheet.taken, name="sheet-file"),
    path("to-send/", sending.to_send, name="to-send"),
]
