"""What the sheet in the browser is given: the rows once per data version, what was typed with every answer."""

import json
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from zlib import compress

from dashboard.charts.kalimat import nilai_bersatuan, satuan_tampil, target_tertulis
from dashboard.components.bidang.keadaan import KATA_KEADAAN
from dashboard.domain.dasar.angka import Ambigu, tulis_terbaca
from dashboard.domain.dasar.indikator import Perilaku
from dashboard.domain.dasar.periode import ROMAWI, TRIWULAN, nama_periode
from dashboard.domain.entri.aturan import AksiEntri, Entri, StatusEntri, aksi_mungkin
from dashboard.domain.entri.draf import KunciNilai, tanda_entri
from dashboard.domain.entri.isian import Isian, Masalah, isian_dari
from dashboard.domain.hitung.hasil import HasilIndikator
from dashboard.formatting import angka, capaian_teks
from dashboard.services.entri.alur import PratinjauEntri, pratinjau
from dashboard.services.entri.bidang import BarisKinerja, Bidang, KeadaanEntri
from dashboard.services.entri.lembar import BAGIAN, IsianBaris, berbagian
from dashboard.texts import STATUS


def isi_tetap(
    b: Bidang, baris: Sequence[BarisKinerja], periode: Mapping[str, str], dikoreksi: Collection[str], dipilih: str
) -> str:
    """The rows as deflated JSON; `periode` says for which period a row is entered where it has a choice."""
    lalu = _kuartal_lalu(b)
    isi = {
        "judul": f"Isian {b.nama}, {b.k.sd.label}",
        "lalu": [f"{nama_periode(p)}{'' if tahun == b.k.sd.tahun else f' {tahun}'}" for tahun, p in lalu],
        "kuartal": ROMAWI[b.k.sd.triwulan],
        "setujui": b.boleh_setujui,
        "baris": [
            _baris(b, satu, periode.get(satu.kode, satu.periode), lalu, satu.kode in dikoreksi) for satu in baris
        ],
        "dipilih": dipilih,
    }
    return b64encode(compress(json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode(), 6)).decode()


def isi_gerak(isian: Mapping[KunciNilai, IsianBaris]) -> dict[str, Any]:
    """What was typed and what it gives, by row."""
    return {f"{kunci[0]}|{kunci[2]}": _isian(satu) for kunci, satu in isian.items()}


def _kuartal_lalu(b: Bidang) -> tuple[tuple[int, str], ...]:
    """The earlier quarters of the year; at its beginning the last quarter of the year before."""
    tahun, tw = b.k.sd.tahun, b.k.sd.triwulan
    return tuple((tahun, satu) for satu in TRIWULAN[: tw - 1]) or ((tahun - 1, TRIWULAN[-1]),)


def _baris(
    b: Bidang, baris: BarisKinerja, periode: str, lalu: Sequence[tuple[int, str]], dikoreksi: bool
) -> dict[str, Any]:
    kini = b.entri.get((baris.kode, b.k.sd.tahun, periode))
    tertutup = b.terkunci and b.koreksi is None
    h = baris.hasil
    isi = isian_dari(kini)
    akibat = pratinjau(b.k.data, kini) if kini is not None and kini.status is StatusEntri.DIAJUKAN else ()
    return {
        "kode": baris.kode,
        "periode": periode,
        "sebutan": "" if periode == f"TW{b.k.sd.triwulan}" else nama_periode(periode),
        "nama": baris.nama,
        "pemilik": ", ".join(b.k.jabatan.get(j, j) for j in baris.pemilik) or "pemilik belum ditetapkan",
        "tanda": [kata for kata, ya in (("bersama", baris.bersama), ("dikoreksi", dikoreksi)) if ya],
        "satuan": satuan_tampil(baris.satuan) or "",
        "arti": arti_nilai(baris),
        "lalu": [_dulu(b, baris, tahun, p) for tahun, p in lalu],
        "target": target_tertulis(h) if h is not None and h.target.sampai else "–",
        "nilai": nilai_bersatuan(baris.nilai, baris.satuan),
        "hasil": _hasil(h),
        "akibat": [_akibat(satu, baris.kode) for satu in akibat],
        "keadaan": KATA_KEADAAN[baris.keadaan if periode == baris.periode else KeadaanEntri.BELUM],
        "terlambat": baris.terlambat,
        "isi": {bagian: teks for bagian in BAGIAN if (teks := getattr(isi, bagian))},
        "dasar": tanda_entri(kini),
        "buka": baris.boleh_isi and not tertutup and AksiEntri.AJUKAN in aksi_mungkin(kini),
        "dihitung": baris.keadaan is KeadaanEntri.DIHITUNG,
        "bagian": berbagian(baris) or bool(isi.pembilang),
        "setujui": not tertutup and b.dapat_disetujui(kini),
        "janji": sum(j.status is None for j in baris.janji),
    }


