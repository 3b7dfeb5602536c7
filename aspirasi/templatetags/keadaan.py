"""The sentences of `aspirasi.bacaan.keadaan` for templates."""

from typing import Any

import rules
from django import template
from django.utils.safestring import SafeString

from aspirasi.bacaan import (
    kartu,
    keadaan,
    lalu,
    lama,
    lembar,
    pembaca,
    penarikan,
    percakapan,
    surat,
    tulisan,
)
from aspirasi.bacaan.tanya import Tanya, tanya_untuk
from aspirasi.models import Aspirasi, TindakLanjut
from warga.rules import adalah_kecamatan

register = template.Library()


@register.filter
def kalimat_umum(aspirasi: Aspirasi) -> str:
    """Return the state in a sentence for everybody."""
    return keadaan.kalimat(aspirasi)


@register.filter
def kalimat_pengirim(aspirasi: Aspirasi) -> str:
    """Return the state in a sentence for its sender."""
    return keadaan.kalimat(aspirasi, pengirim=True)


register.filter("tulisan", tulisan.tulisan)
register.filter("tulisan_tampil", tulisan.tulisan_tampil)
register.filter("judul_tampil", tulisan.judul)
register.filter("diberi_tahu", lalu.diberi_tahu)
register.filter("belum_diberi_tahu", lalu.belum_diberi_tahu)
register.filter("jumlah_suara", kartu.jumlah_suara)
register.filter("menunggu_sejak", kartu.menunggu_sejak)
register.filter("ket_surat", surat.keterangan)
register.filter("keadaan_pindaian", surat.keadaan_pindaian)
register.filter("keadaan_permintaan", surat.keadaan_permintaan)
register.filter("letak_pengirim", pembaca.letak_pengirim)
register.filter("letak_petugas", pembaca.letak_petugas)
register.filter("sebab_saran", lembar.sebab_saran)
register.filter("tanda_tangan", tulisan.tanda_tangan)


@register.filter
def seharusnya(aspirasi: Aspirasi) -> str:
    """Return what should have been done by when, for a kiriman that is late."""
    return keadaan.seharusnya(aspirasi)


register.filter("pembaca", keadaan.pembaca)
register.filter("tertunda", keadaan.tertunda)
register.filter("kata_jawaban", percakapan.kata_jawaban)


@register.filter
def pembaca_pengirim(aspirasi: Aspirasi) -> SafeString:
    """Return who can read it now, for its sender."""
    return pembaca.pembaca_pengirim(aspirasi).html


@register.filter
def pembaca_tentang_petugas(aspirasi: Aspirasi) -> SafeString:
    """Return who alone reads a kiriman about an official."""
    return pembaca.pembaca_tentang_petugas(aspirasi).html


@register.filter
def giliran_pengirim(aspirasi: Aspirasi) -> SafeString | None:
    """Return what its sender has to do now, if anything."""
    giliran = kartu.giliran_pengirim(aspirasi)
    return giliran.html if giliran else None


@register.filter
def penulis_untuk_pengirim(tindak: TindakLanjut) -> str:
    """Return who wrote it, for the sender."""
    return percakapan.penulis(tindak, pengirim=True)


@register.filter
def penulis_untuk_petugas(tindak: TindakLanjut) -> str:
    """Return who wrote it, for an official."""
    return percakapan.penulis(tindak, pengirim=False)


@register.simple_tag
def guna_lembar() -> str:
    """Return the purpose of poster and paper form."""
    return lembar.GUNA


@register.filter
def masih_utuh(foto_hilang: bool) -> SafeString:
    """Return what became of the form that came back."""
    return lembar.masih_utuh(foto_hilang=foto_hilang).html


@register.filter
def digabung_petugas(aspirasi: Aspirasi) -> bool:
    """Return whether an official merged it; False when its sender joined another."""
    return keadaan.digabung_petugas(aspirasi)


@register.filter
def ada_balasan(aspirasi: Aspirasi, orang: Any) -> bool:
    """Return whether the sender added something that this person has to read."""
    menunggu = aspirasi.balasan_pada is not None
    return menunggu and bool(rules.has_perm("aspirasi.baca_balasan", orang, aspirasi))


@register.filter
def boleh_diperbaiki(aspirasi: Aspirasi, orang: Any) -> bool:
    """Return whether this person may correct its shown words now, or take them back."""
    boleh = aspirasi.diperiksa_pada is not None and aspirasi.dihapus_pada is None
    return boleh and bool(rules.has_perm("aspirasi.perbaiki", orang, aspirasi))


@register.filter
def urusan(jawaban: TindakLanjut, orang: Any) -> penarikan.Urusan | None:
    """Return what this person can still do with an official answer; None when it is not theirs."""
    if not rules.has_perm("aspirasi.tarik_jawaban", orang, jawaban):
        return None
    return penarikan.urusan(jawaban, kecamatan=adalah_kecamatan(orang))


@register.filter
def tanya(aspirasi: Aspirasi) -> Tanya | None:
    """Return the questions to its sender about the answer, if any."""
    return tanya_untuk(aspirasi)


@register.filter
def kata_lama(lama_periksa: int | None) -> SafeString:
    """Return how long the first look takes at present."""
    return lama.kata_lama(lama_periksa).html
