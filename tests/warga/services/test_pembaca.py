"""Two people decide about readers of secrets, and all present readers are told (M8)."""

import datetime as dt

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from core.galat import TidakBisa
from core.jejak.catat import riwayat
from core.waktu import hari_ini, pada, sekarang
from tests.alat.admin_warga import DAFTAR, isian, ubah
from tests.alat.akun import SANDI_BARU, kode_surat, surat
from tests.alat.meja import menunggu
from tests.pabrik.orang import PenggunaFactory
from tests.pabrik.pemeran import SEMUA_PERAN
from warga import services
from warga.enums import HakBaca, NamaJabatan, Peran
from warga.models import Jabatan, Pengguna, PermintaanPembaca, PermintaanSandi, PerubahanPembaca

pytestmark = pytest.mark.django_db
RAHASIA, KHUSUS = HakBaca.PETUGAS_RAHASIA, HakBaca.PENERIMA_KHUSUS
MEJA = "/kerja/kode/pembaca/"


def minta(client, orang, hak="rahasia", alasan="Menggantikan Rini."):
    nama = {"rahasia": "petugas-rahasia", "khusus": "penerima-khusus"}[hak]
    alamat = f"{DAFTAR}{orang.pk}/minta-{nama}/"
    return client.post(alamat, {"alasan": alasan}, follow=True)


def putuskan(client, baris, putusan="ya", alasan="Sudah saya tunjuk."):
    alamat = reverse("kode:pembaca_permintaan", args=[baris.pk])
    return client.post(alamat, {"putusan": putusan, "alasan": alasan})


def tanda(orang) -> tuple[bool, bool]:
    return Pengguna.objects.values_list("petugas_rahasia", "penerima_khusus").get(pk=orang.pk)


def beri_email(orang) -> str:
    email = f"{orang.pk}@contoh.id"
    EmailAddress.objects.create(user=orang, email=email, verified=True, primary=True)
    Pengguna.objects.filter(pk=orang.pk).update(email=email)
    return email


def test_an_admin_alone_makes_no_reader(klien, pemeran):
    """M8 as it was done: a new staf with both flags, or the flags on one that is there."""
    client = klien("admin")
    tanda_baca = {"petugas_rahasia": "on", "penerima_khusus": "on"}
    baru = {"nama": "Boneka", "email": "boneka@contoh.id", "telepon": "", "peran": "staf"}
    client.post(f"{DAFTAR}add/", isian(**baru, **tanda_baca))
    assert tanda(Pengguna.objects.get(nama="Boneka")) == (False, False)
    ubah(client, pemeran.staf, **tanda_baca)
    assert tanda(pemeran.staf) == (False, False)
    pemeran.staf.petugas_rahasia = True
    with pytest.raises(TidakBisa, match="lewat permintaan"):
        services.simpan_pengguna(pengguna=pemeran.staf, oleh=pemeran.admin)
    boneka = Pengguna(nama="B", email="b@contoh.id", peran=Peran.STAF, penerima_khusus=True)
    with pytest.raises(TidakBisa, match="lewat permintaan"):
        services.simpan_pengguna(pengguna=boneka, oleh=pemeran.admin)


def test_the_camat_decides_and_all_readers_are_told(klien, pemeran):
    lama, camat, baru = (beri_email(pemeran[p]) for p in ("petugas_rahasia", "camat", "staf"))
    beri_email(pemeran.aparat)
    admin = klien("admin")
    assert "Permintaan dikirim. Camat memutuskannya" in minta(admin, pemeran.staf).content.decode()
    baris = PermintaanPembaca.objects.get()
    for siapa in ("staf", "petugas_rahasia", "kakam"):
        putuskan(klien(siapa), baris)
    putuskan(admin, baris)
    putuskan(klien(PenggunaFactory(peran=Peran.ADMIN)), baris)
    assert tanda(pemeran.staf) == (False, False)
    client = klien("camat")
    assert menunggu(client)["permintaan pembaca rahasia menunggu putusan Anda"] == 1
    assert (
        "Menggantikan Rini."
        in client.get(reverse("kode:pembaca_permintaan", args=[baris.pk])).content.decode()
    )
    assert putuskan(client, baris, alasan="").status_code == 200
    putuskan(client, baris)
    assert tanda(pemeran.staf) == (True, False)
    kepada = {alamat for alamat, perihal, _ in surat() if "rahasia berubah" in perihal}
    assert kepada == {lama, camat, baru}
    dipantau = klien("petugas_rahasia").get("/kerja/").context["pantauan"]
    assert [banyak for satu, banyak in dipantau if satu.nama == "pembaca_berubah"] == ["1"]
    assert (
        "Sari Staf menjadi petugas rahasia" in klien("petugas_rahasia").get(MEJA).content.decode()
    )
    aksi = [j.aksi for j in riwayat(pemeran.staf)]
    assert aksi == ["hak_baca_diminta", "hak_baca_diberikan"]
    putuskan(client, baris)
    assert PerubahanPembaca.objects.count() == 1


