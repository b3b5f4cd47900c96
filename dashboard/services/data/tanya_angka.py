"""What only the person can say who handed it in: "1.500", a percentage a hundred times off, a row nobody knows."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.angka import kanonik, tulis_angka
from dashboard.domain.dasar.terbilang import TERBESAR, terbilang
from dashboard.services.data.angka_periode.penyajian import ARTI as PENYAJIAN_PILIHAN
from dashboard.services.data.angka_periode.penyajian import PILIHAN
from dashboard.services.data.angka_periode.perilaku_satuan import ARTI as PERILAKU_PILIHAN
from dashboard.services.data.angka_periode.perilaku_satuan import KATA
from dashboard.services.data.angka_periode.perilaku_satuan import PILIHAN as PERILAKU
from dashboard.services.data.pemeriksaan import Pemeriksaan
from dashboard.services.data.terlihat import ARTI, isi_tersembunyi
from dashboard.services.data.terlihat import PILIHAN as IKUT_ATAU_LEWAT
from data_access.workbook.periksa.masalah import Jawab, Masalah, TanyaKolom, kata_jawab

DUA_ARTI = "Titik pada angka ini dapat berarti ribuan atau desimal."
MAKS_PERTANYAAN = 100
PENYAJIAN = tuple(satu.value for satu in PENYAJIAN_PILIHAN.values())
PERILAKU_DIKETIK = tuple(satu.value for satu in PERILAKU_PILIHAN.values())
TERSEMBUNYI_DIKETIK = ("ikut", "lewati")
ANGKA, TERSEMBUNYI, KOLOM, SATUAN, BARIS = "angka", "bagian tersembunyi", "kolom", "satuan", "nama baris"


@dataclass(frozen=True, slots=True)
class PertanyaanAngka:
    """One question and its readings; `arti` says each in words. `subjek` and `letak` say what and where for a person.

    `hitungan` is what such questions are counted as; `tertulis` is empty where there is no single cell to read out.
    `kata` are the answers as one types them where they are no numbers; `kalimat` is what is said to who is not asked.
    """

    buku: int
    berkas: str
    sel: str
    subjek: str
    letak: str
    tertulis: str
    hal: str
    pilihan: tuple[Jawab, ...]
    arti: tuple[str, ...]
    hitungan: str = ANGKA
    kata: tuple[str, ...] = ()
    kalimat: str = ""

    @property
    def jawaban(self) -> dict[str, Jawab]:
        """The answers as one types them."""
        return dict(zip(self.kata or map(kata_jawab, self.pilihan), self.pilihan, strict=True))

    @property
    def soal(self) -> tuple[str, str, str]:
        """What it is about, where, and the question itself."""
        tertulis = f"tertulis “{self.tertulis}”. " if self.tertulis else ""
        return self.subjek, self.letak, f"{tertulis}{self.hal}"


def sebut_banyak(pertanyaan: Sequence[PertanyaanAngka]) -> str:
    """ "2 angka dan 1 bagian tersembunyi": how many there are of each."""
    banyak = Counter(satu.hitungan for satu in pertanyaan)
    return " dan ".join(f"{n} {kata}" for kata, n in banyak.items())


def pertanyaan_semua(periksa: Pemeriksaan, sudah: Collection[tuple[int, str]]) -> list[PertanyaanAngka]:
    """Every question that one workbook raises."""
    hasil = [periksa]
    ambigu, _ = pertanyaan_ambigu(hasil)
    berjumlah, satuan = pertanyaan_penyajian(hasil), pertanyaan_satuan(hasil)
    return [*pertanyaan_tersembunyi(hasil, sudah), *satuan, *ambigu, *pertanyaan_skala(hasil, sudah), *berjumlah]


def pertanyaan_ambigu(hasil: Sequence[Pemeriksaan]) -> tuple[list[PertanyaanAngka], list[Masalah]]:
    """The problems that are questions, those that share one once, and those that stay problems."""
    tanya: dict[tuple[int, str], PertanyaanAngka] = {}
    tetap: list[Masalah] = []
    for i, satu in enumerate(hasil):
        for masalah in satu.laporan.masalah:
            if not masalah.pilihan:
                tetap.append(masalah)
            elif (i, masalah.kunci) not in tanya:
                tanya[i, masalah.kunci] = _tanya_masalah(i, satu.laporan.berkas, masalah)
    return list(tanya.values()), tetap


def _tanya_masalah(i: int, berkas: str, masalah: Masalah) -> PertanyaanAngka:
    sel, pilihan, kolom = masalah.sel, masalah.pilihan, masalah.tanya
    if isinstance(kolom, TanyaKolom):
        hal = f"{masalah.salah[:1].upper()}{masalah.salah[1:]}. {kolom.hal}"
        return PertanyaanAngka(
            i, berkas, kolom.kunci, "", sel, masalah.nilai, hal, pilihan, kolom.arti, KOLOM, kolom.kata
        )
    if kolom is not None:
        banyak = f", {kolom.banyak} baris" if kolom.banyak > 1 else ""
        hal = f"{masalah.salah}{banyak}."
        return PertanyaanAngka(i, berkas, masalah.kunci, "", sel, "", hal, pilihan, masalah.arti, BARIS)
    if masalah.arti:
        hal = f"Sel ini {masalah.salah}. {masalah.benar} Yang diambil:"
        return PertanyaanAngka(i, berkas, sel, "", sel, masalah.nilai, hal, pilihan, masalah.arti)
    arti = tuple(f"{tulis_angka(n)} = {_kata(n)}" for n in pilihan if isinstance(n, Decimal))
    hal = DUA_ARTI if len(pilihan) > 1 else f"Sel ini {masalah.salah}. Angka yang berlaku:"
    return PertanyaanAngka(i, berkas, sel, "", sel, masalah.nilai, hal, pilihan, arti)


def _kata(nilai: Decimal) -> str:
    """The number in words, because its digits are what is misread; of an endless one the digits again."""
    return terbilang(kanonik(nilai)) if abs(nilai) < TERBESAR else tulis_angka(nilai)


def pertanyaan_skala(hasil: Sequence[Pemeriksaan], sudah: Collection[tuple[int, str]]) -> list[PertanyaanAngka]:
    """New values that lie a hundred times below or above their target: 0,855 for 85,5 or 8550 for 85,5."""
    return [
        PertanyaanAngka(
            i,
            periksa.laporan.berkas,
            satu.sel,
            "",
            satu.sel,
            tulis_angka(satu.tertulis),
            satu.hal,
            satu.pilihan,
            (satu.sebut(satu.geser), f"{satu.sebut(satu.tertulis)} seperti tertulis"),
        )
        for i, periksa in enumerate(hasil)
        for satu in periksa.skala
        if (i, satu.sel) not in sudah
    ][:MAKS_PERTANYAAN]


def pertanyaan_penyajian(hasil: Sequence[Pemeriksaan]) -> list[PertanyaanAngka]:
    """Percentages whose quarters add up to the year: are they increments? The answer is the indicator's penyajian."""
    tanya = []
    for i, periksa in enumerate(hasil):
        for satu in periksa.berjumlah[:MAKS_PERTANYAAN]:
            hal = (
                "Persentase triwulannya berjumlah target tahunan: apakah tiap angka tambahan triwulan itu saja, "
                "atau jumlah sampai dengan triwulan itu?"
            )
            setahun = (satu.tahunan, satu.triwulan[-1])
            kata = ("tambahan", "jumlah sampai dengan triwulan")
            arti = tuple(f"{k}: setahun {tulis_angka(n)} %" for k, n in zip(kata, setahun, strict=True))
            berkas = periksa.laporan.berkas
            tanya.append(
                PertanyaanAngka(
                    i,
                    berkas,
                    satu.kunci,
                    "",
                    "",
                    satu.tertulis,
                    hal,
                    PILIHAN,
                    arti,
                    kata=PENYAJIAN,
                    kalimat=satu.kalimat,
                )
            )
    return tanya


