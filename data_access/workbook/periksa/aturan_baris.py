"""What must hold between the cells of one row (and, for perilaku, with the employee it speaks of)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from dashboard.domain.aturan.pengaturan import PER_KUNCI, periksa_setelan
from dashboard.domain.dasar.angka import NumberError, tulis_angka
from dashboard.domain.dasar.ketentuan import SEBELUM_ADA_DATA
from dashboard.domain.entri.perubahan_target import ALASAN
from data_access.aturan import untuk
from data_access.baris import Baris, Nilai, kunci_baris
from data_access.workbook.periksa.lembar_baca import Buku, LembarBaca
from data_access.workbook.periksa.masalah import DaftarMasalah
from data_access.workbook.periksa.pangkalan import Pangkalan

Temuan = tuple[str, str, str]
"""(column, what is wrong, what is right)"""


@dataclass(frozen=True, slots=True)
class AturanBaris:
    """What `periksa` says of a row; it is handed these columns alone, so that equal rows are looked at once.

    Only where the file has the column `bila`, if one is named.
    """

    periksa: Callable[[Baris], Temuan | None]
    kolom: tuple[str, ...]
    bila: str = ""


ASPEK = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama")
KOLOM_KEPEMIMPINAN = ("instansi", "nip", "kepemimpinan", *ASPEK)
UJUNG_RENTANG = ("nilai_min", "nilai_maks")
TARGET_SKP = ("target_kuantitas", "target_kualitas", "target_waktu")
PASANGAN_SKP = tuple((f"target_{a}", f"realisasi_{a}") for a in ("kuantitas", "kualitas", "waktu", "biaya"))
MAKS_KALI_TARGET = 100_000
"""Scores are kept in whole millionths and summed over an agency: no row may hold more times its target than this."""


def _urut(bawah: str, atas: str) -> AturanBaris:
    """`bawah` must not exceed `atas` where both are given."""

    def periksa(baris: Baris) -> Temuan | None:
        kecil, besar = baris.get(bawah), baris.get(atas)
        if kecil is None or besar is None or kecil <= besar:  # type: ignore[operator]
            return None
        return bawah, f"lebih besar dari {atas}", f"Tukar atau perbaiki {bawah} dan {atas}."

    return AturanBaris(periksa, (bawah, atas))


def _target_bertentangan(baris: Baris) -> Temuan | None:
    if baris.get("teks") != "-" or all(baris.get(kolom) is None for kolom in ("nilai", "nilai_min", "nilai_maks")):
        return None
    return "teks", "berarti tidak ditargetkan padahal nilai target terisi", "Kosongkan nilai target atau hapus tanda -."


def _nilai_dan_rentang(baris: Baris) -> Temuan | None:
    """A target is one figure or a range; of both nobody can know which was meant."""
    if baris.get("nilai") is None or all(baris.get(kolom) is None for kolom in UJUNG_RENTANG):
        return None
    return "nilai", "terisi bersama batas rentangnya (nilai_min, nilai_maks)", "Kosongkan nilai, atau kedua batasnya."


def _perubahan_tanpa_alasan(baris: Baris) -> Temuan | None:
    """A changed target names one of the Pergub's five reasons, from the form and from a workbook alike."""
    if baris["versi"] != "perubahan":
        return None
    if str(baris["penjelasan"] or "").startswith(tuple(f"{alasan}:" for alasan in ALASAN.values())):
        return None
    contoh = ", ".join(f"{alasan}: …" for alasan in ALASAN.values())
    return "penjelasan", "target yang diubah tidak menyebut alasannya", f"Awali penjelasan dengan salah satu: {contoh}."


def _target_skp_nol(baris: Baris) -> Temuan | None:
    """DOMAIN.md section 3: a target of 0 is refused, nothing can be divided by it."""
    for kolom in TARGET_SKP:
        if baris.get(kolom) == Decimal(0):
            return kolom, "target tidak boleh nol", "Tulis target di atas nol; - bila tidak ditargetkan bulan itu."
    return None


def _jauh_di_atas_target(baris: Baris) -> Temuan | None:
    """Nobody does a hundred thousand times the work that was set: one of the two figures is mistyped."""
    for kolom_target, kolom_realisasi in PASANGAN_SKP:
        realisasi = baris.get(kolom_realisasi)
        if realisasi is None:
            continue
        target = baris.get(kolom_target)
        if isinstance(target, Decimal) and isinstance(realisasi, Decimal) and realisasi > target * MAKS_KALI_TARGET > 0:
            salah = f"lebih dari {tulis_angka(Decimal(MAKS_KALI_TARGET))} kali {kolom_target}"
            return kolom_realisasi, salah, "Periksa target dan realisasinya; salah satunya salah ketik."
    return None


def _varian_terbalik(baris: Baris) -> Temuan | None:
    """DOMAIN.md section 2: T/R is a variant for lower-is-better; elsewhere a better value would score lower."""
    if baris.get("rumus_capaian") != "T/R" or baris.get("polaritas") != "positif":
        return None
    return "rumus_capaian", "T/R dipakai untuk indikator berpolaritas positif", "Pakai baku, atau polaritas negatif."


def _pengaturan(baris: Baris) -> Temuan | None:
    """A setting is one of the table, and what its row says it may be on the day it begins."""
    kunci, nilai, mulai = baris.get("kunci"), baris.get("nilai"), baris.get("berlaku_mulai")
    if kunci is None or nilai is None:
        return None
    hari = max(mulai, SEBELUM_ADA_DATA) if isinstance(mulai, date) else SEBELUM_ADA_DATA
    hasil = periksa_setelan(str(kunci), str(nilai), untuk(hari))
    if not isinstance(hasil, NumberError):
        return None
    return "nilai" if kunci in PER_KUNCI else "kunci", hasil.salah, hasil.benar


