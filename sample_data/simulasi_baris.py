"""The simulated rows of `target.csv` and `realisasi.csv`, with what was promised where a value is critical."""

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from simulasi_bahan import SIMULASI, Bahan, Baris, angka, cetak, deret, kumulatif, nolkan
from simulasi_nilai import Nilai, bulatkan

TW = ("TW1", "TW2", "TW3", "TW4")
KOLOM_TARGET = ("indikator", "tahun", "periode", "nilai", "sumber_nilai", "penjelasan")
KOLOM_REALISASI = (
    "indikator",
    "tahun",
    "periode",
    "nilai",
    "sumber_nilai",
    "keterangan_sumber",
    "kendala",
    "solusi",
    "tindak_lanjut",
    "status_tindak_lanjut",
    "pic",
    "batas_waktu",
    "tanggal_selesai",
)
BATAS_WAKTU = (("05-16", "05-30"), ("08-15", "08-29"), ("11-14", "11-28"), ("02-13", "02-27"))
SELESAI = ("05-12", "08-11", "11-10", "02-09")
KRITIS = Decimal(76)
SEMUA = "*"


def simpan(bahan: Bahan, kendala: list[Baris]) -> None:
    """Write both sheets: the rows that are not simulated as they were, then the simulated ones."""
    nilai = Nilai(bahan)
    target = [b for kode in bahan.indikator for b in _target(nilai, kode)]
    realisasi = [b for kode in bahan.indikator for b in _realisasi(nilai, kode, kendala)]
    realisasi += [b for kode in bahan.variabel for b in _triwulan(bahan, kode, deret(bahan.rencana(kode, "realisasi")))]
    _tulis(bahan.folder / "target.csv", KOLOM_TARGET, bahan.target, target)
    _tulis(bahan.folder / "realisasi.csv", KOLOM_REALISASI, bahan.realisasi, realisasi)


def _tulis(berkas: Path, kolom: Iterable[str], tetap: list[Baris], baru: list[Baris]) -> None:
    """Columns: the sheet's own first, then those of `kolom`; one that holds nothing is left out."""
    terpakai = {k for b in (*tetap, *baru) for k, v in b.items() if v}
    judul = [k for k in dict.fromkeys([*(tetap[0] if tetap else ()), *kolom]) if k in terpakai]
    with berkas.open("w", encoding="utf-8", newline="") as f:
        penulis = csv.DictWriter(f, judul, restval="", extrasaction="ignore", lineterminator="\n")
        penulis.writeheader()
        penulis.writerows([*tetap, *baru])


def _umum(bahan: Bahan, kode: str) -> Baris:
    return {"indikator": kode, "tahun": str(bahan.setelan.tahun), "sumber_nilai": SIMULASI}


def _target(nilai: Nilai, kode: str) -> Iterator[Baris]:
    umum, tahunan = _umum(nilai.bahan, kode), nilai.tahunan(kode)
    if kode not in nilai.bahan.target_tercetak and tahunan is not None:
        penjelasan = "Target contoh: dokumen tidak mencetak angka."
        yield {**umum, "periode": "TAHUN", "nilai": cetak(tahunan), "penjelasan": penjelasan}
    for periode, n in zip(TW, nilai.jalur(kode) or (), strict=False):
        if n is not None:
            yield {**umum, "periode": periode, "nilai": cetak(n)}


def _realisasi(nilai: Nilai, kode: str, kendala: list[Baris]) -> Iterator[Baris]:
    bahan = nilai.bahan
    if awal := bahan.rencana(kode, "nilai_lalu"):
        yield {**_umum(bahan, kode), "tahun": str(bahan.setelan.tahun - 1), "periode": "TAHUN", "nilai": awal}
    if bahan.setahun_sekali(kode):
        yield from _penilaian(nilai, kode)
        return
    for baris in _triwulan(bahan, kode, nilai.nilai(kode) or []):
        yield baris | _janji(nilai, kode, TW.index(baris["periode"]), kendala)


def _triwulan(bahan: Bahan, kode: str, nilai: list[Decimal | None]) -> Iterator[Baris]:
    for q, n in enumerate(nilai):
        if n is not None:
            akhir = q == bahan.setelan.sampai - 1
            asal = bahan.rencana(kode, "keterangan") if akhir else ""
            yield {**_umum(bahan, kode), "periode": TW[q], "nilai": cetak(n), "keterangan_sumber": asal}


def _penilaian(nilai: Nilai, kode: str) -> Iterator[Baris]:
    """A score of the year: from the scenario, the share of a criterion, or drawn near the target."""
    bahan, target = nilai.bahan, nilai.tahunan(kode)
    rencana = bahan.rencana(kode, "realisasi")
    ada = any(b["indikator"] == kode for b in bahan.realisasi)
    if rencana == "menunggu" or target is None or ada or bahan.dihitung(kode):
        return
    skor = angka(rencana)
    if bahan.indikator[kode]["jenis"] == "sub_item":
        skor = nilai.bagian(kode, angka(bahan.rencana(bahan.kriteria(kode), "realisasi")))
    if skor is None:
        skor = bulatkan(target * Decimal(f"{0.95 + 0.08 * bahan.acak(kode, 'faktor').random():.4f}"), False)
    asal = bahan.rencana(kode, "keterangan")
    yield {**_umum(bahan, kode), "periode": "TAHUN", "nilai": cetak(skor), "keterangan_sumber": asal}


def _kritis(nilai: Nilai, kode: str, q: int) -> bool:
    """Whether the capaian to date of a reported quarter is below the critical bound."""
    lapor, jalur = nilai.nilai(kode) or [], nilai.jalur(kode) or [None] * 4
    jumlahkan = nilai.bahan.tambahan(kode)
    r = kumulatif(nolkan(lapor))[q] if jumlahkan else lapor[q]
    t = kumulatif(nolkan(jalur))[q] if jumlahkan else jalur[q]
    if r is None or not t:
        return False
    return (2 * t - r if nilai.bahan.negatif(kode) else r) * 100 / t < KRITIS


def _janji(nilai: Nilai, kode: str, q: int, kendala: list[Baris]) -> Baris:
    """Obstacle, answer and promise of a critical quarter; earlier promises are mostly kept."""
    if not _kritis(nilai, kode, q):
        return {}
    bahan = nilai.bahan
    i, acak = bahan.indikator[kode], bahan.acak(kode, f"kendala{q}")
    nama = f" {re.sub(r'[^a-z]+', ' ', i['nama'].lower())} "
    cocok = [k for k in kendala if any(f" {kata} " in nama for kata in k["kata"].split("|"))]
    pilihan = cocok[:1] or [k for k in kendala if k["kata"] == SEMUA]
    isi = pilihan[int(acak.random() * len(pilihan))]
    pemilik = i.get("pemilik", "").split("|")[0] or bahan.jabatan_simpul.get(i["simpul"], "")
    tahun = bahan.setelan.tahun + (q == 3)
    batas, undian = BATAS_WAKTU[q][int(acak.random() * 2)], acak.random()
    lampau = q < bahan.setelan.sampai - 1
    status = "selesai" if lampau and undian < 0.55 else "batal" if lampau and undian < 0.7 else "berjalan"
    return {k: isi[k] for k in ("kendala", "solusi", "tindak_lanjut")} | {
        "status_tindak_lanjut": status,
        "pic": bahan.nama_jabatan.get(pemilik, ""),
        "batas_waktu": f"{tahun}-{batas}",
        "tanggal_selesai": f"{tahun}-{SELESAI[q]}" if status == "selesai" else "",
    }
