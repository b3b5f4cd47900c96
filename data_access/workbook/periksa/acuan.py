"""Are codes unique, and does every reference resolve, in the workbook or in the database?"""

import difflib
from collections.abc import Iterable, Iterator
from heapq import nlargest

from dashboard.domain.dasar.teks import satu_baris, sebagai_latin
from dashboard.domain.kamus.buku_kerja import BERKODE, BERNILAI, PEMISAH_DAFTAR, Jenis, Kolom, lembar
from data_access.baris import Nilai, pemilik_baris
from data_access.workbook.periksa.lembar_baca import LEMBAR_ORANG, LEMBAR_UKUR, Buku, LembarBaca
from data_access.workbook.periksa.masalah import ABAIKAN, DaftarMasalah, TanyaBaris
from data_access.workbook.periksa.pangkalan import Pangkalan

MAKS_DUGAAN = 100
"""Look-alikes are searched for the first unknown codes only, and only those are asked about: more are another file."""
MIRIP = 0.75
NAMA_MIRIP = 0.65
MAKS_TERDEKAT = 3
MAKS_CALON = 64
"""Names that are compared letter by letter: those that share most words."""
ARTI_ABAIKAN = "abaikan baris"
BENAR = "Tambahkan kode itu atau perbaiki penulisannya."
BENAR_UKUR = "Perbaiki penulisannya, tambahkan kode itu, atau kosongkan nilainya: baris tanpa nilai dilewati."


