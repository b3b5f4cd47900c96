"""A server that dies is started again, but not one that cannot live."""

import os
import sys
from pathlib import Path

import pytest

from dashboard.serving import keeper

DIES = [sys.executable, "-c", "import sys; sys.exit(7)"]


def test_a_server_that_never_lives_is_not_started_for_ever(capsys: pytest.CaptureFixture[str]) -> None:
    assert keeper.keep_serving(DIES, Path.cwd(), dict(os.environ), "http://127.0.0.1:9", open_browser=False) == 7
    said = capsys.readouterr().err
    assert said.count("dimulai lagi") == keeper.EARLY_DEATHS - 1
    assert "perbaiki, lalu jalankan lagi" in said
