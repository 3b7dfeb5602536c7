from django.urls import URLPattern

app_name = "proyek"
urlpatterns: list[URLPattern] = []
