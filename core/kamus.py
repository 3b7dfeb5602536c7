"""Words that search treats as nothing, and words it treats as the same thing."""

# Words that carry no search. PostgreSQL has a stemmer for Indonesian but no such list.
_HENTI = """
    ada adalah agar akan aku anda apa apakah atas atau bagaimana bagi bapak bisa belum bila
    bu buat dalam dan dapat dari dengan di dimana dong dulu harus hanya ibu ini ingin itu
    jadi juga kah kalau kami kan kapan karena ke kenapa kepada kita kok lagi lah lalu maka
    mana masih mau mohon mengapa nya oleh pada pak para pun saat saja sangat sampai saya se
    sebuah secara sedang sehingga sekali semua seperti serta siapa sini situ sudah supaya
    tapi telah tentang tersebut tetapi tidak tolong untuk ya yaitu yang
    aja banget bgt blm blum deh dg dgn dll dr enggak ga gak gk gimana jd jg kalo karna kayak
    klo krn lho loh mas mbak mhn min nak ndak nggak ngga nih pd punya sdh sih sm sama tdk
    terus tlg tp trs udah udh utk yg
"""
KATA_HENTI = frozenset(_HENTI.split())

# Each line names one thing as people here say it. A word stands in one line only.
_BARIS = """
    selokan, drainase, got, siring, parit, saluran air
    gorong gorong, duiker, box culvert
    jalan, gang, jln, jl
    dusun, dsn
    aspal, hotmix, lapen
    rabat, rabat beton, cor, beton, semenisasi
    rusak, berlubang, bolong, lubang, lobang, berlobang, hancur, jebol, ambrol
    mampet, tersumbat, buntu, mampat, menyumbat
    becek, berlumpur, lumpur
    roboh, rubuh, ambruk, runtuh, tumbang
    longsor, ambles, amblas, tergerus
    lapuk, keropos, rapuh
    padam, mati
    meluap, luber, meluber
    butek, keruh
    lampu, penerangan, pju
    listrik, pln
    sumur, air bersih, pamsimas, pdam
    irigasi, pengairan, saluran tersier
    banjir, genangan, tergenang
    wc, mck, jamban, toilet, kakus, kamar mandi
    sampah, tps
    posyandu, pos yandu
    hamil, kehamilan, melahirkan
    kali, sungai
    balapan, balap, kebut kebutan, trek trekan
    organ tunggal, orgen, orgen tunggal, hajatan
    pelatihan, kursus, keterampilan
    montir, mekanik, bengkel, perbengkelan
    ternak, kambing, sapi, kerbau
    puskesmas, pustu, poskesdes, polindes
    paud, taman kanak kanak
    masjid, mesjid, musala, mushola, musholla, langgar, surau
    pertigaan, simpang tiga, simpang 3
    perempatan, simpang empat, simpang 4
    makam, kuburan, tpu, pemakaman
    talud, tembok penahan, tpt, bronjong
    internet, wifi, sinyal
    bansos, bantuan sosial
    blt, bantuan langsung tunai
    pungli, pungutan liar
    kakam, kepala kampung, kades, kepala desa
    kampung, desa
    musyawarah, rembuk, rapat
    disabilitas, difabel, cacat
    lansia, lanjut usia
    ktp, kartu tanda penduduk
    kk, kartu keluarga
    bumkam, bumdes, badan usaha milik kampung
    dana desa, dd
    lapangan, gelanggang
    truk, truck, tronton, fuso
    maling, pencurian, kemalingan, dicuri, pencuri
    ronda, siskamling, poskamling, pos kamling
    nyamuk, jentik, fogging, difogging, demam berdarah, dbd, pengasapan, disemprot
    hama, wereng
    antre, antri, antrean, antrian
    sekolah, sekolahan
    menyala, nyala
"""

Frasa = tuple[str, ...]


def _muat() -> dict[Frasa, tuple[Frasa, ...]]:
    peta: dict[Frasa, tuple[Frasa, ...]] = {}
    for baris in _BARIS.strip().splitlines():
        kelompok = tuple(tuple(frasa.split()) for frasa in baris.split(","))
        for frasa in kelompok:
            if frasa in peta:
                raise ValueError(f"{' '.join(frasa)!r} berdiri di dua baris.")
            peta[frasa] = kelompok
    return peta


SEARTI = _muat()
FRASA_TERPANJANG = max(map(len, SEARTI))
