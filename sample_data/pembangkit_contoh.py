"""The invented employees of the sample agencies: 31 of Paser with their real IKI, a small marked group of Pemalang.

Usage: python sample_data/pembangkit_contoh.py
rewrites pegawai, skp, perilaku, hari_libur, predikat_unit and pengaturan of both folders from the sheets beside them.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

sys.dont_write_bytecode = True
DASAR = Path(__file__).resolve().parent
sys.path.insert(0, str(DASAR))

from pembangkit_buku import baca_lembar, tulis_lembar  # noqa: E402
from pembangkit_skp import BIASA, Baris, Kegiatan, Pegawai, Setahun, Watak, bagi_bulan, baris_pegawai, nama, nip  # noqa: E402

MEMIMPIN = ("jpt", "administrator", "pengawas")
GOLONGAN = {"jpt": "IV/c", "administrator": "IV/a", "pengawas": "III/d", "fungsional": "III/c", "pelaksana": "III/a"}
PAGU_BULAN = {"jpt": 60_000_000, "administrator": 24_000_000, "pengawas": 9_000_000}
MAKS_KEGIATAN = 5
SATUAN_TINGKAT = ("%", "persen", "nilai", "indeks", "point")
LIBUR_2023 = {
    "2023-01-23": "Cuti bersama Tahun Baru Imlek",
    "2023-03-22": "Hari Suci Nyepi",
    "2023-03-23": "Cuti bersama Nyepi",
    "2023-04-07": "Wafat Isa Almasih",
    "2023-05-01": "Hari Buruh Internasional",
    "2023-05-18": "Kenaikan Isa Almasih",
    "2023-06-01": "Hari Lahir Pancasila",
    "2023-06-02": "Cuti bersama Waisak",
    "2023-06-29": "Iduladha",
    "2023-07-19": "Tahun Baru Islam",
    "2023-08-17": "Hari Kemerdekaan",
    "2023-09-28": "Maulid Nabi",
    "2023-12-25": "Hari Natal",
    "2024-01-01": "Tahun Baru Masehi",
}
LIBUR_2025 = {
    "2025-03-31": "Idulfitri",
    "2025-04-01": "Idulfitri",
    "2025-04-02": "Cuti bersama Idulfitri",
    "2025-04-03": "Cuti bersama Idulfitri",
    "2025-04-04": "Cuti bersama Idulfitri",
    "2025-04-07": "Cuti bersama Idulfitri",
    "2025-05-01": "Hari Buruh Internasional",
    "2025-06-06": "Iduladha",
    "2025-06-09": "Cuti bersama Iduladha",
    "2025-09-05": "Maulid Nabi",
}


@dataclass(frozen=True)
class Rencana:
    """A sample agency: which positions are filled, how its units work, how far its year has come."""

    folder: str
    tahun: int
    bulan: int
    terisi: Sequence[str]
    libur: dict[str, str]
    watak: dict[str, Watak]
    predikat: dict[str, str]
    pengaturan: dict[str, str] = field(default_factory=dict)
    belum_verifikasi: int = 0


PASER = Rencana(
    "paser",
    2023,
    12,
    [
        f"J{n:02d}"
        for n in (
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            10,
            11,
            12,
            13,
            14,
            18,
            19,
            20,
            21,
            22,
            24,
            25,
            27,
            30,
            31,
            32,
            34,
            35,
            37,
            38,
            39,
            40,
            41,
            44,
        )
    ],
    LIBUR_2023,
    {
        "SUBBAG-RENKEU": Watak(mutu=69, hemat=-0.12, sikap=73, beda=8, lambat=0.1),
        "SUBBAG-UMPEG": Watak(mutu=52, hemat=-0.24, sikap=64, beda=9, lambat=0.35),
        "BIDANG-PPI": Watak(mutu=96, hemat=0.19, sikap=94, beda=2, tambahan=1.6),
        "BIDANG-PMP": Watak(mutu=88, hemat=0.1, sikap=88, beda=0, tambahan=0, serapan=0.85),
        "BIDANG-PKDP": Watak(mutu=80, hemat=0.0, sikap=82, beda=7),
    },
    {
        "BADAN": "baik",
        "SEKRETARIAT": "baik",
        "BIDANG-PPI": "butuh_perbaikan",
        "BIDANG-PMP": "baik",
        "BIDANG-PKDP": "istimewa",
    },
    {"skp_sumber_nilai": "simulasi", "skp_menggelembung_capaian": "95"},
    belum_verifikasi=1,
)
PEMALANG = Rencana(
    "pemalang",
    2025,
    9,
    [],
    LIBUR_2025,
    {"SUBAG-UMPEG": Watak(mutu=72, hemat=-0.05, sikap=78, beda=8, lambat=0.2)},
    {"BKPSDM": "baik"},
    {"skp_sumber_nilai": "simulasi"},
    belum_verifikasi=1,
)
STAF_PEMALANG = 24


def susun(r: Rencana) -> None:
    """Write the six sheets of one agency."""
    folder = DASAR / r.folder
    libur = frozenset(date.fromisoformat(hari) for hari in r.libur)
    setahun = [Setahun(p, r.watak.get(p.unit, BIASA), r.tahun) for p in _pegawai(r, folder)]
    bulan = range(1, r.bulan + 1)
    skp = [_lupa(r, baris) for s in setahun for b in bulan for baris in s.skp(b)]
    perilaku = [s.perilaku(b, libur, _tahap(r, i, b)) for i, s in enumerate(setahun) for b in bulan]
    perilaku += [_setahun(s) for s in setahun]
    tulis_lembar(folder, "pegawai", [baris_pegawai(s.p) for s in setahun])
    tulis_lembar(folder, "skp", skp)
    tulis_lembar(folder, "perilaku", perilaku)
    tulis_lembar(folder, "hari_libur", [{"tanggal": h, "keterangan": k} for h, k in r.libur.items()])
    tulis_lembar(
        folder,
        "predikat_unit",
        [{"unit": unit, "tahun": r.tahun, "periode": "TAHUN", "predikat": p} for unit, p in r.predikat.items()],
    )
    tulis_lembar(folder, "pengaturan", [{"kunci": k, "nilai": v} for k, v in r.pengaturan.items()])


def _pegawai(r: Rencana, folder: Path) -> list[Pegawai]:
    jabatan = {j["kode"]: j for j in baca_lembar(folder, "jabatan")}
    terisi = [(kode, jabatan[kode]["unit"]) for kode in (r.terisi or jabatan)]
    unit = sorted({j["unit"] for j in jabatan.values()})
    if not r.terisi:
        terisi += [("", unit[i % len(unit)]) for i in range(STAF_PEMALANG - len(terisi))]
    mulai = 1000 * r.tahun
    return [
        Pegawai(
            nip(mulai + i),
            nama(i + (0 if r.terisi else 100)),
            u,
            kode,
            jabatan.get(kode, {}).get("jenis") in MEMIMPIN,
            GOLONGAN[jabatan.get(kode, {}).get("jenis") or "pelaksana"],
            _kegiatan(r, folder, jabatan.get(kode, {"kode": "", "unit": u, "jenis": ""})),
        )
        for i, (kode, u) in enumerate(terisi)
    ]


def _kegiatan(r: Rencana, folder: Path, jabatan: dict[str, str]) -> list[Kegiatan]:
    """The position's own IKI by month; where it has none, the everyday work of its unit."""
    indikator = [b for b in baca_lembar(folder, "indikator") if jabatan["kode"] in b.get("pemilik", "").split("|")]
    target = {
        b["indikator"]: b["nilai"]
        for b in baca_lembar(folder, "target")
        if b["periode"] == "TAHUN" and b["tahun"] == str(r.tahun)
    }
    pagu = PAGU_BULAN.get(jabatan["jenis"])
    biaya = Decimal(pagu) if pagu else None
    hasil = [
        Kegiatan(b["nama"], b.get("satuan") or "nilai", bagi_bulan(setahun, _cacah(b)), biaya)
        for b in indikator
        if jabatan["kode"] and (setahun := _angka(target.get(b["kode"], ""))) is not None
    ][:MAKS_KEGIATAN]
    if any(all(k.target[b] is not None for b in range(12)) for k in hasil):
        return hasil
    rutin = Kegiatan("Menyusun laporan bulanan pelaksanaan tugas", "laporan", bagi_bulan(Decimal(12), True))
    return [*hasil, rutin]


