"""Saving, finding, comparing and deleting scenarios. Nothing here writes official data."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh, wajib_boleh
from dashboard.domain.dasar.teks import satu_baris
from dashboard.domain.skenario.dasar import Ubahan
from dashboard.domain.skenario.hitungan import HasilSkenario
from dashboard.services.simulasi import Simulasi
from data_access import skenario as simpanan
from data_access.skenario import Skenario

PANJANG_NAMA = 80
MAKS_BANDING = 3


class SkenarioDitolak(ValueError):
    """Raised with an Indonesian sentence that can be shown as it is."""


@dataclass(frozen=True, slots=True)
class Pembanding:
    """A scenario with what it gives now, on the data of today."""

    skenario: Skenario
    hasil: HasilSkenario


def simpan_skenario(
    engine: Engine, pelaku: Pelaku, s: Simulasi, nama: str, sasaran: Sequence[str], ubahan: Ubahan
) -> Skenario:
    """Save a scenario under a new code. Raises TidakBerwenang and SkenarioDitolak."""
    instansi = s.kinerja.data.instansi.kode
    wajib_boleh(pelaku, Tindakan.SKENARIO, instansi)
    nama = satu_baris(nama)
    if not nama:
        raise SkenarioDitolak("Beri skenario ini nama, misalnya “Tambah 100 ASN bersertifikat”.")
    if len(nama) > PANJANG_NAMA:
        raise SkenarioDitolak(f"Nama paling panjang {PANJANG_NAMA} huruf.")
    if not sasaran or not s.dasar.graph.indikator.keys() >= set(sasaran):
        raise SkenarioDitolak("Pilih dahulu indikator yang ingin dicapai.")
    if not ubahan or s.sahkan(ubahan) != dict(ubahan):
        raise SkenarioDitolak("Belum ada masukan yang diubah.")
    baru = Skenario(
        instansi=instansi,
        kode=secrets.token_hex(4),
        nama=nama,
        pelaku=pelaku.nama,
        waktu=datetime.now(UTC).replace(microsecond=0),
        tahun=s.kinerja.sd.tahun,
        triwulan=s.kinerja.sd.triwulan,
        awal=s.awal,
        sasaran=tuple(sasaran),
        versi_data=s.kinerja.data.versi_data,
        ubahan=dict(ubahan),
    )
    simpanan.simpan(engine, baru)
    return baru


def daftar_skenario(engine: Engine, pelaku: Pelaku, instansi: str) -> tuple[Skenario, ...]:
    """The agency's scenarios, newest first. Raises TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.LIHAT, instansi)
    with engine.connect() as connection:
        return simpanan.daftar(connection, instansi)


def hapus_skenario(engine: Engine, pelaku: Pelaku, instansi: str, kode: str) -> bool:
    """Delete a scenario; whether there was one. Raises TidakBerwenang."""
    with engine.connect() as connection:
        milik = simpanan.pemilik(connection, instansi, kode)
    wajib_boleh(pelaku, Tindakan.HAPUS_SKENARIO, instansi, milik=milik)
    return simpanan.hapus(engine, instansi, kode)


def dapat_dihapus(pelaku: Pelaku, skenario: Skenario) -> bool:
    """Whether that person may delete it: one's own, or by the matrix anybody's."""
    return boleh(pelaku, Tindakan.HAPUS_SKENARIO, skenario.instansi, milik=skenario.pelaku)


def usang(skenario: Skenario, s: Simulasi) -> bool:
    """Whether the data changed since the scenario was saved."""
    return skenario.versi_data != s.kinerja.data.versi_data


def sebanding(skenario: Skenario, s: Simulasi) -> bool:
    """Whether it starts from the same position, so that it can stand beside what is on screen."""
    return (skenario.sd, skenario.awal) == (s.kinerja.sd, s.awal)


def bandingkan(s: Simulasi, pilihan: Sequence[Skenario]) -> tuple[Pembanding, ...]:
    """Two or three scenarios computed on the data of today."""
    return tuple(Pembanding(satu, s.hitung(s.sahkan(satu.ubahan))) for satu in pilihan[:MAKS_BANDING])
