"""Numbers that only the person who handed them in can read: "1.500", a percentage a hundred times off, increments."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.angka import kanonik, tulis_angka
from dashboard.domain.dasar.perilaku import persen
from dashboard.domain.dasar.terbilang import TERBESAR, terbilang
from dashboard.services.data.impor import Pemeriksaan
from dashboard.services.data.penyajian import PILIHAN
from dashboard.services.data.terlihat import ARTI, isi_tersembunyi
from dashboard.services.data.terlihat import PILIHAN as IKUT_ATAU_LEWAT
from data_access.baris import Baris, Nilai, ambil
from data_access.workbook.periksa.masalah import Masalah
from data_access.workbook.periksa.pangkalan import Pangkalan

SERATUS = Decimal(100)
JAUH = 20
"""How many times off a percentage must be from its target before one asks."""
DEKAT = 3
"""Within how many times of its target it must lie once moved by two places."""
DUA_ARTI = "Titik pada angka ini dapat berarti ribuan atau desimal."
MAKS_PERTANYAAN = 100


@dataclass(frozen=True, slots=True)
class PertanyaanAngka:
    """One cell and its readings; `arti` says each in words. `subjek` and `letak` say what and where for a person."""

    buku: int
    berkas: str
    sel: str
    subjek: str
    letak: str
    tertulis: str
    hal: str
    pilihan: tuple[Decimal, ...]
    arti: tuple[str, ...]


def pertanyaan_ambigu(hasil: Sequence[Pemeriksaan]) -> tuple[list[PertanyaanAngka], list[Masalah]]:
    """The problems that are questions, and those that stay problems."""
    tanya: list[PertanyaanAngka] = []
    tetap: list[Masalah] = []
    for i, satu in enumerate(hasil):
        for masalah in satu.laporan.masalah:
            if masalah.pilihan:
                arti = tuple(f"{tulis_angka(nilai)} = {_kata(nilai)}" for nilai in masalah.pilihan)
                hal = DUA_ARTI if len(masalah.pilihan) > 1 else f"Sel ini {masalah.salah}. Angka yang berlaku:"
                sel = masalah.sel
                tanya.append(
                    PertanyaanAngka(i, satu.laporan.berkas, sel, "", sel, masalah.nilai, hal, masalah.pilihan, arti)
                )
            else:
                tetap.append(masalah)
    return tanya, tetap


def _kata(nilai: Decimal) -> str:
    """The number in words, because its digits are what is misread; of an endless one the digits again."""
    return terbilang(kanonik(nilai)) if abs(nilai) < TERBESAR else tulis_angka(nilai)


def pertanyaan_skala(
    hasil: Sequence[Pemeriksaan], pangkalan: Pangkalan, sudah: Collection[tuple[int, str]]
) -> list[PertanyaanAngka]:
    """New percentages that lie a hundred times below or above their target: 0,855 for 85,5 or 8550 for 85,5."""
    tanya = (
        satu
        for i, periksa in enumerate(hasil)
        for satu in _skala_buku(i, periksa, pangkalan)
        if (i, satu.sel) not in sudah
    )
    return [satu for _, satu in zip(range(MAKS_PERTANYAAN), tanya, strict=False)]


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
            tanya.append(PertanyaanAngka(i, berkas, satu.kunci, "", "", satu.tertulis, hal, PILIHAN, arti))
    return tanya


def pertanyaan_tersembunyi(hasil: Sequence[Pemeriksaan], sudah: Collection[tuple[int, str]]) -> list[PertanyaanAngka]:
    """Rows, columns and sheets that hold values and that nobody sees: are they handed in?"""
    hal = "Isinya tidak terlihat di berkas Anda. Ikut diserahkan?"
    return [
        PertanyaanAngka(
            i, periksa.laporan.berkas, satu.kunci, satu.lembar, satu.sebutan, "tersembunyi", hal, IKUT_ATAU_LEWAT, ARTI
        )
        for i, periksa in enumerate(hasil)
        for satu in isi_tersembunyi(periksa.buku)
        if (i, satu.kunci) not in sudah
    ]


def _skala_buku(i: int, periksa: Pemeriksaan, pangkalan: Pangkalan) -> Iterator[PertanyaanAngka]:
    satu = periksa.buku.get("realisasi")
    if satu is None or not satu.berkunci or "nilai" not in satu.posisi or not periksa.rencana:
        return
    baru = _nilai_baru(periksa)
    acuan = _acuan(periksa, pangkalan)
    for j, baris in satu.utuh():
        kunci = _kunci(baris)
        nilai, target = baru.get(kunci), acuan.get(kunci[:3])
        geser = _geser(nilai, target) if nilai is not None and target is not None else None
        if geser is not None and nilai is not None and target is not None:
            kata = "kecil" if geser > nilai else "besar"
            hal = f"Targetnya {tulis_angka(target)} %; angka ini seratus kali lebih {kata}."
            arti = (f"{tulis_angka(geser)} %", f"{tulis_angka(nilai)} % seperti tertulis")
            sel, berkas = satu.sel(j, "nilai"), periksa.laporan.berkas
            yield PertanyaanAngka(i, berkas, sel, "", sel, tulis_angka(nilai), hal, (geser, nilai), arti)


def _geser(nilai: Decimal, target: Decimal) -> Decimal | None:
    """The value moved by two places when only so it comes near the target, else None."""
    if nilai <= 0 or target <= 0:
        return None
    for calon, jauh in ((nilai * SERATUS, nilai * JAUH < target), (nilai / SERATUS, nilai > target * JAUH)):
        if jauh and target / DEKAT <= calon <= target * DEKAT:
            return kanonik(calon)
    return None


def _kunci(baris: Baris) -> tuple[Nilai, ...]:
    return baris["instansi"], baris["indikator"], baris["tahun"], baris["periode"]


def _nilai_baru(periksa: Pemeriksaan) -> dict[tuple[Nilai, ...], Decimal]:
    """Values that would be written and are not there yet."""
    hasil: dict[tuple[Nilai, ...], Decimal] = {}
    for lembar in periksa.rencana:
        if lembar.nama == "realisasi":
            berubah = [baru for lama, baru in lembar.ubah if lama["nilai"] != baru["nilai"]]
            for baris in (*lembar.tambah, *berubah):
                if isinstance(nilai := baris["nilai"], Decimal):
                    hasil[_kunci(baris)] = nilai
    return hasil


def _acuan(periksa: Pemeriksaan, pangkalan: Pangkalan) -> dict[tuple[Nilai, ...], Decimal]:
    """By agency, indicator and year: the largest target of an indicator measured in percent."""
    hasil: dict[tuple[Nilai, ...], Decimal] = {}
    for instansi in periksa.laporan.instansi:
        satuan = pangkalan.satuan(instansi)
        tahun = {baris["tahun"] for _, baris in periksa.buku["realisasi"].utuh()}
        tersimpan = ambil(pangkalan.connection, "target", instansi, saring={"tahun": tahun})
        diserahkan = [baris for _, baris in periksa.buku["target"].utuh()] if "target" in periksa.buku else []
        for baris in (*tersimpan, *diserahkan):
            kunci = (baris["instansi"], baris["indikator"], baris["tahun"])
            nilai = baris.get("nilai") or baris.get("nilai_maks")
            if persen(satuan.get(str(baris["indikator"]))) and isinstance(nilai, Decimal):
                hasil[kunci] = max(nilai, hasil.get(kunci, nilai))
    return hasil
