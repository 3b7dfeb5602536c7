"""Reads of reports."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from core.moderasi.penarikan import baris_ditarik
from laporan.enums import Status
from laporan.models import garis
from proyek.models.himpunan import jauh
from warga.rules import adalah_kecamatan, adalah_petugas


class LaporanQuerySet(models.QuerySet[Any]):
    """Reads of reports."""

    def terbit(self) -> Self:
        return self.filter(status=Status.TERBIT)

    def draf(self) -> Self:
        return self.filter(status=Status.DRAF)

    def pertama(self) -> Self:
        """Return drafts that correct nothing: no report stands for their days. Where those before
        were taken back, a first report is a further revision."""
        berlaku = self.model._default_manager.berlaku()
        lain = berlaku.filter(proyek=OuterRef("proyek"), periode=OuterRef("periode"))
        return self.draf().filter(Q(revisi=1) | ~Exists(lain))

    def utuh(self) -> Self:
        """Return the published reports that nobody took back as a whole."""
        return self.terbit().filter(~baris_ditarik(self.model._meta.db_table))

    def dengan_utuh(self) -> Self:
        """Annotate `masih`: whether nobody took the report back as a whole."""
        return self.annotate(masih=~baris_ditarik(self.model._meta.db_table))

    def berlaku(self) -> Self:
        """Return the published reports that stand: not taken back, and no newer revision that was
        not taken back tells of the same days."""
        lebih_baru = self.model._default_manager.utuh().filter(
            proyek=OuterRef("proyek"), periode=OuterRef("periode"), revisi__gt=OuterRef("revisi")
        )
        return self.utuh().filter(~Exists(lebih_baru))

    def visible_to(self, user: Any) -> Self:
        """Return published reports for all; drafts, and those that were taken back, for the aparat
        of that kampung and the kecamatan, so that nothing disappears unseen. People without a desk
        read the drafts that they began, while they may write for the project."""
        if adalah_kecamatan(user):
            return self
        if not user.is_authenticated:
            return self.utuh()
        umum = Q(status=Status.TERBIT) & ~baris_ditarik(self.model._meta.db_table)
        if adalah_petugas(user):
            return self.filter(umum | Q(proyek__kampung=user.kampung_id))
        boleh = jauh("penulis_laporan").proyek_untuk(user).values("pk")
        milik = self.model._default_manager.filter(dibuat_oleh=user.pk, proyek__in=boleh)
        return self.filter(umum | Q(pk__in=milik.pertama().values("pk")))

    def untuk_kartu(self) -> Self:
        """Return reports with the columns of a card, in one query. `belanja` is None until it is
        known."""
        belanja = (
            self._anak("realisasi")
            .filter(laporan=OuterRef("pk"))
            .order_by()
            .values("laporan")
            .annotate(jumlah=Sum("jumlah"))
            .values("jumlah")
        )
        return self.select_related("proyek__kampung", "menyusul").annotate(
            belanja=Subquery(belanja, output_field=models.BigIntegerField())
        )

    def dengan_ringkasan_cek(self) -> Self:
        """Annotate the newest checks of residents and their counts (`laporan.bacaan.cek`)."""
        return self.annotate(**self._anak("cek").ringkas(laporan=OuterRef("pk")))

    def dengan_cek(self) -> Self:
        """Annotate `hitung_cek`: how many public checks each report has, by their judgement."""
        return self.annotate(hitung_cek=self._anak("cek").hitung_kartu(laporan=OuterRef("pk")))

    def dengan_sampul(self) -> Self:
        """Return reports with the file of their first photo as `nama_sampul` (None without one), in
        one query."""
        foto = self._anak("foto").tampil().filter(laporan=OuterRef("pk")).order_by("tahap", "pk")
        nama = foto.values(nama=Coalesce("berkas__nama_publik", "berkas__nama"))
        return self.annotate(nama_sampul=Subquery(nama[:1]))

    def untuk_halaman(self) -> Self:
        """Return published reports, newest first, with photos (two queries), and whether they tell
        of items of the work (`berbutir`)."""
        foto = models.Prefetch("foto", self._anak("foto").select_related("berkas"))
        terbit = self.terbit().untuk_kartu().prefetch_related(foto)
        terbit = terbit.annotate(berbutir=Exists(self._anak("kemajuan_butir").milik_laporan()))
        return terbit.order_by("-periode", "-revisi")

    def dengan_lapangan(self) -> Self:
        """Annotate `isi_lapangan`: the newest look in the field at the project, as plain values."""
        milik = jauh("pemeriksaan").filter(proyek=OuterRef("proyek"))
        return self.annotate(isi_lapangan=milik.ringkas(1))

    def dengan_sebelum(self) -> Self:
        """Annotate `nomor_sebelum`: the number of the report that stands of the nearest days before
        (None without one)."""
        lain = self.model._default_manager.berlaku().order_by("-periode")
        lebih_awal = lain.filter(proyek=OuterRef("proyek"), periode__lt=OuterRef("periode"))
        return self.annotate(nomor_sebelum=Subquery(lebih_awal.values("nomor")[:1]))

    def untuk_garis(self, banyak: int) -> dict[str, Any]:
        """Return annotations of a project with its newest reports: `isi_garis` those that stand,
        `isi_ditarik` those that were taken back."""
        berlaku, ditarik = garis.berlaku(self, banyak), garis.ditarik(self, banyak)
        return {"isi_garis": berlaku, "isi_ditarik": ditarik}

    def terbaru(self) -> Any:
        """Return an annotation of a project with its newest report that stands, and the first
        photos of it."""
        return garis.terbaru(self)

    def sebelum(self, laporan: Any) -> Any:
        """Return the report that stands of the nearest days before those of `laporan`."""
        lebih_awal = self.berlaku().filter(proyek=laporan.proyek_id, periode__lt=laporan.periode)
        return lebih_awal.order_by("-periode").first()

    def pengganti(self) -> Self:
        """Return newer revisions of the same span that were not taken back (for `Exists`)."""
        return self.utuh().filter(
            proyek=OuterRef("laporan__proyek"),
            periode=OuterRef("laporan__periode"),
            revisi__gt=OuterRef("laporan__revisi"),
        )

    def serentang(self, laporan: Any) -> Self:
        """Return the published revisions of the span that `laporan` tells of, those that were taken
        back among them."""
        return self.terbit().filter(proyek=laporan.proyek_id, periode=laporan.periode)

    def _anak(self, nama: str) -> Any:
        """Return the manager at the end of a reverse relation."""
        bidang: Any = self.model._meta.get_field(nama)
        return bidang.related_model._default_manager
