"""Posts: what an account may do is a role in an agency or unit, from a day to a day. The person stays, posts change.

Plt (pelaksana tugas) and Plh (pelaksana harian) hold a post beside or in place of its holder: Surat Edaran Kepala BKN
1/SE/I/2021. Two holders in their own right of one post at one time are refused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dashboard.domain.akun.nama import AkunDitolak
from dashboard.domain.dasar.hak import Pelaku, Peran


class SifatPenugasan(StrEnum):
    """In one's own right, or acting."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"


TUNGGAL = frozenset({Peran.KEPALA, Peran.KEPALA_BIDANG})
"""Roles that one person holds at a time."""
BERUNIT = frozenset({Peran.KEPALA_BIDANG, Peran.PEGAWAI})


@dataclass(frozen=True, slots=True)
class Penugasan:
    """One post of one account. `selesai` is its last day, None while it lasts."""

    nomor: int
    akun: str
    peran: Peran
    instansi: str | None
    unit: str | None
    mulai: date
    selesai: date | None = None
    sifat: SifatPenugasan = SifatPenugasan.DEFINITIF

    def berlaku(self, hari: date) -> bool:
        """Whether it is held on that day."""
        return self.mulai <= hari and (self.selesai is None or hari <= self.selesai)

    def beririsan(self, lain: "Penugasan") -> bool:
        """Whether there is a day on which both are held."""
        return self.mulai <= (lain.selesai or date.max) and lain.mulai <= (self.selesai or date.max)

    def pelaku(self, nama: str, nip: str | None = None) -> Pelaku:
        """Who acts under this post."""
        return Pelaku(nama, self.peran, self.instansi, self.unit, nip)


def periksa(baru: Penugasan, ada: Iterable[Penugasan]) -> None:
    """Raise AkunDitolak where the post is incomplete, ends before it begins, or is held by somebody else."""
    if baru.peran is not Peran.ADMIN and baru.instansi is None:
        raise AkunDitolak("Sebutkan instansi penugasan itu; hanya admin yang tidak terikat pada satu instansi.")
    if baru.peran in BERUNIT and baru.unit is None:
        raise AkunDitolak(f"Sebutkan unit penugasan {baru.peran.value} itu.")
    if baru.selesai is not None and baru.selesai < baru.mulai:
        raise AkunDitolak("Hari terakhir penugasan mendahului hari pertamanya.")
    for lain in ada:
        if not baru.beririsan(lain) or _tempat(baru) != _tempat(lain):
            continue
        if lain.akun == baru.akun:
            raise AkunDitolak("Akun itu sudah memegang penugasan yang sama pada masa itu.")
        definitif = baru.sifat is lain.sifat is SifatPenugasan.DEFINITIF
        if definitif and baru.peran in TUNGGAL:
            raise AkunDitolak(
                "Jabatan itu masih dipegang akun lain pada masa itu. Akhiri dulu penugasannya, atau catat sebagai plt."
            )


def berlaku(semua: Iterable[Penugasan], hari: date) -> tuple[Penugasan, ...]:
    """The posts held on that day, the oldest first."""
    return tuple(sorted((p for p in semua if p.berlaku(hari)), key=lambda p: (p.mulai, p.nomor)))


def terpilih(dipegang: Sequence[Penugasan], nomor: int | None) -> Penugasan | None:
    """The post somebody acts under: the one chosen while it is held, else the first."""
    return next((p for p in dipegang if p.nomor == nomor), dipegang[0] if dipegang else None)


def sehari_sebelum(hari: date) -> date:
    """The last day of who hands over on that day."""
    return hari - timedelta(days=1)


def _tempat(p: Penugasan) -> tuple[Peran, str | None, str | None]:
    return p.peran, p.instansi, p.unit
