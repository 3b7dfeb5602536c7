"""The tables of docs/hak.md: the data of `tests/izin/test_tabel.py` and `test_baca.py` in words.

These tests ask each predicate and each read for the whole cast. So a row is true, or they fail.
"""

from collections.abc import Iterator

from tests.izin.test_baca import BACA
from tests.izin.test_tabel import TABEL
from tests.pabrik.pemeran import SEMUA_PERAN

KEPALA: dict[str, str] = {
    "pengunjung": "visitor",
    "warga": "warga",
    "fasilitator": "fasilitator",
    "bpk": "BPK Kampung",
    "aparat": "aparat, own kampung",
    "kakam": "kakam, own kampung",
    "aparat_lain": "aparat, other kampung",
    "staf": "staf",
    "petugas_rahasia": "reader of secrets",
    "camat": "camat",
    "admin": "admin",
}
APP: dict[str, str] = {
    "aspirasi": "Kiriman",
    "proyek": "Projects and decisions",
    "rencana": "Plans of kampung",
    "anggaran": "Budgets of kampung",
    "mitra": "Help and gotong royong",
    "musrenbang": "Musrenbang of the kecamatan",
    "laporan": "Reports",
    "forum": "Forum",
    "kabar": "News and following",
    "warga": "Accounts, offices, machinery",
}
# The meaning of each right. A new right needs its words here.
HAK: dict[str, str] = {
    "aspirasi.kirim": "send, join, track",
    "aspirasi.kirim_untuk_orang_lain": "send for somebody else, marked so",
    "aspirasi.dukung": "support",
    "aspirasi.simpan_di_akun": "put one's kiriman into the account, by its code and PIN",
    "aspirasi.sanggah": "say that an answer settled nothing",
    "aspirasi.tangani": "take up, answer, give word, delay",
    "aspirasi.ambil_dulu": "begin before the first look",
    "aspirasi.baca_balasan": "read what the sender adds",
    "aspirasi.periksa": "give the first look, refuse, merge, put away",
    "aspirasi.perbaiki": "edit the shown words and their title after the first look",
    "aspirasi.tarik_jawaban": "take words of an official answer back from the public",
    "aspirasi.teruskan": "route, wait for another instansi, and act after a reopening",
    "aspirasi.baca_pengirim": "read who sent it (each reading is in the trail)",
    "aspirasi.ganti_pin": "ask for a new PIN, or decide about it",
    "aspirasi.jawab_permintaan": "answer a question of the kecamatan",
    "aspirasi.kabari_pengirim": "read the number of the sender, to write by WhatsApp",
    "aspirasi.add_templatjawaban": "add ready sentences",
    "aspirasi.change_templatjawaban": "edit ready sentences",
    "aspirasi.delete_templatjawaban": "delete ready sentences",
    "aspirasi.view_templatjawaban": "read ready sentences in the admin",
    "proyek.kelola_proyek": "open and edit a project, enter money, move its stage",
    "proyek.betulkan_proyek": "set right or take back a project opened by mistake, while young",
    "proyek.isi_lingkungan": "write the page about the surroundings",
    "proyek.jawab_kantor": "answer for the office whether a work still serves",
    "proyek.moderasi": "read and hide the words of residents about works",
    "proyek.catat_keputusan": "enter a decision (the BPK: of a meeting that it hosted)",
    "proyek.catat_keputusan_kecamatan": "enter a decision of the kecamatan itself",
    "proyek.urus_pindaian": "add and replace the scans of a decision",
    "proyek.ralat_keputusan": "replace a decision by a ralat",
    "proyek.tarik_keputusan": "take down words and scans of a decision",
    "proyek.tarik": "take down words of a project and of its trail",
    "proyek.sikapi_keputusan": "say yes or no to a decision entered in one's name",
    "proyek.add_kegiatan": "add an activity with a code of the kabupaten (90 to 99)",
    "proyek.change_kegiatan": "correct an activity with a code of the kabupaten",
    "proyek.change_subbidang": "edit the national list of activities",
    "mitra.urus_kebutuhan": "write down, correct and close what a kampung needs",
    "mitra.lihat_tawaran": "read an offer of help that is not agreed",
    "mitra.baca_kontak": "read who offers (each reading is in the trail)",
    "mitra.periksa": "check an offer, and hand it to a kampung",
    "mitra.tolak": "refuse an offer",
    "mitra.tulis": "write to an offerer",
    "mitra.sepakati": "agree on an offer",
    "mitra.terima": "write down what arrived, correct it, end a promise",
    "mitra.sembunyikan": "hide the words of an offerer, and show them again",
    "mitra.ubah_mitra": "set the name of a partner right",
    "mitra.catat_kerja": "write down gotong royong, correct it, take it back",
    "anggaran.isi": "write the whole budget of a kampung, and the numbers beside it",
    "anggaran.terbitkan": "publish a budget (kakam, sekretaris)",
    "rencana.susun": "write the plan of a kampung: rows, money, lists of musyawarah dusun",
    "rencana.putuskan": "open, close, set and change a plan (kakam, sekretaris)",
    "rencana.lihat_draf": "read the draft of a plan",
    "rencana.dukung": "support a row of a plan",
    "rencana.atur_masa": "set the days of a planning year",
    "laporan.tulis": "write a report",
    "laporan.cek": "check a report or a work, as a resident, with or without an account",
    "laporan.moderasi_cek": "read held checks of residents, hide them, black out words",
    "laporan.catat_pengawasan": "note something about a project, a report or a decision",
    "laporan.tarik_catatan": "black out or take back a note of the BPK Kampung, or its file",
    "laporan.tanggapi": "answer a check of a resident, or a note of the BPK Kampung",
    "laporan.perbaiki_tanggapan": "correct an answer of the own office",
    "laporan.tarik_tanggapan": "black out or take back an answer to a check or a note",
    "laporan.belum_puas": "say once that an answer does not settle it",
    "laporan.tutup_foto": "cover parts of a photo in a published report",
    "laporan.periksa_lapangan": "open, record and correct a look in the field",
    "laporan.jawab_sepakat": "say whether what was agreed in the field was kept",
    "laporan.surat_inspektorat": "note a letter to the Inspektorat, read its number and scan",
    "laporan.musyawarah": "plan a musyawarah penyelesaian, write its outcome",
    "laporan.beri_jeda": "grant a kampung a pause of its reports, end it early, take it back",
    "laporan.tutup_jeda": "black out words about a pause",
    "laporan.isi_belanja": "fill in the money that a report said would follow",
    "laporan.evaluasi": "write or correct the evaluation of a finished work",
    "laporan.tarik": "take down words and photos of a published report",
    "laporan.tarik_semua": "take back a whole report in two working days (kakam, publisher)",
    "laporan.terbitkan": "publish a report, or return its draft (kakam, or whom the kakam named)",
    "laporan.susun": "begin the draft of a first report",
    "laporan.ubah_draf": "change a draft and its photos, or delete it",
    "laporan.serahkan": "hand a draft on to whoever publishes, or take it again",
    "laporan.tunjuk_penulis": "ask a resident to write drafts of one project",
    "laporan.tunjuk_penerbit": "say who publishes the reports of the kampung",
    "forum.tulis": "write",
    "forum.baca": "read",
    "forum.moderasi": "hide and show again",
    "kabar.ikuti": "follow",
    "kabar.terbitkan": "publish news",
    "kabar.baca": "read",
    "kabar.kabari_rekan": "tell by WhatsApp that work waits",
    "kabar.moderasi": "hide and show again",
    "warga.beri_kode": "hand out an activation code",
    "warga.minta_sandi": "ask for a password code",
    "warga.putuskan_sandi": "decide about a password code",
    "warga.minta_pembaca": "ask that somebody reads secrets",
    "warga.putuskan_pembaca": "decide who reads secrets",
    "warga.lihat_pembaca": "see who reads secrets",
    "musrenbang.selenggarakan": "run the musrenbang of the kecamatan",
    "musrenbang.usulkan": "bring proposals to the musrenbang, and mend them",
    "musrenbang.nilai": "score proposals, as a named member of the team",
    "warga.lihat_kesiapan": "see what has to be ready before the public comes",
    "warga.urus_kesiapan": "say that a line of it is done, and open a kampung to the public",
    "warga.lihat_kecamatan": "see all kampung on one page, with its sheet for a meeting",
    "warga.lihat_rekap_kode": "see who gave how many codes",
    "warga.buka_meja": "open a desk",
    "warga.punya_meja": "have a front page of work",
    "warga.jaga_jejak": "see whether the trail is whole",
    "warga.change_pengguna": "edit accounts",
    "warga.change_kampung": "edit kampung",
}
# The object of a right. A name of the cast is that person's account.
HAL: dict[str, str] = {
    "catatan_kampung": "a note that the kampung owes an answer",
    "catatan_terlambat": "a note whose kampung is late with the answer",
    "catatan_kecamatan": "a note that the kecamatan owes an answer",
    "cek_kampung": "a check that the kampung owes an answer",
    "cek_kecamatan": "a check that the kecamatan owes an answer",
    "tanggapan_aparat": "an answer of the kampung",
    "tanggapan_staf": "an answer of the kecamatan",
    "-": "",
    "publik": "public, handed to the kampung",
    "petugas": "for officials, handed to the kampung",
    "kecamatan": "for the kecamatan alone",
    "tentang_kampung": "about the aparat of a kampung",
    "tentang_kecamatan": "about officers of the kecamatan",
    "belum_diperiksa": "before its first look",
    "bahaya": "danger, before its first look",
    "bahaya_ragu": "danger, sender unsure whom it is about",
    "jawaban_kakam": "of the own kampung",
    "jawaban_staf": "of the kecamatan",
    "di_kampung": "its own kampung works on it",
    "di_kecamatan": "the kecamatan works on it",
    "diizinkan": "its sender lets the kampung read the name",
    "didelegasikan": "first look delegated, handed over",
    "didelegasikan_belum": "first look delegated, not handed over",
    "kampung": "of that kampung",
    "musrenbang": "named in its team",
    "proyek_ditunjuk": "for which the resident was named",
    "tawaran_baru": "that nobody has checked",
    "tawaran_diperiksa": "to the own kampung, checked",
    "draf_aparat": "begun by an aparat",
    "draf_warga": "begun by the resident who was named",
    "draf_fasilitator": "begun by the fasilitator",
    "draf_bpk": "begun by somebody who may not write",
    "proyek_aparat": "that its kampung opened",
    "proyek_staf": "that the kecamatan opened",
    "putusan_kampung": "entered by that kampung",
    "putusan_bpk": "entered by its BPK",
    "putusan_kecamatan": "of the kecamatan itself",
    "putusan_untuk_kampung": "entered by the kecamatan for that kampung",
    "topik_terbit": "a topic",
    "topik_tersembunyi": "a hidden topic, written by this warga",
    "kabar_tersembunyi": "hidden news, written by this aparat",
    "tetangga": "to a neighbour",
    "tanpa_kampung": "to somebody without a kampung",
    "bpk": "to or for BPK Kampung",
    "aparat": "to or for this aparat",
    "aparat_lain": "to or for an aparat",
    "staf": "to or for staf",
    "camat": "to or for the camat",
    "admin": "to or for the admin",
    "sandi_warga": "for a warga, asked for by staf",
    "sandi_staf": "for staf, asked for by the admin",
    "sandi_camat": "for the camat, asked for by the admin",
    "pembaca_staf": "for staf, asked for by the admin",
    "pembaca_camat": "for the camat, asked for by the admin",
}


