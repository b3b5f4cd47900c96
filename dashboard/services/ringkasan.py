"""What the head of the agency needs in ten seconds: the worst first, with owner and since when."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.agregat import Agregat, SebaranStatus
from dashboard.domain.hitung.hasil import HasilIndikator
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
    """`utama` are the IKU; `sorotan` what the chart shows: the IKU, or the programs while all IKU wait."""

    utama: tuple[HasilIndikator, ...]
    sorotan: tuple[HasilIndikator, ...]
    rerata: Agregat
    semua: Agregat
    prioritas: tuple[Prioritas, ...]
    per_unit: tuple[SebaranStatus, ...]
    terakhir_lapor: int
    memuat_contoh: bool


def ringkasan(k: Kinerja) -> Ringkasan:
    """The summary of a computed performance."""
    utama = terburuk_dahulu(k.utama())
    semua = k.terhitung_sekali()
    return Ringkasan(
        utama=utama,
        sorotan=_sorotan(k, utama),
        rerata=k.rerata(utama),
        semua=k.rerata(semua),
        prioritas=_prioritas(k),
        per_unit=_per_unit(k),
        terakhir_lapor=max((h.realisasi.terakhir for h in semua), default=0),
        memuat_contoh=any(h.memuat_contoh for h in semua),
    )


def _sorotan(k: Kinerja, utama: tuple[HasilIndikator, ...]) -> tuple[HasilIndikator, ...]:
    if any(h.persen is not None for h in utama):
        return utama
    program = tuple(h for h in k.terhitung_sekali() if h.indikator.jenis == "program")
    return terburuk_dahulu(program) if any(h.persen is not None for h in program) else utama


def terburuk_dahulu(hasil: tuple[HasilIndikator, ...]) -> tuple[HasilIndikator, ...]:
    """Lowest achievement first; those without a number after, by code."""
    return tuple(sorted(hasil, key=lambda h: (h.persen is None, h.persen or Decimal(0), h.kode)))


def _prioritas(k: Kinerja) -> tuple[Prioritas, ...]:
    """IKU first, then the rest; within each the widest gap, then what was never reported."""
    utama = {h.kode for h in k.utama()}
    calon = [h for h in k.terhitung_sekali() if h.status in PERLU_TINDAKAN]
    calon.sort(key=lambda h: (h.kode not in utama, h.persen is None, h.persen or Decimal(0), h.kode))
    return tuple(
        Prioritas(h, k.pemilik(h.kode), _masalah(k, h), _sejak(k, h), h.kode in utama) for h in calon[:JUMLAH_PRIORITAS]
    )


def _masalah(k: Kinerja, h: HasilIndikator) -> str:
    if h.status is Status.BELUM_DILAPORKAN:
        return "realisasi belum dilaporkan" if not h.simpul.kurang else "komponen belum dilaporkan"
    if h.status is Status.TIDAK_DAPAT_DIHITUNG:
        return "tidak dapat dihitung"
    baris = [*h.realisasi.baris, *(b for kode in h.target_dari for b in k.hasil.indikator[kode].realisasi.baris)]
    return next((b.kendala for b in reversed(baris) if b.kendala), "kendala belum dijelaskan")


def _sejak(k: Kinerja, h: HasilIndikator) -> str:
    """The first quarter of the unbroken run of quarters in need of action, up to now; else the year as a whole."""
    mulai = k.sd
    for tahun in reversed(k.per_triwulan):
        if tahun.indikator[h.kode].status not in PERLU_TINDAKAN:
            break
        mulai = tahun.sd
    return "setahun penuh" if mulai.setahun else f"sejak {mulai.nama}"


def _per_unit(k: Kinerja) -> tuple[SebaranStatus, ...]:
    hitung: dict[str, Counter[Status]] = {}
    nama = {u.kode: u.nama for u in k.data.unit}
    for h in k.terhitung_sekali():
        hitung.setdefault(k.unit_pemilik(h.kode) or "", Counter())[h.status] += 1
    baris = [
        SebaranStatus(nama.get(u, u) or "Tanpa pemilik", tuple((s, c[s]) for s in Status if c[s]))
        for u, c in hitung.items()
    ]
    return tuple(sorted(baris, key=lambda b: (-b.jumlah, b.nama)))
