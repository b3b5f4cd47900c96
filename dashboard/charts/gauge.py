"""Target against realisation as a gauge: value bar, pale status bands, a line at the target to date."""

from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.charts.palet import TINTA_SASARAN, Figur, pudar, tata_letak, warna
from dashboard.charts.rentang_status import pita_status, skala_maks
from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.hitung.hasil import HasilIndikator


def gauge(hasil: HasilIndikator, aturan: AturanBerlaku, tinggi: int = 150) -> Figur:
    """A gauge in the indicator's own unit, its bands by the rules in force.

    Without a value the dial stays grey and shows its target only.
    """
    sampai = hasil.target.sampai
    sumbu = {"range": [0, 1], "showticklabels": False, "ticks": ""}
    langkah: list[Figur] = []
    ambang = None
    tujuan = sampai.tujuan(hasil.indikator.polaritas) if sampai else None
    if sampai is not None and tujuan is not None:
        ujung = skala_maks(hasil.nilai, sampai, hasil.indikator.polaritas, hasil.indikator.maks)
        pita = pita_status(sampai, hasil.indikator, ujung, aturan) if hasil.nilai is not None else ()
        langkah = [
            {"range": [float(p.mulai), float(p.akhir)], "color": pudar(warna(p.status), 0.22), "line": {"width": 0}}
            for p in pita
        ]
        sumbu = {"range": [0, float(ujung)], "showticklabels": False, "ticks": ""}
        ambang = {"line": {"color": TINTA_SASARAN, "width": 3}, "thickness": 0.9, "value": float(tujuan)}
    jarum = {
        "axis": sumbu,
        "bar": {"color": warna(hasil.status), "thickness": 0.42, "line": {"width": 0}},
        "bgcolor": "rgba(128,134,145,0.12)",
        "borderwidth": 0,
        "steps": langkah,
    }
    if ambang is not None:
        jarum["threshold"] = ambang
    jejak: Figur = {
        "type": "indicator",
        "mode": "gauge",
        "value": float(hasil.nilai) if hasil.nilai is not None else 0,
        "gauge": jarum,
        "domain": {"x": [0, 1], "y": [0, 1]},
    }
    tulisan: Figur = {
        "text": nilai_bersatuan(hasil.nilai, hasil.indikator.satuan) if hasil.nilai is not None else "–",
        "x": 0.5,
        "y": 0.02,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "center",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 24},
    }
    tepi = {"l": 10, "r": 10, "t": 6, "b": 4}
    return {"data": [jejak], "layout": tata_letak(tinggi, margin=tepi, annotations=[tulisan])}
