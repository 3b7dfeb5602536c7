"""Papers of the story: a PDF of one page with a few lines."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

HALAMAN = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F 5 0 R >> >> >>"
)


def lembar(*baris: str) -> SimpleUploadedFile:
    """Return an upload of one page with these lines, in plain letters."""
    teks = " ".join(f"({_polos(satu)}) Tj 0 -24 Td" for satu in baris)
    isi = f"BT /F 16 Tf 60 760 Td {teks} ET".encode("latin-1")
    benda = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        HALAMAN,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(isi), isi),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return SimpleUploadedFile("contoh.pdf", _pdf(benda), "application/pdf")


def _pdf(benda: tuple[bytes, ...]) -> bytes:
    """Return a file of these objects, with the table of where each begins."""
    keluar, letak = BytesIO(), []
    keluar.write(b"%PDF-1.4\n")
    for nomor, satu in enumerate(benda, start=1):
        letak.append(keluar.tell())
        keluar.write(b"%d 0 obj\n%s\nendobj\n" % (nomor, satu))
    awal, banyak = keluar.tell(), len(benda) + 1
    keluar.write(b"xref\n0 %d\n0000000000 65535 f \n" % banyak)
    keluar.write(b"".join(b"%010d 00000 n \n" % satu for satu in letak))
    akhir = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    keluar.write(akhir % (banyak, awal))
    return keluar.getvalue()


def _polos(teks: str) -> str:
    """Return words that a PDF of plain letters can hold."""
    aman = teks.encode("latin-1", "replace").decode("latin-1").replace("\\", "")
    return aman.replace("(", "\\(").replace(")", "\\)")
