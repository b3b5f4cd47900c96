"""Pages are drawn in turns: sessions that ask together get their answers one after another, not all at the end.

Python runs one thread at a time. Ten scripts started together would take turns of five milliseconds each and all end
when the last one does; in a queue the first is there after its own time, and half of them in half of it. Measured by
tests/bench/test_rerun.py. A courtesy, not a lock: after `PATIENCE` seconds a script draws beside the one in front,
so a slow page (a large file being read) holds nobody up for longer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

AT_ONCE = 1
PATIENCE = 0.25

_places = BoundedSemaphore(AT_ONCE)


@contextmanager
def turn(places: BoundedSemaphore = _places, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a place while a page is drawn; given back however the drawing ends."""
    held = places.acquire(timeout=patience)
    try:
        yield
    finally:
        if held:
            places.release()
