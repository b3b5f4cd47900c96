"""Who may do what, and how far. One table of data; every service, query and write asks here.

Printed by `run.py docs` as docs/hak-akses.md, and held by tests against a table of their own.
"""

from dataclasses import dataclass
from enum import StrEnum


class Peran(StrEnum):
    ADMIN = "admin"
    PERENCANA = "perencana"
    KEPALA = "kepala"
    KEPALA_BIDANG = "kepala_bidang"
    TIM = "tim"
    PEGAWAI = "pegawai"
    FORUM = "forum"


NAMA_PERAN: dict[Peran, str] = {
    Peran.ADMIN: "Admin",
    Peran.PERENCANA: "Perencana",
    Peran.KEPALA: "Kepala Badan",
    Peran.KEPALA_BIDANG: "Kepala bidang",
    Peran.TIM: "Tim verifikasi",
    Peran.PEGAWAI: "Pegawai",
    Peran.FORUM: "Forum evaluasi",
}
"""What a role is called on screen, in documents and in refusals."""


class Tindakan(StrEnum):
    LIHAT = "lihat"
    LIHAT_ISIAN = "lihat_isian"
    LIHAT_PEGAWAI = "lihat_pegawai"
    LIHAT_RIWAYAT = "lihat_riwayat"
    LIHAT_POTRET = "lihat_potret"
    IMPOR = "impor"
    EKSPOR = "ekspor"
    ISI_REALISASI = "isi_realisasi"
    SETUJUI = "setujui"
    UBAH_TARGET = "ubah_target"
    KUNCI = "kunci"
    SKENARIO = "skenario"
    HAPUS_SKENARIO = "hapus_skenario"
    TANGANI_TEMUAN = "tangani_temuan"
    ATUR = "atur"
    HAPUS_INSTANSI = "hapus_instansi"
    KELOLA_AKUN = "kelola_akun"


class Lingkup(StrEnum):
    """How far a permission reaches."""

    SEMUA = "semua"
    INSTANSI = "instansi"
    UNIT = "unit"
    SENDIRI = "sendiri"


@dataclass(frozen=True, slots=True)
class Pelaku:
    """The person or process that acts. `instansi` None means not bound to one agency; `nip` is the person's own."""

    nama: str
    peran: Peran
    instansi: str | None = None
    unit: str | None = None
    nip: str | None = None


PERENCANA_BAWAAN = Pelaku("Perencana", Peran.PERENCANA)
"""Who acts without accounts."""

IZIN: dict[Peran, dict[Tindakan, Lingkup]] = {
    Peran.ADMIN: dict.fromkeys(Tindakan, Lingkup.SEMUA),
    Peran.PERENCANA: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_ISIAN: Lingkup.INSTANSI,
        Tindakan.LIHAT_PEGAWAI: Lingkup.INSTANSI,
        Tindakan.LIHAT_RIWAYAT: Lingkup.INSTANSI,
        Tindakan.IMPOR: Lingkup.INSTANSI,
        Tindakan.EKSPOR: Lingkup.INSTANSI,
        Tindakan.ISI_REALISASI: Lingkup.INSTANSI,
        Tindakan.SETUJUI: Lingkup.INSTANSI,
        Tindakan.UBAH_TARGET: Lingkup.INSTANSI,
        Tindakan.KUNCI: Lingkup.INSTANSI,
        Tindakan.SKENARIO: Lingkup.INSTANSI,
        Tindakan.HAPUS_SKENARIO: Lingkup.INSTANSI,
        Tindakan.TANGANI_TEMUAN: Lingkup.INSTANSI,
        Tindakan.HAPUS_INSTANSI: Lingkup.INSTANSI,
    },
    Peran.KEPALA: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_ISIAN: Lingkup.INSTANSI,
        Tindakan.LIHAT_PEGAWAI: Lingkup.INSTANSI,
        Tindakan.LIHAT_RIWAYAT: Lingkup.INSTANSI,
        Tindakan.EKSPOR: Lingkup.INSTANSI,
        Tindakan.SETUJUI: Lingkup.INSTANSI,
        Tindakan.SKENARIO: Lingkup.INSTANSI,
        Tindakan.HAPUS_SKENARIO: Lingkup.SENDIRI,
        Tindakan.TANGANI_TEMUAN: Lingkup.INSTANSI,
    },
    Peran.KEPALA_BIDANG: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_ISIAN: Lingkup.UNIT,
        Tindakan.LIHAT_PEGAWAI: Lingkup.UNIT,
        Tindakan.LIHAT_RIWAYAT: Lingkup.UNIT,
        Tindakan.EKSPOR: Lingkup.INSTANSI,
        Tindakan.ISI_REALISASI: Lingkup.UNIT,
        Tindakan.SKENARIO: Lingkup.INSTANSI,
        Tindakan.HAPUS_SKENARIO: Lingkup.SENDIRI,
        Tindakan.TANGANI_TEMUAN: Lingkup.UNIT,
    },
    Peran.TIM: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_ISIAN: Lingkup.INSTANSI,
        Tindakan.LIHAT_RIWAYAT: Lingkup.INSTANSI,
        Tindakan.EKSPOR: Lingkup.INSTANSI,
        Tindakan.SETUJUI: Lingkup.INSTANSI,
        Tindakan.TANGANI_TEMUAN: Lingkup.INSTANSI,
    },
    Peran.PEGAWAI: {
        Tindakan.LIHAT: Lingkup.INSTANSI,
        Tindakan.LIHAT_ISIAN: Lingkup.SENDIRI,
        Tindakan.LIHAT_PEGAWAI: Lingkup.SENDIRI,
    },
    Peran.FORUM: {Tindakan.LIHAT_POTRET: Lingkup.INSTANSI},
}

