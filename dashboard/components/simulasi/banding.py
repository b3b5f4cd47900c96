"""Two or three scenarios side by side: what each changes and what each gives, on the data of today."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.charts.simulasi import BAGIAN, TANDA_SIMULASI
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.services.simulasi import Simulasi
from dashboard.services.skenario import Pembanding, usang
from dashboard.templates import Fragments

_HTML = Fragments(__file__)


def banding_html(s: Simulasi, banding: Sequence[Pembanding]) -> Markup:
    """One column a scenario; first their inputs, then every indicator that any of them changes."""
    kunci = sorted({k for p in banding for k in p.hasil.ubahan})
    kode = sorted({n.kode for p in banding for n in p.hasil.simpul.values() if n.berubah} - {k.kode for k in kunci})
    nama = [_HTML("nama_skenario", p.skenario.nama, usang(p.skenario, s)) for p in banding]
    return _HTML(
        "banding",
        TANDA_SIMULASI,
        ("Masukan dan indikator", "Proyeksi" if s.akhir else "Resmi", *nama),
        [_masukan(s, banding, k) for k in kunci],
        [_indikator(s, banding, satu) for satu in kode],
    )


def _masukan(s: Simulasi, banding: Sequence[Pembanding], k: KunciUbahan) -> tuple[str, str, list[str]]:
    semua = (s.dasar.nilai_kunci(k), *(p.hasil.ubahan.get(k) for p in banding))
    return k.kode, f"{s.nama(k)} {BAGIAN[k.bagian]}", [nilai_bersatuan(n, s.satuan(k)) for n in semua]


def _indikator(
    s: Simulasi, banding: Sequence[Pembanding], kode: str
) -> tuple[str, str, list[tuple[HasilIndikator, str]]]:
    resmi = s.dasar.hasil.indikator[kode]
    semua = (resmi, *(p.hasil.baru(s.dasar, kode) for p in banding))
    return kode, resmi.indikator.nama, [(h, nilai_bersatuan(h.nilai, h.indikator.satuan)) for h in semua]
