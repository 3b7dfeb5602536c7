"""Help in words, on its own pages and on those of a project and a kampung."""

from typing import Any

from django import template

from core.jaga.alamat import samarkan
from mitra.bacaan import janji as bacaan
from mitra.bacaan.kerja import kalimat_kerja, kalimat_sehari
from mitra.bacaan.ringkas import bantuan_proyek, kata_kebutuhan
from mitra.forms.tawarkan import UNTUK_KEBUTUHAN
from mitra.models import Kebutuhan, KerjaBakti, Tawaran
from warga.models import Kampung

register = template.Library()


@register.filter
def kata_butuh(kebutuhan: Kebutuhan) -> str:
    """Return how much is needed, and until when."""
    return kata_kebutuhan(kebutuhan.jumlah, kebutuhan.satuan, kebutuhan.sampai)


@register.filter
def huruf_butuh(kebutuhan: Kebutuhan) -> str:
    """Return the letters that name a need in an address."""
    return samarkan(kebutuhan.pk, untuk=UNTUK_KEBUTUHAN)


@register.filter
def kata_kerja(kerja: KerjaBakti) -> str:
    return kalimat_sehari(kerja)


@register.filter
def kata_tawaran(tawaran: Tawaran) -> str:
    return bacaan.tawaran_dalam_kata(tawaran)


@register.filter
def kata_tenggat(tawaran: Tawaran) -> str:
    return bacaan.kalimat_tenggat(tawaran)


@register.filter
def kata_konflik(tawaran: Tawaran) -> str:
    return bacaan.kalimat_konflik(tawaran)


@register.inclusion_tag("mitra/_di_proyek.html")
def bantuan_untuk(isi: Any, kerja: Any) -> dict[str, Any]:
    """Write the help for a project, from the plain values of its page."""
    return {"semua": bantuan_proyek(isi), "kerja": kalimat_kerja(kerja[0]) if kerja else ""}


@register.inclusion_tag("mitra/_di_kampung.html")
def bantuan_di(kampung: Kampung, butuh: Any, kerja: Any) -> dict[str, Any]:
    """Write the help for a kampung, from the plain values of its page."""
    kata = [
        f"{satu['judul']}: {kata_kebutuhan(satu['jumlah'], satu['satuan'], satu['sampai'])}"
        for satu in butuh or ()
    ]
    jumlah = kalimat_kerja(kerja[0]) if kerja else ""
    return {"kampung": kampung, "butuh": kata, "kerja": jumlah}
