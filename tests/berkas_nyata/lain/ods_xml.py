"""An .ods made part by part, as this or that application writes it."""

import io
import zipfile

RUANG = "urn:oasis:names:tc:opendocument:xmlns:"
AWALAN = " ".join(f'xmlns:{nama}="{RUANG}{nama}:1.0"' for nama in ("office", "style", "text", "table"))
CALCEXT = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
MIME = "application/vnd.oasis.opendocument.spreadsheet"
JUDUL = ("indikator", "tahun", "periode", "nilai", "sumber_nilai")


def sel(isi: object, sifat: str = "") -> str:
    """A text or a number; XML of its own ("<table:...") stays as it is."""
    if isinstance(isi, int | float):
        return f'<table:table-cell {sifat} office:value-type="float" office:value="{isi}"/>'
    teks = str(isi)
    if teks.startswith("<table:"):
        return teks
    return f'<table:table-cell {sifat} office:value-type="string"><text:p>{teks}</text:p></table:table-cell>'


def baris(*isi: object, sifat: str = "") -> str:
    return f"<table:table-row {sifat}>{''.join(map(sel, isi))}</table:table-row>"


def realisasi(*nilai: object) -> str:
    """The rows of the sheet realisasi: one for each value, of IKU in TW2, TW3, TW4."""
    return baris(*JUDUL) + "".join(baris("IKU", 2024, f"TW{i}", satu, "resmi") for i, satu in enumerate(nilai, start=2))


def buku_ods(isi: str, *, nama: str = "realisasi", gaya: str = "", sebelum: str = "", lain: str = "") -> bytes:
    """A workbook with that sheet; `gaya` are styles, `sebelum` stands before it, `lain` is more of the manifest."""
    tabel = f'<table:table table:name="{nama}">{isi}</table:table>'
    return paket(
        f"<office:document-content {AWALAN} {CALCEXT}><office:automatic-styles>{gaya}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{sebelum}{tabel}</office:spreadsheet></office:body></office:document-content>",
        lain,
    )


def paket(isi: str, lain: str = "") -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        arsip.writestr("content.xml", isi)
        arsip.writestr("META-INF/manifest.xml", f"<manifest>{lain}</manifest>")
    return keluar.getvalue()
