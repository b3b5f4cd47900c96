"""Scores to date of years that wait for a month: computed for the people a screen shows, never stored.

Reads skp, perilaku and pegawai.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from dashboard.domain.skp.kalender import BULAN_TAHUNAN, bulan_ditunggu
from data_access.aturan import untuk_skp
from data_access.skp.hitung import nilai_semua
from data_access.skp.masukan import BahanSkp, Isi, bersikap, bertarget, load_bahan


@dataclass(frozen=True, slots=True)
class NilaiBerjalan:
    """How many of the months the year waits for are reported and assessed by then, and their score in millionths."""

    dilaporkan: int
    ditunggu: int
    skp: int | None = None
    perilaku: int | None = None
    prestasi: int | None = None


def load_berjalan(
    connection: Connection, instansi: str, tahun: int, nip: Collection[str], sampai: int
) -> dict[str, NilaiBerjalan]:
    """The scores over the months up to `sampai` of those employees whose year waits for a month."""
    if not nip:
        return {}
    bahan, aturan = load_bahan(connection, instansi, tahun, nip), untuk_skp(tahun).skp
    diserahkan = {satu[0] for satu in bahan.skp if satu[1] == BULAN_TAHUNAN}
    baris, target = _bulan(bahan.skp), _bulan(satu for satu in bahan.skp if bertarget(satu))
    lapor = _bulan(satu for satu in nilai_semua(bahan, aturan) if satu[2] is not None)
    sikap = _bulan(satu for satu in bahan.perilaku if bersikap(satu, bahan.pegawai))
    menunggu = {}
    for orang in baris:
        bulanan = baris[orang] - {BULAN_TAHUNAN} or (sikap[orang] if orang in diserahkan else set())
        ditunggu = set(bulan_ditunggu(bulanan - {BULAN_TAHUNAN}, baris[orang] - target[orang]))
        ada = ditunggu if orang in diserahkan else lapor[orang]
        if ditunggu - (ada & _dinilai(sikap[orang], ditunggu)):
            menunggu[orang] = ditunggu, ada
    sebagian = BahanSkp(
        bahan.pegawai,
        [satu for satu in bahan.skp if satu[0] in menunggu and satu[1] in lapor[satu[0]] and satu[1] <= sampai],
        [satu for satu in bahan.perilaku if satu[1] <= sampai and satu[0] in menunggu],
    )
    nilai = {satu[0]: satu[2:] for satu in nilai_semua(sebagian, aturan, berjalan=True) if satu[1] == BULAN_TAHUNAN}
    hasil = {}
    for orang, (ditunggu, ada) in menunggu.items():
        kini = {bulan for bulan in ada & ditunggu if bulan <= sampai}
        selesai = kini & _dinilai({bulan for bulan in sikap[orang] if bulan <= sampai}, kini)
        hasil[orang] = NilaiBerjalan(len(selesai), len(ditunggu), *nilai.get(orang, ()))
    return hasil


def _bulan(baris: Iterable[Isi]) -> defaultdict[str, set[int]]:
    """The months of rows that begin with nip and bulan, by employee."""
    hasil: defaultdict[str, set[int]] = defaultdict(set)
    for satu in baris:
        hasil[satu[0]].add(satu[1])
    return hasil


def _dinilai(sikap: set[int], bulan: set[int]) -> set[int]:
    """The months that wait for no behaviour: all where the year has its own, or where nobody was assessed yet."""
    return sikap if sikap and BULAN_TAHUNAN not in sikap else bulan
