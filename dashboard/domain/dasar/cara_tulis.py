"""How a column of a file writes what can be written in two ways: its decimal sign, and the order of day and month."""

from enum import StrEnum


class CaraTulis(StrEnum):
    """One answer for a whole column. The first three are of numbers, the others of dates."""

    KOMA = "koma"
    TITIK = "titik"
    KEDUANYA = "keduanya"
    HARI_BULAN = "hari-bulan"
    BULAN_HARI = "bulan-hari"


DESIMAL = (CaraTulis.TITIK, CaraTulis.KEDUANYA, CaraTulis.KOMA)
URUTAN = (CaraTulis.HARI_BULAN, CaraTulis.BULAN_HARI)
KATA = {
    CaraTulis.KOMA: "koma tanda desimal, titik tanda ribuan",
    CaraTulis.TITIK: "titik tanda desimal, koma tanda ribuan",
    CaraTulis.KEDUANYA: "titik dan koma sama-sama tanda desimal",
    CaraTulis.HARI_BULAN: "hari/bulan/tahun",
    CaraTulis.BULAN_HARI: "bulan/hari/tahun",
}
