"""Everything under /akun/: our own pages, and those of allauth that the portal uses.

Allauth's pages keep the names that its own code asks for. Pages that are not listed (social
accounts, passkeys, SMS) do not exist.
"""

from allauth.account import views as allauth_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as cadangan_views
from django.urls import path

from warga.views import akun, kode, masuk, pengaman, sesi

urlpatterns = [
    path("", akun.akun, name="akun"),
    path("data/", akun.data_diri, name="akun_data"),
    path("telepon/", akun.telepon, name="akun_telepon"),
    path("sesi/", sesi.daftar, name="akun_sesi"),
    path("hapus/", akun.hapus, name="akun_hapus"),
    path("kode/", kode.kode, name="akun_kode"),
    path("kode/batal/", akun.batalkan_sandi, name="akun_kode_batal"),
    path("kode/sandi/", kode.sandi, name="akun_kode_sandi"),
    path("masuk/", masuk.MasukView.as_view(), name="account_login"),
    path("keluar/", allauth_views.logout, name="account_logout"),
    path("daftar/", masuk.DaftarView.as_view(), name="account_signup"),
    path("nonaktif/", allauth_views.account_inactive, name="account_inactive"),
    path("pastikan/", masuk.PastikanView.as_view(), name="account_reauthenticate"),
    path("email/", allauth_views.email, name="account_email"),
    path(
        "email/kode/",
        allauth_views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    path("sandi/", masuk.GantiSandiView.as_view(), name="account_change_password"),
    path("sandi/buat/", masuk.BuatSandiView.as_view(), name="account_set_password"),
    path("sandi/lupa/", allauth_views.password_reset, name="account_reset_password"),
    path(
        "sandi/lupa/kode/",
        allauth_views.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path("sandi/lupa/baru/", masuk.SandiBaruView.as_view(), name="account_complete_password_reset"),
    path(
        "sandi/lupa/selesai/",
        allauth_views.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
    path("pengaman/", mfa_views.index, name="mfa_index"),
    path("pengaman/kode/", pengaman.PengamanView.as_view(), name="mfa_authenticate"),
    path("pengaman/pastikan/", pengaman.PengamanLagiView.as_view(), name="mfa_reauthenticate"),
    path("pengaman/pasang/", masuk.PasangPengamanView.as_view(), name="mfa_activate_totp"),
    path("pengaman/lepas/", masuk.LepasPengamanView.as_view(), name="mfa_deactivate_totp"),
    path("pengaman/cadangan/", cadangan_views.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "pengaman/cadangan/buat/",
        pengaman.cetak,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "pengaman/cadangan/unduh/",
        cadangan_views.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
