"""The register to take along: the findings that the filters let through, as an Excel sheet."""

from collections.abc import Sequence

from dashboard import session
from dashboard.components.temuan.daftar import status_teks
from dashboard.components.umum.unduh import Unduhan, tombol_unduh
from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.domain.dasar.indikator import DataKinerja
from dashboard.exports.temuan_xlsx import ketidaksesuaian_xlsx
from dashboard.formatting import waktu
from dashboard.services.temuan import ButirTemuan, Register

OBJEK_TERSEBUT = 15


def unduhan_temuan(data: DataKinerja, r: Register, butir: Sequence[ButirTemuan]) -> None:
    """Draw the button; the file is made when it is pressed."""
    if not session.may(Tindakan.EKSPOR):
        return
    keterangan = f"{data.instansi.nama}, tahun {data.tahun}, versi data {data.versi_data}"

    def isi(_: Pelaku) -> bytes:
        return ketidaksesuaian_xlsx([baris_temuan(r, b) for b in butir], dokumen_temuan(r, butir), keterangan)

    nama = f"ketidaksesuaian-{data.instansi.kode.lower()}-{data.tahun}.xlsx"
    tombol_unduh(f"Unduh {len(butir)} temuan (Excel)", Unduhan(nama, isi), "unduh-temuan")


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
