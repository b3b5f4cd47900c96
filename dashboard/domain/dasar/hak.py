"""Who may do what. Permissions are a small table of data; every service and every write asks here."""

from dataclasses import dataclass
from enum import StrEnum


class Peran(StrEnum):
    ADMIN = "admin"
    PERENCANA = "perencana"
    KEPALA = "kepala"
    KEPALA_BIDANG = "kepala_bidang"
    FORUM = "forum"
    PEGAWAI = "pegawai"


class Tindakan(StrEnum):
    LIHAT = "lihat"
    LIHAT_PEGAWAI = "lihat_pegawai"
    IMPOR = "impor"
    EKSPOR = "ekspor"
    ISI_REALISASI = "isi_realisasi"
    SETUJUI = "setujui"
    UBAH_TARGET = "ubah_target"
    KUNCI = "kunci"
    SKENARIO = "skenario"
    TANGANI_TEMUAN = "tangani_temuan"
    ATUR = "atur"
    HAPUS_INSTANSI = "hapus_instansi"
    KELOLA_AKUN = "kelola_akun"


class Lingkup(StrEnum):
    """How far a permission reaches."""

    SEMUA = "semua"
    INSTANSI = "instansi"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Pelaku:
    """The person or process that acts. `instansi` None means not bound to one agency."""

    nama: str
    peran: Peran
    instansi: str | None = None
    unit: str | None = None


PERENCANA_BAWAAN = Pelaku("Perencana", Peran.PERENCANA)
"""Who acts until there are accounts."""

IZIN: dict[Peran, dict[Tindakan, Lingkup]] = {
    Peran.ADMIN: dict.fromkeys(Tindakan, Lingkup.SEMUA),
    Peran.PERENCANA: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_PEGAWAI: Lingkup.INSTANSI,
        Tindakan.IMPOR: Lingkup.INSTANSI,
        Tindakan.EKSPOR: Lingkup.INSTANSI,
        Tindakan.ISI_REALISASI: Lingkup.INSTANSI,
        Tindakan.SETUJUI: Lingkup.INSTANSI,
        Tindakan.UBAH_TARGET: Lingkup.INSTANSI,
        Tindakan.KUNCI: Lingkup.INSTANSI,
        Tindakan.SKENARIO: Lingkup.INSTANSI,
        Tindakan.TANGANI_TEMUAN: Lingkup.INSTANSI,
        Tindakan.HAPUS_INSTANSI: Lingkup.INSTANSI,
    },
    Peran.KEPALA: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_PEGAWAI: Lingkup.INSTANSI,
        Tindakan.EKSPOR: Lingkup.INSTANSI,
        Tindakan.SETUJUI: Lingkup.INSTANSI,
        Tindakan.SKENARIO: Lingkup.INSTANSI,
        Tindakan.TANGANI_TEMUAN: Lingkup.INSTANSI,
    },
    Peran.KEPALA_BIDANG: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_PEGAWAI: Lingkup.UNIT,
        Tindakan.EKSPOR: Lingkup.INSTANSI,
        Tindakan.ISI_REALISASI: Lingkup.UNIT,
        Tindakan.SKENARIO: Lingkup.INSTANSI,
        Tindakan.TANGANI_TEMUAN: Lingkup.UNIT,
    },
    Peran.FORUM: {Tindakan.LIHAT: Lingkup.INSTANSI},
    Peran.PEGAWAI: {Tindakan.LIHAT: Lingkup.INSTANSI},
}

KALIMAT: dict[Tindakan, str] = {
    Tindakan.LIHAT: "melihat data",
    Tindakan.LIHAT_PEGAWAI: "melihat data pegawai",
    Tindakan.IMPOR: "mengambil alih buku kerja",
    Tindakan.EKSPOR: "mengekspor data",
    Tindakan.ISI_REALISASI: "mengisi realisasi",
    Tindakan.SETUJUI: "menyetujui entri",
    Tindakan.UBAH_TARGET: "mengubah target",
    Tindakan.KUNCI: "mengunci periode atau membuka koreksi",
    Tindakan.SKENARIO: "menyimpan skenario",
    Tindakan.TANGANI_TEMUAN: "memutuskan ketidaksesuaian",
    Tindakan.ATUR: "mengubah pengaturan",
    Tindakan.HAPUS_INSTANSI: "menghapus instansi",
    Tindakan.KELOLA_AKUN: "mengelola akun",
}


class TidakBerwenang(Exception):
    """Raised with an Indonesian sentence that can be shown as it is."""


def boleh(pelaku: Pelaku, tindakan: Tindakan, instansi: str | None = None, unit: str | None = None) -> bool:
    """Whether `pelaku` may do `tindakan` on that agency and unit.

    A person bound to an agency is held to it; one without (the planner before accounts exist) reaches all.
    A permission of scope UNIT needs the unit to be named and to be the person's own.
    """
    lingkup = IZIN[pelaku.peran].get(tindakan)
    if lingkup is None:
        return False
    if lingkup is Lingkup.SEMUA:
        return True
    if pelaku.instansi is not None and instansi != pelaku.instansi:
        return False
    return lingkup is Lingkup.INSTANSI or (unit is not None and unit == pelaku.unit)


def wajib_boleh(pelaku: Pelaku, tindakan: Tindakan, instansi: str | None = None, unit: str | None = None) -> None:
    """Raise TidakBerwenang unless `boleh`."""
    if boleh(pelaku, tindakan, instansi, unit):
        return
    tempat = f" untuk instansi {instansi}" if instansi else ""
    tempat += f", unit {unit}" if unit else ""
    raise TidakBerwenang(f"{pelaku.nama} ({pelaku.peran.value}) tidak berwenang {KALIMAT[tindakan]}{tempat}.")
