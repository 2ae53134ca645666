"""The address of the list that is open to everybody. It stands outside the desk's prefix, where nobody signs in."""

from django.urls import path

from tirek.faces.desk.members import public

urlpatterns = [path("<slug:country>/", public.for_everybody, name="public-members")]
