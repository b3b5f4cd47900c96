"""What the checks of domain/temuan read: an agency's year and the texts beside it. Reads versi, all sheets of structure
and measurement, temuan, and of jejak what was decided on temuan."""

import json
from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.dasar.hak import Tindakan
from dashboard.domain.dasar.periode import akhir_tahun
from dashboard.domain.kamus.buku_kerja import PEMISAH_DAFTAR
from dashboard.domain.temuan.periksa import Bahan
from data_access.aturan import untuk
from data_access.baris import Baris, Nilai, ambil
from data_access.kinerja import load_kinerja
from data_access.schema import JEJAK
from data_access.skp.janggal import load_ringkasan_skp


def load_bahan(connection: Connection, instansi: str, tahun: int) -> Bahan:
    """Everything the checks of that agency's year need. Raises KeyError for an unknown agency."""
    jabatan = sorted(ambil(connection, "jabatan", instansi), key=_kode)
    dokumen = ambil(connection, "dokumen", instansi)
    return Bahan(
        load_kinerja(connection, instansi, tahun),
        aturan=untuk(akhir_tahun(tahun)),
        alias={_kode(b): _daftar(b["alias"]) for b in ambil(connection, "unit", instansi) if b["alias"]},
        tugas={_kode(b): str(b["tugas"]) for b in jabatan if b["tugas"]},
        fungsi={_kode(b): _daftar(b["fungsi"]) for b in jabatan if b["fungsi"]},
        skp=load_ringkasan_skp(connection, instansi, tahun),
        tahun_dokumen={_kode(b): (_tahun(b["tahun_mulai"]), _tahun(b["tahun_selesai"])) for b in dokumen},
    )


def baris_temuan(connection: Connection, instansi: str) -> tuple[Baris, ...]:
    """The agency's rows of the sheet temuan, by code: findings entered by hand and decisions on found ones."""
    return tuple(sorted(ambil(connection, "temuan", instansi), key=_kode))


def pemutus_temuan(connection: Connection, instansi: str) -> dict[str, tuple[str, datetime]]:
    """Who last decided on each finding and when, from the audit trail, by the finding's code."""
    j = JEJAK.c
    tanya = (
        sa.select(j.kunci, j.pelaku, j.waktu)
        .where(j.instansi == instansi, j.lembar == "temuan", j.tindakan == Tindakan.TANGANI_TEMUAN.value)
        .order_by(j.versi, j.urut)
    )
    return {
        json.loads(kunci)["kode"]: (pelaku, datetime.fromisoformat(waktu))
        for kunci, pelaku, waktu in connection.execute(tanya)
    }


def _kode(baris: Mapping[str, Nilai]) -> str:
    return str(baris["kode"])


def _daftar(isi: Nilai) -> tuple[str, ...]:
    return tuple(bagian.strip() for bagian in str(isi).split(PEMISAH_DAFTAR) if bagian.strip())


def _tahun(isi: Nilai) -> int | None:
    return isi if isinstance(isi, int) else None
