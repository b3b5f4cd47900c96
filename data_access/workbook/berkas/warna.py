"""Colours of letters and of what lies behind them: letters that nobody can tell from it are not seen."""

Warna = tuple[int, int, int]
PUTIH: Warna = (255, 255, 255)
HITAM: Warna = (0, 0, 0)
DEKAT = 24
"""Of 255, in each of red, green and blue: white on a very light grey."""
MAKS_HURUF_KECIL = 2.0
"""Points; such letters are a thin line."""


def warna_heksa(teks: str) -> Warna | None:
    """ "FF12AB00", "12AB00" or "#12AB00"."""
    isi = teks.removeprefix("#")[-6:]
    try:
        return (int(isi[0:2], 16), int(isi[2:4], 16), int(isi[4:6], 16))
    except ValueError:
        return None


def serupa(huruf: Warna | None, latar: Warna | None) -> bool:
    """Whether letters of one colour are not seen on the other; what is not known is taken to be seen."""
    return (
        huruf is not None
        and latar is not None
        and all(abs(satu - lain) < DEKAT for satu, lain in zip(huruf, latar, strict=True))
    )


def diterangkan(warna: Warna, kadar: float) -> Warna:
    """A colour of a theme made lighter (above 0, up to 1) or darker."""
    if kadar < 0:
        merah, hijau, biru = (round(satu * (1 + kadar)) for satu in warna)
    else:
        merah, hijau, biru = (round(satu + (255 - satu) * kadar) for satu in warna)
    return (merah, hijau, biru)
