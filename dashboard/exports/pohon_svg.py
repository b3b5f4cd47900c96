"""The tree, or any part of it, as one SVG picture for a document: self-contained, with title and legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.charts.kotak_pohon import NAMA_GARIS
from dashboard.domain.cascade.pohon import Pohon
from dashboard.domain.cascade.tautan import Garis
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.exports.huruf_ukur import BIASA, TEBAL, lebar_teks
from dashboard.exports.pohon_kotak import REDUP, TINTA, Baris, bentuk_svg, isi_kotak, kotak_svg, teks_svg, tinggi_kotak
from dashboard.exports.pohon_letak import JARAK_TURUN, LEBAR_KOTAK, Letak, susun_letak
from dashboard.texts import STATUS

TEPI, TINGGI_JUDUL, LEBAR_TERKECIL = 28.0, 58.0, 620.0
BATANG = 'fill="none" stroke="#A3AAB4" stroke-width="1.2"'
RUPA: dict[Garis, tuple[str, ...]] = {
    Garis.DIHITUNG: ('stroke="#4E5661" stroke-width="2"',),
    Garis.ASUMSI: ('stroke="#4E5661" stroke-width="2" stroke-dasharray="7 4"',),
    Garis.HANYA_ARAH: ('stroke="#4E5661" stroke-width="2.6" stroke-dasharray="0.1 5" stroke-linecap="round"',),
    Garis.EKSTERNAL: ('stroke="#4E5661" stroke-width="5"', 'stroke="#FFFFFF" stroke-width="2.4"'),
    Garis.PENEMPATAN: ('stroke="#8A919C" stroke-width="1"',),
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


def pohon_svg(bahan: BahanPohon, akar: str | None = None) -> str:
    """The whole tree, or the box `akar` with all below it. Raises KeyError on an unknown code."""
    puncak = bahan.pohon.puncak if akar is None else (bahan.pohon.simpul[akar].kode,)
    kode = [k for a in puncak for k, _ in bahan.pohon.telusuri(a)]
    isi = {k: isi_kotak(bahan.pohon.simpul[k], _hasil(bahan, k), bahan.pemilik[k]) for k in kode}
    tinggi = {k: tinggi_kotak(isi[k]) for k in kode}
    letak = susun_letak(bahan.pohon, puncak, tinggi)
    lebar = max(letak.lebar, LEBAR_TERKECIL) + 2 * TEPI
    legenda, tinggi_legenda = _legenda(bahan, kode, puncak, lebar - 2 * TEPI)
    dasar = TEPI + TINGGI_JUDUL
    seluruh = dasar + letak.tinggi + 24 + tinggi_legenda + TEPI
    pola = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w:.0f}" height="{h:.0f}" viewBox="0 0 {w:.0f} {h:.0f}" '
        'font-family="Public Sans, Segoe UI, Arial, sans-serif" role="img"><title>{j}</title>'
        '<rect width="100%" height="100%" fill="#FFFFFF"/>{k}<g transform="translate({t} {d})">{g}{b}</g>'
        '<g transform="translate({t} {l:.1f})">{e}</g></svg>'
    )
    return Markup(pola).format(
        w=lebar,
        h=seluruh,
        j=bahan.judul,
        t=TEPI,
        d=dasar,
        l=dasar + letak.tinggi + 24,
        k=_judul(bahan),
        g=Markup("").join(_garis(bahan, letak, tinggi, k) for k in kode if k not in puncak),
        b=Markup("").join(kotak_svg(bahan.pohon.simpul[k], isi[k], letak.x[k], letak.y[k]) for k in kode),
        e=legenda,
    )


def _hasil(bahan: BahanPohon, kode: str) -> list[HasilIndikator]:
    return [bahan.hasil[i] for i in bahan.pohon.indikator[kode]]


def _judul(bahan: BahanPohon) -> Markup:
    return teks_svg(TEPI, TEPI + 16, Baris(bahan.judul, 20, TEBAL)) + teks_svg(
        TEPI, TEPI + 38, Baris(bahan.keterangan, 12.5, warna=REDUP)
    )


def _garis(bahan: BahanPohon, letak: Letak, tinggi: Mapping[str, float], kode: str) -> Markup:
    """The plain shared way down from the parent, then the child's own end drawn by its sifat."""
    induk = bahan.pohon.simpul[kode].induk or ""
    x, y, bawah = letak.x[kode], letak.y[kode], letak.y[induk] + tinggi[induk]
    if kode in letak.tegak:
        sumbu, tengah = letak.x[induk] + 13, y + min(tinggi[kode] / 2, 30)
        batang, ujung = f"M{sumbu:.1f} {bawah:.1f}V{tengah:.1f}", f"M{sumbu:.1f} {tengah:.1f}H{x:.1f}"
    else:
        dari, ke, palang = letak.x[induk] + LEBAR_KOTAK / 2, x + LEBAR_KOTAK / 2, y - JARAK_TURUN + 16
        batang = f"M{dari:.1f} {bawah:.1f}V{palang:.1f}H{ke:.1f}"
        ujung = f"M{ke:.1f} {palang:.1f}V{y:.1f}"
    return Markup(f'<path d="{{}}" {BATANG}/>').format(batang) + _sifat(bahan.garis[kode], ujung)


def _sifat(garis: Garis, d: str) -> Markup:
    return Markup("").join(Markup(f'<path d="{{}}" fill="none" {rupa}/>').format(d) for rupa in RUPA[garis])


def _legenda(bahan: BahanPohon, kode: Sequence[str], puncak: Sequence[str], lebar: float) -> tuple[Markup, float]:
    """What shapes and lines mean, only those that occur; flows over as many rows as it needs."""
    status = {h.status for k in kode for h in _hasil(bahan, k)}
    garis = {bahan.garis[k] for k in kode if k not in puncak}
    butir = [(bentuk_svg(s, 6, -4), 18.0, STATUS[s].kata) for s in Status if s in status]
    butir += [(_sifat(g, "M0 -4H30"), 38.0, NAMA_GARIS[g]) for g in Garis if g in garis]
    bagian: list[Markup] = []
    x, y = 0.0, 12.0
    for gambar, takuk, kata in butir:
        panjang = takuk + lebar_teks(kata, 12, BIASA) + 24
        if x and x + panjang > lebar:
            x, y = 0.0, y + 20
        tulisan = teks_svg(takuk, 0, Baris(kata, 12, warna=TINTA))
        bagian.append(Markup('<g transform="translate({:.1f} {:.1f})">{}{}</g>').format(x, y, gambar, tulisan))
        x += panjang
    return Markup("").join(bagian), y + 8
