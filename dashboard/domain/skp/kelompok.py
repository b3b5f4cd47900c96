"""The groups scores are shown in: the bidang of an agency, or the perangkat daerah it oversees."""

from collections.abc import Mapping, Sequence

from dashboard.domain.dasar.indikator import Unit

PIMPINAN = "Pimpinan dan staf langsung"


def susun_kelompok(unit: Sequence[Unit]) -> dict[str, tuple[str, ...]]:
    """The units under each group: the branches under a single root (and the root itself), else every root."""
    anak: dict[str | None, list[str]] = {}
    kode = {u.kode for u in unit}
    for u in unit:
        anak.setdefault(u.induk if u.induk in kode else None, []).append(u.kode)
    akar = sorted(anak.get(None, []))
    if len(akar) != 1:
        return {satu: _cabang(satu, anak) for satu in akar}
    return {akar[0]: (akar[0],)} | {satu: _cabang(satu, anak) for satu in sorted(anak.get(akar[0], []))}


def kata_kelompok(unit: Sequence[Unit], kelompok: Sequence[str]) -> str:
    """What groups are called: an agency that oversees others looks at perangkat daerah."""
    jenis = {u.jenis for u in unit if u.kode in kelompok}
    return "perangkat daerah" if jenis == {"opd"} else "bidang"


def nama_kelompok(unit: Sequence[Unit]) -> dict[str, str]:
    """What a group is called; a single root stands for those directly under the head only."""
    akar = [u.kode for u in unit if u.induk is None]
    nama = {u.kode: u.nama for u in unit}
    return nama | {akar[0]: PIMPINAN} if len(akar) == 1 else nama


def _cabang(kode: str, anak: Mapping[str | None, Sequence[str]]) -> tuple[str, ...]:
    hasil, sisa = [], [kode]
    while sisa:
        satu = sisa.pop()
        hasil.append(satu)
        sisa.extend(anak.get(satu, ()))
    return tuple(sorted(hasil))
