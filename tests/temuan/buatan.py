"""A made-up agency with no discrepancy in it: hundreds of indicators in the manner of the real documents."""

import random
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from dashboard.domain.aturan.berlaku import AturanBerlaku
from dashboard.domain.dasar.indikator import (
    DataKinerja,
    Dokumen,
    Indikator,
    Instansi,
    Jabatan,
    Komponen,
    Penyajian,
    Perilaku,
    Realisasi,
    Rumus,
    Sifat,
    Simpul,
    Target,
    Unit,
    Variabel,
)
from dashboard.domain.dasar.periode import akhir_tahun
from dashboard.domain.dasar.setelan import SetelanBertanggal
from dashboard.domain.skp.janggal import KelompokSkp, RingkasanSkp
from dashboard.domain.temuan.periksa import Bahan
from data_access.aturan import untuk

TAHUN = 2025
BIDANG = {
    "MUTASI": (
        "Bidang Mutasi dan Kepangkatan",
        "kenaikan pangkat|mutasi keluar daerah|penempatan jabatan|perbaikan "
        "masa kerja|pelantikan pejabat|promosi terbuka|rotasi antarunit|uji kelayakan jabatan",
    ),
    "DIKLAT": (
        "Bidang Pengembangan Kompetensi",
        "pelatihan teknis|tugas belajar|sertifikasi profesi|seminar daring|"
        "bimbingan karier|magang industri|lokakarya kepemimpinan|orientasi pegawai baru",
    ),
    "DISIPLIN": (
        "Bidang Disiplin dan Penghargaan",
        "hukuman disiplin|pengaduan masyarakat|satyalancana|kode etik|izin "
        "perkawinan|pembinaan mental|kehadiran harian|pemeriksaan khusus",
    ),
    "INFORMASI": (
        "Bidang Pengadaan dan Informasi",
        "seleksi calon aparatur|formasi tahunan|pensiun|basis data "
        "elektronik|arsip digital|jaringan komputer|situs web|kartu identitas",
    ),
    "KEUANGAN": (
        "Sub Bagian Keuangan dan Umum",
        "gaji bulanan|barang inventaris|perjalanan dinas|pajak kendaraan|"
        "rumah tangga kantor|anggaran belanja|surat keluar|gedung arsip",
    ),
}
KERJA = ("Penyiapan bahan", "Penelaahan", "Pelaporan")
POSISI = ("Analis", "Pengelola", "Penyusun", "Verifikator")
KELUARAN = {
    "dokumen": "usulan|verifikasi|rekomendasi|pedoman",
    "laporan": "evaluasi|pemantauan|tindak lanjut|semesteran",
}
SASARAN = ("Meningkatnya kepatuhan aparatur", "Meningkatnya ketepatan layanan", "Meningkatnya mutu kompetensi")
IKU = (
    ("Persentase aparatur yang patuh kode etik", "aparatur yang patuh kode etik", "aparatur"),
    ("Persentase layanan yang selesai tepat waktu", "layanan yang selesai tepat waktu", "layanan"),
    ("Persentase pegawai yang memenuhi standar kompetensi", "pegawai yang memenuhi standar kompetensi", "pegawai"),
)


