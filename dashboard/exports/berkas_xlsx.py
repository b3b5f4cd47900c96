"""Excel files of the export: one sheet a list, Indonesian headings, numbers as numbers, text never a formula."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from dashboard.domain.dasar.skala import Status
from dashboard.exports.gaya_xlsx import BERURUTAN, JUDUL, LIPAT, SEBARIS
from dashboard.formatting import PEMBAGI_NOL
from dashboard.lembar_cetak import dapat_dilipat, lebar_isi, siap_cetak, tinggi_sebaris

SINGKATAN = {"nip": "NIP", "skp": "SKP"}


def tulis_xlsx(isi: dict[str, Any], tujuan: Path) -> None:
    """Write the export's lists as sheets beside a sheet of its heading."""
    with xlsxwriter.Workbook(tujuan, BERURUTAN) as buku:
        tebal = buku.add_format(JUDUL | LIPAT)
        gaya = {True: buku.add_format(LIPAT), False: buku.add_format(SEBARIS)}
        kepala = buku.add_worksheet("tentang")
        siap_cetak(kepala, (18, 70), 0, "tentang")
        for baris, kunci in enumerate(k for k, v in isi.items() if not isinstance(v, list)):
            kepala.write(baris, 0, judul_kolom(kunci), tebal)
            kepala.write(baris, 1, isi[kunci])
        for nama, daftar in isi.items():
            if isinstance(daftar, list):
                _lembar(buku.add_worksheet(nama), f"{nama} · {isi.get('instansi', '')}", daftar, tebal, gaya)


def _lembar(lembar: Any, kaki: str, daftar: list[dict[str, Any]], tebal: Any, gaya: Mapping[bool, Any]) -> None:
    kolom = list(daftar[0]) if daftar else ["keterangan"]
    lembar.freeze_panes(1, 1)
    teks = {nama: (str(_sel(baris, nama) or "") for baris in daftar) for nama in kolom}
    judul = [judul_kolom(nama) for nama in kolom]
    lebar = [lebar_isi(satu, teks[nama]) for satu, nama in zip(judul, kolom, strict=True)]
    siap_cetak(lembar, lebar, 0, kaki)
    lembar.set_row(0, tinggi_sebaris(judul, lebar))
    for k, nama in enumerate(judul):
        lembar.write(0, k, nama, tebal)
    for b, baris in enumerate(daftar, start=1):
        lembar.set_row(b, tinggi_sebaris((_sel(baris, nama) for nama in kolom), lebar))
        for k, nama in enumerate(kolom):
            if (isi := _sel(baris, nama)) is not None:
                lembar.write(b, k, isi, gaya[dapat_dilipat(isi, lebar[k])])
    if not daftar:
        lembar.write(1, 0, "belum ada data")


def _sel(baris: dict[str, Any], nama: str) -> Any:
    """The value; an achievement above its target that has no number says why, as on screen."""
    tanpa_angka = nama == "capaian" and baris[nama] is None and baris.get("status") == Status.MELAMPAUI.value
    return PEMBAGI_NOL if tanpa_angka else baris[nama]


def judul_kolom(kunci: str) -> str:
    """A heading from a key of the contract: "nilai_skp" becomes "Nilai SKP"."""
    kata = [SINGKATAN.get(k, k) for k in kunci.split("_")]
    return " ".join([kata[0] if kata[0] in SINGKATAN.values() else kata[0].capitalize(), *kata[1:]])
