"""The sentences of a meeting's agenda: the gap in the unit's own words, how a promise stands, the question to ask."""

from collections.abc import Sequence
from datetime import date

from dashboard.charts.kalimat import beda_bersatuan, nilai_bersatuan, selisih_target, target_tertulis, temuan_utama
from dashboard.domain.dasar.indikator import Polaritas
from dashboard.domain.dasar.periode import SampaiDengan, nama_periode
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.agenda import TANPA_NILAI, Perbandingan, Prioritas
from dashboard.domain.entri.janji import Janji, KeadaanJanji
from dashboard.domain.hitung.agregat import Agregat
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import angka, capaian_teks, persen, tanggal
from dashboard.texts import STATUS

DISEBUT = 3
"""So many names stand in a sentence; the rest are counted."""


def temuan_ringkasan(semua: Agregat, utama: tuple[HasilIndikator, ...]) -> str:
    """The finding that heads the summary: what is unreported before anything is judged."""
    belum = semua.jumlah(Status.BELUM_DILAPORKAN)
    temuan = temuan_utama(utama)
    if not belum:
        return temuan
    lanjutan = temuan[:1].lower() + temuan[1:]
    return f"{angka(belum, 0)} dari {angka(semua.penyebut, 0)} indikator belum dilaporkan; {lanjutan}"


def kalimat_celah(p: Prioritas, sd: SampaiDengan) -> str:
    """ "Kurang 22 orang dari target 312 orang; capaian 92,95 %", or what is missing where there is no value."""
    h = p.hasil
    if h.status in TANPA_NILAI:
        return _tanpa_nilai(p, sd)
    beda, target = selisih_target(h), target_tertulis(h)
    capaian = f"capaian {persen(h.persen)}"
    if not beda:
        return f"{capaian[0].upper()}{capaian[1:]} dari target {target}"
    jarak = beda_bersatuan(beda, h.indikator.satuan)
    if h.indikator.polaritas is Polaritas.NEGATIF:
        return f"Melewati batas {target} sebanyak {jarak}; {capaian}"
    return f"Kurang {jarak} dari target {target}; {capaian}"


def _tanpa_nilai(p: Prioritas, sd: SampaiDengan) -> str:
    h = p.hasil
    if h.status is Status.TIDAK_DAPAT_DIHITUNG:
        return " ".join(("Tidak dapat dihitung.", *h.simpul.catatan[:1]))
    belum = f"Menunggu {sebut(p.menunggu)}" if p.menunggu else f"Realisasi {_hilang(h, sd)} belum dilaporkan"
    if h.realisasi.terakhir in {0, sd.triwulan}:
        return f"{belum}; target {target_tertulis(h)}"
    lalu = SampaiDengan(sd.tahun, h.realisasi.terakhir).nama
    nilai = nilai_bersatuan(h.realisasi.nilai_terakhir, h.indikator.satuan)
    return f"{belum}; s.d. {lalu} {nilai}, target sekarang {target_tertulis(h)}"


def _hilang(h: HasilIndikator, sd: SampaiDengan) -> str:
    """The periods that are due and were not reported."""
    return ", ".join(map(nama_periode, h.realisasi.hilang)) or sd.nama


def sebut(nama: Sequence[str]) -> str:
    """ "SUB-01, SUB-02, SUB-03 dan 4 lainnya" """
    if len(nama) <= DISEBUT:
        return ", ".join(nama)
    return f"{', '.join(nama[:DISEBUT])} dan {len(nama) - DISEBUT} lainnya"


def kalimat_sejak(sejak: SampaiDengan) -> str:
    return "setahun penuh" if sejak.setahun else f"sejak {sejak.nama}"


def kalimat_batas(janji: Janji) -> str:
    """ "Bendahara, batas 16 Mei 2023, dijanjikan TW I 2023" """
    batas = f"batas {tanggal(janji.entri.batas_waktu)}" if janji.entri.batas_waktu else "tanpa batas waktu"
    return f"{janji.entri.pic or 'tanpa penanggung jawab'}, {batas}, dijanjikan {janji.periode}"


