"""Kiriman in any state that the database takes, for the rules of whose turn it is."""

import datetime as dt
import random
import uuid
from typing import Any

from aspirasi.enums import STATUS_TERTUTUP, CaraSelesai, Jangkauan, Langkah, Status
from aspirasi.models import Aspirasi
from core.waktu import hari_ini, sekarang
from tests.pabrik.aspirasi import jam_sampai
from tests.pabrik.kampung import InstansiFactory, instansi_kampung, instansi_kecamatan


def tempat_dan_kantor(pemeran: Any) -> tuple[list[Any], list[Any]]:
    kampung = [pemeran.kampung, pemeran.kampung_lain]
    kantor = [instansi_kampung(k) for k in kampung]
    return [*kampung, None], [None, *kantor, instansi_kecamatan(), InstansiFactory()]


def kolom_acak(acak: random.Random, pemeran: Any, induk: Aspirasi) -> dict[str, Any]:
    """Return the columns of a kiriman in any state, within the constraints."""
    tempat, kantor = tempat_dan_kantor(pemeran)

    def ya() -> bool:
        return acak.random() < 0.4

    status = acak.choice(list(Status))
    tertutup, selesai = status in STATUS_TERTUTUP, status == Status.SELESAI
    tenggat = None if tertutup else hari_ini() + dt.timedelta(days=acak.choice((-3, 0, 1, 4, 30)))
    kampung, jangkauan = acak.choice(tempat), acak.choice(list(Jangkauan))
    tempat_umum, tidak_yakin = ya(), ya()
    janji = status == Status.DIJANJIKAN
    biasa = [satu for satu in Langkah if satu not in (Langkah.NIHIL, Langkah.JANJI)]
    langkah = Langkah.JANJI if janji else acak.choice(biasa)
    kena = jangkauan != Jangkauan.KECAMATAN and kampung and not tidak_yakin
    return jam_sampai(tenggat) | {
        "status": status,
        "langkah": Langkah.NIHIL if tertutup else langkah,
        "dijanjikan": tenggat if janji else None,
        "ditutup_pada": sekarang() if tertutup else None,
        "cara_selesai": CaraSelesai.DIKONFIRMASI_PENGIRIM if selesai else "",
        "digabung_ke": induk if status == Status.DIGABUNG else None,
        "jangkauan": jangkauan,
        "nomor": uuid.UUID(int=acak.getrandbits(128)).hex[:12] if ya() else None,
        "kampung": kampung,
        "ditangani": acak.choice(kantor),
        "ditugaskan": acak.choice([None, None, pemeran.staf, pemeran.aparat, pemeran.kakam]),
        "eskalasi": acak.randrange(4),
        "bahaya": ya(),
        "tidak_yakin": tidak_yakin,
        "langsung": bool(kena) and ya(),
        "balasan_pada": sekarang() if ya() else None,
        "minta_umum_pada": sekarang() if ya() else None,
        "tempat_umum": tempat_umum,
        "lintang": -5 if tempat_umum else None,
        "bujur": 105 if tempat_umum else None,
        "letak_menunggu_pada": sekarang() if tempat_umum and ya() else None,
    }


def baris(ke: int, **kolom: Any) -> Aspirasi:
    kunci = {"kunci_hash": f"acak{ke}", "kode": f"ACAK{ke:06d}", "pin_hash": "x"}
    return Aspirasi(jenis="keluhan", judul="Acak", isi="Acak", isi_publik="Acak", **kunci, **kolom)


def simpan(cara: int, ke: int, kolom: dict[str, Any]) -> None:
    """Store one, or write these columns into a stored one, in one of four ways."""
    if cara == 0:
        Aspirasi.objects.bulk_create([baris(ke, **kolom)])
        return
    satu = baris(ke, **(kolom if cara == 1 else {}))
    satu.save()
    if cara == 2:
        Aspirasi.objects.filter(pk=satu.pk).update(**kolom)
    if cara == 3:
        for nama, nilai in kolom.items():
            setattr(satu, nama, nilai)
        satu.save(update_fields=kolom.keys())
