from django.apps import AppConfig


class RencanaConfig(AppConfig):
    name = "rencana"
    verbose_name = "Rencana kampung"

    def ready(self) -> None:
        """Let a kiriman be about a plan, or about a row of one."""
        from aspirasi.bacaan.rujukan import daftarkan
        from rencana.services.tautan import cari_baris, cari_rencana

        daftarkan("rencana", cari_rencana)
        daftarkan("baris", cari_baris)
