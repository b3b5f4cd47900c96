"""The official calculation over what an agency would have reported: rows of data, nothing of the scenario's engine.

A scenario is compared with it. Values are written as rows that read back as exactly the value asked for, whatever the
behaviour over periods; a report above a changed formula is written anew at its old distance from it, from below up.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

from dashboard.domain.dasar.indikator import DataKinerja, Indikator, Penyajian, Perilaku, Realisasi, Target
from dashboard.domain.dasar.periode import TAHUN, SampaiDengan, triwulan_dari
from dashboard.domain.dasar.satuan_ukur import dicacah
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun
from dashboard.domain.hitung.tahun import hitung_tahun
from dashboard.domain.skenario.dasar import BAGIAN_TARGET, Bagian, DasarSkenario
from dashboard.domain.skenario.hitungan import HasilSkenario

NOL = Decimal(0)
KETELITIAN = Decimal("1e-12")
"""Two ways to the same number may round the 28th digit differently."""


def sama(h: HasilIndikator) -> tuple[object, ...]:
    """Everything of a result that a screen shows as official, comparable between two calculations."""
    tahunan = h.capaian_tahunan.nilai if h.capaian_tahunan else None
    return bulat(h.nilai), bulat(h.persen), bulat(tahunan), h.status, h.predikat, h.skala


def bulat(nilai: Decimal | None) -> Decimal | None:
    return None if nilai is None else nilai.quantize(KETELITIAN, ROUND_HALF_EVEN)


def hasil_dilaporkan(dasar: DasarSkenario, skenario: HasilSkenario) -> HasilTahun:
    """The official calculation had the scenario's inputs, and what it held at a bound, been reported."""
    diminta = {k.kode: n for k, n in skenario.ubahan.items() if k.bagian is Bagian.REALISASI}
    terjepit = {j.kode: j.dipakai for j in skenario.jepitan}
    hasil = {kode: n.baru.nilai for kode, n in skenario.simpul.items() if n.baru.nilai is not None}
    nilai = diminta | {kode: hasil.get(kode, dipakai) for kode, dipakai in terjepit.items()}
    bertarget = {k.kode for k in skenario.ubahan if k.bagian in BAGIAN_TARGET} & set(skenario.simpul)
    target = {k: t for k in bertarget if (t := skenario.simpul[k].baru.target.sampai) is not None}
    return hitung_dilaporkan(dasar, nilai, target)


def hitung_dilaporkan(
    dasar: DasarSkenario, nilai: Mapping[str, Decimal], target: Mapping[str, NilaiTarget] | None = None
) -> HasilTahun:
    """The official calculation had these values been reported and these targets been printed."""
    sasaran = target or {}
    baris = [t for t in dasar.data.target if t.indikator not in sasaran]
    baris += [b for kode, isi in sasaran.items() for b in baris_target(dasar, kode, isi)]
    data = lapor(dasar, replace(dasar.data, target=tuple(baris)), nilai)
    while True:
        hasil = hitung_tahun(data, dasar.sd, dasar.aturan)
        bergeser = dict(_bergeser(dasar, hasil, nilai.keys()))
        if not bergeser:
            return hasil
        data = lapor(dasar, data, bergeser)


def _bergeser(dasar: DasarSkenario, hasil: HasilTahun, kecuali: Collection[str]) -> Iterator[tuple[str, Decimal]]:
    """Reports over a formula that has moved, at their old distance from it."""
    for kode, h in dasar.hasil.indikator.items():
        kini = hasil.indikator[kode].simpul
        dilaporkan = h.realisasi.nilai is not None and kode not in kecuali
        if dilaporkan and h.nilai is not None and h.simpul.terhitung is not None and kini.terhitung is not None:
            seharusnya = h.nilai + (kini.terhitung - h.simpul.terhitung)
            if bulat(seharusnya) != bulat(kini.nilai):
                yield kode, seharusnya


def lapor(dasar: DasarSkenario, data: DataKinerja, nilai: Mapping[str, Decimal]) -> DataKinerja:
    """The data with the reports of these codes written anew."""
    baris = [r for r in data.realisasi if r.indikator not in nilai]
    for kode, isi in nilai.items():
        baris += baris_realisasi(dasar, kode, isi)
    return replace(data, realisasi=tuple(baris))


