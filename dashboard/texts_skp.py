"""The wording of Distribusi SKP: states, remarks, ratings, and the sentences that head its parts."""

from dataclasses import dataclass

from dashboard.domain.aturan.pengaturan import Pengaturan
from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.ketentuan import Ketentuan
from dashboard.domain.dasar.periode import TRIWULAN, SampaiDengan, nama_periode
from dashboard.domain.dasar.tanggal import BULAN
from dashboard.domain.entri.kunci import triwulan_bulan
from dashboard.domain.skp.acuan import milik_posisi
from dashboard.domain.skp.kalender import BULAN_TAHUNAN, KeadaanNilai
from dashboard.domain.skp.predikat import PredikatUnit, Rating
from dashboard.domain.skp.rezim import Rezim
from dashboard.domain.skp.sebaran_batas import Tanda


@dataclass(frozen=True, slots=True)
class TampilanTanda:
    bentuk: str
    kata: str
    arti: str


TANDA: dict[Tanda, TampilanTanda] = {
    Tanda.SERAGAM: TampilanTanda("≡", "Seragam", "Semua nilai hampir sama; penilaian mungkin tidak membedakan."),
    Tanda.MENGGELEMBUNG: TampilanTanda(
        "△", "Menggelembung", "Rata-rata nilai pegawai sangat baik, sedangkan capaian unitnya di bawah batas."
    ),
    Tanda.TERLAMBAT: TampilanTanda(
        "◷", "Terlambat", "Bagian laporan, penilaian, atau verifikasi yang lewat tanggalnya melebihi batas."
    ),
}


def batas_tanda(tanda: Tanda, batas: Pengaturan) -> str:
    """The limits by which a group gets that remark, as the agency has set them."""
    seragam = f"{tulis_angka(batas.seragam_rentang)} poin pada {batas.seragam_minimum} orang atau lebih"
    rerata, capaian = tulis_angka(batas.menggelembung_rerata), tulis_angka(batas.menggelembung_capaian)
    return {
        Tanda.SERAGAM: f"Batasnya: jarak tertinggi dan terendah paling banyak {seragam}.",
        Tanda.MENGGELEMBUNG: f"Batasnya: rata-rata {rerata} ke atas, capaian unit di bawah {capaian} %.",
        Tanda.TERLAMBAT: f"Batasnya: lebih dari {tulis_angka(batas.terlambat_persen)} % pegawai.",
    }[tanda]


KEADAAN: dict[KeadaanNilai, str] = {
    KeadaanNilai.BELUM_DILAPORKAN: "Belum dilaporkan",
    KeadaanNilai.DILAPORKAN: "Dilaporkan",
    KeadaanNilai.DINILAI: "Dinilai",
    KeadaanNilai.KEBERATAN: "Keberatan",
    KeadaanNilai.DIVERIFIKASI: "Diverifikasi",
}
RATING: dict[Rating, str] = {
    Rating.DI_BAWAH: "di bawah ekspektasi",
    Rating.SESUAI: "sesuai ekspektasi",
    Rating.DI_ATAS: "di atas ekspektasi",
}
PREDIKAT_UNIT: dict[PredikatUnit, str] = {
    PredikatUnit.ISTIMEWA: "Istimewa",
    PredikatUnit.BAIK: "Baik",
    PredikatUnit.BUTUH_PERBAIKAN: "Butuh Perbaikan",
    PredikatUnit.KURANG: "Kurang",
    PredikatUnit.SANGAT_KURANG: "Sangat Kurang",
}
CATATAN_PERAGAAN = "Pegawai, SKP, dan perilaku pada halaman ini dibuat untuk peragaan; tidak ada orang sungguhan."
REZIM: dict[Rezim, tuple[str, str]] = {
    Rezim.NUMERIK: ("Baik atau Sangat Baik", "belum ada nilai prestasi"),
    Rezim.PREDIKAT: ("berpredikat Baik ke atas", "belum ada predikat"),
}
"""What the good are called in a year of that regime, and what is said while nobody is assessed."""
SKALA_LAMA = "skala lama"
TANPA_PRESTASI = (
    "Nilai prestasi belum terbentuk",
    "Prestasi memerlukan nilai SKP dan nilai perilaku; salah satunya belum lengkap untuk bulan ini.",
)
TANPA_RATING = ("Belum ada rating", "Isi rating_hasil dan rating_perilaku pada lembar perilaku untuk bulan ini.")
TANPA_HAK = (
    "Nama pegawai tidak ditampilkan untuk peran ini",
    "Nama dan hitungan per orang hanya terlihat oleh perencana, kepala badan, dan kepala bidangnya sendiri.",
)
TANPA_NILAI_SENDIRI = (
    "Belum ada nilai SKP Anda pada bulan ini",
    "Pilih bulan lain. Bila semua bulan kosong, minta pengelola akun mencatat NIP Anda pada akun ini.",
)


