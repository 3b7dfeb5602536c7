from django.urls import URLPattern

app_name = "meja"
urlpatterns: list[URLPattern] = []
