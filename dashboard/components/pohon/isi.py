"""The tree as the plain values the browser draws: numbers already written, text never markup."""

from collections.abc import Collection, Mapping
from typing import Any

from dashboard.charts.kotak_pohon import (
    KATA_GARIS,
    KATA_KEYAKINAN,
    LENCANA_TERBANYAK,
    Lencana,
    kalimat_sebaran,
    lencana,
)
from dashboard.domain.cascade.tautan import Garis
from dashboard.domain.dasar.indikator import JENJANG
from dashboard.domain.dasar.skala import Status
from dashboard.services.pohon import PohonKinerja
from dashboard.texts import JENIS, STATUS

KOTAK_AWAL = 14
"""How many boxes may stand open at first; the levels down to program always do."""


def isi_pohon(p: PohonKinerja, tampil: Collection[str], cocok: Collection[str]) -> dict[str, Any]:
    """All boxes in `tampil`, parents before children; those not in `cocok` only show the way."""
    dalam = {kode: d for kode, d in p.pohon.telusuri() if kode in tampil}
    saudara = _saudara(p, dalam)
    tersaring = len(cocok) < len(p.pohon.simpul)
    return {
        "judul": f"Pohon kinerja {p.k.data.instansi.nama}",
        "terbuka": [k for k in dalam if p.pohon.anak[k]] if tersaring else terbuka_awal(p),
        "simpul": [_simpul(p, kode, dalam, saudara[kode], kode not in cocok) for kode in dalam],
        "lintas": [
            {"dari": t.dari, "ke": t.ke, "garis": t.garis.value}
            for t in p.lintas
            if t.dari in dalam and t.ke in dalam and t.garis is not Garis.PENEMPATAN
        ],
    }


def terbuka_awal(p: PohonKinerja) -> list[str]:
    """The boxes open at first: level by level, while the tree stays small."""
    terbuka: list[str] = []
    lapis = list(p.pohon.puncak)
    jumlah = len(lapis)
    while lapis:
        berikut = [anak for kode in lapis for anak in p.pohon.anak[kode]]
        jumlah += len(berikut)
        sampai_program = all(JENJANG.index(p.pohon.simpul[k].jenjang) <= JENJANG.index("program") for k in berikut)
        if not berikut or (jumlah > KOTAK_AWAL and not sampai_program):
            break
        terbuka += [kode for kode in lapis if p.pohon.anak[kode]]
        lapis = berikut
    return terbuka


def _saudara(p: PohonKinerja, dalam: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Place among the shown siblings and their number, as a screen reader says them."""
    hasil: dict[str, tuple[int, int]] = {}
    for kelompok in (p.pohon.puncak, *p.pohon.anak.values()):
        ada = [kode for kode in kelompok if kode in dalam]
        hasil.update({kode: (nomor, len(ada)) for nomor, kode in enumerate(ada, start=1)})
    return hasil


def _simpul(
    p: PohonKinerja, kode: str, dalam: Mapping[str, int], urutan: tuple[int, int], konteks: bool
) -> dict[str, Any]:
    s = p.pohon.simpul[kode]
    hasil = p.hasil(kode)
    bawah = [satu for satu in p.di_bawah(kode) if satu in dalam]
    sebaran_bawah = [(st, n) for st, n in p.sebaran(bawah) if st in (Status.KRITIS, Status.PERLU_PERHATIAN)]
    nama_indikator = " ".join(f"{h.kode} {h.indikator.nama}" for h in hasil)
    return {
        "kode": kode,
        "induk": s.induk if s.induk in dalam else None,
        "dalam": dalam[kode],
        "urut": urutan[0],
        "saudara": urutan[1],
        "tingkat": JENJANG.index(s.jenjang),
        "label": JENIS[s.jenjang],
        "judul": s.sasaran,
        "pemilik": p.pemilik[kode],
        "keyakinan": KATA_KEYAKINAN.get(s.keyakinan or "", ""),
        "garis": p.garis.get(kode, Garis.PENEMPATAN).value,
        "yatim": kode in p.pohon.yatim,
        "konteks": konteks,
        "ringkas": f"{len(hasil)} indikator" if len(hasil) > LENCANA_TERBANYAK else "",
        "lencana": [_lencana(satu) for satu in lencana(hasil)],
        "bawah": len(bawah),
        "lencana_bawah": [_lencana(Lencana(st, jumlah=n)) for st, n in reversed(sebaran_bawah)],
        "suara": _suara(p, kode),
        "cari": f"{kode} {s.sasaran} {s.nomenklatur or ''} {p.pemilik[kode]} {nama_indikator}".lower(),
    }


def _lencana(satu: Lencana) -> dict[str, Any]:
    tampilan = STATUS[satu.status]
    return {
        "bentuk": tampilan.bentuk,
        "warna": tampilan.kelas.removeprefix("dk-"),
        "teks": satu.teks,
        "nama": satu.nama,
        "jumlah": satu.jumlah,
    }


def _suara(p: PohonKinerja, kode: str) -> str:
    """The whole box in one sentence for those who do not see it."""
    s = p.pohon.simpul[kode]
    bagian = [f"{JENIS[s.jenjang]} {kode}: {s.sasaran}"]
    if p.pemilik[kode]:
        bagian.append(f"pemilik {p.pemilik[kode]}")
    bagian.append(kalimat_sebaran(p.sebaran((kode,))) or "tanpa indikator")
    if kode in p.garis:
        bagian.append(f"tautan ke induk {KATA_GARIS[p.garis[kode]]}")
    if s.keyakinan in KATA_KEYAKINAN:
        bagian.append(KATA_KEYAKINAN[s.keyakinan])
    return "; ".join(bagian)
