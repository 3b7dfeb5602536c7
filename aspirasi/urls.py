from django.urls import URLPattern

app_name = "aspirasi"
urlpatterns: list[URLPattern] = []
