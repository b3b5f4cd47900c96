"""What the figures of a closed quarter are shown in: groups of units, due dates of months, settings.

Rows as those of segel, so that one comparison tells what a change would move.
"""

from collections.abc import Collection, Mapping
from dataclasses import astuple, fields
from decimal import Decimal

from dashboard.domain.aturan.pengaturan import SETELAN, Pengaturan
from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.indikator import Unit
from dashboard.domain.dasar.periode import BULAN, TAHUN
from dashboard.domain.dasar.tanggal import tulis_tanggal
from dashboard.domain.entri.segel import BarisSegel
from dashboard.domain.skp.kalender import BULAN_TAHUNAN, Jatuh
from dashboard.domain.skp.kelompok import susun_kelompok
from dashboard.domain.skp.rezim import Rezim

PENENTU_LATAR: Mapping[str, tuple[str, ...]] = {
    "kelompok": ("unit",),
    "isi": ("pengaturan",),
    **dict.fromkeys((satu.name for satu in fields(Jatuh)), ("hari_libur", "pengaturan")),
}
"""The sheets that decide each column of the frame."""
LEWAT_HASIL = frozenset({"batas_rerata", "skp_hari_kerja_pekan", "rezim_skp"})
"""Settings that are seen in what they decide: a mean, due dates, the appraisal of the year."""
TANPA_ANGKA = frozenset({"dua_orang"})
"""Settings that move no figure: who may approve a value is asked when it is approved."""


def latar_unit(unit: Collection[Unit], dipakai: Collection[str]) -> dict[str, BarisSegel]:
    """The group of each unit that has scores."""
    cabang = susun_kelompok(tuple(unit))
    return {u: {"kelompok": kode} for kode, isi in cabang.items() for u in isi if u in dipakai}


def latar_bulan(jatuh: Mapping[int, Jatuh]) -> dict[str, BarisSegel]:
    """The due dates of each month, 0 for the year."""
    nama = [satu.name for satu in fields(Jatuh)]
    return {
        BULAN[bulan - 1] if bulan != BULAN_TAHUNAN else TAHUN: dict(
            zip(nama, map(tulis_tanggal, astuple(satu)), strict=True)
        )
        for bulan, satu in jatuh.items()
    }


def latar_setelan(p: Pengaturan, rezim: Rezim) -> dict[str, BarisSegel]:
    """The settings a quarter is shown by, and the appraisal of its year."""
    tampak = {s.kunci: getattr(p, s.nama) for s in SETELAN if s.kunci not in LEWAT_HASIL | TANPA_ANGKA}
    return {
        kunci: {"isi": isi if isinstance(isi, str) else tulis_angka(Decimal(isi))}
        for kunci, isi in {**tampak, "rezim_skp": rezim.value}.items()
    }