KALIMAT: dict[Tindakan, str] = {
    Tindakan.LIHAT: "melihat data",
    Tindakan.LIHAT_ISIAN: "melihat isian dan bukti",
    Tindakan.LIHAT_PEGAWAI: "melihat data pegawai",
    Tindakan.LIHAT_RIWAYAT: "membaca riwayat perubahan",
    Tindakan.LIHAT_POTRET: "melihat potret untuk forum",
    Tindakan.IMPOR: "mengambil alih buku kerja",
    Tindakan.EKSPOR: "mengekspor data",
    Tindakan.ISI_REALISASI: "mengisi realisasi",
    Tindakan.SETUJUI: "menyetujui entri",
    Tindakan.UBAH_TARGET: "mengubah target",
    Tindakan.KUNCI: "mengunci periode atau membuka koreksi",
    Tindakan.SKENARIO: "menyimpan skenario",
    Tindakan.HAPUS_SKENARIO: "menghapus skenario",
    Tindakan.TANGANI_TEMUAN: "memutuskan ketidaksesuaian",
    Tindakan.ATUR: "mengubah pengaturan",
    Tindakan.HAPUS_INSTANSI: "menghapus instansi",
    Tindakan.KELOLA_AKUN: "mengelola akun",
}


class TidakBerwenang(Exception):
    """Raised with an Indonesian sentence that can be shown as it is."""


def lingkup(pelaku: Pelaku, tindakan: Tindakan, instansi: str | None = None) -> Lingkup | None:
    """How far that person may do it in that agency, None for not at all.

    A person bound to an agency is held to it; one without (the planner before accounts exist) reaches all.
    """
    sejauh = IZIN[pelaku.peran].get(tindakan)
    if sejauh is None or sejauh is Lingkup.SEMUA or pelaku.instansi is None or instansi == pelaku.instansi:
        return sejauh
    return None


def boleh(
    pelaku: Pelaku,
    tindakan: Tindakan,
    instansi: str | None = None,
    unit: str | None = None,
    *,
    milik: str | None = None,
) -> bool:
    """Whether `pelaku` may do `tindakan` on that agency and unit, or on what belongs to the person named `milik`.

    A permission of scope UNIT needs the unit to be named and to be the person's own; SENDIRI needs the owner.
    """
    sejauh = lingkup(pelaku, tindakan, instansi)
    if sejauh is Lingkup.UNIT:
        return unit is not None and unit == pelaku.unit
    if sejauh is Lingkup.SENDIRI:
        return milik is not None and milik == pelaku.nama
    return sejauh is not None


def wajib_boleh(
    pelaku: Pelaku,
    tindakan: Tindakan,
    instansi: str | None = None,
    unit: str | None = None,
    *,
    milik: str | None = None,
) -> None:
    """Raise TidakBerwenang unless `boleh`."""
    if not boleh(pelaku, tindakan, instansi, unit, milik=milik):
        raise TidakBerwenang(kalimat_ditolak(pelaku, tindakan, instansi, unit))


def kalimat_ditolak(pelaku: Pelaku, tindakan: Tindakan, instansi: str | None = None, unit: str | None = None) -> str:
    """Who may not do what, and where."""
    tempat = f" untuk instansi {instansi}" if instansi else ""
    tempat += f", unit {unit}" if unit else ""
    return f"{pelaku.nama} ({NAMA_PERAN[pelaku.peran]}) tidak berwenang {KALIMAT[tindakan]}{tempat}."


def wajib_lingkup(pelaku: Pelaku, tindakan: Tindakan, instansi: str) -> Lingkup:
    """How far that person may do it in that agency. Raises TidakBerwenang where not at all."""
    sejauh = lingkup(pelaku, tindakan, instansi)
    if sejauh is None:
        raise TidakBerwenang(kalimat_ditolak(pelaku, tindakan, instansi))
    return sejauh
