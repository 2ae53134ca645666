"""Addresses: each face under its own prefix. A process that serves one face leads to the others' own addresses; the authorities' page leads nowhere, and nobody leads there."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from tirek.project.elsewhere import desk_elsewhere, nowhere, portal_elsewhere, work_first

urlpatterns: list[URLPattern | URLResolver] = []
if "desk" in settings.TIREK_FACES:
    urlpatterns.append(path("desk/system/", include("tirek.project.system.urls")))
    urlpatterns += [path("desk/", include("tirek.faces.desk.urls"))]
    urlpatterns += [path("members/", include("tirek.faces.desk.members.everybody")), path("calendar/", include("tirek.faces.desk.calendar.urls"))]
elif "portal" in settings.TIREK_FACES:
    urlpatterns += desk_elsewhere()
if "respond" in settings.TIREK_FACES:
    urlpatterns.append(path("respond/", include("tirek.faces.respond.urls")))
else:
    urlpatterns.append(path("respond/", include(nowhere())))
if settings.TIREK_COOKIES:
    urlpatterns.append(path("accounts/", include("tirek.faces.frame.signin.urls")))
if "portal" in settings.TIREK_FACES:  # the api serves programs what the portal serves people, in the same process
    urlpatterns.append(path("api/", include("tirek.faces.api.urls")))
    urlpatterns.append(path("", include("tirek.faces.portal.urls")))
elif "desk" in settings.TIREK_FACES:
    urlpatterns += portal_elsewhere()
else:
    urlpatterns += work_first()
handler404 = "tirek.faces.frame.errors.not_found"
handler403 = "tirek.faces.frame.errors.forbidden"
handler400 = "tirek.faces.frame.errors.bad_request"
handler500 = "tirek.project.faults.broken"
