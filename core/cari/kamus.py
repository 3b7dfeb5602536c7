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
    jalan, gang, jln, jl, jalanan
    aspal, hotmix, lapen
    rabat, rabat beton, cor, coran, beton, semenisasi
    onderlag, onderlagh, telford
    rusak, berlubang, bolong, lubang, lobang, hancur, jebol, ambrol, remuk, bobrok, ajur, jeglong
    retak, pecah, patah, mengelupas, ngelupas
    becek, berlumpur, lumpur, jeblok
    licin, lunyu, terpeleset, kepleset, tergelincir
    debu, bledug
    sempit, mepet
    jatuh, tiba, tibo, terguling, terperosok, kejeblos, nyungsep
    kecelakaan, tabrakan, nabrak, tertabrak, laka
    ngebut, balap, balapan, kencang, kenceng, kebut kebutan, trek trekan
    polisi tidur, gundukan, marka kejut
    rambu, plang, papan peringatan
    cermin, cermin cembung, kaca cembung
    truk, truck, tronton, fuso, dump truck
    angkot, angkutan, bus, travel
    macet, semrawut
    menyeberang, menyebrang, penyeberangan
    jembatan, titian
    pertigaan, simpang tiga, simpang 3
    perempatan, simpang empat, simpang 4
    tikungan, belokan, kelokan
    dusun, dsn
    kampung, desa
    selokan, drainase, got, siring, parit, saluran air, comberan
    gorong gorong, duiker, deker, plat deker, box culvert, boks kulvert
    mampet, tersumbat, buntu, mampat, menyumbat
    irigasi, pengairan, saluran tersier, tersier
    embung, waduk, penampungan air, tandon, bendungan
    sumur, air bersih, pamsimas, pdam
    pompa, mesin air, sanyo
    pipa, paralon, pralon
    air, banyu
    kering, kekeringan, mengering, asat
    kemarau, ketigo
    hujan, ujan, udan
    banjir, kebanjiran, genangan, tergenang, meluap, luber, meluber
    kali, sungai, bantaran
    dangkal, pendangkalan, keruk, pengerukan, normalisasi
    talud, talut, tembok penahan, tpt, bronjong, turap
    longsor, ambles, amblas, tergerus, erosi
    keruh, butek
    kotor, jorok, kumuh
    bau, busuk, menyengat, mambu, amis
    bocor, merembes, rembesan, netes
    lapuk, keropos, rapuh
    roboh, rubuh, ambruk, runtuh, tumbang, rebah
    miring, doyong, condong
    lampu, penerangan, pju, bohlam
    gelap, gulita, peteng, remang
    padam, mati
    menyala, nyala, urip
    listrik, pln
    tegangan, voltase, trafo
    gas, elpiji, lpg
    bensin, bbm, pertalite, pertashop
    sampah, tps, uwuh
    bakar, terbakar, kebakaran, obong, kobong
    asap, pengasapan, kebul
    limbah, mencemari, tercemar, pencemaran
    petani, kelompok tani, poktan, gapoktan
    sawah, persawahan
    ladang, peladangan, kebun, kebon, tegalan
    padi, gabah
    singkong, ubi kayu, ketela, telo
    pupuk, rabuk, urea, phonska
    bibit, benih
    hama, wereng
    racun, pestisida, obat hama
    penyuluh, ppl
    langka, kosong, habis
    timbangan, alat timbang
    ternak, kambing, sapi, kerbau, wedus, wedhus, kebo
    ayam, unggas, broiler, pitik
    ikan, iwak
    anjing, asu
    ular, ulo
    monyet, kera, kethek
    babi hutan, babi, celeng
    lalat, laler
    tanaman, tanduran
    rumput, suket, alang alang, ilalang, semak
    posyandu, pos yandu
    puskesmas, pustu, poskesdes, polindes
    hamil, kehamilan, melahirkan, lahiran, bersalin, bumil
    bayi, balita
    stunting, gizi
    imunisasi, vaksin, vaksinasi, suntik
    ambulans, ambulan, mobil siaga
    nyamuk, jentik, fogging, difogging, demam berdarah, dbd, disemprot
    sakit, penyakit, lara
    meninggal, wafat
    odgj, gangguan jiwa, orang gila
    bpjs, kis, jkn, pbi
    sekolah, sekolahan
    sd, sdn, sekolah dasar
    smp, smpn
    sma, sman, smk
    paud, taman kanak kanak, tk
    guru, pengajar, ustadz, ustaz, ustadzah
    murid, siswa, pelajar
    mainan, permainan, ayunan, perosotan
    perpustakaan, taman baca, taman bacaan, pojok baca
    insentif, honor, gaji, upah, bayaran
    bansos, bantuan sosial, sembako
    blt, bantuan langsung tunai
    miskin, kurang mampu, tidak mampu
    bedah rumah, rtlh, tidak layak huni
    lansia, lanjut usia, jompo, simbah, mbah
    disabilitas, difabel, cacat
    tunarungu, tuli
    tunanetra, buta
    landai, ramp
    wc, mck, jamban, toilet, kakus, kamar mandi
    rumah, omah
    atap, genteng, plafon
    dinding, tembok, geribik, gedek
    pagar, pager
    kakam, kepala kampung, kades, kepala desa
    pegawai, petugas, perangkat, aparat
    balai, kantor kampung, kantor desa
    kecamatan, camat
    ktp, kartu tanda penduduk
    kk, kartu keluarga
    akta, akte
    sertifikat, sertipikat, ptsl, prona
    pajak, pbb, sppt
    pungli, pungutan liar
    biaya, ongkos, tarif, iuran, retribusi, pungutan
    uang, duit
    antre, antri, antrean, antrian
    lambat, lamban, lelet, lemot
    musyawarah, rembuk, rapat
    dana desa, dd
    alokasi dana desa, add
    bumkam, bumdes, bumk, badan usaha milik kampung
    koperasi, kopdes
    tukang, pekerja, kuli, buruh
    menolak, penolakan, tidak setuju
    terima kasih, terimakasih, makasih, matur nuwun, matur suwun, alhamdulillah, apresiasi, salut
    pelatihan, kursus, keterampilan
    montir, mekanik, bengkel, perbengkelan
    pedagang, penjual, jualan, bakul
    pinjaman, kredit, utang
    maling, pencurian, kemalingan, dicuri, pencuri, kehilangan, colong, nyolong, curanmor
    begal, jambret, rampok
    ronda, siskamling, poskamling, pos kamling, gardu
    linmas, hansip
    cctv, kamera
    judi, taruhan, togel, sabung ayam
    mabuk, miras, minuman keras, tuak
    narkoba, sabu, narkotika
    berisik, bising, gaduh, ribut, ramai, rame
    speaker, pengeras, sound
    organ tunggal, orgen, orgen tunggal, hajatan
    berkelahi, tawuran
    nikah, menikah, pernikahan, kawin
    pemuda, remaja, anak muda, karang taruna
    tertibkan, penertiban, razia, tegur
    gotong royong, kerja bakti, bersih bersih
    takut, khawatir, cemas, resah, wedi, was was
    bahaya, berbahaya, membahayakan, rawan
    pohon, dahan, ranting
    tebang, pangkas
    angin, puting beliung
    lapangan, gelanggang
    sepak bola, sepakbola, bola
    turnamen, kejuaraan, lomba, pertandingan
    makam, kuburan, tpu, pemakaman
    masjid, mesjid, musala, mushola, musholla, langgar, surau
    wudhu, wudu
    ngaji, mengaji, pengajian, tpa
    internet, wifi, sinyal
    tower, menara, bts
    telepon, telpon, hp
    tanah, lahan
    batas, perbatasan, patok
    tambang, galian
    anak, bocah
    perbaiki, perbaikan, benahi, betulkan, benerin, servis, rehab, renovasi, tambal
    mangkrak, terbengkalai
    bersih, resik
    kecil, cilik
    jelek, elek
    beli, tuku
    makan, mangan
    tidur, turu
    belajar, sinau
    tetangga, tonggo
    harga, rego
    batu, watu
    daun, godong
    bambu, pring
    cabai, cabe, lombok
    sopir, supir
    warung, kedai, kafe, cafe
    kos, kosan, kontrakan
    rentenir, bank plecit, bank keliling
    pengemis, pengamen, minta minta
    petasan, mercon
    puasa, ramadan, ramadhan
    agustusan, 17 agustus
    karnaval, pawai
    cuci tangan, wastafel
    gapura, tugu
    baliho, spanduk, papan informasi
    pengumuman, diumumkan, informasi, info
    anggaran, apbkampung, apbdes
    sirine, alarm, peringatan dini
    kartu identitas anak, kia
    mesum, pacaran
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
