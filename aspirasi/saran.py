"""Words that call for a smaller circle of readers. They warn and decide nothing.

How many sentences they catch is measured (docs/keputusan/0018-pandang.md). Every repetition is
bounded, so that no text takes longer than its length.
"""

import re

# Words as people write them, with endings ("BLT-nya", "perangkatnya") and any blanks between.
_GELAR = r"(?:pak|pk|bapak|bp|bu|ibu|mbah|mas|kang|ketua|ketu|wakil|anggota|oknum|istri)\.?"
# These name an office only after a title: "RT 04" alone is a place, and so is "kampung".
_SESUDAH_GELAR = (
    r"rt | rw | bpk | lpmk | lpm | tpk | pokmas | lurah | kampung | desa | kadus | dusun | camat"
    r" | carik | bayan | modin | sekdes | sekretaris | guru | ustadz | ustaz | ustad | kiai"
    r" | bhabin | babinsa"
)
_JABATAN = (
    r"kakam | kades | carik | kadus | kebayan | kami\s?tu[aw]o? | jogo\s?boyo | pamong"
    r" | modin | sek[dk]es | sekkam | sekcam | camat | kaur | kasi | bendah(?:a)?ra | pokmas"
    r" | kep(?:a)?l[ao]\s+(?:kampung|desa|dusun|seksi|urusan|tiyuh|pekon|suku)"
    r" | sekretaris\s+(?:kampung|desa|camat|kecamatan)"
    r" | perangkat(?:\s+(?:kampung|desa|tiyuh|pekon))? | aparat(?:ur)?(?:\s+(?:kampung|desa))?"
    r" | tpk | tim\s+pelaksana | lpmk | linmas | hansip | satpol | kader | pendamping"
    r" | (?:petugas|pegawai|orang|wong|staf|oknum|pengurus|operator|pejabat)\s+"
    r"(?:di\s+)?(?:kecamatan|kampung|desa|balai|kantor|kelompok|karang)"
    r" | guru\s+ngaji | ustadz | ustaz | ustad"
)
_GUNA = r"(?:rokok|lelah|pelicin|tutup|kopi|bensin|admin(?:istrasi)?|damai|sangu|terima\s+kasih)"
_UANG = (
    r"pungli | pungutan(?:\s+liar)? | (?:di|me|m)?(?:nyogok|sogok)(?:an|i)? | suap | (?:me|di)nyuap"
    r" | (?:me|di)suap | korup(?:si|tor)? | dikorupsi | (?:di|meng|ng)gelap(?:kan|ake|in)"
    r" | (?:di|ny)sunat | nyunat | peras | (?:di|mem)peras | memeras | pemerasan"
    r" | (?:di|me|m)?palak(?:in)? | (?:me)?malak | setoran | upeti | amplop | fiktif | curang"
    rf" | (?:uang|duit|dhuwit|dit)\s+{_GUNA}"
    r" | (?:di|n|ng)?(?:tilep|embat) | masuk\s+kantong | dimakan\s+sendiri"
    r" | dicoret | jual\s+beli\s+jabatan | nepotisme | ngapusi | dipersulit | mempersulit"
    r" | pilih\s+kasih | pilih\s?2\s+(?:orang|wong)"
    r" | (?:tidak|tak|gak|ga|nggak|ndak|ora|mboten|mak)\s+adil"
)
# An official who serves badly; "petugas ramah" is no reason to warn, and the word alone is none.
_PELAYAN = (
    r"(?:petugas|pegawai|staf)(?:nya)?(?:\s+\w{1,20}){0,3}?\s+"
    r"(?:kasar|marah(?:-marah)?|(?:mem)?bentak|judes|jutek|galak)"
)
# Money for a paper or for what should cost nothing, and a levy on aid.
_SURAT = r"(?:ktp|kk|akta|surat(?:\s+\w{1,20})?|sertifikat|sertipikat|tanda\s?tangan|stempel)"
_BIAYA = (
    r"(?:diminta(?:i|in)?|dipungut|ditagih|dikena(?:i|kan)|dijaluk(?:i)?)(?:\s+\w{1,20}){0,2}?\s+"
    r"(?:biaya|tarif|ongkos|sumbangan|setoran)"
    r" | disuruh\s+(?:m?bayar|setor) | (?:harus|wajib|kudu)\s+(?:setor|nyetor)"
    r" | dipungut(?:\s+\w{1,20}){0,3}?\s+(?:ribu|rb|ewu)"
    rf" | {_SURAT}(?:\s+\w{{1,20}}){{0,3}}?\s+m?bayar"
    r" | tarif(?:\s+\w{1,20}){0,4}?\s+tanda\s?tangan"
    r" | (?:diselipi|nyelipi|selipkan|(?:harus|wajib|kudu|tanpa|tidak|tak|gak|nggak|ndak|ora)\s+"
    r"(?:nga)?(?:sih|kasih|ngasih|memberi|wenehi))\s+(?:uang|duit|dhuwit)"
    r" | (?:bantuan|beras|jatah|sembako)(?:\s+\w{1,20}){0,3}?\s+(?:dipotong|dikurangi|disunat)"
)
# Money for a project and bills are asked for, or paid, in public.
_BUKAN_AMBIL = r"(?!\s+(?:dana|anggaran|bantuan|listrik|token|pbb|pajak|air|pulsa)\b)"
# "Two thousand seedlings" is no money.
_BUKAN_UANG = (
    r"(?!\s+(?:batang|bibit|pohon|meter|orang|jiwa|ekor|liter|kilo|kg|lembar|buah|biji|sak)\b)"
)
# Somebody takes something: at most four words between the two.
_AMBIL = (
    r"(?:(?:di)?minta(?:i|in)?|njaluk(?:i)?|mundhut|nyuwun|ngilu|ngakuk|nyuwil|bayar(?:an)?"
    r"|mbayar|ditarik(?:i)?|narik|dipotong|motong|dikurangi|nitip)"
    rf"{_BUKAN_AMBIL}"
    r"(?:\s+[\w.,]{1,20}){0,4}?\s+"
    rf"(?:(?:uang|duit|dhuwit)(?!\s+{_GUNA})"
    rf"|arta|arto|bayaran|jatah|sangu|\d{{0,9}}\s?(?:rb|ribu|ewu|juta|jt|persen){_BUKAN_UANG}|sejuta"
    r"|seratus|satus|cepek|gopek)"
)
# "pukul tiga" is a time of day.
_JAM = r"(?:\d|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|setengah)"
_KEKERASAN = (
    rf"kekerasan | kdrt | (?:di|me)pukul(?:i|in|an)? | pukul(?:i|in|an)?(?!\s{{1,3}}{_JAM})"
    r" | (?:di|me)?mukul(?:i|in|an)? | (?:di|ng|n)?gebu[kg](?:in|i)?"
    r" | ngg?ebu[kg](?:in|i)? | (?:di|n)?gepuk(?:i)? | (?:di)?gitik(?:i)? | (?:di)?ante?m(?:i)?"
    r" | (?:di|me)?(?:tendang|nendang) | (?:di|me)?(?:tampar|nampar) | (?:di|men)?tinju"
    r" | (?:di|me)?(?:aniaya|nganiaya) | (?:di|ng|me)?(?:keroyok|ngeroyok)"
    r" | (?:di|me)?(?:tusuk|nusuk) | (?:di|mem)?bacok | (?:di|mem)?bunuh | memar"
    r" | pelecehan | (?:di|me)?(?:leceh|lecehkan) | (?:di|men|pen)cabul(?:i|an)"
    r" | (?:di|mem|me)?p?erkosa(?:an)? | pemerkosaan | (?:di|me)?raba(?:[\s-]+raba)?"
    r" | (?:pegang|megang)[\s-]+(?:pegang|megang) | hubungan\s+badan | berhubungan\s+badan"
    r" | (?:di|mem)?bully | (?:di|pe)rundung(?:an)? | (?:di|ng)ancam | ngance?m | ancaman"
    r" | dipun\s+(?:ancam|gepuk|gebug|antem) | diwedeni | diwedeke"
    r" | mengancam\s+(?:saya|kami|warga|akan|mau) | mabuk | mendem | judi | sabung\s+ayam"
)
_BANTUAN = (
    r"blt | pkh | bpnt | bansos | raskin | bantuan\s+(?:sosial|langsung|tunai)"
    r" | penerima\s+bantuan | data\s+penerima | (?:uang|duit|dhuwit|biyas|beras)\s+bantuan"
)
_AKHIRAN = r"(?:-?(?:nya|ne|ku|mu|ipun))?"
_KATA = re.compile(
    rf"""
    \b(?:
        {_GELAR}\s{{0,3}}(?:{_SESUDAH_GELAR})(?:\s{{0,3}}\d{{1,3}})?
      | {_JABATAN} | {_PELAYAN} | {_UANG} | {_BIAYA} | {_KEKERASAN} | {_BANTUAN}
    ){_AKHIRAN}\b
    | \b{_AMBIL}\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def kata_peka(teks: str) -> list[str]:
    """Return the words of `teks` that concern officials, money taken, violence or aid.

    Each word once, as written, at most three. The sender reads them as the reason.
    """
    semua = (" ".join(cocok[0].split()) for cocok in _KATA.finditer(teks))
    unik = {kata.lower(): kata for kata in reversed(list(semua))}
    return list(reversed(unik.values()))[:3]
