"""The whole cascade at a glance: levels from left to right, every box in its place, coloured by its worst indicator."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from dashboard.charts.kotak_pohon import kalimat_sebaran, status_terburuk
from dashboard.charts.palet import Figur, pudar, tata_letak, warna
from dashboard.domain.cascade import Pohon
from dashboard.domain.hasil import HasilIndikator
from dashboard.domain.skala import Status
from dashboard.texts import ABU, JENIS, STATUS

TINGGI_DAUN = 17
TINGGI = (420, 1500)
ALFA = 0.30
PANJANG_LABEL = 46


def icicle(pohon: Pohon, hasil: Mapping[str, HasilIndikator]) -> Figur:
    """One cell a box; a cell is as tall as the boxes at the end of its branches."""
    kode = [k for k, _ in pohon.telusuri()]
    milik = {k: [hasil[i] for i in pohon.indikator[k]] for k in kode}
    daun = sum(not pohon.anak[k] for k in kode)
    jejak: Figur = {
        "type": "icicle",
        "ids": kode,
        "labels": [_label(k, milik[k]) for k in kode],
        "parents": [_induk(pohon, k) for k in kode],
        "values": [0 if pohon.anak[k] else 1 for k in kode],
        "customdata": kode,
        "branchvalues": "remainder",
        "tiling": {"orientation": "h", "pad": 1},
        "marker": {"colors": [_warna(milik[k]) for k in kode], "line": {"width": 0}},
        "text": [shorten(pohon.simpul[k].sasaran, PANJANG_LABEL, placeholder="…") for k in kode],
        "texttemplate": "%{label}  %{text}",
        "textposition": "middle left",
        "hovertext": [_keterangan(pohon, k, milik[k]) for k in kode],
        "hoverinfo": "text",
        "sort": False,
        "pathbar": {"visible": True, "thickness": 24},
        "root": {"color": "rgba(0,0,0,0)"},
    }
    return {
        "data": [jejak],
        "layout": tata_letak(
            min(max(TINGGI_DAUN * daun, TINGGI[0]), TINGGI[1]),
            margin={"l": 0, "r": 0, "t": 26, "b": 0},
            uniformtext={"minsize": 10, "mode": "hide"},
        ),
    }


def kalimat_icicle(pohon: Pohon, sebaran: Sequence[tuple[Status, int]]) -> str:
    """What the overview shows, in one sentence; its alt text."""
    kotak = len(pohon.simpul)
    return f"Peta {kotak} kotak pohon kinerja menurut status terburuk: {kalimat_sebaran(sebaran)}."


def _induk(pohon: Pohon, kode: str) -> str:
    induk = pohon.simpul[kode].induk
    return induk if induk is not None and induk in pohon.simpul else ""


def _label(kode: str, milik: Sequence[HasilIndikator]) -> str:
    status = status_terburuk(milik)
    return f"{STATUS[status].bentuk} {kode}" if status else kode


def _warna(milik: Sequence[HasilIndikator]) -> str:
    status = status_terburuk(milik)
    if status is None or not status.berwarna:
        return pudar(ABU, ALFA / 2)
    return pudar(warna(status), ALFA)


def _keterangan(pohon: Pohon, kode: str, milik: Sequence[HasilIndikator]) -> str:
    s = pohon.simpul[kode]
    isi = kalimat_sebaran([(h.status, sum(m.status is h.status for m in milik)) for h in milik])
    return f"{JENIS[s.jenjang]} {kode}<br>{shorten(s.sasaran, 90, placeholder='…')}<br>{isi or 'tanpa indikator'}"
