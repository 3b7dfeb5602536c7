"""Write the printed parts of docs/ anew (`alat/cetak`)."""

import django

django.setup()

from tests.dokumen.cetak import berkas, isi  # noqa: E402 (models come after Django is set up)

for jalur in berkas():
    jalur.write_text(isi(jalur))
