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
from dashboard.exports.pohon_letak import LEBAR_KOTAK, PALANG, SUMBU, Letak, letak_di_bidang, susun_letak
from dashboard.huruf_ukur import BIASA, TEBAL, bungkus, lebar_teks
from dashboard.templates import Fragments
from dashboard.texts import STATUS

TEPI, TINGGI_JUDUL, LEBAR_TERKECIL, JARAK_LEGENDA = 28.0, 58.0, 620.0, 24.0
UKURAN_KETERANGAN, BARIS_KETERANGAN = 12.5, 17.0
SKALA_TERBESAR = 1.6
"""On a sheet; larger, a few boxes would shout."""
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
    """Where everything of a picture stands, before it is drawn; sizes in pixels with the margins.

    The tree begins at `awal` and is drawn `skala` times as large; title and legend never change their size.
    """

    kode: tuple[str, ...]
    puncak: tuple[str, ...]
    isi: Mapping[str, tuple[Baris, ...]]
    tinggi_kotak: Mapping[str, float]
    letak: Letak
    skala: float
    awal: tuple[float, float]
    keterangan: tuple[str, ...]
    legenda: list[dict[str, Any]]
    dasar_legenda: float
    lebar: float
    tinggi: float


def susun(bahan: BahanPohon, akar: str | None = None) -> Susunan:
    """The whole tree, or the box `akar` with all below it, as large as it is. Raises KeyError on an unknown code."""
    puncak = bahan.pohon.puncak if akar is None else (bahan.pohon.simpul[akar].kode,)
    kode, isi, tinggi = _kotak(bahan, puncak)
    letak = susun_letak(bahan.pohon, puncak, tinggi)
    lebar = max(letak.lebar, LEBAR_TERKECIL) + 2 * TEPI
    legenda, tinggi_legenda = _legenda(bahan, kode, puncak, lebar - 2 * TEPI)
    atas = TEPI + TINGGI_JUDUL
    dasar = atas + letak.tinggi + JARAK_LEGENDA
    seluruh = dasar + tinggi_legenda + TEPI
    keterangan = (bahan.keterangan,)
    return Susunan(kode, puncak, isi, tinggi, letak, 1.0, (TEPI, atas), keterangan, legenda, dasar, lebar, seluruh)


def susun_kertas(bahan: BahanPohon, kertas: tuple[int, int]) -> Susunan:
    """The whole tree on a sheet of that size: as large as it fits, in the middle, its legend at the foot."""
    puncak = bahan.pohon.puncak
    kode, isi, tinggi = _kotak(bahan, puncak)
    lebar = kertas[0] - 2 * TEPI
    keterangan = tuple(bungkus(bahan.keterangan, lebar, UKURAN_KETERANGAN))
    legenda, tinggi_legenda = _legenda(bahan, kode, puncak, lebar)
    atas = TEPI + TINGGI_JUDUL + (len(keterangan) - 1) * BARIS_KETERANGAN
    dasar = kertas[1] - TEPI - tinggi_legenda
    bidang = (lebar, dasar - JARAK_LEGENDA - atas)
    letak, skala = letak_di_bidang(bahan.pohon, puncak, tinggi, bidang, SKALA_TERBESAR)
    awal = (TEPI + (lebar - letak.lebar * skala) / 2, atas)
    return Susunan(kode, puncak, isi, tinggi, letak, skala, awal, keterangan, legenda, dasar, *kertas)


def pohon_svg(bahan: BahanPohon, akar: str | None = None) -> str:
    """The whole tree, or the box `akar` with all below it, as large as it is. Raises KeyError on an unknown code."""
    return gambar(bahan, susun(bahan, akar))


def gambar(bahan: BahanPohon, s: Susunan) -> str:
    """The picture of what was placed."""
    return _SVG(
        "gambar",
        Baris(bahan.judul, 20, TEBAL),
        [Baris(teks, UKURAN_KETERANGAN, warna=REDUP) for teks in s.keterangan],
        [f"{n:.0f}" for n in (s.lebar, s.tinggi)],
        TEPI,
        BARIS_KETERANGAN,
        s.awal,
        s.skala,
        s.dasar_legenda,
        [_garis(bahan, s.letak, s.tinggi_kotak, k) for k in s.kode if k not in s.puncak],
        [kotak_svg(bahan.pohon.simpul[k], s.isi[k], s.letak.x[k], s.letak.y[k]) for k in s.kode],
        s.legenda,
    )


def _kotak(
    bahan: BahanPohon, puncak: Sequence[str]
) -> tuple[tuple[str, ...], dict[str, tuple[Baris, ...]], dict[str, float]]:
    """The boxes under `puncak`, their lines and their heights."""
    kode = tuple(k for a in puncak for k, _ in bahan.pohon.telusuri(a))
    isi = {k: isi_kotak(bahan.pohon.simpul[k], _hasil(bahan, k), bahan.pemilik[k]) for k in kode}
    return kode, isi, {k: tinggi_kotak(baris) for k, baris in isi.items()}


def _hasil(bahan: BahanPohon, kode: str) -> list[HasilIndikator]:
    return [bahan.hasil[i] for i in bahan.pohon.indikator[kode]]


def _garis(
    bahan: BahanPohon, letak: Letak, tinggi: Mapping[str, float], kode: str
) -> tuple[str, str, tuple[dict[str, str], ...]]:
    """The plain shared way down from the parent, then the child's own end and how its sifat is drawn."""
    induk = bahan.pohon.simpul[kode].induk or ""
    x, y, bawah = letak.x[kode], letak.y[kode], letak.y[induk] + tinggi[induk]
    tengah = y + min(tinggi[kode] / 2, 30)
    if kode in letak.sumbu:
        dari, (sumbu, palang) = letak.x[induk] + LEBAR_KOTAK / 2, letak.sumbu[kode]
        batang = f"M{dari:.1f} {bawah:.1f}V{palang:.1f}H{sumbu:.1f}V{tengah:.1f}"
        ujung = f"M{sumbu:.1f} {tengah:.1f}H{x:.1f}"
    elif kode in letak.tegak:
        sumbu = letak.x[induk] + SUMBU
        batang, ujung = f"M{sumbu:.1f} {bawah:.1f}V{tengah:.1f}", f"M{sumbu:.1f} {tengah:.1f}H{x:.1f}"
    else:
        dari, ke, palang = letak.x[induk] + LEBAR_KOTAK / 2, x + LEBAR_KOTAK / 2, y - PALANG
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
