"""The check of one workbook that is already read: its report, its typed sheets, and the plan of taking it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sqlalchemy.engine import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, wajib_boleh
from dashboard.domain.dasar.indikator import Perilaku
from dashboard.domain.entri.kunci import PeriodeTerkunci
from dashboard.domain.kamus.buku_kerja import kolom
from dashboard.domain.kamus.jejak import teks_isi
from dashboard.services.data.angka_periode.penyajian import PersenBerjumlah, dengan_jawaban, persen_berjumlah
from dashboard.services.data.angka_periode.perilaku_satuan import (
    SatuanTakMenentukan,
    perilaku_terjawab,
    satuan_tak_menentukan,
)
from dashboard.services.data.laporan_impor import LaporanImpor, pratinjau, ringkas_lembar
from dashboard.services.data.skala import SkalaLain, skala_lain
from dashboard.services.data.terlihat import isi_tersembunyi, kalimat_bersyarat, kalimat_tampil, kalimat_tertutup
from data_access.baris import Baris, Nilai, kunci_baris
from data_access.engine import open_for_reading
from data_access.kinerja import nomor_versi
from data_access.kunci.keadaan import keadaan_kunci
from data_access.workbook.berkas.mentah import BukuMentah
from data_access.workbook.periksa.kunci import tolak_gerak, tolak_terkunci
from data_access.workbook.periksa.lembar_baca import Buku
from data_access.workbook.periksa.masalah import DaftarMasalah, Masalah, ringkas
from data_access.workbook.periksa.pangkalan import Pangkalan
from data_access.workbook.periksa.rencana import RencanaLembar, susun_rencana
from data_access.workbook.periksa.semua import periksa
from data_access.workbook.terapkan import coba

MAKS_CATATAN = 20
TANPA_PENYAJIAN: Mapping[str, Baris] = MappingProxyType({})
TANPA_PERILAKU: Mapping[str, Perilaku] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """A checked workbook: the report, the typed sheets, and the plan made at those versions of the agencies.

    `berjumlah`, `skala` and `satuan` are what only the person who handed it in can decide.
    """

    laporan: LaporanImpor
    buku: Buku
    rencana: tuple[RencanaLembar, ...]
    versi: dict[str, int]
    sha256: str
    berjumlah: tuple[PersenBerjumlah, ...] = ()
    skala: tuple[SkalaLain, ...] = ()
    satuan: tuple[SatuanTakMenentukan, ...] = ()


def periksa_mentah(
    engine: Engine,
    mentah: BukuMentah,
    pelaku: Pelaku,
    instansi: str | None = None,
    *,
    izinkan_kosong: bool = False,
    penyajian: Mapping[str, Baris] = TANPA_PENYAJIAN,
    perilaku: Mapping[str, Perilaku] = TANPA_PERILAKU,
) -> Pemeriksaan:
    """Check a workbook that is already read, and plan what taking it would do. Raises TidakBerwenang.

    `penyajian` is what was answered about indicators that do not say how their period figures are meant, `perilaku`
    what about units that do not say whether those add up.
    """
    if mentah.masalah and not mentah.lembar:
        return Pemeriksaan(_tak_terbaca(mentah), {}, (), {}, mentah.sha256)
    with open_for_reading(engine) as connection, connection.begin():
        pangkalan = Pangkalan(connection)
        # The whole check sees one state of the database; a write after it shows as a newer version.
        versi_awal = {kode: nomor_versi(connection, kode) for kode in pangkalan.instansi}
        hasil = periksa(mentah, pangkalan, instansi)
        for kode in hasil.instansi:
            wajib_boleh(pelaku, Tindakan.IMPOR, kode)
            versi_awal.setdefault(kode, nomor_versi(connection, kode))  # one of that code may have been removed
        rencana = susun_rencana(hasil.buku, hasil.instansi, pangkalan) if hasil.instansi else ()
        satuan = satuan_tak_menentukan(hasil.buku, rencana, hasil.instansi, pangkalan)
        terjawab = perilaku_terjawab(satuan, perilaku)
        isian = {kode: {**penyajian.get(kode, {}), **terjawab.get(kode, {})} for kode in {*penyajian, *terjawab}}
        rencana = dengan_jawaban(rencana, isian, hasil.instansi, pangkalan)
        satuan = satuan_tak_menentukan(hasil.buku, rencana, hasil.instansi, pangkalan) if terjawab else satuan
        berjumlah = persen_berjumlah(hasil.buku, rencana, hasil.instansi, pangkalan)
        skala = skala_lain(hasil.buku, rencana, hasil.instansi, pangkalan)
        berkunci = [kode for kode in hasil.instansi if keadaan_kunci(connection, kode).kunci]
        if berkunci:
            tolak_terkunci(hasil.buku, rencana, connection, hasil.masalah)
    if berkunci and not hasil.masalah:
        try:
            coba(engine, pelaku, rencana, hasil.instansi, lambda _: None)
        except PeriodeTerkunci as error:
            tolak_gerak([(hasil.buku, rencana, hasil.masalah)], error)
    if not izinkan_kosong:
        _tolak_pengosongan(rencana, hasil.masalah)
    laporan = LaporanImpor(
        berkas=mentah.berkas,
        instansi=hasil.instansi,
        lembar=tuple(map(ringkas_lembar, rencana)),
        masalah=tuple(hasil.masalah),
        jumlah_masalah=len(hasil.masalah),
        catatan=(
            *hasil.catatan,
            *(satu.kalimat for satu in isi_tersembunyi(hasil.buku)),
            *kalimat_tertutup(hasil.buku),
            *kalimat_tampil(hasil.buku),
            *kalimat_bersyarat(hasil.buku),
            *(satu.kalimat for satu in berjumlah[:MAKS_CATATAN]),
            *(satu.kalimat for satu in satuan[:MAKS_CATATAN]),
        ),
        perubahan=pratinjau(rencana),
    )
    versi = {kode: versi_awal[kode] for kode in hasil.instansi}
    return Pemeriksaan(laporan, hasil.buku, rencana, versi, mentah.sha256, berjumlah, skala, satuan)


def periksa_bersama(engine: Engine, pelaku: Pelaku, semua: Sequence[Pemeriksaan]) -> list[Pemeriksaan]:
    """Workbooks of one transaction: figures of a closed quarter that none of them moves alone are named as well."""
    instansi = sorted({kode for satu in semua for kode in satu.versi})
    with open_for_reading(engine) as connection:
        berkunci = any(keadaan_kunci(connection, kode).kunci for kode in instansi)
    bermasalah = any(satu.laporan.masalah for satu in semua) or baris_dua_berkas(semua)
    if len(semua) == 1 or not berkunci or bermasalah:
        return list(semua)
    try:
        coba(engine, pelaku, [lembar for satu in semua for lembar in satu.rencana], instansi, lambda _: None)
    except PeriodeTerkunci as error:
        masalah = [DaftarMasalah() for _ in semua]
        tolak_gerak([(satu.buku, satu.rencana, daftar) for satu, daftar in zip(semua, masalah, strict=True)], error)
        return [_dengan_masalah(satu, daftar) for satu, daftar in zip(semua, masalah, strict=True)]
    return list(semua)


def _dengan_masalah(satu: Pemeriksaan, masalah: DaftarMasalah) -> Pemeriksaan:
    lembar = tuple(map(ringkas_lembar, satu.rencana))
    laporan = replace(satu.laporan, masalah=tuple(masalah), jumlah_masalah=len(masalah), lembar=lembar)
    return replace(satu, laporan=laporan)


def baris_dua_berkas(hasil: Sequence[Pemeriksaan]) -> list[Masalah]:
    """The same row in two workbooks: which one holds nobody can know."""
    pertama: dict[tuple[str, tuple[Nilai, ...]], str] = {}
    masalah = []
    for satu in hasil if len(hasil) > 1 else ():
        for nama, lembar in satu.buku.items():
            kolom = lembar.lembar.kunci[0]
            for i, baris in lembar.utuh() if lembar.berkunci else ():
                kunci = (nama, kunci_baris(nama, baris))
                lain = pertama.setdefault(kunci, satu.laporan.berkas)
                if lain != satu.laporan.berkas:
                    salah = f"baris yang sama juga ada pada {lain}"
                    sel = lembar.sel(i, kolom)
                    masalah.append(Masalah(nama, sel, str(baris[kolom]), salah, "Hapus dari salah satu berkas."))
    return masalah


def _tak_terbaca(mentah: BukuMentah) -> LaporanImpor:
    return LaporanImpor(mentah.berkas, (), masalah=tuple(mentah.masalah), jumlah_masalah=len(mentah.masalah))


def _tolak_pengosongan(rencana: Sequence[RencanaLembar], masalah: DaftarMasalah) -> None:
    """A blank over a value is not taken unasked (WORKBOOK.md: dikosongkan, to be ticked)."""
    for satu in rencana:
        for sel in satu.kosong:
            milik = kolom(satu.nama, sel.kolom)
            salah = f"kosong dan akan menghapus {milik.label} yang tersimpan, {ringkas(teks_isi(milik, sel.lama))}"
            masalah.tambah(satu.nama, sel.sel, "", salah, "Isi nilainya, atau izinkan pengosongan (--izinkan-kosong).")
