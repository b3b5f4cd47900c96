"""Percentages whose quarters add up to the year: increments, or running totals? The workbook does not say, so one asks.

The answer is kept as the indicator's penyajian, in the same transaction as the rows that raised the question.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.dasar.angka import tulis_angka
from dashboard.domain.dasar.indikator import Indikator, Penyajian, Perilaku
from dashboard.domain.dasar.perilaku import perilaku_periode, tambahan_persen
from dashboard.domain.dasar.periode import TAHUN, TRIWULAN
from dashboard.domain.kamus.buku_kerja import lembar as lembar_kamus
from data_access.baris import Baris, Nilai, ambil, kunci_baris
from data_access.workbook.periksa.lembar_baca import Buku
from data_access.workbook.periksa.masalah import Jawab
from data_access.workbook.periksa.pangkalan import Pangkalan
from data_access.workbook.periksa.rencana import RencanaLembar

PILIHAN = (Decimal(1), Decimal(2))
"""Stand for the answers where every answer is a number."""
ARTI: dict[Jawab, Penyajian] = dict(zip(PILIHAN, (Penyajian.TAMBAHAN, Penyajian.SD_PERIODE), strict=True))
PEMISAH = "#"
"""Parts the cell of such a question from the indicator it is about; no address of a cell holds it."""
Rencana = tuple[RencanaLembar, ...]


@dataclass(frozen=True, slots=True)
class PersenBerjumlah:
    """An indicator in percent without penyajian whose quarters add up to its year; `sel` is the first of them."""

    kode: str
    sel: str
    triwulan: tuple[Decimal, ...]
    tahunan: Decimal

    @property
    def kunci(self) -> str:
        return f"{self.sel}{PEMISAH}{self.kode}"

    @property
    def tertulis(self) -> str:
        return "; ".join(map(tulis_angka, self.triwulan))

    @property
    def kalimat(self) -> str:
        """For who cannot be asked: the command line."""
        return (
            f"{self.sel}: persentase triwulan {self.kode} ({self.tertulis}) berjumlah target tahunannya, "
            f"{tulis_angka(self.tahunan)} %. Penyajiannya tidak dinyatakan, jadi dibaca sebagai jumlah berjalan; "
            "bila tambahan, isi kolom penyajian pada lembar indikator dengan tambahan."
        )


def jawaban_penyajian(jawaban: Collection[tuple[str, Jawab]]) -> dict[str, Baris]:
    """What was answered, by indicator, as the column it is kept in."""
    tentang = ((sel.partition(PEMISAH)[2], nilai) for sel, nilai in jawaban)
    return {kode: {"penyajian": ARTI[nilai].value} for kode, nilai in tentang if kode and nilai in ARTI}


def persen_berjumlah(
    buku: Buku, rencana: Rencana, instansi: Collection[str], pangkalan: Pangkalan
) -> tuple[PersenBerjumlah, ...]:
    """The cases that the planned rows of targets or indicators bring about."""
    baru = {satu.nama: baris_baru(satu) for satu in rencana}
    disentuh = {str(b["indikator"]) for b in baru.get("target", ())} | {
        str(b["kode"]) for b in baru.get("indikator", ())
    }
    return tuple(
        kasus
        for milik in sorted(instansi)
        for i in calon_indikator(milik, disentuh, baru.get("indikator", ()), pangkalan)
        for kasus in _kasus(i, milik, buku, baru.get("target", ()), pangkalan)
    )


def calon_indikator(
    instansi: str, disentuh: Collection[str], baru: Sequence[Baris], pangkalan: Pangkalan
) -> Iterator[Indikator]:
    """Those indicators as they would be, with what says how their period figures are meant."""
    if not disentuh:
        return
    kolom = ("instansi", "kode", "satuan", "perilaku", "tipe_penghitungan", "penyajian")
    semua = {str(b["kode"]): b for b in pangkalan.kolom(instansi, "indikator", *kolom)}
    semua |= {str(b["kode"]): b for b in baru if b["instansi"] == instansi}
    for kode in sorted(disentuh & semua.keys()):
        b = semua[kode]
        yield Indikator(
            kode,
            "",
            "",
            "",
            satuan=_teks(b["satuan"]),
            perilaku=Perilaku(str(b["perilaku"])) if b["perilaku"] else None,
            tipe_penghitungan=_teks(b["tipe_penghitungan"]),
            penyajian=Penyajian(str(b["penyajian"])) if b["penyajian"] else None,
        )


def _kasus(
    i: Indikator, instansi: str, buku: Buku, baru: Sequence[Baris], pangkalan: Pangkalan
) -> Iterator[PersenBerjumlah]:
    perilaku = perilaku_periode(i)
    if not perilaku.persen or perilaku.dinyatakan or perilaku.perilaku is not Perilaku.AKUMULASI:
        return
    tersimpan = ambil(pangkalan.connection, "target", instansi, saring={"indikator": {i.kode}})
    rapi = {kunci_baris("target", b): b for b in (*tersimpan, *baru) if b["indikator"] == i.kode}
    for tahun in sorted({str(b["tahun"]) for b in rapi.values()}):
        nilai = {b["periode"]: b["nilai"] for b in rapi.values() if str(b["tahun"]) == tahun}
        setahun = nilai.get(TAHUN)
        triwulan = tuple(n for p in TRIWULAN if isinstance(n := nilai.get(p), Decimal))
        if isinstance(setahun, Decimal) and tambahan_persen(i.satuan, perilaku, setahun, triwulan):
            yield PersenBerjumlah(i.kode, _sel(buku, i.kode, tahun), triwulan, setahun)
            return


def _sel(buku: Buku, kode: str, tahun: str) -> str:
    """The cell of the first quarter handed in, else that of the indicator."""
    for nama, kolom, milik in (("target", "nilai", "indikator"), ("indikator", "penyajian", "kode")):
        for j, b in buku[nama].utuh() if nama in buku else ():
            sama = b.get(milik) == kode and str(b.get("tahun", tahun)) == tahun
            if sama and b.get("periode", TRIWULAN[0]) in TRIWULAN:
                return buku[nama].sel(j, kolom)
    return "target" if "target" in buku else "indikator"


def dengan_jawaban(
    rencana: Rencana, jawaban: Mapping[str, Baris], instansi: Collection[str], pangkalan: Pangkalan
) -> Rencana:
    """The plan with the answers (columns by code) in the rows of the indicators, those not brought included."""
    if not jawaban:
        return rencana
    lama = next((satu for satu in rencana if satu.nama == "indikator"), None)
    satu = lama or RencanaLembar("indikator", lembar_kamus("indikator").nama_kolom)

    def terjawab(baris: Baris) -> Baris:
        isi = jawaban.get(str(baris["kode"]))
        return baris if isi is None else baris | isi

    direncanakan = {str(b["kode"]) for b in (*satu.tambah, *satu.tetap, *(b for _, b in satu.ubah))}
    kurang = jawaban.keys() - direncanakan
    tersimpan = [
        b for milik in instansi for b in ambil(pangkalan.connection, "indikator", milik, saring={"kode": kurang})
    ]
    tetap = [b for b in satu.tetap if str(b["kode"]) not in jawaban]
    dijawab = [b for b in (*satu.tetap, *(tersimpan if kurang else ())) if str(b["kode"]) in jawaban]
    baru = replace(
        satu,
        tambah=[terjawab(b) for b in satu.tambah],
        ubah=[*((a, terjawab(b)) for a, b in satu.ubah), *((b, terjawab(b)) for b in dijawab)],
        tetap=tetap,
    )
    return (baru, *rencana) if lama is None else tuple(baru if isi is lama else isi for isi in rencana)


def baris_baru(satu: RencanaLembar) -> list[Baris]:
    """The rows as they would be written."""
    return [*satu.tambah, *(baru for _, baru in satu.ubah)]


def _teks(isi: Nilai) -> str | None:
    return None if isi is None else str(isi)
