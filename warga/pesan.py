"""Sentences that replace those of the sign-in library."""

_TAK_COCOK = (
    "Nomor HP atau e-mail ini tidak cocok dengan kata sandinya. "
    "Periksa keduanya, atau buat kata sandi baru."
)
TERLALU_SERING = "Sudah terlalu sering dicoba. Tunggu beberapa menit, lalu coba lagi."
TUNGGU_DAHULU = "Sudah terlalu sering dicoba. Tunggu {lama}, lalu coba lagi."
_KODE_SALAH = "Kode ini tidak cocok. Periksa lagi, atau minta kode baru."

PESAN_AKUN = {
    "account_inactive": "Akun ini tidak aktif. Hubungi kantor kecamatan.",
    "cannot_remove_primary_email": "E-mail ini masih dipakai untuk masuk.",
    "duplicate_email": "E-mail ini sudah tercatat di akun Anda.",
    "email_password_mismatch": _TAK_COCOK,
    "phone_password_mismatch": _TAK_COCOK,
    "username_password_mismatch": _TAK_COCOK,
    "email_taken": "E-mail ini tidak dapat dipakai. Pakai e-mail lain.",
    "enter_current_password": "Kata sandi yang sekarang belum benar.",
    "incorrect_code": _KODE_SALAH,
    "incorrect_password": "Kata sandi belum benar.",
    "invalid_or_expired_key": "Kode ini sudah tidak berlaku. Minta kode baru.",
    "invalid_login": "Tulis nomor HP atau e-mail Anda.",
    "invalid_password_reset": "Kode ini sudah tidak berlaku. Minta kode baru.",
    "max_email_addresses": "Satu akun hanya dapat memakai %d e-mail.",
    "phone_taken": "Nomor HP ini tidak dapat dipakai. Pakai nomor lain.",
    "too_many_login_attempts": TERLALU_SERING,
    "unknown_email": "E-mail ini belum dipakai akun mana pun.",
    "unknown_phone": "Nomor HP ini belum dipakai akun mana pun.",
    "unverified_primary_email": "E-mail ini belum dipastikan milik Anda.",
    "username_blacklisted": "Nama ini tidak dapat dipakai. Pakai nama lain.",
    "username_taken": "Nama ini tidak dapat dipakai. Pakai nama lain.",
    "select_only_one": "Pilih satu saja.",
    "same_as_current": "Ini sama dengan yang sekarang.",
    "rate_limited": TERLALU_SERING,
}

PESAN_PENGAMAN = {
    "add_email_blocked": "Matikan kode keamanan kedua dahulu sebelum menambah e-mail.",
    "cannot_delete_authenticator": "Kode keamanan kedua tidak dapat dimatikan.",
    "cannot_generate_recovery_codes": "Pasang aplikasi kode dahulu, lalu buat kode cadangan.",
    "incorrect_code": "Kode ini tidak cocok. Tunggu kode berikutnya di aplikasi, lalu coba lagi.",
    "unverified_email": "Pastikan e-mail Anda dahulu, lalu pasang kode keamanan kedua.",
}
