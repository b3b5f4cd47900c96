"""The tree on A3 sheets: a sasaran a sheet, or several where it would be too small to read.

Each sheet names the way down to its topmost box, so that it can be read alone.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import shorten

from PIL import Image

from dashboard.domain.dasar.indikator import JENJANG
from dashboard.exports.pohon_png import svg_ke_png
from dashboard.exports.pohon_svg import BahanPohon, pohon_svg, susun

A3 = (1587, 1123)
"""Landscape, in pixels at 96 to the inch."""
SKALA_TERKECIL = 0.62
"""The text of a box is then about six points high on paper."""
KOTAK_TERBANYAK = 120
PANJANG_JALUR = 150
TITIK_PER_INCI, TITIK_LAYAR, MUTU = 150, 96, 90
SASARAN = JENJANG.index("sasaran")
Ranting = tuple[str, tuple[str, ...]]
"""A box and those of its branches that are drawn with it."""


def halaman_svg(bahan: BahanPohon, akar: str | None = None) -> tuple[str, ...]:
    """The sheets of the tree, or of the box `akar` with all below it, in its order, each with its number.

    Raises KeyError on an unknown code.
    """
    puncak = bahan.pohon.puncak if akar is None else (akar,)
    lembar = [satu for kode in puncak for satu in _lembar(bahan, kode)]
    return tuple(
        pohon_svg(replace(satu, keterangan=f"lembar {n} dari {len(lembar)} · {satu.keterangan}"), kertas=A3)
        for n, satu in enumerate(lembar, 1)
    )


def halaman_zip(bahan: BahanPohon, akar: str | None = None) -> bytes:
    """The sheets as SVG files in one archive."""
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED) as arsip:
        for n, svg in enumerate(halaman_svg(bahan, akar), 1):
            arsip.writestr(zipfile.ZipInfo(f"lembar-{n:02d}.svg"), svg)
    return isi.getvalue()


def halaman_pdf(bahan: BahanPohon, akar: str | None = None) -> bytes:
    """The sheets as one PDF, sharp enough to print."""
    perbesaran = TITIK_PER_INCI / TITIK_LAYAR
    gambar = [Image.open(io.BytesIO(svg_ke_png(svg, perbesaran))).convert("RGB") for svg in halaman_svg(bahan, akar)]
    isi = io.BytesIO()
    gambar[0].save(
        isi, "PDF", save_all=True, append_images=gambar[1:], resolution=TITIK_PER_INCI, quality=MUTU, title=bahan.judul
    )
    return isi.getvalue()


def _lembar(bahan: BahanPohon, kode: str) -> Iterator[BahanPohon]:
    """The sheets of each sasaran, no two on one; what hangs on none has sheets of its own."""
    anak = bahan.pohon.anak[kode]
    if anak and JENJANG.index(bahan.pohon.simpul[kode].jenjang) < SASARAN:
        for satu in anak:
            yield from _lembar(bahan, satu)
        return
    lembar: list[Ranting] = []
    for ranting in _pecah(bahan, kode):
        if lembar and (ranting[0] in dict(lembar) or not _muat(_isi(bahan, [*lembar, ranting]))):
            yield _isi(bahan, lembar)
            lembar = []
        lembar.append(ranting)
    yield _isi(bahan, lembar)


def _pecah(bahan: BahanPohon, kode: str) -> Iterator[Ranting]:
    """A box with branches that fit on one sheet: all of them, else as many as do, the larger ones by themselves."""
    anak = bahan.pohon.anak[kode]
    if not anak or _muat(_isi(bahan, [(kode, anak)])):
        yield kode, anak
        return
    kelompok: tuple[str, ...] = ()
    besar: list[str] = []
    for satu in anak:
        if not _muat(_isi(bahan, [(kode, (satu,))])):
            besar.append(satu)
        elif _muat(_isi(bahan, [(kode, (*kelompok, satu))])):
            kelompok = (*kelompok, satu)
        else:
            yield kode, kelompok
            kelompok = (satu,)
    if kelompok or len(besar) == len(anak):
        yield kode, kelompok
    for satu in besar:
        yield from _pecah(bahan, satu)


def _isi(bahan: BahanPohon, lembar: Sequence[Ranting]) -> BahanPohon:
    """These boxes with these branches below them; the way down to them stands in the line under the title."""
    pohon = bahan.pohon
    turun = {satu: pohon.anak[satu] for _, anak in lembar for a in anak for satu, _ in pohon.telusuri(a)}
    sebagian = replace(pohon, anak={**turun, **dict(lembar)}, akar=tuple(kode for kode, _ in lembar), yatim=())
    jalan = zip(*(pohon.jalur(kode)[:-1] for kode, _ in lembar), strict=False)
    jalur = [sama[0] for sama in jalan if len(set(sama)) == 1]
    nama = " › ".join(f"{satu} {pohon.simpul[satu].sasaran}" for satu in jalur)
    letak = f" · di bawah {shorten(nama, PANJANG_JALUR, placeholder='…')}" if jalur else ""
    return replace(bahan, pohon=sebagian, keterangan=bahan.keterangan + letak)


def _muat(bahan: BahanPohon) -> bool:
    """Whether its text can be read on one sheet."""
    if sum(1 for _ in bahan.pohon.telusuri()) > KOTAK_TERBANYAK:
        return False
    s = susun(bahan, kertas=A3)
    return min(A3[0] / s.lebar, A3[1] / s.tinggi) >= SKALA_TERKECIL
