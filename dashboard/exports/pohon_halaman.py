"""The tree on A3 sheets: whole where it can be read, else branch by branch, each as large as its sheet allows.

Each sheet names the way down to its topmost box, so that it can be read alone.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from textwrap import shorten

from PIL import Image

from dashboard.exports.pohon_png import svg_ke_png
from dashboard.exports.pohon_svg import BahanPohon, gambar, susun_kertas

A3 = (1587, 1123)
"""Landscape, in pixels at 96 to the inch."""
SKALA_TERKECIL = 0.75
"""The smallest text of a box is then six and a half points high on paper."""
KOTAK_TERBANYAK = 120
PANJANG_JALUR = 260
TITIK_PER_INCI, TITIK_LAYAR, MUTU = 150, 96, 90


@dataclass(frozen=True, slots=True)
class Ranting:
    """A box of a sheet, and what hangs below it there where that is not all."""

    kode: str
    anak: Mapping[str, tuple[str, ...]]


def halaman_svg(bahan: BahanPohon, akar: str | None = None) -> tuple[str, ...]:
    """The sheets of the tree, or of the box `akar` with all below it, in its order, each with its number.

    Raises KeyError on an unknown code.
    """
    puncak = bahan.pohon.puncak if akar is None else (akar,)
    lembar = list(_lembar(bahan, puncak))
    bernomor = (
        replace(satu, keterangan=f"lembar {n} dari {len(lembar)} · {satu.keterangan}")
        for n, satu in enumerate(lembar, 1)
    )
    return tuple(gambar(satu, susun_kertas(satu, A3)) for satu in bernomor)


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
    lembar = [Image.open(io.BytesIO(svg_ke_png(svg, perbesaran))).convert("RGB") for svg in halaman_svg(bahan, akar)]
    isi = io.BytesIO()
    lembar[0].save(
        isi, "PDF", save_all=True, append_images=lembar[1:], resolution=TITIK_PER_INCI, quality=MUTU, title=bahan.judul
    )
    return isi.getvalue()


def _lembar(bahan: BahanPohon, puncak: Sequence[str]) -> Iterator[BahanPohon]:
    """Branches in their order, those that belong together on one sheet as long as they can be read."""
    lembar: list[Ranting] = []
    for ranting in (satu for kode in puncak for satu in _pecah(bahan, kode)):
        if lembar and not (
            _atasan(bahan, lembar[0]) == _atasan(bahan, ranting)
            and ranting.kode not in {satu.kode for satu in lembar}
            and _skala(_isi(bahan, [*lembar, ranting])) >= SKALA_TERKECIL
        ):
            yield _isi(bahan, lembar)
            lembar = []
        lembar.append(ranting)
    yield _isi(bahan, lembar)


def _pecah(bahan: BahanPohon, kode: str, atas: tuple[str, ...] = ()) -> Iterator[Ranting]:
    """A box with all its branches on one sheet, or with as many as fit, the larger ones by themselves.

    `atas` are the boxes down to it that no sheet has yet; a box whose branches are all too large stands above the
    first of them.
    """
    anak = bahan.pohon.anak[kode]
    utuh = _ranting(atas, kode, anak)
    if _muat(bahan, utuh):
        yield utuh
        return
    if not anak:
        yield from ([] if not atas else [_ranting(atas[:-1], atas[-1], ())])
        yield Ranting(kode, {})
        return
    kelompok: list[tuple[str, ...]] = []
    besar: list[str] = []
    for satu in anak:
        if kelompok and _muat(bahan, _ranting(atas if len(kelompok) == 1 else (), kode, (*kelompok[-1], satu))):
            kelompok[-1] = (*kelompok[-1], satu)
        elif _muat(bahan, _ranting(() if kelompok else atas, kode, (satu,))):
            kelompok.append((satu,))
        else:
            besar.append(satu)
    for n, isi in enumerate(kelompok):
        yield _ranting(() if n else atas, kode, isi)
    for n, satu in enumerate(besar):
        yield from _pecah(bahan, satu, () if n or kelompok else (*atas, kode))


def _ranting(atas: tuple[str, ...], kode: str, anak: tuple[str, ...]) -> Ranting:
    """A box with these branches below it, under a line of boxes that lead to it alone."""
    turun = (*atas, kode)
    return Ranting(turun[0], {**{a: (b,) for a, b in pairwise(turun)}, kode: anak})


def _atasan(bahan: BahanPohon, ranting: Ranting) -> tuple[str, ...]:
    return bahan.pohon.jalur(ranting.kode)[:-1]


def _isi(bahan: BahanPohon, lembar: Sequence[Ranting]) -> BahanPohon:
    """These boxes with these branches below them; the way down to them stands in the line under the title."""
    pohon = bahan.pohon
    anak = {**pohon.anak, **{kode: isi for satu in lembar for kode, isi in satu.anak.items()}}
    sebagian = replace(pohon, anak=anak, akar=tuple(satu.kode for satu in lembar), yatim=())
    jalur = _atasan(bahan, lembar[0])
    nama = " › ".join(f"{satu} {pohon.simpul[satu].sasaran}" for satu in jalur)
    letak = f" · di bawah {shorten(nama, PANJANG_JALUR, placeholder='…')}" if jalur else ""
    return replace(bahan, pohon=sebagian, keterangan=bahan.keterangan + letak)


def _muat(bahan: BahanPohon, ranting: Ranting) -> bool:
    """Whether its text can be read on one sheet."""
    return _skala(_isi(bahan, [ranting])) >= SKALA_TERKECIL


def _skala(bahan: BahanPohon) -> float:
    """How large it is drawn on one sheet; 0 where it has too many boxes to try."""
    if sum(1 for _ in bahan.pohon.telusuri()) > KOTAK_TERBANYAK:
        return 0.0
    return susun_kertas(bahan, A3).skala
