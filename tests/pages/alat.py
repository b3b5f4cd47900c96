"""What the tests of pages read off an AppTest."""

import json
import re
from base64 import b64decode
from dataclasses import dataclass
from typing import Any
from zlib import decompress

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.testing.v1 import AppTest

CONTOH = (("BANTEN", 2023), ("PASER", 2023), ("PEMALANG", 2025), ("PK", 2024))
SEMUA_FILTER = tuple((instansi, tahun, tw) for instansi, tahun in CONTOH for tw in (1, 2, 3, 4))


def isi_html(uji: AppTest) -> str:
    """All HTML the page drew, as one text; a space that keeps a line together is a space."""
    return "\n".join(elemen.proto.body for elemen in uji.main.get("html")).replace("\xa0", " ")


def isi_teks(uji: AppTest) -> str:
    """What a reader of that HTML reads: the words without tags, single spaces between them."""
    return " ".join(re.sub(r"<[^>]+>", " ", isi_html(uji)).split())


@dataclass(frozen=True)
class GeseranUji:
    """One slider with its field, as the browser is told to show it, and as a user moves it."""

    uji: AppTest
    id_papan: str
    data: dict[str, Any]
    nomor: int

    @property
    def tetap(self) -> dict[str, Any]:
        isi: dict[str, Any] = self.data["tetap"][self.nomor]
        return isi

    @property
    def letak(self) -> int:
        return int(self.data["gerak"][self.nomor][0])

    @property
    def teks(self) -> str:
        return str(self.data["gerak"][self.nomor][1])

    @property
    def salah(self) -> str:
        return str(self.data["gerak"][self.nomor][2])

    def ketik(self, teks: str) -> AppTest:
        return self.kirim(("teks", teks))

    def geser(self, letak: int) -> AppTest:
        return self.kirim(("letak", letak))

    def kirim(self, *ubah: tuple[str, object], mulai: int | None = None, babak: int | None = None) -> AppTest:
        """What the browser sends: changes with rising numbers, from the next one on unless told otherwise."""
        pertama = mulai or self.data["nomor"] + 1
        isi = [[pertama + n, self.tetap["kunci"], jenis, nilai] for n, (jenis, nilai) in enumerate(ubah)]
        aksi = {"babak": self.data["babak"] if babak is None else babak, "ubah": isi}
        widgets = self.uji._tree.get_widget_states()
        pemicu = _make_trigger_id(self.id_papan, "events")
        widgets.widgets.add(id=pemicu, json_trigger_value=json.dumps([{"event": "aksi", "value": aksi}]))
        return self.uji._run(widgets)


def geseran(uji: AppTest, papan: str, kode: str, bagian: str = "realisasi") -> GeseranUji:
    """The slider of an input of what-if, and the exact field beside it."""
    (komponen,) = (k for k in uji.main.get("bidi_component") if k.proto.id.endswith(f"-{papan}-geser"))
    data = json.loads(komponen.proto.json)
    nomor = [satu["kunci"] for satu in data["tetap"]].index(f"{kode}|{bagian}")
    return GeseranUji(uji, komponen.proto.id, data, nomor)


def buka_panel(uji: AppTest, *kunci: str) -> AppTest:
    """Open folded panels: what lies in them is drawn only then."""
    for satu in kunci:
        uji.session_state[satu] = True
    return uji.run()


def isi_lembar(uji: AppTest) -> dict[str, Any]:
    """What the sheet in the browser is given."""
    (komponen,) = uji.main.get("bidi_component")
    data: dict[str, Any] = json.loads(komponen.proto.json)
    tetap: dict[str, Any] = json.loads(decompress(b64decode(data["padat"])))
    return data | tetap | {"baris": {b["kode"]: b for b in tetap["baris"]}}