def periksa_kunci(buku: Buku, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    """No key twice in a sheet, no code in two spellings; no code both an indikator and a variabel."""
    for satu in buku.values():
        _periksa_ganda(satu, masalah)
    for ruang in (BERNILAI, *((nama,) for nama in BERKODE if nama not in BERNILAI)):
        _periksa_ejaan(buku, ruang, pangkalan, masalah)
    for nama, lawan in (BERNILAI, BERNILAI[::-1]):
        if nama in buku:
            _periksa_ruang_kode(buku, nama, lawan, pangkalan, masalah)


def _periksa_ganda(satu: LembarBaca, masalah: DaftarMasalah) -> None:
    if not satu.berkunci:
        return
    kunci = list(zip(*(satu.isi[kolom] for kolom in satu.lembar.kunci_penuh), strict=True))
    if len(set(kunci)) == len(kunci):
        return
    pertama: dict[tuple[Nilai, ...], int] = {}
    wajib = [kolom for kolom in satu.lembar.kunci if satu.lembar.kolom_bernama(kolom).wajib]
    for i, baris in enumerate(satu.baris):
        if any(baris[kolom] is None for kolom in wajib):
            continue
        isi = kunci[i]
        if isi not in pertama:
            pertama[isi] = i
            continue
        satu.ditolak.add(i)
        nilai = " / ".join(str(baris[kolom]) for kolom in wajib)
        salah = f"sudah dipakai pada baris {satu.mentah.nomor[pertama[isi]]}"
        masalah.tambah(satu.nama, satu.sel(i, wajib[0]), nilai, salah, f"Beri {' dan '.join(wajib)} yang berbeda.")


def _periksa_ejaan(buku: Buku, ruang: tuple[str, ...], pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    """Sheets that share their codes: two that differ in case or in what nobody sees would be taken for one another."""
    ada: dict[tuple[str, str], str] = {}
    terisi: dict[str, frozenset[str]] = {}
    for nama in filter(buku.__contains__, ruang):
        satu = buku[nama]
        kolom = satu.lembar.kunci[0]
        for i, baris in enumerate(satu.baris if kolom in satu.posisi else ()):
            if baris[kolom] is None or baris.get("instansi") is None:
                continue
            kode, milik = str(baris[kolom]), "" if nama == "instansi" else str(baris["instansi"])
            if milik not in terisi:
                terisi[milik] = _tersimpan(ruang, milik, pangkalan)
                ada |= {(milik, _bentuk(lama)): lama for lama in terisi[milik]}
            lain = ada.setdefault((milik, _bentuk(kode)), kode)
            if lain != kode and kode not in terisi[milik]:
                satu.ditolak.add(i)
                salah = f"hanya berbeda huruf besar-kecil, bentuk huruf, atau huruf tak terlihat dari {lain}"
                benar = f"Tulis {lain}, atau beri kode yang benar-benar lain."
                masalah.tambah(nama, satu.sel(i, kolom), kode, salah, benar)


def _tersimpan(ruang: tuple[str, ...], milik: str, pangkalan: Pangkalan) -> frozenset[str]:
    if ruang == ("instansi",):
        return frozenset(pangkalan.instansi)
    return frozenset(kode for nama in ruang for kode in pangkalan.kode(milik, nama))


def _bentuk(kode: str) -> str:
    """What spellings of one code have in common; wide letters and accents of two parts look like others."""
    return sebagai_latin(satu_baris(kode)).casefold()


def _periksa_ruang_kode(buku: Buku, nama: str, lawan: str, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    """Within the workbook the second sheet is to blame; against the database, whichever comes new."""
    satu = buku[nama]
    di_buku = _kode_buku(buku, lawan) if nama == BERNILAI[1] else set()
    for i, baris in enumerate(satu.baris):
        kode, milik = baris.get("kode"), pemilik_baris(nama, baris)
        if kode is None:
            continue
        if (milik, str(kode)) in di_buku or kode in pangkalan.kode(milik, lawan):
            satu.ditolak.add(i)
            salah = f"sudah dipakai sebagai kode {lawan}"
            masalah.tambah(nama, satu.sel(i, "kode"), kode, salah, "Indikator dan variabel tidak boleh berkode sama.")


def _kode_buku(buku: Buku, nama: str) -> set[tuple[str, str]]:
    kunci = lembar(nama).kunci[0]
    satu = buku.get(nama)
    if satu is None or kunci not in satu.posisi:
        return set()
    return {(str(baris["instansi"]), str(baris[kunci])) for baris in satu.baris if baris[kunci] is not None}


def periksa_acuan(buku: Buku, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    """Every code named in a column must exist. A sheet whose code column is missing cannot be asked."""
    daftar = {nama: _kode_buku(buku, nama) for nama in BERKODE}
    tanpa_kunci = {nama for nama, satu in buku.items() if not satu.berkunci}
    dugaan = iter(range(MAKS_DUGAAN))
    for satu in buku.values():
        for kolom in satu.lembar.kolom:
            if kolom.nama in satu.posisi and kolom.acuan and not tanpa_kunci.intersection(kolom.acuan):
                menurut: dict[tuple[str, str], list[int]] = {}
                for i, kode in _tak_dikenal(satu, kolom, daftar, pangkalan):
                    satu.ditolak.add(i)
                    menurut.setdefault((str(satu.baris[i]["instansi"]), kode), []).append(i)
                for (milik, kode), letak in menurut.items():
                    dicari = next(dugaan, None) is not None
                    mirip = _mirip(kode, milik, kolom, daftar, pangkalan) if dicari else {}
                    _tolak(satu, kolom, kode, letak, mirip, masalah, ditanya=dicari)


def _tolak(
    satu: LembarBaca,
    kolom: Kolom,
    kode: str,
    letak: list[int],
    mirip: dict[str, str],
    masalah: DaftarMasalah,
    *,
    ditanya: bool,
) -> None:
    """The rows with that unknown code are refused; of a sheet of measurements they are one question."""
    utama = kolom.nama == satu.lembar.kunci[0]
    benar = BENAR_UKUR if utama and satu.nama in LEMBAR_UKUR else BENAR
    if mirip:
        benar += f" Mungkin maksudnya {' atau '.join(mirip.values())}."
    tanya = None
    pilihan: dict[str, str] = {}
    if ditanya and utama and satu.nama in (*LEMBAR_UKUR, *LEMBAR_ORANG):
        tanya = TanyaBaris(satu.sel(letak[0], kolom.nama), len(letak))
        pilihan = (mirip if satu.nama in LEMBAR_UKUR else {}) | {ABAIKAN: ARTI_ABAIKAN}
    for i in letak:
        masalah.tambah(
            satu.nama,
            satu.sel(i, kolom.nama),
            kode,
            f"tidak ada di lembar {' atau '.join(kolom.acuan)}",
            benar,
            pilihan=tuple(pilihan),
            arti=tuple(pilihan.values()),
            tanya=tanya,
        )


def _tak_dikenal(
    satu: LembarBaca, kolom: Kolom, daftar: dict[str, set[tuple[str, str]]], pangkalan: Pangkalan
) -> Iterator[tuple[int, str]]:
    def dikenal(milik: str, kode: str) -> bool:
        return any((milik, kode) in daftar[nama] or kode in pangkalan.kode(milik, nama) for nama in kolom.acuan)

    isi = list(zip(satu.isi["instansi"], satu.isi[kolom.nama], strict=True))
    asing: dict[tuple[Nilai, Nilai], list[str]] = {
        (milik, nilai): tak_ada
        for milik, nilai in set(isi)
        if milik is not None
        and nilai is not None
        and (tak_ada := [kode for kode in _bagian(kolom, str(nilai)) if not dikenal(str(milik), kode)])
    }
    for i, satu_isi in enumerate(isi if asing else ()):
        for kode in asing.get(satu_isi, ()):
            yield i, kode


def _bagian(kolom: Kolom, nilai: str) -> Iterable[str]:
    return nilai.split(PEMISAH_DAFTAR) if kolom.jenis is Jenis.DAFTAR else (nilai,)


def _mirip(
    kode: str, milik: str, kolom: Kolom, daftar: dict[str, set[tuple[str, str]]], pangkalan: Pangkalan
) -> dict[str, str]:
    """The codes that may be meant, with how each is named to a person."""
    ada = {satu for nama in kolom.acuan for satu in pangkalan.kode(milik, nama)}
    ada |= {satu for nama in kolom.acuan for pemilik, satu in daftar[nama] if pemilik == milik}
    sebentuk = [satu for satu in sorted(ada) if _bentuk(satu) == _bentuk(kode)]
    mirip = sebentuk or difflib.get_close_matches(kode, sorted(ada), n=1, cutoff=MIRIP)
    return {mirip[0]: mirip[0]} if mirip else _nama_terdekat(kode, milik, kolom, pangkalan)


def _nama_terdekat(tertulis: str, milik: str, kolom: Kolom, pangkalan: Pangkalan) -> dict[str, str]:
    """The stored names most like what was written, each with its code: people name an indicator, not its code.

    Persons are not named: their key is a NIP, and no name of anybody else helps to mend one.
    """
    nama: dict[str, list[tuple[str, str]]] = {}
    for asal in (satu for satu in kolom.acuan if {"kode", "nama"} <= set(lembar(satu).nama_kolom)):
        for baris in pangkalan.kolom(milik, asal, "kode", "nama"):
            nama.setdefault(_bentuk(str(baris["nama"])), []).append(
                (str(baris["kode"]), f"“{baris['nama']}” ({baris['kode']})")
            )
    kata = set(_bentuk(tertulis).split())
    calon = nlargest(MAKS_CALON, sorted(nama), key=lambda teks: len(kata.intersection(teks.split())))
    dekat = difflib.get_close_matches(_bentuk(tertulis), calon, n=MAKS_TERDEKAT, cutoff=NAMA_MIRIP)
    return dict([satu for teks in dekat for satu in nama[teks]][:MAKS_TERDEKAT])
