"""People in the admin. Persons are emptied, never deleted."""

from copy import copy
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join

from core.admin_dasar import AdminDasar
from core.galat import TidakBisa
from core.jejak.baca import untuk_admin
from core.templatetags.bentuk import hari_tanggal
from warga import keamanan_admin, services, tempat_admin
from warga.admin_tindakan import TINDAKAN, TindakanAkun
from warga.bacaan.nama_kantor import berlagak_kantor, bernama_kantor
from warga.enums import Peran
from warga.forms.kode import FormAlasan
from warga.kontak import TeleponField, baca_telepon
from warga.models import Jabatan, Pengguna
from warga.models.jabatan import ketakcocokan

__all__ = ["keamanan_admin", "tempat_admin"]  # the admin finds them through this module


class FormPengguna(forms.ModelForm):
    """An account as an admin edits it."""

    telepon = TeleponField(required=False)

    class Meta:
        model = Pengguna
        fields = [
            "nama",
            "telepon",
            "email",
            "kampung",
            "peran",
            "is_active",
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["telepon"] = self.instance.telepon_tampil

    def clean_email(self) -> str | None:
        return (self.cleaned_data["email"] or "").lower() or None

    def clean_telepon(self) -> str | None:
        return self.cleaned_data["telepon"] or None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not (data["email"] or data["telepon"]):
            raise ValidationError("Isi e-mail atau nomor HP.")
        tetap = data.get("peran") == Peran.ADMIN and data.get("is_active")
        if self.instance.pk and not tetap and services.adalah_admin_terakhir(self.instance.pk):
            raise ValidationError("Ini admin terakhir. Tunjuk admin lain dahulu.")
        if not self.errors:
            self._jaga_pembaca(data)
        if "nama" in self.changed_data and data.get("peran") == Peran.WARGA:
            self._jaga_nama(data.get("nama") or "")
        return data

    def _jaga_nama(self, nama: str) -> None:
        if berlagak_kantor(nama):
            self.add_error("nama", "Warga tidak dapat bernama jabatan atau kantor.")

    def _jaga_pembaca(self, data: dict[str, Any]) -> None:
        """Add an error to the form when it would take over the account of a reader of secrets."""
        lama = Pengguna.objects.filter(pk=self.instance.pk).first()
        if lama is None:
            return
        baru = copy(lama)
        for nama in ("email", "telepon", "peran"):
            setattr(baru, nama, data[nama])
        try:
            services.periksa_pembaca(lama=lama, baru=baru)
        except TidakBisa as galat:
            raise ValidationError(galat.pesan) from galat


class NamaKantorFilter(admin.SimpleListFilter):
    """Residents whose name reads as an office. Nobody renames them silently."""

    title = "nama"
    parameter_name = "nama"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("kantor", "Warga bernama jabatan atau kantor")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pk__in=bernama_kantor()) if self.value() == "kantor" else queryset


class JabatanFormSet(forms.BaseInlineFormSet):
    """Offices of a person. Rows that a page did not send count as they are stored."""

    def clean(self) -> None:
        super().clean()
        dikirim = {form.instance.pk for form in self.initial_forms}
        for jabatan in self.get_queryset():
            if jabatan.pk not in dikirim and (galat := ketakcocokan(jabatan, self.instance)):
                raise ValidationError(galat)


class JabatanInline(admin.TabularInline):
    """Offices of a person. An office that ended keeps its dates."""

    model = Jabatan
    formset = JabatanFormSet
    fields = ("nama", "instansi", "mulai", "selesai", "boleh_menerbitkan")
    extra = 0
    can_delete = False


