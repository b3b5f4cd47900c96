"""The colours that the styles of an .xlsx name: by red, green and blue, by number, or by the theme."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from data_access.workbook.berkas.warna import HITAM, MAKS_HURUF_KECIL, PUTIH, Warna, diterangkan, serupa, warna_heksa

BERNOMOR: Mapping[str, Warna] = {
    **dict.fromkeys(("0", "8", "64"), HITAM),
    **dict.fromkeys(("1", "9", "65"), PUTIH),
    **dict.fromkeys(("2", "10"), (255, 0, 0)),
    **dict.fromkeys(("3", "11"), (0, 255, 0)),
    **dict.fromkeys(("4", "12"), (0, 0, 255)),
    **dict.fromkeys(("5", "13"), (255, 255, 0)),
    "22": (192, 192, 192),
    "23": (128, 128, 128),
}
"""The numbered colours of old that are still met, and those of the window: its letters and its ground."""
URUTAN_TEMA = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""How a style counts the colours of a theme."""
TEMA_BIASA: tuple[Warna | None, ...] = (PUTIH, HITAM)


def warna_tema(akar: Element) -> tuple[Warna | None, ...]:
    """The colours of a theme in the order styles count them, from the tree of theme1.xml."""
    semua: dict[str, Warna | None] = {}
    for satu in akar.iter():
        nama = satu.tag.rpartition("}")[2]
        if nama in URUTAN_TEMA:
            for isi in satu:
                semua[nama] = warna_heksa(isi.get("lastClr", isi.get("val", "")))
    return tuple(semua.get(nama) for nama in URUTAN_TEMA)


def tak_terlihat(huruf: Sequence[Element], isian: Sequence[Element], tema: Sequence[Warna | None]) -> bool:
    """Whether letters of that font are not seen on that fill: their colour is the same, or they are a point high."""
    sifat = {satu.tag.rpartition("}")[2]: satu for satu in huruf}
    if "sz" in sifat and float(sifat["sz"].get("val", "11")) <= MAKS_HURUF_KECIL:
        return True
    warna = _warna(sifat["color"], tema) if "color" in sifat else HITAM
    return serupa(warna, _latar(isian, tema))


def tak_terlihat_pada(huruf: Sequence[Element], latar: Sequence[Element]) -> bool:
    """The same of a conditional format, whose plain fill is its second colour; without one it is taken for white."""
    warna = [_warna(satu, TEMA_BIASA) for satu in huruf if satu.tag.endswith("color")]
    return bool(warna) and serupa(warna[0], _warna(latar[0], TEMA_BIASA) if latar else PUTIH)


def _latar(isian: Sequence[Element], tema: Sequence[Warna | None]) -> Warna | None:
    """The colour of a plain fill; None of a pattern."""
    pola = isian[0] if isian else None
    jenis = "none" if pola is None else pola.get("patternType", "none")
    if jenis == "none" and (pola is None or pola.tag.endswith("patternFill")):
        return PUTIH
    depan = [satu for satu in pola or () if satu.tag.endswith("fgColor")]
    return _warna(depan[0], tema) if jenis == "solid" and depan else None


def _warna(satu: Element, tema: Sequence[Warna | None]) -> Warna | None:
    if (heksa := satu.get("rgb")) is not None:
        return warna_heksa(heksa)
    if (nomor := satu.get("indexed")) is not None:
        return BERNOMOR.get(nomor)
    if (urutan := satu.get("theme")) is not None:
        warna = tema[int(urutan)] if 0 <= int(urutan) < len(tema) else None
        return None if warna is None else diterangkan(warna, float(satu.get("tint", "0")))
    return HITAM
