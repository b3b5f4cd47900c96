"""One score's own calculation, aspect by aspect, in the order a reader checks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.dasar.penjelasan import Kepastian, Langkah, Penjelasan
from dashboard.domain.dasar.tanggal import BULAN
from dashboard.domain.skp.baris import BATAS_EFISIENSI, SERATUS, BarisSkp, NilaiAspek, aspek, poin_kreativitas
from dashboard.domain.skp.pegawai import NilaiBulan

PASAL = "Pergub Banten 5/2017, lampiran bab V; Perka BKN 1/2013"
RUMUS = "60 % nilai SKP + 40 % nilai perilaku"
CATATAN_EFISIENSI = "Arah rumus di atas 24 % efisiensi tidak tercetak dalam Pergub (belum dikonfirmasi)."
CATATAN_TAHUN = "Cara menjumlahkan bulan menjadi tahun adalah aturan dasbor (belum dikonfirmasi)."
CATATAN_TAMBAHAN = "Poin tugas tambahan dan kreativitas ditambahkan sekali pada rata-rata (belum dikonfirmasi)."


@dataclass(frozen=True, slots=True)
class UraianBaris:
    """One kegiatan: its steps and its value; None where a realisation is missing."""

    no: str
    kegiatan: str
    nilai: Decimal | None
    langkah: tuple[Langkah, ...]
    catatan: str = ""


def uraikan_baris(nilai: NilaiBulan) -> tuple[UraianBaris, ...]:
    """Every kegiatan of the month or year with its aspects."""
    return tuple(_baris(satu) for satu in nilai.baris)


def uraikan(nilai: NilaiBulan) -> Penjelasan:
    """From the mean of the rows to the prestasi."""
    return Penjelasan(
        rumus=RUMUS,
        langkah=tuple(_langkah(nilai)),
        pasal=PASAL,
        kepastian=Kepastian.DIHITUNG_DENGAN_ASUMSI if any(_catatan(nilai)) else Kepastian.DIHITUNG,
        catatan=tuple(_catatan(nilai)),
    )


def desimal(pecahan: Fraction) -> Decimal:
    """A fraction as a decimal for showing; formatting rounds it further."""
    return Decimal(pecahan.numerator) / Decimal(pecahan.denominator)


def _baris(satu: BarisSkp) -> UraianBaris:
    if not satu.ditargetkan:
        return UraianBaris(satu.no, satu.kegiatan, None, (), "Tidak ditargetkan bulan ini; tidak ikut dirata-rata.")
    isi = aspek(satu)
    nilai = isi.nilai
    langkah = list(_langkah_aspek(satu, isi))
    if nilai is not None:
        angka = tuple(desimal(a) for a in isi.dipakai if a is not None)
        pola = f"({' + '.join('{}' for _ in angka)}) ÷ {len(angka)}"
        langkah.append(Langkah(f"Nilai kegiatan: {pola}", angka, desimal(nilai)))
    catatan = "Mutu dinilai padahal tidak ada hasil." if satu.mutu_tanpa_hasil else ""
    if nilai is None:
        catatan = "Realisasi belum lengkap; bulan ini belum mempunyai nilai SKP."
    return UraianBaris(satu.no, satu.kegiatan, desimal(nilai) if nilai is not None else None, tuple(langkah), catatan)


def _langkah_aspek(satu: BarisSkp, isi: NilaiAspek) -> Iterator[Langkah]:
    for nama, realisasi, target, hasil in (
        ("Kuantitas", satu.realisasi_kuantitas, satu.target_kuantitas, isi.kuantitas),
        ("Kualitas", satu.realisasi_kualitas, satu.target_kualitas, isi.kualitas),
    ):
        if realisasi is not None and target is not None and hasil is not None:
            yield Langkah(f"{nama}: {{}} ÷ {{}} × 100", (realisasi, target), desimal(hasil))
    kosong = satu.realisasi_kuantitas == 0
    yield from _langkah_hemat("Waktu", satu.realisasi_waktu, satu.target_waktu, isi.waktu, kosong)
    if isi.berbiaya:
        yield from _langkah_hemat("Biaya", satu.realisasi_biaya, satu.target_biaya, isi.biaya, kosong)


def _langkah_hemat(
    nama: str, realisasi: Decimal | None, target: Decimal | None, hasil: Fraction | None, kosong: bool
) -> Iterator[Langkah]:
    if hasil is None or target is None:
        return
    if kosong or realisasi is None:
        yield Langkah(f"{nama}: kegiatan tidak dikerjakan", (), Decimal(0))
        return
    efisiensi = SERATUS - SERATUS * Fraction(realisasi) / Fraction(target)
    yield Langkah(f"{nama}, efisiensi: 100 − {{}} ÷ {{}} × 100", (realisasi, target), desimal(efisiensi))
    if efisiensi <= BATAS_EFISIENSI:
        pola = f"{nama}, sampai 24 %: (1,76 × {{}} − {{}}) ÷ {{}} × 100"
    else:
        pola = f"{nama}, lebih dari 24 %: 76 − ((1,76 × {{}} − {{}}) ÷ {{}} × 100 − 100)"
    yield Langkah(pola, (target, realisasi, target), desimal(hasil))


def _langkah(nilai: NilaiBulan) -> Iterator[Langkah]:
    if nilai.kegiatan is not None:
        banyak = sum(satu.ditargetkan for satu in nilai.baris)
        yield Langkah(f"Rata-rata {banyak} kegiatan", (), desimal(nilai.kegiatan))
    if nilai.skp is not None and nilai.kegiatan is not None:
        tugas = Decimal(nilai.tambahan - poin_kreativitas(nilai.kreativitas))
        kreativitas = Decimal(poin_kreativitas(nilai.kreativitas))
        pola = f"Nilai SKP: {{}} + {{}} ({nilai.tugas_tambahan} tugas tambahan) + {{}} (kreativitas)"
        yield Langkah(pola, (desimal(nilai.kegiatan), tugas, kreativitas), desimal(nilai.skp))
    if nilai.perilaku is not None:
        asal = f" (rata-rata {len(nilai.bulan_perilaku)} bulan)" if nilai.bulan_perilaku else ""
        yield Langkah(f"Nilai perilaku{asal}", (), desimal(nilai.perilaku))
    if nilai.skp is not None and nilai.perilaku is not None and nilai.prestasi is not None:
        angka = (desimal(nilai.skp), desimal(nilai.perilaku))
        yield Langkah("Prestasi kerja: 60 % × {} + 40 % × {}", angka, desimal(nilai.prestasi))


def _catatan(nilai: NilaiBulan) -> Iterator[str]:
    if nilai.bulan_dihitung:
        nama = ", ".join(BULAN[b - 1] for b in nilai.bulan_dihitung)
        yield f"{CATATAN_TAHUN} Dijumlahkan dari {len(nilai.bulan_dihitung)} bulan: {nama}."
    if nilai.tambahan:
        yield CATATAN_TAMBAHAN
    if any(_terlalu_longgar(satu) for satu in nilai.baris):
        yield CATATAN_EFISIENSI


def _terlalu_longgar(satu: BarisSkp) -> bool:
    """Whether time or cost went beyond 24 % efficiency."""
    if not satu.ditargetkan or not satu.realisasi_kuantitas:
        return False
    pasangan = ((satu.realisasi_waktu, satu.target_waktu), (satu.realisasi_biaya, satu.target_biaya))
    return any(r is not None and t and 25 * r < 19 * t for r, t in pasangan)
