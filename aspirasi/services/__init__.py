"""What is done with a kiriman: acts of senders, of officials, and of the worker.

Each act is one transaction: it locks the row, asks the table of transitions (`alur.pindah`),
moves the clock (`jam`), leaves a Jejak and lets the sender hear of it (`pengabaran`). The acts
that every desk has stand here by name; the rest is in the modules beside.
"""

from aspirasi.services.resmi import (
    ambil,
    baca_pengirim,
    catat_internal,
    hubungkan_proyek,
    periksa,
    tanggapi,
    teruskan,
    tutup_negatif,
)

__all__ = [
    "ambil",
    "baca_pengirim",
    "catat_internal",
    "hubungkan_proyek",
    "periksa",
    "tanggapi",
    "teruskan",
    "tutup_negatif",
]
