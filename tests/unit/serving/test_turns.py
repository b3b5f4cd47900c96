"""Pages are drawn one after another, and a slow one holds nobody up for longer than the patience."""

from threading import BoundedSemaphore, Event, Thread

import pytest

from dashboard.serving.turns import turn


def test_who_comes_second_draws_after_the_first() -> None:
    places, order, drawing, go_on = BoundedSemaphore(1), list[str](), Event(), Event()

    def first() -> None:
        with turn(places, patience=30):
            drawing.set()
            go_on.wait(30)
            order.append("first")

    def second() -> None:
        drawing.wait(30)
        with turn(places, patience=30):
            order.append("second")

    both = [Thread(target=first), Thread(target=second)]
    for one in both:
        one.start()
    drawing.wait(30)
    go_on.set()
    for one in both:
        one.join(30)
    assert order == ["first", "second"]


def test_a_slow_page_lets_others_draw_beside_it() -> None:
    places, drawn = BoundedSemaphore(1), list[str]()
    with turn(places):
        with turn(places, patience=0.01):
            drawn.append("beside")
        assert drawn == ["beside"]
        assert not places.acquire(blocking=False)  # the place is still the first one's


def test_the_place_is_given_back_when_drawing_ends_with_an_error() -> None:
    places = BoundedSemaphore(1)
    with pytest.raises(RuntimeError), turn(places):
        raise RuntimeError
    assert places.acquire(blocking=False)
