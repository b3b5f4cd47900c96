"""What a workbook holds but does not show: hidden rows, columns and sheets, and numbers shown otherwise than stored."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.kamus.buku_kerja import Jenis
from data_access.workbook.berkas.mentah import BukuMentah, LembarMentah, Mentah, Persen, kosong, nama_baku
from data_access.workbook.cell_address import deret_baris, huruf_kolom
from data_access.workbook.periksa.lembar_baca import LEMBAR_BANTU, Buku, LembarBaca
from data_access.workbook.periksa.masalah import Jawab
from data_access.workbook.periksa.sel import tulis

PILIHAN = (Decimal(1), Decimal(2))
"""Stand for the answers where every answer is a number: take it, leave it out."""
ARTI = ("ikut diambil", "dilewati")
PEMISAH = "?"
"""Parts the sheet of such a question from what is hidden in it; no address of a cell holds it."""
LEMBAR, BARIS, KOLOM, SEL = "lembar", "baris", "kolom", "sel"
MAKS_SEBUT = 20
DIAMBIL = "Yang diambil nilai tersimpan."


@dataclass(frozen=True, slots=True)
class IsiTersembunyi:
    """Filled cells that nobody sees: `sebutan` says which, `kunci` names the question."""

    lembar: str
    bagian: str
    sebutan: str

    @property
    def kunci(self) -> str:
        return f"{self.lembar}{PEMISAH}{self.bagian}"

    @property
    def kalimat(self) -> str:
        """For who cannot be asked: the command line."""
        return f"Lembar {self.lembar}: {self.sebutan} tersembunyi dan ikut diambil."


def isi_tersembunyi(buku: Buku) -> list[IsiTersembunyi]:
    """The hidden parts that hold values of ours."""
    return [kasus for satu in buku.values() if satu.mentah.baris for kasus in _kasus(satu)]


def _kasus(satu: LembarBaca) -> Iterator[IsiTersembunyi]:
    mentah = satu.mentah
    if mentah.pandangan.lembar:
        yield IsiTersembunyi(satu.nama, LEMBAR, f"seluruh lembar ({len(mentah.baris)} baris)")
        return
    baris = sorted({nomor for nomor in mentah.nomor if nomor in mentah.pandangan.baris})
    if baris:
        yield IsiTersembunyi(satu.nama, BARIS, f"baris {deret_baris(baris)}")
    kolom = {
        letak
        for i, isi in enumerate(mentah.baris)
        for posisi in (satu.posisi.values() if mentah.pandangan.kolom else ())
        if (letak := mentah.kolom_asal(i, posisi)) in mentah.pandangan.kolom
        and posisi < len(isi)
        and not kosong(isi[posisi])
    }
    if kolom:
        yield IsiTersembunyi(satu.nama, KOLOM, f"kolom {', '.join(map(huruf_kolom, sorted(kolom)))}")
    sel = {
        kotak
        for i, nomor in enumerate(mentah.nomor if mentah.pandangan.sel else ())
        for posisi in satu.posisi.values()
        if (kotak := (nomor, mentah.kolom_asal(i, posisi))) in mentah.pandangan.sel
        and not (nomor in mentah.pandangan.baris or kotak[1] in kolom)
    }
    if sel:
        yield IsiTersembunyi(satu.nama, SEL, f"isi sel {_deret_sel(sel)} (warna, ukuran huruf, atau formatnya)")


def _deret_sel(sel: Collection[tuple[int, int]]) -> str:
    semua = [f"{huruf_kolom(kolom)}{nomor}" for nomor, kolom in sorted(sel)]
    return ", ".join(semua[:MAKS_SEBUT]) + (f" dan {len(semua) - MAKS_SEBUT} lainnya" if semua[MAKS_SEBUT:] else "")


def kalimat_tertutup(buku: Buku) -> list[str]:
    """What lay under merged cells of a sheet of ours, and was left out."""
    semua = {nama: satu.mentah.pandangan.tertutup for nama, satu in buku.items()}
    return [
        f"Lembar {nama}: isi {', '.join(f'{huruf_kolom(k)}{b}' for b, k in letak[:MAKS_SEBUT])}"
        f"{' dan lainnya' if len(letak) > MAKS_SEBUT else ''} tertutup sel gabungan, tidak terlihat dan tidak diambil."
        for nama, letak in semua.items()
        if letak
    ]


def lewati(buku: BukuMentah, jawaban: Collection[tuple[str, Jawab]]) -> BukuMentah:
    """The workbook without the hidden parts that were answered to be left out."""
    lewat = {sel for sel, nilai in jawaban if PEMISAH in sel and nilai == PILIHAN[1]}
    if not lewat:
        return buku
    return replace(buku, lembar=[_lewati_lembar(satu, lewat) for satu in buku.lembar])


def _lewati_lembar(satu: LembarMentah, lewat: Collection[str]) -> LembarMentah:
    awalan = f"{nama_baku(satu.nama)}{PEMISAH}"
    if awalan + LEMBAR in lewat:
        return replace(satu, nama=LEMBAR_BANTU + satu.nama)
    lihat = satu.pandangan
    if awalan + BARIS in lewat:
        satu = satu.hanya([i for i, nomor in enumerate(satu.nomor) if nomor not in lihat.baris])
    if awalan + KOLOM in lewat:
        # Reshaped rows stand for a cell each: those of a hidden column go. The others only lose the column's meaning.
        if satu.asal:
            satu = satu.hanya([i for i, asal in enumerate(satu.asal) if asal[-1] not in lihat.kolom])
        judul = [f"({isi})" if i in lihat.kolom and not satu.asal else isi for i, isi in enumerate(satu.judul)]
        satu = replace(satu, judul=judul)
    if awalan + SEL in lewat:
        if satu.asal:
            terlihat = [(nomor, asal[-1]) not in lihat.sel for nomor, asal in zip(satu.nomor, satu.asal, strict=True)]
            satu = satu.hanya([i for i, benar in enumerate(terlihat) if benar])
        isi: list[Sequence[Mentah]] = [_terlihat(satu, i) for i in range(len(satu.baris))]
        satu = replace(satu, baris=isi).hanya([i for i, baris in enumerate(isi) if not all(map(kosong, baris))])
    return satu


def _terlihat(satu: LembarMentah, i: int) -> list[Mentah]:
    """The cells of a row that are seen."""
    semua = enumerate(satu.baris[i])
    return [None if (satu.nomor[i], satu.kolom_asal(i, k)) in satu.pandangan.sel else isi for k, isi in semua]


def kalimat_bersyarat(buku: Buku) -> list[str]:
    """Where a conditional format may show another number than the one stored, or none."""
    return [
        f"Lembar {nama}: {', '.join(satu.mentah.pandangan.bersyarat[:MAKS_SEBUT])} berformat bersyarat yang dapat "
        f"menampilkan angka lain daripada yang tersimpan, atau menyembunyikannya. {DIAMBIL}"
        for nama, satu in buku.items()
        if satu.mentah.pandangan.bersyarat and satu.mentah.baris
    ]


def kalimat_tampil(buku: Buku) -> list[str]:
    """What is shown otherwise than it is stored, and the numbers a formula has made text; the first ones by name."""
    semua = [kalimat for satu in buku.values() for kalimat in _tampil_lembar(satu)]
    lebih = len(semua) - MAKS_SEBUT
    return [*semua[:MAKS_SEBUT], *([f"… dan sedikitnya {lebih} sel lain yang tampil berbeda."] if lebih > 0 else [])]


def _tampil_lembar(satu: LembarBaca) -> Iterator[str]:
    lihat = satu.mentah.pandangan
    if not lihat.tampil and not lihat.rumus_teks:
        return
    angka = {k.nama for k in satu.lembar.kolom if k.jenis is Jenis.BILANGAN}
    for i, isi in enumerate(satu.mentah.baris):
        for nama, posisi in satu.posisi.items():
            letak = satu.mentah.nomor[i], satu.mentah.kolom_asal(i, posisi)
            mentah = isi[posisi] if posisi < len(isi) else None
            if letak in lihat.tampil and isinstance(mentah, float | str):
                yield f"{satu.sel(i, nama)}: tersimpan {_tulis(mentah)}, tampil {lihat.tampil[letak]}. {DIAMBIL}"
            elif nama in angka and letak in lihat.rumus_teks and isinstance(mentah, str):
                yield f"{satu.sel(i, nama)}: {mentah} adalah teks hasil rumus; bilangan di baliknya dapat berbeda."


def _tulis(mentah: Mentah) -> str:
    return tulis(mentah).replace("%", " %") if isinstance(mentah, Persen) else tulis(mentah)
