"""What the head of the agency needs in ten seconds: the worst first, with owner and since when."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.agregat import Agregat, SebaranStatus
from dashboard.domain.hasil import HasilIndikator
from dashboard.domain.periode import ROMAWI
from dashboard.domain.skala import Status
from dashboard.services.kinerja import Kinerja

JUMLAH_PRIORITAS = 5
PERLU_TINDAKAN = (Status.KRITIS, Status.PERLU_PERHATIAN, Status.BELUM_DILAPORKAN, Status.TIDAK_DAPAT_DIHITUNG)


@dataclass(frozen=True, slots=True)
class Prioritas:
    """One thing to act on: what is wrong, whose it is and since which quarter."""

    hasil: HasilIndikator
    pemilik: str
    masalah: str
    sejak: str
    iku: bool


@dataclass(frozen=True, slots=True)
class Ringkasan:
    utama: tuple[HasilIndikator, ...]
    rerata: Agregat
    semua: Agregat
    prioritas: tuple[Prioritas, ...]
    per_unit: tuple[SebaranStatus, ...]
    terakhir_lapor: int
    memuat_simulasi: bool


def ringkasan(k: Kinerja) -> Ringkasan:
    """The summary of a computed performance."""
    utama = terburuk_dahulu(k.utama())
    semua = tuple(k.hasil.indikator.values())
    return Ringkasan(
        utama=utama,
        rerata=k.rerata(utama),
        semua=k.rerata(semua),
        prioritas=_prioritas(k),
        per_unit=_per_unit(k),
        terakhir_lapor=max((h.realisasi.terakhir for h in semua), default=0),
        memuat_simulasi=any(h.memuat_simulasi for h in semua),
    )


def terburuk_dahulu(hasil: tuple[HasilIndikator, ...]) -> tuple[HasilIndikator, ...]:
    """Lowest achievement first; those without a number after, by code."""
    return tuple(sorted(hasil, key=lambda h: (h.persen is None, h.persen or Decimal(0), h.kode)))


def _prioritas(k: Kinerja) -> tuple[Prioritas, ...]:
    """IKU first, then the rest; within each the widest gap, then what was never reported."""
    utama = {h.kode for h in k.utama()}
    calon = [h for h in k.hasil.indikator.values() if h.status in PERLU_TINDAKAN]
    calon.sort(key=lambda h: (h.kode not in utama, h.persen is None, h.persen or Decimal(0), h.kode))
    return tuple(
        Prioritas(h, k.pemilik(h.kode), _masalah(h), _sejak(k, h), h.kode in utama) for h in calon[:JUMLAH_PRIORITAS]
    )


def _masalah(h: HasilIndikator) -> str:
    if h.status is Status.BELUM_DILAPORKAN:
        return "realisasi belum dilaporkan" if not h.simpul.kurang else "komponen belum dilaporkan"
    if h.status is Status.TIDAK_DAPAT_DIHITUNG:
        return "tidak dapat dihitung"
    terakhir = h.realisasi.baris[-1] if h.realisasi.baris else None
    return (terakhir.kendala if terakhir and terakhir.kendala else None) or "kendala belum dijelaskan"


def _sejak(k: Kinerja, h: HasilIndikator) -> str:
    """The first quarter of the unbroken run of quarters in need of action, up to now."""
    mulai = k.sd.triwulan
    for tahun in reversed(k.per_triwulan):
        if tahun.indikator[h.kode].status not in PERLU_TINDAKAN:
            break
        mulai = tahun.sd.triwulan
    return f"sejak TW {ROMAWI[mulai]}"


def _per_unit(k: Kinerja) -> tuple[SebaranStatus, ...]:
    hitung: dict[str, Counter[Status]] = {}
    nama = {u.kode: u.nama for u in k.data.unit}
    unit_jabatan = {j.kode: j.unit for j in k.data.jabatan}
    for h in k.hasil.indikator.values():
        for unit in {unit_jabatan.get(p, p) for p in h.indikator.pemilik[:1]} or {""}:
            hitung.setdefault(unit, Counter())[h.status] += 1
    baris = [
        SebaranStatus(nama.get(u, u) or "Tanpa pemilik", tuple((s, c[s]) for s in Status if c[s]))
        for u, c in hitung.items()
    ]
    return tuple(sorted(baris, key=lambda b: (-b.jumlah, b.nama)))
