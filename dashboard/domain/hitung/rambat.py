"""How changed inputs reach the nodes above them: the evaluation of the graph again, over the nodes they reach.

Only links of a formula carry a number (rumus.bagian_rumus). A node that has its own report keeps the difference
between report and formula; one whose formula is incomplete keeps its report and passes a direction only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dashboard.domain.dasar.penjelasan import Kepastian, terlemah
from dashboard.domain.hitung.batas import ALASAN_KELOMPOK, Batas, Jepitan, batas_hitungan, batas_kini, koreksi_kelompok
from dashboard.domain.hitung.graf import Graf
from dashboard.domain.hitung.rumus import NilaiSimpul, sumber_terlemah


@dataclass(frozen=True, slots=True)
class Rambatan:
    """New values by code: of the inputs, and of what is computed from them.

    `selisih` are the kept differences between report and formula, `jepitan` the values that were held at a bound.
    """

    nilai: Mapping[str, NilaiSimpul]
    selisih: Mapping[str, Decimal]
    jepitan: tuple[Jepitan, ...]

    def pada(self, graf: Graf) -> Graf:
        """The graph with these values: where a report was moved, or an input set, it is what is reported now."""
        laporan = {k: n for k, n in self.nilai.items() if n.masukan or graf.dilaporkan(k)}
        return replace(graf, laporan={**graf.laporan, **laporan}, nilai={**graf.nilai, **self.nilai})


def rambatkan(graf: Graf, masukan: Mapping[str, Decimal]) -> Rambatan:
    """Propagate. Raises KeyError on an unknown code."""
    kerja = _Kerja(graf, dict(graf.nilai))
    berubah: set[str] = set()
    for kode in graf.kerangka.di_atas(masukan):
        tergerak = any(k in berubah for k in graf.kerangka.pemasok.get(kode, ()))
        if kode in masukan and (tergerak or not _sudah_terhitung(graf, kode, masukan[kode])):
            kerja.pasang_masukan(kode, masukan[kode])
        elif tergerak:
            kerja.hitung(kode)
        elif any(p in berubah for p in graf.kerangka.pembatas.get(kode, ())):
            kerja.turunkan_ke_batas(kode)
        if kerja.nilai[kode].nilai != graf.nilai[kode].nilai:
            berubah.add(kode)
    return Rambatan({kode: kerja.nilai[kode] for kode in kerja.tersentuh}, kerja.selisih, tuple(kerja.jepitan))


def _sudah_terhitung(graf: Graf, kode: str, nilai: Decimal) -> bool:
    """A computed value set to what it already is: taking it for a report would change what is known about it."""
    return not graf.dilaporkan(kode) and graf.nilai[kode].nilai == nilai


@dataclass(slots=True)
class _Kerja:
    """The values so far: `nilai` of all nodes, `tersentuh` those that were set anew."""

    graf: Graf
    nilai: dict[str, NilaiSimpul]
    tersentuh: list[str] = field(default_factory=list)
    selisih: dict[str, Decimal] = field(default_factory=dict)
    jepitan: list[Jepitan] = field(default_factory=list)

    def pasang_masukan(self, kode: str, nilai: Decimal) -> None:
        """An input stands where a report would: over its formula, held within its bounds, without a source."""
        dasar = self.graf.hitung(kode, self.nilai)
        simpul = replace(
            dasar, nilai=nilai, kepastian=Kepastian.DILAPORKAN, sumber_nilai=None, batas=None, catatan=(), masukan=True
        )
        self._pasang(kode, simpul, batas_kini(self.graf, kode, self.nilai))

    def turunkan_ke_batas(self, kode: str) -> None:
        """A part cannot stay above its whole: when the whole shrinks, it is pulled down and that is said."""
        resmi = self.graf.nilai[kode].nilai
        atas = batas_kini(self.graf, kode, self.nilai).atas
        if resmi is not None and atas is not None and resmi > atas:
            self.pasang_masukan(kode, resmi)

    def hitung(self, kode: str) -> None:
        """The formula over the new values; a report keeps its distance from it."""
        lama, baru = self.graf.nilai[kode], self.graf.terhitung(kode, self.nilai)
        if self.graf.dilaporkan(kode) and (lama.terhitung is None or baru.nilai is None):
            return
        if baru.nilai is None:
            if lama.nilai is not None:
                self._simpan(kode, baru)
            return
        koreksi = self._koreksi(kode)
        terhitung = baru.nilai + koreksi
        if koreksi:
            self.jepitan.append(Jepitan(kode, baru.nilai, terhitung, ALASAN_KELOMPOK))
        baru = replace(baru, nilai=terhitung, terhitung=terhitung)
        if self.graf.dilaporkan(kode):
            baru = self._geser_laporan(kode, lama, baru)
        self._pasang(kode, baru, batas_hitungan(self.graf, kode))

    def _geser_laporan(self, kode: str, lama: NilaiSimpul, baru: NilaiSimpul) -> NilaiSimpul:
        """The report, moved as far as its formula moves: the distance between the two stays, and is an assumption."""
        assert lama.nilai is not None
        assert lama.terhitung is not None
        assert baru.nilai is not None
        jarak, kepastian = lama.nilai - lama.terhitung, baru.kepastian
        if lama.selisih is not None:
            self.selisih[kode] = jarak
            kepastian = terlemah(kepastian, Kepastian.DIHITUNG_DENGAN_ASUMSI)
        nilai = lama.nilai if baru.nilai == lama.terhitung else baru.nilai + jarak
        return replace(
            baru, nilai=nilai, kepastian=kepastian, sumber_nilai=sumber_terlemah((lama.sumber_nilai, baru.sumber_nilai))
        )

    def _koreksi(self, kode: str) -> Decimal:
        bagian = self.graf.bagian.get(kode, ())
        kini, resmi = (
            {k.komponen: n for k in bagian if (n := nilai[k.komponen].nilai) is not None}
            for nilai in (self.nilai, self.graf.nilai)
        )
        return koreksi_kelompok(self.graf.indikator[kode], bagian, kini, resmi)

    def _pasang(self, kode: str, simpul: NilaiSimpul, batas: Batas) -> None:
        assert simpul.nilai is not None
        dipakai, jepitan = batas.jepit(kode, simpul.nilai)
        if jepitan is not None:
            self.jepitan.append(jepitan)
            terhitung = dipakai if simpul.terhitung == simpul.nilai else simpul.terhitung
            simpul = replace(simpul, nilai=dipakai, terhitung=terhitung)
        self._simpan(kode, simpul)

    def _simpan(self, kode: str, simpul: NilaiSimpul) -> None:
        self.nilai[kode] = simpul
        self.tersentuh.append(kode)
