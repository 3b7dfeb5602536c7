"""Forms of decisions."""

from collections.abc import Iterable, Sequence
from typing import Any

import rules
from django import forms
from django.forms.models import ModelChoiceIterator, model_to_dict

from core.formulir.forms import KunciFormField
from core.formulir.widgets import TanggalInput
from proyek.enums import (
    DASAR_KECAMATAN,
    DASAR_MUSYAWARAH,
    TAHAP_MUSYAWARAH,
    TAHAP_NEGATIF,
    Dasar,
    Pencatat,
    Tahap,
)
from proyek.forms.umum import (
    PindaianMixin,
    bukan_masa_depan,
    sebut_kosong,
    tanggal_wajar,
)
from proyek.models import Keputusan, Proyek
from proyek.models.keputusan import PANJANG_ALASAN_NEGATIF
from proyek.services.ralat import BUKAN_TAHAP, BUKAN_UANG
from warga.models import Kampung
from warga.rules import adalah_bpk, adalah_kecamatan

KOLOM = [
    "kampung",
    "kampung_lain",
    "ke_tahap",
    "judul",
    "isi",
    "alasan",
    "dasar",
    "tanggal_surat",
    "nomor_surat",
    "ditetapkan_jabatan",
    "ditetapkan_nama",
    "berlaku_mulai",
    "sebab_ralat",
]
PETUNJUK = {
    "isi": "Apa yang diputuskan, dalam kalimat biasa.",
    "alasan": "Warga akan membacanya paling dulu: mengapa keputusannya begini?",
    "ditetapkan_jabatan": "Jabatan orang yang menetapkan, bukan yang mengetik. "
    "Contoh: Kepala Kampung Sido Rejo.",
    "dasar": "Rapat atau surat yang menjadi dasarnya.",
    "kampung_lain": "Kampung lain yang ikut terkena keputusan ini.",
    "sebab_ralat": "Apa yang keliru pada catatan lama. Contoh: nomor suratnya salah ketik.",
}
JABATAN_BPK = "Jabatan orang yang memimpin musyawarahnya. Contoh: Ketua BPK Kampung Sido Rejo."
KECAMATAN = "kecamatan"
PERLU_CAMAT = "Keputusan kecamatan ditetapkan Camat. Tulis jabatannya, misalnya Camat Bangunrejo."
PERLU_DASAR = "Pilih keputusan Camat, musrenbang kecamatan, atau berita acara sebagai dasarnya."


class _Pilihan(ModelChoiceIterator):
    """The empty choice, the kecamatan, and then every kampung."""

    def __iter__(self) -> Any:
        yield ("", "Pilih kampung")
        yield (KECAMATAN, "Kecamatan sendiri (ditetapkan Camat)")
        self.field.empty_label = None
        yield from super().__iter__()


class KampungAtauKecamatanField(forms.ModelChoiceField):
    """A kampung, or the kecamatan itself. It cleans to None for the kecamatan."""

    iterator = _Pilihan

    def clean(self, value: Any) -> Any:
        return None if value == KECAMATAN else super().clean(value)


