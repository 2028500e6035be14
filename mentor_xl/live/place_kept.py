"""While Mentor XL writes, nothing moves in front of the person: sheet, selection and scroll stay."""

from collections.abc import Iterator
from contextlib import contextmanager

from mentor_xl.live.open_book import OpenBook


@contextmanager
def place_kept(book: OpenBook) -> Iterator[None]:
    """Whatever is done meanwhile, the person sees afterwards what they saw before."""
    where = book.where()
    with book.unseen():
        try:
            yield
        finally:
            book.go_back(where)
