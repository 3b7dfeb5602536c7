"""Checks, looks, musyawarah, files and letters change only beside their act in the trail.

What an act changes stands in `LAKU`: a change of these columns without one of these acts, written
in the same transaction, is undone as it ends. What no act changes is locked at once.
"""

from collections.abc import Iterator

from django.db import migrations

from core.jejak.sql import HITAM, tolak_ubah_terbit

FUNGSI = f"""
CREATE FUNCTION laporan_bersama_penarikan(
    tabel text, baris bigint, kolom text, seluruhnya boolean
) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
-- Whether this column of a row is taken back (as a whole) in this very transaction.
SELECT EXISTS (
    SELECT FROM public.core_penarikan AS p
    WHERE p.tabel = $1 AND p.baris = $2 AND $3 = ANY (p.kolom::text[])
        AND (p.utuh OR NOT $4) AND p.transaksi = pg_current_xact_id()::text::bigint
        AND p.dicatat = transaction_timestamp()
)
$$;
CREATE FUNCTION laporan_tolak(pesan text, tabel text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '%', pesan
        USING ERRCODE = 'restrict_violation',
              HINT = format('Perubahan pada tabel %s ditolak oleh basis data.', tabel);
END $$;
CREATE FUNCTION laporan_beserta_laku() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Argument 1: the message. 2: the kind of thing, as the trail calls it. 3: the column with its
-- key. 4: the acts, one of which stands in its trail beside the change. 5: columns that may become
-- black instead, taken back in this transaction.
DECLARE
    lama jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    baru jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    hitam text[] := string_to_array(TG_ARGV[4], ',');
BEGIN
    IF EXISTS (
        SELECT FROM public.core_jejak AS j
        WHERE j.objek_jenis = TG_ARGV[1] AND j.objek_kunci = coalesce(baru, lama) ->> TG_ARGV[2]
            AND j.aksi = ANY (string_to_array(TG_ARGV[3], ','))
            AND j.dicatat >= transaction_timestamp()
    ) THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' AND cardinality(hitam) > 0 AND NOT EXISTS (
        SELECT FROM unnest(hitam) AS h (nama)
        WHERE lama ->> h.nama IS DISTINCT FROM baru ->> h.nama AND NOT (
            public.core_dihitamkan(lama ->> h.nama, baru ->> h.nama)
            AND public.laporan_bersama_penarikan(TG_TABLE_NAME, OLD.id, h.nama, false)
        )
    ) THEN
        RETURN NULL;
    END IF;
    PERFORM public.laporan_tolak(TG_ARGV[0], TG_TABLE_NAME);
    RETURN NULL;
END $$;
CREATE FUNCTION laporan_beserta_penarikan() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Argument 1: the message. 2: the column that is taken back as a whole in this transaction.
BEGIN
    IF NOT public.laporan_bersama_penarikan(TG_TABLE_NAME, NEW.id, TG_ARGV[1], true) THEN
        PERFORM public.laporan_tolak(TG_ARGV[0], TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION laporan_cek_terbaca() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
-- Other words of a public check say that they are others, and are read where they must be.
BEGIN
    IF (NEW.penilaian, NEW.isi, NEW.foto_umum) IS NOT DISTINCT FROM
            (OLD.penilaian, OLD.isi, OLD.foto_umum)
        AND (NEW.isi_publik = OLD.isi_publik
            OR public.core_dihitamkan(OLD.isi_publik, NEW.isi_publik))
    THEN
        RETURN NULL;
    END IF;
    IF OLD.ditarik_pada IS NOT NULL
        OR NEW.ditarik_pada IS NULL AND (
            OLD.terbit_pada IS NOT NULL AND NEW.diperbaiki_pada IS NULL
            OR NOT NEW.ditahan AND (NEW.dari <> 'terbukti' OR OLD.isi_publik LIKE '%{HITAM}%')
        )
    THEN
        PERFORM public.laporan_tolak(
            'Cek yang diperbaiki mencatat waktunya dan dibaca lagi bila perlu.', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER laporan_cek_terbaca AFTER UPDATE ON laporan_cekwarga
    FOR EACH ROW EXECUTE FUNCTION laporan_cek_terbaca();
"""  # noqa: S608 - our own constant
LEPAS = """
DROP TRIGGER laporan_cek_terbaca ON laporan_cekwarga;
DROP FUNCTION laporan_cek_terbaca();
DROP FUNCTION laporan_beserta_penarikan();
DROP FUNCTION laporan_beserta_laku();
DROP FUNCTION laporan_tolak(text, text);
DROP FUNCTION laporan_bersama_penarikan(text, bigint, text, boolean);
"""
JAM = ("langkah_mulai", "jatah_hari", "janji", "tenggat", "eskalasi")
TAMPIL = ("disembunyikan", "alasan_sembunyi", "disembunyikan_pada", "disembunyikan_oleh_id")
ISI_CEK = ("penilaian", "foto_umum", "dari", "kampung_id", "diperbaiki_pada")
# Table → message, columns that may change. No row goes.
TETAP = {
    "laporan_cekwarga": (
        "Cek warga tidak boleh dihapus, dan asalnya tidak boleh diubah.",
        (
            *(*ISI_CEK, "isi", "isi_publik", "foto_dibatasi", "ditahan", "ditahan_sejak"),
            *("terbit_pada", "ditarik_pada", "dikabarkan_pada", "penanggap", "ditanggapi_pada"),
            *("belum_puas_pada", *TAMPIL, *JAM),
        ),
    ),
    "laporan_pemeriksaanlapangan": (
        "Pemeriksaan lapangan tidak boleh dihapus, dan asalnya tidak boleh diubah.",
        ("alasan", "tahap", "dicatat_pada", "dikabarkan_pada", *JAM),
    ),
    "laporan_pemeriksaanlapangan_cek": ("Cek yang menyebabkan pemeriksaan tidak berubah.", ()),
    "laporan_musyawarah": (
        "Musyawarah tidak boleh dihapus, dan asalnya tidak boleh diubah.",
        (
            *("tanggal", "tempat", "tentang", "diadakan", "hasil", "keputusan_id"),
            *("dibatalkan_pada", "dicatat_pada"),
        ),
    ),
    "laporan_fotolapangan": (
        "Foto pemeriksaan tidak boleh diganti atau dihapus. Tarik dengan alasan.",
        ("ditarik_pada",),
    ),
    "laporan_lampirancatatan": (
        "Lampiran catatan tidak boleh diganti atau dihapus. Tarik dengan alasan.",
        ("ditarik_pada",),
    ),
}
# Table → columns that are set once.
SEKALI = {
    "laporan_cekwarga": ("terbit_pada", "ditarik_pada", "dikabarkan_pada"),
    "laporan_catatanpengawasan": ("ditarik_pada",),
    "laporan_tanggapan": ("ditarik_pada",),
    "laporan_lampirancatatan": ("ditarik_pada",),
    "laporan_fotolapangan": ("ditarik_pada",),
    "laporan_pemeriksaanlapangan": ("dicatat_pada", "dikabarkan_pada"),
    "laporan_suratinspektorat": ("dicabut_pada",),
    "laporan_musyawarah": ("dibatalkan_pada", "dicatat_pada"),
}
SUDAH = "Waktu ini sudah tercatat dan tidak boleh diubah."
# Table → the column that is taken back as a whole where `ditarik_pada` is set.
DITARIK = {
    "laporan_catatanpengawasan": "isi",
    "laporan_tanggapan": "isi",
    "laporan_lampirancatatan": "berkas",
    "laporan_fotolapangan": "berkas",
}
TANPA_PENARIKAN = "Yang ditarik harus tercatat bersama alasannya."
CEK, LAPANGAN, MUSYAWARAH = "cek", "lapangan", "musyawarah"
# Kind of thing, name, columns, acts, and columns that may become black beside a penarikan.
LAKU = (
    (CEK, "isi", ISI_CEK, ("diperbaiki",), ()),
    (CEK, "ditarik", ("ditarik_pada",), ("ditarik",), ()),
    (CEK, "terbit", ("terbit_pada",), ("diloloskan",), ()),
    (CEK, "kabar", ("dikabarkan_pada",), ("dikabarkan",), ()),
    (CEK, "foto", ("foto_dibatasi",), ("foto_dibatasi",), ()),
    (CEK, "tampil", TAMPIL, ("sembunyikan", "tampilkan_lagi", "diperbaiki"), ()),
    (
        *(CEK, "eskalasi", ("eskalasi",)),
        *(("tanggapan_terlambat", "belum_puas", "diperbaiki", "diloloskan"), ()),
    ),
    ("catatan", "eskalasi", ("eskalasi",), ("tanggapan_terlambat", "belum_puas"), ()),
    (LAPANGAN, "alasan", ("alasan",), (), ("alasan",)),
    (
        *(LAPANGAN, "tahap", ("tahap", "dicatat_pada")),
        *(("dicatat", "diperbaiki", "dijawab", "dibatalkan"), ()),
    ),
    (
        *(LAPANGAN, "eskalasi", ("eskalasi",)),
        *(("terlambat", "dicatat", "diperbaiki", "dijawab", "dibatalkan"), ()),
    ),
    (MUSYAWARAH, "tanggal", ("tanggal",), ("diubah",), ()),
    (MUSYAWARAH, "rencana", ("tempat", "tentang"), ("diubah",), ("tempat", "tentang")),
    (MUSYAWARAH, "batal", ("dibatalkan_pada",), ("dibatalkan",), ()),
    (
        *(MUSYAWARAH, "putus", ("diadakan", "keputusan_id", "dicatat_pada")),
        *(("dicatat", "diperbaiki"), ()),
    ),
    (MUSYAWARAH, "hasil", ("hasil",), ("dicatat", "diperbaiki"), ("hasil",)),
    ("inspektorat", "cabut", ("dicabut_pada",), ("dicabut",), ()),
)
TABEL = {
    CEK: "laporan_cekwarga",
    "catatan": "laporan_catatanpengawasan",
    LAPANGAN: "laporan_pemeriksaanlapangan",
    MUSYAWARAH: "laporan_musyawarah",
    "inspektorat": "laporan_suratinspektorat",
}
# Kind of thing, name, condition on the row, acts, and columns as above.
TAHAN = "NEW.ditahan AND (NOT OLD.ditahan OR OLD.ditahan_sejak <> NEW.ditahan_sejak)"
KEADAAN = (
    (CEK, "tahan", TAHAN, "diperbaiki", ""),
    (CEK, "lepas", "OLD.ditahan AND NOT NEW.ditahan", "diloloskan,ditarik", ""),
    (CEK, "kata", "OLD.isi <> NEW.isi AND NEW.ditarik_pada IS NULL", "diperbaiki", ""),
    (
        *(CEK, "isi_publik", "OLD.isi_publik <> NEW.isi_publik AND NEW.ditarik_pada IS NULL"),
        *("diperbaiki", "isi_publik"),
    ),
    (LAPANGAN, "batal", "NEW.tahap = 'batal' AND OLD.tahap <> 'batal'", "dibatalkan", ""),
)
TANPA_LAKU = "Perubahan ini harus tercatat bersama perbuatannya."


