"""How a number was made, drawn: formula, inputs with their place, steps, legal basis, certainty, remarks."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.components.umum.tata import lencana_html, status_html
from dashboard.domain.dasar.indikator import Dokumen
from dashboard.domain.dasar.penjelasan import Langkah, MasukanRumus, Penjelasan
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import angka, rumus_terbaca
from dashboard.formatting import persen as teks_persen
from dashboard.texts import KEPASTIAN, POLARITAS, SUMBER_NILAI

TANPA_TANDA = Markup("")


def panel_penjelasan(
    hasil: HasilIndikator,
    penjelasan: Penjelasan,
    dokumen: dict[str, Dokumen],
    pemilik: str,
    tanda: Markup = TANPA_TANDA,
) -> None:
    """Draw the explanation panel of one indicator; `tanda` stands beside its number."""
    st.html(penjelasan_html(hasil, penjelasan, dokumen, pemilik, tanda))


def penjelasan_html(
    hasil: HasilIndikator,
    penjelasan: Penjelasan,
    dokumen: dict[str, Dokumen],
    pemilik: str,
    tanda: Markup = TANPA_TANDA,
) -> Markup:
    """The panel as escaped HTML; a section with headings, a table of inputs and a numbered list of steps."""
    pola = (
        '<section class="dk dk-asal" aria-label="Asal angka">'
        '<p class="dk-hasil dk-angka">{} {}{}</p><h4>Langkah</h4><ol>{}</ol><h4>Masukan</h4>{}'
        "<h4>Dasar dan sumber</h4><dl>{}</dl>{}</section>"
    )
    angka_capaian = teks_persen(hasil.persen) if hasil.persen is not None else ""
    return Markup(pola).format(
        angka_capaian,
        status_html(hasil.status),
        tanda,
        _gabung(Markup("<li>{}</li>").format(langkah_teks(langkah)) for langkah in penjelasan.langkah)
        or Markup("<li>Belum ada yang dapat dihitung.</li>"),
        _tabel_masukan(penjelasan.masukan, dokumen),
        _fakta(hasil, penjelasan, dokumen, pemilik),
        _catatan(penjelasan.catatan),
    )


def langkah_teks(langkah: Langkah) -> str:
    """One step with Indonesian numbers: "80,1 ÷ 85 × 100 = 94,24"."""
    teks = langkah.pola.format(*(angka(n, rapikan=True) for n in langkah.nilai))
    return teks if langkah.hasil is None else f"{teks} = {angka(langkah.hasil, rapikan=True)}"


def dokumen_teks(kode: str | None, letak: str | None, dokumen: dict[str, Dokumen]) -> str:
    """Document and place as a reader would look them up."""
    judul = dokumen[kode].judul if kode in dokumen else (kode or "")
    return ", ".join(b for b in (judul, letak) if b) or "tidak tercantum"


def _fakta(hasil: HasilIndikator, penjelasan: Penjelasan, dokumen: dict[str, Dokumen], pemilik: str) -> Markup:
    i = hasil.indikator
    sumber = Markup("{}").format(SUMBER_NILAI[hasil.sumber_nilai]) if hasil.sumber_nilai else Markup("belum ada")
    if hasil.memuat_simulasi:
        sumber = lencana_html("data simulasi")
    isi: list[tuple[str, str | Markup]] = [
        ("Rumus capaian", penjelasan.rumus),
        ("Dasar", penjelasan.pasal),
        ("Formulasi tercetak", rumus_terbaca(i.formulasi) if i.formulasi else "tidak tercantum"),
        ("Arah", POLARITAS[i.polaritas]),
        ("Kepastian", KEPASTIAN[penjelasan.kepastian]),
        ("Sumber nilai", sumber),
        ("Pemilik", pemilik),
        ("Dokumen", dokumen_teks(i.dokumen, i.letak, dokumen)),
    ]
    return _gabung(Markup("<dt>{}</dt><dd>{}</dd>").format(nama, nilai) for nama, nilai in isi)


def _tabel_masukan(masukan: tuple[MasukanRumus, ...], dokumen: dict[str, Dokumen]) -> Markup:
    if not masukan:
        return Markup("<p>Belum ada masukan.</p>")
    baris = _gabung(
        Markup('<tr><th scope="row">{}</th><td class="dk-angka">{}</td><td>{}</td></tr>').format(
            m.nama, _nilai(m), m.keterangan or dokumen_teks(m.dokumen, m.letak, dokumen)
        )
        for m in masukan
    )
    kepala = '<tr><th scope="col">Masukan</th><th scope="col">Nilai</th><th scope="col">Asal</th></tr>'
    return Markup("<table><thead>{}</thead><tbody>{}</tbody></table>").format(Markup(kepala), baris)


def _nilai(m: MasukanRumus) -> str:
    return nilai_bersatuan(m.nilai, m.satuan)


def _catatan(catatan: tuple[str, ...]) -> Markup:
    if not catatan:
        return Markup("")
    butir = _gabung(Markup("<li>{}</li>").format(c) for c in dict.fromkeys(catatan))
    return Markup("<h4>Catatan</h4><ul>{}</ul>").format(butir)


def _gabung(bagian: Iterable[Markup]) -> Markup:
    return Markup("").join(bagian)
