"""The admin: Indonesian, and without a sign-in of its own (allauth asks password and factor)."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.contrib.contenttypes import views as contenttype_views
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path


class SitusAdmin(AdminSite):
    """The admin site of the portal."""

    site_title = "Admin Portal Bangunrejo"
    site_header = "Admin Portal Bangunrejo"
    index_title = "Data dan pengaturan"

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return secure_admin_login(super().login)(request, extra_context)

    def has_permission(self, request: HttpRequest) -> bool:
        """Return Django's own answer. A NUL in the address, which no database accepts, is refused
        first (400)."""
        if any("\0" in nilai for daftar in request.GET.lists() for nilai in daftar[1]):
            raise BadRequest("NUL dalam alamat.")
        return super().has_permission(request)

    def get_urls(self) -> list[Any]:
        # This is Django's own pattern, which is never reached any more.
        pola = "r/<path:content_type_id>/<path:object_id>/"
        return [path(pola, self.admin_view(self.lihat)), *super().get_urls()]

    def lihat(self, request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
        """Lead to the page of a row on the site, for rows that this person may see in the admin.

        Django's own view leads to any row of any table, and would name closed kiriman.
        """
        try:
            model = ContentType.objects.get_for_id(int(content_type_id)).model_class()
        except (ValueError, ContentType.DoesNotExist) as galat:
            raise Http404 from galat
        tata = self._registry.get(model) if model else None
        if tata is None or not tata.has_view_permission(request):
            raise Http404
        return contenttype_views.shortcut(request, content_type_id, object_id)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("account_change_password")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("account_logout")
