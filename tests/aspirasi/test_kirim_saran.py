"""Which words recommend fewer readers, and which do not."""

import pytest
from django.test import Client

from aspirasi.models import Aspirasi
from aspirasi.saran import kata_peka
from tests.alat.pengirim import KIRIM, kirim
from tests.pabrik.aspirasi import isian

# Text, and the word that is named to the sender as the reason.
PEKA = [
    ("Kakam jarang di kantor.", "Kakam"),
    ("Pak kakamnya minta uang rokok.", "kakamnya"),
    ("Tolong tegur kepala kampung kami.", "kepala kampung"),
    ("Bu lurah marah-marah.", "Bu lurah"),
    ("Perangkat kampung tidak adil.", "Perangkat kampung"),
    ("Aparat desa pilih kasih.", "Aparat desa"),
    ("Bendahara tidak mau memperlihatkan catatan.", "Bendahara"),
    ("Ada pungli di jembatan timbang.", "pungli"),
    ("Ada pungutan liar tiap panen.", "pungutan liar"),
    ("Uangnya dikorupsi.", "dikorupsi"),
    ("Dugaan KORUPSI dana jalan.", "KORUPSI"),
    ("Semen digelapkan mandor.", "digelapkan"),
    ("Dananya disunat separuh.", "disunat"),
    ("Kami disuruh menyuap.", "menyuap"),
    ("Diminta uang pelicin untuk surat.", "uang pelicin"),
    ("Warga diperas tiap bulan.", "diperas"),
    ("Ada kekerasan di rumah sebelah.", "kekerasan"),
    ("Istrinya dipukuli suaminya.", "dipukuli"),
    ("Ini kasus KDRT.", "KDRT"),
    ("Saya diancam supaya diam.", "diancam"),
    ("Preman itu mengancam warga.", "mengancam warga"),
    ("Ada pelecehan di angkutan.", "pelecehan"),
    ("Anak itu dicabuli tetangganya.", "dicabuli"),
    ("BLT-nya tidak rata.", "BLT-nya"),
    ("Kenapa tetangga dapat PKH?", "PKH"),
    ("Bansos beras berkutu.", "Bansos"),
    ("Bantuan sosial salah sasaran.", "Bantuan sosial"),
    ("Data penerima tidak pernah ditempel.", "Data penerima"),
    ("Penerima bantuan itu-itu saja.", "Penerima bantuan"),
    ("Dimintai uang 200 ribu waktu mengurus surat tanah di kantor kampung.", "Dimintai uang"),
    ("Dimintai biaya KTP padahal katanya gratis.", "Dimintai biaya"),
    ("Harus kasih amplop dulu baru diurus.", "amplop"),
    ("Bansos dipotong seratus ribu per keluarga.", "Bansos"),
    ("Jatah beras miskin dikurangi dua kilo.", "Jatah beras miskin dikurangi"),
    ("Bikin KTP kok bayar Rp 50.000.", "KTP kok bayar"),
    ("Surat domisili dipungut lima puluh ribu.", "dipungut lima puluh ribu"),
    ("Kalau nggak ngasih duit nggak diurus.", "nggak ngasih duit"),
    ("Petugas loket kasar kepada orang tua.", "Petugas loket kasar"),
    ("Uang gotong royong ditilep.", "ditilep"),
]
BIASA = [
    "Mohon jalan Dusun 3 dirabat, kalau hujan becek.",
    "Sunatan massal kemarin ramai sekali.",
    "Mohon ada sunat massal untuk anak yatim.",
    "Lampu jalan mati dua, pulang mengaji gelap.",
    "Bantuan bibit jagung kapan dibagi?",
    "Kakaknya kecelakaan di jalan berlubang.",
    "Tebing hampir longsor dan mengancam dapur.",
    "Suapan sendok bayi di posyandu kurang.",
    "Dana untuk balai kampung berapa?",
    "Kampung kami perlu pos ronda.",
    "Uang kas RT untuk gapura kapan dikumpulkan?",
    "Petugas ramah dan cepat.",
    "Petugas kebersihan datang jam berapa?",
    "Iuran sampah 10 ribu per rumah, kapan mulai?",
    "Kami minta dana 5 juta untuk gapura.",
    "Minta bibit 2 ribu batang.",
    "Bayar listrik balai naik 20 ribu.",
    "Harga pupuk 200 ribu per sak mahal sekali.",
    "Jembatan roboh, warga iuran 50 ribu untuk papan.",
]


@pytest.mark.parametrize(("teks", "kata"), PEKA)
def test_these_words_are_named_as_the_reason(teks: str, kata: str) -> None:
    assert kata in kata_peka(teks)


@pytest.mark.parametrize("teks", BIASA)
def test_ordinary_words_ask_nothing(teks: str) -> None:
    assert kata_peka(teks) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("teks", "kata"), PEKA)
def test_the_form_asks_before_anything_is_stored(client: Client, teks: str, kata: str) -> None:
    isi = client.post(KIRIM, isian(isi=teks, serupa_dibaca="1")).content.decode()
    assert f"“{kata}”" in isi
    assert "data-saran" in isi
    assert not Aspirasi.objects.exists()


@pytest.mark.django_db
def test_who_chose_the_kecamatan_already_is_not_asked(client: Client) -> None:
    kirim(client, isi=PEKA[0][0], jangkauan="kecamatan")
    assert Aspirasi.objects.get().jangkauan == "kecamatan"


@pytest.mark.django_db
def test_thanks_are_not_asked_about(client: Client) -> None:
    kirim(client, isi="Terima kasih Pak Kakam, BLT sudah cair.", jenis="apresiasi")
    assert Aspirasi.objects.get().jangkauan == "publik"
