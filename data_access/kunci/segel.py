"""Results of closed quarters: kept at closing, compared after every write, renewed under a correction.

Reads and writes hasil_kunci; computes with the same calculation as every screen.
"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dashboard.domain.aturan.pengaturan import baca_pengaturan
from dashboard.domain.dasar.periode import TRIWULAN, SampaiDengan
from dashboard.domain.dasar.setelan import setelan_pada
from dashboard.domain.entri.kunci import KeadaanKunci, PeriodeTerkunci
from dashboard.domain.entri.pengisi import bidang_nilai
from dashboard.domain.entri.segel import BATAS, LABEL, BarisSegel, dengan_batas_tersimpan, yang_bergerak
from dashboard.domain.hitung.baris_hasil import angka_ekspor, baris_hasil
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.domain.hitung.structure import build_structure
from dashboard.domain.hitung.tahun import hitung_posisi
from data_access.aturan import untuk
from data_access.baris import Baris
from data_access.kinerja import load_kinerja
from data_access.pengaturan import aturan_instansi
from data_access.schema import HASIL_KUNCI

Segel = Mapping[str, BarisSegel]
"""The kept results of one closed quarter, by code."""

PENENTU = frozenset(
    {"indikator", "komponen", "variabel", "target", "realisasi", "pengaturan", "jabatan"}
    | {"unit", "simpul"}
    | {"skp", "perilaku", "pegawai", "hari_libur"}
)
"""Sheets that results are computed from, or that say where they are counted."""


def muat_segel(connection: Connection, instansi: str, tahun: int) -> dict[str, Segel]:
    """The kept results of a year's closed positions, by position (TW1..TW4, TAHUN) and code."""
    h = HASIL_KUNCI.c
    tanya = sa.select(h.periode, h.kode, h.isi).where(h.instansi == instansi, h.tahun == tahun)
    hasil: dict[str, dict[str, BarisSegel]] = {}
    for periode, kode, isi in connection.execute(tanya):
        hasil.setdefault(periode, {})[kode] = json.loads(isi)
    return dict(hasil)


def simpan_segel(connection: Connection, instansi: str, tahun: int, triwulan: Iterable[int]) -> None:
    """Keep what those quarters show now, in place of what was kept before; with the fourth, the year."""
    _simpan(connection, instansi, tahun, _hasil_kini(connection, instansi, tahun, _posisi(tahun, triwulan)))


def _simpan(connection: Connection, instansi: str, tahun: int, kini: Mapping[SampaiDengan, Segel]) -> None:
    h = HASIL_KUNCI.c
    for sd, hasil in kini.items():
        connection.execute(sa.delete(HASIL_KUNCI).where(h.instansi == instansi, h.tahun == tahun, h.periode == sd.kode))
        letak = {"instansi": instansi, "tahun": tahun, "periode": sd.kode}
        baris = [letak | {"kode": kode, "isi": json.dumps(isi, ensure_ascii=False)} for kode, isi in hasil.items()]
        if baris:
            connection.execute(sa.insert(HASIL_KUNCI), baris)


def lengkapi_segel(connection: Connection, instansi: str, keadaan: KeadaanKunci) -> None:
    """Keep what quarters that were closed by an older program did not keep: their results, or columns of them.

    Called before anything is written, so that what is filled in is what the quarter showed until now.
    """
    ada = _kelengkapan(connection, instansi)
    for tahun, triwulan in _terkunci(keadaan).items():
        kurang = [sd for sd in _posisi(tahun, triwulan) if not ada.get((tahun, sd.kode))]
        if not kurang:
            continue
        segel, kini = muat_segel(connection, instansi, tahun), _hasil_kini(connection, instansi, tahun, kurang)
        lengkap = {
            sd: {k: {**(hasil.get(k) or dict.fromkeys(LABEL)), **isi} for k, isi in segel[sd.kode].items()}
            if sd.kode in segel
            else hasil
            for sd, hasil in kini.items()
        }
        _simpan(connection, instansi, tahun, lengkap)


def _kelengkapan(connection: Connection, instansi: str) -> dict[tuple[int, str], bool]:
    """The kept positions, and whether every row of them has every column that is kept today."""
    h = HASIL_KUNCI.c
    utuh = sa.and_(*(h.isi.contains(f'"{kolom}": ', autoescape=True) for kolom in LABEL))
    terkecil = sa.func.min(sa.case((utuh, 1), else_=0))
    tanya = sa.select(h.tahun, h.periode, terkecil).where(h.instansi == instansi).group_by(h.tahun, h.periode)
    return {(tahun, periode): bool(semua) for tahun, periode, semua in connection.execute(tanya)}