def pertanyaan(p: Prioritas, sd: SampaiDengan, hari_ini: date) -> str:
    """What to ask the owner: what would move this on from where it stands."""
    if p.hasil.status is Status.TIDAK_DAPAT_DIHITUNG:
        return "Data apa yang belum ada sehingga angkanya tidak dapat dihitung, dan siapa yang melengkapinya?"
    if p.hasil.status is Status.BELUM_DILAPORKAN:
        apa = sebut(p.menunggu) or f"realisasi {_hilang(p.hasil, sd)}"
        return f"Kapan {apa} dilaporkan, dan apa yang menahannya?"
    if p.janji is None:
        if p.kendala:
            return "Apa yang akan dilakukan, siapa yang mengerjakannya, dan kapan selesai?"
        return "Apa kendalanya, siapa yang menanganinya, dan kapan selesai?"
    batas = p.janji.entri.batas_waktu
    hari = tanggal(batas)
    return {
        KeadaanJanji.LEWAT: f"Batas {hari} sudah lewat: apa yang belum selesai, dan kapan batas barunya?",
        KeadaanJanji.BERJALAN: f"Sampai di mana, dan apakah selesai sebelum {hari}?"
        if batas
        else "Sampai di mana, dan kapan selesai?",
        KeadaanJanji.SELESAI: "Tindak lanjut sudah selesai tetapi target belum tercapai: apa langkah berikutnya?",
        KeadaanJanji.BATAL: "Tindak lanjut dibatalkan: apa gantinya, siapa yang mengerjakannya, dan kapan selesai?",
    }[p.janji.keadaan(hari_ini)]


def judul_janji(lewat: Sequence[Janji], sd: SampaiDengan) -> tuple[str, str]:
    """Heading of the overdue promises, and from which quarters they are."""
    if not lewat:
        return "Tidak ada janji yang lewat batas waktu", ""
    kini = sum((j.entri.tahun, j.entri.sd.triwulan) == (sd.tahun, sd.triwulan) for j in lewat)
    tw = SampaiDengan(sd.tahun, sd.triwulan).nama
    bagian = [(len(lewat) - kini, f"dari laporan sebelum {tw}"), (kini, f"dari laporan {tw}")]
    asal = ", ".join(f"{angka(n, 0)} {kata}" for n, kata in bagian if n)
    return f"{angka(len(lewat), 0)} janji lewat batas waktu", f"{asal[0].upper()}{asal[1:]}; yang terlama di atas."


def judul_perubahan(b: Perbandingan | None) -> tuple[str, str]:
    """Heading of what changed since the quarter before, and what came or went."""
    if b is None:
        return "Belum ada triwulan sebelumnya pada tahun ini", "Perubahan terlihat mulai TW II."
    bagian = [(len(b.memburuk), "memburuk"), (len(b.membaik), "membaik")]
    status = ", ".join(f"{angka(n, 0)} {kata}" for n, kata in bagian if n) or "status tidak berubah"
    lain = [(b.baru, "baru dinilai"), (b.hilang, "tidak lagi bernilai karena laporannya belum masuk")]
    isi = ", ".join(f"{angka(n, 0)} {kata}" for n, kata in lain if n)
    return f"Sejak {b.sejak.nama}: {status}", f"{isi[0].upper()}{isi[1:]}." if isi else ""


def kalimat_perubahan(lalu: HasilIndikator, kini: HasilIndikator) -> str:
    """What stands behind the status of now: "tadinya tercapai; capaian dari 100 % ke 97,2 %"."""
    dari, ke = capaian_teks(lalu.capaian), capaian_teks(kini.capaian)
    return f"tadinya {STATUS[lalu.status].kata.lower()}; capaian dari {dari} ke {ke}"
