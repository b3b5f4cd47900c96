"""What one person typed for one value and has not handed in: texts as typed, kept at once, official nowhere."""

from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256

from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.isian import Isian, isian_dari

KunciNilai = tuple[str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draf:
    """`dasar` is the mark of the stored row it was begun on; `benar` are the questions answered with yes."""

    kunci: KunciNilai
    dasar: str
    isian: Isian
    benar: frozenset[str] = field(default_factory=frozenset)

    def hampa(self, kini: Entri | None) -> bool:
        """Whether it says nothing that is not stored."""
        return self.isian == isian_dari(kini)


@dataclass(frozen=True, slots=True)
class Ketikan:
    """One cell as it was typed; `lama` are the texts the typist knew of there: what was shown, what was sent before.

    `dasar` is the mark of the row that was shown.
    """

    kode: str
    periode: str
    bagian: str
    teks: str
    lama: tuple[str, ...]
    dasar: str


def tanda_entri(entri: Entri | None) -> str:
    """A mark that changes with any part of a stored row; empty where there is none."""
    return sha256(repr(sorted(asdict(entri).items())).encode()).hexdigest()[:16] if entri is not None else ""


def ketikkan(draf: Draf, ketikan: Ketikan) -> Draf | None:
    """The draft with that cell; None when somebody else (or another window) wrote another text there meanwhile."""
    ada = getattr(draf.isian, ketikan.bagian)
    if ada not in (*ketikan.lama, ketikan.teks):
        return None
    return replace(draf, isian=replace(draf.isian, **{ketikan.bagian: ketikan.teks}))
