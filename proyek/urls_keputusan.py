from django.urls import URLPattern

app_name = "keputusan"
urlpatterns: list[URLPattern] = []
