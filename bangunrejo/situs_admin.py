"""The admin: Indonesian, and without a sign-in of its own (allauth asks password and factor)."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


class SitusAdmin(AdminSite):
    """The admin site of the portal."""

    site_title = "Admin Portal Bangunrejo"
    site_header = "Admin Portal Bangunrejo"
    index_title = "Data dan pengaturan"

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return secure_admin_login(super().login)(request, extra_context)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("account_change_password")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("account_logout")