def baris_realisasi(dasar: DasarSkenario, kode: str, nilai: Decimal) -> list[Realisasi]:
    """All reports of a code, those up to the position replaced where they must be for its value to be `nilai`."""
    sd, lama = dasar.sd, [r for r in dasar.data.realisasi if r.indikator == kode]
    depan = [r for r in lama if r.tahun != sd.tahun or triwulan_dari(r.periode) > sd.triwulan]
    kini = [r for r in lama if r.tahun == sd.tahun and triwulan_dari(r.periode) <= sd.triwulan]
    hasil = dasar.hasil.indikator.get(kode)
    tw = hasil.realisasi.terakhir if hasil and hasil.realisasi.nilai is not None else sd.triwulan
    baru = Realisasi(kode, sd.tahun, f"TW{tw}", nilai)
    sebelum = [r for r in kini if triwulan_dari(r.periode) < tw]
    bertambah = hasil is not None and _bertambah(hasil.indikator)
    if bertambah and tw < 4 and all(r.nilai is not None for r in sebelum):
        return [*depan, *sebelum, replace(baru, nilai=nilai - sum((r.nilai or NOL for r in sebelum), NOL))]
    if bertambah and tw < 4:
        return [*depan, *(replace(baru, periode=f"TW{i}", nilai=NOL) for i in range(1, tw)), baru]
    setahun = tw == 4 and (bertambah or any(r.periode == TAHUN for r in kini))
    return [*depan, *sebelum, replace(baru, periode=TAHUN) if setahun else baru]


def baris_target(dasar: DasarSkenario, kode: str, nilai: NilaiTarget) -> list[Target]:
    """All targets of a code, replaced where they must be for the target to date to be `nilai`."""
    sd, lama = dasar.sd, [t for t in dasar.data.target if t.indikator == kode]
    hasil = dasar.hasil.indikator[kode]
    berjalur = sorted({triwulan_dari(t.periode) for t in lama if t.periode != TAHUN and t.bernilai})
    baru = _baris(kode, sd, nilai)
    if sd.triwulan == 4 and (not berjalur or any(t.periode == TAHUN and t.bernilai for t in lama)):
        return [*(t for t in lama if t.periode != TAHUN), baru]
    tempo = hasil.target.jatuh_tempo or sd.triwulan
    sisa = [t for t in lama if t.periode == TAHUN or not t.bernilai or triwulan_dari(t.periode) > tempo]
    sebelum = _baris(kode, sd, NilaiTarget(NOL)) if _bertambah(hasil.indikator) else baru
    setrip = {triwulan_dari(t.periode) for t in lama if t.tidak_ditargetkan}
    semua = not berjalur or _bertambah(hasil.indikator)  # increments left out would share what is left of the year
    triwulan = [tw for tw in range(1, tempo) if tw not in setrip and (semua or tw in berjalur)]
    jalur = [replace(sebelum, periode=f"TW{tw}") for tw in triwulan]
    warisan = hasil.target.tahunan if hasil.target_dari else None
    setahun = [_baris(kode, sd, warisan)] if warisan is not None else []
    return [*sisa, *setahun, *jalur, replace(baru, periode=f"TW{tempo}")]


def _baris(kode: str, sd: SampaiDengan, nilai: NilaiTarget) -> Target:
    return Target(kode, sd.tahun, TAHUN, nilai.nilai, nilai.nilai_min, nilai.nilai_maks)


def _perilaku(indikator: Indikator) -> Perilaku:
    return indikator.perilaku or (Perilaku.AKUMULASI if dicacah(indikator.satuan) else Perilaku.PROGRESS)


def _bertambah(indikator: Indikator) -> bool:
    bawaan = Penyajian.SD_PERIODE if indikator.satuan == "%" else Penyajian.TAMBAHAN
    return _perilaku(indikator) is Perilaku.AKUMULASI and (indikator.penyajian or bawaan) is Penyajian.TAMBAHAN