def pertanyaan_satuan(hasil: Sequence[Pemeriksaan]) -> list[PertanyaanAngka]:
    """Units that do not say whether period figures add up. The answer is the perilaku of their indicators."""
    hal = "perilaku kosong, dan satuan ini tidak menentukan bagaimana angka triwulan membentuk angka tahun."
    return [
        PertanyaanAngka(
            i,
            periksa.laporan.berkas,
            satu.kunci,
            f"Satuan {satu.satuan}",
            satu.sebutan,
            "",
            hal,
            PERILAKU,
            KATA,
            SATUAN,
            PERILAKU_DIKETIK,
            satu.kalimat,
        )
        for i, periksa in enumerate(hasil)
        for satu in periksa.satuan[:MAKS_PERTANYAAN]
    ]


def pertanyaan_tersembunyi(hasil: Sequence[Pemeriksaan], sudah: Collection[tuple[int, str]]) -> list[PertanyaanAngka]:
    """Rows, columns and sheets that hold values and that nobody sees: are they handed in?"""
    hal = "isinya tidak terlihat di berkas Anda. Ikut diserahkan?"
    return [
        PertanyaanAngka(
            i,
            periksa.laporan.berkas,
            satu.kunci,
            f"Lembar {satu.lembar}",
            satu.sebutan,
            "",
            hal,
            IKUT_ATAU_LEWAT,
            ARTI,
            TERSEMBUNYI,
            TERSEMBUNYI_DIKETIK,
            satu.kalimat,
        )
        for i, periksa in enumerate(hasil)
        for satu in isi_tersembunyi(periksa.buku)
        if (i, satu.kunci) not in sudah
    ]
