"""The targets a scenario sets: a number, or the two bounds of a range, the lower never above the upper.

What would cross is held at the other bound and that is said. A bound of a target that is no range changes nothing.
"""

from decimal import Decimal

from dashboard.domain.capaian import NilaiTarget
from dashboard.domain.skenario_batas import Jepitan
from dashboard.domain.skenario_dasar import BAGIAN_TARGET, Bagian, Dasar, Kunci, Ubahan

ALASAN_BAWAH = "batas bawah target tidak dapat melebihi batas atasnya"
ALASAN_ATAS = "batas atas target tidak dapat kurang dari batas bawahnya"


def bagian_target(ubahan: Ubahan) -> dict[str, dict[Kunci, Decimal]]:
    """The changes of targets by code; both bounds of a range are one target."""
    hasil: dict[str, dict[Kunci, Decimal]] = {}
    for kunci, nilai in ubahan.items():
        if kunci.bagian in BAGIAN_TARGET:
            hasil.setdefault(kunci.kode, {})[kunci] = nilai
    return hasil


def target_skenario(dasar: Dasar, ubahan: Ubahan) -> tuple[dict[str, NilaiTarget], tuple[Jepitan, ...]]:
    """The target to date of every code whose target is changed, and the bounds that were held."""
    target: dict[str, NilaiTarget] = {}
    jepitan: list[Jepitan] = []
    for kode in sorted(bagian_target(ubahan)):
        tunggal = ubahan.get(Kunci(kode, Bagian.TARGET))
        if tunggal is not None:
            target[kode] = NilaiTarget(tunggal)
        elif (ujung := _ujung(dasar, ubahan, kode)) is not None:
            bawah, atas = ujung
            if bawah > atas:
                jepit = _jepit(kode, bawah, atas, atas_diubah=Kunci(kode, Bagian.TARGET_MAKS) in ubahan)
                jepitan.append(jepit)
                bawah = atas = jepit.dipakai
            target[kode] = NilaiTarget(nilai_min=bawah, nilai_maks=atas)
    return target, tuple(jepitan)


def _ujung(dasar: Dasar, ubahan: Ubahan, kode: str) -> tuple[Decimal, Decimal] | None:
    kunci = (Kunci(kode, Bagian.TARGET_MIN), Kunci(kode, Bagian.TARGET_MAKS))
    bawah, atas = (dasar.nilai_kunci(k) for k in kunci)
    if bawah is None or atas is None:
        return None
    return ubahan.get(kunci[0], bawah), ubahan.get(kunci[1], atas)


def _jepit(kode: str, bawah: Decimal, atas: Decimal, *, atas_diubah: bool) -> Jepitan:
    """The changed bound gives way; where both were changed, the upper one."""
    return Jepitan(kode, atas, bawah, ALASAN_ATAS) if atas_diubah else Jepitan(kode, bawah, atas, ALASAN_BAWAH)
