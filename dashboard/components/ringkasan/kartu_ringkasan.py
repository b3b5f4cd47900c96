"""The four cards of the summary, worded so that a partial mean can never pass for a whole one."""

from dashboard.charts.kalimat import nama_utama
from dashboard.components.umum.tata import Kartu
from dashboard.domain.dasar.periode import ROMAWI
from dashboard.domain.dasar.skala import Status
from dashboard.domain.hitung.agregat import Agregat
from dashboard.formatting import PEMBAGI_NOL, persen
from dashboard.services.ringkasan import Ringkasan
from dashboard.texts import STATUS

TERCAPAI = (Status.TERCAPAI, Status.MELAMPAUI)
DI_BAWAH = (Status.KRITIS, Status.PERLU_PERHATIAN)


def kartu_ringkasan(r: Ringkasan, triwulan: int) -> tuple[Kartu, ...]:
    """Mean, met, below target, coverage."""
    jumlah, nama = len(r.utama), nama_utama(r.utama)
    judul = nama[0].upper() + nama[1:]
    tercapai = sum(r.rerata.jumlah(s) for s in TERCAPAI)
    di_bawah = sum(r.rerata.jumlah(s) for s in DI_BAWAH)
    kritis = r.rerata.jumlah(Status.KRITIS)
    return (
        _kartu_rerata(r.rerata, nama),
        Kartu(f"{judul} mencapai target", str(tercapai), f"dari {jumlah}", keterangan=_melampaui(r.rerata)),
        Kartu(
            f"{judul} di bawah target",
            str(di_bawah),
            f"dari {jumlah}",
            keterangan=(f"{kritis} kritis, {di_bawah - kritis} perlu perhatian" if di_bawah else "tidak ada",),
        ),
        Kartu(
            "Semua indikator yang dinilai",
            str(r.semua.dinilai),
            f"dari {r.semua.penyebut}",
            keterangan=(*cakupan(r.semua), _kesegaran(r.terakhir_lapor, triwulan)),
        ),
    )


def cakupan(a: Agregat) -> tuple[str, ...]:
    """What is missing and what stands outside the denominator, in words."""
    tanpa_target = a.jumlah(Status.TIDAK_DITARGETKAN) + a.jumlah(Status.TARGET_BELUM_ADA)
    bagian = [
        (a.belum, "belum ada nilainya"),
        (len(a.tanpa_angka), f"melampaui tanpa angka ({PEMBAGI_NOL})"),
        (a.jumlah(Status.MENUNGGU_PENILAIAN), STATUS[Status.MENUNGGU_PENILAIAN].kata.lower()),
        (tanpa_target, "tanpa target sampai periode ini"),
    ]
    return tuple(f"{n} {kata}" for n, kata in bagian if n)


def _kartu_rerata(a: Agregat, nama: str) -> Kartu:
    judul = f"Rata-rata capaian {nama}"
    if a.nilai is None:
        return Kartu(judul, "–", keterangan=("belum ada yang dapat dinilai", *cakupan(a)))
    dari = f"{a.dinilai} dari {a.penyebut} {nama}"
    if a.lengkap:
        return Kartu(judul, persen(a.nilai), keterangan=(dari, *cakupan(a)))
    if not a.belum:
        return Kartu(f"{judul} yang berangka", persen(a.nilai), keterangan=(dari, *cakupan(a)))
    batas = f"antara {persen(a.bawah)} (yang belum = 0) dan {persen(a.atas)} (yang belum tepat target)"
    return Kartu(f"{judul}, sementara", persen(a.nilai), keterangan=(dari, *cakupan(a), batas))


def _melampaui(a: Agregat) -> tuple[str, ...]:
    lebih = a.jumlah(Status.MELAMPAUI)
    return (f"{lebih} di antaranya melampaui",) if lebih else ()


def _kesegaran(terakhir: int, triwulan: int) -> str:
    if terakhir == 0:
        return "belum ada laporan"
    kata = f"laporan terakhir TW {ROMAWI[terakhir]}"
    return kata if terakhir >= triwulan else f"{kata}; TW {ROMAWI[triwulan]} belum masuk"
