"""The act that merges a kiriman into another, and the search for likely goals."""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html

from aspirasi.bacaan.kartu import jumlah_suara
from aspirasi.enums import Aksi, Jenis
from aspirasi.models import Aspirasi
from aspirasi.serupa import mirip
from aspirasi.services.gabung import gabung, yang_ikut
from core.formulir.teks import BarisFormField
from meja.tindakan.dasar import AlasanForm
from warga.models import Pengguna

CALON_TERBANYAK = 5

POLA_ACUAN = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)


def calon(aspirasi: Aspirasi, oleh: Pengguna) -> list[Aspirasi]:
    """Return the likeliest goals, best first. They are open, on this person's desk, of the same
    kampung, for the same readers, and fit for `gabung`."""
    meja = Aspirasi.objects.untuk_meja(oleh).terbuka().exclude(pk=aspirasi.pk)
    sepadan = meja.filter(
        kampung=aspirasi.kampung_id, jangkauan=aspirasi.jangkauan, tentang=aspirasi.tentang
    )
    if aspirasi.bahaya:
        sepadan = sepadan.filter(bahaya=True)
    if aspirasi.jenis == Jenis.KEBERATAN:
        sepadan = sepadan.filter(jenis=Jenis.KEBERATAN, proyek_disebut=aspirasi.proyek_disebut_id)
    return mirip.serupa(
        aspirasi.isi_publik,
        di=sepadan,
        kampung=aspirasi.kampung,
        lintang=aspirasi.lintang,
        bujur=aspirasi.bujur,
        jenis=aspirasi.jenis,
        batas=CALON_TERBANYAK,
        ambang=mirip.AMBANG_SELA,
    )


def yang_mirip(aspirasi: Aspirasi, oleh: Pengguna) -> list[Aspirasi]:
    """Return what says likely the same, for the first look: open, of the same kind, on this
    person's desk, of the same kampung or of none that is known. Thanks have no duplicates."""
    if aspirasi.jenis == Jenis.APRESIASI:
        return []
    meja = Aspirasi.objects.untuk_meja(oleh).terbuka().exclude(pk=aspirasi.pk)
    sini = Q(kampung=aspirasi.kampung_id) | Q(kampung=None) if aspirasi.kampung_id else Q()
    sejenis = meja.filter(sini, jenis=aspirasi.jenis)
    return list(mirip.di_antara(sejenis.dengan_keadaan(), aspirasi))


class CalonField(forms.ChoiceField):
    """One of the likely goals by its acuan. A goal that is no longer among them is still accepted:
    the desk is asked whether it may be the goal, as for a typed number."""

    widget = forms.RadioSelect

    def valid_value(self, value: Any) -> bool:
        return POLA_ACUAN.fullmatch(str(value)) is not None


class Gabung(AlasanForm):
    """The kiriman that goes on: one of the likely ones, or named by its number or by the
    address of its desk page.

    Merging cannot be undone. So the named goal is shown first, with everything that comes along,
    and must be ticked: `yakin` holds the acuan of the goal that was seen.
    """

    nama, aksi = "gabung", Aksi.GABUNG
    label, tombol = "Gabung dengan kiriman lain", "Gabungkan"
    pesan = "Kiriman sudah digabung. Pengirim membaca alasannya."
    negatif = True

    calon = CalonField(label="Yang mungkin sama", required=False)
    ke = BarisFormField(
        label="Digabung ke kiriman",
        required=False,
        max_length=200,
        help_text="Nomornya, misalnya ASP-2026-00042, atau alamat halamannya di meja kerja. "
        "Harus dari kampung yang sama dan dengan pembaca yang sama.",
    )
    yakin = forms.CharField(
        label="Ya, gabungkan ke kiriman itu", required=False, widget=forms.HiddenInput
    )
    field_order = ["calon", "ke", "alasan", "yakin"]

    def siapkan(self) -> None:
        pilihan = [(a.acuan.hex, _sebut(a)) for a in calon(self.aspirasi, self.oleh)]
        if pilihan:
            lain = ("", "Kiriman lain: tulis nomornya di bawah")
            self.bidang("calon", CalonField).choices = [*pilihan, lain]
            self.fields["ke"].label = "Atau kiriman lain"
        else:
            self.fields["calon"].widget = forms.HiddenInput()
            self.fields["ke"].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        yakin, dipilih = data.pop("yakin", ""), data.pop("calon", "")
        if "ke" in data:
            data["ke"] = self._tujuan(dipilih, data["ke"].strip())
        if not self.errors and yakin != data["ke"].acuan.hex:
            self._tanyakan(data["ke"])
        return data

    def lakukan(self) -> None:
        ke, alasan = self.cleaned_data["ke"], self.cleaned_data["alasan"]
        gabung(aspirasi=self.aspirasi, ke=ke, alasan=alasan, oleh=self.oleh)

    def _tujuan(self, dipilih: str, ditulis: str) -> Aspirasi | None:
        """Return the goal on this desk that was ticked or typed. An error stands at its field."""
        if dipilih and ditulis:
            self.add_error("ke", "Pilih satu di atas atau tulis nomornya, jangan keduanya.")
        elif not dipilih and not ditulis:
            self.add_error("ke", "Pilih kiriman tujuannya, atau tulis nomornya.")
        elif (tujuan := self._cari(dipilih or ditulis)) is None:
            self.add_error("ke", "Kiriman itu tidak ada di meja Anda. Periksa nomornya.")
        else:
            return tujuan
        return None

    def _cari(self, teks: str) -> Aspirasi | None:
        meja = Aspirasi.objects.untuk_meja(self.oleh).exclude(pk=self.aspirasi.pk)
        acuan = POLA_ACUAN.search(teks)
        cocok = meja.filter(acuan=UUID(acuan[0])) if acuan else meja.filter(nomor__iexact=teks)
        tujuan: Aspirasi | None = cocok.first()
        return tujuan

    def _tanyakan(self, ke: Aspirasi) -> None:
        """Turn `yakin` into a tick for this goal."""
        isian = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict, once it was sent
        isian.pop(self.add_prefix("yakin"), None)
        self.data, bidang = isian, self.fields["yakin"]
        bidang.widget = forms.CheckboxInput(attrs={"value": ke.acuan.hex})
        nomor = f" ({ke.nomor})" if ke.nomor else ""
        self["yakin"].help_text = format_html(
            "<p>Tujuannya “{}”{}. {} Penggabungan tidak dapat dibatalkan.</p>"
            '<blockquote class="kutipan"><p class="pecah">{}</p></blockquote>',
            ke.judul,
            nomor,
            _sebut_ikut(*yang_ikut(self.aspirasi, ke)),
            linebreaksbr(ke.isi_publik, autoescape=True),
        )
        self.add_error("yakin", "Belum digabung. Periksa tujuannya, lalu centang ini.")


def _sebut(a: Any) -> str:
    """Return a likely goal in one line: number, title, status, supporters."""
    suara = [kata] if (kata := jumlah_suara(a)) else []
    return " · ".join([*([a.nomor] if a.nomor else []), a.judul, a.get_status_display(), *suara])


def _sebut_ikut(pendukung: int, serupa: int) -> str:
    """Return in words what comes along to the goal."""
    if not pendukung and not serupa:
        return "Tidak ada pendukung atau kiriman serupa yang ikut pindah."
    ada = [f"{n} {kata}" for n, kata in ((pendukung, "pendukung"), (serupa, "kiriman serupa")) if n]
    return f"Ikut pindah ke sana: {' dan '.join(ada)}."
