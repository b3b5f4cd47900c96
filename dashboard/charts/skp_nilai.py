"""The scores of each group on one axis: box and dots for a few people, a ridge for many. From bins, not from names."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.charts.palet import GARIS, TINTA_SASARAN, Figur, tata_letak
from dashboard.charts.skp_kelas import judul_baris, sumbu_baris
from dashboard.domain.skp.sebaran import BIN_PER_POIN, Rekap, lima_angka
from dashboard.formatting import angka

TINGGI_BARIS = 62
SEDIKIT = 60
"""Up to so many people everyone is a dot; more become a ridge."""
BIRU_TUA = "#2B5C83"
ISI_BUKIT = "rgba(76,120,160,0.38)"
TINGGI_BUKIT = 0.56
RENTANG_BAWAAN = (50, 100)


def nilai_kelompok(baris: Sequence[tuple[str, Rekap]], semua: Rekap) -> Figur:
    """One line a group, top first; the dotted line is the agency's mean."""
    jejak: list[Figur] = []
    for i, (nama, rekap) in enumerate(baris):
        jejak += _titik(i, nama, rekap) if rekap.dinilai <= SEDIKIT else _bukit(i, nama, rekap)
    return {"data": jejak, "layout": _layout(baris, semua)}


def _titik(i: int, nama: str, rekap: Rekap) -> list[Figur]:
    lima = lima_angka(rekap)
    if lima is None:
        return []
    rendah, q1, tengah, q3, tinggi = (float(n) for n in lima)
    kotak: Figur = {
        "type": "box",
        "orientation": "h",
        "y0": i,
        "name": nama,
        "width": 0.36,
        "q1": [q1],
        "median": [tengah],
        "q3": [q3],
        "lowerfence": [rendah],
        "upperfence": [tinggi],
        "line": {"color": TINTA_SASARAN, "width": 1.5},
        "fillcolor": "rgba(128,134,145,0.14)",
        "hoverinfo": "skip",
        "boxpoints": False,
    }
    x, y = _sebar(rekap, i)
    titik: Figur = {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {"size": 8, "color": BIRU_TUA, "opacity": 0.85, "line": {"width": 1, "color": "#FFFFFF"}},
        "hovertext": [_layang(nama, rekap)] * len(x),
        "hoverinfo": "text",
    }
    return [kotak, titik]


def _sebar(rekap: Rekap, i: int) -> tuple[list[float], list[float]]:
    """Each person at the middle of the own half point; equals stand above one another."""
    x: list[float] = []
    y: list[float] = []
    for letak, n in rekap.histogram:
        for ke in range(n):
            x.append((letak + 0.5) / BIN_PER_POIN)
            y.append(i + (ke - (n - 1) / 2) * min(0.1, 0.4 / n))
    return x, y


def _bukit(i: int, nama: str, rekap: Rekap) -> list[Figur]:
    isi = dict(rekap.histogram)
    awal, akhir = rekap.histogram[0][0] - 1, rekap.histogram[-1][0] + 1
    letak = list(range(awal, akhir + 1))
    halus = [(isi.get(b - 1, 0) + 2 * isi.get(b, 0) + isi.get(b + 1, 0)) / 4 for b in letak]
    puncak = max(halus)
    x = [(b + 0.5) / BIN_PER_POIN for b in letak]
    dasar = i + 0.3
    alas: Figur = {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": [dasar] * len(x),
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
    bukit: Figur = {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": [dasar - TINGGI_BUKIT * h / puncak for h in halus],
        "fill": "tonexty",
        "fillcolor": ISI_BUKIT,
        "line": {"color": BIRU_TUA, "width": 1.2},
        "hovertext": [_layang(nama, rekap)] * len(x),
        "hoverinfo": "text",
    }
    return [alas, bukit]


def _layang(nama: str, rekap: Rekap) -> str:
    lima = lima_angka(rekap)
    tengah = f"<br>median {angka(lima[2], 1)}" if lima else ""
    return f"{nama}<br>rata-rata {angka(rekap.rerata)}{tengah}<br>n {rekap.dinilai}"


def _layout(baris: Sequence[tuple[str, Rekap]], semua: Rekap) -> Figur:
    nilai = [float(n) for _, r in baris if (lima := lima_angka(r)) for n in (lima[0], lima[4])]
    bawah, atas = min(nilai, default=RENTANG_BAWAAN[0]) - 2, max(nilai, default=RENTANG_BAWAAN[1]) + 2
    rerata = [] if semua.rerata is None else [float(semua.rerata)]
    bentuk = [
        {
            "type": "line",
            "x0": x,
            "x1": x,
            "y0": i - 0.22,
            "y1": i + 0.32,
            "layer": "below",
            "line": {"color": TINTA_SASARAN, "width": 1.5, "dash": "dot"},
        }
        for x in rerata
        for i in range(len(baris))
    ]
    return tata_letak(
        TINGGI_BARIS * len(baris) + 46,
        margin={"l": 2, "r": 14, "t": 2, "b": 40},
        shapes=bentuk,
        annotations=[judul_baris(i, nama, r) for i, (nama, r) in enumerate(baris)],
        yaxis=sumbu_baris(len(baris)),
        xaxis={
            "range": [bawah, atas],
            "gridcolor": GARIS,
            "zeroline": False,
            "fixedrange": True,
            "nticks": 8,
            "title": {"text": f"garis titik: rata-rata instansi {angka(semua.rerata)}", "font": {"size": 12}},
        },
    )


def kalimat_nilai(nama: str, rekap: Rekap) -> str:
    """One group in words, for those who do not see the figure."""
    lima = lima_angka(rekap)
    if lima is None or rekap.rerata is None:
        return f"{nama}: belum ada nilai prestasi."
    rendah, tengah, tinggi = (angka(Decimal(n), 1) for n in (lima[0], lima[2], lima[4]))
    return f"{nama}: {rekap.dinilai} orang, median {tengah}, dari {rendah} sampai {tinggi}."
