"""The tree, or any part of it, as one SVG picture for a document: self-contained, with title and legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.kotak_pohon import NAMA_GARIS
from dashboard.domain.cascade.pohon import Pohon
from dashboard.domain.cascade.tautan import Garis
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.exports.pohon_kotak import REDUP, TINTA, Baris, bentuk, isi_kotak, kotak_svg, tinggi_kotak
from dashboard.exports.pohon_letak import JARAK_TURUN, LEBAR_KOTAK, Letak, susun_letak
from dashboard.huruf_ukur import BIASA, TEBAL, lebar_teks
from dashboard.templates import Fragments
from dashboard.texts import STATUS

TEPI, TINGGI_JUDUL, LEBAR_TERKECIL, JARAK_LEGENDA = 28.0, 58.0, 620.0, 24.0
_SVG = Fragments(__file__, ".svg")
TINTA_GARIS = "#4E5661"
RUPA: dict[Garis, tuple[dict[str, str], ...]] = {
    Garis.DIHITUNG: ({"stroke": TINTA_GARIS, "stroke-width": "2"},),
    Garis.ASUMSI: ({"stroke": TINTA_GARIS, "stroke-width": "2", "stroke-dasharray": "7 4"},),
    Garis.HANYA_ARAH: (
        {"stroke": TINTA_GARIS, "stroke-width": "2.6", "stroke-dasharray": "0.1 5", "stroke-linecap": "round"},
    ),
    Garis.EKSTERNAL: ({"stroke": TINTA_GARIS, "stroke-width": "5"}, {"stroke": "#FFFFFF", "stroke-width": "2.4"}),
    Garis.PENEMPATAN: ({"stroke": "#8A919C", "stroke-width": "1"},),
}


@dataclass(frozen=True, slots=True)
class BahanPohon:
    """All a picture or a sheet of the cascade is made of; `pemilik` are owners' titles by box."""

    pohon: Pohon
    hasil: Mapping[str, HasilIndikator]
    pemilik: Mapping[str, str]
    garis: Mapping[str, Garis]
    judul: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Susunan:
    """Where everything of a picture stands, before it is drawn; sizes in pixels with the margins."""

    kode: tuple[str, ...]
    puncak: tuple[str, ...]
    isi: Mapping[str, tuple[Baris, ...]]
    tinggi_kotak: Mapping[str, float]
    letak: Letak
    legenda: list[dict[str, Any]]
    lebar: float
    tinggi: float


def susun(bahan: BahanPohon, akar: str | None = None, kertas: tuple[int, int] | None = None) -> Susunan:
    """The whole tree, or the box `akar` with all below it. Raises KeyError on an unknown code."""
    puncak = bahan.pohon.puncak if akar is None else (bahan.pohon.simpul[akar].kode,)
    kode = tuple(k for a in puncak for k, _ in bahan.pohon.telusuri(a))
    isi = {k: isi_kotak(bahan.pohon.simpul[k], _hasil(bahan, k), bahan.pemilik[k]) for k in kode}
    tinggi = {k: tinggi_kotak(isi[k]) for k in kode}
    letak = susun_letak(bahan.pohon, puncak, tinggi, kertas)
    lebar = max(letak.lebar, LEBAR_TERKECIL) + 2 * TEPI
    legenda, tinggi_legenda = _legenda(bahan, kode, puncak, lebar - 2 * TEPI)
    seluruh = TEPI + TINGGI_JUDUL + letak.tinggi + JARAK_LEGENDA + tinggi_legenda + TEPI
    return Susunan(kode, puncak, isi, tinggi, letak, legenda, lebar, seluruh)


def pohon_svg(bahan: BahanPohon, akar: str | None = None, kertas: tuple[int, int] | None = None) -> str:
    """The whole tree, or the box `akar` with all below it; as large as it is, or fitted into a sheet of `kertas`.

    Raises KeyError on an unknown code.
    """
    s = susun(bahan, akar, kertas)
    ukuran = bidang = (s.lebar, s.tinggi)
    if kertas is not None:
        lebar = max(s.lebar, s.tinggi * kertas[0] / kertas[1], float(kertas[0]))
        ukuran, bidang = kertas, (lebar, lebar * kertas[1] / kertas[0])
    dasar = TEPI + TINGGI_JUDUL
    return _SVG(
        "gambar",
        Baris(bahan.judul, 20, TEBAL),
        Baris(bahan.keterangan, 12.5, warna=REDUP),
        [f"{n:.0f}" for n in ukuran],
        [f"{n:.0f}" for n in bidang],
        TEPI,
        dasar,
        dasar + s.letak.tinggi + JARAK_LEGENDA,
        [_garis(bahan, s.letak, s.tinggi_kotak, k) for k in s.kode if k not in s.puncak],
        [kotak_svg(bahan.pohon.simpul[k], s.isi[k], s.letak.x[k], s.letak.y[k]) for k in s.kode],
        s.legenda,
    )


def _hasil(bahan: BahanPohon, kode: str) -> list[HasilIndikator]:
    return [bahan.hasil[i] for i in bahan.pohon.indikator[kode]]


def _garis(
    bahan: BahanPohon, letak: Letak, tinggi: Mapping[str, float], kode: str
) -> tuple[str, str, tuple[dict[str, str], ...]]:
    """The plain shared way down from the parent, then the child's own end and how its sifat is drawn."""
    induk = bahan.pohon.simpul[kode].induk or ""
    x, y, bawah = letak.x[kode], letak.y[kode], letak.y[induk] + tinggi[induk]
    if kode in letak.tegak:
        sumbu, tengah = letak.x[induk] + 13, y + min(tinggi[kode] / 2, 30)
        batang, ujung = f"M{sumbu:.1f} {bawah:.1f}V{tengah:.1f}", f"M{sumbu:.1f} {tengah:.1f}H{x:.1f}"
    else:
        dari, ke, palang = letak.x[induk] + LEBAR_KOTAK / 2, x + LEBAR_KOTAK / 2, y - JARAK_TURUN + 16
        batang = f"M{dari:.1f} {bawah:.1f}V{palang:.1f}H{ke:.1f}"
        ujung = f"M{ke:.1f} {palang:.1f}V{y:.1f}"
    return batang, ujung, RUPA[bahan.garis[kode]]


def _legenda(
    bahan: BahanPohon, kode: Sequence[str], puncak: Sequence[str], lebar: float
) -> tuple[list[dict[str, Any]], float]:
    """What shapes and lines mean, only those that occur; flows over as many rows as it needs."""
    status = {h.status for k in kode for h in _hasil(bahan, k)}
    garis = {bahan.garis[k] for k in kode if k not in puncak}
    butir: list[tuple[dict[str, Any], float, str]] = [
        ({"bentuk": bentuk(s, 6, -4)}, 18.0, STATUS[s].kata) for s in Status if s in status
    ]
    butir += [({"bentuk": None, "rupa": RUPA[g]}, 38.0, NAMA_GARIS[g]) for g in Garis if g in garis]
    bagian: list[dict[str, Any]] = []
    x, y = 0.0, 12.0
    for gambar, takuk, kata in butir:
        panjang = takuk + lebar_teks(kata, 12, BIASA) + 24
        if x and x + panjang > lebar:
            x, y = 0.0, y + 20
        bagian.append({**gambar, "x": x, "y": y, "takuk": takuk, "baris": Baris(kata, 12, warna=TINTA)})
        x += panjang
    return bagian, y + 8
