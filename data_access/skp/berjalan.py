"""Scores to date of years that wait for a month: computed for the people a screen shows, never stored.

Reads skp, perilaku and pegawai.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from dashboard.domain.skp.kalender import BULAN_TAHUNAN
from data_access.aturan import untuk_skp
from data_access.skp.hitung import nilai_semua
from data_access.skp.masukan import BahanSkp, bertarget, load_bahan


@dataclass(frozen=True, slots=True)
class NilaiBerjalan:
    """How many of the targeted months are reported by then, and what they amount to in millionths of a point."""

    dilaporkan: int
    ditargetkan: int
    skp: int | None = None
    perilaku: int | None = None
    prestasi: int | None = None


def load_berjalan(
    connection: Connection, instansi: str, tahun: int, nip: Collection[str], sampai: int
) -> dict[str, NilaiBerjalan]:
    """The scores over the months up to `sampai` of those employees whose year waits for a targeted month."""
    if not nip:
        return {}
    bahan, aturan = load_bahan(connection, instansi, tahun, nip), untuk_skp(tahun).skp
    target = {satu[:2] for satu in bahan.skp if satu[1] != BULAN_TAHUNAN and bertarget(satu)}
    lapor = {(satu[0], satu[1]) for satu in nilai_semua(bahan, aturan) if satu[2] is not None}
    diserahkan = {satu[0] for satu in bahan.skp if satu[1] == BULAN_TAHUNAN}
    menunggu = {orang for orang, _ in target - lapor} - diserahkan
    lapor = {satu for satu in target & lapor if satu[1] <= sampai}
    sebagian = BahanSkp(
        bahan.pegawai,
        [satu for satu in bahan.skp if satu[:2] in lapor and satu[0] in menunggu],
        [satu for satu in bahan.perilaku if satu[1] <= sampai and satu[0] in menunggu],
    )
    nilai = {satu[0]: satu[2:] for satu in nilai_semua(sebagian, aturan) if satu[1] == BULAN_TAHUNAN}
    banyak_lapor, banyak_target = (Counter(orang for orang, _ in satu) for satu in (lapor, target))
    return {
        orang: NilaiBerjalan(banyak_lapor[orang], banyak_target[orang], *nilai.get(orang, ())) for orang in menunggu
    }