def tanpa_skp(sd: SampaiDengan) -> tuple[str, str]:
    """Title and sentence for a position that knows of no month of scores."""
    return (
        f"Belum ada nilai SKP {sd.label}",
        "Ambil alih buku kerja yang berisi lembar pegawai, skp, dan perilaku; nilai dihitung saat diambil alih.",
    )


def belum_dinilai(sd: SampaiDengan) -> str:
    """What a position waits for: its own months, at its end the year's own scores."""
    return "Nilai setahun belum ada" if milik_posisi(BULAN_TAHUNAN, sd) else f"{sd.nama} belum dinilai"


def menunggu_dinilai(sd: SampaiDengan, bulan: int) -> str:
    """Why the indicator has no share where the page still shows a month of an earlier quarter."""
    triwulan = nama_periode(TRIWULAN[triwulan_bulan(bulan) - 1])
    return (
        f"{belum_dinilai(sd)}, sehingga indikator pegawai Baik ke atas {sd.label} masih menunggu. Yang tampak di "
        f"halaman ini nilai {nama_bulan(bulan)}, dari {triwulan}."
    )


def lain_triwulan(sd: SampaiDengan, bulan: int) -> str:
    """Why the achievement of the units does not stand beside scores of another quarter."""
    nilai = "setahun" if bulan == BULAN_TAHUNAN else nama_bulan(bulan)
    return f"Capaian unit {sd.label} tidak dibandingkan dengan nilai {nilai}, yang bukan dari {sd.nama}."


def predikat_belum_berlaku(dasar: Ketentuan) -> tuple[str, str]:
    """Title and sentence for a year before the matrix of ratings."""
    mulai = f"{dasar.berlaku_mulai.day} {BULAN[dasar.berlaku_mulai.month - 1]} {dasar.berlaku_mulai.year}"
    return "Predikat belum dipakai", f"Predikat menurut {dasar.peraturan} berlaku mulai {mulai}."


def berjalan(dilaporkan: int, ditargetkan: int) -> str:
    """How much of a year a score to date stands on: "1 dari 12 bulan"."""
    return f"{dilaporkan} dari {ditargetkan} bulan"


def menunggu_bulan(pegawai: str) -> str:
    """Why people have no score of the year yet, and where the one to date is."""
    return (
        f"{pegawai} pegawai belum mempunyai nilai angka setahun: nilai itu ada setelah semua bulan sampai Desember "
        "dilaporkan dan perilakunya dinilai. Nilai berjalan mereka, beserta banyak bulannya, ada pada bagian Pegawai."
    )


def nilai_tersimpan(skp: str, perilaku: str, prestasi: str) -> str:
    """What a closed month holds, where it is not what the rows of today amount to."""
    return (
        f"Yang berlaku untuk periode ini: nilai SKP {skp}, perilaku {perilaku}, prestasi {prestasi}, seperti ketika "
        "dikunci. Hitungan di atas memakai data pegawai seperti sekarang."
    )


def nama_bulan(bulan: int) -> str:
    """ "Setahun" for 0, else the month's name."""
    return "Setahun" if bulan == BULAN_TAHUNAN else BULAN[bulan - 1]
