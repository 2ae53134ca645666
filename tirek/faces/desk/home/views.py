"""My tasks."""

from django.http import HttpResponse
from django.shortcuts import render

from tirek.faces.desk.context import DeskRequest


def home(request: DeskRequest) -> HttpResponse:
    """What the person must do today."""
    return render(request, "desk/home.html")
