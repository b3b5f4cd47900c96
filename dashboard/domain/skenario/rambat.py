"""How changed inputs reach the nodes above them: number by number, with certainty, kept differences and bounds.

Only links of a formula carry a number (graf.bagian_rumus). A node that has its own report keeps the difference
between report and formula; one whose formula is incomplete keeps its report and passes a direction only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Indikator, Realisasi, Rumus
from dashboard.domain.dasar.penjelasan import Kepastian, terlemah
from dashboard.domain.dasar.perilaku import persen
from dashboard.domain.dasar.periode import TAHUN, SampaiDengan
from dashboard.domain.hitung.graf import NilaiSimpul, terapkan_rumus
from dashboard.domain.hitung.posisi_realisasi import nilai_laporan, posisi_realisasi
from dashboard.domain.hitung.skp_baik import bulan_acuan, nilai_skp_baik
from dashboard.domain.skenario.batas import Batas, Jepitan, batas_nilai, koreksi_kelompok
from dashboard.domain.skenario.dasar import Bagian, DasarSkenario, KunciUbahan, Ubahan


@dataclass(slots=True)
class Rambatan:
    """New values by code (inputs and what is computed from them).

    `ditulis` are the codes whose value enters the calculation as a report; `tertahan` those that are reached but
    have no number, only a direction (skenario_arah); `selisih` the kept differences.
    """

    nilai: dict[str, NilaiSimpul] = field(default_factory=dict)
    ditulis: set[str] = field(default_factory=set)
    tertahan: set[str] = field(default_factory=set)
    selisih: dict[str, Decimal] = field(default_factory=dict)
    _jepitan: list[Jepitan] = field(default_factory=list)

    @property
    def jepitan(self) -> tuple[Jepitan, ...]:
        return tuple(self._jepitan)

    def pasang(self, kode: str, simpul: NilaiSimpul, batas: Batas) -> bool:
        """Store a value held within its bounds; whether it was held."""
        assert simpul.nilai is not None
        dipakai, jepitan = batas.jepit(kode, simpul.nilai)
        self.nilai[kode] = replace(simpul, nilai=dipakai)
        if jepitan is not None:
            self.catat(jepitan)
        return jepitan is not None

    def catat(self, jepitan: Jepitan) -> None:
        self._jepitan.append(jepitan)


def rambatkan(dasar: DasarSkenario, ubahan: Ubahan) -> Rambatan:
    """Propagate. Raises KeyError on an unknown code."""
    masukan = _masukan(dasar, ubahan)
    hasil = Rambatan()
    berubah: set[str] = set()
    for kode in dasar.urutan:
        tergerak = any(k in berubah for k in dasar.masukan.get(kode, ()))
        if kode in masukan and (tergerak or not _bukan_ubahan(dasar, kode, masukan[kode])):
            _pasang_masukan(dasar, hasil, kode, masukan[kode])
        elif tergerak and dasar.graf.indikator[kode].rumus is Rumus.SKP_BAIK:
            _hitung_skp(dasar, hasil, kode)
        elif tergerak:
            _hitung(dasar, hasil, kode)
        elif any(p in berubah for p in dasar.pembatas.get(kode, ())):
            _turunkan_ke_batas(dasar, hasil, kode)
        if kode in hasil.nilai and hasil.nilai[kode].nilai != dasar.nilai(kode).nilai:
            berubah.add(kode)
    return hasil


def batas_kini(dasar: DasarSkenario, kode: str, nilai: Mapping[str, NilaiSimpul]) -> Batas:
    """The bounds of a code given the values of the moment: its own, and those of the wholes it is a part of."""
    batas = batas_nilai(dasar, kode)
    for pembatas in dasar.pembatas.get(kode, ()):
        resmi, resmi_pembatas = dasar.nilai(kode).nilai, dasar.nilai(pembatas).nilai
        kini = (nilai.get(pembatas) or dasar.nilai(pembatas)).nilai
        if kini is None:
            continue
        if resmi is not None and resmi_pembatas is not None and resmi > resmi_pembatas:
            kini = max(kini, resmi)
        if batas.atas is None or kini < batas.atas:
            batas = replace(batas, atas=kini, alasan_atas=f"tidak dapat melebihi {pembatas}")
    return batas


def _masukan(dasar: DasarSkenario, ubahan: Ubahan) -> dict[str, Decimal]:
    """The value asked of each code; changed parts of a ratio make its value."""
    hasil = {k.kode: nilai for k, nilai in ubahan.items() if k.bagian is Bagian.REALISASI}
    for kode in {k.kode for k in ubahan if k.bagian in (Bagian.PEMBILANG, Bagian.PENYEBUT)} - set(hasil):
        if (nilai := _dari_bagian(dasar, kode, ubahan)) is not None:
            hasil[kode] = nilai
    for kode in hasil:
        dasar.nilai(kode)
    return hasil


def _bukan_ubahan(dasar: DasarSkenario, kode: str, nilai: Decimal) -> bool:
    """A computed value set to what it already is: writing it as a report would change what is known about it."""
    h = dasar.hasil.indikator.get(kode)
    return h is not None and h.realisasi.nilai is None and h.nilai == nilai


def _dari_bagian(dasar: DasarSkenario, kode: str, ubahan: Ubahan) -> Decimal | None:
    """The ratio of the parts, at the distance the report has from its own parts."""
    resmi = dasar.bagian_rasio(kode)
    if resmi is None:
        return None
    atas = ubahan.get(KunciUbahan(kode, Bagian.PEMBILANG), resmi[0])
    bawah = ubahan.get(KunciUbahan(kode, Bagian.PENYEBUT), resmi[1])
    h = dasar.hasil.indikator[kode]
    baru, lama = (nilai_laporan(h.indikator, _laporan(kode, *b)) for b in ((atas, bawah), resmi))
    if baru is None or lama is None or h.nilai is None or baru == lama:
        return h.nilai
    return h.nilai + (baru - lama)


def _laporan(kode: str, pembilang: Decimal, penyebut: Decimal) -> Realisasi:
    return Realisasi(kode, 0, TAHUN, None, pembilang, penyebut)


def _pasang_masukan(dasar: DasarSkenario, hasil: Rambatan, kode: str, nilai: Decimal) -> None:
    simpul = NilaiSimpul(nilai, Kepastian.DILAPORKAN)
    hasil.pasang(kode, simpul, batas_kini(dasar, kode, hasil.nilai))
    hasil.ditulis.add(kode)


def _turunkan_ke_batas(dasar: DasarSkenario, hasil: Rambatan, kode: str) -> None:
    """A part cannot stay above its whole: when the whole shrinks, it is pulled down and that is said."""
    resmi = dasar.nilai(kode)
    atas = batas_kini(dasar, kode, hasil.nilai).atas
    if resmi.nilai is not None and atas is not None and resmi.nilai > atas:
        _pasang_masukan(dasar, hasil, kode, resmi.nilai)


def _hitung(dasar: DasarSkenario, hasil: Rambatan, kode: str) -> None:
    """The formula over the new values; a report keeps its distance from it."""
    indikator, bagian, lama = dasar.graf.indikator[kode], dasar.graf.bagian[kode], dasar.nilai(kode)
    nilai = {k.komponen: hasil.nilai.get(k.komponen) or dasar.nilai(k.komponen) for k in bagian}
    baru = terapkan_rumus(indikator, bagian, nilai, stok_awal(dasar, indikator))
    dilaporkan = dasar.hasil.indikator[kode].realisasi.nilai is not None
    if baru.nilai is None or (dilaporkan and lama.terhitung is None):
        hasil.tertahan.add(kode)
        return
    angka = {k: n.nilai for k, n in nilai.items() if n.nilai is not None}
    resmi = {k.komponen: n for k in bagian if (n := dasar.nilai(k.komponen).nilai) is not None}
    koreksi = koreksi_kelompok(indikator, bagian, angka, resmi)
    terhitung = baru.nilai + koreksi
    if koreksi:
        alasan = "persentase penyusun dibatasi 0 sampai 100"
        hasil.catat(Jepitan(kode, baru.nilai, terhitung, alasan))
    kepastian = baru.kepastian
    if dilaporkan and lama.terhitung is not None and lama.nilai is not None:
        if (jarak := lama.nilai - lama.terhitung) and lama.selisih is not None:
            hasil.selisih[kode] = jarak
            kepastian = terlemah(kepastian, Kepastian.DIHITUNG_DENGAN_ASUMSI)
        terhitung = lama.nilai if terhitung == lama.terhitung else terhitung + jarak
    dijepit = hasil.pasang(kode, replace(baru, nilai=terhitung, kepastian=kepastian), _batas_hitungan(dasar, indikator))
    if dilaporkan or dijepit or koreksi:
        hasil.ditulis.add(kode)


def _hitung_skp(dasar: DasarSkenario, hasil: Rambatan, kode: str) -> None:
    """The share of good performers over another head count; a reported share stays as it is."""
    indikator = dasar.graf.indikator[kode]
    jumlah = {v: hasil.nilai.get(v) or dasar.nilai(v) for v in dasar.variabel}
    baru = nilai_skp_baik(indikator, dasar.semua_tautan[kode], jumlah, bulan_acuan(dasar.data.skp, dasar.sd))
    if baru.nilai is None or dasar.hasil.indikator[kode].realisasi.nilai is not None:
        hasil.tertahan.add(kode)
    elif hasil.pasang(kode, baru, _batas_hitungan(dasar, indikator)):
        hasil.ditulis.add(kode)


def _batas_hitungan(dasar: DasarSkenario, indikator: Indikator) -> Batas:
    """A computed value is held by a printed maximum and, as a percentage, by 0 and 100."""
    if indikator.maks is None and not persen(indikator.satuan):
        return Batas(None)
    return batas_nilai(dasar, indikator.kode)


def stok_awal(dasar: DasarSkenario, indikator: Indikator) -> NilaiSimpul | None:
    """Last year's end of a stock, as officially reported."""
    if indikator.rumus is not Rumus.STOK:
        return None
    lalu = SampaiDengan(dasar.sd.tahun - 1, 4)
    posisi = posisi_realisasi(Indikator("stok", "", "", ""), dasar.realisasi.get(indikator.kode, ()), lalu, 4)
    return NilaiSimpul(posisi.nilai) if posisi.nilai is not None else None
