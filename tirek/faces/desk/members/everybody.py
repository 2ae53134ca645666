"""The addresses of the list that is open to everybody. They stand outside the desk's prefix, where nobody signs in."""

from django.urls import path

from tirek.faces.desk.members import public

urlpatterns = [
    path("", public.of_which_country, name="public-members-countries"),
    path("<slug:country>/", public.for_everybody, name="public-members"),
]
