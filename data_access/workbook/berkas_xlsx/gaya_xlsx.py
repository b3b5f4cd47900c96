"""The cell styles of an .xlsx that matter, from its styles.xml."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from data_access.workbook.berkas.format_angka import BAWAAN, WAKTU_BAWAAN, format_angka, format_waktu
from data_access.workbook.berkas.gaya_sel import GayaSel
from data_access.workbook.berkas.warna import Warna
from data_access.workbook.berkas_xlsx.warna_xlsx import TEMA_BIASA, tak_terlihat, tak_terlihat_pada

TIDAK = {"0", "false", "off"}


def gaya_sel(akar: Element, tema: Sequence[Warna | None] = TEMA_BIASA) -> dict[str, GayaSel]:
    """The styles that matter, by the index a cell names them with; from the tree of styles.xml."""
    kode = BAWAAN | {
        int(satu.get("numFmtId", "0")): satu.get("formatCode", "")
        for satu in akar.iter()
        if nama_elemen(satu) == "numFmt"
    }
    angka = {nomor: satu for nomor, teks in kode.items() if (satu := format_angka(teks)) is not None}
    waktu = WAKTU_BAWAAN | {nomor: jenis for nomor, teks in kode.items() if (jenis := format_waktu(teks)) is not None}
    huruf, isian = _daftar(akar, "fonts"), _daftar(akar, "fills")
    coret = {i for i, satu in enumerate(huruf) if any(map(_bercoret, satu))}
    hasil: dict[str, GayaSel] = {}
    samar: dict[tuple[int, int], bool] = {}
    for i, xf in enumerate(_daftar(akar, "cellXfs")):
        nomor, font, fill = (int(xf.get(nama, "0")) for nama in ("numFmtId", "fontId", "fillId"))
        if (font, fill) not in samar:
            ada = font < len(huruf) and fill < len(isian)
            samar[font, fill] = ada and tak_terlihat(list(huruf[font]), list(isian[fill]), tema)
        gaya = GayaSel(angka.get(nomor), font in coret, waktu.get(nomor), samar[font, fill])
        if gaya.berarti or gaya.waktu:
            hasil[str(i)] = gaya
    return hasil


def gaya_bersyarat(akar: Element) -> frozenset[str]:
    """The styles of conditional formats, by their index, that show another number than is stored, or hide it."""
    return frozenset(str(i) for i, satu in enumerate(_daftar(akar, "dxfs")) if _mengubah(satu))


def _mengubah(gaya: Element) -> bool:
    bagian = {nama_elemen(satu): satu for satu in gaya}
    if "numFmt" in bagian and format_angka(bagian["numFmt"].get("formatCode", "")) is not None:
        return True
    huruf = list(bagian.get("font", ()))
    latar = [satu for satu in bagian.get("fill", Element("fill")).iter() if nama_elemen(satu) == "bgColor"]
    return any(nama_elemen(satu) == "color" for satu in huruf) and tak_terlihat_pada(huruf, latar)


def nama_elemen(elemen: Element) -> str:
    """An element's name without its namespace."""
    return elemen.tag.rpartition("}")[2]


def _daftar(akar: Element, nama: str) -> list[Element]:
    return list(next((satu for satu in akar if nama_elemen(satu) == nama), ()))


def _bercoret(sifat: Element) -> bool:
    return nama_elemen(sifat) == "strike" and sifat.get("val", "1") not in TIDAK
