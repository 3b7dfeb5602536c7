"""The large choices of the form: a sign or a picture, and one or two sentences."""

from aspirasi.enums import Jangkauan, Jenis, Tentang

KETERANGAN_JENIS: dict[str, tuple[str, str]] = {
    Jenis.USULAN: ("", "Ingin ada sesuatu. Contoh: “Mohon jalan Dusun 3 dirabat.”"),
    Jenis.KELUHAN: ("", "Ada yang rusak atau tidak beres. Contoh: “Selokan depan pasar mampet.”"),
    Jenis.PERTANYAAN: ("", "Ingin tahu. Contoh: “Berapa anggaran MCK di lapangan?”"),
    Jenis.KEBERATAN: ("", "Tidak setuju dengan rencana. Contoh: “Jalannya jangan lewat makam.”"),
    Jenis.APRESIASI: ("", "Berterima kasih. Contoh: “Jalannya sudah bagus, anak-anak senang.”"),
}
# Pictures for people who read little, drawn in static/ikon.svg.
GAMBAR_JENIS: dict[str, str] = {jenis: f"jenis-{jenis}" for jenis in Jenis.values}
# The consequences of each choice, good and bad, so that a sender can weigh it.
_PUBLIK = (
    "Tampil di portal setelah diperiksa, tanpa nama Anda. Warga lain dapat ikut mendukung dan "
    "melihat jawabannya."
)
_PETUGAS = "Tidak ada halaman umumnya. Warga lain tidak tahu, jadi tidak dapat ikut mendukung."
_KECAMATAN = (
    "Tidak seorang pun di kampung dapat mengetahuinya. Paling aman untuk hal tentang kakam, "
    "perangkat, pungutan, kekerasan, atau data bantuan."
)
KETERANGAN_JANGKAUAN: dict[str, tuple[str, str]] = {
    Jangkauan.PUBLIK: ("◎", _PUBLIK),
    Jangkauan.PETUGAS: ("◐", _PETUGAS),
    Jangkauan.KECAMATAN: ("●", _KECAMATAN),
}
# The question whom it is about, asked of everybody. The last choice is not a `Tentang` but a doubt
# about it.
TIDAK_YAKIN = "tidak_yakin"
PILIHAN_TENTANG: list[tuple[str, str]] = [
    (Tentang.TIDAK, "Bukan"),
    (Tentang.APARAT_KAMPUNG, "Ya, petugas atau pengurus kampung"),
    (Tentang.PETUGAS_KECAMATAN, "Ya, petugas kecamatan"),
    (TIDAK_YAKIN, "Saya tidak yakin"),
]
KETERANGAN_TENTANG: dict[str, tuple[str, str]] = {
    Tentang.APARAT_KAMPUNG: (
        "",
        "Kakam, sekdes, kadus, RT, BPK, TPK, linmas… Orang kampung tidak mengetahuinya.",
    ),
    Tentang.PETUGAS_KECAMATAN: ("", "Hanya camat dan petugas yang ditunjuk yang membacanya."),
    TIDAK_YAKIN: ("", "Petugas kecamatan melihatnya lebih dulu, kampung belum."),
}
