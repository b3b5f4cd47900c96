"""Printed numbers of rows, and rows that slipped against one another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dashboard.domain.dasar.indikator import Indikator
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.teks import kutip, pokok, rapikan, terwakili

JENIS = "Penomoran"
SERET_TERPENDEK = 2
"""Rows in a run that fit a neighbour better than their own before it is called a shift."""


def _nomor(i: Indikator) -> str:
    return (i.nomor or "").strip().strip(".)").casefold()


def _deret(bahan: Bahan) -> Iterable[tuple[str, Sequence[Indikator]]]:
    """Rows that are numbered together: the IKI of a position, the IKU of the agency."""
    yield from bahan.iki_jabatan.items()
    iku = tuple(i for i in bahan.data.indikator if i.jenis == "IKU")
    if iku:
        yield "IKU", iku


def nomor_ganda(bahan: Bahan) -> Iterable[Bukti]:
    """A number that returns after another row; a number repeated for the rows of one sasaran is not one."""
    for kunci, baris in _deret(bahan):
        terakhir: dict[str, int] = {}
        ganda: dict[str, list[str]] = {}
        for urut, i in enumerate(baris):
            nomor, lalu = _nomor(i), terakhir.get(_nomor(i))
            sambungan = lalu == urut - 1 and bahan.sasaran[i.kode] == bahan.sasaran[baris[urut - 1].kode]
            if nomor and lalu is not None and not sambungan:
                ganda.setdefault(nomor, [baris[lalu].kode]).append(i.kode)
            if nomor:
                terakhir[nomor] = urut
        for nomor, kode in ganda.items():
            yield Bukti(
                tuple(dict.fromkeys(kode)),
                {"nomor": nomor, "kode": sebut(dict.fromkeys(kode))},
                kutip(*(bahan.indikator[k].nomor for k in kode)),
                kunci=f"{kunci}.{nomor}",
            )


def nomor_kosong(bahan: Bahan) -> Iterable[Bukti]:
    """A row that opens another sasaran without a number, where the rows before carry one."""
    for kunci, baris in _deret(bahan):
        kosong = [
            i.kode
            for lalu, i in pairwise(baris)
            if not _nomor(i) and rapikan(bahan.sasaran[lalu.kode]) != rapikan(bahan.sasaran[i.kode])
        ]
        if kosong and any(_nomor(i) for i in baris):
            yield Bukti(tuple(kosong), {"kode": sebut(kosong)}, kunci=kunci)


def nomor_lompat(bahan: Bahan) -> Iterable[Bukti]:
    """A gap between neighbouring rows; where a number is blank or returns, that is the finding, not the gap."""
    for kunci, baris in _deret(bahan):
        banyak = Counter(_nomor(i) for i in baris)
        for satu, i in pairwise(baris):
            if not (_nomor(satu).isdecimal() and _nomor(i).isdecimal() and banyak[_nomor(satu)] == 1):
                continue
            lalu, kini = int(_nomor(satu)), int(_nomor(i))
            if kini > lalu + 1:
                isi = {"lalu": lalu, "kini": kini}
                yield Bukti((i.kode,), isi, f'"{lalu}"; "{kini}"', kunci=f"{kunci}.{kini}")


def baris_bergeser(bahan: Bahan) -> Iterable[Bukti]:
    """A run of rows whose sasaran speaks of what the indicator of the row after, or of the row before, measures."""
    for kunci, baris in bahan.iki_jabatan.items():
        for tetangga, arah in ((1, "sesudah"), (-1, "sebelum")):
            urut = baris[::tetangga]
            geser = [_geser(bahan, i, lain) for i, lain in pairwise(urut)]
            for mulai, akhir in _deretan(geser):
                kode = sorted(i.kode for i in urut[mulai:akhir])
                isi = {"awal": kode[0], "akhir": kode[-1], "n": len(kode), "arah": arah}
                yield Bukti(tuple(kode), isi, kutip(bahan.sasaran[kode[0]], bahan.indikator[kode[0]].nama), kunci=kunci)


def _deretan(geser: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """The runs of shifted rows, as half-open ranges."""
    mulai = 0
    for akhir, ya in enumerate((*geser, False)):
        if not ya:
            if akhir - mulai >= SERET_TERPENDEK:
                yield mulai, akhir
            mulai = akhir + 1


def _geser(bahan: Bahan, ini: Indikator, tetangga: Indikator) -> bool:
    if bahan.sasaran[ini.kode] == bahan.sasaran[tetangga.kode]:
        return False
    hendak = pokok(bahan.sasaran[ini.kode])
    sendiri, lain = terwakili(hendak, pokok(ini.nama)), terwakili(hendak, pokok(tetangga.nama))
    return len(hendak) > 1 and lain > sendiri and 2 * sendiri < len(hendak) <= 2 * lain


ATURAN = (
    Aturan(
        "nomor_ganda",
        JENIS,
        Keparahan.TINGGI,
        "Nomor baris tercetak lebih dari sekali",
        "Nomor {nomor} dipakai oleh {kode}.",
        "Kunci jabatan dan nomor bertabrakan, sehingga satu baris hilang saat data digabung.",
        nomor_ganda,
    ),
    Aturan(
        "nomor_kosong",
        JENIS,
        Keparahan.SEDANG,
        "Sasaran tanpa nomor",
        "Baris yang membuka sasaran baru tidak bernomor: {kode}.",
        "Menghitung sasaran dari nomornya memberi jumlah yang terlalu kecil.",
        nomor_kosong,
    ),
    Aturan(
        "nomor_lompat",
        JENIS,
        Keparahan.RENDAH,
        "Nomor melompat",
        "Sesudah nomor {lalu} langsung nomor {kini}.",
        "Mungkin ada baris yang tidak ikut tersalin.",
        nomor_lompat,
    ),
    Aturan(
        "baris_bergeser",
        JENIS,
        Keparahan.TINGGI,
        "Sasaran dan indikator bergeser satu baris",
        "Pada {n} baris, {awal} sampai {akhir}, sasaran sesuai dengan indikator baris {arah}nya, "
        "bukan barisnya sendiri.",
        "Capaian indikator terbaca sebagai capaian sasaran yang lain.",
        baris_bergeser,
    ),
)
