"""Excel files of the export: one sheet a list, Indonesian headings, numbers as numbers, text never a formula."""

from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from dashboard.domain.dasar.periode import nama_periode
from dashboard.domain.dasar.skala import Status
from dashboard.exports.gaya_xlsx import ANGKA, BERURUTAN, JUDUL
from dashboard.formatting import PEMBAGI_NOL
from dashboard.lembar_cetak import LIPAT, SEBARIS, dapat_dilipat, lebar_isi, siap_cetak, tinggi_sebaris
from dashboard.texts import JENIS, KEPASTIAN, STATUS

KATA: dict[str, dict[str, str]] = {
    "jenis": JENIS,
    "status": {satu.value: tampilan.kata for satu, tampilan in STATUS.items()},
    "kepastian": {satu.value: kata for satu, kata in KEPASTIAN.items()},
}
"""What the screens call a code; the JSON keeps the codes."""
TANPA_BARIS = "belum ada data"
SINGKATAN = {"nip": "NIP", "skp": "SKP"}


class _GayaEkspor(NamedTuple):
    """The cell formats of one export."""

    lipat: Any
    sebaris: Any
    angka: Any

    def untuk(self, isi: object, lebar: float) -> Any:
        """The format for this value in a column of this width."""
        if not isinstance(isi, str):
            return self.angka
        return self.lipat if dapat_dilipat(isi, lebar) else self.sebaris


def tulis_xlsx(isi: dict[str, Any], tujuan: Path) -> None:
    """Write the export's lists as sheets beside a sheet of its heading."""
    with xlsxwriter.Workbook(tujuan, BERURUTAN) as buku:
        tebal = buku.add_format(JUDUL | LIPAT)
        gaya = _GayaEkspor(buku.add_format(LIPAT), buku.add_format(SEBARIS), buku.add_format(ANGKA))
        kepala = buku.add_worksheet("tentang")
        siap_cetak(kepala, (18, 70), 0, "tentang")
        for baris, kunci in enumerate(k for k, v in isi.items() if not isinstance(v, list)):
            kepala.write(baris, 0, judul_kolom(kunci), tebal)
            kepala.write_string(baris, 1, _tentang(kunci, isi[kunci]), gaya.lipat)
        for nama, daftar in isi.items():
            if isinstance(daftar, list):
                _lembar(buku.add_worksheet(nama), f"{nama} · {isi.get('instansi', '')}", daftar, tebal, gaya)


def _tentang(kunci: str, nilai: object) -> str:
    """A period is named here; its code is for the other formats."""
    return nama_periode(str(nilai)) if kunci == "periode" else str(nilai)


def _lembar(lembar: Any, kaki: str, daftar: list[dict[str, Any]], tebal: Any, gaya: _GayaEkspor) -> None:
    kolom = list(daftar[0]) if daftar else ["keterangan"]
    lembar.freeze_panes(1, 1)
    judul = [judul_kolom(nama) for nama in kolom]
    lebar = [lebar_isi(satu, _teks(daftar, nama)) for satu, nama in zip(judul, kolom, strict=True)]
    siap_cetak(lembar, lebar, 0, kaki)
    lembar.set_row(0, tinggi_sebaris(judul, lebar))
    for k, nama in enumerate(judul):
        lembar.write(0, k, nama, tebal)
    for b, baris in enumerate(daftar, start=1):
        lembar.set_row(b, tinggi_sebaris((_sel(baris, nama) for nama in kolom), lebar))
        for k, nama in enumerate(kolom):
            if (isi := _sel(baris, nama)) is not None:
                lembar.write(b, k, isi, gaya.untuk(isi, lebar[k]))
    if not daftar:
        lembar.write(1, 0, TANPA_BARIS)


def _teks(daftar: list[dict[str, Any]], nama: str) -> list[str]:
    """What stands in a column, as text."""
    return [str(_sel(baris, nama) or "") for baris in daftar] if daftar else [TANPA_BARIS]


def _sel(baris: dict[str, Any], nama: str) -> Any:
    """The value; an achievement above its target that has no number says why, as on screen."""
    tanpa_angka = nama == "capaian" and baris[nama] is None and baris.get("status") == Status.MELAMPAUI.value
    return PEMBAGI_NOL if tanpa_angka else KATA.get(nama, {}).get(baris[nama], baris[nama])


def judul_kolom(kunci: str) -> str:
    """A heading from a key of the contract: "nilai_skp" becomes "Nilai SKP"."""
    kata = [SINGKATAN.get(k, k) for k in kunci.split("_")]
    return " ".join([kata[0] if kata[0] in SINGKATAN.values() else kata[0].capitalize(), *kata[1:]])
