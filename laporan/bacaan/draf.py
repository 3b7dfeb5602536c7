"""The fingerprint of a draft, by which a page knows that nothing of it changed since."""

import hashlib

from laporan.models import LaporanKemajuan


def sidik_draf(draf: LaporanKemajuan) -> str:
    """Return a fingerprint (16 hexadecimal digits) of a draft as it stands in the database: its
    days, words and figures, its money, its items, and its photos (four
    queries)."""
    kolom = [satu for satu in draf._meta.concrete_fields if not satu.generated]
    isi = [
        [str(getattr(draf, satu.attname)) for satu in kolom],
        sorted(draf.realisasi.values_list("pendanaan", "jumlah")),
        sorted(draf.rincian_belanja.values_list("jenis", "rupiah")),
        sorted(draf.kemajuan_butir.values_list("butir", "bobot", "persen")),
        sorted(draf.foto.values_list("berkas", "tahap", "keterangan")),
    ]
    return hashlib.sha256(repr(isi).encode()).hexdigest()[:16]
