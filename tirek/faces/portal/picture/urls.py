"""Addresses of the countries' pictures and of the words of the field."""

from django.urls import path

from tirek.faces.portal.picture import downloads, views

urlpatterns = [
    path("<country:country>/picture/", views.newest, name="picture"),
    path("<country:country>/picture/editions/<int:version>/", views.one_version, name="picture-edition"),
    path("<country:country>/picture/<slug:section>.<slug:form>", downloads.download, name="picture-file"),
    path("<country:country>/picture/editions/<int:version>/<slug:section>.<slug:form>", downloads.download, name="picture-edition-file"),
    path("glossary/", views.glossary, name="glossary"),
]
