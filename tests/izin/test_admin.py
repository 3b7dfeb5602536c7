"""The admin answers no question about rows that the person there may not read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from aspirasi.enums import Jangkauan, Tentang
from aspirasi.models import Pengirim
from core.models import Tugas
from tests.pabrik.aspirasi import buat
from tests.pabrik.proyek import buat_proyek

pytestmark = pytest.mark.django_db
AKAR = Path(__file__).resolve().parents[2]


def semua_halaman() -> list[type[Any]]:
    """Every page of the admin that is ours, and every inline in one."""
    halaman = [type(satu) for satu in admin.site._registry.values()]
    sisipan = [satu for kelas in halaman for satu in kelas.inlines]
    punya = {config.name for config in apps.get_app_configs() if Path(config.path).parent == AKAR}
    return [k for k in (*halaman, *sisipan) if k.__module__.partition(".")[0] in punya]


def menyebut_bidang(kelas: type[Any]) -> bool:
    """Whether a page names its fields: by itself, by a method of ours, or by its form."""
    dari_form = getattr(getattr(kelas.form, "_meta", None), "fields", None)
    bidang = kelas.fields or kelas.fieldsets or dari_form
    return kelas.get_fields.__module__.partition(".")[0] != "django" or (
        isinstance(bidang, list | tuple) and not kelas.exclude
    )


def test_every_page_names_its_fields_one_by_one() -> None:
    """A new column of a model shows nowhere until somebody says that it may."""
    halaman = semua_halaman()
    assert len(halaman) > 12
    diam = [kelas.__name__ for kelas in halaman if not menyebut_bidang(kelas)]
    assert diam == [], f"write `fields` into {diam}; `exclude` lets every new column through"


def balikan(model: type[Any]) -> list[str]:
    """Names under which other tables point to this one."""
    return [
        bidang.name
        for bidang in model._meta.get_fields()
        if bidang.auto_created and not bidang.concrete and not bidang.hidden
    ]


def test_no_list_is_filtered_by_what_points_to_it(klien: Callable[[str], Client]) -> None:
    client = klien("admin")
    for model in admin.site._registry:
        alamat = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for nama in balikan(model):
            for saringan in (nama, f"{nama}__isnull", f"{nama}__id__gt"):
                respons = client.get(alamat, {saringan: 1})
                assert respons.status_code in (400, 403), (alamat, saringan)


def test_an_admin_does_not_learn_who_sent_what(
    pemeran: Any, klien: Callable[[str], Client]
) -> None:
    buat(pemeran.kampung, oleh=pemeran.warga, jangkauan=Jangkauan.KECAMATAN)
    kunci = Pengirim.objects.get().pk
    respons = klien("admin").get("/admin/warga/pengguna/", {"kiriman": kunci})
    assert pemeran.warga.nama not in respons.content.decode()


def test_a_task_does_not_name_the_kiriman_it_is_about(
    pemeran: Any, klien: Callable[[str], Client]
) -> None:
    tertutup = {"jangkauan": Jangkauan.KECAMATAN, "tentang": Tentang.PETUGAS_KECAMATAN}
    aspirasi = buat(pemeran.kampung, bahaya=True, **tertutup).aspirasi
    tugas = Tugas.objects.get(kunci=f"bahaya:{aspirasi.acuan.hex}")
    isi = klien("staf").get(reverse("admin:core_tugas_change", args=[tugas.pk])).content.decode()
    assert aspirasi.acuan.hex not in isi


@pytest.mark.parametrize("siapa", ["staf", "admin"])
def test_no_address_of_the_admin_leads_to_a_closed_kiriman(
    pemeran: Any, klien: Callable[[str], Client], siapa: str
) -> None:
    tertutup = buat(pemeran.kampung, jangkauan=Jangkauan.KECAMATAN).aspirasi
    jenis = ContentType.objects.get_for_model(tertutup)
    for kunci in (str(jenis.pk), f"%20{jenis.pk}", f"0{jenis.pk}"):
        assert klien(siapa).get(f"/admin/r/{kunci}/{tertutup.pk}/").status_code == 404


def test_the_admin_still_leads_to_a_project(klien: Callable[[str], Client]) -> None:
    proyek = buat_proyek()
    jenis = ContentType.objects.get_for_model(proyek)
    respons = klien("staf").get(f"/admin/r/{jenis.pk}/{proyek.pk}/")
    assert respons.url.endswith(proyek.get_absolute_url())
    for alamat in ("/admin/r/x/1/", f"/admin/r/{jenis.pk}/x/", "/admin/r/99999/1/"):
        assert klien("staf").get(alamat).status_code == 404
