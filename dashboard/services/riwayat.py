"""Who changed which number, when, from what to what, by which import or entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh, wajib_boleh
from dashboard.domain.kamus.buku_kerja import LEMBAR
from dashboard.domain.kamus.jejak import KATA_AKSI, Beda, beda, sebut_kunci
from data_access.engine import open_for_reading
from data_access.kinerja import nomor_versi
from data_access.pemetaan import nama_menurut_kode
from data_access.riwayat import (
    BarisHapus,
    BarisJejak,
    SaringJejak,
    cari_jejak,
    daftar_pelaku,
    daftar_penghapusan,
    hitung_jejak,
    jumlah_penghapusan,
)

MAKS_EKSPOR = 50_000
LEMBAR_PEGAWAI = frozenset({"pegawai", "skp", "perilaku"})
ZONA = ZoneInfo("Asia/Jakarta")
LEWAT: dict[str, str] = {
    "impor": "buku kerja",
    "isi_realisasi": "isian pada halaman Bidang & IKI",
    "setujui": "persetujuan",
    "ubah_target": "perubahan target",
    "atur": "pengaturan",
}


@dataclass(frozen=True, slots=True)
class SaringanRiwayat:
    """What history is asked for; empty parts do not narrow. `sejak` and `sampai` are days in Jakarta, both included."""

    lembar: str = ""
    kode: str = ""
    tahun: int | None = None
    periode: str = ""
    pelaku: str = ""
    sejak: date | None = None
    sampai: date | None = None


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One changed row in words: `isi` holds (column, old, new); `lewat` says by which workbook or entry."""

    waktu: datetime
    pelaku: str
    aksi: str
    lembar: str
    kunci: str
    nama: str
    lewat: str
    isi: tuple[Beda, ...]


@dataclass(frozen=True, slots=True)
class Riwayat:
    """A page of the history and how many rows there are in all, counted up to data_access.riwayat.MAKS_HITUNG."""

    perubahan: tuple[Perubahan, ...]
    jumlah: int


@dataclass(frozen=True, slots=True)
class NomorRiwayat:
    """Two counters: the writes of one agency, and the removals of any."""

    perubahan: int
    penghapusan: int


def riwayat(
    engine: Engine, pelaku: Pelaku, instansi: str, tanya: SaringanRiwayat, batas: int, lewati: int = 0
) -> Riwayat:
    """The changes that answer, newest first. Raises TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.LIHAT, instansi)
    saring = _saring(tanya, lembar_terlihat(pelaku, instansi))
    with open_for_reading(engine) as connection, connection.begin():
        nama = nama_menurut_kode(connection, instansi)
        jejak = cari_jejak(connection, instansi, saring, min(batas, MAKS_EKSPOR), lewati)
        jumlah = hitung_jejak(connection, instansi, saring)
    return Riwayat(tuple(_perubahan(satu, nama) for satu in jejak), jumlah)


def nomor_perubahan(engine: Engine, instansi: str) -> int:
    """Rises with every write, also with one that brings the content back to what it was (an undoing)."""
    with engine.connect() as connection:
        return nomor_versi(connection, instansi)


def nomor_riwayat(engine: Engine, instansi: str) -> NomorRiwayat:
    """What all that the page shows rests on, read at once; the same numbers mean the same history."""
    with open_for_reading(engine) as connection:
        return NomorRiwayat(nomor_versi(connection, instansi), jumlah_penghapusan(connection))


def pelaku_tercatat(engine: Engine, pelaku: Pelaku, instansi: str) -> tuple[str, ...]:
    """Everyone who ever changed something. Raises TidakBerwenang."""
    wajib_boleh(pelaku, Tindakan.LIHAT, instansi)
    with open_for_reading(engine) as connection:
        return daftar_pelaku(connection, instansi)


def instansi_dihapus(engine: Engine, pelaku: Pelaku) -> tuple[BarisHapus, ...]:
    """The removed agencies that person might have removed, newest first: one bound to an agency sees its own code."""
    with open_for_reading(engine) as connection:
        semua = daftar_penghapusan(connection)
    return tuple(satu for satu in semua if boleh(pelaku, Tindakan.HAPUS_INSTANSI, satu.instansi))


def lembar_terlihat(pelaku: Pelaku, instansi: str) -> tuple[str, ...]:
    """The sheets whose history that person may read: those of persons only with the right to see persons."""
    boleh_pegawai = boleh(pelaku, Tindakan.LIHAT_PEGAWAI, instansi)
    return tuple(satu.nama for satu in LEMBAR if boleh_pegawai or satu.nama not in LEMBAR_PEGAWAI)


def _saring(tanya: SaringanRiwayat, terlihat: tuple[str, ...]) -> SaringJejak:
    kunci: list[tuple[str, str | int]] = []
    if tanya.tahun is not None:
        kunci.append(("tahun", tanya.tahun))
    if tanya.periode:
        kunci.append(("periode", tanya.periode))
    return SaringJejak(
        lembar=tuple(satu for satu in terlihat if satu == tanya.lembar) if tanya.lembar else terlihat,
        kunci=tuple(kunci),
        memuat=tanya.kode.strip(),
        pelaku=tanya.pelaku,
        sejak=_utc(tanya.sejak) if tanya.sejak else "",
        sampai=_utc(tanya.sampai + timedelta(days=1)) if tanya.sampai else "",
    )


def _utc(hari: date) -> str:
    """The beginning of that day in Jakarta, as the trail writes moments."""
    return datetime.combine(hari, time(), ZONA).astimezone(UTC).isoformat(timespec="seconds")


def _perubahan(satu: BarisJejak, nama: Mapping[str, str]) -> Perubahan:
    kode = next((str(isi) for isi in satu.kunci.values()), "")
    lewat = f"buku kerja {satu.berkas}" if satu.berkas else LEWAT.get(satu.tindakan, satu.tindakan)
    if satu.koreksi:
        lewat = f"{lewat}; koreksi periode terkunci: {satu.koreksi}"
    return Perubahan(
        waktu=datetime.fromisoformat(satu.waktu),
        pelaku=satu.pelaku,
        aksi=satu.aksi,
        lembar=satu.lembar,
        kunci=sebut_kunci(satu.lembar, satu.kunci),
        nama=nama.get(kode, ""),
        lewat=lewat,
        isi=beda(satu.lembar, satu.lama, satu.baru),
    )


def baris_ekspor(perubahan: Sequence[Perubahan]) -> list[tuple[datetime, str, str, str, str, str, str, str, str, str]]:
    """One line a changed column: when, who, what was done, sheet, key, name, column, old, new, by what."""
    return [
        (
            satu.waktu.astimezone(ZONA),
            satu.pelaku,
            KATA_AKSI[satu.aksi],
            satu.lembar,
            satu.kunci,
            satu.nama,
            *kolom,
            satu.lewat,
        )
        for satu in perubahan
        for kolom in satu.isi or (("", "", ""),)
    ]
