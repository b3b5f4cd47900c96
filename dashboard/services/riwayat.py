"""Who changed which number, when, from what to what, by which import or entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Engine

from dashboard.domain.dasar.hak import Pelaku, Tindakan, boleh
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.entri.kunci import KeadaanKunci
from dashboard.domain.entri.peristiwa_kunci import AKIBAT_KUNCI, PeristiwaKunci, mulai_ambil, peristiwa_kunci, sisipkan
from dashboard.domain.kamus.buku_kerja import LEMBAR
from dashboard.domain.kamus.jejak import KATA_AKSI, Beda, beda, kalimat_beda, sebut_kunci
from dashboard.services.jam import ZONA
from dashboard.services.jangkauan import jejak_terjangkau
from data_access.engine import open_for_reading
from data_access.jejak_milik import JejakMilik
from data_access.kinerja import nomor_versi
from data_access.kunci.keadaan import keadaan_kunci
from data_access.pemetaan import nama_menurut_kode
from data_access.riwayat import (
    MAKS_HITUNG,
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
KUNCI = "kunci"
"""Asks for closed quarters and their corrections, which are no sheet of the workbook."""
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

    @property
    def kata(self) -> str:
        return KATA_AKSI.get(self.aksi, self.aksi)


@dataclass(frozen=True, slots=True)
class Riwayat:
    """A page of the history and how many rows there are in all, counted up to data_access.riwayat.MAKS_HITUNG."""

    perubahan: tuple[Perubahan, ...]
    jumlah: int


@dataclass(frozen=True, slots=True)
class NomorRiwayat:
    """The writes of one agency and the removals of any as counters, and what is closed."""

    perubahan: int
    kunci: KeadaanKunci
    penghapusan: int


def riwayat(
    engine: Engine, pelaku: Pelaku, instansi: str, tanya: SaringanRiwayat, batas: int, lewati: int = 0
) -> Riwayat:
    """The changes that answer, newest first, closings and corrections among them. Raises TidakBerwenang."""
    batas = min(batas, MAKS_EKSPOR)
    with open_for_reading(engine) as connection, connection.begin():
        saring = _saring(tanya, jejak_terjangkau(connection, pelaku, instansi))
        nama = nama_menurut_kode(connection, instansi)
        semua = peristiwa_kunci(keadaan_kunci(connection, instansi))
        kunci = [_perubahan_kunci(satu) for satu in semua if _cocok(satu, tanya, saring)]
        mulai = mulai_ambil(lewati, kunci)
        jejak = cari_jejak(connection, instansi, saring, batas + len(kunci), mulai)
        jumlah = hitung_jejak(connection, instansi, saring) + len(kunci)
    baris = [_perubahan(satu, nama) for satu in jejak]
    urut = sisipkan(baris, kunci, lambda satu: satu.waktu, mulai=mulai, lewati=lewati, batas=batas)
    return Riwayat(tuple(urut), min(jumlah, MAKS_HITUNG))


def nomor_riwayat(engine: Engine, instansi: str) -> NomorRiwayat:
    """What all that the page shows rests on, read at once; the same numbers mean the same history."""
    with open_for_reading(engine) as connection:
        kunci = keadaan_kunci(connection, instansi)
        return NomorRiwayat(nomor_versi(connection, instansi), kunci, jumlah_penghapusan(connection))


def pelaku_tercatat(engine: Engine, pelaku: Pelaku, instansi: str) -> tuple[str, ...]:
    """Who changed what that person may read, and who closed or opened a quarter. Raises TidakBerwenang."""
    with open_for_reading(engine) as connection:
        milik = jejak_terjangkau(connection, pelaku, instansi)
        kunci = peristiwa_kunci(keadaan_kunci(connection, instansi))
        return tuple(sorted({*daftar_pelaku(connection, instansi, milik), *(satu.pelaku for satu in kunci)}))


def instansi_dihapus(engine: Engine, pelaku: Pelaku) -> tuple[BarisHapus, ...]:
    """The removed agencies that person might have removed, newest first: one bound to an agency sees its own code."""
    with open_for_reading(engine) as connection:
        semua = daftar_penghapusan(connection)
    return tuple(satu for satu in semua if boleh(pelaku, Tindakan.HAPUS_INSTANSI, satu.instansi))


def lembar_terlihat(engine: Engine, pelaku: Pelaku, instansi: str) -> tuple[str, ...]:
    """The sheets that person may read some history of, and the locks. Raises TidakBerwenang."""
    with open_for_reading(engine) as connection:
        return _lembar(jejak_terjangkau(connection, pelaku, instansi))


def _lembar(milik: JejakMilik) -> tuple[str, ...]:
    return (*milik.lembar([satu.nama for satu in LEMBAR]), KUNCI)


def _saring(tanya: SaringanRiwayat, milik: JejakMilik) -> SaringJejak:
    terlihat = _lembar(milik)
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
        milik=milik,
    )


def _utc(hari: date) -> str:
    """The beginning of that day in Jakarta, as the trail writes moments."""
    return datetime.combine(hari, time(), ZONA).astimezone(UTC).isoformat(timespec="seconds")


def _perubahan(satu: BarisJejak, nama: Mapping[str, str]) -> Perubahan:
    kode = next((str(isi) for isi in satu.kunci.values()), "")
    lewat = f"buku kerja {satu.berkas}" if satu.berkas else LEWAT.get(satu.tindakan, satu.tindakan)
    if satu.catatan:
        lewat = f"{lewat}. {satu.catatan.rstrip('.')}"
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


def _cocok(satu: PeristiwaKunci, tanya: SaringanRiwayat, saring: SaringJejak) -> bool:
    """Whether it answers. It stands in no row with a code."""
    return (
        KUNCI in saring.lembar
        and not saring.memuat
        and tanya.tahun in (None, satu.tahun)
        and tanya.periode in ("", f"TW{satu.triwulan}")
        and tanya.pelaku in ("", satu.pelaku)
        and saring.sejak <= satu.waktu
        and (not saring.sampai or satu.waktu < saring.sampai)
    )


def _perubahan_kunci(satu: PeristiwaKunci) -> Perubahan:
    koreksi = f"Koreksi nomor {satu.nomor}" if satu.nomor else ""
    semula, menjadi = AKIBAT_KUNCI[satu.aksi]
    return Perubahan(
        waktu=datetime.fromisoformat(satu.waktu),
        pelaku=satu.pelaku,
        aksi=satu.aksi.value,
        lembar=KUNCI,
        kunci=f"TW {ROMAWI[satu.triwulan]} {satu.tahun}",
        nama=koreksi,
        lewat=f"{koreksi.lower()}: {satu.alasan}" if koreksi else "penguncian pada halaman Bidang & IKI",
        isi=(("Keadaan", semula.value, menjadi.value),),
    )


def baris_ekspor(perubahan: Sequence[Perubahan]) -> list[tuple[datetime, str, str, str, str, str, str, str]]:
    """One line a changed row: when, who, what was done, sheet, key, name, what of it changed, by what."""
    return [
        (
            satu.waktu.astimezone(ZONA),
            satu.pelaku,
            satu.kata,
            satu.lembar,
            satu.kunci,
            satu.nama,
            "; ".join(map(_sebut_beda, satu.isi)),
            satu.lewat,
        )
        for satu in perubahan
    ]


def _sebut_beda(satu: Beda) -> str:
    """A column of a new row had nothing before."""
    label, lama, baru = satu
    return kalimat_beda(satu) if lama else f"{label}: {baru}"