def arti_nilai(b: BarisKinerja) -> str:
    """What the number asked for means: an increment, a running total, or the level at the end."""
    if b.hasil is None:
        return "jumlah akhir periode"
    perilaku = b.hasil.perilaku
    if perilaku.perilaku is Perilaku.PROGRESS:
        return "posisi akhir periode"
    if perilaku.perilaku is Perilaku.PENGULANGAN:
        return "hasil periode ini"
    return "tambahan periode ini" if perilaku.bertambah and not perilaku.persen else "jumlah sejak awal tahun"


def _dulu(b: Bidang, baris: BarisKinerja, tahun: int, periode: str) -> str:
    """What that quarter reported, or what was computed for it; a dash where neither is known."""
    entri = b.entri.get((baris.kode, tahun, periode))
    if entri is not None and entri.nilai is not None:
        return angka(entri.nilai, rapikan=True)
    if tahun != b.k.sd.tahun or baris.hasil is None:
        return "–"
    return angka(baris.tren[TRIWULAN.index(periode)].nilai, rapikan=True)


def _hasil(h: HasilIndikator | None) -> list[str] | None:
    """Achievement, and the status as colour, shape and word."""
    if h is None:
        return None
    tampil = STATUS[h.status]
    return [capaian_teks(h.capaian), tampil.kelas.removeprefix("dk-"), tampil.bentuk, tampil.kata]


def _akibat(p: PratinjauEntri, kode: str) -> dict[str, Any]:
    """What approval would do: to this value, or to the indicator it feeds, which is then named."""
    h = p.sesudah
    return {
        "kode": "" if h.kode == kode else h.kode,
        "sebelum": _hasil(p.sebelum),
        "sesudah": _hasil(h),
        "catatan": " ".join(h.realisasi.catatan),
        "nilai": [nilai_bersatuan(satu.nilai, h.indikator.satuan) for satu in (p.sebelum, h)],
    }


def _isian(satu: IsianBaris) -> dict[str, Any]:
    return {
        "isi": {bagian: teks for bagian in BAGIAN if (teks := getattr(satu.draf.isian, bagian))},
        "masalah": {bagian: _masalah(m) for bagian, m in satu.masalah.items()},
        "tanya": [[p.bagian, p.kalimat] for p in satu.belum_dijawab],
        "akibat": [_akibat(p, satu.baru.indikator) for p in satu.akibat] if satu.baru.berangka else [],
        "kritis": satu.kritis,
        "kurang": list(satu.kurang) if satu.baru.berangka else [],
        "bentrok": _tersimpan(satu.kini) if satu.bentrok else None,
    }


def _masalah(m: Masalah) -> dict[str, Any]:
    pilihan = [m.sebagai_ribuan, m.sebagai_desimal] if isinstance(m, Ambigu) else []
    return {"teks": f"{m.salah}. {m.benar}", "pilihan": [tulis_terbaca(n) for n in pilihan]}


def _tersimpan(kini: Entri | None) -> dict[str, Any]:
    isi: Isian = isian_dari(kini)
    return {bagian: teks for bagian in BAGIAN if (teks := getattr(isi, bagian))}