def test_a_refused_or_withdrawn_request_gives_nothing(klien, pemeran):
    admin = klien("admin")
    minta(admin, pemeran.staf)
    putuskan(klien("camat"), PermintaanPembaca.objects.get(), putusan="tidak")
    minta(admin, pemeran.staf, "khusus")
    baris = PermintaanPembaca.objects.latest("pk")
    assert "masih menunggu" in minta(admin, pemeran.staf, "khusus").content.decode()
    admin.post(reverse("kode:pembaca_tarik", args=[baris.pk]))
    putuskan(klien("camat"), baris)
    assert tanda(pemeran.staf) == (False, False)
    assert not PerubahanPembaca.objects.exists()


def test_only_staf_can_become_readers(klien, pemeran):
    for orang in (pemeran.warga, pemeran.kakam, pemeran.admin):
        assert "Hanya staf" in minta(klien("admin"), orang).content.decode()
    minta(klien("admin"), pemeran.staf)
    Pengguna.objects.filter(pk=pemeran.staf.pk).update(peran=Peran.APARAT, kampung=pemeran.kampung)
    jawaban = putuskan(klien("camat"), PermintaanPembaca.objects.get())
    assert "Hanya staf" in jawaban.content.decode()
    assert tanda(pemeran.staf) == (False, False)


@pytest.mark.parametrize("keadaan", ["akun_camat", "tanpa_camat"])
def test_another_admin_decides_where_no_camat_can(klien, pemeran, keadaan):
    orang = pemeran.camat if keadaan == "akun_camat" else pemeran.staf
    baris = services.minta_pembaca(
        pengguna=orang, hak=KHUSUS, oleh=pemeran.admin, alasan="Pindah tugas."
    )
    if keadaan == "tanpa_camat":
        Jabatan.objects.filter(nama=NamaJabatan.CAMAT).delete()
    lain = PenggunaFactory(peran=Peran.ADMIN)
    semua = [*(pemeran[p] for p in SEMUA_PERAN[1:]), lain]
    boleh = [o for o in semua if o.has_perm("warga.putuskan_pembaca", baris)]
    assert boleh == [lain]
    assert [o for o in semua if PermintaanPembaca.objects.untuk_diputus(o).exists()] == [lain]


def test_taking_it_away_needs_one_person_and_is_told(klien, pemeran):
    penerima = {beri_email(pemeran[p]) for p in ("petugas_rahasia", "camat")}
    alamat = f"{DAFTAR}{pemeran.petugas_rahasia.pk}/cabut-petugas-rahasia/"
    assert klien("admin").post(alamat, {"alasan": ""}).status_code == 200
    klien("admin").post(alamat, {"alasan": "Pindah ke kabupaten."})
    assert tanda(pemeran.petugas_rahasia) == (False, False)
    assert {alamat for alamat, _, _ in surat()} == penerima
    halaman = klien("camat").get(MEJA).content.decode()
    assert "Rini Rahasia bukan lagi petugas rahasia" in halaman
    assert "Pindah ke kabupaten." in halaman


@pytest.mark.parametrize("siapa", ["petugas_rahasia", "camat"])
def test_the_account_of_a_reader_is_not_taken_over_by_another_address(klien, pemeran, siapa):
    """One admin: another e-mail, "Lupa kata sandi", the second factor off, and read."""
    orang = pemeran[siapa]
    lama = beri_email(orang)
    client = klien("admin")
    for ganti in ({"email": "boneka@contoh.id"}, {"telepon": "081299998888"}, {"peran": "warga"}):
        assert "membaca kiriman rahasia" in ubah(client, orang, **ganti).content.decode()
    orang.refresh_from_db()
    assert (orang.email, orang.peran) == (lama, Peran.STAF)
    assert ubah(client, orang, nama="Nama Baru").status_code == 302
    orang.email = "boneka@contoh.id"
    with pytest.raises(TidakBisa):
        services.simpan_pengguna(pengguna=orang, oleh=pemeran.admin)


