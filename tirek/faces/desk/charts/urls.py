"""Address of the charts."""

from django.urls import path

from tirek.faces.desk.charts import views

urlpatterns = [path("", views.charts, name="charts")]
