"""Words about a project are taken back, from its row and from its trail."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from core.galat import TidakBisa
from core.jejak.catat import catat
from proyek.bacaan.versi import versi
from proyek.enums import HalLingkungan, PeranTim, Tahap
from proyek.laku import Aksi
from proyek.models import Gerak, KoreksiLpj, Lpj, Proyek, TimProyek
from proyek.models.perubahan import KolomUbah, Perubahan
from proyek.services.keterangan import ubah_keterangan
from proyek.services.lestari import isi_lestari
from proyek.services.lingkungan import isi_lingkungan
from proyek.services.lpj import buka_koreksi, cabut_lpj, tetapkan_lpj
from proyek.services.penarikan import tarik_tulisan
from proyek.services.pencairan import catat_pencairan
from proyek.services.tahap import ubah_tahap
from proyek.services.tim import tambah_tim
from tests.alat.baca import teks
from tests.pabrik.pemeran import SEMUA_PERAN
from tests.pabrik.proyek import HARI, buat_keputusan, buat_proyek

pytestmark = pytest.mark.django_db
BOLEH = {"aparat", "kakam", "staf", "petugas_rahasia", "camat", "admin"}
ISIAN = {"kata": "Bu Ningsih", "alasan": "Memuat nama warga."}


@pytest.fixture
def proyek(pemeran: Any) -> Proyek:
    """A stopped project that names a resident in its words, its trail and its old words."""
    proyek = buat_proyek(
        pemeran.kampung, judul="Talut rumah Bu Ningsih", lokasi="Sebelah Bu Ningsih"
    )
    ubah_keterangan(
        proyek=proyek, isi={"lokasi": "Dusun 3"}, alasan="Diperjelas.", oleh=pemeran.kakam
    )
    return ubah_tahap(
        proyek=proyek,
        ke=Tahap.DIHENTIKAN_SEMENTARA,
        tanggal=HARI,
        oleh=pemeran.kakam,
        alasan="Bu Ningsih menolak pohonnya ditebang.",
    )


def alamat(proyek: Proyek) -> str:
    return reverse("meja:proyek_tarik", args=[proyek.nomor])


@pytest.mark.parametrize("siapa", SEMUA_PERAN)
def test_whole_cast(klien: Any, proyek: Proyek, siapa: str) -> None:
    client, boleh = klien(siapa), siapa in BOLEH
    assert (client.get(alamat(proyek)).status_code == 200) is boleh
    assert (alamat(proyek) in teks(client.get(proyek.get_absolute_url()))) is boleh


def test_the_words_are_gone_from_every_page_and_the_reason_stands(
    klien: Any, proyek: Proyek
) -> None:
    halaman = ("/", "/proyek/", proyek.get_absolute_url(), proyek.kampung.get_absolute_url())
    assert all("Ningsih" in teks(Client().get(satu)) for satu in halaman)
    assert klien("aparat").post(alamat(proyek), ISIAN).status_code == 302
    for satu in halaman:
        assert "Ningsih" not in teks(Client().get(satu)), satu
    isi = teks(Client().get(proyek.get_absolute_url()))
    assert "Talut rumah █████" in isi
    assert "Memuat nama warga." in isi
    assert "Dihentikan sementara" in isi
    assert proyek.nomor not in teks(Client().get("/proyek/?cari=Ningsih"))
    assert "tidak ada dalam tulisan" in teks(klien("aparat").post(alamat(proyek), ISIAN))


def test_words_that_stand_in_the_trail_alone_are_found(proyek: Proyek, pemeran: Any) -> None:
    kata = ["pohonnya ditebang"]
    tarik_tulisan(proyek=proyek, kata=kata, alasan="Menyebut urusan warga.", oleh=pemeran.staf)
    assert "pohonnya" not in teks(Client().get(proyek.get_absolute_url()))
    with pytest.raises(TidakBisa, match="tidak ada"):
        tarik_tulisan(proyek=proyek, kata=["Budi"], alasan="Memuat nama.", oleh=pemeran.staf)
    with pytest.raises(TidakBisa, match="hitam seluruhnya"):
        tarik_tulisan(proyek=proyek, kata=[proyek.judul], alasan="Salah.", oleh=pemeran.staf)


def test_a_form_that_was_open_does_not_bring_the_words_back(proyek: Proyek, pemeran: Any) -> None:
    dilihat, judul = versi(proyek), proyek.judul
    tarik_tulisan(proyek=proyek, kata=["Bu Ningsih"], alasan="Memuat nama.", oleh=pemeran.staf)
    with pytest.raises(TidakBisa, match="diubah orang lain"):
        ubah_keterangan(
            proyek=proyek,
            isi={"judul": judul},
            alasan="Dirapikan.",
            oleh=pemeran.kakam,
            dilihat=dilihat,
        )


def test_notes_of_money_and_words_that_a_paper_changed_go_too(klien: Any, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung, pagu=1_000_000)
    catat_pencairan(
        pendanaan=proyek.pendanaan.get(),
        jumlah=5,
        tanggal=HARI,
        oleh=pemeran.kakam,
        keterangan="Diambil Bu Ningsih",
    )
    Perubahan.objects.create(
        proyek=proyek,
        keputusan=buat_keputusan(pemeran.kakam, proyek=proyek),
        kolom=KolomUbah.SASARAN,
        lama="Keluarga Bu Ningsih",
        baru="12 keluarga",
    )
    halaman = proyek.get_absolute_url()
    assert teks(Client().get(halaman)).count("Ningsih") == 2
    assert klien("aparat").post(alamat(proyek), ISIAN).status_code == 302
    isi = teks(Client().get(halaman))
    assert "Ningsih" not in isi
    assert "Diambil █████" in isi
    with pytest.raises(IntegrityError), transaction.atomic():
        Gerak.objects.update(keterangan="lain")


def test_words_about_land_upkeep_team_and_papers_go_too(klien: Any, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    isi = {"perawat": "Keluarga Bu Ningsih", "surat_lahan": "hibah Bu Ningsih"}
    isi_lestari(proyek=proyek, isi=isi, tujuan=[], oleh=pemeran.aparat)
    tim = TimProyek(proyek=proyek, peran=PeranTim.ANGGOTA_TPK, nama="Bu Ningsih")
    tambah_tim(anggota=tim, oleh=pemeran.aparat)
    halaman = proyek.get_absolute_url()
    assert teks(Client().get(halaman)).count("Ningsih") == 4, (
        "its keeper stands in the summary, too"
    )
    terbuka = klien("aparat").get(f"{halaman}lestari/").context["form"].initial
    assert klien("staf").post(alamat(proyek), ISIAN).status_code == 302
    tampil = teks(Client().get(halaman))
    assert "Ningsih" not in tampil
    assert "Keluarga █████" in tampil
    assert "Memuat nama warga." in tampil
    # A form that was open does not bring the words back; sent once more it keeps them black.
    lama = isi | {"alasan": "Dirapikan.", "dihitamkan": "0"}
    respons = klien("aparat").post(f"{halaman}lestari/", lama)
    assert "dihitamkan petugas" in teks(respons)
    assert respons.context["form"]["perawat"].value() == "Keluarga █████"
    assert terbuka["perawat"] == "Keluarga Bu Ningsih"
    tim_lama = {"peran": tim.peran, "nama": "Bu Ningsih", "alasan": "Salah.", "dihitamkan": "0"}
    jalur = reverse("proyek:tim_ubah", args=[proyek.nomor, tim.pk])
    klien("aparat").post(jalur, tim_lama | {"kunci": "k" * 32})
    tim.refresh_from_db()
    assert tim.nama == "█████"


def test_numbers_days_and_choices_are_not_offered_as_words(klien: Any, pemeran: Any) -> None:
    proyek = buat_proyek(pemeran.kampung)
    ubah = {"volume": ["93.75", "95.5"], "mulai_rencana": ["", "2026-07-06"], "pola": ["", "pkt"]}
    ubah |= {"lokasi": ["Rumah Bu Ningsih", "Dusun 3"], "kampung_lain": ["", "Sido Luhur"]}
    rincian = {"perubahan": ubah}
    catat(objek=proyek, aksi=Aksi.DIBETULKAN, oleh=pemeran.kakam, alasan="Salah.", rincian=rincian)
    ditawarkan = klien("staf").get(alamat(proyek)).context["tulisan"].split("\n\n")
    assert {"Rumah Bu Ningsih", "Dusun 3", "Salah."} <= set(ditawarkan)
    assert not {"93.75", "95.5", "2026-07-06", "pkt", "Sido Luhur"} & set(ditawarkan)


def test_words_of_lingkungan_and_their_reasons_go(klien: Any, pemeran: Any) -> None:
    kampung = pemeran.kampung
    isi = {"keadaan": "Belik di kebun Bu Ningsih.", "tindakan": "Dipagari."}
    dasar: Any = {"kampung": kampung, "hal": HalLingkungan.MATA_AIR, "oleh": pemeran.aparat}
    isi_lingkungan(**dasar, **isi)
    isi_lingkungan(**dasar, **isi | {"tindakan": "Ditanami."}, alasan="Kata Bu Ningsih.")
    halaman = reverse("kampung:lingkungan", args=[kampung.slug])
    assert teks(Client().get(halaman)).count("Ningsih") == 2
    jalur = reverse("meja:lingkungan_tarik", args=[kampung.slug, HalLingkungan.MATA_AIR])
    assert klien("aparat_lain").post(jalur, ISIAN).status_code == 403
    assert klien("staf").post(jalur, ISIAN).status_code == 302
    tampil = teks(Client().get(halaman))
    assert "Ningsih" not in tampil
    assert "Belik di kebun █████." in tampil
    assert "karena: Memuat nama warga." in tampil


def test_reasons_of_an_lpj_are_read_by_all_and_taken_back(klien: Any, pemeran: Any) -> None:
    baru = Lpj(kampung=pemeran.kampung, tahun=2025, nomor="5/2026", tanggal=HARI)
    lpj = tetapkan_lpj(lpj=baru, oleh=pemeran.kakam)
    koreksi = KoreksiLpj(lpj=lpj, nomor="9 Bu Ningsih", tanggal=HARI)
    buka_koreksi(koreksi=koreksi, alasan="Nota Bu Ningsih tertukar.", oleh=pemeran.kakam)
    cabut_lpj(lpj=lpj, alasan="Salah tahun, kata Bu Ningsih.", oleh=pemeran.kakam)
    halaman = lpj.get_absolute_url()
    assert teks(Client().get(halaman)).count("Ningsih") == 3
    jalur = reverse("meja:lpj_tarik", args=[lpj.pk])
    assert klien("aparat_lain").get(jalur).status_code == 403
    assert klien("staf").post(jalur, ISIAN).url == halaman
    tampil = teks(Client().get(halaman))
    assert "Ningsih" not in tampil
    assert "Surat nomor 9 █████" in tampil
    assert "Memuat nama warga." in tampil
    assert "Penetapan LPJ dicabut" in tampil
