"""Target paths and reported values of one agency: from the scenario, from below, or drawn."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from simulasi_bahan import Bahan, Deret, angka, deret, kumulatif, nolkan, selisih

KENAIKAN = {False: ("0.92", "0.95", "0.98", "1"), True: ("1.2", "1.12", "1.05", "1")}


def bulatkan(nilai: Decimal, utuh: bool, cara: str = ROUND_HALF_UP) -> Decimal:
    return nilai.quantize(Decimal(1) if utuh else Decimal("0.01"), cara)


def tanpa_awal(nilai: Deret) -> Deret:
    """Quarters before the first thing is due have no target."""
    mulai = next((q for q, n in enumerate(nilai) if n), 4)
    return [None if q < mulai else n for q, n in enumerate(nilai)]


class Nilai:
    """The figures of one agency's year, worked out once each."""

    def __init__(self, bahan: Bahan) -> None:
        self.bahan = bahan
        self._jalur: dict[str, Deret | None] = {}
        self._nilai: dict[str, Deret | None] = {}

    def tahunan(self, kode: str) -> Decimal | None:
        """The year's target: printed, chosen, a share of its criterion, or what the path adds up to."""
        b = self.bahan
        tercetak = b.target_tercetak.get(kode)
        if tercetak is not None:
            return angka(tercetak.get("nilai", "")) or angka(tercetak.get("nilai_min", ""))
        if b.rencana(kode, "target"):
            return angka(b.rencana(kode, "target"))
        if b.indikator[kode]["jenis"] == "sub_item":
            return self.bagian(kode, self.tahunan(b.kriteria(kode)))
        jalur = self.jalur(kode) if b.suku(kode) else None
        return None if jalur is None else kumulatif(nolkan(jalur))[3]

    def bagian(self, kode: str, jumlah: Decimal | None) -> Decimal | None:
        """A sub item's share of its criterion by its points; the last takes what rounding leaves."""
        if jumlah is None:
            return None
        saudara = self.bahan.suku(self.bahan.kriteria(kode))
        maks = [angka(self.bahan.indikator[s]["maks"]) or Decimal(0) for s in saudara]
        porsi = [bulatkan(jumlah * m / sum(maks), False) for m in maks[:-1]]
        return dict(zip(saudara, [*porsi, jumlah - sum(porsi)], strict=True))[kode]

    def jalur(self, kode: str) -> Deret | None:
        """Targets of the four quarters as the indicator presents them; None without a path."""
        if kode not in self._jalur:
            self._jalur[kode] = self._susun_jalur(kode)
        return self._jalur[kode]

    def _susun_jalur(self, kode: str) -> Deret | None:
        b = self.bahan
        if b.setahun_sekali(kode):
            return None
        if b.rencana(kode, "jalur"):
            return deret(b.rencana(kode, "jalur"))
        if b.suku(kode) and kode not in b.target_tercetak:
            anak = [nolkan(self.jalur(s) or [None] * 4) for s in b.suku(kode)]
            return tanpa_awal([sum((a[q] or Decimal(0) for a in anak), Decimal(0)) for q in range(4)])
        target = self.tahunan(kode)
        return None if target is None else self._pola(kode, target)

    def _pola(self, kode: str, target: Decimal) -> Deret:
        b = self.bahan
        utuh = target == target.to_integral_value() and not b.persen(kode)
        if not b.akumulasi(kode):
            if b.indikator[kode].get("perilaku") == "pengulangan" or target >= 95:
                return [target] * 4
            return [bulatkan(target * Decimal(k), utuh) for k in KENAIKAN[b.negatif(kode)]]
        berjalan: Deret = [bulatkan(target * p / 4, utuh, ROUND_FLOOR) for p in (1, 2, 3, 4)]
        if target == 1:
            tempo = int(b.acak(kode, "tempo").random() * 4)
            berjalan = [Decimal(int(q >= tempo)) for q in range(4)]
        return tanpa_awal(selisih(berjalan) if b.tambahan(kode) else berjalan)

    def nilai(self, kode: str) -> Deret | None:
        """Reported values of the four quarters; None when never reported."""
        if kode not in self._nilai:
            self._nilai[kode] = self._susun_nilai(kode)
        return self._nilai[kode]

    def _susun_nilai(self, kode: str) -> Deret | None:
        b = self.bahan
        if b.rencana(kode, "realisasi"):
            return deret(b.rencana(kode, "realisasi"))
        if b.dihitung(kode):
            return None
        if b.suku(kode) and kode not in b.target_tercetak:
            return self._dari_suku(kode)
        jalur = self.jalur(kode)
        return None if jalur is None else self._tarik(kode, jalur)

    def _dari_suku(self, kode: str) -> Deret:
        anak = [self.nilai(s) or [None] * 4 for s in self.bahan.suku(kode)]
        jumlah: Deret = []
        for kolom in zip(*anak, strict=True):
            ada = [n for n in kolom if n is not None]
            jumlah.append(sum(ada, Decimal(0)) if len(ada) == len(kolom) else None)
        awal = angka(self.bahan.rencana(kode, "nilai_lalu"))
        return jumlah if awal is None else [None if n is None else awal + n for n in kumulatif(jumlah)]

    def _faktor(self, kode: str) -> float:
        acak = self.bahan.acak(kode, "faktor")
        undian, letak = acak.random(), acak.random()
        if undian < 0.10:
            return 0.35 + 0.37 * letak
        if undian < 0.30:
            return 0.80 + 0.17 * letak
        return 1.0 if undian < 0.84 else 1.02 + 0.10 * letak

    def _lapor(self, kode: str) -> int:
        """The last quarter this indicator was reported for; 0 for never."""
        setelan = self.bahan.setelan
        undian = self.bahan.acak(kode, "lapor").random()
        if undian >= setelan.tak_lapor:
            return setelan.sampai
        return 0 if undian < 0.4 * setelan.tak_lapor else setelan.sampai - 1

    def _tarik(self, kode: str, jalur: Deret) -> Deret:
        """Draw believable values along the path: some miss it, most meet it, a few exceed it."""
        b, faktor = self.bahan, self._faktor(kode)
        acuan = kumulatif(nolkan(jalur)) if b.tambahan(kode) else jalur
        puncak = max(n for n in acuan if n is not None)
        if puncak <= 3 and faktor >= 0.8:
            faktor = 1.0
        acak = b.acak(kode, "getar")
        berjalan: Deret = []
        for target in acuan:
            getar = 1.0 if b.akumulasi(kode) or faktor == 1.0 else 0.99 + 0.02 * acak.random()
            berjalan.append(None if target is None else self._satu(kode, target, faktor * getar, puncak))
        nilai = selisih(berjalan) if b.tambahan(kode) else berjalan
        lapor = self._lapor(kode)
        return [n if q < lapor else None for q, n in enumerate(nilai)]

    def _satu(self, kode: str, target: Decimal, faktor: float, puncak: Decimal) -> Decimal:
        b = self.bahan
        kali = Decimal(f"{2 - faktor if b.negatif(kode) else faktor:.4f}")
        utuh = not b.persen(kode) and puncak == puncak.to_integral_value()
        nilai = bulatkan(target * kali, utuh, ROUND_FLOOR if faktor < 0.8 else ROUND_HALF_UP)
        atas = Decimal(100) if b.persen(kode) else angka(b.indikator[kode].get("maks", ""))
        return nilai if atas is None else min(nilai, atas)
