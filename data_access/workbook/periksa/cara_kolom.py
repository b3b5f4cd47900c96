"""How a column is written, where it can be read in two ways: decided by its own cells and said, else asked once.

89.49 beside 83,02: is the dot a decimal sign here? 1/2/2025: the first of February, or the second of January?
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.dasar.angka import BUKAN_BILANGAN, NumberError, tulis_angka
from dashboard.domain.dasar.cara_tulis import DESIMAL, KATA, URUTAN, CaraTulis
from dashboard.domain.dasar.tanggal import TanggalAmbigu, baca_tanggal, tulis_tanggal, urutan_tanggal
from dashboard.domain.kamus.buku_kerja import Jenis, Kolom
from data_access.baris import Nilai
from data_access.workbook.berkas.jawaban import NOMOR_CARA
from data_access.workbook.berkas.mentah import Mentah, SelRusak, Tercoret, kosong
from data_access.workbook.periksa.lembar_baca import LembarBaca
from data_access.workbook.periksa.masalah import DaftarMasalah, TanyaKolom
from data_access.workbook.periksa.sel import Hasil, baca_kolom, baca_sel
from data_access.workbook.periksa.usulan import Acuan, terapkan_jawaban, usulan_sel

Galat = list[tuple[int, NumberError]]
NOMOR = {cara: nomor for nomor, cara in NOMOR_CARA.items()}
MAKS_CONTOH = 3


@dataclass(frozen=True, slots=True)
class Pembacaan:
    """Reads columns: what is wrong and what is concluded goes into these lists, `cara` is what was answered."""

    masalah: DaftarMasalah
    catatan: list[str]
    cara: Mapping[tuple[str, str], CaraTulis]
    acuan: Acuan

    def baca(self, lembar: LembarBaca, kolom: Kolom, satuan: Sequence[str | None]) -> list[Nilai]:
        """The typed values of that column; what cannot be read is a problem with its cell and becomes None."""
        letak = lembar.posisi[kolom.nama]
        mentah = lembar.mentah.isi_kolom(letak)
        if kolom.jenis is Jenis.BILANGAN:
            terapkan_jawaban(lembar, kolom, mentah, satuan)
        cara = self.cara.get((lembar.nama, kolom.nama))
        galat: Galat = []
        nilai = baca_kolom(kolom, mentah, satuan, lambda i, error: galat.append((i, error)), cara)
        if galat and cara is None and kolom.jenis is Jenis.TANGGAL:
            cara = self._urutan(lembar, kolom, mentah, galat)
            if cara is not None:
                galat = []
                nilai = baca_kolom(kolom, mentah, satuan, lambda i, error: galat.append((i, error)), cara)
        elif galat and cara is None and kolom.jenis is Jenis.BILANGAN:
            self._desimal(lembar, kolom, mentah, satuan, galat)
        for i, error in galat:
            lembar.ditolak.add(i)
            sel = lembar.sel(i, kolom.nama)
            usul = usulan_sel(self.acuan, lembar, i, kolom, satuan[i]) if error == BUKAN_BILANGAN else None
            error, arti = usul or (error, ())
            self.masalah.tambah(lembar.nama, sel, mentah[i], error.salah, error.benar, pilihan=error.pilihan, arti=arti)
        return nilai

    def _urutan(self, lembar: LembarBaca, kolom: Kolom, mentah: Sequence[Mentah], galat: Galat) -> CaraTulis | None:
        """The order of day and month where the column shows it; else it is asked and its cells leave `galat`."""
        ambigu = [
            (i, hari)
            for i, _ in galat
            if isinstance(isi := mentah[i], str) and isinstance(hari := baca_tanggal(isi), TanggalAmbigu)
        ]
        if not ambigu:
            return None
        terbukti = {
            urutan: i for i, isi in enumerate(mentah) if isinstance(isi, str) and (urutan := urutan_tanggal(isi))
        }
        i, hari = ambigu[0]
        arti = dict(zip(URUTAN, (hari.hari_bulan, hari.bulan_hari), strict=True))
        if len(terbukti) == 1:
            ((urutan, bukti),) = terbukti.items()
            self.catatan.append(
                f"{lembar.sel(i, kolom.nama)}: {mentah[i]} dibaca {tulis_tanggal(arti[urutan])} ({KATA[urutan]}), "
                f"karena {mentah[bukti]} ({lembar.sel(bukti, kolom.nama)}) hanya dapat dibaca begitu. "
                f"{_banyak(len(ambigu))}"
            )
            return urutan
        hal = "Pada kolom ini, mana yang ditulis lebih dahulu: hari atau bulan?"
        kata = [f"{KATA[urutan]}: {mentah[i]} = {tulis_tanggal(arti[urutan])}" for urutan in URUTAN]
        benar = f"Tulis {hari.hari_bulan} atau {hari.bulan_hari}."
        self._tanya(
            lembar,
            kolom,
            mentah,
            [i for i, _ in ambigu],
            (hari.salah, benar, hal),
            dict(zip(URUTAN, kata, strict=True)),
        )
        _buang(galat, [i for i, _ in ambigu])
        return None

    def _desimal(
        self, lembar: LembarBaca, kolom: Kolom, mentah: Sequence[Mentah], satuan: Sequence[str | None], galat: Galat
    ) -> None:
        """Ask for the decimal sign where a dot can only be one; the cells it decides leave `galat`."""

        def arti(i: int, cara: CaraTulis | None) -> Hasil:
            return baca_sel(kolom, mentah[i], satuan[i], cara)

        bertitik = [
            i for i, error in galat if not error.pilihan and _teks(mentah[i]) and _terbaca(arti(i, CaraTulis.TITIK))
        ]
        if not bertitik:
            return
        isi = [i for i, satu in enumerate(mentah) if _teks(satu) and any(tanda in str(satu) for tanda in ".,")]
        hasil = {cara: [arti(i, cara) for i in isi] for cara in DESIMAL}
        terbanyak = max(sum(map(_terbaca, satu)) for satu in hasil.values())
        pilihan: list[CaraTulis] = []
        for cara in DESIMAL:
            if sum(map(_terbaca, hasil[cara])) == terbanyak and hasil[cara] not in [hasil[lain] for lain in pilihan]:
                pilihan.append(cara)
        biasa = dict(galat)
        beda = [i for n, i in enumerate(isi) if any(hasil[cara][n] != biasa.get(i, arti(i, None)) for cara in pilihan)]
        contoh = [i for n, i in enumerate(isi) if len({str(hasil[cara][n]) for cara in pilihan}) > 1][:MAKS_CONTOH]
        berkoma = next((i for i in isi if "," in str(mentah[i]) and i not in biasa), None)
        i = bertitik[0]
        salah, benar = biasa[i].salah, biasa[i].benar
        if berkoma is not None:
            salah += f", sedangkan {lembar.sel(berkoma, kolom.nama)} memakai koma ({mentah[berkoma]})"
        if len(bertitik) > 1:
            salah += f"; begitu pula {len(bertitik) - 1} sel lain pada kolom ini"
        sebut = dict.fromkeys((i, *contoh) if berkoma is None else (i, berkoma, *contoh))
        kata = {
            cara: f"{KATA[cara]}: " + "; ".join(f"{mentah[j]} = {_sebut(arti(j, cara))}" for j in sebut)
            for cara in pilihan
        }
        hal = "Tanda desimal mana yang dipakai kolom ini?"
        self._tanya(lembar, kolom, mentah, [i, *beda], (salah, benar, hal), kata)
        _buang(galat, beda)

    def _tanya(
        self,
        lembar: LembarBaca,
        kolom: Kolom,
        mentah: Sequence[Mentah],
        kena: Sequence[int],
        kalimat: tuple[str, str, str],
        pilihan: Mapping[CaraTulis, str],
    ) -> None:
        lembar.ditolak.update(kena)
        salah, benar, hal = kalimat
        nama = f"{lembar.nama}!{kolom.nama}"
        tanya = TanyaKolom(nama, hal, tuple(cara.value for cara in pilihan), tuple(pilihan.values()))
        nomor = tuple(NOMOR[cara] for cara in pilihan)
        sel = lembar.sel(kena[0], kolom.nama)
        self.masalah.tambah(lembar.nama, sel, mentah[kena[0]], salah, benar, pilihan=nomor, tanya=tanya)


def _buang(galat: Galat, kena: Sequence[int]) -> None:
    """Take the cells that one question stands for off the list, in place."""
    galat[:] = [(i, error) for i, error in galat if i not in set(kena)]


def _teks(isi: Mentah) -> bool:
    return isinstance(isi, str) and not isinstance(isi, SelRusak | Tercoret) and not kosong(isi)


def _terbaca(hasil: Hasil) -> bool:
    """Whether it is a number, or one of two."""
    return isinstance(hasil, Decimal) or (isinstance(hasil, NumberError) and len(hasil.pilihan) > 1)


def _sebut(hasil: Hasil) -> str:
    if isinstance(hasil, Decimal):
        return tulis_angka(hasil)
    return "ditanyakan tersendiri" if _terbaca(hasil) else "tetap ditolak"


def _banyak(jumlah: int) -> str:
    return f"Begitu pula {jumlah - 1} sel lain pada kolom itu." if jumlah > 1 else ""
