"""The two ways to run. *Pribadi*: this computer, no login, acts as planner. *Instansi*: a network, accounts required.

Read from the environment: DASBOR_MODE is "instansi" or empty, DASBOR_NAMA the names and addresses people type,
separated by commas.
"""

import os
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

VARIABLE, NAMES_VARIABLE = "DASBOR_MODE", "DASBOR_NAMA"
PRIBADI, INSTANSI = "pribadi", "instansi"


class ModeUnknown(ValueError):
    """The environment asks for what there is not; the Indonesian sentence says what there is."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How this process runs. `names`: the hosts by which it may be opened beside this computer's own."""

    accounts: bool = False
    names: frozenset[str] = frozenset()


@cache
def running_mode() -> Mode:
    """The mode of this process. Raises ModeUnknown."""
    return mode_from(os.environ.get(VARIABLE, ""), os.environ.get(NAMES_VARIABLE, ""))


def mode_from(mode: str, names: str) -> Mode:
    """Read the two variables. Raises ModeUnknown."""
    asked = mode.strip().casefold() or PRIBADI
    hosts = frozenset(_host(name) for name in names.split(",") if name.strip())
    if asked not in {PRIBADI, INSTANSI}:
        raise ModeUnknown(f'{VARIABLE}="{mode}" tidak dikenal. Isi "{INSTANSI}", atau kosongkan untuk {PRIBADI}.')
    if asked == PRIBADI and hosts:
        raise ModeUnknown(
            f"{NAMES_VARIABLE} hanya berlaku dengan {VARIABLE}={INSTANSI}; tanpa akun hanya komputer ini."
        )
    return Mode(asked == INSTANSI, hosts)


def _host(name: str) -> str:
    host = urlsplit(f"//{name.strip()}").hostname
    if not host or set(name) & set("*/"):
        raise ModeUnknown(f'{NAMES_VARIABLE}: "{name.strip()}" bukan nama atau alamat komputer.')
    return host
