"""The changes of a scenario read as inputs of the official calculation: values to date and targets to date."""

from decimal import Decimal

from dashboard.domain.hitung.batas import Jepitan
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.masukan import Masukan
from dashboard.domain.hitung.propagation import Propagation, propagate
from dashboard.domain.skenario.dasar import (
    BAGIAN_RASIO,
    BAGIAN_TARGET,
    Bagian,
    DasarSkenario,
    KunciUbahan,
    Ubahan,
    nilai_bagian,
)

ALASAN_BAWAH = "batas bawah target tidak dapat melebihi batas atasnya"
ALASAN_ATAS = "batas atas target tidak dapat kurang dari batas bawahnya"


def baca_masukan(dasar: DasarSkenario, ubahan: Ubahan) -> tuple[Masukan, tuple[Jepitan, ...]]:
    """The inputs, and the bounds of range targets that were held. Raises KeyError on an unknown code."""
    target, jepitan = baca_target(dasar, ubahan)
    return Masukan(baca_nilai(dasar, ubahan), target, dasar.lapor_sampai), jepitan


def propagate_ubahan(dasar: DasarSkenario, ubahan: Ubahan) -> Propagation:
    """What the changes do to values. Raises KeyError on an unknown code."""
    return propagate(dasar.graph, baca_nilai(dasar, ubahan), dasar.lapor_sampai)


def baca_nilai(dasar: DasarSkenario, ubahan: Ubahan) -> dict[str, Decimal]:
    """The value asked of each code; changed parts of a ratio make its value."""
    hasil = {k.kode: nilai for k, nilai in ubahan.items() if k.bagian is Bagian.REALISASI}
    for kode in {k.kode for k in ubahan if k.bagian in BAGIAN_RASIO} - set(hasil):
        if (nilai := _dari_bagian(dasar, kode, ubahan)) is not None:
            hasil[kode] = nilai
    return hasil


def _dari_bagian(dasar: DasarSkenario, kode: str, ubahan: Ubahan) -> Decimal | None:
    """The ratio of the parts, at the distance the report has from its own parts."""
    resmi = dasar.bagian_rasio(kode)
    if resmi is None:
        return None
    atas = ubahan.get(KunciUbahan(kode, Bagian.PEMBILANG), resmi[0])
    bawah = ubahan.get(KunciUbahan(kode, Bagian.PENYEBUT), resmi[1])
    h = dasar.hasil.indikator[kode]
    baru, lama = nilai_bagian(h, atas, bawah), nilai_bagian(h, *resmi)
    if baru is None or lama is None or h.nilai is None or baru == lama:
        return h.nilai
    return h.nilai + (baru - lama)


def bagian_target(ubahan: Ubahan) -> dict[str, dict[KunciUbahan, Decimal]]:
    """The changes of targets by code; both bounds of a range are one target."""
    hasil: dict[str, dict[KunciUbahan, Decimal]] = {}
    for kunci, nilai in ubahan.items():
        if kunci.bagian in BAGIAN_TARGET:
            hasil.setdefault(kunci.kode, {})[kunci] = nilai
    return hasil


def baca_target(dasar: DasarSkenario, ubahan: Ubahan) -> tuple[dict[str, NilaiTarget], tuple[Jepitan, ...]]:
    """The target to date of every code whose target is changed, and the bounds that were held.

    The lower bound of a range never passes the upper. A bound of a target that is no range changes nothing.
    """
    target: dict[str, NilaiTarget] = {}
    jepitan: list[Jepitan] = []
    for kode in sorted(bagian_target(ubahan)):
        tunggal = ubahan.get(KunciUbahan(kode, Bagian.TARGET))
        if tunggal is not None:
            target[kode] = NilaiTarget(tunggal)
        elif (ujung := _ujung(dasar, ubahan, kode)) is not None:
            bawah, atas = ujung
            if bawah > atas:
                jepit = _jepit(kode, bawah, atas, atas_diubah=KunciUbahan(kode, Bagian.TARGET_MAKS) in ubahan)
                jepitan.append(jepit)
                bawah = atas = jepit.dipakai
            target[kode] = NilaiTarget(nilai_min=bawah, nilai_maks=atas)
    return target, tuple(jepitan)


def _ujung(dasar: DasarSkenario, ubahan: Ubahan, kode: str) -> tuple[Decimal, Decimal] | None:
    kunci = (KunciUbahan(kode, Bagian.TARGET_MIN), KunciUbahan(kode, Bagian.TARGET_MAKS))
    bawah, atas = (dasar.nilai_kunci(k) for k in kunci)
    if bawah is None or atas is None:
        return None
    return ubahan.get(kunci[0], bawah), ubahan.get(kunci[1], atas)


def _jepit(kode: str, bawah: Decimal, atas: Decimal, *, atas_diubah: bool) -> Jepitan:
    """The changed bound gives way; where both were changed, the upper one."""
    return Jepitan(kode, atas, bawah, ALASAN_ATAS) if atas_diubah else Jepitan(kode, bawah, atas, ALASAN_BAWAH)
