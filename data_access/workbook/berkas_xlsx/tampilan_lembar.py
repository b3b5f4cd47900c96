"""How a sheet of an .xlsx is shown, beside its cells: zeros left blank, formats that depend on a value."""

from collections.abc import Collection, Mapping

from data_access.workbook.berkas_xlsx.gaya_xlsx import TIDAK

YA = {"1", "true", "on"}
TAMPILAN = ("sheetData", "sheetView", "sheetFormatPr", "conditionalFormatting", "cfRule", "dataBar", "iconSet")
MAKS_BERSYARAT = 100
TIPIS, SEMPIT = 2.0, 0.3
"""Points of a row and letters of a column below which nothing is seen in it."""


class TampilanLembar:
    """Told of the elements named in TAMPILAN. `bersyarat` are the ranges whose numbers may be shown otherwise.

    `tertutup`: rows or columns are hidden unless they say otherwise of themselves.
    """

    def __init__(self, gaya: Collection[str]) -> None:
        """`gaya` are the conditional styles that matter, by their index."""
        self.tanpa_nol = self.bertabel = self.tertutup = False
        self.bersyarat: list[str] = []
        self._gaya, self._letak = gaya, ""

    def mulai(self, nama: str, sifat: Mapping[str, str]) -> None:
        if nama == "sheetData":
            self.bertabel = True
        elif nama == "sheetFormatPr":
            self.tertutup = sifat.get("zeroHeight") in YA or "0" in (
                sifat.get("defaultRowHeight"),
                sifat.get("defaultColWidth"),
            )
        elif nama == "sheetView":
            self.tanpa_nol = sifat.get("showZeros", "1") in TIDAK
        elif nama == "conditionalFormatting":
            self._letak = sifat.get("sqref", "")
        elif self._berarti(sifat) and self._letak not in self.bersyarat and len(self.bersyarat) < MAKS_BERSYARAT:
            self.bersyarat.append(self._letak)

    def _berarti(self, sifat: Mapping[str, str]) -> bool:
        """A rule whose style matters; or bars and signs that stand in the place of the number."""
        return sifat.get("dxfId", "") in self._gaya or sifat.get("showValue", "1") in TIDAK
