"""Cells as hypothesis makes them up, each with what it means to who looks at it: the truth readers are held against."""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from hypothesis import strategies as st

PERSEN = {
    "General": False,
    "0": False,
    "@": False,
    "#,##0.00": False,
    "#,##0,": False,
    '0.00"%"': False,
    r"0\%": False,
    "0.0E+00": False,
    "0%": True,
    "0.00%": True,
    "[Red]0.0%;-0.0%": True,
    "_(* 0.0%_)": True,
}
"""Number formats, and whether a number in them is shown a hundredfold."""
WAKTU = ("dd/mm/yyyy", "h:mm", "[h]:mm:ss", "d mmm")
HARI_TERAKHIR = 2_958_466
"""The day after the last one of 9999, as Excel counts."""
GALAT = ("#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?")


@dataclass(frozen=True)
class SelAcak:
    """`isi` is a number, text, bool, date, time or None; `runtun` are runs of a text with whether each is struck out.

    A formula has what it calculated last as its `isi`; None then was never calculated. `galat` is an error.
    """

    isi: object = None
    bentuk: str = "General"
    runtun: tuple[tuple[str, bool], ...] = ()
    rumus: bool = False
    galat: str = ""

    @property
    def bilangan(self) -> Decimal | None:
        """The number a person sees in a native number, with the fifteen digits that Excel has."""
        if self.galat or isinstance(self.isi, bool) or not isinstance(self.isi, int | float) or self.berhari:
            return None
        return Decimal(format(self.isi, ".15g")) * (100 if self.persen else 1)

    @property
    def berhari(self) -> bool:
        """Whether it is shown as a day or a time, or as #### where no calendar holds it: as no number in any case."""
        return self.bentuk in WAKTU

    @property
    def persen(self) -> bool:
        return PERSEN.get(self.bentuk, False)

    @property
    def tercoret(self) -> bool:
        return any(coret for teks, coret in self.runtun if teks)


UTUH = {"orang", "Rp"}
"""What is counted in whole ones."""
_INDONESIA = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")
_TAK_TAMPAK = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def arti_teks(teks: str, satuan: str) -> Decimal | None:
    """The one number an Indonesian sees in a text; None where it is none, or could be two."""
    isi = " ".join(_TAK_TAMPAK.sub("", teks).replace("\u2013", "-").replace("\u2212", "-").split())
    if satuan == "%":
        isi = isi.removesuffix("%").rstrip()
    if satuan == "Rp":
        isi = isi.removeprefix("Rp").lstrip()
    negatif = isi.startswith("-") or (isi.startswith("(") and isi.endswith(")"))
    cocok = _INDONESIA.fullmatch(isi.strip("()").strip().removeprefix("-"))
    if cocok is None or isi.startswith(("(-", "-(")):
        return None
    if satuan not in UTUH and "." in cocok[1] and cocok[1].count(".") == 1 and cocok[2] is None:
        return None  # 4.230 of no countable thing
    if satuan in UTUH and cocok[2] is not None and len(cocok[2]) == len("000") and len(cocok[1]) <= len("000"):
        return None  # 4,230 people
    nilai = Decimal(cocok[1].replace(".", "") + (f".{cocok[2]}" if cocok[2] else ""))
    return -nilai if negatif else nilai


_angka = st.one_of(
    st.integers(-(10**16), 10**16),
    st.integers(-200, 200),
    st.decimals(-100, 100, places=3).map(float),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0.855, 0.1 + 0.2, 1 / 3, 5e-324, 1e15, 999_999_999_999_999, 0.285]),
)
_pokok = st.one_of(
    st.integers(0, 10**7).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(1, 10**7).map(lambda n: f"{n:,}"),
    st.decimals(1, 10**6, places=2).map(lambda n: f"{n:,}"),
)
_TUKAR = str.maketrans(".,", ",.")
_HIASAN = ("{}", "{}%", "{} %", "-{}", "\u2013{}", "({})", " {}\u00a0", "{}\u200b", "Rp {}", "{} orang", "≥ {}", "'{}")
teks_angka = st.builds(
    lambda pokok, tukar, hiasan: hiasan.format(pokok.translate(_TUKAR) if tukar else pokok),
    _pokok,
    st.booleans(),
    st.sampled_from(_HIASAN),
)
"""Numbers as people write them, the Indonesian way and the American one, with what they put around."""
_huruf = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"))
teks_bebas = st.text(_huruf, max_size=12).filter(lambda isi: "_x" not in isi.lower())
_teks = st.one_of(teks_angka, teks_bebas, st.sampled_from(["BB (75,20)", "3,6-4,4", "1.10", "TRUE", "12E5", "-", ""]))
_runtun = st.lists(
    st.tuples(st.one_of(teks_angka, st.sampled_from(["80", " ", "85,5"])), st.booleans()), min_size=1, max_size=3
)
_native = st.one_of(
    st.builds(SelAcak, _angka, st.sampled_from([*PERSEN]), rumus=st.booleans()),
    st.builds(SelAcak, st.floats(0, HARI_TERAKHIR + 10), st.sampled_from(WAKTU), rumus=st.booleans()),
)
sel = st.one_of(
    _native,
    _native,
    st.builds(SelAcak, _teks, st.sampled_from(["General", "@", "0.00%"]), rumus=st.booleans()),
    st.builds(SelAcak, st.booleans(), rumus=st.booleans()),
    st.builds(SelAcak, st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.just("dd/mm/yyyy")),
    st.builds(SelAcak, st.times().map(lambda jam: time(jam.hour, jam.minute)), st.just("h:mm")),
    st.builds(lambda runtun: SelAcak("".join(teks for teks, _ in runtun), runtun=tuple(runtun)), _runtun),
    st.builds(lambda galat: SelAcak(galat=galat), st.sampled_from(GALAT)),
    st.just(SelAcak(rumus=True)),
    st.just(SelAcak()),
)
