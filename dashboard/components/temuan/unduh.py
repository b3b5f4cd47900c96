"""The register to take along: the findings that the filters let through, as an Excel sheet."""

from collections.abc import Sequence

import streamlit as st

from dashboard import session
from dashboard.components.temuan.daftar import status_teks
from dashboard.domain.dasar.hak import Tindakan
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.exports.temuan_xlsx import ketidaksesuaian_xlsx
from dashboard.formatting import waktu
from dashboard.services.temuan import ButirTemuan, Register

OBJEK_TERSEBUT = 15
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def unduhan_temuan(data: DataKinerja, r: Register, butir: Sequence[ButirTemuan]) -> None:
    """Draw the button; the file is made when it is pressed."""
    if not session.may(Tindakan.EKSPOR):
        return
    keterangan = f"{data.instansi.nama}, tahun {data.tahun}, versi data {data.versi_data}"
    st.download_button(
        f"Unduh {len(butir)} temuan (Excel)",
        lambda: ketidaksesuaian_xlsx([baris_temuan(r, b) for b in butir], dokumen_temuan(r, butir), keterangan),
        f"ketidaksesuaian-{data.instansi.kode.lower()}-{data.tahun}.xlsx",
        XLSX,
        key="unduh-temuan",
        icon=":material/download:",
        on_click="ignore",
    )


def dokumen_temuan(r: Register, butir: Sequence[ButirTemuan]) -> list[tuple[str, str]]:
    """The documents that these findings name, by code with their titles."""
    kode = {b.temuan.dokumen for b in butir if b.temuan.dokumen}
    return [(satu, r.dokumen.get(satu, satu)) for satu in sorted(kode)]


def _mengenai(r: Register, objek: Sequence[str]) -> str:
    """What it is about by name, with the codes of the others; of many the first, for the page shows them all."""
    if not objek:
        return "dokumen secara keseluruhan"
    utama, *lain = objek
    disebut, sisa = lain[:OBJEK_TERSEBUT], len(lain) - OBJEK_TERSEBUT
    nama = f"{utama} {r.nama.get(utama, '')}".strip()
    juga = f"\nJuga {', '.join(disebut)}" if disebut else ""
    return f"{nama}{juga}{f' dan {sisa} lainnya' if sisa > 0 else ''}"


def _keputusan(b: ButirTemuan) -> str:
    siapa = f"\n{b.oleh}, {waktu(b.pada)}" if b.oleh else ""
    return f"{b.alasan or ''}{siapa}"


def baris_temuan(r: Register, b: ButirTemuan) -> tuple[str, ...]:
    """One row in the order of the sheet's columns."""
    t = b.temuan
    return (
        t.keparahan.value,
        t.jenis,
        t.judul,
        t.uraian,
        t.akibat,
        _mengenai(r, t.objek),
        t.dokumen or "",
        t.letak or "",
        t.kutipan,
        status_teks(b),
        _keputusan(b),
        t.asal,
    )
