"""The one error that services raise when an act is not possible now, and the test for readable
words."""

# Unicode names of letters that nobody sees.
_KOSONG = "\u115f\u1160\u3164\uffa0"


class TidakBisa(Exception):
    """The act does not fit the state of things (wrong status, already done, too late).

    `pesan` is shown to the person as it stands: it says what happened and what to do.
    """

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan


def berkata(teks: str) -> bool:
    """Return whether somebody can read a word in it. Blanks and invisible signs are no words."""
    return any(huruf.isalnum() and huruf not in _KOSONG for huruf in teks)


def pastikan_berkata(teks: str, pesan: str) -> None:
    """Raise TidakBisa with `pesan` when there is no word in the text."""
    if not berkata(teks):
        raise TidakBisa(pesan)


def pastikan_beralasan(alasan: str) -> None:
    """Raise TidakBisa when a reason that everyone reads has no word in it."""
    pastikan_berkata(alasan, "Tulis alasannya. Semua orang membacanya.")