def _cacah(indikator: dict[str, str]) -> bool:
    satuan = indikator.get("satuan", "").strip().lower()
    return bool(satuan) and satuan not in SATUAN_TINGKAT


def _angka(teks: str) -> Decimal | None:
    try:
        nilai = Decimal(teks.replace(",", "."))
    except InvalidOperation:
        return None
    return nilai if nilai > 0 else None


def _lupa(r: Rencana, baris: Baris) -> Baris:
    """One employee has not reported one row of the last month."""
    if baris["nip"] == nip(1000 * r.tahun + 8) and baris["bulan"] == r.bulan and baris["no"] == "1":
        return {k: v for k, v in baris.items() if not k.startswith("realisasi_")}
    return baris


def _tahap(r: Rencana, i: int, bulan: int) -> int:
    """In the last months the appraisal is still under way."""
    if bulan <= r.bulan - r.belum_verifikasi:
        return 3
    return (3, 3, 2, 2, 1, 0)[i % 6]


def _setahun(s: Setahun) -> Baris:
    """The year's ratings; aspects are left to the months."""
    sikap = Decimal(f"{s.w.sikap + s.diri * s.w.beda:.2f}")
    return {"nip": s.p.nip, "tahun": s.tahun, "bulan": 0} | s.rating(sikap)


if __name__ == "__main__":
    for rencana in (PASER, PEMALANG):
        susun(rencana)
