"""Two or three scenarios side by side: what each changes and what each gives, on the data of today."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.charts.simulasi import BAGIAN, TANDA_SIMULASI
from dashboard.components.umum.tata import lencana_html, status_html
from dashboard.domain.skenario.dasar import KunciUbahan
from dashboard.formatting import persen
from dashboard.services.simulasi import Simulasi
from dashboard.services.skenario import Pembanding, usang

KOSONG = Markup("")


def banding_html(s: Simulasi, banding: Sequence[Pembanding]) -> Markup:
    """One column a scenario; first their inputs, then every indicator that any of them changes."""
    kepala = KOSONG.join(
        Markup('<th scope="col">{}{}</th>').format(
            p.skenario.nama, Markup("<br>{}").format(lencana_html("data berubah")) if usang(p.skenario, s) else KOSONG
        )
        for p in banding
    )
    kunci = sorted({k for p in banding for k in p.hasil.ubahan})
    kode = sorted({n.kode for p in banding for n in p.hasil.simpul.values() if n.berubah} - {k.kode for k in kunci})
    isi = KOSONG.join(_masukan(s, banding, k) for k in kunci)
    hasil = KOSONG.join(_indikator(s, banding, satu) for satu in kode)
    pola = (
        '<div class="dk dk-sim dk-gulir" tabindex="0" role="region" aria-label="Perbandingan skenario">'
        '<p>{}</p><table class="dk-tabel"><thead><tr><th scope="col">Masukan dan indikator</th>'
        '<th scope="col">{}</th>{}</tr></thead><tbody>{}{}</tbody></table></div>'
    )
    return Markup(pola).format(lencana_html(TANDA_SIMULASI), "Proyeksi" if s.akhir else "Resmi", kepala, isi, hasil)


def _masukan(s: Simulasi, banding: Sequence[Pembanding], k: KunciUbahan) -> Markup:
    semua = (s.dasar.nilai_kunci(k), *(p.hasil.ubahan.get(k) for p in banding))
    sel = KOSONG.join(Markup('<td class="dk-angka">{}</td>').format(nilai_bersatuan(n, s.satuan(k))) for n in semua)
    pola = '<tr><th scope="row"><b>{}</b> {} {}</th>{}</tr>'
    return Markup(pola).format(k.kode, s.nama(k), BAGIAN[k.bagian], sel)


def _indikator(s: Simulasi, banding: Sequence[Pembanding], kode: str) -> Markup:
    resmi = s.dasar.hasil.indikator[kode]
    semua = (resmi, *(p.hasil.baru(s.dasar, kode) for p in banding))
    sel = KOSONG.join(
        Markup('<td><b class="dk-angka">{}</b> <span class="dk-angka">({})</span><br>{}</td>').format(
            nilai_bersatuan(h.nilai, h.indikator.satuan), persen(h.persen), status_html(h.status)
        )
        for h in semua
    )
    return Markup('<tr><th scope="row"><b>{}</b> {}</th>{}</tr>').format(kode, resmi.indikator.nama, sel)
