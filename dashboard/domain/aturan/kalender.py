"""When a month's appraisal is due, as rows."""

from dataclasses import dataclass

from dashboard.domain.dasar.ketentuan import Ketentuan


@dataclass(frozen=True, slots=True)
class AturanKalender:
    """Dates of the following month; `bkd` is a number of working days after the verification."""

    lapor: Ketentuan
    nilai: Ketentuan
    keberatan: Ketentuan
    verifikasi: Ketentuan
    bkd: Ketentuan
