"""The scale of the merit index as a strip: its categories, the target, and where the score stands."""

from decimal import Decimal

from markupsafe import Markup

from dashboard.domain.merit.indeks import PetaMerit, kategori
from dashboard.formatting import angka
from dashboard.templates import Fragments

_HTML = Fragments(__file__)


def skala_html(peta: PetaMerit, nilai: Decimal | None) -> Markup:
    """Drawn only where the scale has an end."""
    ujung = peta.indeks.maks
    if not ujung or nilai is None:
        return Markup()
    batas = [
        (_letak(batas, ujung), nama, angka(batas, rapikan=True))
        for batas, nama in sorted((k.batas, k.nama) for k in peta.kelas if k.batas is not None)
    ]
    target = _letak(peta.indeks.target, ujung) if peta.indeks.target else None
    kelas = kategori(nilai, peta.kelas)
    label = f"{angka(nilai, rapikan=True)} dari {angka(ujung, rapikan=True)}" + (f", {kelas.nama}" if kelas else "")
    return _HTML("skala", label, _letak(nilai, ujung), batas, target)


def _letak(nilai: Decimal, ujung: Decimal) -> str:
    return f"{float(min(max(nilai / ujung, Decimal(0)), Decimal(1)) * 100):.2f}"