@admin.register(Pengguna)
class PenggunaAdmin(AdminDasar):
    """People with an account."""

    form = FormPengguna
    inlines = (JabatanInline,)
    list_display = ("nama", "peran", "kampung", "telepon_tampil", "email", "is_active")
    list_filter = ("peran", "is_active", NamaKantorFilter, "kampung")
    list_select_related = ("kampung",)
    list_per_page = 50
    search_fields = ("nama", "email", "telepon")
    search_help_text = "Nama, e-mail, atau nomor HP."
    show_full_result_count = False
    change_form_template = "admin/warga/pengguna/rincian.html"
    readonly_fields = (
        "petugas_rahasia",
        "penerima_khusus",
        "telepon_terbukti_pada",
        "last_login",
        "dibuat",
        "riwayat",
    )

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*FormPengguna.Meta.fields, *(self.readonly_fields if obj else ())]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.dikosongkan_pada)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        try:
            return queryset.filter(telepon=baca_telepon(search_term)), False
        except ValidationError:
            return super().get_search_results(request, queryset, search_term)

    @admin.display(description="nomor HP", ordering="telepon")
    def telepon_tampil(self, orang: Pengguna) -> str:
        return orang.telepon_tampil

    @admin.display(description="riwayat")
    def riwayat(self, orang: Pengguna) -> str:
        """Return the trail of the account, oldest first."""
        baris = (
            (
                hari_tanggal(j.waktu),
                oleh,
                j.aksi.replace("_", " "),
                f" ({j.dari} → {j.ke})" if j.dari and j.ke else "",
            )
            for j, oleh in untuk_admin(orang)
        )
        return format_html_join("", "<p>{}: {}, {}{}</p>", baris)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        services.simpan_pengguna(pengguna=obj, oleh=_admin(request))
        if not change:
            alamat = reverse("kode:sandi")
            messages.info(
                request,
                "Akun ini belum berkata sandi. Pemiliknya membuat lewat “Lupa kata sandi” dengan "
                f"e-mailnya, atau dengan kode yang disetujui rekan Anda di {alamat}",
            )

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for jabatan in formset.save(commit=False):
            services.simpan_jabatan(jabatan=jabatan, oleh=_admin(request))

    def get_urls(self) -> list[URLPattern]:
        halaman = path(
            "<int:pk>/<slug:nama>/",
            self.admin_site.admin_view(self.tindakan),
            name="warga_pengguna_tindakan",
        )
        urls = super().get_urls()
        return [*urls[:-1], halaman, urls[-1]]  # before Django's catch-all

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        orang = self.get_object(request, object_id)
        cocok = {n: t for n, t in TINDAKAN.items() if orang and t.cocok(orang)}
        isi = (extra_context or {}) | {"tindakan": cocok}
        return super().change_view(request, object_id, form_url, isi)

    def tindakan(self, request: HttpRequest, pk: int, nama: str) -> HttpResponse:
        """Ask for the reason, then act."""
        orang = self.get_queryset(request).filter(pk=pk).first()
        tindakan = TINDAKAN.get(nama)
        if orang is None or tindakan is None or not self.has_change_permission(request, orang):
            raise Http404
        kembali = reverse("admin:warga_pengguna_change", args=[pk])
        form = FormAlasan(request.POST or None)
        if request.method == "POST" and form.is_valid():
            self._jalankan(request, tindakan, orang, form.cleaned_data["alasan"])
            return HttpResponseRedirect(kembali)
        isi = self.admin_site.each_context(request) | {
            "title": f"{tindakan.tombol}: {orang}",
            "opts": self.opts,
            "form": form,
            "tindakan": tindakan,
            "kembali": kembali,
        }
        return render(request, "admin/warga/pengguna/tindakan.html", isi)

    def _jalankan(
        self, request: HttpRequest, tindakan: TindakanAkun, orang: Pengguna, alasan: str
    ) -> None:
        try:
            tindakan.jalan(pengguna=orang, oleh=_admin(request), alasan=alasan)
        except TidakBisa as galat:
            messages.error(request, galat.pesan)
        else:
            messages.success(request, tindakan.kabar)


def _admin(request: HttpRequest) -> Pengguna:
    assert isinstance(request.user, Pengguna)  # noqa: S101 (the admin lets nobody else in)
    return request.user
