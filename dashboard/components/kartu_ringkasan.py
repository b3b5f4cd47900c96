"""The four cards of the summary, worded so that a partial mean can never pass for a whole one."""

from dashboard.components.tata import Kartu
from dashboard.domain.agregat import Agregat
from dashboard.domain.periode import ROMAWI
from dashboard.domain.skala import Status
from dashboard.formatting import persen
from dashboard.services.ringkasan import Ringkasan
from dashboard.texts import STATUS

TERCAPAI = (Status.TERCAPAI, Status.MELAMPAUI)
DI_BAWAH = (Status.KRITIS, Status.PERLU_PERHATIAN)


def kartu_ringkasan(r: Ringkasan, triwulan: int) -> tuple[Kartu, ...]:
    """Mean, met, below target, coverage."""
    jumlah = len(r.utama)
    tercapai = sum(r.rerata.jumlah(s) for s in TERCAPAI)
    di_bawah = sum(r.rerata.jumlah(s) for s in DI_BAWAH)
    kritis = r.rerata.jumlah(Status.KRITIS)
    return (
        _kartu_rerata(r.rerata),
        Kartu("IKU mencapai target", str(tercapai), f"dari {jumlah}", keterangan=_melampaui(r.rerata)),
        Kartu(
            "IKU di bawah target",
            str(di_bawah),
            f"dari {jumlah}",
            keterangan=(f"{kritis} kritis, {di_bawah - kritis} perlu perhatian" if di_bawah else "tidak ada",),
        ),
        Kartu(
            "Indikator yang sudah dinilai",
            str(r.semua.dinilai),
            f"dari {r.semua.penyebut}",
            keterangan=(*cakupan(r.semua), _kesegaran(r.terakhir_lapor, triwulan)),
        ),
    )


def cakupan(a: Agregat) -> tuple[str, ...]:
    """What is missing and what stands outside the denominator, in words."""
    kata = [f"{a.jumlah(s)} {STATUS[s].kata.lower()}" for s in Status if not s.berwarna and a.jumlah(s)]
    return ("; ".join(kata),) if kata else ()


def _kartu_rerata(a: Agregat) -> Kartu:
    if a.nilai is None:
        return Kartu("Rata-rata capaian IKU", "–", keterangan=("belum ada IKU yang dapat dinilai", *cakupan(a)))
    if a.lengkap:
        return Kartu("Rata-rata capaian IKU", persen(a.nilai), keterangan=(f"{a.dinilai} dari {a.penyebut} IKU",))
    batas = f"antara {persen(a.bawah)} (yang belum = 0) dan {persen(a.atas)} (yang belum tepat target)"
    return Kartu(
        "Rata-rata capaian IKU, sementara",
        persen(a.nilai),
        keterangan=(f"{a.dinilai} dari {a.penyebut} IKU; {a.belum} belum ada nilainya", batas),
    )


def _melampaui(a: Agregat) -> tuple[str, ...]:
    lebih = a.jumlah(Status.MELAMPAUI)
    return (f"{lebih} di antaranya melampaui",) if lebih else ()


def _kesegaran(terakhir: int, triwulan: int) -> str:
    if terakhir == 0:
        return "belum ada laporan"
    kata = f"laporan terakhir TW {ROMAWI[terakhir]}"
    return kata if terakhir >= triwulan else f"{kata}; TW {ROMAWI[triwulan]} belum masuk"