class KeputusanForm(PindaianMixin, forms.ModelForm):
    """A decision; with a project it may open the door to a next stage.

    Without a project the kampung is the official's own; officials of the kecamatan choose. With
    `ralat` it replaces that decision and starts from its words; then stage and money stay, unless
    the old one still waits for its kakam.
    """

    nama_titipan = "KeputusanForm"

    class Meta:
        model = Keputusan
        fields = KOLOM
        widgets = {
            "isi": forms.Textarea(attrs={"rows": 4}),
            "alasan": forms.Textarea(attrs={"rows": 4}),
            "tanggal_surat": TanggalInput,
            "berlaku_mulai": TanggalInput,
            "kampung_lain": forms.CheckboxSelectMultiple,
        }
        help_texts = PETUNJUK

    def __init__(
        self,
        *args: Any,
        proyek: Proyek | None = None,
        ralat: Keputusan | None = None,
        **kwargs: Any,
    ) -> None:
        self.proyek, self.ralat = proyek, ralat
        if ralat:
            kolom = [nama for nama in KOLOM if nama not in ("sebab_ralat", "kampung_lain")]
            kwargs["initial"] = model_to_dict(ralat, kolom)
        super().__init__(*args, **kwargs)
        self.fields["kunci"] = KunciFormField()
        sebut_kosong(self.fields["dasar"], "Pilih dasarnya")
        self.fields["tanggal_surat"].validators.append(bukan_masa_depan)
        self.fields["berlaku_mulai"].validators.append(tanggal_wajar)
        self._atur_tahap()
        self._atur_kampung()
        self._atur_ralat()
        if adalah_bpk(self.oleh):
            self._atur_bpk()

    @property
    def tetap(self) -> bool:
        """Return whether stage and money stay: it replaces a decision that everyone reads."""
        return self.ralat is not None and self.ralat.umum

    @property
    def perlu_pindaian(self) -> bool:
        """Return whether it counts only with its scan: a ralat by the kecamatan for a kampung."""
        lama = self.ralat if self.tetap and adalah_kecamatan(self.oleh) else None
        return lama is not None and lama.pencatat == Pencatat.UNTUK_KAMPUNG

    def _atur_tahap(self) -> None:
        if self.proyek:
            self.instance.proyek = self.proyek
            self.instance.kampung = self.proyek.kampung
        if self.proyek is None or self.tetap:
            del self.fields["ke_tahap"]
            return
        self._pilihan_tahap(
            "Tahap proyek sesudah keputusan ini",
            "Tahapnya tidak berubah",
            self._tahap_dapat(self.proyek),
        )

    def _tahap_dapat(self, proyek: Proyek) -> list[str]:
        """Return the stages to choose from: a ralat may repeat that of a decision that waits."""
        lama = self.ralat.ke_tahap if self.ralat else ""
        return list(dict.fromkeys([*proyek.tahap_lewat_keputusan, *([lama] if lama else [])]))

    def _pilihan_tahap(self, label: str, kosong: str, tahap: Iterable[str]) -> None:
        bidang: Any = self.fields["ke_tahap"]
        bidang.label = label
        bidang.choices = [("", kosong), *((ke, Tahap(ke).label) for ke in tahap)]

    def _atur_kampung(self) -> None:
        if self.proyek or self.ralat:
            del self.fields["kampung"], self.fields["kampung_lain"]
        elif rules.has_perm("proyek.catat_keputusan_kecamatan", self.oleh):
            semua = Kampung.objects.all()
            self.fields["kampung"] = KampungAtauKecamatanField(semua, label="Kampung")
        else:
            del self.fields["kampung"]
            self.instance.kampung = self.oleh.kampung

    def _atur_ralat(self) -> None:
        if self.ralat is None:
            del self.fields["sebab_ralat"]
            return
        self.instance.menggantikan, self.instance.kampung = self.ralat, self.ralat.kampung
        self.fields["sebab_ralat"].required = True
        self.order_fields(["sebab_ralat"])

    def _atur_bpk(self) -> None:
        """Leave the grounds and the stages that a meeting has."""
        self.fields.pop("kampung_lain", None)
        self.fields["ditetapkan_jabatan"].help_text = JABATAN_BPK
        dasar: Any = self.fields["dasar"]
        dasar.choices = [("", "Pilih dasarnya"), *((d, Dasar(d).label) for d in DASAR_MUSYAWARAH)]
        if "ke_tahap" in self.fields:
            tahap: Any = self.fields["ke_tahap"]
            tahap.choices = [(ke, k) for ke, k in tahap.choices if ke in ("", *TAHAP_MUSYAWARAH)]

    def clean_kampung_lain(self) -> Any:
        """Leave out the kampung whose decision it is."""
        sendiri = self.cleaned_data.get("kampung") or self.instance.kampung
        return self.cleaned_data["kampung_lain"].exclude(pk=sendiri.pk if sendiri else None)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        pendek = len((isi.get("alasan") or "").strip()) < PANJANG_ALASAN_NEGATIF
        if isi.get("ke_tahap") in TAHAP_NEGATIF and pendek and "alasan" in isi:
            self.add_error(
                "alasan",
                "Tulis alasannya dalam satu kalimat penuh, karena keputusan ini mengecewakan "
                "pengusul.",
            )
        self._periksa_kecamatan(isi)
        if self.tetap:
            self._periksa_tetap()
        return isi

    def _periksa_kecamatan(self, isi: dict[str, Any]) -> None:
        if not adalah_kecamatan(self.oleh) or "dasar" not in isi:
            return
        tanpa_kampung = "kampung" in isi and isi["kampung"] is None
        if tanpa_kampung and isi["dasar"] not in (*DASAR_KECAMATAN, Dasar.BERITA_ACARA):
            self.add_error("dasar", PERLU_DASAR)
        jabatan = isi.get("ditetapkan_jabatan", "")
        if (tanpa_kampung or isi["dasar"] in DASAR_KECAMATAN) and "camat" not in jabatan.lower():
            self.add_error("ditetapkan_jabatan", PERLU_CAMAT)

    def _periksa_tetap(self) -> None:
        """Refuse a stage or money that was sent with a ralat, and say what to use instead."""
        if self.data.get("ke_tahap", "") not in ("", getattr(self.ralat, "ke_tahap", "")):
            self.add_error(None, BUKAN_TAHAP)
        pagu = [n for n in self.data if n.startswith("dana-") and n.endswith("-pagu")]
        if any(self.data[nama].strip() for nama in pagu):
            self.add_error(None, BUKAN_UANG)


class KeputusanAwalForm(KeputusanForm):
    """The founding decision of a project that is being opened. It may be left out as a whole."""

    nama_titipan = "KeputusanAwalForm"
    bersyarat: Sequence[str] = ()
    # Words typed here say that there is a decision.
    TANDA = ("judul", "isi", "alasan", "nomor_surat", "ditetapkan_nama", "ke_tahap", "titipan")
    TAHAP = (
        Tahap.DITELAAH,
        Tahap.DIBAHAS,
        Tahap.MASUK_RKP,
        Tahap.MASUK_DU_RKP,
        Tahap.DIANGGARKAN,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dipakai = self._terisi()
        if self.is_bound and not self.dipakai:  # the whole part was left empty
            wajib = [nama for nama, bidang in self.fields.items() if bidang.required]
            self.bersyarat = wajib  # once a word is typed here they may not stay empty
            for nama in wajib:
                self.fields[nama].required = False

    def _atur_tahap(self) -> None:
        self._pilihan_tahap("Tahap proyek sekarang", "Baru usulan", self.TAHAP)
        self.fields["ke_tahap"].help_text = "Selain usulan, setiap tahap memerlukan keputusan."

    def _atur_kampung(self) -> None:
        del self.fields["kampung"], self.fields["kampung_lain"]  # those of the project

    def _terisi(self) -> bool:
        if not self.is_bound:
            return False
        nama = (self.add_prefix(satu) for satu in self.TANDA)
        return any((self.data.get(n) or "").strip() for n in nama) or bool(self.files)

    def keputusan(self) -> Keputusan | None:
        """Return the unsaved decision, or None when there is none."""
        return self.save(commit=False) if self.dipakai else None
