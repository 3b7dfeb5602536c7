"""The one error that services raise when an act is not possible now."""


class TidakBisa(Exception):
    """The act does not fit the state of things (wrong status, already done, too late).

    `pesan` is shown to the person as it stands: it says what happened and what to do.
    """

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