def jaga_segel(
    connection: Connection, instansi: str, keadaan: KeadaanKunci, tersentuh: Iterable[tuple[str, Baris]]
) -> None:
    """Recompute the closed quarters that a transaction's rows may reach; called before it ends.

    Raises PeriodeTerkunci with the figures that would move, unless a correction of that quarter, or of an earlier
    one of its year, is open: then the new results are kept, also of an indicator that was not there at closing.
    """
    tahun_tersentuh = _tahun_tersentuh(tersentuh)
    for tahun, triwulan in _terkunci(keadaan).items():
        if tahun_tersentuh is not None and tahun not in tahun_tersentuh:
            continue
        segel, berubah = muat_segel(connection, instansi, tahun), dict[SampaiDengan, Segel]()
        for sd, kini in _hasil_kini(connection, instansi, tahun, _posisi(tahun, triwulan)).items():
            disimpan = segel.get(sd.kode, {})
            dikoreksi = keadaan.koreksi_meliputi(tahun, sd.triwulan) is not None
            if not dikoreksi and not yang_bergerak(disimpan, kini):
                continue
            lama = _hasil_sebelum(connection, instansi, sd)
            gerak = yang_bergerak({kode: isi for kode, isi in lama.items() if kode in disimpan}, kini)
            if gerak and not dikoreksi:
                raise PeriodeTerkunci(tahun, sd.triwulan, gerak)
            kode = {satu.kode for satu in gerak} | {k for k, isi in kini.items() if dikoreksi and isi != lama.get(k)}
            if kode:
                tetap = {k: isi for k, isi in disimpan.items() if k not in kode}
                baru = {k: isi for k, isi in kini.items() if k in kode}
                berubah[sd] = tetap | dengan_batas_tersimpan(baru, disimpan, gerak)
        _simpan(connection, instansi, tahun, berubah)


def _hasil_sebelum(connection: Connection, instansi: str, sd: SampaiDengan) -> Segel:
    """The results before the transaction, as another connection sees them.

    A difference from what is kept may come from a newer program or rule row instead of from what is written: then
    the state before computes the same. Under a correction they tell what the transaction brings in.
    """
    with connection.engine.connect() as sebelum:
        return _hasil_kini(sebelum, instansi, sd.tahun, [sd])[sd]


def _terkunci(keadaan: KeadaanKunci) -> dict[int, list[int]]:
    per_tahun: dict[int, list[int]] = {}
    for kunci in sorted(keadaan.kunci, key=lambda k: (k.tahun, k.triwulan)):
        per_tahun.setdefault(kunci.tahun, []).append(kunci.triwulan)
    return per_tahun


def _tahun_tersentuh(tersentuh: Iterable[tuple[str, Baris]]) -> set[int] | None:
    """The years whose results those rows may move, None for all: a value of a year also opens the next."""
    tahun: set[int] = set()
    for nama, baris in tersentuh:
        if nama not in PENENTU:
            continue
        isi = baris.get("tahun")
        if not isinstance(isi, int):
            return None
        tahun |= {isi, isi + 1}
    return tahun


def _baris(h: HasilIndikator, unit: Mapping[str, str], bidang: Iterable[str], batas: Decimal | None) -> BarisSegel:
    """Its own figures, and what decides in which means, counts and lists of the quarter it stands."""
    pemilik, tahunan = h.indikator.pemilik, h.target.tahunan
    return baris_hasil(h) | {
        "target_tahunan": angka_ekspor(tahunan.acuan if tahunan else None),
        "terhitung": angka_ekspor(h.simpul.terhitung),
        "maks": angka_ekspor(h.indikator.maks),
        "pemilik": "|".join(pemilik) or None,
        "unit": unit.get(pemilik[0]) if pemilik else None,
        "bidang": ", ".join(bidang) or None,
        BATAS: angka_ekspor(batas),
    }


def _posisi(tahun: int, triwulan: Iterable[int]) -> list[SampaiDengan]:
    """The positions that are closed with those quarters; with the fourth, the year."""
    posisi = [SampaiDengan(tahun, tw) for tw in triwulan]
    return posisi + [SampaiDengan(tahun, sd.triwulan, setahun=True) for sd in posisi if sd.triwulan == len(TRIWULAN)]


def _hasil_kini(
    connection: Connection, instansi: str, tahun: int, posisi: Iterable[SampaiDengan]
) -> dict[SampaiDengan, dict[str, BarisSegel]]:
    data = load_kinerja(connection, instansi, tahun)
    structure, unit, bidang = build_structure(data), {j.kode: j.unit for j in data.jabatan}, bidang_nilai(data)
    hasil: dict[SampaiDengan, dict[str, BarisSegel]] = {}
    for sd in posisi:
        semua = hitung_posisi(structure, sd, aturan_instansi(data.pengaturan, sd.hari_akhir)).indikator
        batas = baca_pengaturan(setelan_pada(data.pengaturan, sd.hari_akhir), untuk(sd.hari_akhir)).batas_rerata
        hasil[sd] = {kode: _baris(h, unit, bidang[kode], batas) for kode, h in semua.items()}
    return hasil
