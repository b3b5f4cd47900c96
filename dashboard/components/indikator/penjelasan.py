"""How a number was made, drawn: formula, inputs with their place, steps, legal basis, certainty, remarks."""

import streamlit as st
from markupsafe import Markup

from dashboard.charts.kalimat import nilai_bersatuan
from dashboard.components.umum.tata import lencana_html
from dashboard.domain.dasar.indikator import Dokumen
from dashboard.domain.dasar.penjelasan import Langkah, MasukanRumus, Penjelasan
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import angka, dasar_teks, rumus_terbaca
from dashboard.templates import Fragments
from dashboard.texts import DATA_CONTOH, KEPASTIAN, POLARITAS, SUMBER_NILAI, hubungan_teks

TANPA_TANDA = Markup()
_HTML = Fragments(__file__)


def panel_penjelasan(
    hasil: HasilIndikator,
    penjelasan: Penjelasan,
    dokumen: dict[str, Dokumen],
    pemilik: str,
    wilayah: str | None,
    tanda: Markup = TANPA_TANDA,
) -> None:
    """Draw the explanation panel of one indicator; `tanda` stands beside its number."""
    st.html(penjelasan_html(hasil, penjelasan, dokumen, pemilik, wilayah, tanda))


def penjelasan_html(
    hasil: HasilIndikator,
    penjelasan: Penjelasan,
    dokumen: dict[str, Dokumen],
    pemilik: str,
    wilayah: str | None,
    tanda: Markup = TANPA_TANDA,
) -> Markup:
    """The panel as escaped HTML; a section with headings, a table of inputs and a numbered list of steps.

    `wilayah` is the agency's: another region's own regulation is a reference there.
    """
    return _HTML(
        "panel",
        hasil,
        tanda,
        [langkah_teks(langkah) for langkah in penjelasan.langkah],
        [
            (m.nama, nilai_bersatuan(m.nilai, m.satuan), _asal(m, hasil.indikator.dokumen, dokumen))
            for m in penjelasan.masukan
        ],
        _fakta(hasil, penjelasan, dokumen, pemilik, wilayah),
        tuple(dict.fromkeys(penjelasan.catatan)),
    )


def langkah_teks(langkah: Langkah) -> str:
    """One step with Indonesian numbers: "80,1 ÷ 85 × 100 = 94,24"."""
    teks = langkah.pola.format(*(angka(n, rapikan=True) for n in langkah.nilai))
    return teks if langkah.hasil is None else f"{teks} = {angka(langkah.hasil, rapikan=True)}"


def _asal(m: MasukanRumus, utama: str | None, dokumen: dict[str, Dokumen]) -> str:
    """Where an input comes from; in the indicator's own document its place is enough, the title stands below once."""
    if m.hubungan is not None:
        return hubungan_teks(*m.hubungan)
    if m.keterangan:
        return m.keterangan
    if m.sumber is not None:
        return f"laporan, {SUMBER_NILAI[m.sumber]}"
    return m.letak if m.letak and m.dokumen == utama else dokumen_teks(m.dokumen, m.letak, dokumen)


def dokumen_teks(kode: str | None, letak: str | None, dokumen: dict[str, Dokumen]) -> str:
    """Document and place as a reader would look them up."""
    judul = dokumen[kode].judul if kode in dokumen else (kode or "")
    return ", ".join(b for b in (judul, letak) if b) or "tidak tercantum"


def _fakta(
    hasil: HasilIndikator, penjelasan: Penjelasan, dokumen: dict[str, Dokumen], pemilik: str, wilayah: str | None
) -> list[tuple[str, str | Markup]]:
    i = hasil.indikator
    sumber: str | Markup = SUMBER_NILAI[hasil.sumber_nilai] if hasil.sumber_nilai else "belum ada"
    if hasil.memuat_contoh:
        sumber = lencana_html(DATA_CONTOH)
    return [
        ("Rumus capaian", penjelasan.rumus),
        *_dasar(penjelasan, wilayah),
        ("Formulasi tercetak", rumus_terbaca(i.formulasi) if i.formulasi else "tidak tercantum"),
        ("Arah", POLARITAS[i.polaritas]),
        ("Kepastian", KEPASTIAN[penjelasan.kepastian]),
        ("Sumber nilai", sumber),
        ("Pemilik", pemilik),
        ("Dokumen", dokumen_teks(i.dokumen, i.letak, dokumen)),
    ]


def _dasar(penjelasan: Penjelasan, wilayah: str | None) -> list[tuple[str, str | Markup]]:
    """What each part rests on: regulation, place, from when, and whether that is confirmed."""
    if not penjelasan.rujukan:
        return [("Dasar", penjelasan.susunan or "belum ada")]
    dasar = ((r.perihal, dasar_teks(r.ketentuan, wilayah)) for r in penjelasan.rujukan)
    return [(f"Dasar {perihal[0].lower()}{perihal[1:]}", teks) for perihal, teks in dasar]
