"""The merit index as a waterfall, criterion by criterion, with the bounds of its categories."""

from collections.abc import Sequence
from decimal import Decimal
from textwrap import wrap

from dashboard.charts.kalimat import target_bersatuan
from dashboard.charts.palet import GARIS, TINTA_SASARAN, Figur, tata_letak
from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.dasar.skala import Kelas
from dashboard.domain.merit.indeks import PetaMerit, Unsur, kategori, kategori_berikut, kelonggaran
from dashboard.formatting import angka, selisih
from dashboard.texts import BIRU, ORANYE

NOL = Decimal(0)
LEBAR_NAMA = 26
TINGGI_BARIS = 40
DEKAT = 12
RUANG_POIN = 108
"""Wide enough for the letters of a hall."""


def nama_pendek(u: Unsur) -> str:
    """A criterion's name without the words all criteria share."""
    nama = u.hasil.indikator.nama
    for awalan in ("Nilai Kriteria ", "Pelaksanaan "):
        nama = nama.removeprefix(awalan)
    return nama


def temuan_merit(peta: PetaMerit) -> str:
    """ "Indeks merit 330,5 (Sangat Baik), 9 poin di atas target 321,5" """
    nilai, target = peta.indeks.hasil.nilai, peta.indeks.target
    if nilai is None:
        sisa = "" if target is None else f", target {angka(target, rapikan=True)}"
        return f"Indeks merit menunggu penilaian{sisa}"
    kelas = kategori(nilai, peta.kelas)
    kata = f" ({kelas.nama})" if kelas else ""
    if target is None:
        return f"Indeks merit {angka(nilai, rapikan=True)}{kata}"
    beda = bulat2(nilai - target)
    letak = "di atas" if beda > 0 else "di bawah" if beda < 0 else "tepat pada"
    jarak = f"{angka(abs(beda), rapikan=True)} poin " if beda else ""
    return f"Indeks merit {angka(nilai, rapikan=True)}{kata}, {jarak}{letak} target {angka(target, rapikan=True)}"


def kalimat_kategori(nilai: Decimal, kelas: Sequence[Kelas]) -> str:
    """How far to the next category, and how much may be lost before this one ends."""
    if not kelas:
        return "Kategori tidak dibaca: instrumen penilaiannya tidak disebut, atau belum ada kategorinya."
    bagian = []
    if (berikut := kategori_berikut(nilai, kelas)) is not None:
        bagian.append(f"kurang {angka(berikut[1], rapikan=True)} poin menuju kategori {berikut[0].nama}")
    if (longgar := kelonggaran(nilai, kelas)) is not None:
        bagian.append(f"kelonggaran {angka(longgar, rapikan=True)} poin sebelum turun kategori")
    kalimat = "; ".join(bagian)
    return f"{kalimat[:1].upper()}{kalimat[1:]}."


def kalimat_waterfall(peta: PetaMerit) -> str:
    """The figure in one sentence."""
    turun = [k for k in peta.kriteria if k.ke_target is not None and k.ke_target > 0]
    if not turun:
        return f"Semua {len(peta.kriteria)} kriteria mencapai targetnya."
    isi = ", ".join(f"{nama_pendek(k)} {angka(k.ke_target, rapikan=True)}" for k in turun)
    return f"{len(turun)} dari {len(peta.kriteria)} kriteria di bawah target: kurang {isi} poin."


