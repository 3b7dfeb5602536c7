"""Local spellings and names by which people look for a kegiatan ("talut", "plat deker").

Words that stand there already stay as they are; a row without room keeps what it has.
"""

from django.db import migrations

TERPANJANG = 300
TALUD = ("talut", "senderan", "dinding penahan", "tanggul")
DEKER = ("plat deker", "boks kulvert", "buis beton")
KERAS = ("makadam", "telford")
BLOK = ("pafing", "paving blok", "conblock")
SEPTIK = ("septictank", "spiteng", "sapiteng")
KATA = {
    "1.3.02": ("pendataan",),
    "2.1.04": ("perpus",),
    "2.1.07": ("perpus",),
    "2.1.08": ("perpus",),
    "2.2.04": ("mobil siaga",),
    "2.3.01": ("tambal sulam", *KERAS),
    "2.3.05": ("plat deker",),
    "2.3.09": ("gapuro",),
    "2.3.10": (*KERAS, *BLOK, "tanah urug", "timbunan", "badan jalan"),
    "2.3.11": (*BLOK, "trotoar", "jalan setapak"),
    "2.3.12": (*KERAS, "jalan tani"),
    "2.3.13": ("jembatan plat", "plat deker"),
    "2.3.14": (*DEKER, "talut jalan", "leningan"),
    "2.3.20": ("gapuro",),
    "2.3.90": TALUD,
    "2.4.03": ("toren", "sumur gali", "bak air"),
    "2.4.11": ("toren", "sumur gali", "bak air"),
    "2.4.14": ("kamar mandi umum", *SEPTIK),
    "2.4.16": SEPTIK,
    "2.4.93": ("solar cell",),
    "3.2.03": ("suroan", "ruwahan", "merti desa"),
    "4.2.01": ("handtraktor",),
    "4.2.02": ("hewan ternak",),
    "4.2.03": ("gudang pangan",),
    "4.2.04": ("bendung", "leningan", "tanggul"),
    "5.2.00": ("covid",),
}


def tambah(apps, schema_editor):
    """Add what is missing to the words of each row."""
    semua = apps.get_model("proyek", "Kegiatan").objects
    for kegiatan in semua.filter(kode__in=KATA):
        ada = [kata.strip() for kata in kegiatan.kata_lain.split(",") if kata.strip()]
        dikenal = {kata.casefold() for kata in ada}
        baru = ", ".join([*ada, *(k for k in KATA[kegiatan.kode] if k.casefold() not in dikenal)])
        if len(baru) <= TERPANJANG and baru != kegiatan.kata_lain:
            semua.filter(pk=kegiatan.pk).update(kata_lain=baru)


class Migration(migrations.Migration):
    dependencies = [("proyek", "0022_hitam_surat")]

    operations = [migrations.RunPython(tambah, migrations.RunPython.noop)]