@dataclass
class Buatan:
    """The agency as lists that a planted fault may change; `bahan()` is what the checks read."""

    rng: random.Random
    tahun: int = TAHUN
    dokumen: list[Dokumen] = field(default_factory=list)
    unit: list[Unit] = field(default_factory=list)
    jabatan: list[Jabatan] = field(default_factory=list)
    simpul: list[Simpul] = field(default_factory=list)
    indikator: dict[str, Indikator] = field(default_factory=dict)
    komponen: list[Komponen] = field(default_factory=list)
    variabel: list[Variabel] = field(default_factory=list)
    target: dict[tuple[str, str], Target] = field(default_factory=dict)
    realisasi: dict[tuple[str, str], Realisasi] = field(default_factory=dict)
    fungsi: dict[str, tuple[str, ...]] = field(default_factory=dict)
    alias: dict[str, tuple[str, ...]] = field(default_factory=dict)
    pengaturan: dict[str, str] = field(default_factory=dict)
    aturan: AturanBerlaku = field(default_factory=lambda: untuk(akhir_tahun(TAHUN)))
    skp: RingkasanSkp = field(default_factory=RingkasanSkp)
    tahun_dokumen: dict[str, tuple[int | None, int | None]] = field(default_factory=lambda: {"SK": (TAHUN, TAHUN)})
    terpakai: set[str] = field(default_factory=set)

    def bahan(self) -> Bahan:
        data = DataKinerja(
            Instansi("UJI", "Badan Kepegawaian Uji"),
            self.tahun,
            "v",
            tuple(self.unit),
            tuple(self.jabatan),
            tuple(self.dokumen),
            tuple(self.simpul),
            tuple(self.indikator.values()),
            tuple(self.komponen),
            tuple(self.variabel),
            tuple(self.target.values()),
            tuple(self.realisasi.values()),
            tuple(SetelanBertanggal(date.min, k, n) for k, n in self.pengaturan.items()),
        )
        return Bahan(data, self.aturan, self.alias, {}, self.fungsi, self.tahun_dokumen, self.skp)

    def ubah(self, kode: str, **lain: object) -> str:
        self.indikator[kode] = replace(self.indikator[kode], **lain)  # type: ignore[arg-type]
        return kode

    def ubah_target(self, kode: str, periode: str = "TAHUN", **lain: object) -> str:
        self.target[kode, periode] = replace(self.target[kode, periode], **lain)  # type: ignore[arg-type]
        return kode

    def ambil(self, satuan: str = "", jenis: str = "IKI") -> Indikator:
        """An indicator that no planted fault has touched yet."""
        pilihan = [
            i
            for i in self.indikator.values()
            if i.jenis == jenis and i.kode not in self.terpakai and satuan in ("", i.satuan)
        ]
        terpilih = self.rng.choice(pilihan)
        self.terpakai.add(terpilih.kode)
        return terpilih

    def tetapkan(self, i: Indikator, nilai: int, maks: int = 0) -> None:
        """A target for the year, its path, and reports along it."""
        kode = i.kode
        teks = f"{nilai}%" if i.satuan == "%" else f"{nilai} {i.satuan}"
        self.target[kode, "TAHUN"] = Target(kode, self.tahun, "TAHUN", Decimal(nilai), teks=teks, dokumen="SK")
        lapor = 0
        for n in range(1, 5):
            jalur = nilai if i.perilaku is Perilaku.PROGRESS else nilai * n // 4
            self.target[kode, f"TW{n}"] = Target(kode, self.tahun, f"TW{n}", Decimal(jalur), dokumen="SK")
            lapor = max(lapor, jalur - 3 + self.rng.randrange(4) + n // 3)
            self.realisasi[kode, f"TW{n}"] = Realisasi(kode, self.tahun, f"TW{n}", Decimal(lapor))


def agensi(benih: int = 1, per_bidang: int = 5) -> Buatan:
    """The same agency for the same seed; about 16 IKI for each of `per_bidang` * 5 positions."""
    b = Buatan(random.Random(benih))
    judul = f"Keputusan tentang Indikator Kinerja Badan Kepegawaian Uji Tahun {b.tahun}"
    b.dokumen.append(Dokumen("SK", judul, tanggal=date(b.tahun, 1, 5)))
    b.unit.append(Unit("BADAN", "Badan Kepegawaian Uji", jenis="badan"))
    b.jabatan.append(Jabatan("KABAN", "Kepala Badan", "BADAN", "jpt"))
    b.simpul.append(Simpul("TUJ", "tujuan", "Terwujudnya aparatur yang melayani", jabatan="KABAN"))
    for nomor, (sasaran, (nama, pokok, dasar)) in enumerate(zip(SASARAN, IKU, strict=True), start=1):
        b.simpul.append(Simpul(f"SAS-{nomor}", "sasaran", sasaran, induk="TUJ"))
        formula = f"Jumlah {pokok} dibagi jumlah {dasar} dikali 100%"
        _tambah(b, f"IKU-{nomor}", f"SAS-{nomor}", str(nomor), nama, "%", "IKU", ("KABAN",), formula)
        b.tetapkan(b.indikator[f"IKU-{nomor}"], 80 + nomor)
    for kode, (unit, objek) in BIDANG.items():
        _bidang(b, kode, unit, objek.split("|"), per_bidang)
    kepala = tuple(KelompokSkp(j.kode, j.unit, 1, (1, 2)) for j in b.jabatan if j.jenis != "pelaksana")
    b.skp = RingkasanSkp(berbiaya=kepala, memimpin=kepala, kepemimpinan=kepala)
    return b


def _bidang(b: Buatan, kode: str, unit: str, objek: list[str], banyak: int) -> None:
    b.unit.append(Unit(kode, unit, "BADAN", "bidang"))
    kepala = f"KABID-{kode}"
    b.jabatan.append(Jabatan(kepala, f"Kepala {unit}", kode, "administrator", "KABAN"))
    sasaran = b.rng.choice([s for s in b.simpul if s.jenjang == "sasaran"])
    hasil = f"Meningkatnya kinerja {unit.lower()}"
    b.simpul.append(Simpul(f"IND-{kode}", "individu", hasil, induk=sasaran.kode, jabatan=kepala))
    nama = f"Persentase {objek[0]} yang memenuhi syarat"
    formula = f"Jumlah {objek[0]} yang memenuhi syarat dibandingkan jumlah {objek[0]} dikali 100%"
    _tambah(b, f"IKI-{kode}-000", f"IND-{kode}", "1", nama, "%", "IKI", (kepala,), formula, unit)
    b.tetapkan(b.indikator[f"IKI-{kode}-000"], 90)
    for n in range(1, 4):
        b.komponen.append(Komponen(f"IKU-{n}", f"IKI-{kode}-000", Sifat.KONTRIBUSI))
    for urut in range(banyak):
        _jabatan(b, kode, unit, objek, urut)


def _jabatan(b: Buatan, kode: str, unit: str, objek: list[str], urut: int) -> None:
    pokok = objek[urut % len(objek)]
    jabatan = f"J-{kode}-{urut}"
    nama = f"{POSISI[urut % 4]} {pokok.title()} {urut // 4 or ''}".strip()
    b.jabatan.append(Jabatan(jabatan, nama, kode, "pelaksana", f"KABID-{kode}"))
    b.fungsi[jabatan] = tuple(f"{kerja} {pokok} sesuai ketentuan" for kerja in KERJA)
    lanjutan = f"tahap {urut // len(objek) + 1} " if urut >= len(objek) else ""
    nomor = 0
    for satuan, sifat in KELUARAN.items():
        for keterangan in sifat.split("|"):
            for tempat in ("kecamatan", "perangkat daerah"):
                nomor += 1
                hal = f"{keterangan} {pokok} {lanjutan}pada {tempat}"
                iki = f"IKI-{kode}-{urut}{nomor:02d}"
                hasil, ukuran = f"Tersedianya {satuan} {hal}", f"Jumlah {satuan} {hal}"
                b.simpul.append(Simpul(f"S{iki}", "individu", hasil, induk=f"IND-{kode}", jabatan=jabatan))
                formula = f"{ukuran} yang diselesaikan"
                _tambah(b, iki, f"S{iki}", str(nomor), ukuran, satuan, "IKI", (jabatan,), formula, unit)
                b.tetapkan(b.indikator[iki], b.rng.randrange(8, 240))


def _tambah(
    b: Buatan,
    kode: str,
    simpul: str,
    nomor: str,
    nama: str,
    satuan: str,
    jenis: str,
    pemilik: tuple[str, ...],
    formula: str,
    sumber: str = "Laporan kinerja tahunan",
) -> None:
    cacah = satuan != "%"
    b.indikator[kode] = Indikator(
        kode,
        simpul,
        nama,
        jenis,
        nomor=nomor,
        satuan=satuan,
        perilaku=Perilaku.AKUMULASI if cacah else Perilaku.PROGRESS,
        tipe_penghitungan="Kumulatif" if cacah else "Non kumulatif",
        penyajian=Penyajian.SD_PERIODE if cacah else None,
        formulasi=formula,
        pemilik=pemilik,
        sumber_data=sumber,
        dokumen="SK",
        letak=f"Tabel {jenis}, baris {nomor}",
        definisi=f"{nama.partition(' ')[2].capitalize()} menurut catatan akhir tahun.",
    )


def jumlahkan(b: Buatan, banyak: int = 3) -> str:
    """Turn an IKI into the sum of others of its unit, with targets that add up; its code."""
    induk = b.ambil("dokumen")
    bagian = [b.ambil("dokumen") for _ in range(banyak)]
    b.ubah(induk.kode, rumus=Rumus.JUMLAH)
    b.komponen.extend(Komponen(induk.kode, i.kode, Sifat.TERTULIS) for i in bagian)
    nilai = sum(int(b.target[i.kode, "TAHUN"].nilai or 0) for i in bagian)
    b.tetapkan(b.indikator[induk.kode], nilai)
    for n in range(1, 5):
        jumlah = sum((b.realisasi[i.kode, f"TW{n}"].nilai or Decimal(0) for i in bagian), Decimal(0))
        b.realisasi[induk.kode, f"TW{n}"] = replace(b.realisasi[induk.kode, f"TW{n}"], nilai=jumlah)
    return induk.kode