def test_another_address_by_an_admin_marks_the_account(client, klien, pemeran):
    """The same way into the account of a resident: it opens nothing that is not public."""
    lama = beri_email(pemeran.warga)
    ubah(klien("admin"), Pengguna.objects.get(pk=pemeran.warga.pk), email="boneka@contoh.id")
    assert [alamat for alamat, perihal, _ in surat() if "Kontak" in perihal] == [lama]
    client.post("/akun/sandi/lupa/", {"email": "boneka@contoh.id"})
    client.post("/akun/sandi/lupa/kode/", {"code": kode_surat()})
    client.post("/akun/sandi/lupa/baru/", {"password1": SANDI_BARU})
    orang = Pengguna.objects.get(pk=pemeran.warga.pk)
    assert orang.check_password(SANDI_BARU)
    assert orang.sandi_dari_kode_pada


def test_a_new_camat_is_told_to_all_readers(pemeran):
    lama, pembaca = beri_email(pemeran.camat), beri_email(pemeran.petugas_rahasia)
    dulu = pemeran.camat.jabatan.get()
    dulu.selesai = dulu.mulai
    services.simpan_jabatan(jabatan=dulu, oleh=pemeran.admin)
    baru = Jabatan(pengguna=pemeran.staf, nama=NamaJabatan.CAMAT, instansi=dulu.instansi)
    baru.mulai = dulu.mulai
    services.simpan_jabatan(jabatan=baru, oleh=pemeran.admin)
    baru.boleh_menerbitkan = False
    services.simpan_jabatan(jabatan=baru, oleh=pemeran.admin)  # nothing new to tell
    hak = PerubahanPembaca.objects.order_by("pk").values_list("pengguna__nama", "diberikan")
    assert list(hak) == [("Cahyo Camat", False), ("Sari Staf", True)]
    assert sorted(alamat for alamat, _, _ in surat()) == sorted([lama, pembaca, pembaca])


def test_a_camat_of_a_later_day_is_told_at_once_and_new_on_that_day(pemeran):
    """An admin would enter a second camat beside the true one, for the week after next."""
    pembaca = beri_email(pemeran.petugas_rahasia)
    boneka = PenggunaFactory(nama="Boneka", peran=Peran.STAF)
    nanti, kini = dt.timedelta(days=10), sekarang()
    jabatan = Jabatan(pengguna=boneka, nama=NamaJabatan.CAMAT)
    jabatan.instansi = pemeran.camat.jabatan.get().instansi
    with pada(kini):
        jabatan.mulai, jabatan.selesai = hari_ini() + nanti, hari_ini() + 99 * nanti
        services.simpan_jabatan(jabatan=jabatan, oleh=pemeran.admin)
    assert [alamat for alamat, _, _ in surat()] == [pembaca]
    assert PerubahanPembaca.objects.get().alasan.startswith("Mulai ")
    hak = services.minta_pembaca(
        pengguna=pemeran.staf, hak=KHUSUS, oleh=pemeran.admin, alasan="Pindah."
    )
    with pada(kini + nanti):
        PermintaanPembaca.objects.update(kedaluwarsa=kini + 2 * nanti)
        hak.refresh_from_db()
        boneka = Pengguna.objects.untuk_sesi().get(pk=boneka.pk)
        assert boneka.pembaca_rahasia
        assert not boneka.has_perm("warga.putuskan_pembaca", hak)
        assert not PermintaanPembaca.objects.untuk_diputus(boneka).exists()


