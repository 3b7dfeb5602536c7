"""From five wishes to next year's list, by forms alone, without JavaScript."""

import datetime as dt
from typing import Any

from django.test import Client

from aspirasi.enums import Aksi
from aspirasi.models import Aspirasi
from aspirasi.services import berkala, tangani
from core.antrean.tugas import kerjakan_semua
from core.jejak.catat import riwayat
from core.jejak.segel import segel_semua
from core.waktu import hari_ini, pada, sekarang
from kabar.services.penyebar import sebarkan
from proyek.enums import Tahap
from rencana.models import Rencana
from rencana.services.dukung import dukung
from tests.alat.baca import teks
from tests.pabrik.aspirasi import isian, terbit
from tests.pabrik.pemeran import Pemeran
from tests.pabrik.proyek import buat_proyek
from tests.pabrik.rencana import ALASAN, baris, draf
from tests.pabrik.rencana import USULAN as BELUM

JALUR = "/rencana/sido-rejo/2027/"
USUL = ("Jalan sekolah", "Sumur bor", "Talud kali", "Lampu pasar", "Posyandu")
KATA = "Lebarnya dikurangi setengah meter agar pohon tetap berdiri."
NANTI = dt.timedelta(days=12)


def _rencana(pemeran: Pemeran) -> tuple[Rencana, list[Aspirasi]]:
    """A draft with five rows, each of which answers a wish."""
    rencana, suara = draf(pemeran.kakam), []
    for kata in USUL:
        satu = terbit(pemeran.kampung, pemeran.staf, isi=f"{kata} diminta warga Dusun 3.")
        proyek = buat_proyek(pemeran.kampung, judul=kata, **BELUM)
        tangani.hubungkan_proyek(aspirasi=satu, proyek=proyek, oleh=pemeran.kakam)
        baris(rencana, proyek, 50_000_000, pemeran.kakam)
        suara.append(satu)
    return rencana, suara


def _tetapkan(rencana: Rencana, kakam: Client, diprotes: int) -> Any:
    hari = hari_ini().isoformat()
    isi = {"berita_acara_nomor": "BA/4", "berita_acara_tanggal": hari, "perkam_nomor": "4/2026"}
    isi |= {"perkam_tanggal": hari, "ditetapkan_nama": "", "pertimbangan": KATA}
    for satu in rencana.baris.all():
        tidak = satu.urutan > 3
        isi |= {f"hasil_{satu.pk}": "tidak_diambil" if tidak else "diambil"}
        isi |= {f"mengapa_{satu.pk}": ALASAN if tidak else "", f"kembali_{satu.pk}": "2028"}
    jalur = f"{JALUR}rkp/tetapkan/"
    assert "Bagaimana keberatan warga dipertimbangkan" in teks(kakam.get(jalur))
    assert kakam.post(jalur, isi).status_code == 200  # its objection is not spoken of yet
    return kakam.post(jalur, isi | {f"pertimbangan_{diprotes}": KATA})


def _kabar(aspirasi: Aspirasi) -> list[str]:
    semua = riwayat(aspirasi).filter(aksi=Aksi.IKUTI_TAHAP)
    return [(j.isi.rincian or {})["tahap"] for j in semua]


def test_five_wishes_become_a_plan_and_two_come_back(pemeran: Pemeran, klien: Any) -> None:
    rencana, suara = _rencana(pemeran)
    kakam, umum = klien("kakam"), Client()
    sampai = hari_ini() + dt.timedelta(days=10)
    kakam.post(f"{JALUR}rkp/buka/", {"sampai": sampai})
    satu = rencana.baris.get(urutan=1)
    dukung(baris=satu, oleh=pemeran.warga, mau=True)
    for nilai, jenis, isi in (
        (f"rencana:{rencana.pk}", "pertanyaan", "Kapan musyawarahnya?"),
        (f"rencana:{rencana.pk}", "keberatan", "Urutannya tidak seperti musyawarah."),
        (f"baris:{satu.pk}", "keberatan", "Pohon besar jangan ditebang."),
    ):
        umum.post("/aspirasi/kirim/", isian(rujukan=nilai, jenis=jenis, isi=isi, langsung="on"))
    urus = teks(kakam.get(f"{JALUR}rkp/urus/"))
    assert urus.count("Bicarakan tertutup") == 2
    with pada(sekarang() + NANTI):
        jawab = _tetapkan(rencana, kakam, satu.pk)
        assert jawab["Location"] == JALUR
        berkala.ikuti_proyek()
        kerjakan_semua()
        segel_semua()
        sebarkan()
        halaman = teks(umum.get(JALUR))
    assert halaman.index("Belum masuk rencana<") < halaman.index("Lampu pasar")
    assert f"Alasannya: {ALASAN} Dibahas lagi dalam musyawarah untuk tahun 2028." in halaman
    rencana.refresh_from_db()
    assert rencana.keputusan
    dibahas = rencana.keputusan.pertimbangan.get().keberatan.get()
    assert dibahas.isi == "Urutannya tidak seperti musyawarah."
    akhir = ["belum diprioritaskan"]
    assert [_kabar(s) for s in suara] == [*[["masuk rencana kerja kampung"]] * 3, akhir, akhir]
    kabar = teks(klien("warga").get("/kabar/pemberitahuan/"))
    assert "Rencana ditetapkan: 3 masuk, 2 belum masuk" in kabar
    with pada(sekarang() + NANTI):
        kakam.post("/rencana/buat/", {"tahun": 2028, "jenis": "rkp"})
        baru = Rencana.objects.get(tahun=2028)
        lalu = rencana.baris.filter(hasil="tidak_diambil").values_list("pk", flat=True)
        kakam.post("/rencana/sido-rejo/2028/rkp/kembali/", {"baris": list(lalu)})
    assert list(baru.baris.values_list("proyek__judul", flat=True)) == ["Lampu pasar", "Posyandu"]
    assert {b.proyek.tahap for b in baru.baris.all()} == {Tahap.TIDAK_DIPRIORITASKAN}