def _berubah(kolom: tuple[str, ...]) -> str:
    return " OR ".join(f"OLD.{satu} IS DISTINCT FROM NEW.{satu}" for satu in kolom)


def _beserta_laku(nama: str, saat: str, bila: str = "", **isi: str) -> migrations.RunSQL:
    """Return the operation that asks for an act at the end of the transaction. `saat` is "UPDATE ON
    table", `bila` the condition on the row, and `isi` the arguments of `laporan_beserta_laku`."""
    semua = {"pesan": TANPA_LAKU, "jenis": "", "kunci": "id", "laku": "", "hitam": ""} | isi
    argumen = ", ".join(f"'{satu}'" for satu in semua.values())
    baris = f"FOR EACH ROW WHEN ({bila})" if bila else "FOR EACH ROW"
    return migrations.RunSQL(
        f"CREATE CONSTRAINT TRIGGER {nama} AFTER {saat} DEFERRABLE INITIALLY DEFERRED "
        f"{baris} EXECUTE FUNCTION laporan_beserta_laku({argumen});",
        f"DROP TRIGGER {nama} ON {saat.split()[-1]};",
    )


def _laku() -> Iterator[migrations.RunSQL]:
    for jenis, nama, kolom, laku, hitam in LAKU:
        isi = {"jenis": jenis, "laku": ",".join(laku), "hitam": ",".join(hitam)}
        saat = f"UPDATE ON {TABEL[jenis]}"
        yield _beserta_laku(f"laporan_{jenis}_laku_{nama}", saat, _berubah(kolom), **isi)
    for jenis, nama, bila, perbuatan, kolom_hitam in KEADAAN:
        isi = {"jenis": jenis, "laku": perbuatan, "hitam": kolom_hitam}
        saat = f"UPDATE ON {TABEL[jenis]}"
        yield _beserta_laku(f"laporan_{jenis}_laku_{nama}", saat, bila, **isi)
    foto = {"jenis": CEK, "kunci": "cek_id", "laku": "diperbaiki,ditarik"}
    yield _beserta_laku("laporan_fotocek_laku_hapus", "DELETE ON laporan_fotocek", **foto)
    sebab = {"jenis": LAPANGAN, "kunci": "pemeriksaanlapangan_id", "laku": "dibuka"}
    saat = "INSERT ON laporan_pemeriksaanlapangan_cek"
    yield _beserta_laku("laporan_lapangan_laku_sebab", saat, **sebab)


