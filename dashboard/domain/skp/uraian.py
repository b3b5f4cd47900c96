"""One score's own calculation, aspect by aspect, in the order a reader checks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.aturan.skp import SERATUS, AturanSkp
from dashboard.domain.dasar.ketentuan import Ketentuan
from dashboard.domain.dasar.penjelasan import Kepastian, Langkah, Penjelasan, Rujukan
from dashboard.domain.dasar.skala import Kelas
from dashboard.domain.dasar.tanggal import BULAN
from dashboard.domain.skp.baris import BarisSkp, NilaiAspek, aspek
from dashboard.domain.skp.pegawai import NilaiBulan


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
    return tuple(_baris(satu, nilai.aturan) for satu in nilai.baris)


def uraikan(nilai: NilaiBulan, sebutan: Kelas | None = None) -> Penjelasan:
    """From the mean of the rows to the prestasi, and its class where it has one."""
    aturan = nilai.aturan
    return Penjelasan(
        rumus=f"{aturan.bobot_skp.nilai} % nilai SKP + {aturan.bobot_perilaku.nilai} % nilai perilaku",
        langkah=tuple(_langkah(nilai)),
        rujukan=tuple(_rujukan(nilai, sebutan)),
        kepastian=Kepastian.DIHITUNG_DENGAN_ASUMSI if any(_catatan(nilai)) else Kepastian.DIHITUNG,
        catatan=tuple(_catatan(nilai)),
    )


def desimal(pecahan: Fraction) -> Decimal:
    """A fraction as a decimal for showing; formatting rounds it further."""
    return Decimal(pecahan.numerator) / Decimal(pecahan.denominator)


def _baris(satu: BarisSkp, aturan: AturanSkp) -> UraianBaris:
    if not satu.ditargetkan:
        return UraianBaris(satu.no, satu.kegiatan, None, (), "Tidak ditargetkan bulan ini; tidak ikut dirata-rata.")
    isi = aspek(satu, aturan)
    nilai = isi.nilai
    langkah = list(_langkah_aspek(satu, isi, aturan))
    if nilai is not None:
        angka = tuple(desimal(a) for a in isi.dipakai if a is not None)
        pola = f"({' + '.join('{}' for _ in angka)}) ÷ {len(angka)}"
        langkah.append(Langkah(f"Nilai kegiatan: {pola}", angka, desimal(nilai)))
    catatan = "Mutu dinilai padahal tidak ada hasil." if satu.mutu_tanpa_hasil else ""
    if nilai is None:
        catatan = "Realisasi belum lengkap; bulan ini belum mempunyai nilai SKP."
    return UraianBaris(satu.no, satu.kegiatan, desimal(nilai) if nilai is not None else None, tuple(langkah), catatan)


def _langkah_aspek(satu: BarisSkp, isi: NilaiAspek, aturan: AturanSkp) -> Iterator[Langkah]:
    for nama, realisasi, target, hasil in (
        ("Kuantitas", satu.realisasi_kuantitas, satu.target_kuantitas, isi.kuantitas),
        ("Kualitas", satu.realisasi_kualitas, satu.target_kualitas, isi.kualitas),
    ):
        if realisasi is not None and target is not None and hasil is not None:
            yield Langkah(f"{nama}: {{}} ÷ {{}} × 100", (realisasi, target), desimal(hasil))
    tidak_dikerjakan = satu.realisasi_kuantitas == 0
    pasangan = [("Waktu", satu.realisasi_waktu, satu.target_waktu, isi.waktu)]
    if isi.berbiaya:
        pasangan.append(("Biaya", satu.realisasi_biaya, satu.target_biaya, isi.biaya))
    for nama, realisasi, target, hasil in pasangan:
        if hasil is not None and target is not None:
            yield from _langkah_hemat(nama, None if tidak_dikerjakan else realisasi, target, hasil, aturan)


def _langkah_hemat(
    nama: str, realisasi: Decimal | None, target: Decimal, hasil: Fraction, aturan: AturanSkp
) -> Iterator[Langkah]:
    if realisasi is None:
        yield Langkah(f"{nama}: kegiatan tidak dikerjakan", (), Decimal(0))
        return
    efisiensi = SERATUS - SERATUS * Fraction(realisasi) / Fraction(target)
    yield Langkah(f"{nama}, efisiensi: 100 − {{}} ÷ {{}} × 100", (realisasi, target), desimal(efisiensi))
    batas, kali = aturan.batas.nilai, aturan.pengali.nilai
    if efisiensi <= aturan.batas.pecahan:
        pola = f"{nama}, sampai {batas} %: ({kali} × {{}} − {{}}) ÷ {{}} × 100"
    else:
        awal = aturan.pangkal.nilai
        pola = f"{nama}, lebih dari {batas} %: {awal} − (({kali} × {{}} − {{}}) ÷ {{}} × 100 − 100)"
    yield Langkah(pola, (target, realisasi, target), desimal(hasil))


def _langkah(nilai: NilaiBulan) -> Iterator[Langkah]:
    if nilai.kegiatan is not None:
        banyak = sum(satu.ditargetkan for satu in nilai.baris)
        yield Langkah(f"Rata-rata {banyak} kegiatan", (), desimal(nilai.kegiatan))
    if nilai.skp_berjalan is not None and nilai.kegiatan is not None:
        tugas, kreativitas = Decimal(nilai.poin_tugas), Decimal(nilai.poin_kreativitas)
        pola = f"Nilai SKP: {{}} + {{}} ({nilai.tugas_tambahan} tugas tambahan) + {{}} (kreativitas)"
        yield Langkah(pola, (desimal(nilai.kegiatan), tugas, kreativitas), desimal(nilai.skp_berjalan))
    if nilai.perilaku is not None:
        asal = f" (rata-rata {len(nilai.bulan_perilaku)} bulan)" if nilai.bulan_perilaku else ""
        yield Langkah(f"Nilai perilaku{asal}", (), desimal(nilai.perilaku))
    prestasi = nilai.prestasi_berjalan
    if nilai.skp_berjalan is not None and nilai.perilaku is not None and prestasi is not None:
        angka = (desimal(nilai.skp_berjalan), desimal(nilai.perilaku))
        pola = f"Prestasi kerja: {nilai.aturan.bobot_skp.nilai} % × {{}} + {nilai.aturan.bobot_perilaku.nilai} % × {{}}"
        yield Langkah(pola, angka, desimal(prestasi))


def _rujukan(nilai: NilaiBulan, sebutan: Kelas | None) -> Iterator[Rujukan]:
    """The rows behind the steps that were taken."""
    aturan = nilai.aturan
    if any(satu.ditargetkan for satu in nilai.baris):
        yield Rujukan("Waktu dan biaya", aturan.batas)
    if any(_terlalu_longgar(satu, aturan) for satu in nilai.baris):
        yield Rujukan("Efisiensi yang berlebih", aturan.pangkal)
    if nilai.tambahan:
        yield Rujukan("Poin tambahan", _poin(nilai))
    if nilai.prestasi_berjalan is not None:
        yield Rujukan("Prestasi kerja", aturan.bobot_skp)
    if sebutan is not None:
        yield Rujukan(f"Sebutan {sebutan.nama}", sebutan.ketentuan)


def _poin(nilai: NilaiBulan) -> Ketentuan:
    """The row of the extra duties, else of the creativity."""
    aturan = nilai.aturan
    if nilai.poin_tugas:
        return aturan.tugas_tambahan[max(m for m in aturan.tugas_tambahan if m <= nilai.tugas_tambahan)]
    return aturan.kreativitas[nilai.kreativitas or ""]


def _catatan(nilai: NilaiBulan) -> Iterator[str]:
    if not nilai.kegiatan_lengkap:
        yield (
            f"Nilai berjalan: {len(nilai.bulan_dihitung)} dari {len(nilai.bulan_ditunggu)} bulan sudah dihitung; nilai "
            "setahun dan sebutannya ada setelah semuanya dilaporkan. Bulan cuti panjang atau sesudah pindah ditulis "
            'dengan target "-".'
        )
    if not nilai.perilaku_lengkap:
        yield (
            f"Nilai berjalan: perilaku baru dinilai pada {len(nilai.bulan_perilaku)} bulan, sedangkan "
            f"{len(nilai.bulan_ditunggu)} bulan harus dinilai; prestasi setahun dan sebutannya ada setelah perilaku "
            "semua bulan itu dinilai."
        )
    if nilai.bulan_dihitung:
        nama = ", ".join(BULAN[b - 1] for b in nilai.bulan_dihitung)
        yield f"{nilai.aturan.setahun.catatan} Dijumlahkan dari {len(nilai.bulan_dihitung)} bulan: {nama}."
    if nilai.tambahan:
        yield nilai.aturan.tambahan.catatan
    if any(_terlalu_longgar(satu, nilai.aturan) for satu in nilai.baris):
        yield nilai.aturan.pangkal.catatan


def _terlalu_longgar(satu: BarisSkp, aturan: AturanSkp) -> bool:
    """Whether time or cost went beyond the bound of efficiency."""
    if not satu.ditargetkan or not satu.realisasi_kuantitas:
        return False
    pasangan = ((satu.realisasi_waktu, satu.target_waktu), (satu.realisasi_biaya, satu.target_biaya))
    a, b = aturan.wajar
    return any(r is not None and t and b * r < a * t for r, t in pasangan)
