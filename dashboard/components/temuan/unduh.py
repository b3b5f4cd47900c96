"""The register to take along: the findings that the filters let through, as an Excel sheet."""

from collections.abc import Sequence

import streamlit as st

from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.exports.temuan_xlsx import ketidaksesuaian_xlsx
from dashboard.formatting import waktu
from dashboard.services.temuan import ButirTemuan, Register

OBJEK_TERSEBUT = 15
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def unduhan_temuan(data: DataKinerja, r: Register, butir: Sequence[ButirTemuan]) -> None:
    """Draw the button; the file is made when it is pressed."""
    keterangan = f"{data.instansi.nama}, tahun {data.tahun}, versi data {data.versi_data}"
    st.download_button(
        f"Unduh {len(butir)} temuan (Excel)",
        lambda: ketidaksesuaian_xlsx([baris_temuan(r, b) for b in butir], keterangan),
        f"ketidaksesuaian-{data.instansi.kode.lower()}-{data.tahun}.xlsx",
        XLSX,
        key="unduh-temuan",
        icon=":material/download:",
        on_click="ignore",
    )


def _sebut(objek: Sequence[str]) -> str:
    """The codes concerned; the first of many, for the page shows them all."""
    sisa = len(objek) - OBJEK_TERSEBUT
    return ", ".join(objek[:OBJEK_TERSEBUT]) + (f" dan {sisa} lainnya" if sisa > 0 else "")


def baris_temuan(r: Register, b: ButirTemuan) -> tuple[str, ...]:
    """One row in the order of the sheet's columns."""
    t = b.temuan
    return (
        t.asal,
        t.keparahan.value,
        t.jenis,
        t.judul,
        t.uraian,
        t.akibat,
        _sebut(t.objek),
        r.nama.get(t.objek[0], "") if t.objek else "",
        r.dokumen.get(t.dokumen or "", t.dokumen or ""),
        t.letak or "",
        t.kutipan,
        b.status.value,
        b.alasan or "",
        b.oleh or "",
        waktu(b.pada) if b.pada else "",
        "ya" if b.masih_ada else "tidak",
    )
