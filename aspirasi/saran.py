"""Words that call for a smaller circle of readers (design §3: recommend `kecamatan`)."""

import re

# As people write them, with endings: "BLT-nya", "perangkatnya", "dikorupsi".
_KATA = re.compile(
    r"""
    \b(?:
        kakam | kades | (?:kepala|pak|bu)\s(?:kampung|desa|kadus|lurah) | kadus | sekdes | sekkam
      | perangkat(?:\s(?:kampung|desa))? | aparat(?:\s(?:kampung|desa))? | bendahara
      | pungli | pungutan(?:\sliar)? | (?:di|me)?(?:nyogok|sogok) | suap | menyuap | disuap
      | uang\spelicin | diperas | memeras | pemerasan
      | korupsi | dikorupsi | (?:di|meng)?gelapkan | disunat
      | kekerasan | kdrt | (?:di|me)(?:pukul|mukul)i? | pelecehan
      | diancam | ancaman | mengancam\s(?:saya|kami|warga|akan) | (?:di|men|pen)cabul(?:i|an)
      | diperkosa | memperkosa | memerkosa | pemerkosaan
      | blt | pkh | bpnt | bansos | bantuan\s(?:sosial|langsung|tunai) | penerima\sbantuan
      | data\spenerima
    )(?:-?nya)?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def kata_peka(teks: str) -> list[str]:
    """Return the words of `teks` that concern officials, money taken, violence or aid.

    Each once, as written, at most three: they are shown to the sender as the reason.
    """
    unik = {cocok[0].lower(): " ".join(cocok[0].split()) for cocok in _KATA.finditer(teks)}
    return list(unik.values())[:3]
