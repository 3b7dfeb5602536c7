"""Masks for what must not stand in public text."""


def samarkan(teks: str) -> str:
    return teks
