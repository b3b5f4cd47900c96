"""Handing in a file as evidence, and getting it back."""

from collections.abc import Mapping
from functools import partial

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, TidakBerwenang, Tindakan, kalimat_ditolak
from dashboard.domain.entri.bukti import BerkasBukti, file_hash, periksa_berkas
from dashboard.domain.entri.draf import Draf, KunciNilai
from dashboard.services.entri.alur import unit_pengisi
from dashboard.services.entri.bidang import Bidang
from dashboard.services.jangkauan import kode_terjangkau
from data_access.engine import open_for_reading
from data_access.files.bukti import BuktiRusak, baca_isi, catat_berkas, daftar_berkas, simpan_isi
from data_access.isian.entri import KunciEntri, baca_entri
from data_access.kinerja import load_kinerja, load_struktur
from data_access.kunci.keadaan import sekarang
from data_access.uow import UnitOfWork

__all__ = ["BuktiRusak", "berkas_bukti", "nama_bukti", "serahkan_bukti"]


def serahkan_bukti(
    engine: Engine, pelaku: Pelaku, instansi: str, indikator: str, tahun: int, *, nama: str, isi: bytes
) -> BerkasBukti:
    """Keep a file for an entry; the entry names it by `acuan`. Raises BuktiDitolak and TidakBerwenang."""
    berkas = periksa_berkas(nama, isi, sekarang(), pelaku.nama)
    with open_for_reading(engine) as connection, connection.begin():
        unit = unit_pengisi(load_kinerja(connection, instansi, tahun), pelaku, indikator)
    with UnitOfWork(engine, pelaku, instansi, Tindakan.ISI_REALISASI, unit) as uow:
        simpan_isi(engine, berkas, isi)
        catat_berkas(uow.connection, instansi, berkas)
        uow.commit()
    return berkas


def berkas_bukti(engine: Engine, pelaku: Pelaku, instansi: str, kunci: KunciEntri) -> tuple[BerkasBukti, bytes] | None:
    """The file the stored entry names, with its content; None when it names none or it is gone.

    Whoever may read the entry may read its evidence. Raises TidakBerwenang and BuktiRusak.
    """
    kode, tahun, _ = kunci
    with open_for_reading(engine) as connection, connection.begin():
        terjangkau = kode_terjangkau(connection, pelaku, instansi, partial(load_struktur, connection, instansi))
        if terjangkau is not None and kode not in terjangkau:
            raise TidakBerwenang(kalimat_ditolak(pelaku, Tindakan.LIHAT_ISIAN, instansi))
        entri = baca_entri(connection, instansi, [tahun], [kode]).get(kunci)
        sidik = file_hash(entri.bukti if entri else None)
        berkas = daftar_berkas(connection, instansi).get(sidik) if sidik else None
    try:
        return (berkas, baca_isi(engine, berkas)) if berkas is not None else None
    except FileNotFoundError:
        return None


def nama_bukti(engine: Engine, b: Bidang, draf: Mapping[KunciNilai, Draf]) -> dict[str, str]:
    """The names of the files that entries and drafts of a unit hold as evidence, by what stands in their column."""
    disebut = {satu.bukti for satu in b.entri.values()} | {satu.isian.bukti for satu in draf.values()}
    if not any(map(file_hash, disebut)):
        return {}
    with open_for_reading(engine) as connection:
        semua = daftar_berkas(connection, b.k.data.instansi.kode).values()
    return {satu.acuan: satu.nama for satu in semua if satu.acuan in disebut}
