"""Workbooks made part by part, as this or that application writes them, for what libraries do not write."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006"
ISI = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def lembar_xml(baris: str, sebelum: str = "") -> str:
    """A sheet from its rows; `sebelum` is what stands before them (columns, views)."""
    return f'<worksheet xmlns="{UTAMA}">{sebelum}<sheetData>{baris}</sheetData></worksheet>'


def gaya_xml(
    *format_sel: str, huruf: str = "<font/>", xf: str = "", isian: str = "<fill/>", bersyarat: str = ""
) -> str:
    """Styles: the first is General, the next ones have these number formats."""
    nomor = "".join(f'<numFmt numFmtId="{200 + i}" formatCode={quoteattr(f)}/>' for i, f in enumerate(format_sel))
    xfs = "".join(f'<xf numFmtId="{200 + i}" fontId="0"/>' for i in range(len(format_sel)))
    return (
        f'<styleSheet xmlns="{UTAMA}"><numFmts>{nomor}</numFmts><fonts>{huruf}</fonts>'
        f'<fills>{isian}</fills><borders><border/></borders><cellXfs><xf numFmtId="0" fontId="0"/>{xfs}{xf}</cellXfs>'
        f"<dxfs>{bersyarat}</dxfs></styleSheet>"
    )


def buku_xml(
    lembar: Mapping[str, str], *, gaya: str = "", teks: str = "", sifat: Mapping[str, str] | None = None
) -> bytes:
    """A workbook of those sheets; `teks` are the shared strings, `sifat` attributes of a sheet in the workbook."""
    daftar, relasi, jenis = "", "", ""
    for i, nama in enumerate(lembar, start=1):
        daftar += f'<sheet name={quoteattr(nama)} sheetId="{i}" r:id="r{i}" {(sifat or {}).get(nama, "")}/>'
        relasi += f'<Relationship Id="r{i}" Type="{RELASI}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        jenis += f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{ISI}.worksheet+xml"/>'
    bagian = {f"xl/worksheets/sheet{i}.xml": isi for i, isi in enumerate(lembar.values(), start=1)}
    for nama, isi, arti in (("styles", gaya, "styles"), ("sharedStrings", teks, "sharedStrings")):
        if isi:
            bagian[f"xl/{nama}.xml"] = isi
            relasi += f'<Relationship Id="{nama}" Type="{RELASI}/{arti}" Target="{nama}.xml"/>'
            jenis += f'<Override PartName="/xl/{nama}.xml" ContentType="{ISI}.{arti}+xml"/>'
    bagian |= {
        "[Content_Types].xml": (
            f'<Types xmlns="{PAKET}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{ISI}.sheet.main+xml"/>{jenis}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PAKET}/relationships"><Relationship Id="r1" Type="{RELASI}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{UTAMA}" xmlns:r="{RELASI}"><sheets>{daftar}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PAKET}/relationships">{relasi}</Relationships>',
    }
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return keluar.getvalue()


def _kotak(alamat: str, isi: object) -> str:
    """One cell: a number, a text, or XML of its own ("<c ...>" without address)."""
    if isinstance(isi, str) and isi.startswith("<c"):
        return isi.replace("<c", f'<c r="{alamat}"', 1)
    if isinstance(isi, int | float):
        return f'<c r="{alamat}"><v>{isi}</v></c>'
    return f'<c r="{alamat}" t="inlineStr"><is><t>{isi}</t></is></c>'


JUDUL = ("indikator", "tahun", "periode", "nilai", "sumber_nilai")


def realisasi_xml(*nilai: object, sebelum: str = "", baris: Mapping[int, str] | None = None) -> str:
    """The sheet realisasi: one row for each value, of IKU in TW2, TW3, TW4; `baris` are attributes of rows."""
    semua = [JUDUL, *(("IKU", 2024, f"TW{i}", satu, "resmi") for i, satu in enumerate(nilai, start=2))]
    tulisan = "".join(
        f'<row r="{nomor}" {(baris or {}).get(nomor, "")}>'
        + "".join(_kotak(f"{chr(65 + i)}{nomor}", isi) for i, isi in enumerate(satu))
        + "</row>"
        for nomor, satu in enumerate(semua, start=1)
    )
    return lembar_xml(tulisan, sebelum)