def tabel() -> str:
    """Return one table an app: each right with its object, and the members of the cast who have
    it."""
    return "\n".join(f"### {judul}\n\n{''.join(_baris(app))}" for app, judul in APP.items())


def pembaca() -> str:
    """Return the table of readers, a line a kind of kiriman."""
    return "".join((*_kepala(), *(_satu(kata, siapa) for kata, _, siapa in BACA)))


def tanpa_kata() -> list[str]:
    """Return rights and objects of the table that this page has no words for."""
    hak = (hak for hak, _, _ in TABEL if hak not in HAK or hak.split(".")[0] not in APP)
    return [*hak, *(hal for _, hal, _ in TABEL if hal not in HAL)]


def _baris(app: str) -> Iterator[str]:
    yield from _kepala()
    for hak, hal, pemilik in TABEL:
        if hak.startswith(f"{app}."):
            kata = f"{HAK.get(hak, hak)}: {HAL.get(hal, hal)}".removesuffix(": ")
            yield _satu(f"{kata} (`{hak}`)", pemilik)


def _kepala() -> Iterator[str]:
    yield f"| | {' | '.join(KEPALA[p] for p in SEMUA_PERAN)} |\n"
    yield f"|---|{'---|' * len(SEMUA_PERAN)}\n"


def _satu(kata: str, pemilik: set[str]) -> str:
    tanda = ("✓" if peran in pemilik else "–" for peran in SEMUA_PERAN)
    return f"| {kata} | {' | '.join(tanda)} |\n"
