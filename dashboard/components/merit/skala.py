"""The scale of the merit index as a strip: its categories, the target, and where the score stands."""

from decimal import Decimal

from markupsafe import Markup

from dashboard.domain.merit.indeks import PetaMerit, kategori
from dashboard.formatting import angka

KOSONG = Markup("")


def skala_html(peta: PetaMerit, nilai: Decimal | None) -> Markup:
    """Drawn only where the scale has an end."""
    ujung = peta.indeks.maks
    if not ujung or nilai is None:
        return KOSONG
    batas = sorted((k.batas, k.nama) for k in peta.kelas if k.batas is not None)
    pita = KOSONG.join(
        Markup('<i class="dk-batas" style="left:{}%" title="{} mulai {}"></i>').format(
            _letak(b, ujung), nama, angka(b, rapikan=True)
        )
        for b, nama in batas
    )
    nama = KOSONG.join(
        Markup('<span style="left:{}%">{}</span>').format(_letak(b, ujung), f"{nama} {angka(b, rapikan=True)}")
        for b, nama in batas
    )
    target = peta.indeks.target
    garis = Markup('<i class="dk-garis" style="left:{}%"></i>').format(_letak(target, ujung)) if target else KOSONG
    kelas = kategori(nilai, peta.kelas)
    label = f"{angka(nilai, rapikan=True)} dari {angka(ujung, rapikan=True)}" + (f", {kelas.nama}" if kelas else "")
    pola = (
        '<div class="dk dk-merit-skala"><div class="dk-merit-jalur" role="img" aria-label="{}">'
        '<i class="dk-merit-isi" style="width:{}%"></i>{}{}</div>'
        '<div class="dk-patok dk-angka" aria-hidden="true">{}</div></div>'
    )
    return Markup(pola).format(label, _letak(nilai, ujung), pita, garis, nama)


def _letak(nilai: Decimal, ujung: Decimal) -> str:
    return f"{float(min(max(nilai / ujung, Decimal(0)), Decimal(1)) * 100):.2f}"
