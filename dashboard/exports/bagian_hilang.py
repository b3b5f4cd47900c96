"""What a workbook loses on its way through openpyxl: seen by comparing what went in with what came out."""

import io
import re
import zipfile
from collections import Counter

_BAGIAN = {
    "bentuk dan kotak teks": (r"xl/drawings/drawing.*\.xml", rb"<(?:\w+:)?(?:sp|grpSp|cxnSp)\b"),
    "gambar": (r"xl/media/.*", None),
    "grafik": (r"xl/charts/chart.*\.xml", None),
    "diagram SmartArt": (r"xl/diagrams/data.*", None),
    "daftar pilihan yang mengambil dari lembar lain": (r"xl/worksheets/sheet.*", rb"<x1\w+:dataValidation\b"),
    "sebagian format bersyarat": (r"xl/worksheets/sheet.*", rb"<x1\w+:cfRule\b"),
    "grafik mini (sparkline)": (r"xl/worksheets/sheet.*", rb"<x1\w+:sparkline\b"),
    "gambar kepala atau kaki halaman": (r"xl/worksheets/sheet.*", rb"<legacyDrawingHF\b"),
    "tombol dan kotak centang": (r"xl/(?:ctrlProps|activeX)/.*\.xml", None),
    "pemotong (slicer)": (r"xl/(?:slicers|timelines)/.*", None),
    "utas komentar": (r"xl/threadedComments/.*", None),
    "sambungan data": (r"xl/(?:connections\.xml|queryTables/.*)", None),
}
"""What it is called, the parts it lies in, and what to count in them; else the parts are counted."""


def yang_hilang(asal: bytes, hasil: bytes) -> tuple[str, ...]:
    """In words, what the first workbook has more of than the second."""
    sebelum = _hitung(asal)
    sesudah = _hitung(hasil) if sebelum else sebelum
    return tuple(kata for kata in _BAGIAN if sebelum[kata] > sesudah[kata])


def _hitung(isi: bytes) -> Counter[str]:
    banyak = Counter[str]()
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        for nama in arsip.namelist():
            for kata, (bagian, tanda) in _BAGIAN.items():
                if re.fullmatch(bagian, nama):
                    banyak[kata] += 1 if tanda is None else len(re.findall(tanda, arsip.read(nama)))
    return +banyak