def waterfall_merit(peta: PetaMerit, dari_target: bool = True) -> Figur:
    """From the target to the score, or from the score to the maximum; one bar a criterion, worst first."""
    nilai = peta.indeks.hasil.nilai or NOL
    mulai = (peta.indeks.target or NOL) if dari_target else nilai
    langkah = [(k, -(k.ke_target or NOL) if dari_target else (k.ke_maks or NOL)) for k in peta.kriteria]
    batang = _batang(mulai, langkah)
    ujung = [mulai, *(max(b, b + t) for _, b, t in batang), *(min(b, b + t) for _, b, t in batang)]
    garis = [(mulai, "target" if dari_target else "nilai")]
    garis.append((nilai, "nilai") if dari_target else (ujung_akhir(batang, mulai), "maksimum"))
    dekat = (min(ujung) - DEKAT, max(ujung) + DEKAT)
    kelas = [(k.batas, k.nama) for k in peta.kelas if k.batas is not None and dekat[0] < k.batas < dekat[1]]
    rentang = [float(min([*ujung, *(b for b, _ in kelas)])) - 2, float(max([*ujung, *(b for b, _ in kelas)])) + 6]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": [_baris(k) for k, _, _ in batang],
                "base": [float(b) for _, b, _ in batang],
                "x": [float(t) for _, _, t in batang],
                "marker": {"color": [_warna(t, dari_target) for _, _, t in batang]},
                "hovertext": [_sentuh(k) for k, _, _ in batang],
                "hoverinfo": "text",
            }
        ],
        "layout": tata_letak(
            TINGGI_BARIS * len(batang) + 68,
            margin={"l": 8, "r": RUANG_POIN, "t": 48, "b": 24},
            xaxis={"range": rentang, "gridcolor": GARIS, "fixedrange": True, "zeroline": False, "nticks": 4},
            yaxis={"autorange": "reversed", "automargin": True, "fixedrange": True, "gridcolor": GARIS},
            shapes=[_garis(n, "solid") for n, _ in garis] + [_garis(b, "dot") for b, _ in kelas],
            annotations=[
                *(
                    _tulisan(n, nama, 1.0, sisi)
                    for (n, nama), sisi in zip(sorted(garis), ("right", "left"), strict=True)
                ),
                *(_tulisan(b, nama, 1.075, "center") for b, nama in kelas),
                *(_poin(k, t) for k, _, t in batang),
            ],
        ),
    }


Batang = tuple[Unsur, Decimal, Decimal]


def _batang(mulai: Decimal, langkah: Sequence[tuple[Unsur, Decimal]]) -> list[Batang]:
    """Each step with where it begins."""
    hasil: list[Batang] = []
    kini = mulai
    for unsur, tambah in langkah:
        hasil.append((unsur, kini, tambah * unsur.bobot))
        kini += tambah * unsur.bobot
    return hasil


def ujung_akhir(batang: Sequence[Batang], mulai: Decimal) -> Decimal:
    return batang[-1][1] + batang[-1][2] if batang else mulai


def _warna(tambah: Decimal, dari_target: bool) -> str:
    if not dari_target:
        return TINTA_SASARAN
    return BIRU if tambah >= 0 else ORANYE


def _baris(k: Unsur) -> str:
    return "<br>".join(wrap(nama_pendek(k), LEBAR_NAMA))


def _poin(k: Unsur, tambah: Decimal) -> dict[str, object]:
    """What a criterion adds, in a column right of the bars: beside its bar it would lie on a line."""
    letak = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "y": _baris(k), "yref": "y"}
    return {"showarrow": False, "text": f"{selisih(tambah)} poin", **letak}


def _sentuh(k: Unsur) -> str:
    nilai, maks = (angka(n, rapikan=True) for n in (k.hasil.nilai, k.maks))
    return f"{nama_pendek(k)}: nilai {nilai}, target {target_bersatuan(k.sasaran, None)}, maksimum {maks}"


def _garis(nilai: Decimal, corak: str) -> dict[str, object]:
    garis = {"color": TINTA_SASARAN, "width": 2 if corak == "solid" else 1, "dash": corak}
    letak = {"x0": float(nilai), "x1": float(nilai), "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "line", "layer": "below", "line": garis, **letak}


def _tulisan(nilai: Decimal, nama: str, y: float, sisi: str) -> dict[str, object]:
    """What a line means, at its head; the two that may stand close go each to its own side."""
    letak = {"x": float(nilai), "xanchor": sisi, "y": y, "yref": "paper", "yanchor": "bottom"}
    return {"showarrow": False, "text": f"{nama} {angka(nilai, rapikan=True)}", **letak}
