"""Kampung, their offices, the office of the kecamatan, and bodies of government in the admin."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from core.admin_dasar import AdminDasar
from warga.enums import Peran
from warga.kontak import TeleponKantorField
from warga.models import Instansi, Kampung, KantorKecamatan, KantorLayanan, Pengguna
from warga.models.kantor import kantor_kecamatan

ISI_KANTOR = ("alamat", "jam", "telepon", "whatsapp", "email", "lintang", "bujur")


class FormKantor(forms.ModelForm):
    """An office as an admin edits it."""

    telepon = TeleponKantorField(label="Telepon kantor", required=False)
    whatsapp = TeleponKantorField(label="Nomor WhatsApp", required=False)

    class Meta:
        model = KantorLayanan
        fields = ("nama", *ISI_KANTOR)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("telepon", "whatsapp"):
            self.initial[nama] = getattr(self.instance, f"{nama}_tampil")


class KantorInline(admin.StackedInline):
    """Offices of a kampung."""

    model = KantorLayanan
    form = FormKantor
    fields = ("nama", *ISI_KANTOR, "urutan")
    extra = 0


@admin.register(KantorKecamatan)
class KantorKecamatanAdmin(AdminDasar):
    """The office of the kecamatan, one row: it stands in the foot of every page."""

    form = FormKantor
    fields = ("nama", *ISI_KANTOR)
    list_display = ("nama", "alamat", "telepon_tampil", "whatsapp_tampil", "email")

    def has_add_permission(self, request: HttpRequest) -> bool:
        # The admin asks this for the list of tables on each of its pages.
        return super().has_add_permission(request) and kantor_kecamatan() is None


@admin.register(Kampung)
class KampungAdmin(AdminDasar):
    """Kampung. Their codes come from the ministry and cannot be edited."""

    inlines = (KantorInline,)
    list_display = ("nama", "kode", "petugas_pembina", "verifikasi_didelegasikan")
    list_select_related = ("petugas_pembina",)
    fields = (
        "kode",
        "kode_bps",
        "nama",
        "alias",
        "slug",
        "lintang",
        "bujur",
        "alamat_pengaduan",
        "jumlah_penduduk",
        "jumlah_kk",
        "verifikasi_didelegasikan",
        "contoh",
        "petugas_pembina",
        "pembina_pengganti",
    )
    search_fields = ("nama_cari",)
    prepopulated_fields: ClassVar = {"slug": ("nama",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("kode", "kode_bps", "contoh") if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else self.prepopulated_fields

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in ("petugas_pembina", "pembina_pengganti"):
            kwargs["queryset"] = Pengguna.objects.filter(peran=Peran.STAF, is_active=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Instansi)
class InstansiAdmin(AdminDasar):
    """Bodies of government that own projects or answer for them."""

    list_display = ("nama", "jenis")
    fields = ("jenis", "nama", "kampung")
    list_filter = ("jenis",)
    search_fields = ("nama",)
