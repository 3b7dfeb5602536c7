"""Moderation in the admin: read, hide with a reason, show again; never edit or delete."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.http import urlencode

from core.admin_dasar import CariAdmin
from core.formulir.forms import BentukMixin
from core.formulir.teks import TeksFormField
from core.galat import TidakBisa
from core.jejak.baca import untuk_admin
from core.laku import BERSAMA
from core.models import Dimoderasi
from core.moderasi.tampil import sembunyikan, tampilkan_lagi
from core.templatetags.bentuk import hari_tanggal

SEKALIGUS = 100
MASIH_MENUNGGU = (
    "tulisan tidak disembunyikan lagi, tetapi masih menunggu dibaca, jadi belum tampil. Tekan "
    "“Loloskan” untuk menampilkannya."
)


@dataclass(frozen=True)
class TindakanModerasi:
    """One act of moderation: its button, the function it calls, and the objects that it fits.

    `kabar` says that it was done, after a number: "3 tulisan …". `petunjuk` says beside the field
    of the reason who reads it; "" where the act asks for none. `pilihan` are the only reasons there
    are, where there is a list. `membuka`: people read it afterwards, so `jalan` takes the
    fingerprint of what was read (`dibaca`), too.
    """

    tombol: str
    kabar: str
    jalan: Callable[..., Any]  # (objek, oleh=…[, alasan=…])
    cocok: Callable[[Any], bool]
    petunjuk: str = ""
    pilihan: tuple[str, ...] = ()
    membuka: bool = False


class AlasanForm(BentukMixin, forms.Form):
    """The reason of an act; `petunjuk` says who reads it."""

    alasan = TeksFormField(
        label="Alasan",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )

    def __init__(self, *isi: Any, petunjuk: str, pilihan: Sequence[str] = (), **lain: Any) -> None:
        super().__init__(*isi, **lain)
        if pilihan:
            self.fields["alasan"] = forms.ChoiceField(
                label="Alasan",
                choices=[(satu, satu) for satu in pilihan],
                widget=forms.RadioSelect,
            )
        self.fields["alasan"].help_text = petunjuk


class ModerasiAdmin(CariAdmin):
    """A list of what people wrote; people with the right `izin` moderate it, one or many at a
    time."""

    izin: ClassVar[str]
    tindakan: ClassVar[dict[str, TindakanModerasi]] = {
        "sembunyikan": TindakanModerasi(
            "Sembunyikan",
            "disembunyikan. Penulisnya membaca alasannya",
            sembunyikan,
            lambda o: not o.disembunyikan,
            "Penulis dan pembaca lain membaca alasan ini. Sebut apa yang harus diperbaiki. "
            "Mengkritik pemerintah bukan alasan.",
        ),
        "tampilkan": TindakanModerasi(
            "Tampilkan lagi",
            "tampil lagi",
            tampilkan_lagi,
            lambda o: o.disembunyikan,
            "Hanya petugas yang membaca alasan ini, di riwayat tulisannya.",
            membuka=True,
        ),
    }
    change_form_template = "admin/moderasi/rincian.html"
    show_full_result_count = False
    list_per_page = 50

    # --- Who may -------------------------------------------------------------------
    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._boleh(request)

    def _boleh(self, request: HttpRequest) -> bool:
        orang: Any = request.user
        return bool(orang.is_authenticated and orang.has_perm(self.izin))

    # --- Lists ---------------------------------------------------------------------
    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {
            kunci: (_pilih(kunci), kunci, f"{t.tombol} yang dipilih")
            for kunci, t in self.tindakan.items()
        }

    @admin.display(description="riwayat")
    def riwayat(self, objek: Any) -> str:
        """Return the trail of the object, oldest first."""
        baris = (
            (hari_tanggal(j.waktu), _kata(objek, j.aksi), oleh, j.isi.alasan)
            for j, oleh in untuk_admin(objek)
        )
        return format_html_join("", "<p>{}: {}, oleh {}. {}</p>", baris)

    # --- Acts ----------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        halaman = path(
            "moderasi/<slug:aksi>/",
            self.admin_site.admin_view(self.moderasi),
            name=f"{self.opts.app_label}_{self.opts.model_name}_moderasi",
        )
        return [halaman, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        objek = self.get_object(request, object_id)
        alamat = [
            (t.tombol, alamat_moderasi(self.opts, kunci, [objek.pk]))
            for kunci, t in self.tindakan.items()
            if objek and t.cocok(objek)
        ]
        isi = (extra_context or {}) | {"tindakan": alamat}
        return super().change_view(request, object_id, form_url, isi)

    def moderasi(self, request: HttpRequest, aksi: str) -> HttpResponse:
        """Ask once more (and for the reason), then act on every object of ?pk=."""
        if not self._boleh(request):
            raise PermissionDenied
        tindakan = self.tindakan.get(aksi)
        objek = self._terpilih(request)
        if tindakan is None or not objek:
            raise Http404
        isian = request.POST if request.method == "POST" else None
        # Without a reason the form only confirms.
        form: forms.Form = forms.Form(isian)
        if petunjuk := tindakan.petunjuk:
            form = AlasanForm(isian, petunjuk=petunjuk, pilihan=tindakan.pilihan)
        if request.method == "POST" and form.is_valid():
            self._jalankan(request, tindakan, objek, form.cleaned_data)
            return HttpResponseRedirect(self._kembali(objek))
        isi = self.admin_site.each_context(request) | {
            "title": tindakan.tombol,
            "opts": self.opts,
            "form": form,
            "objek": objek,
            "tindakan": tindakan,
            "kembali": self._kembali(objek),
        }
        return render(request, "admin/moderasi/tindakan.html", isi)

    def _terpilih(self, request: HttpRequest) -> list[Dimoderasi]:
        pk = [p for p in request.GET.getlist("pk") if p.isascii() and p.isdigit()][:SEKALIGUS]
        return list(self.get_queryset(request).filter(pk__in=pk))

    def _jalankan(
        self,
        request: HttpRequest,
        tindakan: TindakanModerasi,
        objek: list[Dimoderasi],
        isian: dict[str, str],
    ) -> None:
        berhasil, dibaca = [], _dibaca(request)
        for satu in objek:
            lain = {"dibaca": dibaca.get(str(satu.pk), "")} if tindakan.membuka else {}
            try:
                tindakan.jalan(satu, oleh=request.user, **isian, **lain)
                berhasil.append(satu)
            except TidakBisa as galat:
                messages.error(request, f"{satu}: {galat.pesan}")
        tertahan = sum(tindakan.jalan is tampilkan_lagi and s.menunggu for s in berhasil)
        if jumlah := len(berhasil) - tertahan:
            messages.success(request, f"{jumlah} tulisan {tindakan.kabar}.")
        if tertahan:
            messages.warning(request, f"{tertahan} {MASIH_MENUNGGU}")

    def _kembali(self, objek: Sequence[Dimoderasi]) -> str:
        dasar = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if len(objek) == 1:
            return reverse(f"{dasar}_change", args=[objek[0].pk])
        return reverse(f"{dasar}_changelist")


def dengan_loloskan(layanan: Callable[..., Any]) -> dict[str, TindakanModerasi]:
    """Return the acts on texts that may be held: letting them through (`layanan(tulisan=, oleh=)`),
    hiding, and showing again."""
    lepas = TindakanModerasi(
        "Loloskan",
        "diloloskan dan sekarang tampil",
        lambda objek, *, oleh, dibaca: layanan(tulisan=objek, oleh=oleh, dibaca=dibaca),
        lambda objek: objek.menunggu,
        membuka=True,
    )
    return {"loloskan": lepas, **ModerasiAdmin.tindakan}


def _dibaca(request: HttpRequest) -> dict[str, str]:
    """Return the fingerprint of each text that the page showed, by its key."""
    pasang = (satu.partition(":") for satu in request.POST.getlist("dibaca"))
    return {pk: sidik for pk, _, sidik in pasang}


def alamat_moderasi(opts: Any, aksi: str, pk: Sequence[Any]) -> str:
    """Return the address of the page that asks for the reason of `aksi` on these rows."""
    alamat = reverse(f"admin:{opts.app_label}_{opts.model_name}_moderasi", args=[aksi])
    return f"{alamat}?{urlencode({'pk': pk}, doseq=True)}"


def _kata(objek: Any, aksi: str) -> str:
    """Return the words of an act; one that no table knows (any more) stands as it was written."""
    laku = objek.laku.get(aksi) or BERSAMA.get(aksi)
    return laku.kata if laku else aksi


def _pilih(aksi: str) -> Callable[[ModerasiAdmin, HttpRequest, QuerySet[Any]], HttpResponse]:
    """Return the action of the list; it leads to the page that asks for the reason."""

    def pergi(halaman: ModerasiAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        pk = list(queryset.values_list("pk", flat=True)[:SEKALIGUS])
        return HttpResponseRedirect(alamat_moderasi(halaman.opts, aksi, pk))

    return pergi