def test_an_account_that_an_admin_could_have_taken_over_is_no_second_person(klien, pemeran):
    """Another admin's account by another address and without its factor: then one person asks
    and decides, opens the account of a reader, and reads."""
    lain = PenggunaFactory(nama="Admin Lain", peran=Peran.ADMIN)
    sandi = services.minta_sandi(
        pengguna=pemeran.petugas_rahasia, oleh=pemeran.admin, alasan="Menelepon."
    )
    assert lain.has_perm("warga.putuskan_sandi", sandi)
    ubah(klien("admin"), Pengguna.objects.get(pk=lain.pk), email="milik.admin@contoh.id")
    lain = Pengguna.objects.get(pk=lain.pk)
    assert not lain.has_perm("warga.putuskan_sandi", sandi)
    assert not PermintaanSandi.objects.untuk_diputus(lain).exists()
    with pada(sekarang() + dt.timedelta(days=7, minutes=1)):
        assert Pengguna.objects.get(pk=lain.pk).has_perm("warga.putuskan_sandi", sandi)


def test_a_camat_without_the_old_factor_decides_nothing_this_week(klien, pemeran):
    klien("camat")
    hak = services.minta_pembaca(
        pengguna=pemeran.staf, hak=KHUSUS, oleh=pemeran.admin, alasan="Pindah."
    )
    services.lepas_faktor_kedua(pengguna=pemeran.camat, oleh=pemeran.admin, alasan="Hilang.")
    assert not Pengguna.objects.get(pk=pemeran.camat.pk).has_perm("warga.putuskan_pembaca", hak)


def test_a_reader_who_is_switched_on_again_is_told_to_all(pemeran):
    camat = beri_email(pemeran.camat)
    for aktif in (False, True):
        orang = Pengguna.objects.get(pk=pemeran.petugas_rahasia.pk)
        orang.is_active = aktif
        services.simpan_pengguna(pengguna=orang, oleh=pemeran.admin)
    diberi = PerubahanPembaca.objects.order_by("pk").values_list("hak", "diberikan")
    assert list(diberi) == [("petugas_rahasia", False), ("petugas_rahasia", True)]
    assert [alamat for alamat, _, _ in surat()] == [camat, camat]


@pytest.mark.parametrize("siapa", SEMUA_PERAN[1:])
def test_who_sees_the_readers(klien, siapa, django_assert_max_num_queries):
    client = klien(siapa)
    with django_assert_max_num_queries(12):
        kode = client.get(MEJA).status_code
    assert kode == (200 if siapa in ("petugas_rahasia", "camat", "admin") else 403)


@pytest.mark.parametrize("jadi", ["camat", "admin"])
def test_a_second_account_of_the_same_admin_decides_nothing_this_week(klien, pemeran, jadi):
    """An admin alone would make a camat or another admin, and approve as that one."""
    boneka = Pengguna(nama="Boneka", email="b@contoh.id", peran=Peran.STAF)
    if jadi == "admin":
        boneka.peran = Peran.ADMIN
    services.simpan_pengguna(pengguna=boneka, oleh=pemeran.admin)
    dulu = pemeran.camat.jabatan.get()
    dulu.selesai = dulu.mulai
    services.simpan_jabatan(jabatan=dulu, oleh=pemeran.admin)
    if jadi == "camat":
        baru = Jabatan(pengguna=boneka, nama=NamaJabatan.CAMAT, instansi=dulu.instansi)
        baru.mulai = dulu.mulai
        services.simpan_jabatan(jabatan=baru, oleh=pemeran.admin)
    hak = services.minta_pembaca(
        pengguna=pemeran.staf, hak=KHUSUS, oleh=pemeran.admin, alasan="Pindah."
    )
    sandi = services.minta_sandi(
        pengguna=pemeran.petugas_rahasia, oleh=pemeran.admin, alasan="Menelepon."
    )
    boneka = Pengguna.objects.get(pk=boneka.pk)
    assert not boneka.has_perm("warga.putuskan_pembaca", hak)
    assert not boneka.has_perm("warga.putuskan_sandi", sandi)
    assert not PermintaanPembaca.objects.untuk_diputus(boneka).exists()
    assert not PermintaanSandi.objects.untuk_diputus(boneka).exists()
    with pada(sekarang() + dt.timedelta(days=7, minutes=1)):
        boneka = Pengguna.objects.get(pk=boneka.pk)
        assert boneka.has_perm("warga.putuskan_pembaca", hak)


def test_the_list_names_all_that_a_camat_with_a_flag_reads(klien, pemeran):
    Pengguna.objects.filter(pk=pemeran.camat.pk).update(petugas_rahasia=True)
    isi = klien("camat").get(MEJA).content.decode()
    assert isi.count("camat: kiriman tentang petugas kecamatan") == 1
