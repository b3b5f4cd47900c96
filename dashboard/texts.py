"""The Indonesian wording of what the domain names, and the shape and colour of each status.

A status is always shown as shape and word; the colour only strengthens them (SCREENS.md: 3:1 on #FFFFFF
and #0E1117, apart under colour blindness). Wording lives here so that screens, slides and exports agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.indikator import PeranKomponen, Polaritas, Sifat, SumberNilai
from dashboard.domain.dasar.penjelasan import Kepastian
from dashboard.domain.dasar.skala import Kelas, Status
from dashboard.domain.kamus.indikator import KATA_SUMBER

NAMA_APLIKASI = "Dasbor Kinerja BKPSDM"
DATA_CONTOH = KATA_SUMBER[SumberNilai.SIMULASI.value]
"""Made-up sample values, as readers are told; "simulasi" is a what-if on screen and nothing else."""
YANG_TERSEGEL = (
    "Periode ini dikunci: angka, status, dan pengelompokannya seperti ketika dikunci; nama, uraian, dan susunan pohon "
    "seperti sekarang"
)
SEPERTI_SEKARANG = "Daftar ini memeriksa data seperti sekarang, juga untuk periode yang sudah dikunci"

PAGE_ERROR = "Halaman ini gagal ditampilkan. Muat ulang; bila terulang, beri tahu pengelola (rincian ada di log)."

MERAH = "#B62A20"
ORANYE = "#E07800"
HIJAU = "#26975E"
BIRU = "#4B78D2"
ABU = "#656A72"
_KELAS_WARNA = {MERAH: "dk-merah", ORANYE: "dk-oranye", HIJAU: "dk-hijau", BIRU: "dk-biru", ABU: "dk-abu"}


@dataclass(frozen=True, slots=True)
class TampilanStatus:
    """How a status looks: `bentuk` and `kata` carry the meaning, `warna` repeats it."""

    bentuk: str
    kata: str
    warna: str
    arti: str

    @property
    def kelas(self) -> str:
        """The style class that carries the colour, for shapes and bars."""
        return _KELAS_WARNA[self.warna]


STATUS: dict[Status, TampilanStatus] = {
    Status.MELAMPAUI: TampilanStatus("★", "Melampaui", BIRU, "Capaian sampai periode ini melampaui target."),
    Status.TERCAPAI: TampilanStatus("●", "Tercapai", HIJAU, "Capaian sampai periode ini mencapai target."),
    Status.PERLU_PERHATIAN: TampilanStatus(
        "▲", "Perlu perhatian", ORANYE, "Capaian sampai periode ini belum mencapai target, masih di atas batas kritis."
    ),
    Status.KRITIS: TampilanStatus("✖", "Kritis", MERAH, "Capaian sampai periode ini di bawah batas kritis."),
    Status.BELUM_DILAPORKAN: TampilanStatus(
        "○", "Belum dilaporkan", ABU, "Realisasi sampai periode ini belum masuk; tidak dihitung sebagai nol."
    ),
    Status.MENUNGGU_PENILAIAN: TampilanStatus(
        "○", "Menunggu penilaian", ABU, "Dinilai lembaga luar setahun sekali dan hasilnya belum terbit."
    ),
    Status.TIDAK_DITARGETKAN: TampilanStatus(
        "○", "Tidak ditargetkan", ABU, 'Tanpa target sampai periode ini (tercetak "-" atau belum jatuh tempo).'
    ),
    Status.TARGET_BELUM_ADA: TampilanStatus(
        "○", "Target belum ada", ABU, "Dokumen tidak memuat target; dicatat sebagai temuan."
    ),
    Status.TIDAK_DAPAT_DIHITUNG: TampilanStatus(
        "○", "Tidak dapat dihitung", ABU, "Rumusnya tidak memberi hasil, misalnya karena target nol."
    ),
}


def batas_kelas(kelas: Sequence[Kelas], satuan: str = "%") -> dict[str, str]:
    """Where each class of a scale lies, by its code, in words: "76 % ke atas, di bawah 100 %". Best class first."""
    return {k.kode: _batas_kelas(k, lebih, satuan) for lebih, k in zip((None, *kelas), kelas, strict=False)}


def _batas_kelas(k: Kelas, lebih: Kelas | None, satuan: str) -> str:
    bawah = "" if k.batas is None else f"{tulis_angka(k.batas)} {satuan}"
    if lebih is None or lebih.batas is None:
        return f"{bawah} ke atas" if k.inklusif else f"di atas {bawah}"
    if k.batas == lebih.batas:
        return f"tepat {bawah}"
    atas = f"{'di bawah' if lebih.inklusif else 'sampai'} {tulis_angka(lebih.batas)} {satuan}"
    if not bawah:
        return atas
    return f"{bawah} ke atas, {atas}" if k.inklusif else f"di atas {bawah}, {atas}"


KEPASTIAN: dict[Kepastian, str] = {
    Kepastian.DILAPORKAN: "dilaporkan",
    Kepastian.DIHITUNG: "dihitung",
    Kepastian.DIHITUNG_DENGAN_ASUMSI: "dihitung dengan asumsi",
    Kepastian.HANYA_ARAH: "hanya naik atau turunnya, tanpa angka",
    Kepastian.TIDAK_DIKETAHUI: "tidak diketahui",
}

SUMBER_NILAI: dict[SumberNilai, str] = {SumberNilai(isi): kata for isi, kata in KATA_SUMBER.items()}

POLARITAS: dict[Polaritas, str] = {
    Polaritas.POSITIF: "makin tinggi makin baik",
    Polaritas.NEGATIF: "makin rendah makin baik",
}

SIFAT: dict[Sifat, str] = {
    Sifat.TERTULIS: "rumusnya tercetak pada dokumen",
    Sifat.REGULASI: "menurut peraturan",
    Sifat.DUGAAN: "rumusnya perkiraan, perlu dipastikan",
    Sifat.SEBAGIAN: "sebagian masukannya belum ada",
    Sifat.PENYEBUT_BATAS: "menjadi batas, tidak ikut dijumlahkan",
    Sifat.SATUAN_BERBEDA: "mendukung, satuannya berbeda sehingga tidak dihitung",
    Sifat.KONTRIBUSI: "mendukung, tanpa hitungan",
    Sifat.TANPA_HUBUNGAN: "tidak berhubungan",
    Sifat.EKSTERNAL: "dinilai lembaga luar, tidak dihitung dari sini",
}

PERAN: dict[PeranKomponen, str] = {
    PeranKomponen.SUKU: "",
    PeranKomponen.PEMBILANG: "angka yang dibagi",
    PeranKomponen.PENYEBUT: "angka pembagi",
}


def hubungan_teks(peran: PeranKomponen, sifat: Sifat) -> str:
    """How an input enters the formula: "angka pembagi, rumusnya tercetak pada dokumen"."""
    if sifat is Sifat.PENYEBUT_BATAS and PERAN[peran]:
        return PERAN[peran]
    return ", ".join(bagian for bagian in (PERAN[peran], SIFAT[sifat]) if bagian)


NAMA_SKALA: dict[str, str] = {
    "PERMENDAGRI86": "skala Permendagri 86/2017",
    "SAKIP": "kategori SAKIP",
    "MERIT": "kategori sistem merit",
    "SKM": "mutu SKM",
    "IPASN": "kategori IP ASN",
}
"""What a class word is read on: beside a status it would else seem to contradict it."""


def predikat_teks(predikat: str, skala: str | None) -> str:
    """A class word with what it is read on: "Sangat Tinggi (skala Permendagri 86/2017)"."""
    return f"{predikat} ({NAMA_SKALA.get(skala or '', skala)})" if skala else predikat


JENIS: dict[str, str] = {
    "IKU": "IKU",
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub kegiatan",
    "individu": "Individu",
    "IKI": "IKI",
    "dimensi": "Dimensi",
    "kriteria": "Kriteria",
    "sub_item": "Sub item",
}

TANPA_IKU = ("Belum ada indikator utama", "Instansi ini belum memiliki IKU, tujuan, atau sasaran berindikator.")
TANPA_PRIORITAS = ("Tidak ada yang mendesak", "Semua indikator yang jatuh tempo sudah dilaporkan dan mencapai target.")
