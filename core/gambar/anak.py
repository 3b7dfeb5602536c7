"""The child process that decodes one photo and ends: a photo in on stdin, pictures out on stdout.

Both ways a line of JSON goes first. In: nothing but `kotak` (the boxes of `tutup_kotak`), then the
photo. Out: `kode` of a refusal, or the sizes of the two pictures that follow; and `detik`.

It bounds itself before it reads a byte. Its limits let 50 megapixels pass with room to spare (464
MB, 1.5 s), and no photo can hurt the machine.
"""

import json
import os
import resource
import sys
import time
from typing import Any

from core.gambar import olah as gambar
from core.gambar.olah import FotoDitolak, FotoJadi

BATAS_DETIK = 10  # of the processor
BATAS_MEMORI = 768 * 1024 * 1024  # of addresses, the interpreter included
KESOPANAN = 5  # pages of the portal go first


def main() -> None:
    """Bound this process, decode what stdin holds, and write the answer."""
    os.nice(KESOPANAN)
    batasi(resource.RLIMIT_CPU, BATAS_DETIK)
    batasi(resource.RLIMIT_AS, BATAS_MEMORI)
    batasi(resource.RLIMIT_FSIZE, 0)
    batasi(resource.RLIMIT_CORE, 0)
    sys.stdout.buffer.write(layani(sys.stdin.buffer.read()))


def batasi(apa: int, batas: int) -> None:
    """Lower a limit. A limit that is lower already stays."""
    teratas = resource.getrlimit(apa)[1]
    if teratas == resource.RLIM_INFINITY or teratas > batas:
        resource.setrlimit(apa, (batas, batas))


def layani(masukan: bytes) -> bytes:
    """Answer one photo. Nothing in it can make this raise."""
    kepala, _, data = masukan.partition(b"\n")
    mulai = time.process_time()
    try:
        foto = _kerjakan(json.loads(kepala), data)
    except FotoDitolak as galat:
        return _baris(kode=galat.code, detik=time.process_time() - mulai)
    ukuran = {"lebar": foto.lebar, "tinggi": foto.tinggi, "besar": len(foto.besar)}
    return _baris(**ukuran, detik=time.process_time() - mulai) + foto.besar + foto.kecil


def _kerjakan(perintah: dict[str, Any], data: bytes) -> FotoJadi:
    if "kotak" in perintah:
        return gambar.tutup_kotak(data, [tuple(kotak) for kotak in perintah["kotak"]])
    return gambar.olah(data)


def _baris(**isi: Any) -> bytes:
    return json.dumps(isi).encode() + b"\n"


if __name__ == "__main__":
    main()
