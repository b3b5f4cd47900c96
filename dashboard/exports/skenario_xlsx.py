"""A scenario as an Excel file: what was changed, what follows, what was held; SIMULASI on every sheet."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from dashboard.charts.simulasi import BAGIAN, TANDA_SIMULASI, kalimat_arah, kalimat_jepitan, selisih_simpul
from dashboard.domain.dasar.penjelasan import bulat2
from dashboard.domain.skenario.dasar import DasarSkenario
from dashboard.domain.skenario.hitungan import HasilSkenario
from dashboard.exports.gaya_xlsx import DI_MEMORI, JUDUL
from dashboard.formatting import PEMBAGI_NOL
from dashboard.lembar_cetak import LIPAT, siap_cetak, tinggi_sebaris
from dashboard.texts import KEPASTIAN, STATUS

RUANG_TANDA_INCI = 1.0
PERINGATAN = "SIMULASI: bukan data resmi. Hasil hitungan resmi atas masukan yang diandaikan."
Columns = tuple[tuple[str, float], ...]
KOLOM_TENTANG: Columns = (("Keterangan", 22), ("Isi", 90))
KOLOM_UBAHAN: Columns = (("Kode", 24), ("Masukan", 60), ("Bagian", 18), ("Semula", 14), ("Dalam skenario", 14))
KOLOM_HASIL: Columns = (
    ("Kode", 24),
    ("Indikator", 44),
    ("Satuan", 12),
    ("Nilai semula", 11),
    ("Nilai skenario", 11),
    ("Capaian semula (%)", 11),
    ("Capaian skenario (%)", 11),
    ("Status semula", 16),
    ("Status skenario", 16),
    ("Predikat semula", 14),
    ("Predikat skenario", 14),
    ("Kepastian", 20),
)
TANPA_CATATAN = "Tidak ada catatan: semua yang bergerak terhitung, dan tidak ada nilai yang dijepit pada batasnya."
KOLOM_CATATAN: Columns = (("Catatan", 110),)
Sel = str | Decimal | None


def skenario_xlsx(dasar: DasarSkenario, hasil: HasilSkenario, nama: str, tentang: Mapping[str, str]) -> bytes:
    """The file's content. Numbers are numbers, half-up to two decimals; text is never a formula."""
    isi = BytesIO()
    with xlsxwriter.Workbook(isi, DI_MEMORI) as buku:
        format_ = {
            "tebal": buku.add_format(JUDUL | {"text_wrap": True}),
            "isi": buku.add_format(LIPAT),
            "tanda": buku.add_format({"bold": True, "font_color": "#B62A20", "font_size": 13}),
        }
        _lembar(buku, "tentang", KOLOM_TENTANG, [("Skenario", nama), *tentang.items()], format_)
        _lembar(buku, "masukan", KOLOM_UBAHAN, _ubahan(dasar, hasil), format_)
        _lembar(buku, "hasil", KOLOM_HASIL, _hasil(hasil), format_)
        _lembar(buku, "catatan", KOLOM_CATATAN, [(kalimat,) for kalimat in _catatan(dasar, hasil)], format_)
    return isi.getvalue()


def _lembar(buku: Any, nama: str, kolom: Columns, baris: Sequence[Sequence[Sel]], format_: Mapping[str, Any]) -> None:
    lembar = buku.add_worksheet(nama)
    lebar = [satu for _, satu in kolom]
    siap_cetak(lembar, lebar, 1, f"{TANDA_SIMULASI} · {nama}")
    lembar.set_margins(top=RUANG_TANDA_INCI)
    lembar.set_header(f"&C&24{TANDA_SIMULASI}")
    lembar.write_string(0, 0, PERINGATAN, format_["tanda"])
    lembar.freeze_panes(2, 0)
    lembar.set_row(1, tinggi_sebaris((judul for judul, _ in kolom), lebar))
    for k, (judul, _) in enumerate(kolom):
        lembar.write_string(1, k, judul, format_["tebal"])
    for b, satu in enumerate(baris, start=2):
        lembar.set_row(b, tinggi_sebaris(satu, lebar))
        for k, nilai in enumerate(satu):
            if isinstance(nilai, Decimal):
                lembar.write_number(b, k, float(bulat2(nilai)), format_["isi"])
            elif nilai is not None:
                lembar.write_string(b, k, nilai, format_["isi"])


def _ubahan(dasar: DasarSkenario, hasil: HasilSkenario) -> list[tuple[Sel, ...]]:
    def nama(kode: str) -> str:
        return dasar.variabel[kode].nama if kode in dasar.variabel else dasar.graph.indikator[kode].nama

    return [
        (k.kode, nama(k.kode), BAGIAN[k.bagian] or "nilai s.d. periode", dasar.nilai_kunci(k), nilai)
        for k, nilai in sorted(hasil.ubahan.items())
    ]


def _hasil(hasil: HasilSkenario) -> list[tuple[Sel, ...]]:
    return [
        (
            n.kode,
            n.lama.indikator.nama,
            n.lama.indikator.satuan,
            n.lama.nilai,
            n.baru.nilai,
            PEMBAGI_NOL if n.lama.tak_hingga else n.lama.persen,
            PEMBAGI_NOL if n.baru.tak_hingga else n.baru.persen,
            STATUS[n.lama.status].kata,
            STATUS[n.baru.status].kata,
            n.lama.predikat,
            n.baru.predikat,
            "masukan skenario" if n.masukan else KEPASTIAN[n.kepastian],
        )
        for n in hasil.simpul.values()
    ]


def _catatan(dasar: DasarSkenario, hasil: HasilSkenario) -> list[str]:
    jepitan = [f"Dijepit pada batasnya. {kalimat_jepitan(j)}" for j in hasil.jepitan]
    selisih = [
        f"{n.kode}: selisih laporan dan hitungan {selisih_simpul(n)} dipertahankan."
        for n in hasil.simpul.values()
        if n.selisih is not None
    ]
    arah = [kalimat_arah(a, dasar.graph.indikator[a.kode].nama) for a in hasil.arah]
    return [*jepitan, *selisih, *arah] or [TANPA_CATATAN]
