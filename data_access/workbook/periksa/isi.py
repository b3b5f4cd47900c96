"""Raw rows to typed rows: ownership, units, cells; every unreadable cell is a problem with its address."""

from collections.abc import Mapping

from dashboard.domain.dasar.cara_tulis import CaraTulis
from dashboard.domain.kamus.buku_kerja import BERNILAI, Jenis, Kolom
from data_access.baris import Baris, Nilai
from data_access.workbook.periksa.cara_kolom import Pembacaan
from data_access.workbook.periksa.lembar_baca import KOLOM_INSTANSI, Buku, LembarBaca
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.pangkalan import Pangkalan, alias_unit
from data_access.workbook.periksa.pemilik import Kepemilikan, pemilik_baris_ke
from data_access.workbook.periksa.satuan_berkas import periksa_satuan
from data_access.workbook.periksa.usulan import Acuan, isi_tambahan

SatuanIndikator = Mapping[tuple[str, str], str | None]
BENTUK_ACUAN_UNIT = ("unit",)


def isi_buku(
    buku: Buku,
    milik: Kepemilikan,
    pangkalan: Pangkalan,
    masalah: DaftarMasalah,
    catatan: list[str],
    cara: Mapping[tuple[str, str], CaraTulis],
) -> None:
    """Type every sheet, in the order of the dictionary, so that units are known before their numbers are read.

    `cara` is what was said about how columns are written; what is concluded about one is noted.
    """
    satuan: dict[tuple[str, str], str | None] = {
        (instansi, kode): nilai for instansi in milik.dikenal for kode, nilai in pangkalan.satuan(instansi).items()
    }
    acuan = Acuan(buku, pangkalan, milik.bawaan)
    for nama, lembar in buku.items():
        _isi_lembar(lembar, milik, satuan, Pembacaan(masalah, catatan, cara, acuan))
        if nama in BERNILAI and "satuan" in lembar.posisi:
            kunci = zip(lembar.isi[KOLOM_INSTANSI], lembar.isi["kode"], lembar.isi["satuan"], strict=True)
            satuan |= {(str(instansi), str(kode)): _teks(nilai) for instansi, kode, nilai in kunci}
    for instansi in milik.dikenal:
        _samakan_unit(buku, instansi, pangkalan)
    for lembar in buku.values():
        lembar.susun_baris()


def _isi_lembar(lembar: LembarBaca, milik: Kepemilikan, satuan: SatuanIndikator, pembacaan: Pembacaan) -> None:
    jumlah = len(lembar.mentah.baris)
    pemilik = _pemilik(lembar, milik, pembacaan.masalah)
    kolom_jadi: dict[str, list[Nilai]] = {KOLOM_INSTANSI: list(pemilik)}
    for kolom in sorted(lembar.lembar.kolom, key=lambda satu: satu.jenis is Jenis.BILANGAN):
        if kolom.nama in lembar.posisi:
            ukuran = _satuan_kolom(kolom, kolom_jadi, satuan, jumlah)
            kolom_jadi[kolom.nama] = pembacaan.baca(lembar, kolom, ukuran)
            if kolom.satuan_dari == "indikator":
                periksa_satuan(lembar, kolom.nama, ukuran, pembacaan.masalah)
    for nama in lembar.lembar.kunci:
        bawaan = lembar.lembar.kolom_bernama(nama).bawaan
        if bawaan is not None:
            isi = kolom_jadi.get(nama, [None] * jumlah)
            kolom_jadi[nama] = [bawaan if nilai is None else nilai for nilai in isi]
    for nama in (KOLOM_INSTANSI, *lembar.lembar.nama_kolom):
        lembar.isi[nama] = kolom_jadi.get(nama) or [None] * jumlah
    isi_tambahan(lembar, pembacaan.masalah)
    lembar.ditolak |= {i for i, kode in enumerate(pemilik) if kode is None}


def _pemilik(lembar: LembarBaca, milik: Kepemilikan, masalah: DaftarMasalah) -> list[str | None]:
    """The owner of each row; the sheet instansi names its own."""
    jumlah = len(lembar.mentah.baris)
    if lembar.nama == "instansi":
        return [milik.bawaan or ""] * jumlah
    if KOLOM_INSTANSI not in lembar.posisi:
        return [milik.bawaan] * jumlah
    return [pemilik_baris_ke(lembar, i, milik, masalah) for i in range(jumlah)]


def _satuan_kolom(
    kolom: Kolom, kolom_jadi: Mapping[str, list[Nilai]], satuan: SatuanIndikator, jumlah: int
) -> list[str | None]:
    """The unit of each cell of a column: fixed, from a column beside it, or from the indicator it names."""
    sumber = kolom_jadi.get(kolom.satuan_dari or "")
    if sumber is None:
        return [kolom.satuan] * jumlah
    if kolom.satuan_dari != "indikator":
        kata = {nilai: _teks(nilai) for nilai in set(sumber)}
        return [kata[nilai] for nilai in sumber]
    pemilik = kolom_jadi[KOLOM_INSTANSI]
    return [satuan.get((str(milik), str(kode))) for milik, kode in zip(pemilik, sumber, strict=True)]


def _samakan_unit(buku: Buku, instansi: str, pangkalan: Pangkalan) -> None:
    """Another spelling of a unit (its alias) becomes the unit's code wherever a unit is named."""
    unit = buku["unit"].isi if "unit" in buku else {}
    dalam_buku = zip(*(unit.get(nama, ()) for nama in (KOLOM_INSTANSI, "kode", "alias")), strict=True)
    milik: list[Baris] = [{"kode": kode, "alias": alias} for pemilik, kode, alias in dalam_buku if pemilik == instansi]
    ejaan = pangkalan.alias_unit(instansi) | alias_unit(milik)
    kode = pangkalan.kode(instansi, "unit") | {str(baris["kode"]) for baris in milik}
    if not ejaan:
        return
    for lembar in buku.values():
        for kolom in lembar.lembar.kolom:
            if kolom.acuan == BENTUK_ACUAN_UNIT and kolom.nama in lembar.posisi:
                isi = lembar.isi[kolom.nama]
                for i, (pemilik, nilai) in enumerate(zip(lembar.isi[KOLOM_INSTANSI], isi, strict=True)):
                    if pemilik == instansi and nilai is not None and nilai not in kode:
                        isi[i] = ejaan.get(str(nilai).casefold(), nilai)


def _teks(nilai: Nilai) -> str | None:
    return None if nilai is None else str(nilai)
