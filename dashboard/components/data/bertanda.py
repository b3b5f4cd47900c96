"""The person's own .xlsx to take back home, with every problem marked at its cell; of other files the list."""

from functools import partial
from pathlib import PurePath

from sqlalchemy import Engine

from dashboard import caching
from dashboard.components.umum.unduh import Unduhan, tombol_unduh
from dashboard.domain.dasar.hak import Pelaku, Tindakan
from dashboard.services.data.serahan import Serahan, nama_aman
from dashboard.services.data.tanda import daftar_masalah, dapat_ditandai, tandai_serahan
from dashboard.session import Filter


def unduh_bertanda(f: Filter, serahan: Serahan) -> None:
    """One button a workbook that can be marked, one for all others; the file is made when it is asked for."""
    engine = caching.shared_engine()
    buku = [satu for satu in serahan.berkas if not satu.nama.lower().endswith(".csv")]
    for urutan, satu in enumerate(buku):
        nama = nama_aman(satu.nama)
        if dapat_ditandai(satu):
            unduhan = Unduhan(
                f"{PurePath(nama).stem}-bertanda.xlsx",
                partial(_bertanda, engine, instansi=f.instansi, serahan=serahan, urutan=urutan),
                hak=Tindakan.IMPOR,
            )
            tombol_unduh(
                f"Unduh {nama} dengan masalah ditandai",
                unduhan,
                f"unduh-bertanda-{urutan}",
                bantuan="Berkas Anda sendiri: sel yang salah berwarna dan bercatatan, daftarnya pada lembar pertama.",
            )
    if any(not dapat_ditandai(satu) for satu in serahan.berkas):
        isi = partial(_daftar, engine, instansi=f.instansi, serahan=serahan)
        tombol_unduh(
            "Unduh daftar masalah",
            Unduhan("daftar-masalah.xlsx", isi, hak=Tindakan.IMPOR),
            "unduh-daftar-masalah",
            bantuan="Setiap masalah dengan sel dan perbaikannya. Hanya .xlsx yang dapat ditandai di selnya.",
        )


def _daftar(engine: Engine, pelaku: Pelaku, *, instansi: str, serahan: Serahan) -> bytes:
    from dashboard.exports.tanda_xlsx import tulis_tanda

    return tulis_tanda(b"", daftar_masalah(engine, pelaku, instansi, serahan))


def _bertanda(engine: Engine, pelaku: Pelaku, *, instansi: str, serahan: Serahan, urutan: int) -> bytes:
    from dashboard.exports.tanda_xlsx import tulis_tanda  # openpyxl, which nothing else on a page needs

    buku = tandai_serahan(engine, pelaku, instansi, serahan, urutan)
    return tulis_tanda(buku.isi, buku.tanda)
