from django.contrib.admin.apps import AdminConfig


class SitusAdminConfig(AdminConfig):
    """Django's admin on our own site; apart, since `apps.py` may hold one configuration only."""

    default_site = "bangunrejo.situs_admin.SitusAdmin"