def _segera(tabel: str, nama: str, bila: str, fungsi: str) -> migrations.RunSQL:
    """Return the operation that refuses a change at once."""
    return migrations.RunSQL(
        f"CREATE TRIGGER {tabel}_{nama} AFTER UPDATE ON {tabel} FOR EACH ROW WHEN ({bila}) "
        f"EXECUTE FUNCTION {fungsi};",
        f"DROP TRIGGER {tabel}_{nama} ON {tabel};",
    )


def _kunci() -> Iterator[migrations.RunSQL]:
    for tabel, (pesan, boleh) in TETAP.items():
        yield from tolak_ubah_terbit(tabel, terkunci="TRUE", pesan=pesan, boleh=boleh)
    tolak = "core_tolak_ubah('Foto cek tidak boleh diganti.', '')"
    yield _segera("laporan_fotocek", "tolak_ubah", "TRUE", tolak)
    for tabel, kolom in SEKALI.items():
        bila = " OR ".join(
            f"OLD.{k} IS NOT NULL AND OLD.{k} IS DISTINCT FROM NEW.{k}" for k in kolom
        )
        yield _segera(tabel, "sekali", bila, f"core_tolak_ubah('{SUDAH}', '')")
    for tabel, kolom_ditarik in DITARIK.items():
        fungsi = f"laporan_beserta_penarikan('{TANPA_PENARIKAN}', '{kolom_ditarik}')"
        yield _segera(tabel, "tarik", _berubah(("ditarik_pada",)), fungsi)


class Migration(migrations.Migration):
    dependencies = [("laporan", "0026_kunci_lapangan"), ("core", "0011_penarikan")]

    operations = [migrations.RunSQL(FUNGSI, LEPAS), *_kunci(), *_laku()]