ATURAN: Mapping[str, tuple[AturanBaris, ...]] = {
    "indikator": (AturanBaris(_varian_terbalik, ("rumus_capaian", "polaritas")),),
    "dokumen": (_urut("tahun_mulai", "tahun_selesai"),),
    "variabel": (_urut("batas_bawah", "batas_atas"),),
    "target": (
        _urut(*UJUNG_RENTANG),
        AturanBaris(_target_bertentangan, ("teks", "nilai", *UJUNG_RENTANG)),
        AturanBaris(_nilai_dan_rentang, ("nilai", *UJUNG_RENTANG)),
        AturanBaris(_perubahan_tanpa_alasan, ("versi", "penjelasan"), bila="penjelasan"),
    ),
    "skp": (
        AturanBaris(_target_skp_nol, TARGET_SKP),
        AturanBaris(_jauh_di_atas_target, tuple(chain.from_iterable(PASANGAN_SKP))),
    ),
    "pengaturan": (AturanBaris(_pengaturan, ("kunci", "nilai", "berlaku_mulai")),),
}


def periksa_baris(buku: Buku, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    for nama, aturan in ATURAN.items():
        if nama in buku:
            _terapkan(buku[nama], aturan, masalah)
    if "target" in buku:
        _rentang_tersimpan(buku["target"], pangkalan, masalah)
    if "perilaku" in buku:
        memimpin = _memimpin(buku, pangkalan)
        dipimpin = AturanBaris(lambda baris: _kepemimpinan_kosong(baris, memimpin), KOLOM_KEPEMIMPINAN, "kepemimpinan")
        _terapkan(buku["perilaku"], (dipimpin,), masalah)


def _rentang_tersimpan(satu: LembarBaca, pangkalan: Pangkalan, masalah: DaftarMasalah) -> None:
    """A file without the columns of the other kind leaves what is stored there: the row to be is looked at whole."""
    kolom = ("nilai", *UJUNG_RENTANG)
    tetap = [k for k in kolom if k not in satu.posisi]
    if not tetap or len(tetap) == len(kolom) or not satu.berkunci:
        return
    tersimpan = {
        kunci_baris("target", baris): baris
        for instansi in {str(baris["instansi"]) for _, baris in satu.utuh()}
        for baris in pangkalan.kolom(instansi, "target", "instansi", *satu.lembar.kunci, *kolom)
    }
    for i, baris in list(satu.utuh()):
        lama = tersimpan.get(kunci_baris("target", baris))
        if lama is None or _nilai_dan_rentang({**{k: lama[k] for k in tetap}, **_isi(baris, kolom, tetap)}) is None:
            continue
        letak = next(k for k in kolom if k in satu.posisi and baris.get(k) is not None)
        satu.ditolak.add(i)
        salah = f"terisi, padahal yang tersimpan {', '.join(f'{k} {lama[k]}' for k in tetap if lama[k] is not None)}"
        benar = "Sertakan kolom nilai, nilai_min, dan nilai_maks; kosongkan yang tidak dipakai."
        masalah.tambah("target", satu.sel(i, letak), baris[letak], salah, benar)


def _isi(baris: Baris, kolom: tuple[str, ...], kecuali: list[str]) -> Baris:
    return {k: baris.get(k) for k in kolom if k not in kecuali}


def _terapkan(satu: LembarBaca, aturan: Sequence[AturanBaris], masalah: DaftarMasalah) -> None:
    semua = sorted((i, nomor, temuan) for nomor, a in enumerate(aturan) for i, temuan in _temuan(satu, a))
    for i, _, (kolom, salah, benar) in semua:
        satu.ditolak.add(i)
        masalah.tambah(satu.nama, satu.sel(i, kolom), satu.baris[i].get(kolom), salah, benar)


def _temuan(satu: LembarBaca, aturan: AturanBaris) -> Iterator[tuple[int, Temuan]]:
    """The rows of which the rule says something, by index, and what."""
    if aturan.bila and aturan.bila not in satu.posisi:
        return
    isi = list(zip(*(satu.isi[kolom] for kolom in aturan.kolom), strict=True))
    temuan = {nilai: aturan.periksa(dict(zip(aturan.kolom, nilai, strict=True))) for nilai in set(isi)}
    if any(temuan.values()):
        for i, nilai in enumerate(isi):
            if (kena := temuan[nilai]) is not None:
                yield i, kena


def _kepemimpinan_kosong(baris: Baris, memimpin: Mapping[tuple[Nilai, Nilai], bool]) -> Temuan | None:
    """DOMAIN.md section 3: who leads is assessed on leading; a blank would silently count as another rule."""
    if not memimpin.get((baris["instansi"], baris["nip"])):
        return None
    if baris["kepemimpinan"] is not None or all(baris.get(kolom) is None for kolom in ASPEK):
        return None
    return "kepemimpinan", "kosong padahal pegawai ini memimpin", "Isi nilai kepemimpinan 0 sampai 100."


def _memimpin(buku: Buku, pangkalan: Pangkalan) -> dict[tuple[Nilai, Nilai], bool]:
    """Who leads, by agency and NIP: the database overlaid with the workbook."""
    hasil: dict[tuple[Nilai, Nilai], bool] = {}
    for instansi in {str(baris["instansi"]) for baris in buku["perilaku"].baris}:
        for baris in pangkalan.kolom(instansi, "pegawai", "nip", "memimpin"):
            hasil[instansi, baris["nip"]] = baris["memimpin"] == "ya"
    if "pegawai" in buku and "memimpin" in buku["pegawai"].posisi:
        for baris in buku["pegawai"].baris:
            hasil[baris["instansi"], baris.get("nip")] = baris["memimpin"] == "ya"
    return hasil
