"""Words behind a number that make another number of it: 2 juta, 1,92 miliar, 3 minggu under hari, US$ 5 under rupiah.

Dropping such a word changes the figure a thousand times or more, so that it is never proposed.
"""

import re
import unicodedata

from dashboard.domain.dasar.satuan_ukur import GolonganSatuan, golongan_satuan, nama_satuan

_EJAAN = {
    "ribu": ("rb", "ribuan"),
    "juta": ("jt", "jutaan"),
    "miliar": ("milyar", "miliaran", "mlr", "m"),
    "triliun": ("trilyun", "trilliun", "t"),
    "ratus": ("ratusan",),
    "puluh": ("puluhan",),
    "lusin": ("lsn",),
    "kodi": (),
    "gros": (),
    "rim": (),
    "permil": ("promil",),
}
_NAMA = {ejaan: nama for nama, lain in _EJAAN.items() for ejaan in (nama, *lain)}
_DI_BELAKANG_ANGKA = re.compile(r"(?<=\d) ?\(?([^\W\d_]+)")
_KATA = re.compile(r"[^\W\d_]+")


def bertakaran_lain(teks: str, satuan: str | None) -> bool:
    """Whether the number in this text counts something else than single `satuan`."""
    milik = {_NAMA.get(kata, kata) for kata in _KATA.findall((satuan or "").lower())}
    kata = _DI_BELAKANG_ANGKA.findall(teks.lower())
    bertakaran = any(satu in _NAMA and not {satu, _NAMA[satu]} & milik for satu in kata)
    return bertakaran or any(_waktu_lain(satu, satuan) for satu in kata) or any(map(_mata_uang, teks))


def _waktu_lain(kata: str, satuan: str | None) -> bool:
    semua = (golongan_satuan(kata), golongan_satuan(satuan))
    return set(semua) == {GolonganSatuan.WAKTU} and nama_satuan(kata) != nama_satuan(satuan)


def _mata_uang(huruf: str) -> bool:
    return unicodedata.category(huruf) == "Sc"
