"""The cell styles of an .xlsx as far as they change what a number means to who looks at it."""

from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from dashboard.domain.dasar.angka import tulis_angka
from data_access.workbook.berkas.format_angka import (
    BAWAAN,
    WAKTU_BAWAAN,
    FormatAngka,
    FormatWaktu,
    format_angka,
    format_waktu,
)
from data_access.workbook.berkas.mentah import Mentah, Persen, SelRusak, Tercoret, kosong

TIDAK = {"0", "false", "off"}
PERSEN_BERGANDA = (
    "berformat dengan lebih dari satu tanda persen, dan tiap tanda mengalikan yang tampil dengan seratus",
    "Ubah format selnya menjadi satu tanda persen atau angka biasa, lalu pastikan nilainya.",
)


@dataclass(frozen=True, slots=True)
class GayaSel:
    """`angka` is a format that shows another figure than the one stored, `coret` a font that strikes it out.

    `waktu` is what a format of dates or times shows.
    """

    angka: FormatAngka | None
    coret: bool
    waktu: FormatWaktu | None = None

    @property
    def berarti(self) -> bool:
        """Whether it changes what any value means, and not only what is outside the calendar."""
        return self.angka is not None or self.coret

    @property
    def persen(self) -> bool:
        return self.angka is not None and self.angka.persen


def kenakan(isi: Mentah, gaya: GayaSel) -> tuple[Mentah, str | None]:
    """(what a cell of that style holds, what it shows where that is another number)."""
    tampil = None
    if isinstance(isi, float) and gaya.angka is not None:
        if isi and gaya.angka.berganda(isi):
            return SelRusak(tulis_angka(Decimal(repr(isi))), *PERSEN_BERGANDA), None
        tampil = gaya.angka.tampil(isi)
        if gaya.angka.berlaku(isi):
            isi = Persen(isi)
    if gaya.coret and not kosong(isi) and not isinstance(isi, SelRusak | Tercoret):
        isi = Tercoret(str(isi), isi, True)
    return isi, tampil


def gaya_sel(akar: Element) -> dict[str, GayaSel]:
    """The styles that matter, by the index a cell names them with; from the tree of styles.xml."""
    kode = BAWAAN | {
        int(satu.get("numFmtId", "0")): satu.get("formatCode", "")
        for satu in akar.iter()
        if nama_elemen(satu) == "numFmt"
    }
    angka = {nomor: satu for nomor, teks in kode.items() if (satu := format_angka(teks)) is not None}
    waktu = WAKTU_BAWAAN | {nomor: jenis for nomor, teks in kode.items() if (jenis := format_waktu(teks)) is not None}
    coret = {i for i, huruf in enumerate(_daftar(akar, "fonts")) if any(map(_bercoret, huruf))}
    semua = (
        GayaSel(angka.get(nomor), int(xf.get("fontId", "0")) in coret, waktu.get(nomor))
        for xf in _daftar(akar, "cellXfs")
        for nomor in (int(xf.get("numFmtId", "0")),)
    )
    return {str(i): satu for i, satu in enumerate(semua) if satu.berarti or satu.waktu}


def nama_elemen(elemen: Element) -> str:
    """An element's name without its namespace."""
    return elemen.tag.rpartition("}")[2]


def _daftar(akar: Element, nama: str) -> list[Element]:
    return list(next((satu for satu in akar if nama_elemen(satu) == nama), ()))


def _bercoret(sifat: Element) -> bool:
    return nama_elemen(sifat) == "strike" and sifat.get("val", "1") not in TIDAK
